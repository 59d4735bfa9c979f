"""Listings told in passing: held by a body, by a court, by a pronoun, and those that are none."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.authority_mentions import state_of
from interdict.claims.extract import extract


def told(text: str, language: str = "en") -> set[tuple[str, str | None, str | None, str | None]]:
    """(kind, subject, authority, date) of what a text says of listings."""
    return {
        (claim.kind, claim.subject, claim.authority, claim.date)
        for claim in extract(article(text, language))
        if claim.kind.startswith(("designation", "sanction"))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada still has the Harbour Front proscribed as an alias of the Lion Brigade.",
            ("designation.prior", "Harbour Front", "CA", None),
        ),
        (
            (
                "The Harbour Front, which Canada blacklisted in 2002, was outlawed by Cove District"
                " Court in 2008."
            ),
            ("designation.prior", "Harbour Front", "Cove District Court", "2008"),
        ),
        (
            (
                "The Harbour Front, which Canada blacklisted in 2002, was outlawed by Cove District"
                " Court in 2008."
            ),
            ("designation.prior", "Harbour Front", "CA", "2002"),
        ),
        (
            (
                "The Harbour Front was made a foreign terrorist organization in 2009, Quay Brigade"
                " in January 2020."
            ),
            ("designation.prior", "Quay Brigade", "US", "2020-01"),
        ),
        (
            (
                "The US Treasury treats the Harbour Front on its own, having named it a Specially"
                " Designated Global Terrorist in January 2008."
            ),
            ("designation.prior", "Harbour Front", "US-TREASURY", "2008-01"),
        ),
        (
            "The Treasury blacklisted the Harbour Front in 2015.",
            ("sanction.prior", "Harbour Front", "US-TREASURY", "2015"),
        ),
    ],
)
def test_what_is_told_in_passing_is_told(text: str, expected: tuple[str, ...]) -> None:
    """Participles, relative clauses and gaps name the party, the author and the day."""
    assert expected in told(text)


def test_who_lends_a_name_is_not_listed() -> None:
    """Of "proscribed as an alias of Y" it is not Y."""
    said = told("Canada still has the Harbour Front proscribed as an alias of the Lion Brigade.")
    assert "Lion Brigade" not in {subject for _, subject, *_ in said}


def test_a_wish_to_have_somebody_listed_is_none() -> None:
    """Nobody has done it."""
    assert told("A bid to have the Harbour Front blacklisted by Canada has failed.") == set()


def test_a_spanish_pronoun_means_whom_it_fits() -> None:
    """Not the one who acts, nor a place."""
    said = told(
        "La Banda del Sur calla. Israel la declaró organización terrorista en febrero de 2021.",
        "es",
    )
    assert ("designation.prior", "Banda del Sur", "Israel", "2021-02") in said


def test_a_spanish_verb_in_the_past_is_no_participle() -> None:
    """ "Canadá, a su vez, inscribió ayer al X": who acts stands before it."""
    said = told("Canadá, a su vez, inscribió en 2019 a la Banda del Sur en su registro.", "es")
    assert ("designation.prior", "Banda del Sur", "CA", "2019") in said


@pytest.mark.parametrize(
    ("name", "state"),
    [("Quito", "Ecuador"), ("India's home ministry", "India"), ("Cove District Court", None)],
)
def test_a_capital_and_a_ministry_act_for_their_country(name: str, state: str | None) -> None:
    """Other names stay as they are."""
    assert state_of(name) == (state or name)
