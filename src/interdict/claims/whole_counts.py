"""Counts that hold a name: "241 U.S. service members" is one count and nobody's act."""

from __future__ import annotations

from interdict.claims.mention import Mention

_DESCRIBING = frozenset({"AUTHORITY", "PLACE", "REGION", "GROUP", "SPEAKERS", "LABEL"})
"""Kinds of names that may stand between a number and what it counts."""


def with_whole_counts(found: list[Mention]) -> list[Mention]:
    """Without what only describes a counted thing: "241 U.S. service members" is one count."""
    counts = [(m.start, m.end) for m in found if m.kind in ("COUNT", "PLURAL")]
    if not counts:
        return found
    return [
        mention
        for mention in found
        if mention.kind not in _DESCRIBING
        or not any(low < mention.start and mention.end <= high for low, high in counts)
    ]
