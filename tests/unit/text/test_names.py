"""Names as tokens."""

import pytest

from interdict.text.names import Kind, is_matchable, misspelt_legal_form, tokenise


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
