"""Neighbouring words of a name taken together, as if they were written as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import mul

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

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
SHORTEST_BONES = 5
"""Consonants of a run below which its vowels count as well."""

LEAST = 75
"""Percent of likeness below which two runs of the same bones are not alike."""

EDIT_COST = 50
"""Percent that a vowel costs, or a doubled letter, of as many as the longer run has letters."""

LOWEST_LETTER = ord("a")
ASSIMILATING = np.zeros(256, dtype=np.bool_)
"""Letters that the `l` of an Arabic article becomes."""

ASSIMILATING[list(b"dnrst")] = True
LEVELLED = np.arange(256, dtype=np.uint8)
"""The letter that stands for each, as bytes; 0 for vowels."""

for _from, _to in _BONES.items():
    LEVELLED[_from] = _to or 0
_FACTOR = 0xFF51AFD7ED558CCD
POWERS = np.array([pow(_FACTOR, at + 1, 1 << 64) for at in range(256)], dtype=np.uint64)
"""What the letters of a key are multiplied with, by their place."""

_PLAIN_POWERS: list[int] = POWERS.tolist()
_ALL_BITS = (1 << 64) - 1

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]


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
    return kept if len(kept) >= (SHORTEST_BONES - kept.startswith("bd")) else run


def run_keys(runs: Sequence[str]) -> npt.NDArray[np.uint64]:
    """What words written together are looked up by: 64 bits of the `bones` of each.

    Other bones hardly ever have the same key, and then their texts tell them apart. No run is
    empty.
    """
    letters = np.frombuffer("".join(runs).encode("ascii", "replace"), dtype=np.uint8)
    ends = np.cumsum(np.array([len(run) for run in runs], dtype=np.int64))
    return keys_of_pieces(letters, np.concatenate([[0], ends[:-1]]) if runs else ends, ends)


def run_key(run: str) -> int:
    """`run_keys` of one run."""
    letters = bones(run).encode("ascii", "replace")
    key: int = sum(map(mul, letters, _PLAIN_POWERS)) & _ALL_BITS
    return key


def keys_of_pieces(letters: npt.NDArray[np.uint8], starts: Ints, ends: Ints) -> Keys:
    """`run_keys` of pieces of a text, which may overlap; none is empty.

    The letters of all runs are levelled together, as `bones` does it one by one.
    """
    n_runs = len(starts)
    if not n_runs:
        return np.empty(0, dtype=np.uint64)
    lengths = ends - starts
    of = np.repeat(np.arange(n_runs), lengths)
    first = np.cumsum(lengths) - lengths
    within = np.arange(len(of)) - first[of]
    letters = letters[starts[of] + within]
    boned, kept_of = _level(letters, of)
    kept_first = np.searchsorted(kept_of, np.arange(n_runs))
    boned, kept_of, is_bd = _unassimilated(boned, kept_of, kept_first, n_runs)
    counts = np.bincount(kept_of, minlength=n_runs)
    not_alpha = np.bincount(of[letters < LOWEST_LETTER], minlength=n_runs) > 0
    whole = not_alpha | (counts < SHORTEST_BONES - is_bd)
    place = np.arange(len(boned)) - (np.cumsum(counts) - counts)[kept_of]
    keys = _summed(boned, place, kept_of, counts)
    raw = _summed(letters, within, of, lengths)
    result: Keys = np.where(whole, raw, keys)
    return result


def _level(letters: npt.NDArray[np.uint8], of: Ints) -> tuple[npt.NDArray[np.uint8], Ints]:
    """The levelled consonants, without doubled ones, and the run of each."""
    levelled = LEVELLED[letters]
    kept = np.flatnonzero(levelled)
    levelled, of = levelled[kept], of[kept]
    single = np.ones(len(levelled), dtype=np.bool_)
    single[1:] = (levelled[1:] != levelled[:-1]) | (of[1:] != of[:-1])
    return levelled[single], of[single]


def _unassimilated(
    boned: npt.NDArray[np.uint8], of: Ints, first: Ints, n_runs: int
) -> tuple[npt.NDArray[np.uint8], Ints, npt.NDArray[np.bool_]]:
    """Without the `l` of `bdl` before a consonant that it is assimilated to; and who has `bd`."""
    padded = np.concatenate([boned, np.zeros(4, dtype=np.uint8)])
    owner = np.concatenate([of, np.full(4, n_runs)])
    at = first[:, None] + np.arange(4)
    head = np.where(owner[at] == np.arange(n_runs)[:, None], padded[at], 0)
    is_bd = (head[:, 0] == ord("b")) & (head[:, 1] == ord("d"))
    assimilates = is_bd & (head[:, 2] == ord("l")) & ASSIMILATING[head[:, 3]]
    kept = np.ones(len(boned), dtype=np.bool_)
    kept[first[assimilates] + 2] = False
    return boned[kept], of[kept], is_bd


def _summed(letters: npt.NDArray[np.uint8], place: Ints, of: Ints, counts: Ints) -> Keys:
    """A polynomial of the letters of each run, modulo 2**64."""
    powers = POWERS[np.minimum(place, len(POWERS) - 1)]
    sums = np.concatenate([[np.uint64(0)], np.cumsum(letters * powers)])
    ends = np.cumsum(counts)
    keys: Keys = sums[ends] - sums[ends - counts]
    return keys


def run_similarity(left: str, right: str) -> int:
    """Percent of likeness of two runs, or of a run and a word; 0 if they are not alike.

    Runs with the same bones differ in vowels and doubled letters alone; each costs a little.
    """
    if left == right:
        return JOINED
    if not left.isalpha() or bones(left) != bones(right):
        return 0
    edits = int(OSA.distance(left, right))
    likeness = JOINED - EDIT_COST * edits // max(len(left), len(right))
    return likeness if likeness >= LEAST else 0
