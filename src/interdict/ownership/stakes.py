"""Stakes as flat arrays: who holds how much of what, on one day.

A register of a million stakes is numbered once; a day is then a selection of its rows. Several
sources may state one stake: they are held side by side, and the sum counts with the widest
bounds that they leave.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from interdict.model.dates import Interval, Truth
from interdict.ownership.sizes import WHOLE, Size

Numbers = npt.NDArray[np.int32]
Sums = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

KINDS = ("shares", "votes", "control", "indirect shares", "indirect votes")
"""What a stated stake is. Indirect ones are a source's own sum over a chain: they are not added to
direct ones, and count as possible only (see `record`)."""

NEVER, ALWAYS = date.min.toordinal(), date.max.toordinal()


class Stake(NamedTuple):
    """One stated stake: `owner` holds `size` of `asset` during `period`.

    A stake with `control` says that the owner controls the asset, by whatever means the source
    names; it holds no share by that. `kind` keeps apart what must not be added up: `shares` and
    `votes` of one owner are two measures of one stake.
    """

    owner: str
    asset: str
    size: Size
    period: Interval = Interval()
    control: bool = False
    kind: str = "shares"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Holdings:
    """The stakes of one day, one row for each pair of owner and asset, sorted by owner.

    `low` and `high` are millionths; `control` marks pairs of stated control and `maybe_control`
    those whose control is not certain on the day. `starts[i]:starts[i + 1]` are the rows of owner
    number i.
    """

    ids: Sequence[str]
    owner: Numbers
    asset: Numbers
    low: Sums
    high: Sums
    control: Flags
    maybe_control: Flags
    starts: Sums

    def number(self, entity_id: str) -> int | None:
        """The number of a party; None if no stake names it."""
        return _found(self.ids, entity_id)


class Register:
    """Every stake that is known, numbered; `on` gives the holdings of a day."""

    def __init__(self, stakes: Iterable[Stake]) -> None:
        self.stakes = tuple(stake for stake in stakes if stake.owner != stake.asset)
        self.ids: tuple[str, ...] = tuple(
            sorted({s.owner for s in self.stakes} | {s.asset for s in self.stakes})
        )
        numbers = {entity_id: number for number, entity_id in enumerate(self.ids)}
        count = len(self.stakes)

        def column(values: Iterable[int]) -> Sums:
            return np.fromiter(values, np.int64, count)

        self._owner = column(numbers[s.owner] for s in self.stakes)
        self._asset = column(numbers[s.asset] for s in self.stakes)
        self._low = column(s.size.low for s in self.stakes)
        self._high = column(s.size.high for s in self.stakes)
        self._control = column(s.control for s in self.stakes).astype(bool)
        kinds = {kind: number for number, kind in enumerate(sorted({s.kind for s in self.stakes}))}
        self._kind = column(kinds[s.kind] for s in self.stakes)
        self._days = _Days([s.period for s in self.stakes])

    def of(self, owner: str, asset: str, on: date) -> tuple[Stake, ...]:
        """The stakes stated for a pair that hold, or may hold, on a day."""
        return tuple(
            stake
            for stake in self.stakes
            if stake.owner == owner
            and stake.asset == asset
            and stake.period.holds(on) is not Truth.NO
        )

    def on(self, day: date) -> Holdings:
        """The holdings of a day.

        A stake whose period is too coarse to tell counts from nothing up to its size.
        """
        surely, perhaps = self._days.on(day)
        rows = np.flatnonzero(surely | perhaps)
        keys = (self._control, self._kind, self._asset, self._owner)
        order = rows[np.lexsort([key[rows] for key in keys])]
        owner, asset, control = self._owner[order], self._asset[order], self._control[order]
        low = np.where(surely[order], self._low[order], 0)
        low[control], high = 0, self._high[order].copy()
        high[control] = 0
        if not len(order):
            return self._holdings(*(np.zeros(0, np.int64) for _ in range(6)))
        pair = owner * len(self.ids) + asset
        # Shares and votes measure the same stake: sources of one kind widen its bounds, and of
        # several kinds the largest counts.
        measure = (pair, self._kind[order], control)
        first = _firsts(*measure)
        low_of_kind = np.minimum.reduceat(low, first)
        high_of_kind = np.maximum.reduceat(high, first)
        by_pair = _firsts(pair[first])
        heads = first[by_pair]
        sure_control = control & surely[order]
        return self._holdings(
            owner[heads],
            asset[heads],
            np.maximum.reduceat(low_of_kind, by_pair),
            np.maximum.reduceat(high_of_kind, by_pair),
            np.logical_or.reduceat(sure_control, heads),
            np.logical_or.reduceat(control, heads),
        )

    def _holdings(
        self, owner: Sums, asset: Sums, low: Sums, high: Sums, control: Sums, maybe: Sums
    ) -> Holdings:
        return Holdings(
            ids=self.ids,
            owner=owner.astype(np.int32),
            asset=asset.astype(np.int32),
            low=low,
            high=np.minimum(high, WHOLE),
            control=control.astype(bool),
            maybe_control=maybe.astype(bool),
            starts=np.searchsorted(owner, np.arange(len(self.ids) + 1)).astype(np.int64),
        )


class _Days:
    """Periods as ordinal days: surely from..until, possibly earliest..latest (half-open)."""

    def __init__(self, periods: Sequence[Interval]) -> None:
        def column(values: Iterable[int]) -> Sums:
            return np.fromiter(values, np.int64, len(periods))

        starts, ends = [p.start for p in periods], [p.end for p in periods]
        self._may_begin = column(NEVER if s is None else s.first.toordinal() for s in starts)
        self._has_begun = column(NEVER if s is None else s.last.toordinal() for s in starts)
        self._may_end = column(ALWAYS if e is None else e.first.toordinal() for e in ends)
        self._has_ended = column(ALWAYS if e is None else e.last.toordinal() for e in ends)

    def on(self, day: date) -> tuple[Flags, Flags]:
        """Which periods surely hold on the day, and which hold or may."""
        at = day.toordinal()
        surely = (self._has_begun <= at) & (at < self._may_end)
        perhaps = (self._may_begin <= at) & (at < self._has_ended)
        return surely, perhaps


def _firsts(*keys: Sums) -> Sums:
    """Where a run of equal keys begins, in rows that are sorted by them."""
    changed = np.zeros(len(keys[0]), bool)
    changed[:1] = True
    for key in keys:
        changed[1:] |= key[1:] != key[:-1]
    return np.flatnonzero(changed).astype(np.int64)


def _found(ids: Sequence[str], entity_id: str) -> int | None:
    at = bisect_left(ids, entity_id)
    return at if at < len(ids) and ids[at] == entity_id else None
