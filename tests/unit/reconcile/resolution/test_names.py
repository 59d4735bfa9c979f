"""Names with their keys, and how rare their words are."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.reconcile.resolution.names import (
    FEWEST_PARTIES,
    PartyName,
    Rarity,
    agreeing,
    party_name,
    run_together,
)


def named(text: str, person: bool | None = True) -> PartyName:
    """A name that holds something to compare."""
    name = party_name(text, False, person)
    assert name is not None
    return name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oskar Brandwein", "BRANDWEIN, Oskar"),
        ("Dr. Oskar Brandwein", "Oskar Brandwein"),
        ("Yusuf al-Marouni", "Yusuf Marouni"),
        ("Оскар Линд", "Oskar Lind"),
    ],
)
def test_order_titles_particles_and_script_do_not_count(left: str, right: str) -> None:
    """Two ways to write one name have the same words."""
    assert named(left).words == named(right).words


def test_spellings_of_one_name_share_sounds_and_not_words() -> None:
    """A name in two transliterations differs in its letters and not in its sounds."""
    left, right = named("Khalid Qaddumi"), named("Khaled Kaddoumi")
    assert left.words != right.words
    assert left.sounds == right.sounds


def test_words_written_together_have_the_same_run() -> None:
    """Where one list writes a space and another does not, the run is the same."""
    assert run_together(named("Sea Lantern Lines", False), named("Sealantern Lines", False))
    assert not run_together(named("Tay Za"), named("Tesa"))


@pytest.mark.parametrize("text", ["", "  ", "...", "!!"])
def test_nothing_to_compare_is_no_name(text: str) -> None:
    """A text without a letter gives None."""
    assert party_name(text, False, True) is None


def test_a_rare_word_says_more_than_a_common_one() -> None:
    """Bits fall with the number of parties that bear a word; kinds are counted apart."""
    families = [f"{chr(97 + at % 26)}{chr(97 + at // 26)}bek" for at in range(400)]
    rarity = Rarity((True, [named(f"Ali {family}")]) for family in families)
    (ali,) = named("Ali").sounds
    (rare,) = named("Brandwein").sounds
    assert rarity.bits([rare], person=True) > 9 > 2 > rarity.bits([ali], person=True) > 0
    assert rarity.bits([ali], person=False) == rarity.bits([rare], person=False)


def test_a_short_list_does_not_make_names_common() -> None:
    """Two parties alone are counted as two of a thousand, not two of two."""
    rarity = Rarity([(True, [named("Oskar Lind")]), (True, [named("Oskar Lind")])])
    assert rarity.bits(named("Oskar Lind").sounds, person=True) == pytest.approx(
        2 * math.log2(FEWEST_PARTIES / 2)
    )


_WORDS = st.lists(st.sampled_from("oskar oscar lind linde brandwein nord ada".split()), max_size=5)


@given(_WORDS, _WORDS)
def test_each_word_agrees_once_and_equal_words_first(left: list[str], right: list[str]) -> None:
    """Pairs use every word once at most; as many equal ones as the two sides share."""
    pairs = agreeing(tuple(left), tuple(right))
    for side, words in ((0, left), (1, right)):
        used = [pair[side] for pair in pairs]
        assert all(used.count(word) <= words.count(word) for word in used)
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    assert sum(a == b for a, b in pairs) == common
