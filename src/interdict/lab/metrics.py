"""Rates with their uncertainty: recall of each kind, alerts on clean names, rank, precision.

Every function takes outcomes and a threshold (0 to 10,000) and gives plain frozen figures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interdict.matching.base import FULL_SCORE

Z95 = 1.959964
"""Two-sided 95 percent point of the normal distribution."""

TABLE_THRESHOLDS = tuple(range(4_000, 9_501, 500))
"""Thresholds of tables: 0.40 to 0.95 in steps of 0.05."""

FINE_THRESHOLDS = tuple(range(4_000, FULL_SCORE + 1, 100))
"""Thresholds of curves and proposals: 0.40 to 1.00 in steps of 0.01."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one test gave: the target's score (0: not found) and rank, and the best score of all.

    `query` and `birth_date` are what was asked; `origin` the listed name it was made from.
    """

    kind: str
    target: str
    query: str
    origin: str
    score: int
    rank: int | None
    best: int
    birth_date: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What two runs are compared by: the kind of test and the listed party."""
        return self.kind, self.target


@dataclass(frozen=True, slots=True)
class CleanOutcome:
    """What one clean name gave: the scores of its matches, best first."""

    kind: str
    label: str
    group: str
    scores: tuple[int, ...]

    @property
    def best(self) -> int:
        """The best score; 0 if nothing matched."""
        return self.scores[0] if self.scores else 0


@dataclass(frozen=True, slots=True)
class Rate:
    """`n_hits` of `n` with the bounds of the 95 percent interval; shares in [0, 1]."""

    n_hits: int
    n: int
    share: float
    low: float
    high: float


def rate(n_hits: int, n: int) -> Rate:
    """A rate with its Wilson score interval; 0 of 0 is unknown, between 0 and 1.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    """
    if n == 0:
        return Rate(0, 0, 0.0, 0.0, 1.0)
    share = n_hits / n
    spread = Z95 * math.sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
    centre = share + Z95**2 / (2 * n)
    scale = 1 + Z95**2 / n
    low = 0.0 if n_hits == 0 else max((centre - spread) / scale, 0.0)
    high = 1.0 if n_hits == n else min((centre + spread) / scale, 1.0)
    return Rate(n_hits, n, share, low, high)


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Outcomes of each kind, kinds and outcomes in the order they come in."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.kind, []).append(outcome)
    return groups


def clean_by_kind(outcomes: Iterable[CleanOutcome]) -> dict[str, list[CleanOutcome]]:
    """Clean outcomes of each kind, in the order they come in."""
    groups: dict[str, list[CleanOutcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.kind, []).append(outcome)
    return groups


def recall(outcomes: Sequence[Outcome], threshold: int) -> Rate:
    """How many targets stand among the alerts at a threshold."""
    return rate(sum(outcome.score >= threshold for outcome in outcomes), len(outcomes))


def first_rank(outcomes: Sequence[Outcome], threshold: int) -> Rate:
    """Of the targets found at a threshold, how many stand first."""
    ranks = [outcome.rank for outcome in outcomes if outcome.score >= threshold]
    return rate(sum(one == 1 for one in ranks), len(ranks))


def alerting(outcomes: Sequence[CleanOutcome], threshold: int) -> Rate:
    """How many clean names raise at least one alert at a threshold."""
    return rate(sum(outcome.best >= threshold for outcome in outcomes), len(outcomes))


def hits_per_name(outcomes: Sequence[CleanOutcome], threshold: int) -> float:
    """Listed parties that one clean name brings up on average; each is a pair to look at."""
    if not outcomes:
        return 0.0
    hits = sum(score >= threshold for outcome in outcomes for score in outcome.scores)
    return hits / len(outcomes)


def precision(outcomes: Sequence[Outcome], clean: Sequence[CleanOutcome], threshold: int) -> Rate:
    """Of the queries that alert, how many alert on the party they were made from.

    It holds for this mix of test and clean names alone: real files have far fewer listed
    parties, so that precision there is far lower.
    """
    right = sum(outcome.score >= threshold for outcome in outcomes)
    wrong = sum(outcome.best >= threshold > outcome.score for outcome in outcomes)
    false = sum(outcome.best >= threshold for outcome in clean)
    return rate(right, right + wrong + false)


def mean_recall(groups: Mapping[str, Sequence[Outcome]], threshold: int) -> float:
    """The mean over kinds of their recall, each kind counting the same; 0 without any kind."""
    if not groups:
        return 0.0
    return sum(recall(one, threshold).share for one in groups.values()) / len(groups)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies (nearest rank); 0 without values."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(math.ceil(share * len(ordered)), len(ordered)) - 1]
