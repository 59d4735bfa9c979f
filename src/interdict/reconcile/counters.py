"""Counts that grow: every value with its day, and what they bound together.

A cumulative count never falls, so the largest lower bound that was ever given holds ever after.
What exceeds a later upper bound is a regression: shown, never smoothed away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from interdict.reconcile.relations import Figure


@dataclass(frozen=True, slots=True)
class Point:
    """One source's count: the interval, the day it counts to (None: not known), its words."""

    low: float | None
    high: float | None
    counted_on: date | None
    shown: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the points say together as of the latest day that is given.

    `low` is the largest lower bound; `high` the smallest upper bound of the points that count to
    the latest day and do not fall below `low` (None: open). `regressed` if some later point
    cannot be reached from an earlier one.
    """

    low: float | None
    high: float | None
    as_of: date | None
    regressed: bool


def point_of(figure: Figure, shown: str) -> Point:
    """The point of a figure, counting to the last day of its span."""
    day = None if figure.counted_on is None else figure.counted_on.last
    return Point(figure.quantity.low, figure.quantity.high, day, shown)


def envelope(points: Sequence[Point]) -> Envelope:
    """The monotone envelope of some points; empty bounds for no points."""
    lows = [p.low for p in points if p.low is not None]
    low = max(lows, default=None)
    days = [p.counted_on for p in points if p.counted_on is not None]
    latest = max(days, default=None)
    highs = [
        p.high
        for p in points
        if p.high is not None and p.counted_on == latest and (low is None or p.high >= low)
    ]
    exact_above = any(p.high is None for p in points if p.low == low and p.low is not None)
    high = None if exact_above else min(highs, default=None)
    return Envelope(low, high, latest, _regressed(points))


def _regressed(points: Sequence[Point]) -> bool:
    dated = sorted((p for p in points if p.counted_on is not None), key=lambda p: str(p.counted_on))
    for at, later in enumerate(dated):
        for earlier in dated[:at]:
            if earlier.counted_on == later.counted_on or later.high is None:
                continue
            if earlier.low is not None and later.high < earlier.low:
                return True
    return False


def in_words(points: Sequence[Point], n_sources: int) -> str:
    """`about 80 people to at least 83 people (3 sources)`: from the smallest to the largest."""
    ordered = sorted(points, key=lambda p: (p.low or 0, p.high is None, p.high or 0))
    distinct = list(dict.fromkeys(p.shown for p in ordered))
    shown = distinct[0] if len(distinct) == 1 else f"{distinct[0]} to {distinct[-1]}"
    bounds = envelope(points)
    day = f", as of {bounds.as_of}" if bounds.as_of else ""
    return f"{shown} ({n_sources} source{'' if n_sources == 1 else 's'}{day})"
