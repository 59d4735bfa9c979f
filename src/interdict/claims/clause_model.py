"""What a clause likely tells, by a model that was learnt from marked texts.

The weights in `data/clauses.json` are of a logistic regression over `clause_features`;
`tools/learn_clauses.py` makes them. The same words give the same chances everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp


@dataclass(frozen=True, slots=True)
class ClauseModel:
    """Kinds with their bias, and for each feature what it adds to some of the kinds."""

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[tuple[int, float], ...]]

    def chances(self, shown: Iterable[str]) -> dict[str, float]:
        """How likely a clause with these features is of each kind; they add up to 1."""
        sums = list(self.bias)
        for feature in shown:
            for at, weight in self.weights.get(feature, ()):
                sums[at] += weight
        highest = max(sums)
        parts = [exp(one - highest) for one in sums]
        total = sum(parts)
        return {kind: part / total for kind, part in zip(self.kinds, parts, strict=True)}

    def telling(self, shown: Sequence[str], kind: str, n: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a kind, with their weights."""
        at = self.kinds.index(kind)
        found = [
            (feature, weight)
            for feature in shown
            for place, weight in self.weights.get(feature, ())
            if place == at and weight > 0
        ]
        return sorted(found, key=lambda one: -one[1])[:n]


@cache
def clause_model() -> ClauseModel:
    """The model of the package."""
    text = resources.files("interdict.claims").joinpath("data", "clauses.json").read_text("utf-8")
    data = json.loads(text)
    weights = {
        feature: tuple((int(at), float(weight)) for at, weight in own.items())
        for feature, own in data["weights"].items()
    }
    return ClauseModel(tuple(data["kinds"]), tuple(data["bias"]), weights)
