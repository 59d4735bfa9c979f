"""`candidates` for one asked name alone, where columns would cost more to set up than to read.

The steps are those of `candidates`; what few words and pairs there are is looked at one by one.
Both ways give pairs whose bound is never below their score, so that both give the same matches.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.candidates import FREQUENT, Pair
from interdict.matching.compiling import MAX_TOKENS
from interdict.matching.index import Index
from interdict.matching.lookup import Lookup, Question
from interdict.matching.one_asked import Asked, asked_name
from interdict.matching.one_pair import bounded, listed_names
from interdict.matching.one_run import Meeting, runs_of_one
from interdict.matching.similarity import EQUAL, JOINED

_MOST_PAIRS = 64
"""Pairs that are bounded one by one; for more, columns are the quicker way."""

_WORTH_BITS = 24


def candidates_of_one(
    index: Index, lookup: Lookup, question: Question, slots: Sequence[int], living: Bools | None
) -> list[Pair] | None:
    """The listed names that a question has to be compared with; None if columns are quicker.

    Args:
        slots: those of its words, as `Lookup.prepare` gives them.
    """
    if not index.n_names:
        return []
    asked = asked_name(lookup, question, slots)
    if lookup.meetings is not None:
        return lookup.meetings.find_one(asked, living)
    runs = runs_of_one(index, asked)
    if runs is None:
        return None
    names = _reaching(index, lookup, asked, runs, living)
    limits = dict.fromkeys(names.tolist(), question.needed)
    if len(question.same_day):
        offsets = index.arrays["entity_names"]
        born = spread(offsets[question.same_day], offsets[question.same_day + 1])[0]
        born = born[fitting(index, question, born, living)]
        limits |= dict.fromkeys(born.tolist(), question.day_needed)
    if len(limits) > _MOST_PAIRS:
        return None
    by_name = _by_name(runs)
    pairs = []
    ordered = sorted(limits)
    for name, listed in zip(ordered, listed_names(index, ordered), strict=True):
        bound, has_run = bounded(index, asked, listed, by_name.get(name, ()), limits[name])
        if bound >= limits[name]:
            pairs.append(Pair(name, has_run, int(bound)))
    return pairs


def _by_name(runs: Sequence[Meeting]) -> dict[int, list[Meeting]]:
    by_name: dict[int, list[Meeting]] = {}
    for run in runs:
        by_name.setdefault(run.name, []).append(run)
    return by_name


def _reaching(
    index: Index, lookup: Lookup, asked: Asked, runs: Sequence[Meeting], living: Bools | None
) -> Array:
    """Listed names that may reach the score needed by what the words met can be worth."""
    words = asked.words
    left = _left_out(asked)
    near = lookup.names_near([word.slot for word in words])
    rows = [_rows(word.weight, *near[at]) for at, word in enumerate(words) if at not in left]
    if left:
        # a word left out may still decide with an initial, which no posting of the others tells
        initialled = lookup.names_near([words[at].slot for at in left], "initialled")
        rows += [_rows(words[at].weight, *of) for at, of in zip(left, initialled, strict=True)]
    if runs:
        rows.append(
            np.array(
                [run.name << _WORTH_BITS | run.weight * JOINED for run in runs], dtype=np.int64
            )
        )
    every = np.concatenate(rows)
    if not len(every):
        return every
    every.sort()
    names = every >> _WORTH_BITS
    starts = np.append(True, names[1:] != names[:-1]).nonzero()[0]
    names = names[starts]
    worth = np.add.reduceat(every & (1 << _WORTH_BITS) - 1, starts) / EQUAL
    n_met = np.diff(starts, append=len(every))
    reach = _Reach(index, asked, runs, names)
    skipped = sum([words[at].weight for at in left])
    keep = reach.may(worth + skipped, n_met + (skipped > 0))
    keep &= fitting(index, asked.question, names, living)
    if not left:
        return names[keep]
    kept = keep.nonzero()[0]
    names, worth, n_met = names[kept], worth[kept], n_met[kept]
    marks = lookup.marks
    for at in left:
        of_word, percent = near[at]
        marks[of_word] = percent  # of several percents of a name the last stays: the highest
        found = marks[names]
        marks[of_word] = 0
        worth += found * (words[at].weight / EQUAL)
        n_met += found > 0
    return names[reach.taken(kept).may(worth, n_met)]


def _rows(weight: int, names: Array, percent: Array) -> Array:
    """Names with the worth that a word of that weight has in them, in one number each."""
    result: Array = names.astype(np.int64) << _WORTH_BITS | percent * np.int64(weight)
    return result


class _Reach:
    """What names that meet need to be worth."""

    def __init__(self, index: Index, asked: Asked, runs: Sequence[Meeting], names: Array) -> None:
        self._asked = asked
        self._initials = (index.arrays["name_initials"][names] & np.uint32(asked.letters)) != 0
        self._has_run = np.zeros(len(names), dtype=np.bool_)
        if runs:
            self._has_run[names.searchsorted([run.name for run in runs])] = True
        self._least: Array | float = asked.least
        if asked.slack:
            offsets = index.arrays["token_offsets"]
            sizes = range(MAX_TOKENS + 1)
            slack = np.array([asked.slack_against(size, has_run=False) for size in sizes])
            with_run = np.array([asked.slack_against(size, has_run=True) for size in sizes])
            n_words = offsets[names + 1] - offsets[names]
            of_name = np.where(self._has_run, with_run[n_words], slack[n_words])
            self._least = asked.share_needed * asked.total - of_name

    def taken(self, rows: Array) -> _Reach:
        """Of some of the names."""
        self._initials, self._has_run = self._initials[rows], self._has_run[rows]
        if isinstance(self._least, np.ndarray):
            self._least = self._least[rows]
        return self

    def may(self, worth: Array, n_met: Array) -> Bools:
        """Which names may reach it, with that worth of that many meetings."""
        asked = self._asked
        enough: Bools = (worth >= self._least) | self._initials
        if asked.is_plain:
            enough &= (worth >= asked.least_alone) | (n_met > 1) | self._has_run | self._initials
        return enough


def _left_out(asked: Asked) -> list[int]:
    """Places of frequent words without which the others must be found anyway."""
    words = asked.words
    left = []
    alone = asked.slack
    order = sorted(range(len(words)), key=lambda at: -words[at].n_postings)
    for rank, at in enumerate(order):
        word = words[at]
        alone += word.weight
        is_single = rank == 0 and asked.is_plain
        needed = asked.share_needed_alone if is_single else asked.share_needed
        if alone < needed * asked.total and word.n_postings > FREQUENT:
            left.append(at)
    return left


def fitting(index: Index, question: Question, names: Array, living: Bools | None) -> Bools:
    """Names of a party of the kind asked about, and alive."""
    keep = np.ones(len(names), dtype=np.bool_) if living is None else living[names]
    if question.fitting is None:
        return keep
    schema = index.arrays["entity_schema"][index.arrays["name_entity"][names]]
    fits: Bools = keep & question.fitting[schema]
    return fits
