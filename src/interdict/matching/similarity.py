"""How alike two words are, in percent: equal, a few keystrokes apart, or spoken alike.

The rules stand here once, for single words (`word_similarity`) and for columns of pairs
(`similarities`); both give the same whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from interdict.matching.sounds import skeleton, spoken
from interdict.text.called import is_name
from interdict.text.equivalence import equivalents
from interdict.text.phonetic import FARTHEST, sound_distance

EQUAL = 100
"""Similarities are percent."""

NEARLY = 99
"""Words that sound the same and are written otherwise."""

INITIAL = 60
"""An initial and a word that begins with it; no two words are just so alike (`kept`)."""

JOINED = 96
"""Words written together on one side and apart on the other."""

EQUIVALENT = 90
"""Words that the lists themselves use for one another (see `equivalents`)."""

LEFT_OUT = 62
"""A word of two letters that nobody is called, and one of three that has them and another."""

SHORTEST_EDITED, TWO_EDITS_FROM = 3, 8
"""Letters from which a word may differ by one edit, and by two."""

EDIT_COST = 70
FIRST_LETTER_COST = 4
_STRICT_EDIT_COST = 110
_SHORT_WORD = 4
_STRICT_FIRST_LETTER_COST = 30
"""For short words, which are mostly other names with another first letter (Gang, Wang, Tang)."""

SOUND_COST = 5
SHORT_SOUND_COST = 20
SHORT = 3
_VOWELS = re.compile("[aeiouy]+")
SOUND_EDIT_COST = 80
LEAST_BY_SOUND = 72
_SHORTEST_FOREIGN = 3

Ints = npt.NDArray[np.int64]


def allowed_edits(length: int) -> int:
    """How many edits a word of that length may differ by and still be compared.

    None below three letters, one up to seven, two from eight. For two words the shorter
    one counts. An edit is one letter more, less or other, or two neighbours swapped.
    """
    if length < SHORTEST_EDITED:
        return 0
    return 1 if length < TWO_EDITS_FROM else 2


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


def may_lack_a_letter(word: str) -> bool:
    """True for two letters that are no word of any table: `hd`, typed for Ahd."""
    return len(word) == 2 and word.isalpha() and not (is_name(word) or equivalents(word))


def lacks_a_letter(asked: str, listed: str) -> bool:
    """True for a listed word of three letters of which the asked one has two, in order."""
    is_size = len(listed) == len(asked) + 1 and listed.isalpha()
    return is_size and any(listed[:at] + listed[at + 1 :] == asked for at in range(len(listed)))


def asked_similarity(asked: str, listed: str) -> int:
    """`word_similarity` of a word that somebody typed and a listed one."""
    likeness = word_similarity(asked, listed)
    if likeness < LEFT_OUT and may_lack_a_letter(asked) and lacks_a_letter(asked, listed):
        return LEFT_OUT
    return likeness


def word_similarity(left: str, right: str, *, strict: bool = False) -> int:
    """Percent of likeness of two words; 0 if one is not to be taken for the other.

    An edit costs little, since what was typed is likelier a slip than another name; whether it
    is one, words beside it and words in use tell better (`kept`). `strict`: more, for words of
    which nobody has to tell that.
    """
    if left == right:
        return EQUAL
    edits = within_edits(left, right)
    best = 0 if edits is None else edit_similarity(left, right, edits, strict=strict)
    bones = skeleton(left)
    if bones and bones == skeleton(right):
        apart = begin_apart(left, right)
        sound = sound_similarity(spoken(left), spoken(right), apart=apart)
        best = max(best, sound) if strict else agreed(best, sound)
    return max(best, EQUAL - dict(equivalents(left)).get(right, EQUAL))


def agreed(by_edits: int, by_sound: int) -> int:
    """The likeness of two words by edits and by sound, each 0 for none.

    The higher one, and a point more where both tell: Kerim is Karim sooner than Kemim.
    """
    both = by_sound and by_edits not in (0, LEFT_OUT, EQUAL)
    return min(NEARLY, max(by_edits, by_sound) + 1) if both else max(by_edits, by_sound)


def foreign_similarity(left: str, right: str) -> int:
    """`asked_similarity` of two words of which one is read out of another script.

    No reading has all vowels and sounds of the original, so words that merely sound near each
    other stand for one another too.
    """
    likeness = asked_similarity(left, right)
    if likeness == EQUAL or min(len(left), len(right)) < _SHORTEST_FOREIGN:
        return likeness
    distance = sound_distance(left, right)
    return likeness if distance > FARTHEST else max(likeness, min(NEARLY, EQUAL - distance // 2))


def edit_similarity(left: str, right: str, edits: int, *, strict: bool = False) -> int:
    """Percent for two words that many edits apart: 100 if none, less for each in a short word."""
    if edits == 0:
        return EQUAL
    longest = max(len(left), len(right))
    cost = edits * (_STRICT_EDIT_COST if strict else EDIT_COST) // longest
    if left[0] != right[0]:
        is_strict = strict and longest <= _SHORT_WORD
        cost += _STRICT_FIRST_LETTER_COST if is_strict else FIRST_LETTER_COST
    return max(0, EQUAL - cost)


def begin_apart(left: str, right: str) -> bool:
    """True for two words that begin with another letter, one of one syllable: Fang, Wang."""
    return left[0] != right[0] and (is_one_syllable(left) or is_one_syllable(right))


@lru_cache(maxsize=65_536)
def is_one_syllable(word: str) -> bool:
    """True for a word with one group of vowels, or none."""
    return len(_VOWELS.findall(word)) < 2


def sound_similarity(left: str, right: str, *, apart: bool = False) -> int:
    """Percent for two spoken words with the same skeleton; 0 if their vowels are far apart.

    Words of few sounds have more neighbours, so that sound alone says less; likewise where the
    words `begin_apart`.
    """
    edits = int(OSA.distance(left, right))
    longest = max(len(left), len(right))
    cost = SHORT_SOUND_COST if apart or longest <= SHORT else SOUND_COST
    likeness = EQUAL - cost - edits * SOUND_EDIT_COST // longest
    return likeness if likeness >= LEAST_BY_SOUND else 0


def edit_similarities(left: Sequence[str], right: Sequence[str]) -> Ints:
    """`edit_similarity` of each pair within its allowed edits, 0 for the others.

    Both words of every pair have three letters or more and hold letters alone, or are equal.
    """
    edits = cpdist(left, right, scorer=OSA.distance, score_cutoff=2, dtype=np.int64)
    sizes = np.array([(len(a), len(b), a[0] != b[0]) for a, b in zip(left, right, strict=True)])
    sizes = sizes.reshape(-1, 3)
    return edit_percents(edits, sizes[:, 0], sizes[:, 1], sizes[:, 2])


def edit_percents(edits: Ints, left: Ints, right: Ints, other_first: Ints) -> Ints:
    """`edit_similarities` by the edits, the lengths, and whether the first letters differ."""
    allowed = np.where(np.minimum(left, right) < TWO_EDITS_FROM, 1, 2)
    cost = edits * EDIT_COST // np.maximum(left, right)
    cost = cost + np.where(other_first, FIRST_LETTER_COST, 0)
    likeness = np.where(edits == 0, EQUAL, np.maximum(0, EQUAL - cost))
    return np.where(edits > allowed, 0, likeness)


def sound_similarities(left: Sequence[str], right: Sequence[str]) -> Ints:
    """`sound_similarity` of each pair of spoken words."""
    edits = cpdist(left, right, scorer=OSA.distance, dtype=np.int64)
    longest = np.array([max(len(a), len(b)) for a, b in zip(left, right, strict=True)])
    return sound_percents(edits, longest)


def sound_percents(edits: Ints, longest: Ints, apart: Ints | None = None) -> Ints:
    """`sound_similarities` by the edits and the length of the longer spoken word.

    Fewer edits never give less: what lengths alone say of the edits bounds the likeness.
    """
    is_short = longest <= SHORT if apart is None else (longest <= SHORT) | apart
    cost = np.where(is_short, SHORT_SOUND_COST, SOUND_COST)
    likeness = EQUAL - cost - edits * SOUND_EDIT_COST // np.maximum(longest, 1)
    return np.where(likeness >= LEAST_BY_SOUND, likeness, 0)
