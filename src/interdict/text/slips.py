"""Digits that stand for letters: `s3rgei` typed to pass a filter, `cal1ixte` read by a machine."""

from __future__ import annotations

import re

_LETTERS = str.maketrans("02345678", "ozeasgtb")
_ONE = re.compile("1")
_VOWELS = frozenset("aeiou")
_ORDINAL = re.compile("[0-9]+(?:st|nd|rd|th|er|eme|o|a)$")
_INNER = re.compile("[a-z][0-9]+[a-z]")
_SHORTEST = 4
_LETTERS_PER_DIGIT = 2


def letters_for_digits(word: str, *, anywhere: bool, per_digit: int = _LETTERS_PER_DIGIT) -> str:
    """A folded word with the letters that its digits look like; other words as they are.

    Only words of four signs and more that are no ordinals, with `per_digit` letters for each
    digit. `anywhere` False: only digits between letters, since firms and units end in numbers.
    A 1 is an l beside a vowel and an i elsewhere.
    """
    if word.isalpha() or word.isdigit() or len(word) < _SHORTEST:
        return word
    n_digits = sum(char.isdigit() for char in word)
    if len(word) < n_digits * (per_digit + 1) or _ORDINAL.match(word):
        return word
    if not anywhere and (word[0].isdigit() or word[-1].isdigit() or not _INNER.search(word)):
        return word
    return _ONE.sub(_one, word.translate(_LETTERS)).replace("9", "g")


def _one(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return "l" if before in _VOWELS or after in _VOWELS else "i"
