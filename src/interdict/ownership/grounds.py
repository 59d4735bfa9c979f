"""Why a party follows: the stakes that decide it, owner by owner, with the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from interdict.ownership.rule import OwnershipRule
from interdict.ownership.sizes import WHOLE, Size
from interdict.ownership.spread import NOT_REACHED, Reach
from interdict.ownership.stakes import Holdings


class Standing(StrEnum):
    """Where a party stands under one ownership rule on a day."""

    LISTED = "listed"  # by itself: no ownership needed
    FOLLOWS = "follows"
    UNDETERMINED = "undetermined"  # the sizes of stakes leave both answers open
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

    `low` and `high` bound what counting owners hold together, in millionths. `holders` are all
    owners of the day, those that count first. `path` leads from the party to a listed person
    through the largest counting owners (empty if the party is listed or free).
    """

    entity_id: str
    standing: Standing
    low: int
    high: int
    stated: int
    holders: tuple[Holder, ...] = ()
    path: tuple[str, ...] = ()


def grounds_of(
    entity_id: str, holdings: Holdings, reach: Reach, rule: OwnershipRule, listed: frozenset[str]
) -> Grounds:
    """Where a party stands, and why.

    Args:
        listed: ids of the parties that are listed themselves.
    """
    party = holdings.number(entity_id)
    if party is None:
        standing = Standing.LISTED if entity_id in listed else Standing.UNKNOWN_PARTY
        return Grounds(entity_id, standing, 0, 0, 0)
    holders = _holders(party, holdings, reach)
    surely = [h for h in holders if h.standing in (Standing.LISTED, Standing.FOLLOWS)]
    perhaps = [h for h in holders if h.standing is not Standing.FREE]
    others = sum(h.size.low for h in holders if h.standing is Standing.FREE)
    return Grounds(
        entity_id,
        standing_of(party, reach),
        low=min(sum(h.size.low for h in surely), WHOLE),
        high=min(sum(h.size.high for h in perhaps), max(WHOLE - others, 0)),
        stated=sum(h.size.low for h in holders),
        holders=tuple(sorted(holders, key=_order)),
        path=_path(party, holdings, reach, rule),
    )


def standing_of(party: int, reach: Reach) -> Standing:
    """A party's standing by the rounds in which it was reached."""
    if reach.surely[party] == 0:
        return Standing.LISTED
    if reach.surely[party] != NOT_REACHED:
        return Standing.FOLLOWS
    return Standing.UNDETERMINED if reach.perhaps[party] != NOT_REACHED else Standing.FREE


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


def _path(party: int, holdings: Holdings, reach: Reach, rule: OwnershipRule) -> tuple[str, ...]:
    """From the party up to a listed person, each step an owner of an earlier round."""
    rounds = reach.surely if reach.surely[party] != NOT_REACHED else reach.perhaps
    if rounds[party] == NOT_REACHED:
        return ()
    path = [holdings.ids[party]]
    while rounds[party] > 0:
        rows = np.flatnonzero(holdings.asset == party)
        before = [
            row
            for row in rows
            if rounds[holdings.owner[row]] != NOT_REACHED
            and rounds[holdings.owner[row]] < rounds[party]
            and (holdings.high[row] > 0 or (rule.control and holdings.maybe_control[row]))
        ]
        party = int(holdings.owner[max(before, key=lambda row: int(holdings.high[row]))])
        path.append(holdings.ids[party])
    return tuple(path)
