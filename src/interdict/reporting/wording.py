"""States, dates, stances and relations in sentences that a reader outside the trade can use."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping

from interdict.model.claim import Stance
from interdict.model.dates import PartialDate
from interdict.model.designation import State, StateName
from interdict.model.source import Grade
from interdict.reconcile.relations import Relation
from interdict.regimes.effects import EffectState, EffectStatus

GRADES = {
    Grade.OFFICIAL: "official source",
    Grade.COPY: "copy of an official text, read from a file",
    Grade.ISSUER: "the issuer's own release",
    Grade.PRESS: "press",
}
"""How strong a source is, in words."""

STATES = {
    StateName.NONE: "Not in force",
    StateName.NOT_COVERED: "Not covered",
    StateName.REPORTED: "Reported only",
    StateName.PENDING: "Pending",
    StateName.DUE_UNCONFIRMED: "Due, unconfirmed",
    StateName.IN_FORCE: "In force",
    StateName.ENDED: "Ended",
}
"""The label of a state."""

STANCES = {
    Stance.ASSERTED: "said by",
    Stance.ALLEGED: "alleged by",
    Stance.DENIED: "denied by",
    Stance.OPINION: "an opinion of",
    Stance.UNVERIFIED: "told, unverified, by",
    Stance.HYPOTHETICAL: "supposed by",
}
"""How a claim in that stance stands to whoever makes it."""

KINDS = {
    "reward.offered": "reward offered",
    "reward.raised": "reward raised",
    "reward.prior": "earlier reward",
    "sanction.prior": "earlier sanction",
    "procedure": "procedure",
}
"""What kinds of claims are called on the line of time."""

RELATIONS = {
    Relation.SINGLE: "One source speaks.",
    Relation.AGREE: "The sources agree.",
    Relation.REFINES: "They fit: one answer is more exact than another.",
    Relation.COMPATIBLE: "They do not contradict each other: all can be true.",
    Relation.SERIES: "A count that has grown with time.",
    Relation.LABEL: "Each source uses a label of its own.",
    Relation.SOFT: "The same in other words, or one source leaves it open.",
    Relation.OPEN: "At least one answer cannot be placed in time.",
    Relation.DRIFT: "A rendering changes what was said.",
    Relation.REGRESSION: "A later count is smaller than an earlier one.",
    Relation.MISLABEL: "One source names another programme than stronger ones.",
    Relation.REBUTTED_BY: "A source itself contradicts the allegation.",
    Relation.DENIED_BY: "Whom it concerns denies it.",
    Relation.NOT_A_DESIGNATION: "An inference; it designates nobody.",
    Relation.CONFLICT: "They contradict each other: not all can be true.",
}
"""What it means that answers stand to each other so."""

_SYMBOLIC_DAY = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_SYMBOLIC_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")


def day_in_words(edtf: str | None) -> str:
    """An EDTF date as it is written out: `24 November 2025`, `on or before 7 July 2021`.

    A time of day is left out. A symbolic date says what is missing; what is no date stays
    as it is.
    """
    if not edtf:
        return "date not given"
    low, slash, high = edtf.partition("/")
    if not slash:
        return _point(low)
    if low in ("", ".."):
        return f"on or before {_point(high)}"
    if high in ("", ".."):
        return f"since {_point(low)}"
    return f"between {_point(low)} and {_point(high)}"


def _point(text: str) -> str:
    bare = text.partition("T")[0].rstrip("~?%")
    if found := _SYMBOLIC_WEEKDAY.match(bare):
        return f"a {calendar.day_name[int(found[1]) - 1]}, date not given"
    if found := _SYMBOLIC_DAY.match(bare):
        day = f"{int(found[2])} " if found[2] else ""
        return f"{day}{calendar.month_name[int(found[1])]}, year not given"
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", bare):
        return text
    date = PartialDate.parse(bare)
    words = [str(date.day)] if date.day else []
    words += [calendar.month_name[date.month]] if date.month else []
    shown = " ".join([*words, str(date.year)])
    return f"about {shown}" if text.endswith("~") else shown


def state_sentence(state: State) -> str:
    """What a designation's state on its date is, in one or more sentences."""
    told = _SENTENCES[state.name](state)
    if state.flags:
        told += f" On record: {', '.join(flag.replace('_', ' ') for flag in state.flags)}."
    if not state.certain:
        told += " This rests on a date that is not known to the day."
    if state.notes and state.name is not StateName.IN_FORCE:
        told += f" Note: {'; '.join(state.notes)}."
    return told


def _in_force(state: State) -> str:
    told = f"In force since {day_in_words(state.since)}" if state.since else "In force"
    if state.since and state.since.startswith("../"):
        told = f"In force {day_in_words(state.since)}"
    if state.first_seen is not None:
        told += f"; on the list by {_point(str(state.first_seen))}"
        if state.absent_before is not None:
            told += f", not in the edition of {_point(str(state.absent_before))}"
    if state.grade is not None:
        told += f". Established by: {GRADES[state.grade]}"
    return told + "."


def _ended(state: State) -> str:
    told = f"Ended {day_in_words(state.ended)}" if state.ended else "Ended"
    if state.ended is None and state.last_seen is not None:
        told += f" after {_point(str(state.last_seen))}, when the list last showed it"
        if state.absent_after is not None:
            told += f", and by {_point(str(state.absent_after))}"
    return told + (f" ({state.ended_by.replace('_', ' ')})." if state.ended_by else ".")


def _pending(state: State) -> str:
    return (
        f"Not in force. Announced: {day_in_words(state.announced)}; expected to take effect: "
        f"{day_in_words(state.expected)}. An announcement does not put it in force."
    )


def _due(state: State) -> str:
    return (
        f"Announced: {day_in_words(state.announced)}; expected to take effect: "
        f"{day_in_words(state.expected)}. That day has come, but no official act, list or "
        "reviewer in this record confirms it."
    )


def _reported(state: State) -> str:
    as_of = f", dated {day_in_words(state.since)}" if state.since else ""
    return f"Reported by the press alone{as_of}; no official source in this record establishes it."


_SENTENCES: Mapping[StateName, Callable[[State], str]] = {
    StateName.IN_FORCE: _in_force,
    StateName.ENDED: _ended,
    StateName.PENDING: _pending,
    StateName.DUE_UNCONFIRMED: _due,
    StateName.REPORTED: _reported,
    StateName.NONE: lambda _: "Not in force on that date, by the sources held.",
    StateName.NOT_COVERED: lambda _: "Not covered: no list held speaks about that date.",
}


def effect_status(status: EffectStatus) -> str:
    """The status of a legal effect with its dates."""
    told = str(status.status.value).replace("_", " ")
    if status.from_:
        started = day_in_words(status.from_)
        told += f" {started}" if status.from_.startswith("../") else f" from {started}"
    if status.until:
        told += f" until {day_in_words(status.until)}"
    if status.expected:
        told += f", expected {day_in_words(status.expected)}"
    if status.status is EffectState.DUE_UNCONFIRMED and not status.expected:
        told += ", waits for the list"
    return told
