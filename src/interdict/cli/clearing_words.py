"""What would clear a match, in words."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.matching.base import FULL_SCORE
from interdict.model.match import Clearing, Match

_SHOWN = 3
"""So many listed values are named; the rest is in the JSON."""

_WORDS = {
    "birth_date": "a birth date years from {}",
    "country": "no country in common with {}",
    "identifier": "{} not being its own number",
    "schema": "another kind of party than {}",
}


def clearing_in_words(match: Match, threshold: int) -> list[str]:
    """Lines on what would clear the match, and what would only lower it."""
    clears = _least([one for one in match.clearing if one.score < threshold])
    lowers = [one for one in match.clearing if one.score >= threshold and len(one.differs) == 1]
    nothing = "nothing that is listed of it beside the name"
    lines = [f"would clear it: {_listed(clears) or nothing}"]
    if lowers:
        lines.append(f"would lower it: {_listed(lowers)}")
    return lines


def _least(ways: Sequence[Clearing]) -> list[Clearing]:
    """Without those that only add to another way that is enough."""
    kinds = [frozenset(one.evidence) for one in ways]
    return [w for w, own in zip(ways, kinds, strict=True) if not any(k < own for k in kinds)]


def _listed(ways: Sequence[Clearing]) -> str:
    return "; ".join(f"{_way(one)} ({_left(one.score)})" for one in ways)


def _way(one: Clearing) -> str:
    return " and ".join(_WORDS[kind].format(_some(listed)) for kind, listed in one.differs)


def _some(listed: Sequence[str]) -> str:
    return ", ".join(listed[:_SHOWN]) + (" ..." if len(listed) > _SHOWN else "")


def _left(score: int) -> str:
    return f"{score / FULL_SCORE:.2f}" if score else "no match"
