"""Extraction against golden rows: what documents say, written down before it was extracted.

The floors are below what is reached, and above what would let a class of claims be lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.golden.scoring import Score, score

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Floor:
    """The least that a set has to reach."""

    recall: float
    precision: float
    quotes: float
    times: float


FLOORS = {
    "first": Floor(recall=0.9, precision=0.86, quotes=0.95, times=0.95),
    "second": Floor(recall=0.8, precision=0.84, quotes=0.7, times=0.9),
}


@pytest.fixture(scope="module", params=FLOORS)
def measured(request: pytest.FixtureRequest) -> tuple[Floor, Score]:
    """A set with its floor and what is reached."""
    name = str(request.param)
    return FLOORS[name], score(HERE / name, HERE / f"{name}.golden")


def test_core_claims_are_found_and_few_are_made_up(measured: tuple[Floor, Score]) -> None:
    """Recall and precision of tier 1."""
    floor, found = measured
    assert found.recall >= floor.recall, found.errors
    assert found.precision >= floor.precision, found.errors


def test_quotations_have_their_speaker(measured: tuple[Floor, Score]) -> None:
    """A wrong speaker is worse than none."""
    floor, found = measured
    assert found.quotes_right >= floor.quotes * found.quotes
    assert found.speakers_wrong <= 0.02 * found.speakers


def test_time_expressions_are_placed(measured: tuple[Floor, Score]) -> None:
    """Dates, intervals and lengths of time, equal or overlapping."""
    floor, found = measured
    assert found.times_right >= floor.times * found.times


def test_nothing_alleged_is_asserted_and_nobody_else_is_designated(
    measured: tuple[Floor, Score],
) -> None:
    """The two errors that may not happen."""
    _, found = measured
    assert found.alleged_as_asserted == 0
    assert found.false_designations == 0
