"""Words of a table one edit away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from interdict.text.one_edit import OneEdit

WORDS = st.text(alphabet="abcd", min_size=1, max_size=5)


@given(st.lists(WORDS, max_size=12), WORDS)
def test_near_is_what_comparing_every_word_finds(table: list[str], word: str) -> None:
    """Letters more, less, other and swapped; no word twice."""
    near = OneEdit(table).near(word)
    assert sorted(near) == sorted(one for one in set(table) if OSA.distance(one, word) <= 1)
