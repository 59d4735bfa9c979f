"""Designations told by nouns, in lists, by bodies spoken of with their noun."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim


def claims(text: str, language: str = "en") -> list[Claim]:
    """The claims of a one-line article of 10 May 2024 that rules make of designations."""
    return [
        c
        for c in extract(article(text, language))
        if c.kind.startswith(("designation", "sanction")) and not c.is_likely
    ]


def told(text: str, language: str = "en") -> set[tuple[str, str | None, str | None]]:
    """(kind, subject, programme) of what it says."""
    return {(c.kind, c.subject, c.programme) for c in claims(text, language)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada completed the listing of the Harbour Front in June 2022.",
            ("designation.prior", "Harbour Front", "CA-CRIMINAL-CODE"),
        ),
        (
            "In February 2021 Canada gave the Harbour Front the same label.",
            ("designation.prior", "Harbour Front", "CA-CRIMINAL-CODE"),
        ),
        (
            "In May 2019 Russia's designation of the Harbour Front drew protests.",
            ("designation.prior", "Harbour Front", None),
        ),
        (
            "Britain lifted its ban on the Harbour Front in 2019.",
            ("designation.revoked", "Harbour Front", "GB-PROSCRIBED"),
        ),
        (
            "In 2021 Switzerland froze the assets of the Harbour Front.",
            ("sanction.prior", "Harbour Front", None),
        ),
        (
            "In 2021 the same order put the Harbour Front on Canada's list of terrorist entities.",
            ("designation.prior", "Harbour Front", "CA-CRIMINAL-CODE"),
        ),
    ],
)
def test_a_noun_tells_of_an_act(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """Made, given, named with its author, ended; by a body that is not named."""
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senators backed calls for the listing of the Harbour Front.",
        "The court upheld the ban on the Harbour Front in 2019.",
        "A possible designation of the Harbour Front by Canada would please many.",
        "Canada imposed a ban on plastic bags in the Harbour Front.",
    ],
)
def test_wishes_courts_and_things_are_none(text: str) -> None:
    """What is asked for, what a court does, what is not the party itself."""
    assert told(text) == set()


def test_all_of_a_list_are_named() -> None:
    """Joined by "along with", counted before they are named, behind a title."""
    text = (
        "MPs approved an order banning the Harbour Front along with two violent gangs,"
        " the Lion Brigade and the Red Pier Movement."
    )
    assert {subject for _, subject, _ in told(text)} == {
        "Harbour Front", "Lion Brigade", "Red Pier Movement",
    }  # fmt: skip


def test_each_has_its_own_day() -> None:
    """ "Designated X in 2018 and Y in 2020", in Spanish as well."""
    text = "El Tesoro sancionó al Frente del Puerto en 2018 y a la Brigada León en 2020."
    found = {(c.subject, c.date) for c in claims(text, "es")}
    assert found == {("Frente del Puerto", "2018"), ("Brigada León", "2020")}


def test_a_relative_clause_has_its_antecedent() -> None:
    """ "One of eight groups, among them Y, that Z declared" is about the subject, and Y."""
    text = (
        "The Harbour Front was one of eight gangs, among them the Lion Brigade, that the State"
        " Department declared foreign terrorist organizations in February 2020."
    )
    assert told(text) == {
        ("designation.prior", "Harbour Front", "US-FTO"),
        ("designation.prior", "Lion Brigade", "US-FTO"),
    }


def test_another_bodys_list_is_not_its_own() -> None:
    """The EU's own list of al-Qaeda is not the UN's."""
    text = "In 2020 the EU added the Harbour Front to its autonomous al-Qaeda sanctions list."
    assert told(text) == {("designation.prior", "Harbour Front", None)}
