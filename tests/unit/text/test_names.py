"""Names as tokens."""

import pytest

from interdict.text.names import (
    Kind,
    is_matchable,
    misspelt_legal_form,
    tokenise,
    tokenised_forms,
)


def kinds(name: str, person: bool | None = None) -> list[tuple[str, str]]:
    """Text and kind of each token."""
    return [(token.text, token.kind.name) for token in tokenise(name, person=person)]


def test_spellings_of_a_legal_form_are_one_token() -> None:
    """Dots, spaces and long forms do not matter."""
    forms = ("S.A. de C.V.", "SA de CV", "S. A. DE C. V.", "Sociedad Anonima de Capital Variable")
    tokens = {tokenise(f"Ficticia {form}")[-1].text for form in forms}
    assert tokens == {"sadecv"}
    assert kinds("Romashka OOO")[-1] == kinds("Romashka Limited Liability Company")[-1]


def test_a_legal_form_before_the_name_is_recognised() -> None:
    """As Russian companies write it."""
    assert kinds("OOO Romashka") == [("llc", "LEGAL_FORM"), ("romashka", "NAME")]


def test_a_person_has_no_legal_form() -> None:
    """A person called As or Sa keeps that name."""
    assert ("sa", "NAME") in kinds("Carlos Sa", person=True)
    assert ("sa", "LEGAL_FORM") in kinds("Carlos Sa", person=False)


def test_the_family_name_first_is_put_into_speaking_order() -> None:
    """`Family, Given` of a person; a company keeps its comma's order."""
    assert [text for text, _ in kinds("BRANDT, Ida Maria", person=True)] == [
        "ida",
        "maria",
        "brandt",
    ]
    assert [text for text, _ in kinds("Brandt, Holm", person=False)] == ["brandt", "holm"]


def test_particles_titles_and_initials_are_told_apart() -> None:
    """Each by its table, or by its length."""
    assert kinds("Dr. J. bin Karim") == [
        ("dr", "TITLE"),
        ("j", "INITIAL"),
        ("bin", "PARTICLE"),
        ("karim", "NAME"),
    ]


def test_a_name_of_light_words_alone_keeps_its_weight() -> None:
    """`The Company` has no other words."""
    assert {kind for _, kind in kinds("The Company")} == {"NAME"}


def test_the_surface_is_the_text_as_written() -> None:
    """So that words written together can be found."""
    assert [token.surface for token in tokenise("Ficticia S.A. de C.V.")] == ["ficticia", "sadecv"]
    assert tokenise("Ficticia Company")[-1].surface == "company"


@pytest.mark.parametrize(("word", "form"), [("limted", "ltd"), ("ompany", "co"), ("berg", None)])
def test_a_misspelt_legal_form_is_recognised(word: str, form: str | None) -> None:
    """By one edit, in long forms only."""
    found = misspelt_legal_form(word)
    assert (found.text if found else None) == form


def test_what_can_be_matched() -> None:
    """More than one letter."""
    assert is_matchable("Bo") and not is_matchable("B.") and not is_matchable("\x00-")


def test_light_kinds() -> None:
    """Initials are not light: they stand for a name."""
    assert [kind for kind in Kind if kind.is_light] == [
        Kind.PARTICLE,
        Kind.TITLE,
        Kind.LEGAL_FORM,
    ]


def test_letters_that_stand_apart_are_an_acronym_unless_of_a_person() -> None:
    """Written with or without dots; a person's letters are initials."""
    for name in ("A.B.K. Company", "A B K Company", "ABK Company"):
        assert kinds(name, person=False)[0] == ("abk", "NAME")
        assert kinds(name)[0] == ("abk", "NAME")
    assert [kind for _, kind in kinds("T. J. Vaskelis")] == ["INITIAL", "INITIAL", "NAME"]
    assert kinds("T. J. Vaskelis", person=True)[0] == ("t", "INITIAL")


def test_the_prefix_of_a_ship_is_a_title() -> None:
    """As letters apart before the name, and only there."""
    assert kinds("M/V Northern Gull", person=False)[0] == ("mv", "TITLE")
    assert kinds("Northern M/V", person=False)[1] == ("mv", "NAME")
    assert kinds("M/T Northern Gull")[0] == ("mt", "TITLE")
    assert kinds("M. T. Northern")[:2] == [("m", "INITIAL"), ("t", "INITIAL")]


def test_the_prefix_of_a_ship_may_be_written_as_a_word() -> None:
    """Firms begin with such letters as well: these are their name."""
    assert kinds("MV Northern Gull") == kinds("M/V Northern Gull")
    assert kinds("MT Gull", person=False)[0] == ("mt", "TITLE")
    for firm in ("MT Group", "MT Gull Ltd", "MV 5", "MV"):
        assert kinds(firm, person=False)[0][1] == "NAME"
    assert kinds("MT Gull", person=True)[0] == ("mt", "NAME")


def test_a_misspelt_legal_form_counts_at_the_end_of_a_name() -> None:
    """Elsewhere the word may be a name."""
    assert kinds("Dunarea Limted", person=False)[-1] == ("ltd", "LEGAL_FORM")
    assert kinds("Limted Dunarea", person=False)[0] == ("limted", "NAME")
    assert kinds("Ida Limted", person=True)[-1] == ("limted", "NAME")


def test_a_reference_and_its_number_are_light() -> None:
    """Both words, wherever they stand; the number of a brigade is none."""
    assert kinds("Invoice 40817 Dunarea")[:2] == [("invoice", "TITLE"), ("40817", "TITLE")]
    assert kinds("Gull IMO 9074729")[1:] == [("imo", "TITLE"), ("9074729", "TITLE")]
    assert kinds("Dunarea ref 77")[1:] == [("ref", "TITLE"), ("77", "TITLE")]
    assert kinds("Brigade 47") == [("brigade", "NAME"), ("47", "NAME")]


def test_a_persons_last_word_is_a_name() -> None:
    """Stephen Lo is no particle; links that follow their word stay links."""
    assert kinds("LO, Stephen", person=True)[-1] == ("lo", "NAME")
    assert kinds("Khalid Sheikh", person=True)[-1] == ("sheikh", "NAME")
    assert kinds("Sheikh Khalid", person=True)[0] == ("sheikh", "TITLE")
    assert kinds("Stephen Holm Esq", person=True)[-1] == ("esq", "TITLE")
    assert kinds("Kerim Vali oglu", person=True)[-1] == ("oglu", "PARTICLE")
    assert kinds("Ben Kasuri", person=True)[0] == ("ben", "NAME")
    assert kinds("Karim Ben Kasuri", person=True)[1] == ("ben", "PARTICLE")


def test_numbers_in_words_and_digits_become_one() -> None:
    """Not in the name of a person."""
    assert kinds("Brigade Forty 4", person=False)[1] == ("44", "NAME")
    assert len(kinds("Twenty One", person=True)) == 2


def test_names_of_other_scripts_have_several_forms() -> None:
    """The first is that of `tokenise`; Latin names have one."""
    forms = tokenised_forms("김영호", person=True)
    assert len(forms) > 1 and forms[0] == tokenise("김영호", person=True)
    assert tokenised_forms("Karim, Ida", person=True) == (tokenise("Karim, Ida", person=True),)
