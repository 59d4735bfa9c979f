"""Which listed names the words of a query lead to and may reach the score needed, in loops.

The steps are those of `matching.candidates`, for one question after another.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    COUNT_BITS,
    FIRST,
    N_TOKENS,
    SCHEMA,
    Asked,
    Listed,
    Near,
    Number,
    Numbers,
    Question,
    Room,
    Rules,
    Runs,
    Words,
)


@njit(cache=True, nogil=True)
def left_out(
    asked: Asked, words: Words, at: Number, slots: Numbers, most: Numbers, rules: Rules
) -> Any:
    """`candidates._left_out` of one question, for each of its words, that may be worth as much.

    But for words that lead to few names beside the others: whatever the others lead to is looked
    at more closely for each word left out.
    """
    n_words = len(slots)
    n_followed = 0
    for slot in slots:
        n_followed += words.n_postings[slot]
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
        alone += most[dearest]
        share = asked.share_needed[at]
        if turn == 0 and asked.is_plain[at]:
            share = asked.share_needed_alone[at]
        if alone < share * asked.total[at]:
            n = words.n_postings[slots[dearest]]
            left[dearest] = n > rules.frequent and n > rules.dearer * (n_followed - n)
            n_followed -= n * left[dearest]
        elif turn:
            break
    return left


@njit(cache=True, nogil=True)
def in_hand(asked: Asked, runs: Runs, at: Number, skipped: Number) -> Any:
    """The numbers of one question, of whose words so much weight is left out."""
    has_runs = len(runs.name) > 0
    return Question(
        n_words=asked.n_words[at],
        total=asked.total[at],
        initials=asked.initials[at],
        n_names=asked.n_names[at],
        letters=asked.letters[at],
        is_plain=asked.is_plain[at],
        single_keeps=asked.single_keeps[at],
        least=asked.share_needed[at] * asked.total[at],
        least_alone=asked.share_needed_alone[at] * asked.total[at] - asked.slack[at],
        skipped=skipped,
        is_special=has_runs or asked.born_offsets[at + 1] > asked.born_offsets[at],
    )


@njit(cache=True, nogil=True)
def chained(words: Words, slots: Numbers, weights: Numbers, head: Numbers, rules: Rules) -> Any:
    """Chains the places of a question to the listed words that they may stand for.

    And for each of its words the most that a listed one can make it worth.
    """
    n = 0
    for slot in slots:
        n += words.near_end[slot] - words.near_start[slot]
    places, percents = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    following = np.empty(n, dtype=np.int64)
    most = np.zeros(len(slots), dtype=np.float64)
    n = 0
    for place in range(len(slots)):
        for row in range(words.near_start[slots[place]], words.near_end[slots[place]]):
            word, percent = words.near_words[row], words.near_likeness[row]
            most[place] = max(most[place], percent * weights[place] / rules.equal)
            places[n], percents[n] = place, percent
            following[n] = head[word]
            n += 1
            head[word] = n
    return Near(head, places, percents, following), most


@njit(cache=True, nogil=True)
def unchained(words: Words, slots: Numbers, head: Numbers) -> None:
    """Takes the chains of a question off the listed words again."""
    for slot in slots:
        for row in range(words.near_start[slot], words.near_end[slot]):
            head[words.near_words[row]] = 0


@njit(cache=True, nogil=True)
def touch(
    asked: Asked,
    words: Words,
    listed: Listed,
    runs: Runs,
    at: Number,
    left: Numbers,
    room: Room,
    rules: Rules,
) -> Any:
    """Notes in `room` the names that a question leads to, and what they may be worth; how many.

    By its words, by words written together, and by the day of birth. A word left out is followed
    to names with initials alone: it may decide with one of them.
    """
    met, has_run, is_born, _, touched = room
    n = 0
    for place in range(asked.n_words[at]):
        slot, weight = asked.word[asked.first[at] + place], asked.weight[asked.first[at] + place]
        offsets, names = listed.posting_offsets, listed.posting_name
        if left[place]:
            offsets, names = listed.initialled_offsets, listed.initialled_name
        for row in range(words.near_start[slot], words.near_end[slot]):
            word = words.near_words[row]
            value = np.int64(words.near_likeness[row]) * weight << COUNT_BITS | 1
            for posted in range(offsets[word], offsets[word + 1]):
                name = names[posted]
                if not met[name]:
                    touched[n] = name
                    n += 1
                met[name] += value
    for row in range(len(runs.name)):
        name = runs.name[row]
        if not met[name]:
            touched[n] = name
            n += 1
        met[name] += runs.weight[row] * rules.joined << COUNT_BITS | 1
        has_run[name] = True
    for row in range(asked.born_offsets[at], asked.born_offsets[at + 1]):
        name = asked.born[row]
        if not met[name]:
            touched[n] = name
            n += 1
        met[name] += 1
        is_born[name] = True
    return n


@njit(cache=True, nogil=True)
def reaching(
    question: Question,
    n_touched: Number,
    listed: Listed,
    kinds: Numbers,
    living: Numbers,
    near: Near,
    left: Numbers,
    weights: Numbers,
    slacks: Numbers,
    room: Room,
    rules: Rules,
) -> Any:
    """Keeps of the names touched those that may reach the score needed; how many there are.

    First as if all words left out were found, then with those that are. Clears `met` of all, and
    what the others have in the columns. A name is looked at more closely (which takes most of the
    time) only if it could reach the score with all the slack that there is.
    """
    met, has_run, is_born, _, touched = room
    names, token_word, initials = listed.names, listed.token_word, listed.initials
    head, places, percents, following = near
    best = np.zeros(len(left), dtype=np.int64)
    lowest = question.least - slacks[-1]
    if question.is_plain:
        lowest = min(lowest, question.least_alone)
    n = 0
    for name in touched[:n_touched]:
        value = (met[name] >> COUNT_BITS) / rules.equal
        count = met[name] & (1 << COUNT_BITS) - 1
        met[name] = 0
        with_run = question.is_special and has_run[name]
        may = question.is_special and is_born[name]
        may = may or initials[name] & question.letters != 0
        if not may and value + question.skipped >= lowest:
            n_tokens = names[name, N_TOKENS]
            least = question.least - slacks[_n_linked(question.n_words, n_tokens, with_run, rules)]
            may_be_alone = question.is_plain and not with_run
            is_alone = may_be_alone and count + (question.skipped > 0) <= 1
            may = value + question.skipped >= (question.least_alone if is_alone else least)
            if may and question.skipped:
                best[:] = 0
                first = names[name, FIRST]
                for row in range(first, first + n_tokens):
                    link = head[token_word[row]] - 1
                    while link >= 0:
                        best[places[link]] = max(best[places[link]], percents[link])
                        link = following[link] - 1
                for own in range(len(left)):
                    if left[own] and best[own]:
                        value += best[own] * weights[own] / rules.equal
                        count += 1
                may = value >= (question.least_alone if may_be_alone and count <= 1 else least)
        if may and kinds[names[name, SCHEMA]] and (len(living) == 0 or living[name]):
            touched[n] = name
            n += 1
        elif question.is_special:
            has_run[name] = is_born[name] = False
    return n


@njit(cache=True, nogil=True)
def _n_linked(n_asked: Number, n_listed: Number, has_run: Number, rules: Rules) -> Any:
    """Words of a query that can be linked with so many listed ones."""
    n = n_listed
    if has_run:
        n = rules.most_words if n_asked <= rules.longest_whole else n_listed * rules.longest_run
    return min(n, rules.most_words)
