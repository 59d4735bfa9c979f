"""Names that amendments added to a designation: each counts from its amendment's own day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from interdict.model.designation import Designation, NameState, State, StateName
from interdict.regimes.lifecycle import state_of
from interdict.regimes.regime import Lifecycle


def names_of(
    designation: Designation, lifecycle: Lifecycle, *, as_of: date, known_on: date
) -> tuple[NameState, ...]:
    """Every name that an event adds, with its state, in the order of the events.

    What a licence allows is a scope as well, and no name.
    """
    adding = {*lifecycle.starts, *lifecycle.announces, "amended"}
    found: dict[str, str] = {}
    for event in designation.events:
        if event.scope is not None and event.name in adding:
            found.setdefault(event.scope.casefold(), event.scope)
    return tuple(
        _named(name, state_of_name(designation, name, lifecycle, as_of=as_of, known_on=known_on))
        for name in found.values()
    )


def _named(name: str, state: State) -> NameState:
    return NameState(
        name,
        state.name,
        grade=state.grade,
        announced=state.announced,
        expected=state.expected,
        since=state.since,
        ended=state.ended,
        ended_by=state.ended_by,
        certain=state.certain,
        citations=state.citations,
        notes=state.notes,
    )


def state_of_name(
    designation: Designation,
    name: str,
    lifecycle: Lifecycle,
    *,
    as_of: date,
    known_on: date,
) -> State:
    """The state of a name that an amendment added: from its own day, and no longer than the rest.

    Args:
        designation: of the party whose designation was amended.
        name: as the amendment's `scope` has it (case aside).
        lifecycle: of its programme.
    """
    about = [e for e in designation.events if (e.scope or "").casefold() == name.casefold()]
    added = tuple(
        replace(e, scope=None, name=lifecycle.starts[0] if e.name == "amended" else e.name)
        for e in about
    )
    ends = tuple(e for e in designation.events if e.scope is None and e.name in lifecycle.ends)
    own = state_of(
        replace(designation, events=added + ends, listed=()),
        lifecycle,
        as_of=as_of,
        known_on=known_on,
        covered=True,
    )
    if own.name is not StateName.IN_FORCE:
        return own
    rest = state_of(
        designation,
        lifecycle,
        as_of=as_of,
        known_on=known_on,
        covered=True,
    )
    return own if rest.name is StateName.IN_FORCE else rest
