"""Why a party follows: the stakes that decide it, owner by owner, with the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from interdict.ownership.rule import Counting, Measure
from interdict.ownership.sizes import WHOLE, Size
from interdict.ownership.spread import NOT_REACHED, Reach, spread
from interdict.ownership.stakes import Holdings, Numbers


class Standing(StrEnum):
    """Where a party stands under one ownership rule on a day."""

    LISTED = "listed"  # by itself: no ownership needed
    FOLLOWS = "follows"
    UNDETERMINED = "undetermined"  # what is not known of stakes or owners leaves both answers open
    FREE = "free"  # not by the stakes that are known
    UNKNOWN_PARTY = "no_stakes"  # no stake that is known names it


@dataclass(frozen=True, slots=True)
class Holder:
    """One owner of a party, and whether it counts: `standing` is the owner's own."""

    entity_id: str
    size: Size
    control: bool
    standing: Standing


@dataclass(frozen=True, slots=True)
class Grounds:
    """The answer for one party and what it rests on.

    `low` and `high` bound, in millionths, what counting owners hold together; where the rule
    does not add up several persons, what the one person with the most holds: then `by` names
    that person. `stated` is what all owners hold at least. `holders` are all owners of the day,
    those that count first. `path` leads from the party to a listed person through the largest
    counting owners (empty if the party is listed or free).
    """

    entity_id: str
    standing: Standing
    low: int
    high: int
    stated: int
    holders: tuple[Holder, ...] = ()
    path: tuple[str, ...] = ()
    by: str | None = None


def grounds_of(
    entity_id: str,
    holdings: Holdings,
    reach: Reach,
    measure: Measure,
    listed: frozenset[str],
    perhaps_listed: frozenset[str] = frozenset(),
) -> Grounds:
    """Where a party stands, and why.

    Args:
        entity_id: the party.
        holdings: the stakes of the day.
        reach: what `spread` gave for these holdings, this measure and these persons.
        measure: what has to be met.
        listed: ids of the parties that are listed themselves.
        perhaps_listed: ids of those of whom that is not certain.
    """
    party = holdings.number(entity_id)
    if party is None:
        standing = Standing.LISTED if entity_id in listed else Standing.UNKNOWN_PARTY
        return Grounds(entity_id, standing, 0, 0, 0)
    holders = _holders(party, holdings, reach)
    low, high = _bounds(holders)
    by, along = None, reach
    if measure.counting is not Counting.ALL_LISTED:
        alone = _of_one_person(party, holdings, measure, listed, perhaps_listed)
        low, by = alone.low, alone.person
        high = alone.high if measure.counting is Counting.ONE_PERSON else high
        if alone.reach is not None and alone.reach.perhaps[party] != NOT_REACHED:
            along = alone.reach
    return Grounds(
        entity_id,
        standing_of(party, reach),
        low=low,
        high=high,
        stated=sum(h.size.low for h in holders),
        holders=tuple(sorted(holders, key=_order)),
        path=_path(party, holdings, along, measure),
        by=by,
    )


def standing_of(party: int, reach: Reach) -> Standing:
    """A party's standing by the rounds in which it was reached."""
    if reach.surely[party] == 0:
        return Standing.LISTED
    if reach.surely[party] != NOT_REACHED:
        return Standing.FOLLOWS
    return Standing.UNDETERMINED if reach.perhaps[party] != NOT_REACHED else Standing.FREE


def _bounds(holders: Iterable[Holder]) -> tuple[int, int]:
    """What counting holders have together: surely, and at most as far as others leave room."""
    held = list(holders)
    surely = [h for h in held if h.standing in (Standing.LISTED, Standing.FOLLOWS)]
    perhaps = [h for h in held if h.standing is not Standing.FREE]
    others = sum(h.size.low for h in held if h.standing is Standing.FREE)
    low = min(sum(h.size.low for h in surely), WHOLE)
    return low, max(low, min(sum(h.size.high for h in perhaps), max(WHOLE - others, 0)))


@dataclass(frozen=True, slots=True)
class _Alone:
    """What one person holds through everybody who follows that person; nobody at first."""

    low: int = 0
    high: int = 0
    person: str | None = None
    reach: Reach | None = None


def _of_one_person(
    party: int,
    holdings: Holdings,
    measure: Measure,
    listed: frozenset[str],
    perhaps_listed: frozenset[str],
) -> _Alone:
    """What the person holds who holds most, counted alone; bounds are those over all persons."""
    together = replace(measure, counting=Counting.ALL_LISTED)
    best = _Alone()
    for person in sorted((listed | perhaps_listed) & _above(party, holdings)):
        sure = {person} & listed
        reach = spread(holdings, sure, together, {person} - listed)
        low, high = _bounds(_holders(party, holdings, reach))
        if best.person is None or (low, high) > (best.low, best.high):
            best = _Alone(low, max(high, best.high), person, reach)
        else:
            best = replace(best, high=max(high, best.high))
    return best


def _above(party: int, holdings: Holdings) -> set[str]:
    """Ids of everybody from whom a chain of stakes leads to the party."""
    found, frontier = {party}, np.array([party])
    while len(frontier):
        rows = np.flatnonzero(np.isin(holdings.asset, frontier))
        frontier = np.array([n for n in np.unique(holdings.owner[rows]).tolist() if n not in found])
        found.update(frontier.tolist())
    return {holdings.ids[number] for number in found}


def _order(holder: Holder) -> tuple[int, int, str]:
    counting = list(Standing).index(holder.standing)
    return counting, -holder.size.high, holder.entity_id


def _holders(party: int, holdings: Holdings, reach: Reach) -> list[Holder]:
    rows = np.flatnonzero(holdings.asset == party)
    return [
        Holder(
            holdings.ids[holdings.owner[row]],
            Size(int(holdings.low[row]), int(holdings.high[row])),
            bool(holdings.maybe_control[row]),
            standing_of(int(holdings.owner[row]), reach),
        )
        for row in rows
    ]


def _path(party: int, holdings: Holdings, reach: Reach, measure: Measure) -> tuple[str, ...]:
    """From the party up to a listed person, each step an owner of an earlier round."""
    rounds: Numbers = reach.surely if reach.surely[party] != NOT_REACHED else reach.perhaps
    if rounds[party] in (NOT_REACHED, 0):
        return ()
    path = [holdings.ids[party]]
    while rounds[party] > 0:
        rows = np.flatnonzero(holdings.asset == party)
        before = [
            row
            for row in rows.tolist()
            if rounds[holdings.owner[row]] != NOT_REACHED
            and rounds[holdings.owner[row]] < rounds[party]
            and (holdings.high[row] > 0 or _by_control(holdings, row, measure))
        ]
        party = int(holdings.owner[max(before, key=lambda row: _weight(holdings, row, measure))])
        path.append(holdings.ids[party])
    return tuple(path)


def _by_control(holdings: Holdings, row: int, measure: Measure) -> bool:
    return measure.control is not False and bool(holdings.maybe_control[row])


def _weight(holdings: Holdings, row: int, measure: Measure) -> int:
    """How much an owner adds; control, where it counts, is everything."""
    return WHOLE if _by_control(holdings, row, measure) else int(holdings.high[row])
