"""What a designation brings about on a date: each effect of its regime with a status.

Pure: works on the state that `lifecycle` computed. An effect starts with one of two things:
the designation's force, or the tag's presence on an official list (`starts_on: listed`,
where that does not itself begin force). The second may come later, and may stay longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate, Truth, span_of
from interdict.model.designation import State, StateName
from interdict.model.source import Citation, Grade
from interdict.regimes.business_days import calendar_of
from interdict.regimes.regime import Effect, Regime
from interdict.regimes.vocabulary import ADDRESSEES, LISTED, duty_of

NOT_LEGAL_ADVICE = (
    "Reference, not legal advice. Each effect carries its source and grade of proof; read the "
    "legal text, and ask counsel, before acting or refraining from acting."
)
"""Shown wherever legal effects are shown."""


class EffectState(StrEnum):
    """Status of one effect on a date. Only `in_force` says that it binds."""

    IN_FORCE = "in_force"
    PENDING = "pending"  # announced, its day not come
    DUE_UNCONFIRMED = "due_unconfirmed"  # its day has come, or its cause is in force, unconfirmed
    ENDED = "ended"
    REPORTED = "reported"  # on the word of the press alone
    NOT_IN_FORCE = "not_in_force"
    NOT_COVERED = "not_covered"  # nothing in the record speaks of the date


_OF_STATE = {
    StateName.NONE: EffectState.NOT_IN_FORCE,
    StateName.NOT_COVERED: EffectState.NOT_COVERED,
    StateName.REPORTED: EffectState.REPORTED,
    StateName.PENDING: EffectState.PENDING,
    StateName.DUE_UNCONFIRMED: EffectState.DUE_UNCONFIRMED,
    StateName.IN_FORCE: EffectState.IN_FORCE,
    StateName.ENDED: EffectState.ENDED,
}


_WAITS = "The designation is in force; this effect waits for the tag on the official list."


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline on the calendar: `by`, where what it is `counted_from` happens on `counted_on`."""

    what: str
    counted_from: str
    counted_on: date
    by: date


@dataclass(frozen=True, slots=True)
class EffectStatus:
    """One effect with its status on the state's date.

    `from_` and `until` are EDTF dates that a source gives for the interval `[from_, until)`,
    None where sources give only bounds (the note has them); under `reported` they are dates as
    reported. `expected` is the day from which an announcement says it will hold. `grade` is
    how strongly the designation is established; how well the rule itself is proved is
    `effect.grade`. `duty` is `prohibited`, `required` or `possible`. `before_from` is the day,
    as EDTF, from which something may apply before force. `due` are the deadlines of a duty in
    force, counted from the state's date and from the day on which force began. `cautions` are
    those sentences of the note without which the status would mislead.
    """

    effect: Effect
    regime_key: str
    status: EffectState
    from_: str | None = None
    until: str | None = None
    expected: str | None = None
    grade: Grade | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None
    duty: str = ""
    before_from: str | None = None
    due: tuple[Due, ...] = ()
    cautions: tuple[str, ...] = ()


def effects_of(regime: Regime, state: State, *, addressee: str | None) -> list[EffectStatus]:
    """Every effect of the regime on the state's date, by addressee and code.

    Args:
        regime: the programme.
        state: the designation's state under that programme.
        addressee: a code of `vocabulary.ADDRESSEES`: the effects that bind it, including
            those that bind a wider class in which it lies (a US financial institution is a
            US person, and both are among "any person"). None: all effects.

    Returns:
        One status for each effect; empty if none binds the addressee.

    Raises:
        InvalidInput: if the addressee is not a known code.
    """
    bound = _classes(addressee)
    statuses = [_status(effect, regime, state) for effect in regime.effects]
    return sorted(
        (one for one in statuses if one.effect.addressee in bound),
        key=lambda one: (one.effect.addressee, one.effect.code),
    )


def _classes(addressee: str | None) -> frozenset[str]:
    if addressee is None:
        return frozenset(ADDRESSEES)
    if addressee not in ADDRESSEES:
        raise InvalidInput(
            f"{addressee!r} is not an addressee. Known are: {', '.join(ADDRESSEES)}."
        )
    return frozenset({addressee, *ADDRESSEES[addressee].within})


def _status(effect: Effect, regime: Regime, state: State) -> EffectStatus:
    by_list = effect.starts_on not in regime.lifecycle.starts
    status, notes = _by_list(state) if by_list else _by_force(effect, regime, state)
    # Of a tag, editions give bounds alone; its dates are not those of the designation.
    dated = not by_list or state.first_seen is None
    began = status in (EffectState.IN_FORCE, EffectState.ENDED, EffectState.REPORTED)
    awaited = status in (EffectState.PENDING, EffectState.DUE_UNCONFIRMED)
    cautions = [*([_WAITS] if _WAITS in notes else []), *_cautions(effect, status, state)]
    if effect.before_force and awaited:
        notes.append(f"Before force: {effect.before_force}")
    if effect.decided_on == "act":
        notes.append(_for_acts(status, state))
    return EffectStatus(
        effect=effect,
        regime_key=regime.key,
        status=status,
        from_=state.since if dated and began else None,
        until=state.ended if dated and status is EffectState.ENDED else None,
        expected=state.expected if awaited and status is _OF_STATE[state.name] else None,
        grade=state.grade,
        citations=state.citations,
        note=" ".join(dict.fromkeys(notes + cautions)) or None,
        duty=duty_of(effect.code),
        before_from=_before_from(effect, regime, state) if awaited else None,
        due=_due(effect, state) if status is EffectState.IN_FORCE else (),
        cautions=tuple(cautions),
    )


