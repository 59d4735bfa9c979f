"""Status goes down the chain of owners: who follows a listed person by an ownership rule.

A party follows if listed persons and parties that follow already hold enough of it together;
what they hold counts in full, however much of themselves is listed-owned. With bounds on the
stakes there are two answers, each the least fixed point of a rule that can only add parties:

- *surely*: the lower bounds of the owners that surely follow meet the rule.
- *perhaps*: the upper bounds of the owners that perhaps follow meet it, where others leave room
  for them: those who do not follow hold at least their own lower bounds. Persons who are perhaps
  listed (it is not certain that they are the listed ones) begin a chain here, and only here.

Being least, neither lets a ring of companies that own each other follow nobody but itself.

Source: OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in
Property Are Blocked, 13 August 2014; OFAC FAQ 398 to 402.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from interdict.ownership.rule import Counting, Measure
from interdict.ownership.sizes import WHOLE
from interdict.ownership.stakes import Flags, Holdings, Numbers, Sums

Tally = dict[int, int] | Numbers | Sums
"""A whole number for each party: in an array of all, or of those that were touched."""

NOT_REACHED = -1
FEW = 64
"""So many parties in a round are followed one by one, without numpy's cost for each call."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Who follows: for each party the round in which it was reached, `NOT_REACHED` if it was not.

    Listed persons are in round 0. An owner that made a party follow is of an earlier round, so
    that a chain of reasons comes to an end.
    """

    surely: Numbers
    perhaps: Numbers


def spread(
    holdings: Holdings,
    listed: Iterable[str],
    measure: Measure,
    perhaps_listed: Iterable[str] = (),
) -> Reach:
    """Everybody whom the rule reaches from the listed parties, on the day of the holdings.

    Args:
        holdings: the stakes of the day.
        listed: ids of the parties that are listed; those without stakes change nothing.
        measure: what has to be met.
        perhaps_listed: ids of parties of whom it is not certain that they are listed.
    """
    seeds = _numbers(holdings, listed)
    maybe = sorted({*seeds, *_numbers(holdings, perhaps_listed)})
    sure, unsure = _surely(holdings, measure), _perhaps(holdings, measure)
    each = measure.counting is not Counting.ALL_LISTED
    each_perhaps = measure.counting is Counting.ONE_PERSON
    return Reach(
        _from_each(sure, seeds) if each else _from_all(sure, seeds),
        _from_each(unsure, maybe) if each_perhaps else _from_all(unsure, maybe),
    )


def _numbers(holdings: Holdings, ids: Iterable[str]) -> list[int]:
    return sorted({n for n in map(holdings.number, ids) if n is not None})


@dataclass(frozen=True, slots=True)
class _Terms:
    """When a party is reached: two sums over the owners reached so far, each with what it needs.

    `gain` and `room` belong to the rows of the holdings, `need` and `need_room` to the parties.
    """

    starts: Sums
    asset: Numbers
    gain: Sums
    need: Sums
    room: Sums
    need_room: Sums


def _surely(holdings: Holdings, measure: Measure) -> _Terms:
    count = len(holdings.ids)
    gain = _with_control(holdings.low, holdings.control, counts=measure.control is True)
    return _Terms(
        starts=holdings.starts,
        asset=holdings.asset,
        gain=gain,
        need=np.full(count, measure.least, np.int64),
        room=gain,
        need_room=np.zeros(count, np.int64),
    )


def _perhaps(holdings: Holdings, measure: Measure) -> _Terms:
    count, counts = len(holdings.ids), measure.control is not False
    least_held = np.zeros(count, np.int64)
    np.add.at(least_held, holdings.asset, holdings.low)
    # What owners who do not follow hold at least is not there for those who do. Sources that
    # add up to more than the whole contradict each other: then nothing can be said of the rest.
    room = np.where(least_held <= WHOLE, measure.least - WHOLE + least_held, 0)
    return _Terms(
        starts=holdings.starts,
        asset=holdings.asset,
        gain=_with_control(holdings.high, holdings.maybe_control, counts=counts),
        need=np.full(count, measure.least, np.int64),
        room=_with_control(holdings.low, holdings.maybe_control, counts=counts),
        need_room=room,
    )


def _with_control(shares: Sums, control: Flags, *, counts: bool) -> Sums:
    """Shares by row; where control counts, it counts as everything."""
    return np.where(control, WHOLE, shares) if counts else shares


def _from_all(terms: _Terms, seeds: list[int]) -> Numbers:
    """Rounds, with the stakes of all seeds added up."""
    count = len(terms.need)
    rounds = np.full(count, NOT_REACHED, np.int32)
    gained, roomed = np.zeros(count, np.int64), np.zeros(count, np.int64)
    frontier = np.array(seeds, np.int64)
    rounds[frontier] = 0
    at = 0
    while len(frontier):
        at += 1
        rows = _rows_of(terms.starts, frontier)
        assets = terms.asset[rows]
        np.add.at(gained, assets, terms.gain[rows])
        np.add.at(roomed, assets, terms.room[rows])
        touched = np.unique(assets)
        meets = (gained[touched] >= terms.need[touched]) & (
            roomed[touched] >= terms.need_room[touched]
        )
        frontier = touched[meets & (rounds[touched] == NOT_REACHED)].astype(np.int64)
        rounds[frontier] = at
        if 0 < len(frontier) < FEW:
            at, few = _party_by_party(terms, frontier.tolist(), at, rounds, gained, roomed)
            frontier = np.array(few, np.int64)
    return rounds


def _from_each(terms: _Terms, seeds: list[int]) -> Numbers:
    """Rounds, for each seed apart; the earliest counts."""
    rounds = np.full(len(terms.need), NOT_REACHED, np.int32)
    for seed in seeds:
        own: dict[int, int] = defaultdict(lambda: NOT_REACHED, {seed: 0})
        sums = defaultdict[int, int](int), defaultdict[int, int](int)
        _party_by_party(terms, [seed], 0, own, *sums, most=len(rounds) + 1)
        for party, at in own.items():
            if at != NOT_REACHED and (rounds[party] == NOT_REACHED or at < rounds[party]):
                rounds[party] = at
    return rounds


def _party_by_party(
    terms: _Terms,
    frontier: list[int],
    at: int,
    rounds: Tally,
    gained: Tally,
    roomed: Tally,
    most: int = FEW,
) -> tuple[int, list[int]]:
    """Rounds without arrays, while fewer than `most` parties are reached at once.

    That is what long chains and single owners need. Changes `rounds`, `gained` and `roomed`;
    returns the round and the frontier that it stopped at.
    """
    while 0 < len(frontier) < most:
        at += 1
        touched: dict[int, None] = {}
        for party in frontier:
            for row in range(terms.starts[party], terms.starts[party + 1]):
                asset = int(terms.asset[row])
                gained[asset] += int(terms.gain[row])
                roomed[asset] += int(terms.room[row])
                touched[asset] = None
        frontier = [
            asset
            for asset in touched
            if rounds[asset] == NOT_REACHED
            and gained[asset] >= terms.need[asset]
            and roomed[asset] >= terms.need_room[asset]
        ]
        for asset in frontier:
            rounds[asset] = at
    return at, frontier


def _rows_of(starts: Sums, parties: Sums) -> Sums:
    """The rows of several owners, in their order."""
    first, counts = starts[parties], starts[parties + 1] - starts[parties]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    rows: Sums = np.arange(total) + np.repeat(first - (ends - counts), counts)
    return rows
