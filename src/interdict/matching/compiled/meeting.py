"""The listed names that meet a query, and the most that each can score, in loops.

The steps are those of `matching.candidates` and `matching.bounds`, for one question after another:
names that its words lead to, what these can be worth in them, and for those that may reach the
score needed a bound by all of their words. Words written together are compared as texts only in
the pairs that could reach it if all of them were alike.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    FIRST,
    KIND,
    N_TOKENS,
    TOTAL,
    Asked,
    Joins,
    Listed,
    Marks,
    Near,
    Number,
    Numbers,
    Own,
    Question,
    Room,
    Rules,
    Runs,
    Words,
)
from interdict.matching.compiled.assigning import assigned
from interdict.matching.compiled.bounding import bounded, linked, uncontradicted
from interdict.matching.compiled.joining import joined, run_together
from interdict.matching.compiled.reaching import (
    chained,
    in_hand,
    left_out,
    reaching,
    touch,
    unchained,
)

_FIRST_SIZE = 1_024


@njit(cache=True, nogil=True)
def meet(
    asked: Asked,
    words: Words,
    listed: Listed,
    joins: Joins,
    kinds: Numbers,
    living: Numbers,
    room: Room,
    rules: Rules,
) -> Any:
    """(question, name, bound, whether runs meet) of the pairs that may reach the score needed.

    Args:
        kinds: for each row of `Asked.fits` and each schema whether they go together.
        living: for each name whether it is alive; empty if all are.
    """
    has_run, is_born, touched = room.has_run, room.is_born, room.touched
    marks = _marks(rules.most_words)
    found = np.empty((4, _FIRST_SIZE), dtype=np.float64)
    n_found = 0
    for at in range(len(asked.first)):
        start, end = asked.first[at], asked.first[at] + asked.n_words[at]
        slots, slacks = asked.word[start:end], asked.slack_by_words[at]
        own = Own(
            asked.weight[start:end],
            asked.kind[start:end],
            asked.letter[start:end],
            asked.called[start:end],
        )
        near, most = chained(words, slots, own.weights, room.head, rules)
        left = left_out(asked, words, at, slots, most, rules)
        runs = joined(asked, words, listed, joins, at, rules)
        n = touch(asked, words, listed, runs, at, left, room, rules)
        question = in_hand(asked, runs, at, (most * left).sum())
        fitting = kinds[asked.fits[at]]
        n = reaching(
            question, n, listed, fitting, living, near, left, own.weights, slacks, room, rules
        )
        for name in touched[:n]:
            is_due = question.is_special and is_born[name]
            needed = asked.born_needed[at] if is_due else asked.needed[at]
            may_run = question.is_special and has_run[name]
            pair = at, name, needed, may_run
            bound, with_run = _pair(
                pair, asked, listed, joins, runs, question, near, own, marks, rules
            )
            if bound >= needed:
                if n_found == found.shape[1]:
                    found = np.concatenate((found, np.empty_like(found)), axis=1)
                found[0, n_found], found[1, n_found] = at, name
                found[2, n_found], found[3, n_found] = bound, with_run
                n_found += 1
            if question.is_special:
                has_run[name] = is_born[name] = False
        unchained(words, slots, room.head)
    return found[:, :n_found]


@njit(cache=True, nogil=True, inline="always")  # a call of so many columns takes as long
def _pair(
    pair: Any,
    asked: Asked,
    listed: Listed,
    joins: Joins,
    runs: Runs,
    question: Question,
    near: Near,
    own: Own,
    marks: Marks,
    rules: Rules,
) -> Any:
    """The most that a question and a listed name can score, or less than `needed`; and whether
    words written together meet in them.

    Args:
        pair: the places of both, the score needed, whether words written together may meet.
    """
    at, name, needed, may_run = pair
    first, total = listed.names[name, FIRST], listed.names[name, TOTAL]
    tokens = listed.tokens[first : first + listed.names[name, N_TOKENS]]
    marks.best[: len(own.weights)] = 0
    marks.likest[: len(tokens)] = 0
    with_run, is_heavy = False, True
    if may_run:
        with_run, is_heavy = run_together(asked, listed, joins, runs, at, name, marks, rules)
    bound, is_known, is_single = _most(
        question, total, tokens, listed.letters, near, own, marks, with_run, needed, rules
    )
    if with_run and not is_heavy and not _any_heavy(tokens, marks, rules):
        return 0.0, with_run  # legal forms alone agree
    if is_known and bound >= needed:
        begin = asked.first[at]
        kept = uncontradicted(
            own.kinds,
            asked.text,
            asked.text_offsets[begin : begin + len(own.kinds) + 1],
            tokens,
            listed.word_bytes,
            listed.word_offsets,
            marks,
            rules,
        )
        # of two doubts the greater counts; resting on one word is in the bound already
        if is_single:
            kept = min(1.0, kept / question.single_keeps)
        bound *= kept
    return bound, with_run


@njit(cache=True, nogil=True)
def _any_heavy(tokens: Numbers, marks: Marks, rules: Rules) -> Any:
    """True if a listed word that carries weight is met."""
    for place in range(len(tokens)):
        if marks.is_met[place] and tokens[place, KIND] < rules.particle_kind:
            return True
    return False


@njit(cache=True, nogil=True)
def _most(
    question: Question,
    total: Number,
    tokens: Numbers,
    letters: Numbers,
    near: Near,
    own: Own,
    marks: Marks,
    with_run: Number,
    needed: Number,
    rules: Rules,
) -> Any:
    """`bounded` of a pair, by the links that an alignment takes if words could be linked with
    several others."""
    links = linked(question.initials, tokens, letters, near, own, marks, rules)
    first = bounded(question, total, links, tokens, own.weights, marks, with_run, needed, rules)
    if first[0] < needed or links.known or with_run or not links.is_plain:
        return first
    links = assigned(tokens, links, near, own, marks, rules)
    return bounded(question, total, links, tokens, own.weights, marks, with_run, needed, rules)


@njit(cache=True, nogil=True)
def _marks(most_words: Number) -> Any:
    return Marks(
        best=np.zeros(most_words, dtype=np.int64),
        link=np.zeros(most_words, dtype=np.int64),
        likest=np.zeros(most_words, dtype=np.int64),
        is_met=np.zeros(most_words, dtype=np.bool_),
    )
