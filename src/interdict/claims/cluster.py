"""The day of an undated document, from dated ones that carry the same passages.

News of one event quote the same words within days. An undated text that shares a stretch of
them with a dated one is taken to be of its day. That is an inference: it resolves dates for
whoever asks for them, and never enters the record as a date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from interdict.claims.gazetteer import fold
from interdict.model.dates import PartialDate
from interdict.model.source import Document

_WORD = re.compile(r"\w+")
_SIZE = 5
"""Words in a passage."""
_ENOUGH = 20
"""Passages that two texts share before they are taken to tell of the same days."""
_MAX_WORDS = 50_000


def inferred_days(docs: Iterable[Document]) -> dict[str, PartialDate]:
    """sha256 of each undated document whose day its siblings tell -> that day.

    Of several siblings the one that shares most is followed, among equals the latest.
    """
    undated: list[tuple[Document, frozenset[tuple[str, ...]]]] = []
    dated: list[tuple[PartialDate, frozenset[tuple[str, ...]]]] = []
    for doc in docs:
        day = doc.published_on
        if day is None:
            undated.append((doc, passages(doc.text)))
        elif day.is_day:
            dated.append((day, passages(doc.text)))
    days = {}
    for doc, own in undated:
        shared = [(len(own & theirs), str(day), day) for day, theirs in dated]
        best = max(shared, key=lambda row: row[:2], default=None)
        if best is not None and best[0] >= _ENOUGH:
            days[doc.sha256] = best[2]
    return days


def passages(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words of a text, folded."""
    words = [fold(match.group()) for match in _WORD.finditer(text)][:_MAX_WORDS]
    return frozenset(tuple(words[at : at + _SIZE]) for at in range(len(words) - _SIZE + 1))
