"""Nearness of words, and the vocabulary that finds near ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.matching import Index, compile_index
from interdict.matching.arrays import IndexRow
from interdict.matching.equivalents import learned
from interdict.matching.similarity import (
    EQUAL,
    EQUIVALENT,
    INITIAL,
    LEFT_OUT,
    allowed_edits,
    asked_similarity,
    edit_similarity,
    within_edits,
    word_similarity,
)
from interdict.matching.vocabulary import Vocabulary
from interdict.text.nicknames import BOTH_SHORT_COST

WORDS = st.text(alphabet="abcekqh", min_size=1, max_size=11)


def vocabulary(words: list[str], *, equivalents: bool = True) -> tuple[Index, Vocabulary]:
    """An index whose names are single words, and its vocabulary."""
    index = Index(compile_index([IndexRow(w, "Person", "name", w) for w in words]))
    return index, Vocabulary(index.words, index.arrays.arrays, equivalents=equivalents)


def near(words: list[str], asked: str) -> dict[str, int]:
    """What the vocabulary of those words finds."""
    index, held = vocabulary(words)
    found = held.near([asked])[0]
    one = held.near_one(asked)
    assert dict(zip(found.words.tolist(), found.likeness.tolist(), strict=True)) == one
    return {index.words[n]: s for n, s in zip(found.words, found.likeness, strict=True)}


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=20), WORDS)
def test_near_finds_what_comparing_with_every_word_finds(words: list[str], asked: str) -> None:
    """The deletion neighbourhoods and skeletons lose nothing and add nothing."""
    brute = {word: s for word in set(words) if (s := asked_similarity(asked, word))}
    assert near(words, asked) == brute


@pytest.mark.parametrize(
    ("left", "right"),
    [("gadhafi", "qaddafi"), ("mohamed", "muhammad"), ("hezbollah", "hizballah")],
)
def test_words_that_sound_alike_are_near(left: str, right: str) -> None:
    """Two romanisations of one name, whatever the number of letters that differ."""
    assert word_similarity(left, right) == word_similarity(right, left) > 75
    assert near([right], left) == {right: asked_similarity(left, right)}


def test_two_letters_that_are_no_word_may_lack_the_third() -> None:
    """`Ahd` typed `hd`; but Ed is a name, and nobody adds a letter."""
    assert near(["ahd", "ahds", "hda", "dha"], "hd") == {"ahd": LEFT_OUT, "hda": LEFT_OUT}
    assert asked_similarity("ed", "eld") == 0
    assert asked_similarity("ahd", "hd") == 0
    assert word_similarity("hd", "ahd") == 0


def test_no_two_words_are_as_alike_as_an_initial_and_a_word() -> None:
    """By that likeness alone an alignment tells initials, which cost otherwise."""
    lengths = range(3, 33)
    edits = {edit_similarity("a" * n, "b" + "a" * (n - 1), k) for n in lengths for k in (1, 2)}
    assert INITIAL not in edits | {LEFT_OUT, EQUIVALENT, EQUAL - BOTH_SHORT_COST}
    assert asked_similarity("bill", "willy") not in (0, INITIAL)


def test_hassan_is_not_hussein() -> None:
    """The same consonants with other vowels are another name."""
    assert word_similarity("hassan", "hussein") == 0


@pytest.mark.parametrize(("length", "edits"), [(2, 0), (3, 1), (7, 1), (8, 2), (30, 2)])
def test_allowed_edits_grow_with_length(length: int, edits: int) -> None:
    """None in short words, one, then two."""
    assert allowed_edits(length) == edits


def test_numbers_are_never_near() -> None:
    """`40` and `47` are different brigades."""
    assert within_edits("b47000", "b40000") is None
    assert near(["b40000"], "b47000") == {}
    assert near(["b40000"], "b40000") == {"b40000": 100}


def test_a_swap_of_neighbours_is_one_edit() -> None:
    """As in typing."""
    assert within_edits("petrvo", "petrov") == 1


def test_longer_words_bear_an_edit_better() -> None:
    """The cost is per letter."""
    assert edit_similarity("abcdefgh", "abcdefgx", 1) > edit_similarity("abcd", "abcx", 1)


def test_equivalents_are_learned_from_two_parties_and_can_be_switched_off() -> None:
    """Two parties whose names differ in the same pair of words teach it; one does not."""
    rows = [
        IndexRow(party, "Person", prop, f"{first} {last}")
        for party, last in (("p-1", "Brandyuk"), ("p-2", "Kolmeris"))
        for prop, first in (("name", "Vaskalin"), ("alias", "Vaskulorin"))
    ]
    for kept, expected in ((rows, True), (rows[:2], False)):
        index = Index(compile_index(kept))
        for switch in (True, False):
            held = Vocabulary(index.words, index.arrays.arrays, equivalents=switch)
            found = held.near(["vaskalin"])[0]
            texts = {index.words[n]: s for n, s in zip(found.words, found.likeness, strict=True)}
            assert ("vaskulorin" in texts) is (expected and switch)
            assert texts.get("vaskulorin", EQUIVALENT) == EQUIVALENT


def test_the_same_rows_in_any_order_give_the_same_bytes() -> None:
    """Compiling is deterministic; every array is flat."""
    rows = [IndexRow(f"e-{n % 5}", "Person", "name", f"name{n} other") for n in range(20)]
    rows += [IndexRow("e-1", "Person", "birthDate", "1960-02-03", life=n) for n in range(3)]
    left, right = compile_index(rows), compile_index(reversed(rows))
    assert left.arrays.keys() == right.arrays.keys()
    for name, array in left.arrays.items():
        assert array.ndim == 1
        assert array.dtype == right[name].dtype
        assert np.array_equal(array, right[name])


def test_two_names_in_use_need_more_than_two_of_many_parties() -> None:
    """Ali is not Aziz because two of forty are called both; Jong is Chong of fewer."""

    def pairs(left: str, right: str, others: int) -> set[tuple[str, str]]:
        both = [[["omar", f"w{at}", left], ["omar", f"w{at}", right]] for at in range(2)]
        alone = [[["omar", f"v{at}", word]] for at in range(others) for word in (left, right)]
        return set(learned([*both, *alone]))

    assert pairs("ali", "aziz", 40) == set()
    assert pairs("ali", "aziz", 10) == {("ali", "aziz"), ("aziz", "ali")}
    assert pairs("kontor", "kontora", 40) == {("kontor", "kontora"), ("kontora", "kontor")}
    assert pairs("muhammad", "mohamed", 40) != set()
