"""Words written together that meet words written apart: runs of neighbouring words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.asked_columns import AskedColumns
from interdict.matching.compiling import MAX_TOKENS
from interdict.matching.index import Index
from interdict.matching.lookup import MAX_WORD
from interdict.matching.run_tables import PLACE_BITS
from interdict.matching.runs import keys_of_pieces, run_places, run_similarity
from interdict.matching.similarity import JOINED
from interdict.matching.word_columns import UNLISTED
from interdict.text.names import Kind

SHORTEST = 4
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


def joins(index: Index, columns: AskedColumns, surfaces: Sequence[str]) -> Joined:
    """Where words written together may meet words apart.

    A meeting that begins or ends with a word that both sides have once is left out: such words
    are linked with each other first (see `align`), so the run is never free.

    Args:
        surfaces: the words of all names as they are written, in the order of the columns.
    """
    runs = _runs_asked(columns, surfaces)
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


def verified(
    index: Index, columns: AskedColumns, surfaces: Sequence[str], joined: Joined
) -> Joined:
    """Those meetings whose texts are alike indeed, with their likeness."""
    kept: list[int] = []
    likeness: list[int] = []
    light: list[bool] = []
    kinds = index.arrays["token_kind"]
    written = index.arrays["token_surface"]
    first = index.arrays["token_offsets"][joined.name].astype(np.int64) + joined.listed_start
    begins = columns.first[joined.asked] + joined.start
    rows = zip(
        begins.tolist(),
        (begins + joined.n_words).tolist(),
        first.tolist(),
        joined.listed_n.tolist(),
        joined.listed_word.tolist(),
        strict=True,
    )
    for row, (begin, end, listed, listed_n, word) in enumerate(rows):
        left = "".join(surfaces[begin:end])
        numbers = written[listed : listed + listed_n].tolist() if listed_n else [word]
        right = "".join([index.words[number] for number in numbers])
        found = run_similarity(left, right)
        if found:
            kept.append(row)
            likeness.append(found)
            light.append(
                listed_n > 0 and min(kinds[listed : listed + listed_n].tolist()) >= Kind.PARTICLE
            )
    taken = joined.taken(np.array(kept, dtype=np.int64))
    return taken._replace(
        likeness=np.array(likeness, dtype=np.int64), is_light=np.array(light, dtype=np.bool_)
    )


def _same(words: Array, kinds: Array, at: Array, number: Array) -> Bools:
    """Whether a listed token is the asked word of that number, and carries weight."""
    same: Bools = (words[at] == number) & (kinds[at] < Kind.PARTICLE)
    return same


def _runs_asked(columns: AskedColumns, surfaces: Sequence[str]) -> _Runs:
    """Words of the asked names that may be runs on the other side, and their runs.

    The words stand one after the other in one text, so that every run is a piece of it.
    """
    letters = np.frombuffer("".join(surfaces).encode("ascii", "replace"), dtype=np.uint8)
    ends = np.cumsum(np.fromiter(map(len, surfaces), dtype=np.int64, count=len(surfaces)))
    before = np.concatenate([[0], ends])
    weights = np.concatenate([[0], np.cumsum(columns.weight)])
    offsets, starts, lengths = _places_by_size()
    rows, asked = spread(offsets[columns.n_words], offsets[columns.n_words + 1])
    start, n_words = starts[rows], lengths[rows]
    begin = columns.first[asked] + start
    end = begin + n_words
    size = before[end] - before[begin]
    kept = np.flatnonzero((size <= MAX_WORD) & ((n_words > 1) | (size >= SHORTEST)))
    asked, start, n_words, begin, end = (
        column[kept] for column in (asked, start, n_words, begin, end)
    )
    outer = _unrepeated(columns)
    is_run = n_words > 1
    return _Runs(
        asked=asked,
        start=start,
        n_words=n_words,
        weight=weights[end] - weights[begin],
        first=np.where(is_run, outer[begin], UNLISTED),
        last=np.where(is_run, outer[end - 1], UNLISTED),
        key=keys_of_pieces(letters, before[begin], before[end]),
    )


def _unrepeated(columns: AskedColumns) -> Array:
    """For each asked word its number, if it carries weight and its name has it once."""
    number, kind = columns.words.number[columns.word], columns.words.kind[columns.word]
    keys = columns.asked << 32 | number + 1
    order = np.argsort(keys, kind="stable")
    same = keys[order[1:]] == keys[order[:-1]]
    once = np.ones(len(keys), dtype=np.bool_)
    once[order[1:][same]] = False
    once[order[:-1][same]] = False
    result: Array = np.where(once & (kind <= Kind.INITIAL), number, UNLISTED)
    return result


@cache
def _places_by_size() -> tuple[Array, Array, Array]:
    """First word and number of words of each word and run of a name, by its number of words.

    Offsets by the number of words of the name, then both columns.
    """
    places = [
        [*((at, 1) for at in range(size)), *run_places(size)] for size in range(MAX_TOKENS + 1)
    ]
    offsets = np.cumsum([0, *map(len, places)])
    columns = np.array([place for of_size in places for place in of_size], dtype=np.int64)
    return offsets, columns[:, 0], columns[:, 1]


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
