"""Nearness of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.matching.similarity import (
    allowed_edits,
    consonants,
    edit_similarity,
    within_edits,
)
from interdict.matching.vocabulary import Vocabulary

WORDS = st.text(alphabet="abce", min_size=1, max_size=11)


@given(st.lists(WORDS, max_size=30), WORDS)
def test_near_finds_what_comparing_with_every_word_finds(words: list[str], asked: str) -> None:
    """The deletion neighbourhoods lose nothing and add nothing."""
    brute = {word: e for word in words if (e := within_edits(asked, word)) is not None}
    assert dict(Vocabulary(words).near(asked)) == brute


@given(WORDS, st.data())
def test_any_allowed_edits_are_found(word: str, data: st.DataObject) -> None:
    """A word changed by one edit is near, wherever the edit is."""
    at = data.draw(st.integers(0, len(word)))
    changed = word[:at] + "x" + word[at:]
    near = dict(Vocabulary([word]).near(changed))
    assert (word in near) is (allowed_edits(len(word)) > 0)


@pytest.mark.parametrize(("length", "edits"), [(2, 0), (3, 1), (7, 1), (8, 2), (30, 2)])
def test_allowed_edits_grow_with_length(length: int, edits: int) -> None:
    """None in short words, one, then two."""
    assert allowed_edits(length) == edits


def test_numbers_are_never_near() -> None:
    """`40` and `47` are different brigades."""
    assert within_edits("b47000", "b40000") is None
    assert Vocabulary(["b40000"]).near("b47000") == []
    assert Vocabulary(["b40000"]).near("b40000") == [("b40000", 0)]


def test_a_swap_of_neighbours_is_one_edit() -> None:
    """As in typing."""
    assert within_edits("petrvo", "petrov") == 1


def test_vowels_cost_less_than_consonants() -> None:
    """Two romanisations of one name stay closer than two names."""
    assert consonants("mohammed") == consonants("muhamad")
    assert edit_similarity("karim", "kerim", 1) > edit_similarity("karim", "kasim", 1)


def test_longer_words_bear_an_edit_better() -> None:
    """The cost is per letter."""
    assert edit_similarity("abcdefgh", "abcdefgx", 1) > edit_similarity("abcd", "abcx", 1)
