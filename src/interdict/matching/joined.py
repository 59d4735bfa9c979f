"""Words written together that meet words written apart: runs of neighbouring words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.index import Index
from interdict.matching.lookup import UNLISTED, Lookup, Question
from interdict.matching.run_tables import PLACE_BITS
from interdict.matching.runs import run_keys, run_similarity
from interdict.matching.similarity import JOINED
from interdict.text.names import Kind

_SHORTEST = 4
"""Letters from which a single word may be a run of words on the other side."""


class Joined(NamedTuple):
    """Meetings of asked words with listed ones where one side writes together, by column.

    `start` and `n_words` are the asked words, `weight` the sum of theirs. On the other side
    stand `listed_n` words from `listed_start`; or the single word `listed_word` (by number),
    wherever it stands, and `listed_n` is 0. `likeness` is in percent; before `verified`, the
    highest that there is. `is_light` says that all listed words are light ones.
    """

    asked: Array
    name: Array
    start: Array
    n_words: Array
    weight: Array
    listed_start: Array
    listed_n: Array
    listed_word: Array
    likeness: Array
    is_light: Array

    def taken(self, rows: Array) -> Joined:
        """Some of the rows."""
        return Joined(*(column[rows] for column in self))


class _Runs(NamedTuple):
    """Words and runs of asked names; `first` and `last` are their outer words by number."""

    asked: Array
    start: Array
    n_words: Array
    weight: Array
    first: Array
    last: Array
    key: Array


def joins(index: Index, lookup: Lookup, questions: Sequence[Question]) -> Joined:
    """Where words written together may meet words apart.

    A meeting that begins or ends with a word that both sides have once is left out: such words
    are linked with each other first (see `align`), so the run is never free.
    """
    runs = _runs_asked(lookup, questions)
    arrays = index.arrays
    places, of = _under(arrays["joined_key"], runs.key)
    name = arrays["joined_name"][places].astype(np.int64)
    place = arrays["joined_place"][places].astype(np.int64)
    listed_start, listed_n = place & (1 << PLACE_BITS) - 1, (place >> PLACE_BITS) + 1
    begin = arrays["token_offsets"][name].astype(np.int64) + listed_start
    words, kinds = arrays["token_word"], arrays["token_kind"]
    taken = _same(words, kinds, begin, runs.first[of])
    taken |= _same(words, kinds, begin + listed_n - 1, runs.last[of])
    is_run = (listed_n > 1) | (runs.n_words[of] > 1)
    free = np.flatnonzero(is_run & (~taken | (arrays["name_repeats"][name] != 0)))
    several = np.flatnonzero(runs.n_words > 1)
    places, of_several = _under(arrays["bone_key"], runs.key[several])
    single_word = arrays["bone_word"][places].astype(np.int64)
    offsets = arrays["posting_offsets"]
    posted, by_word = spread(offsets[single_word], offsets[single_word + 1])
    single_word = single_word[by_word]
    of = np.concatenate([of[free], several[of_several[by_word]]])
    nothing = np.zeros(len(posted), dtype=np.int64)
    no_word = np.full(len(free), UNLISTED, dtype=np.int64)
    return Joined(
        asked=runs.asked[of],
        name=np.concatenate([name[free], arrays["posting_name"][posted].astype(np.int64)]),
        start=runs.start[of],
        n_words=runs.n_words[of],
        weight=runs.weight[of],
        listed_start=np.concatenate([listed_start[free], nothing]),
        listed_n=np.concatenate([listed_n[free], nothing]),
        listed_word=np.concatenate([no_word, single_word]),
        likeness=np.full(len(of), JOINED),
        is_light=np.zeros(len(of), dtype=np.bool_),
    )


def verified(index: Index, questions: Sequence[Question], joined: Joined) -> Joined:
    """Those meetings whose texts are alike indeed, with their likeness."""
    kept: list[int] = []
    likeness: list[int] = []
    light: list[bool] = []
    kinds = index.arrays["token_kind"]
    surfaces = index.arrays["token_surface"]
    first = index.arrays["token_offsets"][joined.name].astype(np.int64) + joined.listed_start
    columns = joined.asked, joined.start, joined.n_words, first, joined.listed_n, joined.listed_word
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for row, (asked, start, n_words, begin, listed_n, word) in enumerate(rows):
        tokens = questions[asked].name.name.tokens[start : start + n_words]
        left = "".join([token.surface for token in tokens])
        numbers = surfaces[begin : begin + listed_n].tolist() if listed_n else [word]
        right = "".join([index.words[number] for number in numbers])
        found = run_similarity(left, right)
        if found:
            kept.append(row)
            likeness.append(found)
            light.append(
                listed_n > 0 and min(kinds[begin : begin + listed_n].tolist()) >= Kind.PARTICLE
            )
    taken = joined.taken(np.array(kept, dtype=np.int64))
    return taken._replace(
        likeness=np.array(likeness, dtype=np.int64), is_light=np.array(light, dtype=np.bool_)
    )


def _same(words: Array, kinds: Array, at: Array, number: Array) -> Bools:
    """Whether a listed token is the asked word of that number, and carries weight."""
    same: Bools = (words[at] == number) & (kinds[at] < Kind.PARTICLE)
    return same


def _runs_asked(lookup: Lookup, questions: Sequence[Question]) -> _Runs:
    """Words of the asked names that may be runs on the other side, and their runs."""
    texts: list[str] = []
    rows: list[tuple[int, int, int, int, int, int]] = []
    for at, question in enumerate(questions):
        name = question.name
        tokens, weights = name.name.tokens, name.weights
        found = [
            (token.surface, (at, place, 1, weights[place], UNLISTED, UNLISTED))
            for place, token in enumerate(tokens)
            if len(token.surface) >= _SHORTEST
        ]
        if name.runs:
            known = lookup.words(name.name.by_sound)
            once = len({token.text for token in tokens}) == len(tokens)
            numbers = [
                known[token.text].number if once and token.kind <= Kind.INITIAL else UNLISTED
                for token in tokens
            ]
            for (start, length), text in name.runs:
                end = start + length
                weight = sum(weights[start:end])
                row = (at, start, length, weight, numbers[start], numbers[end - 1])
                found.append((text, row))
        for text, row in found:
            texts.append(text)
            rows.append(row)
    columns = np.array(rows, dtype=np.int64).reshape(-1, 6).T
    of, begins, counts, weights_of, first, last = columns
    return _Runs(of, begins, counts, weights_of, first, last, run_keys(texts))


def _under(table: Array, keys: Array) -> tuple[Array, Array]:
    """Places of each key in a sorted table, and the place of the key."""
    if not len(table) or not len(keys):
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing
    order = np.argsort(keys)
    start = np.searchsorted(table, keys[order], side="left")
    hit = np.flatnonzero(table[np.minimum(start, len(table) - 1)] == keys[order])
    end = np.searchsorted(table, keys[order[hit]], side="right")
    places, of = spread(start[hit], end)
    return places, order[hit[of]]
