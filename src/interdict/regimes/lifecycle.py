"""The state of a designation on a date, computed from its events (record.md, section 5).

What is announced is never promoted by the passing of its date; what a published act fixes for
a date is. An official list's tag says that a party was listed within the bounds of editions;
it sets no date. Events beat tags where they give dates; a tag that has gone ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from interdict.model.dates import Truth, span_of
from interdict.model.designation import Designation, Event, State, StateName
from interdict.regimes.announced import announced_state, reported_state
from interdict.regimes.dated import dated_state
from interdict.regimes.listed import listed_state, marked_state
from interdict.regimes.points import cited, earliest, points, worded
from interdict.regimes.programme import ended_with_programme
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
    state = _own_state(designation, lifecycle, as_of, known_on, covered, absence_ends)
    return ended_with_programme(state, lifecycle, known_on)


def _own_state(
    designation: Designation,
    lifecycle: Lifecycle,
    as_of: date,
    known_on: date,
    covered: bool,
    absence_ends: bool,
) -> State:
    """The state by the designation's own events and tags, whatever became of the programme."""
    # What is about one name of it, or one scope, is not about the designation as a whole.
    events = [e for e in designation.events if e.scope is None]
    dated = dated_state(events, lifecycle, as_of)
    tags = [entry for entry in designation.listed if not entry.announces]
    state = _reconciled(dated, listed_state(tags, as_of, absence_ends))
    if state is not None and state.name is StateName.IN_FORCE:
        return replace(state, flags=_flags(designation.events, as_of, state))
    marked = [e for e in designation.listed if e.announces and e.presence.holds]
    coming = announced_state(events, lifecycle, as_of, known_on, state) or marked_state(
        marked, as_of
    )
    if coming is not None:
        return coming
    if state is not None:
        return state
    return reported_state(events, lifecycle, as_of) or _unknown(
        designation, lifecycle, as_of, covered
    )


def _reconciled(dated: State | None, listed: State | None) -> State | None:
    """Dates from events, bounds from lists; a list that dropped the tag later ends it.

    A tag that had gone before a dated beginning belongs to an earlier interval.
    """
    if dated is None or listed is None:
        return dated or listed
    since = span_of(dated.since)
    if (
        dated.name is StateName.IN_FORCE
        and listed.name is StateName.ENDED
        and since is not None
        and listed.last_seen is not None
        and earliest(since) > listed.last_seen.last
    ):
        return dated
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


def _unknown(designation: Designation, lifecycle: Lifecycle, as_of: date, covered: bool) -> State:
    """No event by then: `none` if a source covers the date or dates a later start."""
    confirmed = [e for e in designation.events if e.grade.confirms and not e.prior]
    later = [p for p in points(confirmed, lifecycle.starts, as_of) if p.reached is Truth.NO]
    if later:
        first = min(later, key=lambda p: earliest(p.span)).event
        return State(StateName.NONE, as_of, citations=cited([first]), notes=(f"begins {first.on}",))
    unseen = [entry.presence for entry in designation.listed if not entry.presence.holds]
    if covered and unseen:
        seen = unseen[0]
        before = f", not in {seen.absent_before}" if seen.absent_before else ""
        note = f"first seen on the list {seen.first_seen}{before}"
        return State(
            StateName.NONE, as_of, notes=(note,), citations=(designation.listed[0].citation,)
        )
    known_later = [e for e in designation.events if e.span is not None]
    notes = tuple(
        f"{event.name.replace('_', ' ')} {worded(event.on)}, by {event.citation.source}"
        for event in known_later[:1]
    )
    name = StateName.NONE if covered else StateName.NOT_COVERED
    return State(name, as_of, notes=notes, citations=cited(known_later[:1]))


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
        and (start is None or earliest(span) >= earliest(start))
        and not _over(e, as_of)
    }
    return tuple(sorted(found))


def _over(event: Event, as_of: date) -> bool:
    """Whether a licence or a suspension has ended by its own terms."""
    until = span_of(event.until)
    return until is not None and until.reached(as_of) is Truth.YES
