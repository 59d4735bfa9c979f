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

from interdict.matching.arrays import Array, Bools, distinct, spread
from interdict.matching.asked_columns import AskedColumns, asked_columns
from interdict.matching.bounds import Bounded, Pairs, bounds
from interdict.matching.doubts import uncontradicted
from interdict.matching.index import Index
from interdict.matching.joined import Joined, joins, verified
from interdict.matching.kept import FULL, most_single_keeps
from interdict.matching.lookup import Lookup, Question
from interdict.matching.similarity import EQUAL, JOINED
from interdict.text.names import Kind

_PERCENT_BITS = 7
FREQUENT = 16
"""Postings beyond which a word is left out of the expansion where that loses nothing."""


class Pair(NamedTuple):
    """A listed name by number, whether words written together may meet words apart in it, and
    the most that its name score can be."""

    name: int
    joined: bool
    bound: int


def candidates(
    index: Index,
    lookup: Lookup,
    questions: Sequence[Question],
    slots: Sequence[int],
    living: Bools | None,
) -> list[list[Pair]]:
    """For each question the listed names that it has to be compared with, by number.

    Args:
        slots: those of all words of the questions, as `Lookup.prepare` gives them.
    """
    found: list[list[Pair]] = [[] for _ in questions]
    if not questions or not index.n_names:
        return found
    columns = asked_columns(lookup, questions, slots)
    if lookup.meetings is not None:
        return lookup.meetings.find(questions, columns, living)
    surfaces = [token.surface for question in questions for token in question.name.tokens]
    joined = joins(index, columns, surfaces)
    keys, limit = _reaching(index, lookup, questions, columns, joined, living)
    keys, limit, joined, bounded, has_run = _bounded(index, columns, surfaces, joined, keys, limit)
    shift = _shift(index)
    rows = zip(
        (keys >> shift).tolist(),
        (keys & (1 << shift) - 1).tolist(),
        has_run.tolist(),
        bounded.bound.tolist(),
        limit.tolist(),
        bounded.known.tolist(),
        strict=True,
    )
    for row, (at, name, has, bound, least, known) in enumerate(rows):
        if known:
            bound *= _uncontradicted(index, questions[at], name, bounded, row)
            if bound < least:
                continue
        found[at].append(Pair(name, has, int(bound)))
    return found


def _bounded(
    index: Index,
    columns: AskedColumns,
    surfaces: Sequence[str],
    joined: Joined,
    keys: Array,
    limit: Array,
) -> tuple[Array, Array, Joined, Bounded, Bools]:
    """The pairs whose bound reaches their limit, with what bounds them.

    Words written together are compared as texts only in the few pairs that could reach it if
    all of them were alike; those pairs are then bounded again.
    """
    shift = _shift(index)

    def bound() -> tuple[Bounded, Bools]:
        _, pair_of_row = _rows_of(keys, joined.asked << shift | joined.name)
        has_run = np.zeros(len(keys), dtype=np.bool_)
        has_run[pair_of_row] = True
        pairs = Pairs(keys >> shift, keys & (1 << shift) - 1, has_run)
        return bounds(index, columns, pairs, joined, pair_of_row), has_run

    rows, _ = _rows_of(keys, joined.asked << shift | joined.name)
    joined = joined.taken(rows)
    bounded, has_run = bound()
    kept = np.flatnonzero(bounded.bound >= limit)
    keys, limit, bounded, has_run = keys[kept], limit[kept], bounded.taken(kept), has_run[kept]
    if has_run.any():
        rows, _ = _rows_of(keys, joined.asked << shift | joined.name)
        joined = verified(index, columns, surfaces, joined.taken(rows))
        bounded, has_run = bound()
        kept = np.flatnonzero(bounded.bound >= limit)
        keys, limit, bounded, has_run = keys[kept], limit[kept], bounded.taken(kept), has_run[kept]
    return keys, limit, joined, bounded, has_run


