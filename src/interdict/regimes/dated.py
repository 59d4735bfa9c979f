"""What confirmed events say of a day: in force since, or ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interdict.model.dates import Truth
from interdict.model.designation import Event, State, StateName
from interdict.regimes.points import (
    Point,
    cited,
    earliest,
    latest,
    narrowest,
    points,
    strongest,
)
from interdict.regimes.regime import Lifecycle


def dated_state(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> State | None:
    """In force or ended by confirmed events, None if none has begun by then."""
    confirmed = [event for event in events if event.grade.confirms and not event.prior]
    starts = points(confirmed, lifecycle.starts, as_of)
    ends = [p for p in points(confirmed, lifecycle.ends, as_of) if p.reached is not Truth.NO]
    begun = [p for p in starts if p.reached is Truth.YES or _within_dates(p)]
    if not begun:
        return None
    end = max(ends, key=lambda p: latest(p.span), default=None)
    after = begun if end is None else [p for p in begun if earliest(p.span) >= latest(end.span)]
    if end is not None and not after:
        return _after_end(begun, end, as_of)
    first = min(after, key=lambda p: (p.span.is_bound, earliest(p.span), p.event.grade.rank))
    support = [p for p in after if p.span.overlaps(first.span)]
    certain = any(p.reached is Truth.YES for p in after)
    return State(
        StateName.IN_FORCE,
        as_of,
        grade=strongest(support),
        since=narrowest(support).event.on,
        certain=certain,
        citations=cited(p.event for p in after),
        notes=() if certain else (_rests_on("start", first.event),),
    )


def _after_end(begun: Sequence[Point], end: Point, as_of: date) -> State:
    """The state once an end has come, or may have come."""
    since = min(begun, key=lambda p: (p.span.is_bound, earliest(p.span)))
    sure = end.reached is Truth.YES
    return State(
        StateName.ENDED if sure else StateName.IN_FORCE,
        as_of,
        grade=end.event.grade if sure else strongest(begun),
        since=since.event.on,
        ended=end.event.on,
        ended_by=end.event.name,
        certain=sure,
        citations=cited([end.event, *(p.event for p in begun)]),
        notes=() if sure else (_rests_on("end", end.event),),
    )


def _within_dates(point: Point) -> bool:
    """Whether it may have begun, by a date of low precision (not by an open bound)."""
    return point.reached is Truth.MAYBE and not point.span.is_bound


def _rests_on(what: str, event: Event) -> str:
    return f"the {what} is known only as {event.on}: the date asked for lies within it"
