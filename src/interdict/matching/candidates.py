"""Which listed names a batch of asked names may mean: everything that can reach a score.

Work is done once for each distinct word of the batch, and then in columns:

1. Every word is looked up in the vocabulary (`Lookup`), once; its postings lead to names.
   Of the frequent words of a name those are left out of the expansion without which the
   others must be found anyway: together they could not carry the name to the score needed.
2. For each (asked name, listed name) that meets, what the words met can be worth at most.
3. For those that may suffice, the same word by word on both sides (`bounds`).

Guarantee: for an asked name and a `needed` score, every listed name whose name score reaches
it is among the pairs, where words count as alike if they are equal, within the edits that
`similarity.allowed_edits` grants, alike in sound, equivalent, an initial, or alike once
neighbouring words are written together (`runs`). Names that share with the query nothing but
initials and light words are outside of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interdict.matching.align import FULL, SINGLE_KEEPS
from interdict.matching.arrays import Array, Bools, distinct, spread
from interdict.matching.asked_columns import AskedColumns, asked_columns
from interdict.matching.bounds import Bounded, Pairs, bounds, may_reach
from interdict.matching.doubts import uncontradicted
from interdict.matching.index import Index
from interdict.matching.joined import Joined, joins, verified
from interdict.matching.lookup import Lookup, Question
from interdict.matching.similarity import EQUAL, JOINED
from interdict.text.names import Kind

_FREQUENT = 16
"""Postings beyond which a word is left out of the expansion where that loses nothing."""


class Pair(NamedTuple):
    """A listed name by number, whether words written together may meet words apart in it, and
    the most that its name score can be."""

    name: int
    joined: bool
    bound: int


def candidates(
    index: Index, lookup: Lookup, questions: Sequence[Question], living: Bools | None
) -> list[list[Pair]]:
    """For each question the listed names that it has to be compared with, by number."""
    if not questions or not index.n_names:
        return [[] for _ in questions]
    columns = asked_columns(lookup, questions)
    joined = joins(index, lookup, questions)
    keys, limit = _reaching(index, questions, columns, joined)
    shift = _shift(index)
    asked, names = keys >> shift, keys & (1 << shift) - 1
    keep = _fitting(index, questions, asked, names, living)
    keys, asked, names, limit = keys[keep], asked[keep], names[keep], limit[keep]
    rows, _ = _rows_of(keys, joined.asked << shift | joined.name)
    joined = verified(index, questions, joined.taken(rows))
    _, pair_of_row = _rows_of(keys, joined.asked << shift | joined.name)
    has_run = np.zeros(len(keys), dtype=np.bool_)
    has_run[pair_of_row] = True
    may = np.flatnonzero(may_reach(index, columns, Pairs(asked, names, has_run), limit))
    keys, asked, names, limit = keys[may], asked[may], names[may], limit[may]
    has_run = has_run[may]
    _, pair_of_row = _rows_of(keys, joined.asked << shift | joined.name)
    pairs = Pairs(asked, names, has_run)
    bounded = bounds(index, columns, pairs, joined, pair_of_row)
    kept = np.flatnonzero(bounded.bound >= limit)
    found: list[list[Pair]] = [[] for _ in questions]
    rows_kept = zip(
        asked[kept].tolist(),
        names[kept].tolist(),
        has_run[kept].tolist(),
        bounded.bound[kept].tolist(),
        limit[kept].tolist(),
        kept.tolist(),
        strict=True,
    )
    for at, name, has, bound, least, place in rows_kept:
        if bounded.known[place]:
            bound *= _uncontradicted(index, questions[at], name, bounded, place)
            if bound < least:
                continue
        found[at].append(Pair(name, has, int(bound)))
    return found


def _uncontradicted(
    index: Index, question: Question, name: int, bounded: Bounded, place: int
) -> float:
    """What the words that stay alone leave of the bound of a pair whose links are known."""
    linked, listed = int(bounded.asked[place]), int(bounded.listed[place])
    alone = [
        token.text
        for at, token in enumerate(question.name.name.tokens)
        if token.kind is Kind.NAME and not linked >> at & 1
    ]
    if not alone:
        return 1.0
    arrays = index.arrays
    start, end = arrays["token_offsets"][name : name + 2].tolist()
    kinds = arrays["token_kind"][start:end].tolist()
    lacking = [
        index.words[word]
        for at, word in enumerate(arrays["token_word"][start:end].tolist())
        if kinds[at] == Kind.NAME and not listed >> at & 1
    ]
    left = uncontradicted(alone, lacking)
    # of two doubts the greater counts, and resting on one word is in the bound already
    return min(1.0, left / (SINGLE_KEEPS / FULL)) if bounded.single[place] else left


def _shift(index: Index) -> int:
    """Bits that hold the number of a listed name."""
    return max(1, index.n_names.bit_length())


def _left_out(columns: AskedColumns) -> Bools:
    """Frequent words that need not be expanded: without the others they carry no name.

    Several of them by their weight; a single one also because all would rest on it.
    """
    cost = columns.n_postings[columns.word]
    order = np.lexsort((-cost, columns.asked))
    asked, weight = columns.asked[order], columns.weight[order]
    first = np.searchsorted(asked, np.arange(len(columns.total)))
    sums = np.cumsum(weight)
    before = np.concatenate([[0.0], sums])[first]
    alone = sums - before[asked] + columns.slack[asked]
    is_single = (np.arange(len(asked)) == first[asked]) & columns.is_plain[asked]
    share = np.where(is_single, columns.share_needed_alone[asked], columns.share_needed[asked])
    reach = alone < share * columns.total[asked]
    left = np.zeros(len(cost), dtype=np.bool_)
    left[order] = reach & (cost[order] > _FREQUENT)
    return left


def _met(index: Index, columns: AskedColumns, joined: Joined) -> tuple[Array, Array, Array, Array]:
    """(key, most worth, number of meetings, worth of words left out) of every pair that meets.

    A key is the question and, in the lowest bits, the listed name; keys rise. Words that meet
    several words of one name count for each of them.
    """
    left = _left_out(columns)
    shift = _shift(index)
    highest = columns.weight.max(initial=0) * EQUAL
    bits = max(1, int(max(highest, joined.weight.max(initial=0) * JOINED)).bit_length())
    by_word = _posted(index, columns, np.flatnonzero(~left), "posting", bits)
    # a word left out may still decide with an initial, which no posting of the others tells
    by_initial = _posted(index, columns, np.flatnonzero(left), "initialled", bits)
    by_run = (joined.asked << shift | joined.name) << bits | joined.weight * JOINED
    rows = np.concatenate([by_word, by_initial, by_run])
    rows.sort()
    keys = rows >> bits
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else keys
    if not len(starts):
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, nothing, nothing
    worth = np.add.reduceat(rows & (1 << bits) - 1, starts) / EQUAL
    count = np.diff(starts, append=len(rows))
    skipped = np.bincount(
        columns.asked[left], weights=columns.weight[left], minlength=len(columns.total)
    )
    return keys[starts], worth, count, skipped


def _posted(index: Index, columns: AskedColumns, used: Array, table: str, bits: int) -> Array:
    """For each name that words of the questions lead to: its key and, in `bits`, the worth."""
    offsets, posted = index.arrays[f"{table}_offsets"], index.arrays[f"{table}_name"]
    near = columns.near_offsets
    places, of = spread(near[columns.word[used]], near[columns.word[used] + 1])
    at = used[of]
    word = columns.near_words[places]
    head = columns.asked[at] << _shift(index) + bits
    head |= columns.near_likeness[places] * columns.weight[at]
    places, of = spread(offsets[word], offsets[word + 1])
    keys: Array = head[of] | posted[places].astype(np.int64) << bits
    return keys


def _reaching(
    index: Index, questions: Sequence[Question], columns: AskedColumns, joined: Joined
) -> tuple[Array, Array]:
    """Keys of pairs that may reach the score needed, with that score; and all of one birthday.

    A lesser name score is needed from parties born on the day asked; their names are few, so
    they are taken whether or not a word that was expanded meets.
    """
    keys, worth, count, skipped = _met(index, columns, joined)
    shift = _shift(index)
    if len(keys):
        asked, names = keys >> shift, keys & (1 << shift) - 1
        least = columns.share_needed * columns.total - columns.slack
        least_alone = columns.share_needed_alone * columns.total - columns.slack
        initials = (index.arrays["name_initials"][names] & columns.letters[asked]) != 0
        alone = (count == 1) & columns.is_plain[asked] & (skipped[asked] == 0)
        if len(joined.asked):
            _, runs = _rows_of(keys, joined.asked << shift | joined.name)
            alone[runs] = False
        least_here = np.where(alone, least_alone[asked], least[asked])
        enough = (worth + skipped[asked] >= least_here) | initials
        keys = keys[enough]
    days = _birthdays(index, questions)
    needed = columns.needed[keys >> shift]
    if not len(days):
        return keys, needed
    day_needed = np.array([q.day_needed for q in questions], dtype=np.float64)
    keys = distinct(np.concatenate([keys, days]))
    needed = columns.needed[keys >> shift]
    born = np.searchsorted(keys, days)
    needed[born] = day_needed[days >> shift]
    return keys, needed


def _birthdays(index: Index, questions: Sequence[Question]) -> Array:
    """Keys of pairs whose party is born on the day asked, rising."""
    offsets = index.arrays["entity_names"]
    shift = _shift(index)
    keys = [
        spread(offsets[question.same_day], offsets[question.same_day + 1])[0] | at << shift
        for at, question in enumerate(questions)
        if len(question.same_day)
    ]
    return distinct(np.concatenate(keys)) if keys else np.empty(0, dtype=np.int64)


def _fitting(
    index: Index, questions: Sequence[Question], asked: Array, names: Array, living: Bools | None
) -> Bools:
    """Pairs whose kinds of party go together and whose listed name is alive."""
    keep = np.ones(len(asked), dtype=np.bool_) if living is None else living[names]
    tables: dict[int, int] = {}
    fittings: list[Bools | None] = []
    for question in questions:
        if id(question.fitting) not in tables:
            tables[id(question.fitting)] = len(fittings)
            fittings.append(question.fitting)
    everything = np.ones(len(index.schemata), dtype=np.bool_)
    table = np.stack([everything if one is None else one for one in fittings])
    of = np.array([tables[id(question.fitting)] for question in questions])
    schema = index.arrays["entity_schema"][index.arrays["name_entity"][names]]
    fits: Bools = keep & table[of[asked], schema]
    return fits


def _rows_of(keys: Array, row_keys: Array) -> tuple[Array, Array]:
    """The rows whose key is among the rising `keys`, and the place of the key for each."""
    if not len(keys) or not len(row_keys):
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing
    place = np.minimum(np.searchsorted(keys, row_keys), len(keys) - 1)
    rows = np.flatnonzero(keys[place] == row_keys)
    return rows, place[rows]
