"""Neighbouring words of a name taken together, as if they were written as one."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from interdict.matching.arrays import hashed
from interdict.matching.similarity import JOINED

LONGEST_RUN = 4
"""Words of a name that are also looked up as written together."""

LONGEST_WHOLE = 8
"""Words of a name that is looked up as written together as a whole."""

Run = tuple[int, int]
"""First word and number of words."""


@lru_cache(maxsize=64)
def run_places(n_words: int) -> tuple[Run, ...]:
    """First word and length of every run of two to four neighbouring words, and of them all."""
    places = [
        (start, length)
        for length in range(2, LONGEST_RUN + 1)
        for start in range(n_words - length + 1)
    ]
    if LONGEST_RUN < n_words <= LONGEST_WHOLE:
        places.append((0, n_words))
    return tuple(places)


def runs_of(words: list[str]) -> list[str]:
    """Those runs of words, each written together."""
    return ["".join(words[at : at + length]) for at, length in run_places(len(words))]


_BONES = str.maketrans("cqgzvw", "kkksff", "aeiouyh")
_DOUBLED = re.compile(r"(.)\1+")
_ASSIMILATED = re.compile("bdl[dnrst]")
_SHORTEST = 5
_LEAST = 75


@lru_cache(maxsize=65_536)
def bones(run: str) -> str:
    """The consonants of a run, levelled letter by letter; the run itself if it has hardly any.

    Letter by letter, so that words have the same bones together as apart. Two runs with the
    same bones may stand for one another: `abd al rahman` and `abdulrahman`.
    """
    if not run.isalpha():
        return run
    kept = _DOUBLED.sub(r"\1", run.translate(_BONES))
    # the article of an Arabic name is written as it is, or assimilated: abdulrahim, abdurrahim
    if _ASSIMILATED.match(kept):
        kept = kept[:2] + kept[3:]
    return kept if len(kept) >= (_SHORTEST - kept.startswith("bd")) else run


def run_key(run: str) -> int:
    """What words written together are looked up by."""
    return hashed(bones(run))


def run_similarity(left: str, right: str) -> int:
    """Percent of likeness of two runs, or of a run and a word; 0 if they are not alike.

    Runs with the same bones differ in vowels and doubled letters alone; each costs a little.
    """
    if left == right:
        return JOINED
    if not left.isalpha() or bones(left) != bones(right):
        return 0
    edits = int(OSA.distance(left, right))
    likeness = JOINED - 50 * edits // max(len(left), len(right))
    return likeness if likeness >= _LEAST else 0
