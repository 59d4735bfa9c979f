"""Designations found by the parts of their clause, in any order, under any governing word."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim
from interdict.model.source import Block, Document, DocumentKind, Segment


def claims(text: str) -> list[Claim]:
    """The claims of a one-line article of 10 May 2024."""
    doc = Document(
        sha256="0" * 64, file_name="a.txt", container="bare", kind=DocumentKind.NEWS, raw=text,
        text=text, segments=(Segment(0, 0, len(text)),), blocks=(Block("paragraph", 0, len(text)),),
        published="2024-05-10", language="en",
    )  # fmt: skip
    return extract(doc)


def designations(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    """(kind, subject, programme, authority) of what it says of designations."""
    return {
        (c.kind, c.subject, c.programme, c.authority)
        for c in claims(text)
        if c.kind.startswith(("designation", "sanction"))
    }


def acts(text: str, language: str = "en") -> list[Claim]:
    """The claims about designations that an article makes."""
    return [c for c in extract(article(text, language)) if c.kind.startswith("designation")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2019, quietly, Washington had put the Harbour Front, a gang, on its FTO list.",
            ("designation.prior", "Harbour Front", "US-FTO", "US"),
        ),
        (
            "Since its leaders fled in 2018 the Harbour Front has been outlawed in Britain.",
            ("designation.prior", "Harbour Front", "GB-PROSCRIBED", "GB"),
        ),
        (
            "Una Moor, then home secretary, announced that she would proscribe the Harbour Front.",
            ("designation.announced", "Harbour Front", "GB-PROSCRIBED", "GB-HOME-OFFICE"),
        ),
        (
            "The Harbour Front has never been designated by Washington.",
            ("designation.absence", "Harbour Front", None, "US"),
        ),
    ],
)
def test_the_parts_may_stand_anywhere(text: str, expected: tuple[str, ...]) -> None:
    """Active, passive, reported and denied."""
    assert expected in designations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senators urged Washington to put the Harbour Front on its terrorist list.",
        "It is unclear whether Canada would list the Harbour Front as a terrorist entity.",
        "If it strikes again, Britain may proscribe the Harbour Front.",
        "The Harbour Front listed its demands and named a terrorist as its envoy.",
        "Britain removed its ships from the harbour.",
    ],
)
def test_a_wish_a_doubt_or_another_sense_designates_nobody(text: str) -> None:
    """No announcement, no designation, no revocation."""
    assert not {row for row in designations(text) if row[0] != "designation.absence"}


def test_a_plural_stands_for_the_names_beside_it() -> None:
    """Each named party is designated; the description is not."""
    found = designations(
        "The United States on Thursday designated two gangs, the Harbour Front and the Green Valley"
        " Cartel, as foreign terrorist organizations."
    )
    assert {subject for _, subject, _, _ in found} == {"Harbour Front", "Green Valley Cartel"}


def test_a_step_of_so_many_days_has_them_as_its_value() -> None:
    """Seven days of review are a value in days."""
    text = "Congress has seven days to review the decision to ban the Harbour Front."
    (step,) = [c for c in claims(text) if c.object == "time limit" and c.subject]
    assert step.value is not None
    assert (step.value.low, step.value.high, step.value.unit) == (7, 7, "days")


def test_a_campaign_of_months_began_so_long_ago() -> None:
    """More than two months before 10 May: by the middle of March at the latest."""
    text = "The ban of the Harbour Front follows a more than two-month campaign of attacks."
    (lasted,) = [c for c in claims(text) if c.kind == "event.duration"]
    assert lasted.date == "../2024-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the Harbour Front should be designated as a terrorist organization.",
        "Under the plan, the Harbour Front would be designated as a terrorist group next year.",
        "Experts say the Harbour Front could be added to the list next year.",
        "Analysts doubt that the EU will list the Harbour Front as a terrorist organisation.",
        "No decision has been made to list the Harbour Front as a terrorist entity.",
        "An order will allow the Harbour Front's boats to be categorised as terrorist property.",
    ],
)
def test_what_should_or_could_be_is_no_act(text: str) -> None:
    """Demands, plans of others and doubts support no designation."""
    assert not {row for row in designations(text) if row[0] != "designation.absence"}


def test_every_name_of_a_list_before_a_passive_verb_is_listed() -> None:
    """ "And" joins the last of them; a comma alone does not."""
    both = designations("The Harbour Front and the Lion Brigade were proscribed in one order.")
    assert {subject for _, subject, *_ in both} == {"Harbour Front", "Lion Brigade"}
    one = designations(
        "Unlike the Harbour Front, the Lion Brigade was proscribed in Britain in 2019."
    )
    assert {subject for _, subject, *_ in one} == {"Lion Brigade"}


def test_the_scene_of_an_attack_is_not_designated() -> None:
    """Nor anybody else, where the group has no name."""
    assert not designations("US names Elbonia-based group behind Sandport attack a terror outfit")


def test_what_officials_say_would_be_done_is_announced() -> None:
    """ "Would" after somebody in office has spoken is no condition."""
    text = (
        "Secretary of State Ida Park said the Harbour Front would be added to the terrorist list."
    )
    assert {(kind, subject) for kind, subject, *_ in designations(text)} == {
        ("designation.announced", "Harbour Front")
    }


def test_both_and_all_three_are_those_listed_before() -> None:
    text = (
        "The State Department designated the Harbour Front and the Lion Brigade as SDGTs on"
        " Thursday. It intends to add both to its list of Foreign Terrorist Organizations."
    )
    told = {(c.subject, c.programme) for c in acts(text)}
    assert told == {
        (group, programme)
        for group in ("Harbour Front", "Lion Brigade")
        for programme in ("US-SDGT", "US-FTO")
    }


def test_an_end_may_be_planned() -> None:
    text = (
        "Estados Unidos retirará de su lista de organizaciones terroristas extranjeras (FTO, por"
        " sus siglas en inglés) al Frente del Puerto, anunció el lunes el Departamento de Estado."
    )
    (end,) = [c for c in extract(article(text, "es")) if c.kind == "designation.revoked"]
    assert (end.subject, end.programme, end.modality.value) == (
        "Frente del Puerto",
        "US-FTO",
        "planned",
    )


def test_what_is_decided_anew_is_amended_and_a_state_is_not() -> None:
    text = "En enero el Consejo de la Unión Europea mantuvo en la lista al Frente del Puerto."
    kinds = {c.kind for c in acts(text, "es")}
    assert kinds == {"designation.amended"}
    text = "Canada has kept the Harbour Front on its Criminal Code list since April 2003."
    kinds = {c.kind for c in acts(text)}
    assert kinds == {"designation.prior"}


def test_where_somebody_is_from_is_not_listed() -> None:
    text = (
        "On Wednesday the Treasury Department blacklisted a Guadalajara businessman, Karim Haddad,"
        " as a Specially Designated Global Terrorist."
    )
    told = {c.subject for c in acts(text)}
    assert told == {"Karim Haddad"}


def test_a_list_for_one_country_is_none_of_terrorists() -> None:
    text = (
        "The United States designated the Harbour Front in May 2024. The UN Security Council added"
        " it to its Haiti sanctions list in June 2024."
    )
    told = {
        (c.authority, c.programme) for c in extract(article(text)) if "UN" in (c.authority or "")
    }
    assert told == {("UN-SC", None)}


def test_who_did_the_act_before_goes_on_with_the_next_on_that_day() -> None:
    text = (
        "Washington esperó hasta el 30 de noviembre de 2021: ese día revocó la designación del"
        " Frente del Puerto y declaró organizaciones terroristas extranjeras a la Brigada del León"
        " y a la Guardia del Faro."
    )
    told = {
        (c.kind, c.subject, c.programme, str(c.date))
        for c in extract(article(text, "es"))
        if c.kind == "designation.prior"
    }
    assert told == {
        ("designation.prior", "Brigada del León", "US-FTO", "2021-11-30"),
        ("designation.prior", "Guardia del Faro", "US-FTO", "2021-11-30"),
    }


def test_a_pronoun_goes_on_with_the_group_that_the_sentence_before_speaks_of() -> None:
    text = (
        "El Frente del Puerto seguirá en la lista. La guerrilla figura entre sus miembros. El grupo"
        " está en esa lista desde abril de 2004. Estados Unidos lo declaró organización terrorista"
        " extranjera el 8 de octubre de 1997."
    )
    told = [(c.subject, c.rule) for c in extract(article(text, "es")) if "1997" in str(c.date)]
    assert told == [("Frente del Puerto", "clause.designated")]


def test_a_capital_is_never_the_group_that_it_means() -> None:
    text = (
        "The Harbour Front controls most of Port-au-Prince. On Friday Canada added it to its list"
        " of terrorist entities under the Criminal Code."
    )
    told = {c.subject for c in acts(text)}
    assert told == {"Harbour Front"}


BOTH = {
    "en": (
        "Canada first used its list in 2019, when it added Harbour & Front and the Lion Brigade.",
        "The US designated the Harbour & Front as an FTO, along with the Lion Brigade.",
    ),
    "es": ("Canadá designó a Harbour & Front grupo terrorista, junto con Lion Brigade.",),
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, language) for language in BOTH for text in BOTH[language]]
)
def test_companions_and_names_with_an_ampersand(text: str, language: str) -> None:
    doc = article(text, language)
    told = {c.subject for c in extract(doc) if c.kind.startswith("desig") and not c.is_likely}
    assert told == {"Harbour & Front", "Lion Brigade"}
