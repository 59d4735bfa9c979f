"""What follows for a party under an authority's ownership rule, and what would decide it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interdict.ownership.chain import Chain, Person
from interdict.ownership.grounds import Grounds, Holder, Standing, grounds_of
from interdict.ownership.identity import Recognised
from interdict.ownership.record import computed
from interdict.ownership.rule import Authority, Counting, Measure
from interdict.ownership.sizes import WHOLE, percent
from interdict.ownership.spread import spread
from interdict.ownership.stakes import Register


class Verdict(StrEnum):
    """What is answered; for programmes that restrict without blocking, `blocked` reads so, too."""

    BLOCKED = "blocked"
    NOT_BLOCKED = "not_blocked"  # by the stakes that are known
    UNDETERMINED = "undetermined"
    NOT_COVERED = "not_covered"  # no list of the authority covers the day
    NO_RULE = "no_rule"  # none is known for the day


@dataclass(frozen=True, slots=True)
class Decisive:
    """Something that is not known and would decide: what kind of thing, about whom, in words."""

    kind: str
    entity_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer under one authority. `measure` is None for `no_rule`, `grounds` then, too.

    `decisive` says what would settle an open answer, and what a settled one leaves open.
    """

    authority: Authority
    verdict: Verdict
    measure: Measure | None = None
    grounds: Grounds | None = None
    decisive: tuple[Decisive, ...] = ()

    @property
    def is_touched(self) -> bool:
        """True if the party follows a listed one, or may: it is not listed by itself."""
        standing = None if self.grounds is None else self.grounds.standing
        return standing in (Standing.FOLLOWS, Standing.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class OwnedBy:
    """Outcomes for one party, with the chain that they rest on; `touched` are those that matter."""

    chain: Chain
    outcomes: tuple[Outcome, ...]

    @property
    def touched(self) -> tuple[Outcome, ...]:
        """Outcomes by which it follows a listed owner, or may, where a list covers the day."""
        return tuple(
            one
            for one in self.outcomes
            if one.is_touched and one.verdict in (Verdict.BLOCKED, Verdict.UNDETERMINED)
        )


def outcome(chain: Chain, authority: Authority, day: date, *, covered: bool) -> Outcome:
    """Where the party that the chain was gathered for stands under one authority.

    Args:
        chain: everybody above the party.
        authority: whose rule.
        day: the day asked for.
        covered: whether a list of the authority covers the day; without one nobody is free.
    """
    measure = authority.measure_on(day)
    if measure is None:
        return Outcome(authority, Verdict.NO_RULE)
    listed = frozenset(p.id for p in chain.persons.values() if p.is_listed(authority))
    perhaps = frozenset(p.id for p in chain.persons.values() if p.is_listed(authority) is None)
    holdings = Register(computed(chain.stakes)).on(day)
    reach = spread(holdings, listed, measure, perhaps)
    grounds = grounds_of(chain.asked, holdings, reach, measure, listed, perhaps)
    if grounds.standing is Standing.UNKNOWN_PARTY and chain.asked in perhaps:
        grounds = Grounds(chain.asked, Standing.UNDETERMINED, 0, 0, 0)
    decisive = tuple(_decisive(chain, grounds, measure, perhaps))
    return Outcome(authority, _verdict(grounds, covered=covered), measure, grounds, decisive)


def _verdict(grounds: Grounds, *, covered: bool) -> Verdict:
    if grounds.standing in (Standing.LISTED, Standing.FOLLOWS):
        return Verdict.BLOCKED
    if not covered:
        return Verdict.NOT_COVERED
    if grounds.standing is Standing.FREE:
        return Verdict.NOT_BLOCKED
    return Verdict.UNDETERMINED


def _decisive(
    chain: Chain, grounds: Grounds, measure: Measure, perhaps: frozenset[str]
) -> Iterable[Decisive]:
    """What is not known about the party and its owners, and matters."""
    asked = chain.persons[chain.asked]
    if asked.id in perhaps:
        yield _whether(asked)
    if grounds.standing is Standing.UNKNOWN_PARTY:
        yield Decisive("owners", asked.id, f"who owns {asked.caption}: no stake in it is known")
        return
    if grounds.standing is Standing.UNDETERMINED:
        yield from _of_holders(chain, grounds, measure, perhaps)
    for holder in grounds.holders:
        person = chain.persons[holder.entity_id]
        if person.identity.by is Recognised.MISSING:
            text = f"who {person.id} is: the file states this id, the record does not hold it"
            yield Decisive("identity", person.id, text)
    missing = WHOLE - grounds.stated
    if grounds.standing is Standing.FREE and missing >= measure.least:
        text = f"who owns the rest of {asked.caption}: up to {percent(missing)} % is not stated"
        yield Decisive("owners", asked.id, text)


def _of_holders(
    chain: Chain, grounds: Grounds, measure: Measure, perhaps: frozenset[str]
) -> Iterable[Decisive]:
    doubtful = {s.owner for s in chain.stakes if s.asset == chain.asked and not s.certain}
    for holder in grounds.holders:
        if holder.standing is Standing.FREE:
            continue
        person = chain.persons[holder.entity_id]
        if person.id in perhaps:
            yield _whether(person)
        elif holder.standing is Standing.UNDETERMINED:
            text = f"whether {person.caption} follows a listed person itself"
            yield Decisive("owner", person.id, text)
        if person.id in doubtful:
            text = f"on which day the stake of {person.caption} began or ended"
            yield Decisive("date", person.id, text)
        elif not holder.size.is_exact:
            yield Decisive("size", person.id, _size_of(holder, person))
        if holder.control and measure.control is None:
            yield Decisive("control", person.id, f"whether control by {person.caption} is enough")
    alone = grounds.low < measure.least <= grounds.high
    if measure.counting is Counting.UNSETTLED and alone:
        text = "whether the listed owners act together: the rule does not say that stakes add up"
        yield Decisive("joint", chain.asked, text)


def _whether(person: Person) -> Decisive:
    """The question whether a party is the designated one of its name."""
    others = ", ".join(person.identity.same_as) or "the listed one"
    if person.identity.by is Recognised.SEVERAL:
        text = f"which of these {person.caption} is, if any: {others}"
    elif person.identity.is_certain:
        text = f"whether the designation of {person.caption} was in force on that very day"
    else:
        text = f"whether {person.caption} is {others}: nothing but the name says so"
    return Decisive("identity", person.id, text)


def _size_of(holder: Holder, person: Person) -> str:
    return f"how much {person.caption} holds: {holder.size}"
