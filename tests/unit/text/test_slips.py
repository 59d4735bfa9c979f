"""Digits that stand for letters."""

import pytest

from interdict.text.slips import letters_for_digits


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("t3odor", "teodor"),
        ("vaske1is", "vaskelis"),
        ("kasur1", "kasuri"),
        ("5ergei", "sergei"),
        ("ha8hab", "habhab"),
        ("dun4r3an", "dunarean"),
    ],
)
def test_digits_in_a_persons_name_are_letters(word: str, letters: str) -> None:
    """A 1 is an l beside a vowel and an i elsewhere."""
    assert letters_for_digits(word, anywhere=True) == letters


@pytest.mark.parametrize("word", ["21st", "3rd", "47", "kasuri", "v1003", "g4s", "ii", ""])
def test_other_words_stay(word: str) -> None:
    """Ordinals, numbers, words of letters alone, and words that are mostly digits."""
    assert letters_for_digits(word, anywhere=True) == word


@pytest.mark.parametrize("word", ["unit8", "3com", "formula1"])
def test_a_firms_name_may_begin_or_end_in_a_number(word: str) -> None:
    """There only digits between letters are read as letters."""
    assert letters_for_digits(word, anywhere=False) == word
    assert letters_for_digits("dun4rea", anywhere=False) == "dunarea"
