"""History as a check: what happened to a party, and what its states must have been.

A scenario is one YAML file: events as sources gave them, with the day on which each could be
known, and what the life cycle has to answer for some days. `check` computes the answers and lays
them beside the expected ones. docs/regimes.md says what each field means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from interdict.model.dates import PartialDate, end_of_day
from interdict.model.designation import Designation, Event, Listing, State
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence
from interdict.regimes.added_names import state_of_name
from interdict.regimes.effects import effects_of
from interdict.regimes.known import Regimes
from interdict.regimes.lifecycle import state_of
from interdict.regimes.regime import Regime
from interdict.regimes.rewards import Reward, in_place_on, in_words

ESTABLISHES: dict[str, Grade] = {
    "A": Grade.COPY,
    "B": Grade.COPY,
    "C": Grade.PRESS,
    "U": Grade.PRESS,
}
"""What a fact of a grade of proof may establish, where the scenario does not say who speaks."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one source gives it, with the day from which it could be known."""

    event: Event
    known: date
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag on a list: editions that hold it, and editions that do not."""

    dataset: str
    tag: str
    held: tuple[date, ...]
    without: tuple[date, ...]

    def listing(self, as_of: date, known_on: date, *, announces: bool) -> Listing:
        """The tag as the editions published by `known_on` show it around `as_of`."""
        days = sorted(d for d in (*self.held, *self.without) if d <= known_on)
        answering = max((d for d in days if d <= as_of), default=None)
        held = [d for d in self.held if d <= known_on]
        before = [d for d in held if d <= as_of]
        run = _run(days, set(held), max(before) if before else min(held, default=None))
        earlier = [d for d in days if run and d < run[0]]
        later = [d for d in days if run and d > run[-1]]
        presence = Presence(
            edition=_partial(answering),
            holds=answering in self.held,
            first_seen=_partial(run[0]) if run else None,
            last_seen=_partial(run[-1]) if run else None,
            absent_before=_partial(max(earlier, default=None)),
            absent_after=_partial(min(later, default=None)),
        )
        citation = Citation(self.dataset, Grade.COPY, edition=str(answering))
        return Listing(self.dataset, self.tag, presence, citation, announces)


@dataclass(frozen=True, slots=True)
class Row:
    """One designation of a scenario: a programme with its events and tags."""

    regime: str
    told: tuple[Told, ...]
    tagged: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A reward as one source gives it, with the day from which it could be known."""

    reward: Reward
    known: date
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be answered for a day: fields of the state, or the status of one effect.

    `known_on` is the last day whose sources may be used; None is all of them. `name` asks for
    a name that an amendment added. Of a reward `regime` is the programme that offers it.
    """

    regime: str
    as_of: date
    known_on: date | None
    name: str | None
    fields: tuple[tuple[str, str], ...]
    effect: str | None = None
    addressee: str | None = None
    is_reward: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """One party's history under one or more programmes; `about` says what it is there to show."""

    file: str
    entity: str
    about: str
    designations: tuple[Row, ...]
    expectations: tuple[Expectation, ...]
    rewards: tuple[Offered, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One answer beside what it must be. `grade` is the weakest grade of proof it rests on."""

    scenario: str
    entity: str
    regime: str
    as_of: date
    known_on: date | None
    asked: str
    expected: str
    got: str
    grade: str
    sources: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True if the answer is the expected one."""
        return self.expected == self.got


def check(scenario: Scenario, regimes: Regimes) -> list[Check]:
    """Every expectation of a scenario beside the answer, in the order of the file.

    Raises:
        NotFound: if it names a programme that is not there as data.
    """
    return [_checked(scenario, one, regimes) for one in scenario.expectations]


def _checked(scenario: Scenario, one: Expectation, regimes: Regimes) -> Check:
    if one.is_reward:
        return _checked_reward(scenario, one)
    regime = regimes.named(one.regime)
    row = next(row for row in scenario.designations if row.regime == one.regime)
    known_on = one.known_on or date.max
    told = [told for told in row.told if told.known <= known_on]
    state = _state(row, told, one, regime, regimes)
    if one.effect is None:
        got = _said(state, [name for name, _ in one.fields])
    else:
        found = effects_of(regime, state, addressee=one.addressee)
        got = next((str(s.status) for s in found if s.effect.code == one.effect), "no such effect")
    return Check(
        scenario=scenario.file,
        entity=one.name or scenario.entity,
        regime=one.regime,
        as_of=one.as_of,
        known_on=one.known_on,
        asked=f"{one.effect} for {one.addressee}" if one.effect else "state",
        expected=", ".join(_worded(name, value) for name, value in one.fields),
        got=got,
        grade=max((t.grade for t in told), default="A" if row.tagged else "-"),
        sources=tuple(dict.fromkeys(t.source for t in told)),
    )


def _checked_reward(scenario: Scenario, one: Expectation) -> Check:
    """The offer that stands on a day, and what it took the place of."""
    known = [r for r in scenario.rewards if one.known_on is None or r.known <= one.known_on]
    told = [r for r in known if r.reward.programme == one.regime]
    standing = in_place_on((r.reward for r in told), one.as_of.isoformat())
    return Check(
        scenario=scenario.file,
        entity=scenario.entity,
        regime=one.regime,
        as_of=one.as_of,
        known_on=one.known_on,
        asked="reward",
        expected=one.fields[0][1] or "none",
        got=" and ".join(in_words(replace(r, purpose=None)) for r in standing) or "none",
        grade=max((r.grade for r in told), default="-"),
        sources=tuple(dict.fromkeys(r.source for r in told)),
    )


def _state(
    row: Row, told: Sequence[Told], one: Expectation, regime: Regime, regimes: Regimes
) -> State:
    known_on = one.known_on or date.max
    listed = []
    for tagged in row.tagged:
        tag = regimes.list_tag(tagged.dataset, tagged.tag)
        announces = tag is not None and tag.announces
        listed.append(tagged.listing(one.as_of, known_on, announces=announces))
    designation = Designation(
        "scenario", row.regime, regime.issuer, tuple(t.event for t in told), tuple(listed)
    )
    if one.name is not None:
        return state_of_name(
            designation, one.name, regime.lifecycle, as_of=one.as_of, known_on=known_on
        )
    return state_of(
        designation,
        regime.lifecycle,
        as_of=one.as_of,
        known_on=known_on,
        covered=any(entry.presence.edition is not None for entry in listed),
    )


def _said(state: State, names: Sequence[str]) -> str:
    """The state in the fields that were asked for."""
    found = {
        "state": str(state.name),
        "grade": str(state.grade or ""),
        "since": state.since or "",
        "ended": state.ended or "",
        "ended_by": state.ended_by or "",
        "announced": state.announced or "",
        "expected": state.expected or "",
        "flags": " ".join(state.flags),
        "certain": "yes" if state.certain else "no",
    }
    return ", ".join(_worded(name, found[name]) for name in names)


def _worded(name: str, value: str) -> str:
    return value if name in ("state", "status") else f"{name.replace('_', ' ')} {value or 'none'}"


def _run(days: Sequence[date], held: set[date], around: date | None) -> list[date]:
    """The editions without a gap that hold the tag, around one that does."""
    runs: list[list[date]] = [[]]
    for day in days:
        if day in held:
            runs[-1].append(day)
        elif runs[-1]:
            runs.append([])
    return next((run for run in runs if around in run), [])


def _partial(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate.of(day)


def told_event(
    name: str,
    on: str | None,
    grade: Grade,
    *,
    known: date,
    source: str,
    expected: str | None = None,
    until: str | None = None,
    scope: str | None = None,
    prior: bool = False,
    note: str | None = None,
) -> Event:
    """An event of a scenario, cited by the title of its source."""
    citation = Citation(source, grade, published=known.isoformat())
    at = end_of_day(known)
    return Event(name, on, grade, citation, at, expected, prior, note, until, scope)
