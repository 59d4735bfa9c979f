"""Which listed names the words of a query lead to and may reach the score needed, in loops.

The steps are those of `matching.candidates`, for one question after another.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    FIRST,
    INITIALS,
    N_TOKENS,
    SCHEMA,
    WORD,
    Asked,
    Listed,
    Number,
    Numbers,
    Question,
    Rules,
    Words,
)


@njit(cache=True, nogil=True)
def left_out(
    asked: Asked, words: Words, at: Number, slots: Numbers, weights: Numbers, rules: Rules
) -> Any:
    """`candidates._left_out` of one question, for each of its words."""
    n_words = len(slots)
    left, done = np.zeros(n_words, dtype=np.bool_), np.zeros(n_words, dtype=np.bool_)
    alone = asked.slack[at] * 1.0
    for turn in range(n_words):
        dearest = -1
        for place in range(n_words):
            if not done[place] and (
                dearest < 0 or words.n_postings[slots[place]] > words.n_postings[slots[dearest]]
            ):
                dearest = place
        done[dearest] = True
        alone += weights[dearest]
        share = asked.share_needed[at]
        if turn == 0 and asked.is_plain[at]:
            share = asked.share_needed_alone[at]
        if alone < share * asked.total[at]:
            left[dearest] = words.n_postings[slots[dearest]] > rules.frequent
        elif turn:
            break
    return left


@njit(cache=True, nogil=True)
def chained(words: Words, slots: Numbers, head: Numbers) -> Any:
    """Chains the places of a question to the listed words that they may stand for.

    From `head` of a listed word, less one, to the first row, from there on by `following`, less
    one: the place in the question, and the percent.
    """
    n = 0
    for slot in slots:
        n += words.near_end[slot] - words.near_start[slot]
    places, percents = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    following = np.empty(n, dtype=np.int64)
    n = 0
    for place in range(len(slots)):
        for row in range(words.near_start[slots[place]], words.near_end[slots[place]]):
            word = words.near_words[row]
            places[n], percents[n] = place, words.near_likeness[row]
            following[n] = head[word]
            n += 1
            head[word] = n
    return places, percents, following


@njit(cache=True, nogil=True)
def unchained(words: Words, slots: Numbers, head: Numbers) -> None:
    for slot in slots:
        for row in range(words.near_start[slot], words.near_end[slot]):
            head[words.near_words[row]] = 0


@njit(cache=True, nogil=True)
def posted(
    words: Words,
    listed: Listed,
    slots: Numbers,
    weights: Numbers,
    left: Numbers,
    worth: Numbers,
    n_met: Numbers,
    touched: Numbers,
) -> Any:
    """Follows the words of a question to the names that hold them; how many names are touched.

    A word left out is followed to names with initials alone: it may decide with one of them.
    """
    n = 0
    for place in range(len(slots)):
        slot = slots[place]
        offsets, names = listed.posting_offsets, listed.posting_name
        if left[place]:
            offsets, names = listed.initialled_offsets, listed.initialled_name
        for row in range(words.near_start[slot], words.near_end[slot]):
            word = words.near_words[row]
            value = words.near_likeness[row] * weights[place]
            for posted in range(offsets[word], offsets[word + 1]):
                name = names[posted]
                if not n_met[name]:
                    touched[n] = name
                    n += 1
                n_met[name] += 1
                worth[name] += value
    return n


@njit(cache=True, nogil=True)
def reaching(
    question: Question,
    touched: Numbers,
    names: Numbers,
    tokens: Numbers,
    worth: Numbers,
    n_met: Numbers,
    has_run: Numbers,
    is_born: Numbers,
    kinds: Numbers,
    living: Numbers,
    head: Numbers,
    place: Numbers,
    percent: Numbers,
    following: Numbers,
    left: Numbers,
    weights: Numbers,
    slacks: Numbers,
    best: Numbers,
    rules: Rules,
) -> Any:
    """Keeps in `touched` the names that may reach the score needed; how many there are.

    First as if all words left out were found, then with those that are. Clears what the others
    have in the columns, and `worth` and `n_met` of all.
    """
    n = 0
    for name in touched:
        value, count = worth[name] / rules.equal, n_met[name]
        worth[name] = n_met[name] = 0
        n_tokens, with_run = names[name, N_TOKENS], has_run[name]
        may = is_born[name] or names[name, INITIALS] & question.letters != 0
        least = question.least - slacks[n_linked(question.n_words, n_tokens, with_run, rules)]
        may_be_alone = question.is_plain and not with_run
        if not may:
            is_alone = may_be_alone and count + (question.skipped > 0) <= 1
            enough = question.least_alone if is_alone else least
            may = value + question.skipped >= enough
            if may and question.skipped:
                best[: len(left)] = 0
                first = names[name, FIRST]
                for row in range(first, first + n_tokens):
                    at = head[tokens[row, WORD]] - 1
                    while at >= 0:
                        best[place[at]] = max(best[place[at]], percent[at])
                        at = following[at] - 1
                for own in range(len(left)):
                    if left[own] and best[own]:
                        value += best[own] * weights[own] / rules.equal
                        count += 1
                enough = question.least_alone if may_be_alone and count <= 1 else least
                may = value >= enough
        if may and kinds[names[name, SCHEMA]] and (len(living) == 0 or living[name]):
            touched[n] = name
            n += 1
        else:
            has_run[name] = is_born[name] = False
    return n


@njit(cache=True, nogil=True)
def n_linked(n_asked: Number, n_listed: Number, has_run: Number, rules: Rules) -> Any:
    """Words of a query that can be linked with so many listed ones."""
    n = n_listed
    if has_run:
        n = rules.most_words if n_asked <= rules.longest_whole else n_listed * rules.longest_run
    return min(n, rules.most_words)
