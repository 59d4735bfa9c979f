"""Authors who share an act: each has done it, under its own law."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract

GROUP = "The Harbour Front"


def authors(text: str) -> set[tuple[str | None, str | None]]:
    """(authority, programme) of each designation that a text tells."""
    return {
        (claim.authority, claim.programme)
        for claim in extract(article(text))
        if claim.kind.startswith("designation.") and claim.subject == "Harbour Front"
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{GROUP} is listed as a terrorist group by the United States, the EU and Britain.",
        f"The US, the EU and Britain have all designated {GROUP} as a terrorist group.",
        f"{GROUP} is on the terrorist lists of the United States, the European Union and Britain.",
        f"{GROUP} remains on the American, European and British lists of terrorist groups.",
    ],
)
def test_each_of_several_authors_has_done_it(text: str) -> None:
    assert authors(text) == {
        ("US", None),
        ("EU-COUNCIL", "EU-TERR"),
        ("GB", "GB-PROSCRIBED"),
    }


def test_a_list_that_is_named_with_another_is_its_own() -> None:
    text = f"{GROUP} is already on the US and EU terrorist lists."
    assert authors(text) == {("US", None), ("EU-COUNCIL", "EU-TERR")}


@pytest.mark.parametrize(
    "text",
    [
        f"In Syria, the US designated {GROUP} as a terrorist group in 2019.",
        f"Between France and Spain the US designated {GROUP} as a terrorist group in 2019.",
    ],
)
def test_a_place_is_no_author(text: str) -> None:
    assert {author for author, _ in authors(text)} == {"US"}


def test_authors_in_spanish() -> None:
    text = (
        "El Frente del Puerto figura en las listas terroristas de Estados Unidos, la Unión Europea"
        " y Canadá, según la prensa."
    )
    told = {
        (claim.authority, claim.programme)
        for claim in extract(article(text, "es"))
        if claim.kind.startswith("designation.")
    }
    assert told == {
        ("US", None),
        ("EU-COUNCIL", "EU-TERR"),
        ("CA", "CA-CRIMINAL-CODE"),
    }
