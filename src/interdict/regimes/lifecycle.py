"""The state of a designation on a date, computed from its events (record.md, section 5).

What is announced is never promoted by the passing of its date; what a published act fixes for
a date is. An official list's tag says that a party was listed within the bounds of editions;
it sets no date. Events beat tags where they give dates; a tag that has gone ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from interdict.model.dates import Span, Truth, span_of
from interdict.model.designation import Designation, Event, Listing, State, StateName
from interdict.model.source import Citation, Grade
from interdict.regimes.regime import Lifecycle

_FLAGS = {"licensed": "licensed", "suspended": "suspended", "annulled_stayed": "held_unlawful"}


def state_of(
    designation: Designation,
    lifecycle: Lifecycle,
    *,
    as_of: date,
    known_on: date,
    covered: bool,
    absence_ends: bool = True,
) -> State:
    """The state on `as_of`, from events that were known by `known_on`.

    Args:
        designation: with the events and list tags that the view of that moment shows.
        lifecycle: which events begin, announce and end its programme's force.
        covered: whether an official list of the programme has an edition for `as_of`.
        absence_ends: whether a tag that has left the list is evidence of an end.
    """
    dated = _dated_state(designation.events, lifecycle, as_of)
    listed = _listed_state(designation.listed, as_of, absence_ends)
    state = _reconciled(dated, listed)
    if state is not None and state.name is StateName.IN_FORCE:
        return replace(state, flags=_flags(designation.events, as_of, state))
    coming = _announced_state(designation.events, lifecycle, as_of, known_on, state)
    if coming is not None:
        return coming
    if state is not None:
        return state
    return _reported_state(designation.events, lifecycle, as_of) or _unknown(
        designation, lifecycle, as_of, covered
    )


# -- what events say ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Point:
    """A confirmed beginning or end with the days on which it can lie."""

    event: Event
    span: Span
    reached: Truth


def _dated_state(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> State | None:
    """In force or ended by confirmed events, None if none has begun by then."""
    confirmed = [event for event in events if event.grade.confirms and not event.prior]
    starts = _points(confirmed, lifecycle.starts, as_of)
    ends = [p for p in _points(confirmed, lifecycle.ends, as_of) if p.reached is not Truth.NO]
    begun = [p for p in starts if p.reached is Truth.YES or _within_dates(p)]
    if not begun:
        return None
    end = max(ends, key=lambda p: _latest(p.span), default=None)
    after = begun if end is None else [p for p in begun if _earliest(p.span) >= _latest(end.span)]
    if end is not None and not after:
        return _after_end(begun, end, as_of)
    first = min(after, key=lambda p: (p.span.is_bound, _earliest(p.span), p.event.grade.rank))
    support = [p for p in after if p.span.overlaps(first.span)]
    certain = any(p.reached is Truth.YES for p in after)
    return State(
        StateName.IN_FORCE,
        as_of,
        grade=_strongest(support),
        since=first.event.on,
        certain=certain,
        citations=_cited(p.event for p in after),
        notes=() if certain else (_rests_on("start", first.event),),
    )


def _after_end(begun: Sequence[_Point], end: _Point, as_of: date) -> State:
    """The state once an end has come, or may have come."""
    since = min(begun, key=lambda p: (p.span.is_bound, _earliest(p.span)))
    sure = end.reached is Truth.YES
    return State(
        StateName.ENDED if sure else StateName.IN_FORCE,
        as_of,
        grade=end.event.grade if sure else _strongest(begun),
        since=since.event.on,
        ended=end.event.on,
        ended_by=end.event.name,
        certain=sure,
        citations=_cited([end.event, *(p.event for p in begun)]),
        notes=() if sure else (_rests_on("end", end.event),),
    )


def _points(events: Iterable[Event], names: Sequence[str], as_of: date) -> list[_Point]:
    return [
        _Point(event, span, span.reached(as_of))
        for event in events
        if event.name in names and (span := event.span) is not None
    ]


def _within_dates(point: _Point) -> bool:
    """Whether it may have begun, by a date of low precision (not by an open bound)."""
    return point.reached is Truth.MAYBE and not point.span.is_bound


# -- what lists say ----------------------------------------------------------------------------


def _listed_state(listings: Sequence[Listing], as_of: date, absence_ends: bool) -> State | None:
    """In force while a list's answering edition holds the tag, ended once it no longer does."""
    present = [entry for entry in listings if entry.presence.holds]
    gone = [
        entry
        for entry in listings
        if not entry.presence.holds
        and entry.presence.last_seen is not None
        and entry.presence.last_seen.first <= as_of
    ]
    if present:
        best = min(present, key=lambda entry: entry.presence.grade.rank)
        return _bounded(StateName.IN_FORCE, best, as_of, present)
    if gone and absence_ends:
        last = max(gone, key=lambda entry: _seen_last(entry))
        return _bounded(StateName.ENDED, last, as_of, gone)
    return None


