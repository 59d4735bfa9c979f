"""Names that are parts of others, or only say where somebody is from."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


def designated(text: str, language: str = "en") -> set[str | None]:
    """Whom the designations of a text are about."""
    found = extract(article(text, language))
    return {claim.subject for claim in found if claim.kind.startswith(("designation", "sanction"))}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Nigeria has declared Delta bandit group Lal Haki a terrorist group.", {"Lal Haki"}),
        (
            "Canada lists the Harbour Front. The Riverton gunman was added in 2020.",
            {"Harbour Front"},
        ),
        (
            "Treasury Sanctions the Quay Network and Its Shipping Firms as a Criminal Organization",
            {"Quay Network"},
        ),
        (
            (
                "Canada listed the Proud Lads. The American Proud Lads are now designated terrorist"
                " entities here."
            ),
            {"Proud Lads"},
        ),
    ],
)
def test_what_describes_a_party_is_none(text: str, subjects: set[str]) -> None:
    """A place, an adjective, a possessive: the party is the other one."""
    assert designated(text) == subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Canada banned the Armed Forces of Elbonia – People’s Army on Friday.",
            "Armed Forces of Elbonia – People’s Army",
        ),
        (
            "Canada banned the Popular Front - General Command on Friday.",
            "Popular Front - General Command",
        ),
        ("Canada banned Harakat al-Bahr East Africa on Friday.", "Harakat al-Bahr East Africa"),
        ("Canada listed Quay Shipping d.o.o. on Friday.", "Quay Shipping d.o.o."),
    ],
)
def test_a_name_goes_on(text: str, subject: str) -> None:
    """Behind a dash, over a region, to what a firm is."""
    assert designated(text) == {subject}


def test_an_aside_between_dashes_is_no_part_of_a_name() -> None:
    """The dash that opens it is closed again."""
    text = "The Popular Front – Canada said – was banned on Friday."
    assert all("Canada" not in (name or "") for name in designated(text))


def test_initials_that_are_never_spelled_out_are_the_one_name_they_fit() -> None:
    """ "HRF" is the Halden Relief Foundation."""
    text = (
        "The Council kept the Halden Relief Foundation on the EU terrorist list. HRF, a charity"
        " with its seat in Rotterdam, was listed on 21 June 2018. He leads the asset freeze of HRF."
    )
    assert designated(text) == {"Halden Relief Foundation"}


def test_an_article_behind_a_comma_belongs_to_the_name() -> None:
    """As it does elsewhere in a sentence."""
    text = "El Gobierno declaró terroristas a Los Choneros, Los Lobos y Los Tiguerones."
    assert designated(text, "es") == {"Los Choneros", "Los Lobos", "Los Tiguerones"}
