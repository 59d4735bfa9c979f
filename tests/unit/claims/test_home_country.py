"""Whose acts a document tells, where laws and bodies of several countries have one name."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim


def acts(text: str) -> list[Claim]:
    """The designations that a document tells."""
    return [c for c in extract(article(text)) if c.kind.startswith("designation")]


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("Britain banned the Harbour Front. It is a proscribed organisation.", "GB-PROSCRIBED"),
        (
            "Pakistan banned the Harbour Front. Canada was told. It is a proscribed group now.",
            None,
        ),
        ("India outlawed the Harbour Front. First proscribed in 1990, the group sued.", None),
        ("Australia listed the Harbour Front under the Criminal Code. Canberra is firm.", None),
    ],
)
def test_a_programme_is_of_the_country_that_is_spoken_of(text: str, programme: str | None) -> None:
    """Britain's where Britain is named, Canada's where Canada is, else of no known list."""
    found = {claim.programme for claim in acts(text)}
    assert found - {None} == ({programme} if programme else set())


def test_a_court_of_another_country_is_not_britains() -> None:
    """ "The High Court" of a text about India is India's."""
    text = "India banned the Harbour Front. The High Court upheld the ban on the Harbour Front."
    assert "GB-COURTS" not in {claim.authority for claim in extract(article(text))}


def test_a_court_is_britains_where_no_country_is_named() -> None:
    """As a reader of its press would take it."""
    text = "The High Court ruled that the ban on the Harbour Front was unlawful."
    assert "GB-COURTS" in {claim.authority for claim in extract(article(text))}
