"""What the end of a programme does to the designations that were made under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from interdict.model.dates import Truth, span_of
from interdict.model.designation import State, StateName
from interdict.regimes.points import worded
from interdict.regimes.regime import Lifecycle, ProgrammeEvent
from interdict.regimes.vocabulary import PROGRAMME_ENDS

_PROVED = frozenset("AB")
"""Grades of proof that establish an end; what the press says, or nobody checked, is only told."""

_LIVE = (StateName.IN_FORCE, StateName.PENDING, StateName.DUE_UNCONFIRMED)


def ended_with_programme(state: State, lifecycle: Lifecycle, known_on: date) -> State:
    """The state once its programme has ended: nothing goes on under it, or comes into force.

    A list may carry the tag for some time after; what the party is designated under besides is
    another designation. An end that lies after `known_on` cannot have been known.
    """
    if state.name not in _LIVE:
        return state
    for event in reversed(lifecycle.programme):
        span = span_of(event.on)
        if event.event not in PROGRAMME_ENDS or span is None:
            continue
        if span.reached(state.as_of) is not Truth.YES or span.reached(known_on) is not Truth.YES:
            continue
        if event.grade not in _PROVED:
            return replace(state, notes=(*state.notes, _told(event)))
        return _ended(state, event)
    return state


def _ended(state: State, event: ProgrammeEvent) -> State:
    note = f"the programme has {event.event}: {event.text}"
    if state.name is StateName.IN_FORCE and state.last_seen and state.absent_after is None:
        note += " A list still carries the tag."
    return replace(
        state,
        name=StateName.ENDED,
        ended=event.on,
        ended_by=f"programme {event.event}",
        expected=None,
        flags=(),
        certain=True,
        notes=(*state.notes, note),
    )


def _told(event: ProgrammeEvent) -> str:
    return (
        f"the programme is said to have {event.event} {worded(event.on)} "
        f"(grade {event.grade}, which establishes nothing)"
    )
