"""What has been announced but is not in force, and what only the press reports.

Nothing announced is promoted by the passing of its date: it becomes due, and stays unconfirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from interdict.model.dates import Span, Truth, span_of
from interdict.model.designation import Event, State, StateName
from interdict.model.source import Grade
from interdict.regimes.points import cited, earliest, latest, points, worded
from interdict.regimes.regime import Lifecycle


def announced_state(
    events: Sequence[Event],
    lifecycle: Lifecycle,
    as_of: date,
    known_on: date,
    before: State | None,
) -> State | None:
    """Pending or due, from announcements made by `as_of`; None if there are none.

    `before` is an earlier interval that has ended: only what was announced after it counts.
    """
    made = _announcements(events, lifecycle, as_of)
    if before is not None:
        ended = _latest_end(before)
        made = [e for e in made if e.span and earliest(e.span) >= ended]
    cancelled = _cancelled(events, as_of)
    announced = [e for e in made if cancelled is None or _after(e, cancelled)]
    if made and not announced and cancelled is not None and before is None:
        return _taken_back(made, cancelled, as_of)
    if not announced:
        return None
    coming = [
        point
        for point in points((e for e in events if e.grade.confirms), lifecycle.starts, as_of)
        if point.reached is Truth.NO
    ]
    promised = [event for event in announced if _resolved(event.expected)]
    expected = None
    if coming:
        expected = min(coming, key=lambda p: earliest(p.span)).event.on
    elif promised:
        expected = min(promised, key=lambda e: (e.grade.rank, -_agreeing(e, promised))).expected
    due = span_of(expected)
    is_due = (
        due is not None and due.reached(as_of) is Truth.YES and due.reached(known_on) is Truth.YES
    )
    first = min(
        (e for e in announced if e.span is not None),
        key=lambda e: (e.grade.rank, latest(e.span) if e.span else date.max),
        default=None,
    )
    return State(
        StateName.DUE_UNCONFIRMED if is_due else StateName.PENDING,
        as_of,
        grade=min((e.grade for e in announced), key=lambda g: g.rank),
        announced=first.on if first else _told_by(announced),
        expected=expected,
        certain=any(e.span and e.span.reached(as_of) is Truth.YES for e in announced),
        citations=cited([*announced, *(p.event for p in coming)]),
        notes=_no_later_than(events, lifecycle, as_of),
    )


def _announcements(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> list[Event]:
    """What had been announced by `as_of`.

    A source that gives the announcement no date speaks of the one that others date; where
    nobody does, it had been made when the source was published.
    """
    announced = [e for e in events if e.name in lifecycle.announces and not e.prior]
    dated = [e for e in announced if e.span is not None]
    made = [e for e in dated if e.span and e.span.reached(as_of) is not Truth.NO]
    undated = [e for e in announced if e.span is None]
    if dated:
        return [*made, *undated] if made else []
    return [e for e in undated if e.published_at and e.published_at.date() <= as_of]


def _told_by(announced: Sequence[Event]) -> str | None:
    """`../DATE`: no later than the first source that tells of it."""
    days = [e.published_at.date() for e in announced if e.published_at]
    return f"../{min(days)}" if days else None


def _latest_end(before: State) -> date:
    """The day by which an earlier interval had ended, by its date or by its list's bounds."""
    span = span_of(before.ended)
    if span is not None:
        return latest(span)
    return date.min if before.last_seen is None else before.last_seen.last


def _cancelled(events: Sequence[Event], as_of: date) -> Event | None:
    """The last act by `as_of` that takes announcements back, or forbids what they announce."""
    acts = [
        e
        for e in events
        if e.name in ("withdrawn", "disapproved")
        and e.grade.confirms
        and not e.prior
        and e.span is not None
        and e.span.reached(as_of) is Truth.YES
    ]
    return max(acts, key=lambda e: latest(e.span) if e.span else date.min, default=None)


def _after(event: Event, act: Event) -> bool:
    return (
        event.span is not None
        and act.span is not None
        and (earliest(event.span) > latest(act.span))
    )


def _taken_back(made: Sequence[Event], act: Event, as_of: date) -> State:
    """Announced, and never made."""
    return State(
        StateName.ENDED,
        as_of,
        grade=act.grade,
        ended=act.on,
        ended_by=act.name,
        citations=cited([act, *made]),
    )


def _no_later_than(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> tuple[str, ...]:
    """By when it was in force at the latest, where a source only gives that bound."""
    confirmed = [e for e in events if e.grade.confirms and not e.prior]
    bounds = [
        p.event
        for p in points(confirmed, lifecycle.starts, as_of)
        if p.span.is_bound and p.reached is Truth.MAYBE
    ]
    return tuple(f"in force {worded(e.on)}, by {e.citation.source}" for e in bounds[:1])


def _resolved(expected: str | None) -> bool:
    return span_of(expected) is not None


def _agreeing(event: Event, others: Sequence[Event]) -> int:
    return sum(other.expected == event.expected for other in others)


def reported_state(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> State | None:
    """What only the press says: with dates as reported, and never more than that.

    A report of a month gives way to an act that dates the same beginning to the day.
    """
    confirmed = (e for e in events if e.grade.confirms and not e.prior)
    exact = [p.span for p in points(confirmed, lifecycle.starts, as_of)]
    told = [event for event in events if event.prior and _tells(event, exact, as_of)]
    if not told:
        return None
    dated = [e for e in told if e.span is not None and e.name in lifecycle.starts]
    best = min(dated, key=lambda e: (e.grade.rank, e.span is None or e.span.is_bound), default=None)
    return State(
        StateName.REPORTED,
        as_of,
        grade=Grade.PRESS,
        since=best.on if best else None,
        certain=any(e.span and e.span.reached(as_of) is Truth.YES for e in told),
        citations=cited(told),
    )


def _tells(event: Event, exact: Sequence[Span], as_of: date) -> bool:
    """Whether a report speaks of `as_of`, and no act gives its date better."""
    span = event.span
    if span is None:
        return not exact and event.published_at is not None and event.published_at.date() <= as_of
    if any(span.overlaps(other) for other in exact):
        return False
    reached = span.reached(as_of)
    return reached is Truth.YES or (reached is Truth.MAYBE and not span.is_bound)
