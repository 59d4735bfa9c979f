"""Links of most worth, in loops: the very ones that an alignment chooses."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interdict.matching.best_links import MOST_LINKS, best_set
from interdict.matching.links import Link

pytest.importorskip("numba")

import numpy as np

from interdict.matching.compiled.assigning import _best_set

WEIGHTS = st.sampled_from([60, 300, 700, 1_000])
PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6))
POSSIBLE = st.dictionaries(PLACES, st.sampled_from([60, 72, 85, 100]), min_size=1, max_size=24)


@settings(max_examples=400, deadline=None)
@given(
    POSSIBLE, st.lists(WEIGHTS, min_size=7, max_size=7), st.lists(WEIGHTS, min_size=7, max_size=7)
)
@example({(0, 0): 85, (0, 1): 85, (1, 0): 85, (1, 1): 85}, [300] * 7, [300] * 7)
def test_loops_take_the_links_that_an_alignment_takes(
    possible: dict[tuple[int, int], int], asked: list[int], listed: list[int]
) -> None:
    """Also of several sets of the same worth, and where there are too many to try all."""
    links = [
        Link((at, 1), (place, 1), percent, asked[at], listed[place])
        for (at, place), percent in possible.items()
    ]
    rows = np.array(
        [[at, place, p, listed[place], asked[at]] for (at, place), p in possible.items()],
        dtype=np.int64,
    )
    taken = _best_set(np.ascontiguousarray(rows.T), MOST_LINKS)
    expected = {(link.asked[0], link.listed[0]) for link in best_set(links)}
    assert {*zip(taken[0].tolist(), taken[1].tolist(), strict=True)} == expected
