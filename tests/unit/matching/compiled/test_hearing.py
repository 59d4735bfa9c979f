"""Words that sound near, in loops: what the columns find, to the last number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.matching.heard import heard, heard_arrays

pytest.importorskip("numba")

from interdict.matching.compiled.hearing import Hearing

SYLLABLES = ["sha", "ko", "ri", "man", "el", "dzhu", "thor", "vi", "xu", "ngo", "ya", "st", "kh"]
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=7).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.sets(WORDS, min_size=1, max_size=40))
def test_loops_hear_what_columns_hear(asked: list[str], listed: set[str]) -> None:
    """Words, order and percent; asked words of digits or one letter hear nothing."""
    words = [*sorted(listed), "x", "47a"]
    arrays = heard_arrays(words, np.arange(len(words)))
    asked = [*asked, "b2", "a"]
    loops = Hearing(arrays).heard(asked)
    for ours, theirs in zip(loops, heard(asked, arrays), strict=True):
        assert ours.tolist() == theirs.tolist()


def test_company_is_counted_however_much_there_is() -> None:
    """Hundreds of words that sound alike, and one giant among them."""
    vowels = "aeiou"
    words = sorted(f"m{a}d{b}r{c}" for a in vowels for b in vowels for c in vowels)
    words += ["medorof", "m" + "adur" * 80]
    arrays = heard_arrays(words, np.arange(len(words)))
    for ours, theirs in zip(
        Hearing(arrays).heard(["maduru"]), heard(["maduru"], arrays), strict=True
    ):
        assert ours.tolist() == theirs.tolist()


def test_an_empty_index_hears_nothing() -> None:
    """No words, no answers."""
    arrays = heard_arrays([], np.arange(0))
    assert [column.tolist() for column in Hearing(arrays).heard(["maduro"])] == [[], [], []]
