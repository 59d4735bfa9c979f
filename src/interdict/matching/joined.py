"""Words written together that meet words written apart: runs of neighbouring words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from interdict.matching.arrays import Array, spread
from interdict.matching.index import Index
from interdict.matching.lookup import Question
from interdict.matching.runs import run_key

PLACES = 64
"""Places of a name's words and runs: 32 words, then runs."""


def joins(index: Index, questions: Sequence[Question]) -> tuple[Array, Array, Array, Array]:
    """(asked, name, place, weight) where words written together meet words apart.

    Single words take the places from 32 on too: a word may be a run of listed words.
    """
    asked, keys, place, weight = [], [], [], []
    single: list[bool] = []
    for at, question in enumerate(questions):
        next_place = 32
        tokens = question.name.name.tokens
        texts = [
            (run_key(token.surface), value, True)
            for token, value in zip(tokens, question.name.weights, strict=True)
            if len(token.surface) > 3
        ]
        texts += [
            (key, sum(question.name.weights[run[0] : run[0] + run[1]]), False)
            for run, _, key in question.name.runs
        ]
        for key, value, is_single in texts[: PLACES - 32]:
            asked.append(at)
            keys.append(key)
            place.append(next_place)
            weight.append(float(value))
            single.append(is_single)
            next_place += 1
    if not keys:
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, nothing, np.empty(0)
    of_asked = np.array(asked, dtype=np.int64)
    of_key = np.array(keys, dtype=np.uint64)
    arrays = index.arrays
    start = np.searchsorted(arrays["joined_key"], of_key, side="left")
    end = np.searchsorted(arrays["joined_key"], of_key, side="right")
    places, by_run = spread(start, end)
    names = arrays["joined_name"][places].astype(np.int64)
    several = np.flatnonzero(~np.array(single))
    start = np.searchsorted(arrays["bone_key"], of_key[several], side="left")
    end = np.searchsorted(arrays["bone_key"], of_key[several], side="right")
    places, of = spread(start, end)
    words, of = arrays["bone_word"][places], several[of]
    posted, by_word = spread(arrays["posting_offsets"][words], arrays["posting_offsets"][words + 1])
    at_run = np.concatenate([by_run, of[by_word]])
    all_names = np.concatenate([names, arrays["posting_name"][posted].astype(np.int64)])
    return (
        of_asked[at_run],
        all_names,
        np.array(place, dtype=np.int64)[at_run],
        np.array(weight)[at_run],
    )
