"""How alike two words are: equal, or a few keystrokes apart."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

EQUAL = 100
"""Similarities are percent."""

INITIAL = 50
"""An initial and a word that begins with it."""

JOINED = 96
"""Words written together on one side and apart on the other."""

_EDIT_COST = 110
_FIRST_LETTER_COST = 4
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1")


def allowed_edits(length: int) -> int:
    """How many edits a word of that length may differ by and still be compared.

    None below three letters, one up to seven, two from eight. For two words the shorter
    one counts. An edit is one letter more, less or other, or two neighbours swapped.
    """
    if length < 3:
        return 0
    return 1 if length < 8 else 2


def within_edits(left: str, right: str) -> int | None:
    """The edits between two words, None if more than `allowed_edits` of the shorter one.

    Words that hold a digit are never near each other: `Brigade 40` is not `Brigade 47`.
    """
    if left == right:
        return 0
    allowed = allowed_edits(min(len(left), len(right)))
    if allowed == 0 or not (left.isalpha() and right.isalpha()):
        return None
    edits = OSA.distance(left, right, score_cutoff=allowed)
    return int(edits) if edits <= allowed else None


def edit_similarity(left: str, right: str, edits: int) -> int:
    """Percent for two words that many edits apart: 100 if none, less for each in a short word.

    Edits that leave the consonants as they are (`mohamed`, `muhammed`) cost little more than
    half: they are how one name is romanised by two hands.
    """
    if edits == 0:
        return EQUAL
    cost = edits * _EDIT_COST / max(len(left), len(right))
    if left[0] != right[0]:
        cost += _FIRST_LETTER_COST
    if consonants(left) == consonants(right):
        cost *= 0.6
    return max(0, EQUAL - round(cost))


def consonants(word: str) -> str:
    """The word without vowels and doubled letters; the first letter stays."""
    return word[0] + _VOWELS.sub("", _DOUBLED.sub(r"\1", word)[1:])
