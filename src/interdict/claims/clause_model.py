"""What a clause likely tells, by a model that was learnt from marked texts.

The weights in `data/clauses.npz` are of a logistic regression over `clause_features`, in whole
steps; `tools/learn_clauses.py` makes them. The same words give the same chances everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from interdict.claims.clause_senses import data_file

NOTHING = "nothing"
"""What a clause is of that tells none of the kinds of claims."""
_AT_ONCE = 1_000
"""Clauses that are added up in one go: a text of any length takes the memory of so many."""


@dataclass(frozen=True)
class ClauseModel:
    """Kinds with their bias, and for each feature what it adds to each kind."""

    kinds: tuple[str, ...]
    bias: NDArray[np.int32]
    rows: dict[str, int]
    """The row of each feature; row 0 is that of none."""
    weights: NDArray[np.int8]
    """Features by kinds, in steps."""
    step: float

    def chances(self, clauses: Sequence[Sequence[str]]) -> list[dict[str, float]]:
        """How likely each clause with such features is of each kind; those of one add up to 1."""
        known = self.rows
        shares = self.shares(
            [{0, *(known[feature] for feature in shown if feature in known)} for shown in clauses]
        )
        return [dict(zip(self.kinds, row, strict=True)) for row in shares]

    def shares(self, clauses: Sequence[Set[int]]) -> list[list[float]]:
        """The chances of each of `kinds`, of clauses whose features are given by their rows.

        `clause_rows` gives them; no clause is without a row.
        """
        found = []
        for low in range(0, len(clauses), _AT_ONCE):
            found += self._shares(clauses[low : low + _AT_ONCE])
        return found

    def _shares(self, clauses: Sequence[Set[int]]) -> list[list[float]]:
        starts = list(accumulate(map(len, clauses[:-1]), initial=0))
        rows = np.fromiter(chain.from_iterable(clauses), np.intp)
        weights = self.weights.take(rows, axis=0).astype(np.int32)
        sums = np.add.reduceat(weights, starts, axis=0) + self.bias
        parts = np.exp((sums - sums.max(axis=1, keepdims=True)) * self.step)
        shares: list[list[float]] = (parts / parts.sum(axis=1, keepdims=True)).tolist()
        return shares

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each kind stands among `kinds`."""
        return {kind: at for at, kind in enumerate(self.kinds)}

    def telling(self, shown: Sequence[str], kind: str, n: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a kind, with their weights."""
        at = self.places[kind]
        found = [
            (feature, float(self.weights[self.rows[feature], at]) * self.step)
            for feature in shown
            if feature in self.rows
        ]
        return sorted((one for one in found if one[1] > 0), key=lambda one: -one[1])[:n]


@cache
def clause_model() -> ClauseModel:
    """The model of the package."""
    with data_file("clauses.npz") as file, np.load(file, allow_pickle=False) as data:
        features = data["features"].tobytes().decode().split("\n")
        return ClauseModel(
            kinds=tuple(data["kinds"].tobytes().decode().split("\n")),
            bias=data["bias"],
            rows={feature: row for row, feature in enumerate(features, start=1)},
            weights=np.pad(data["weights"], ((1, 0), (0, 0))),
            step=float(data["step"]),
        )
