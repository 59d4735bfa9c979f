"""How a word is spoken, roughly."""

import pytest

from interdict.matching.similarity import (
    edit_similarities,
    edit_similarity,
    foreign_similarity,
    sound_similarities,
    sound_similarity,
    word_similarity,
)
from interdict.matching.sounds import skeleton, spoken


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("qadhafi", "gaddafi"),
        ("xi", "si"),
        ("lee", "li"),
        ("yyu", "yu"),
        ("jeong", "jong"),
        ("petrovic", "petrovich"),
        ("jung", "joong"),
    ],
)
def test_spellings_of_one_sound_are_one(left: str, right: str) -> None:
    """In long words and in short ones."""
    assert spoken(left) == spoken(right)
    assert skeleton(left) == skeleton(right) != ""


@pytest.mark.parametrize(("left", "right"), [("ali", "ola"), ("kim", "kam"), ("li", "lu")])
def test_short_words_keep_their_vowels(left: str, right: str) -> None:
    """One consonant alone would be shared by too many."""
    assert skeleton(left) != skeleton(right) or word_similarity(left, right) < 80


def test_single_letters_and_numbers_have_no_key() -> None:
    """An initial stands for many words, a number for itself."""
    assert skeleton("a") == skeleton("47") == skeleton("b2") == ""


def test_sound_alone_says_less_of_a_short_word() -> None:
    """Of three sounds at most."""
    assert word_similarity("lee", "li") < word_similarity("qadhafi", "kadafi")


def test_sound_says_less_of_syllables_with_another_first_letter() -> None:
    """Fang is not Wang, though both may be spoken alike; Kasim is Qasim."""
    assert word_similarity("fang", "wang") + 9 < word_similarity("kasim", "qasim")


def test_a_syllable_is_not_two_that_begin_otherwise() -> None:
    """Shaheen is not Chan, nor Chidi Saeed, though their consonants are spoken alike."""
    assert word_similarity("shaheen", "chan") == word_similarity("chidi", "saeed") == 0
    assert word_similarity("shahin", "chahine") > 70


def test_another_first_letter_costs_more() -> None:
    """Most so in a short word where nobody has to tell whether it is a slip."""
    for strict in (True, False):
        assert edit_similarity("gang", "wang", 1, strict=strict) < edit_similarity(
            "gang", "gans", 1, strict=strict
        )
    assert word_similarity("gang", "wang", strict=True) < 50 < word_similarity("gang", "wang")
    assert word_similarity("gangar", "wangar", strict=True) > 70


PAIRS = [("gang", "wang"), ("holm", "hol"), ("vaskelis", "vaskelis"), ("teodor", "deodor")]


def test_columns_and_single_pairs_agree() -> None:
    """The rules stand once; both ways give the same numbers."""
    left, right = [a for a, _ in PAIRS], [b for _, b in PAIRS]
    edits = [0 if a == b else 1 for a, b in PAIRS]
    assert edit_similarities(left, right).tolist() == [
        edit_similarity(a, b, n) for (a, b), n in zip(PAIRS, edits, strict=True)
    ]
    assert sound_similarities(left, right).tolist() == [sound_similarity(a, b) for a, b in PAIRS]


def test_a_word_out_of_another_script_may_be_further_off_in_sound() -> None:
    """Sounds that its script does not tell apart; short words and other words stay apart."""
    assert word_similarity("pedor", "fedor") < foreign_similarity("pederiko", "federico")
    assert foreign_similarity("brnobr", "branover") > 0 == word_similarity("brnobr", "branover")
    assert foreign_similarity("kim", "kim") == 100
    assert foreign_similarity("teodor", "vaskelis") == 0
    assert foreign_similarity("ri", "li") == word_similarity("ri", "li")
