"""Beginnings and ends of a designation as points in time, and how such dates are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from interdict.model.dates import Span, Truth
from interdict.model.designation import Event
from interdict.model.source import Citation, Grade


@dataclass(frozen=True, slots=True)
class Point:
    """A confirmed beginning or end with the days on which it can lie."""

    event: Event
    span: Span
    reached: Truth


def points(events: Iterable[Event], names: Sequence[str], as_of: date) -> list[Point]:
    """Events of those names that say when, with whether they have come by `as_of`."""
    return [
        Point(event, span, span.reached(as_of))
        for event in events
        if event.name in names and (span := event.span) is not None
    ]


def narrowest(points: Sequence[Point]) -> Point:
    """Of dates that agree, the one that says most: a day before its month."""
    return min(
        points,
        key=lambda p: (
            p.span.is_bound,
            latest(p.span).toordinal() - earliest(p.span).toordinal(),
            p.event.grade.rank,
        ),
    )


def strongest(points: Sequence[Point]) -> Grade:
    """The strongest grade among them."""
    return min((p.event.grade for p in points), key=lambda grade: grade.rank)


def earliest(span: Span) -> date:
    """The first day a span allows; the beginning of time where it is open."""
    return span.first or date.min


def latest(span: Span) -> date:
    """The last day a span allows; the end of time where it is open."""
    return span.last or date.max


def cited(events: Iterable[Event]) -> tuple[Citation, ...]:
    """The citations of events, strongest grade first, without repeats."""
    ordered = sorted(events, key=lambda e: (e.grade.rank, e.citation.source))
    return tuple(dict.fromkeys(event.citation for event in ordered))


def worded(edtf: str | None) -> str:
    """`../2021-07-07` reads "on or before 2021-07-07"."""
    text = edtf or "on a date not known"
    return f"on or before {text[3:]}" if text.startswith("../") else text
