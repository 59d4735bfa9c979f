"""Life classes: statements that are alive at the same moments share one, so few are decided.

A *basic* class is either a set of issues (files of editions) that hold the statement, with the
set of primary issues in which its entry stands, or what documents of one hash say. A *life* is
a basic class on its own, or with another that must be alive too, or without others that may not
be: a wallet's address is filed under its holder only while the holder is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from interdict.matching.arrays import Array, Bools
from interdict.store.membership import Membership
from interdict.store.reading import Issue

NONE = -1
_WORD = 64


class LifeTable:
    """Collects classes while an index is compiled; each gets the next number when first met.

    Args:
        issues: every issue, in the order of recording; sets of issues are bits by position.
        bases: the store's key of an issue -> that of its base (see `store.membership`).
    """

    def __init__(self, issues: Sequence[Issue], bases: Mapping[int, int | None]) -> None:
        self._issues = issues
        self._place = {issue.key: at for at, issue in enumerate(issues)}
        self._parts: dict[tuple[str, str], list[int]] = {}
        for at, issue in enumerate(issues):
            self._parts.setdefault((issue.dataset, issue.part), []).append(at)
        self._membership = Membership(bases)
        self._held: dict[tuple[int, ...], int] = {}
        self.primary = sum(1 << at for at, issue in enumerate(issues) if issue.primary)
        self._basic: dict[tuple[int, int, int, int, bool], int] = {}
        self._lives: dict[tuple[int, int, tuple[int, ...]], int] = {}

    def holding(self, differing: tuple[int, ...]) -> int:
        """The issues that hold what those issues differ in from their bases, as bits."""
        bits = self._held.get(differing)
        if bits is None:
            mask = self._membership.mask(differing)
            touched = {self._issues[self._place[key]] for key in differing}
            places = {at for i in touched for at in self._parts[i.dataset, i.part]}
            holds = self._membership.holds
            bits = sum(1 << at for at in places if holds(mask, self._issues[at].key))
            self._held[differing] = bits
        return bits

    def listed(self, held: int, entry: int | None) -> int:
        """The basic class of a list's statement.

        Args:
            held: the issues that hold it.
            entry: the issues that hold anything of its entry; None if it belongs to none.
        """
        standing = 0 if entry is None else entry & self.primary
        return self._number((held, standing, NONE, 0, entry is not None))

    def told(self, document: int, seq: int) -> int:
        """The basic class of what a document says, recorded first in transaction `seq`."""
        return self._number((0, 0, document, seq, False))

    def life(self, own: int, also: int = NONE, unless: Sequence[int] = ()) -> int:
        """A life of basic classes: `own`, and `also` if given, and none of `unless`."""
        barred = tuple(sorted(set(unless))) if unless else ()
        key = (own, NONE if also == own else also, barred)
        return self._lives.setdefault(key, len(self._lives))

    def _number(self, key: tuple[int, int, int, int, bool]) -> int:
        return self._basic.setdefault(key, len(self._basic))

    def arrays(self) -> dict[str, Array]:
        """The classes as flat arrays, for `Lives`."""
        n_words = max(1, -(-len(self._issues) // _WORD))
        basic, lives = list(self._basic), list(self._lives)
        unless = [(at, other) for at, (_, _, others) in enumerate(lives) for other in others]
        return {
            "life.held": _bits([one[0] for one in basic], n_words),
            "life.standing": _bits([one[1] for one in basic], n_words),
            "life.document": np.array([one[2] for one in basic], dtype=np.int32),
            "life.seq": np.array([one[3] for one in basic], dtype=np.int32),
            "life.of_entry": np.array([one[4] for one in basic], dtype=np.bool_),
            "life.own": np.array([one[0] for one in lives], dtype=np.int32),
            "life.also": np.array([one[1] for one in lives], dtype=np.int32),
            "life.unless_life": np.array([one[0] for one in unless], dtype=np.int32),
            "life.unless": np.array([one[1] for one in unless], dtype=np.int32),
        }


class Lives:
    """The classes of a compiled index: which are alive, given what answers and who speaks."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._n_basic = len(arrays["life.document"])

    def held(self, basic: int) -> int:
        """The issues that hold the statements of a basic class, as bits."""
        rows = self._arrays["life.held"].reshape(self._n_basic, -1)
        return int.from_bytes(rows[basic].tobytes(), "little")

    def basic(self, answering: Sequence[int], primary: int, speaking: Bools, held_at: int) -> Bools:
        """Which basic classes are alive.

        Args:
            answering: places of the answering issues.
            primary: all primary issues, as bits.
            speaking: for each document, whether it is known and not withdrawn.
            held_at: sequence number of the record.
        """
        bits = sum(1 << at for at in answering)
        listed = self._any("life.held", bits)
        stands = self._any("life.standing", bits & primary)
        alive: Bools = listed & (stands | ~self._arrays["life.of_entry"].astype(np.bool_))
        document = self._arrays["life.document"].astype(np.int64)
        told = document >= 0
        if told.any():
            early = self._arrays["life.seq"].astype(np.int64) <= held_at
            alive = np.where(told, early & speaking[np.where(told, document, 0)], alive)
        return alive

    def alive(self, basic: Bools) -> Bools:
        """Which lives are alive, from the basic classes that are."""
        own, also = self._arrays["life.own"], self._arrays["life.also"].astype(np.int64)
        alive: Bools = basic[own.astype(np.int64)] & ((also < 0) | basic[also])
        barred = basic[self._arrays["life.unless"].astype(np.int64)]
        alive[self._arrays["life.unless_life"].astype(np.int64)[barred]] = False
        return alive

    def _any(self, name: str, bits: int) -> Bools:
        """For each basic class, whether its set and the given one meet."""
        flat = self._arrays[name]
        if not self._n_basic:
            return np.zeros(0, dtype=np.bool_)
        rows = flat.reshape(self._n_basic, -1)
        asked = _bits([bits], rows.shape[1])
        met: Bools = np.any(rows & asked, axis=1)
        return met


def _bits(sets: Sequence[int], n_words: int) -> npt.NDArray[np.uint64]:
    """Sets of places as rows of 64-bit words, one after the other."""
    data = b"".join(bits.to_bytes(n_words * 8, "little") for bits in sets)
    return np.frombuffer(data, dtype="<u8")
