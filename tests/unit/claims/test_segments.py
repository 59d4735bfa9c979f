"""Sentences cut into pieces of about a clause each."""

from __future__ import annotations

from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.segments import segments
from interdict.claims.vocabulary import known_regimes
from tests.unit.claims.articles import article


def pieces(text: str) -> list[str]:
    """The pieces of a text, as they are written."""
    reading = read(article(text), gazetteer=Gazetteer(), regimes=known_regimes(()))
    return [
        reading.doc.text[one.tokens[first].start : one.tokens[stop - 1].end]
        for one in reading.encoded
        for first, stop in segments(one.tokens)
    ]
