"""Rates, intervals, rank and precision on outcomes of our own."""

from __future__ import annotations

import pytest

from interdict.lab.metrics import (
    CleanOutcome,
    Outcome,
    alerting,
    first_rank,
    hits_per_name,
    mean_recall,
    percentile,
    precision,
    rate,
    recall,
)

FOUND = Outcome("exact", "a", "A", "A", score=8_000, rank=1, best=8_000)
SECOND = Outcome("exact", "b", "B", "B", score=7_000, rank=2, best=9_000)
MISSED = Outcome("exact", "c", "C", "C", score=0, rank=None, best=6_500)
CLEAN = (
    CleanOutcome("common names", "X", "english", (7_500, 6_000)),
    CleanOutcome("common names", "Y", "german", ()),
)


@pytest.mark.parametrize(
    ("n_hits", "n", "low", "high"),
    [
        (0, 100, 0.0, 0.0370),
        (100, 100, 0.9630, 1.0),
        (50, 100, 0.4038, 0.5962),
        (1, 10, 0.0179, 0.4042),
    ],
)
def test_wilson_intervals_are_those_of_the_literature(
    n_hits: int, n: int, low: float, high: float
) -> None:
    """Checked against published values of the score interval without continuity correction."""
    found = rate(n_hits, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nothing_of_nothing_is_unknown() -> None:
    """Neither 0 nor 100 percent: anywhere between."""
    assert (rate(0, 0).low, rate(0, 0).high) == (0.0, 1.0)


def test_recall_counts_targets_at_the_threshold_and_above() -> None:
    """A target at the threshold is found; one that no match names is not."""
    outcomes = [FOUND, SECOND, MISSED]
    assert recall(outcomes, 7_000).n_hits == 2
    assert recall(outcomes, 7_001).n_hits == 1
    assert recall(outcomes, 4_000).n_hits == 2
    assert (first_rank(outcomes, 7_000).n_hits, first_rank(outcomes, 7_000).n) == (1, 2)


def test_alerts_are_counted_by_name_and_by_pair() -> None:
    """One name with two listed parties above the threshold is one alerting name, two pairs."""
    assert alerting(CLEAN, 6_000).share == 0.5
    assert hits_per_name(CLEAN, 6_000) == 1.0
    assert hits_per_name(CLEAN, 7_000) == 0.5
    assert alerting(CLEAN, 7_501).n_hits == 0


def test_precision_counts_an_alert_on_somebody_else_as_wrong() -> None:
    """At 0.65: two right, one alert on another party only, one clean name."""
    found = precision([FOUND, SECOND, MISSED], CLEAN, 6_500)
    assert (found.n_hits, found.n) == (2, 4)


def test_each_kind_weighs_the_same_in_the_mean() -> None:
    """However many tests it has."""
    groups = {"exact": [FOUND, FOUND, FOUND], "case": [MISSED]}
    assert mean_recall(groups, 5_000) == 0.5
    assert mean_recall({}, 5_000) == 0.0


def test_percentiles_take_the_nearest_rank() -> None:
    """The value itself, not one between two."""
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.5) == 2.0
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.99) == 4.0
    assert percentile([], 0.5) == 0.0