def _for_acts(status: EffectState, state: State) -> str:
    """What the state means for an effect that the day of an act decides."""
    if status is EffectState.ENDED and state.since is not None:
        return f"For acts from {state.since} until {state.ended} it holds still, whenever asked."
    return f"Decided by the day of the act: this is the answer for an act on {state.as_of}."


def _before_from(effect: Effect, regime: Regime, state: State) -> str | None:
    """The latest day of a notice that must precede force by so many days, as `../DATE`."""
    notice, expected = regime.lifecycle.notice_days, span_of(state.expected)
    if effect.before_on is None or notice is None or expected is None or expected.last is None:
        return None
    return f"../{expected.last - timedelta(days=notice)}"


def _due(effect: Effect, state: State) -> tuple[Due, ...]:
    """Deadlines for what happens on the state's date, and for what was so when force began."""
    began = span_of(state.since)
    days = {state.as_of}
    if began is not None and began.first is not None and began.first == began.last:
        days.add(began.first)
    found = []
    for deadline in effect.deadlines:
        if deadline.yearly is not None:
            by = _next_yearly(deadline.yearly, state.as_of)
            found.append(Due(deadline.what, deadline.counted_from, state.as_of, by))
        elif deadline.days is not None and deadline.calendar is not None:
            business = calendar_of(deadline.calendar)
            found += [
                Due(deadline.what, deadline.counted_from, day, business.after(day, deadline.days))
                for day in sorted(days)
                if day.year >= business.first_year
            ]
    return tuple(found)


def _next_yearly(day_of_year: str, day: date) -> date:
    """The next such day, that of the day itself included."""
    month, of_month = (int(part) for part in day_of_year.split("-"))
    this_year = date(day.year, month, of_month)
    return this_year if this_year >= day else date(day.year + 1, month, of_month)


def _by_force(effect: Effect, regime: Regime, state: State) -> tuple[EffectState, list[str]]:
    """Status of an effect that follows the designation's force."""
    status = _OF_STATE[state.name]
    notes = []
    if (
        status is EffectState.ENDED
        and state.ended_by in regime.lifecycle.ends
        and state.ended_by not in effect.ends_on
    ):
        status = EffectState.IN_FORCE
        notes.append(f"The designation has ended ({state.ended_by}); this effect outlasts that.")
    if status in (EffectState.IN_FORCE, EffectState.ENDED) and state.first_seen is not None:
        notes.append(_bounds(state))
    if (
        status is EffectState.IN_FORCE
        and effect.starts_on == LISTED
        and not _reached(state.first_seen, state)
    ):
        notes.append("It attaches to the list, where no edition in this record shows it yet.")
    return status, notes


def _by_list(state: State) -> tuple[EffectState, list[str]]:
    """Status of an effect that follows the tag on an official list, whatever the force."""
    bounds = [] if state.first_seen is None else [_bounds(state)]
    if _reached(state.absent_after, state):
        return EffectState.ENDED, bounds
    if _reached(state.first_seen, state):
        return EffectState.IN_FORCE, bounds
    if state.name is StateName.IN_FORCE:
        return EffectState.DUE_UNCONFIRMED, [_WAITS, *bounds]
    return _OF_STATE[state.name], bounds


def _reached(day: PartialDate | None, state: State) -> bool:
    """True if the edition's day has surely come on the state's date."""
    return day is not None and day.reached(state.as_of) is Truth.YES


def _bounds(state: State) -> str:
    """What editions of lists say about the tag, as a sentence."""
    parts = [f"Tag on the list by {state.first_seen}"]
    if state.absent_before is not None:
        parts.append(f"not in the edition of {state.absent_before}")
    if state.absent_after is not None:
        parts.append(f"gone from that of {state.absent_after}")
        if state.last_seen is not None:
            parts.append(f"last seen in that of {state.last_seen}")
    return ", ".join(parts) + "."


def _cautions(effect: Effect, status: EffectState, state: State) -> list[str]:
    """What a reader must know before relying on the status."""
    cautions = []
    if status is EffectState.REPORTED:
        cautions.append("On the word of the press alone.")
    if status is EffectState.DUE_UNCONFIRMED and state.name is StateName.DUE_UNCONFIRMED:
        cautions.append("Its day has come; no act or list confirms it yet.")
    if status is EffectState.IN_FORCE:
        if "licensed" in state.flags and effect.licence_possible is not False:
            cautions.append("A licence is on record: read its scope first.")
        if "suspended" in state.flags:
            cautions.append("A suspension is on record: read its terms first.")
        if "held_unlawful" in state.flags:
            cautions.append("A court has held the designation unlawful and left it in force.")
    if not state.certain and status in (EffectState.IN_FORCE, EffectState.ENDED):
        cautions.append("Rests on a date that is not known to the day.")
    return cautions