def _uncontradicted(
    index: Index, question: Question, name: int, bounded: Bounded, place: int
) -> float:
    """What the words that stay alone leave of the bound of a pair whose links are known."""
    linked, listed = int(bounded.asked[place]), int(bounded.listed[place])
    alone = [
        token.text
        for at, token in enumerate(question.name.tokens)
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
    if not bounded.single[place]:
        return left
    return min(1.0, left / (most_single_keeps(question.name.tokens) / FULL))


def _shift(index: Index) -> int:
    """Bits that hold the number of a listed name."""
    return max(1, index.n_names.bit_length())


def _left_out(columns: AskedColumns) -> Bools:
    """Frequent words that need not be expanded: without the others they carry no name.

    Several of them by their weight; a single one also because all would rest on it.
    """
    cost = columns.words.n_postings[columns.word]
    order = np.lexsort((-cost, columns.asked))
    asked, weight = columns.asked[order], columns.weight[order]
    sums = np.cumsum(weight)
    before = np.concatenate([[0], sums])[columns.first]
    alone = sums - before[asked] + columns.slack[asked]
    is_single = (np.arange(len(asked)) == columns.first[asked]) & columns.is_plain[asked]
    share = np.where(is_single, columns.share_needed_alone[asked], columns.share_needed[asked])
    reach = alone < share * columns.total[asked]
    left = np.zeros(len(cost), dtype=np.bool_)
    left[order] = reach & (cost[order] > FREQUENT)
    return left


class _Met(NamedTuple):
    """Pairs that meet: `key` is the question and, in the lowest bits, the listed name; keys rise.

    `worth` is the most that the words met can be worth, `n_met` how many meetings there are.
    Words that meet several words of one name count for each of them.
    """

    key: Array
    worth: Array
    n_met: Array


def _met(index: Index, columns: AskedColumns, joined: Joined, left: Bools) -> _Met:
    """Pairs that meet in a word that is not `left` out, or in a run."""
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
    if not len(keys):
        return _Met(keys, keys, keys)
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    worth = np.add.reduceat(rows & (1 << bits) - 1, starts) / EQUAL
    return _Met(keys[starts], worth, np.diff(starts, append=len(rows)))


def _posted(index: Index, columns: AskedColumns, used: Array, table: str, bits: int) -> Array:
    """For each name that words of the questions lead to: its key and, in `bits`, the worth."""
    offsets, posted = index.arrays[f"{table}_offsets"], index.arrays[f"{table}_name"]
    words = columns.words
    slot = columns.word[used]
    places, of = spread(words.near_start[slot], words.near_end[slot])
    at = used[of]
    word = words.near_words[places]
    head = columns.asked[at] << _shift(index) + bits
    head |= words.near_likeness[places] * columns.weight[at]
    places, of = spread(offsets[word], offsets[word + 1])
    keys: Array = head[of] | posted[places].astype(np.int64) << bits
    return keys


def _reaching(
    index: Index,
    lookup: Lookup,
    questions: Sequence[Question],
    columns: AskedColumns,
    joined: Joined,
    living: Bools | None,
) -> tuple[Array, Array]:
    """Keys of pairs that may reach the score needed, with that score; and all of one birthday.

    A lesser name score is needed from parties born on the day asked; their names are few, so
    they are taken whether or not a word that was expanded meets.
    """
    left = _left_out(columns)
    shift = _shift(index)
    met = _met(index, columns, joined, left)
    asked, names = met.key >> shift, met.key & (1 << shift) - 1
    reach = _Reach(index, columns, joined, met)
    skipped = np.bincount(
        columns.asked[left], weights=columns.weight[left], minlength=len(columns.total)
    )[asked]
    every = np.arange(len(asked))
    keep = np.flatnonzero(reach.may(every, met.worth + skipped, met.n_met + (skipped > 0)))
    keep = keep[_fitting(index, questions, asked[keep], names[keep], living)]
    keep = keep[reach.may(keep, *_with_left_out(index, lookup, columns, left, met, keep))]
    keys = met.key[keep]
    days = _birthdays(index, questions)
    days = days[_fitting(index, questions, days >> shift, days & (1 << shift) - 1, living)]
    needed = columns.needed[keys >> shift]
    if not len(days):
        return keys, needed
    day_needed = np.array([q.day_needed for q in questions], dtype=np.float64)
    keys = distinct(np.concatenate([keys, days]))
    needed = columns.needed[keys >> shift]
    born = np.searchsorted(keys, days)
    needed[born] = day_needed[days >> shift]
    return keys, needed


class _Reach:
    """What pairs that meet need to be worth."""

    def __init__(self, index: Index, columns: AskedColumns, joined: Joined, met: _Met) -> None:
        shift = _shift(index)
        asked, names = met.key >> shift, met.key & (1 << shift) - 1
        self._least_alone = (columns.share_needed_alone * columns.total - columns.slack)[asked]
        self._initials = (index.arrays["name_initials"][names] & columns.letters[asked]) != 0
        self._may_be_alone = columns.is_plain[asked]
        has_run = np.zeros(len(asked), dtype=np.bool_)
        if len(joined.asked):
            _, runs = _rows_of(met.key, joined.asked << shift | joined.name)
            has_run[runs] = True
            self._may_be_alone[runs] = False
        offsets = index.arrays["token_offsets"]
        slack = columns.slack_against(asked, offsets[names + 1] - offsets[names], has_run)
        self._least = (columns.share_needed * columns.total)[asked] - slack

    def may(self, rows: Array, worth: Array, count: Array) -> Bools:
        """Which of those rows may reach it, with that worth of that many meetings."""
        alone = (count <= 1) & self._may_be_alone[rows]
        least = np.where(alone, self._least_alone[rows], self._least[rows])
        enough: Bools = (worth >= least) | self._initials[rows]
        return enough


def _with_left_out(
    index: Index,
    lookup: Lookup,
    columns: AskedColumns,
    left: Bools,
    met: _Met,
    rows: Array,
) -> tuple[Array, Array]:
    """Worth and meetings of some pairs, with the words left out that meet in the listed name."""
    shift = _shift(index)
    asked, names = met.key[rows] >> shift, met.key[rows] & (1 << shift) - 1
    starts = np.searchsorted(asked, np.arange(len(columns.total) + 1))
    places = np.flatnonzero(left)
    of = columns.asked[places]
    places = places[starts[of + 1] > starts[of]]
    places = places[np.argsort(columns.word[places], kind="stable")]
    slots, of = columns.word[places], columns.asked[places]
    pair, which = spread(starts[of], starts[of + 1])
    ends = np.cumsum(starts[of + 1] - starts[of])
    last = np.flatnonzero(np.append(slots[1:] != slots[:-1], True)) if len(slots) else slots
    name = names[pair]
    likeness = np.zeros(len(pair), dtype=np.int64)
    # which names the word in hand leads to, marked by its turn: one array for all words
    marks = np.zeros(index.n_names, dtype=np.int32)
    begin = 0
    for turn, ((near, percent), end) in enumerate(
        zip(lookup.names_near(slots[last].tolist()), ends[last].tolist(), strict=True), start=1
    ):
        marks[near] = percent | turn << _PERCENT_BITS  # of several, the last stays
        found = marks[name[begin:end]]
        found[found >> _PERCENT_BITS != turn] = 0
        likeness[begin:end] = found & (1 << _PERCENT_BITS) - 1
        begin = end
    more = likeness * columns.weight[places[which]] / EQUAL
    count = np.bincount(pair[likeness > 0], minlength=len(rows))
    worth = np.bincount(pair, weights=more, minlength=len(rows))
    return met.worth[rows] + worth, met.n_met[rows] + count


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
