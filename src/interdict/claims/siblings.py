"""Siblings who share a surname: of "the brothers Juan and Luis Pell" the first is Juan Pell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from interdict.claims.mention import Mention
from interdict.model.changing import changed

_KIN = re.compile(
    r"\b(?:hermanos|hermanas|primos|primas|brothers|sisters|siblings|twins|cousins)\s\Z",
    re.IGNORECASE,
)
_BEFORE = 12
"""Characters before the first name among which what they are to each other stands."""
_AND = frozenset({" and ", " y ", " e "})
_PEOPLE = frozenset({"NAME", "PERSON"})


def with_surnames(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence; a first name takes the surname told with its sibling's."""
    result = list(mentions)
    for at, (one, other) in enumerate(pairwise(mentions)):
        people = one.kind in _PEOPLE and other.kind in _PEOPLE
        if not people or " " in one.name or text[one.end : other.start] not in _AND:
            continue
        _, _, surname = other.name.partition(" ")
        if surname and _KIN.search(text, max(0, one.start - _BEFORE), one.start):
            result[at] = changed(one, kind=other.kind, name=f"{one.name} {surname}")
    return result
