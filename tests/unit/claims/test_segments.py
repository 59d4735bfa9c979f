"""Sentences cut into pieces of about a clause each."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.segments import segments
from interdict.claims.vocabulary import known_regimes


def pieces(text: str) -> list[str]:
    """The pieces of a text, as they are written."""
    reading = read(article(text), gazetteer=Gazetteer(), regimes=known_regimes(()))
    return [
        reading.doc.text[one.tokens[first].start : one.tokens[stop - 1].end]
        for one in reading.encoded
        for first, stop in segments(one.tokens)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The group, which Canada outlawed in 2019, has shops in Ostvale.",
            ["The group", "which Canada outlawed in 2019", "has shops in Ostvale"],
        ),
        (
            "Canada outlawed the Harbour Front in 2019 and Britain froze its accounts.",
            ["Canada outlawed the Harbour Front in 2019", "and Britain froze its accounts"],
        ),
        (
            "The Harbour Front and the Quay Boys are on the list.",
            ["The Harbour Front and the Quay Boys are on the list"],
        ),
        ("It closed; nobody was hurt.", ["It closed", "nobody was hurt"]),
        ("", []),
    ],
)
def test_clauses_are_cut_at_marks_and_openers(text: str, expected: list[str]) -> None:
    """Commas, relatives and "and" cut; a list of names stays whole, a short piece joins another."""
    assert pieces(text) == expected
