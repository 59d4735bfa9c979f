"""Tables of an index for words written together or apart: from a run's key to what holds it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from interdict.matching.arrays import Array, distinct_pairs
from interdict.matching.runs import run_keys, run_places
from interdict.text.names import Token

PLACE_BITS = 5
"""Bits of a place that hold the first word; those above hold the number of words less one."""


def joined_names(names: Sequence[tuple[Token, ...]]) -> dict[str, Array]:
    """Bones of neighbouring words written together -> names that hold them, and where.

    A legal form of several words is one word to us, and stands here as it is written.
    """
    numbers: dict[str, int] = {}
    of_run, of_name, place = [], [], []
    for at, tokens in enumerate(names):
        surfaces = [token.surface for token in tokens]
        places = list(run_places(len(surfaces)))
        places += [(start, 1) for start, token in enumerate(tokens) if token.surface != token.text]
        for start, length in places:
            run = "".join(surfaces[start : start + length])
            of_run.append(numbers.setdefault(run, len(numbers)))
            of_name.append(at)
            place.append(start | (length - 1) << PLACE_BITS)
    keys = run_keys(list(numbers))[np.array(of_run, dtype=np.int64)]
    where = np.array(of_name, dtype=np.int64) << 8 | np.array(place, dtype=np.int64)
    order = np.lexsort((where, keys))
    where = where[order]
    return {
        "joined_key": keys[order],
        "joined_name": (where >> 8).astype(np.uint32),
        "joined_place": (where & 0xFF).astype(np.uint8),
    }


def words_alone(words: Sequence[str], posting_offsets: Array) -> dict[str, Array]:
    """What a run is looked up by -> single words with postings that it may stand for."""
    posted = np.flatnonzero(np.diff(posting_offsets.astype(np.int64)) > 0)
    keys = run_keys([words[at] for at in posted.tolist()])
    bone_key, bone_word = distinct_pairs(keys, posted.astype(np.uint32))
    return {"bone_key": bone_key, "bone_word": bone_word}