def _bounded(name: StateName, entry: Listing, as_of: date, all_: Sequence[Listing]) -> State:
    presence = entry.presence
    return State(
        name,
        as_of,
        grade=presence.grade,
        ended_by="removed from the list" if name is StateName.ENDED else None,
        first_seen=presence.first_seen,
        absent_before=presence.absent_before,
        last_seen=presence.last_seen,
        absent_after=presence.absent_after,
        citations=tuple(dict.fromkeys(e.citation for e in all_)),
    )


def _reconciled(dated: State | None, listed: State | None) -> State | None:
    """Dates from events, bounds from lists; a list that dropped the tag later ends it."""
    if dated is None or listed is None:
        return dated or listed
    merged = replace(
        dated,
        first_seen=listed.first_seen,
        absent_before=listed.absent_before,
        last_seen=listed.last_seen,
        absent_after=listed.absent_after,
        citations=tuple(dict.fromkeys(dated.citations + listed.citations)),
    )
    if dated.name is listed.name is StateName.IN_FORCE:
        grades = [g for g in (dated.grade, listed.grade) if g is not None]
        return replace(merged, grade=min(grades, key=lambda g: g.rank), certain=True, notes=())
    if dated.name is listed.name:
        return merged
    if listed.name is StateName.ENDED:
        return replace(merged, name=StateName.ENDED, ended_by=listed.ended_by, grade=listed.grade)
    note = f"{dated.ended_by} on {dated.ended}, but the list edition still carries the tag"
    return replace(merged, notes=(*merged.notes, note))


# -- what is announced or only reported ----------------------------------------------------------


def _announced_state(
    events: Sequence[Event],
    lifecycle: Lifecycle,
    as_of: date,
    known_on: date,
    before: State | None,
) -> State | None:
    """Pending or due, from announcements made by `as_of`; None if there are none.

    `before` is an earlier interval that has ended: only what was announced after it counts.
    """
    announced = _announcements(events, lifecycle, as_of)
    if before is not None and before.ended is not None:
        end = span_of(before.ended)
        announced = [e for e in announced if e.span and end and _earliest(e.span) >= _latest(end)]
    elif before is not None:
        announced = []
    if not announced or _withdrawn(events, as_of):
        return None
    coming = [
        point
        for point in _points((e for e in events if e.grade.confirms), lifecycle.starts, as_of)
        if point.reached is Truth.NO
    ]
    promised = [event for event in announced if _resolved(event.expected)]
    expected = None
    if coming:
        expected = min(coming, key=lambda p: _earliest(p.span)).event.on
    elif promised:
        expected = min(promised, key=lambda e: (e.grade.rank, -_agreeing(e, promised))).expected
    due = span_of(expected)
    is_due = (
        due is not None and due.reached(as_of) is Truth.YES and due.reached(known_on) is Truth.YES
    )
    first = min(
        (e for e in announced if e.span is not None),
        key=lambda e: (e.grade.rank, _latest(e.span) if e.span else date.max),
        default=None,
    )
    return State(
        StateName.DUE_UNCONFIRMED if is_due else StateName.PENDING,
        as_of,
        grade=min((e.grade for e in announced), key=lambda g: g.rank),
        announced=first.on if first else _told_by(announced),
        expected=expected,
        certain=any(e.span and e.span.reached(as_of) is Truth.YES for e in announced),
        citations=_cited([*announced, *(p.event for p in coming)]),
        notes=_no_later_than(events, lifecycle, as_of),
    )


