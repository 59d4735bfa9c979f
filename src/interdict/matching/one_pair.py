"""`bounds` for one pair of names, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interdict.matching.arrays import spread
from interdict.matching.doubts import exactness_of, uncontradicted
from interdict.matching.index import Index
from interdict.matching.one_asked import Asked
from interdict.matching.one_run import Meeting, verified_run
from interdict.matching.scoring import name_bound_of
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.matching.weights import HEAVIEST, INITIAL_WEIGHT
from interdict.text.names import Kind

_NAME, _INITIAL, _PARTICLE = int(Kind.NAME), int(Kind.INITIAL), int(Kind.PARTICLE)
_FOR_INITIAL = INITIAL * HEAVIEST / EQUAL
_LETTERS = 26


class Listed(NamedTuple):
    """The words of a listed name, by place; `start` is the place of the first among all.

    `n_names` words tell who it is (see `called.is_business`).
    """

    start: int
    words: list[int]
    kinds: list[int]
    weights: list[int]
    n_names: int
    total: int
    light: int
    initials: int


def listed_names(index: Index, numbers: Sequence[int]) -> list[Listed]:
    """Listed names by number."""
    arrays = index.arrays
    names = np.array(numbers, dtype=np.int64)
    starts, ends = arrays["token_offsets"][names], arrays["token_offsets"][names + 1]
    at, _ = spread(starts, ends)
    words = arrays["token_word"][at]
    columns = (
        words.tolist(),
        arrays["token_kind"][at].tolist(),
        arrays["word_weight"][words].tolist(),
    )
    tells = (arrays["token_kind"][at] == _NAME) & (arrays["word_is_business"][words] == 0)
    n_before = [0, *np.cumsum(tells).tolist()]
    lengths = (ends - starts).tolist()
    totals, light = arrays["name_total"][names].tolist(), arrays["name_light"][names].tolist()
    initials = arrays["name_initials"][names].tolist()
    found = []
    begin = 0
    for row, start in enumerate(starts.tolist()):
        end = begin + lengths[row]
        words_of, kinds, weights = (column[begin:end] for column in columns)
        sums = max(1, totals[row]), light[row], initials[row]
        found.append(
            Listed(start, words_of, kinds, weights, n_before[end] - n_before[begin], *sums)
        )
        begin = end
    return found


def bounded(
    index: Index, asked: Asked, listed: Listed, runs: Sequence[Meeting], limit: int
) -> tuple[float, bool]:
    """A number that the name score of a pair does not exceed; and whether runs meet in it.

    Where the number is below the limit, it may be higher than it has to be.

    Args:
        runs: where words written together may meet words apart in that name.
    """
    links = _links(asked, listed)
    best_asked, best_listed = [0] * len(asked.words), [0] * len(listed.words)
    for at, other, percent in links:
        best_asked[at] = max(best_asked[at], percent)
        best_listed[other] = max(best_listed[other], percent)
    has_run, meets = False, bool(links)
    for run in runs:
        percent, is_light = verified_run(index, asked, listed.start, run)
        if not percent:
            continue
        has_run = True
        meets = meets or not is_light
        for at in range(run.start, run.start + run.n_words):
            best_asked[at] = max(best_asked[at], percent)
        for other in run.places(listed.words):
            best_listed[other] = max(best_listed[other], percent)
    if has_run and not meets:
        return 0.0, True
    slack = asked.slack_against(len(listed.words), has_run=has_run)
    found = float(slack)
    for word, percent in zip(asked.words, best_asked, strict=True):
        if word.kind == _NAME:
            found += word.weight * percent / EQUAL
    letters = listed.initials & asked.letters
    if not has_run and not letters and name_bound_of(min(1.0, found / asked.total), 1.0) < limit:
        return 0.0, False
    worth = float(listed.light)
    for weight, percent in zip(listed.weights, best_listed, strict=True):
        worth += weight * percent / EQUAL
    n_for_words = n_listed_initials = 0
    if letters or asked.initial_letters:
        is_asked, is_for_word, n_listed_initials = _initials(index, asked, listed, letters)
        n_for_words = asked.n_initials if is_for_word else 0
        found += n_listed_initials * _FOR_INITIAL
        if not is_asked and not has_run:  # an initial of a run counts as part of it
            found -= max(0, slack - asked.slack + asked.n_initials * INITIAL_WEIGHT)
        worth += n_listed_initials * INITIAL_WEIGHT + n_for_words * _FOR_INITIAL
    bound = name_bound_of(min(1.0, found / asked.total), min(1.0, worth / listed.total))
    n_initials = n_listed_initials + n_for_words
    n_linked = sum(map(bool, best_asked)) + n_initials + asked.n_light
    several = asked.n_names > 1 or listed.n_names > 1
    is_single = n_linked <= 1 and not has_run and several
    if is_single:
        bound *= asked.single_keeps
    if bound < limit or has_run or n_initials or asked.n_light:
        return bound, has_run
    return bound * _undoubted(index, asked, listed, links, is_single), has_run


def _links(asked: Asked, listed: Listed) -> list[tuple[int, int, int]]:
    """Asked and listed places of words that may be linked, and the percent."""
    heavy = [(at, listed.words[at]) for at, kind in enumerate(listed.kinds) if kind < _PARTICLE]
    return [
        (at, other, percent)
        for at, word in enumerate(asked.words)
        for other, number in heavy
        if (percent := word.near.get(number))
    ]


def _initials(index: Index, asked: Asked, listed: Listed, letters: int) -> tuple[bool, bool, int]:
    """Whether an initial of the query may stand for something listed, or for a word; and how
    many listed initials may stand for words of the query."""
    begins = begins_word = False
    n_meeting = 0
    for kind, word in zip(listed.kinds, listed.words, strict=True):
        if kind >= _PARTICLE:
            continue
        bit = _letter(index, word)
        if bit & asked.initial_letters:
            begins = True
            begins_word = begins_word or kind != _INITIAL
        n_meeting += kind == _INITIAL and bool(bit & letters)
    return begins, begins_word, n_meeting


def _letter(index: Index, word: int) -> int:
    at = int(index.arrays["word_bytes"][index.arrays["word_offsets"][word]]) - ord("a")
    return 1 << at if 0 <= at < _LETTERS else (1 << _LETTERS) - 1


def _undoubted(
    index: Index,
    asked: Asked,
    listed: Listed,
    links: Sequence[tuple[int, int, int]],
    is_single: bool,
) -> float:
    """The share that inexact words leave, and words alone where it is known which those are."""
    if not links or any(asked.words[at].kind != _NAME for at, _, _ in links):
        return 1.0
    here, there = {at for at, _, _ in links}, {other for _, other, _ in links}
    known = len(here) == len(links) == len(there)
    share = exactness_of(
        [
            (
                percent,
                asked.words[at].weight,
                INITIAL_WEIGHT if listed.kinds[other] == _INITIAL else listed.weights[other],
            )
            for at, other, percent in links
        ],
        total=asked.total + listed.total,
        light=asked.slack + listed.light,
        known=known,
    )
    if not known:
        return share
    tokens = asked.question.name.tokens
    alone = [
        tokens[at].text
        for at, word in enumerate(asked.words)
        if word.kind == _NAME and at not in here
    ]
    lacking = [
        index.words[number]
        for other, number in enumerate(listed.words)
        if listed.kinds[other] == _NAME and other not in there
    ]
    left = uncontradicted(alone, lacking)
    # of two doubts the greater counts, and resting on one word is in the bound already
    return share * (min(1.0, left / asked.single_keeps) if is_single else left)