def _no_later_than(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> tuple[str, ...]:
    """By when it was in force at the latest, where a source only gives that bound."""
    confirmed = [e for e in events if e.grade.confirms and not e.prior]
    bounds = [
        p.event
        for p in _points(confirmed, lifecycle.starts, as_of)
        if p.span.is_bound and p.reached is Truth.MAYBE
    ]
    return tuple(f"in force {_worded(e.on)}, by {e.citation.source}" for e in bounds[:1])


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


def _withdrawn(events: Sequence[Event], as_of: date) -> bool:
    return any(
        e.name == "withdrawn" and e.grade.confirms and e.span and e.span.reached(as_of) is Truth.YES
        for e in events
    )


def _reported_state(events: Sequence[Event], lifecycle: Lifecycle, as_of: date) -> State | None:
    """What only the press says: with dates as reported, and never more than that.

    A report of a month gives way to an act that dates the same beginning to the day.
    """
    confirmed = (e for e in events if e.grade.confirms and not e.prior)
    exact = [p.span for p in _points(confirmed, lifecycle.starts, as_of)]
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
        citations=_cited(told),
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


def _unknown(designation: Designation, lifecycle: Lifecycle, as_of: date, covered: bool) -> State:
    """No event by then: `none` if a source covers the date or dates a later start."""
    confirmed = [e for e in designation.events if e.grade.confirms and not e.prior]
    later = [p for p in _points(confirmed, lifecycle.starts, as_of) if p.reached is Truth.NO]
    if later:
        first = min(later, key=lambda p: _earliest(p.span)).event
        return State(
            StateName.NONE, as_of, citations=_cited([first]), notes=(f"begins {first.on}",)
        )
    known_later = [e for e in designation.events if e.span is not None]
    notes = tuple(
        f"{event.name.replace('_', ' ')} {_worded(event.on)}, by {event.citation.source}"
        for event in known_later[:1]
    )
    name = StateName.NONE if covered else StateName.NOT_COVERED
    return State(name, as_of, notes=notes, citations=_cited(known_later[:1]))


# -- small things --------------------------------------------------------------------------------


def _flags(events: Sequence[Event], as_of: date, state: State) -> tuple[str, ...]:
    """What qualifies a designation in force: an event of that kind within its interval."""
    start = span_of(state.since)
    found = {
        _FLAGS[e.name]
        for e in events
        if e.name in _FLAGS
        and e.grade.confirms
        and (span := e.span) is not None
        and span.reached(as_of) is Truth.YES
        and (start is None or _earliest(span) >= _earliest(start))
    }
    return tuple(sorted(found))


def _worded(edtf: str | None) -> str:
    """`../2021-07-07` reads "on or before 2021-07-07"."""
    text = edtf or "on a date not known"
    return f"on or before {text[3:]}" if text.startswith("../") else text


def _earliest(span: Span) -> date:
    return span.first or date.min


def _latest(span: Span) -> date:
    return span.last or date.max


def _seen_last(entry: Listing) -> date:
    last = entry.presence.last_seen
    return date.min if last is None else last.last


def _strongest(points: Sequence[_Point]) -> Grade:
    return min((p.event.grade for p in points), key=lambda grade: grade.rank)


def _resolved(expected: str | None) -> bool:
    return span_of(expected) is not None


def _agreeing(event: Event, others: Sequence[Event]) -> int:
    return sum(other.expected == event.expected for other in others)


def _cited(events: Iterable[Event]) -> tuple[Citation, ...]:
    ordered = sorted(events, key=lambda e: (e.grade.rank, e.citation.source))
    return tuple(dict.fromkeys(event.citation for event in ordered))


def _rests_on(what: str, event: Event) -> str:
    return f"the {what} is known only as {event.on}: the date asked for lies within it"
