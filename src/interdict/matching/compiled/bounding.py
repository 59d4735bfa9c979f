"""The most that a pair of names can score, in loops (see `matching.bounds`)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    BUSINESS,
    KIND,
    WEIGHT,
    WORD,
    Number,
    Numbers,
    Question,
    Rules,
    Runs,
)
from interdict.matching.compiled.edits import edits_between


@njit(cache=True, nogil=True)
def run_together(
    runs: Runs,
    begin: Number,
    end: Number,
    name: Number,
    tokens: Numbers,
    best: Numbers,
    likest: Numbers,
    rules: Rules,
) -> None:
    """Notes what words written together are worth to the words of either side."""
    row = begin + np.searchsorted(runs.name[begin:end], name)
    while row < end and runs.name[row] == name:
        best[runs.start[row] : runs.start[row] + runs.n_words[row]] = rules.joined
        if runs.listed_n[row]:
            first = runs.listed_start[row]
            likest[first : first + runs.listed_n[row]] = rules.joined
        else:
            for place in range(len(tokens)):
                if tokens[place, WORD] == runs.listed_word[row]:
                    likest[place] = rules.joined
        row += 1


@njit(cache=True, nogil=True)
def bounded(
    question: Question,
    name_total: Number,
    tokens: Numbers,
    letters: Numbers,
    head: Numbers,
    places: Numbers,
    percents: Numbers,
    following: Numbers,
    weights: Numbers,
    kinds: Numbers,
    own_letters: Numbers,
    called: Numbers,
    best: Numbers,
    likest: Numbers,
    link: Numbers,
    is_met: Numbers,
    has_run: Number,
    needed: Number,
    rules: Rules,
) -> Any:
    """The most that a pair can score, or less than `needed`; whether its links are known, then in
    `link` and `is_met`; and whether it rests on one word.

    As `bounds.bounds`, but that light words and initials count where they meet, and that words
    that people are called and another order are told before there is an alignment. What runs
    are worth, if any meet, stands in `best` and `likest`.
    """
    n_asked = len(weights)
    link[:n_asked] = -1  # the listed place that a word meets
    is_met[: len(tokens)] = False
    known = True
    is_plain = not has_run
    listed_worth = taken = 0.0
    n_names = met_weight = met_light = 0
    n_heavy = 0
    least_unlike, least_both = np.inf, np.inf
    for place in range(len(tokens)):
        word, kind, heavy = tokens[place, WORD], tokens[place, KIND], tokens[place, WEIGHT]
        is_light = kind >= rules.particle_kind
        is_initial = not is_light and kind != rules.name_kind
        if is_light:
            heavy = rules.light_weight
        elif is_initial:
            heavy = rules.initial_weight
        elif not tokens[place, BUSINESS]:
            n_names += 1
        row = head[word] - 1
        while row >= 0:
            own, percent = places[row], percents[row]
            row = following[row] - 1
            is_equal = percent == rules.equal
            if not is_equal and kind != rules.name_kind:
                continue  # light words and initials are equal, or nothing to each other
            if is_met[place] or link[own] >= 0:
                known = False
            n_heavy += best[own] == 0 and (not is_light or kinds[own] < rules.particle_kind)
            is_met[place] = True
            link[own] = place
            best[own], likest[place] = max(best[own], percent), max(likest[place], percent)
            both = weights[own] + heavy
            met_weight += both
            if is_light or kinds[own] >= rules.particle_kind:
                met_light += both
                continue
            common = max(0, rules.heaviest - weights[own])
            if called[own]:
                common = max(common, rules.own_name)
            counts = rules.rare + rules.common * common
            unlike = (rules.equal - percent) * counts / (rules.equal * rules.heaviest)
            taken += both * unlike
            least_unlike, least_both = min(least_unlike, unlike), min(least_both, both * 1.0)
        if not is_light and (is_initial or question.initials):
            letter = letters[word]
            for own in range(n_asked):
                is_asked_word = kinds[own] == rules.name_kind
                if (
                    is_asked_word == is_initial
                    and kinds[own] < rules.particle_kind
                    and own_letters[own] & letter
                ):
                    n_heavy += best[own] == 0
                    is_plain = False
                    best[own] = max(best[own], rules.initial)
                    likest[place] = max(likest[place], rules.initial)
        listed_worth += heavy * likest[place] / rules.equal
    found = 0.0
    for own in range(n_asked):
        found += weights[own] * best[own] / rules.equal
    share = min(found / question.total, 1.0)
    listed_share = min(listed_worth / max(name_total, 1), 1.0)
    bound = rules.ceiling * np.sqrt(share) * np.sqrt(np.sqrt(listed_share)) + 1e-6
    is_single = n_heavy <= 1 and not has_run and (question.n_names > 1 or n_names > 1)
    if is_single:
        bound *= rules.single_keeps / rules.full
    if bound < needed or not is_plain or met_weight == met_light:
        return bound, False, is_single
    unlike = taken / met_weight if known else least_unlike / (1 + met_light / least_both)
    total = question.total + name_total
    seen = min(met_weight, total)
    lost = rules.inexact + rules.inexact_in_part * (total - seen) / total
    lost = max(0.0, (lost - 1) * unlike - 1)
    if known and _is_turned(link[:n_asked]):
        lost *= rules.turned
        for place in range(len(tokens)):
            if not is_met[place] and tokens[place, KIND] == rules.name_kind:
                bound *= rules.turned_in_part / rules.full
                break
    return bound * (1 - min(lost, rules.full) / rules.full), known, is_single


@njit(cache=True, nogil=True)
def _is_turned(link: Numbers) -> Any:
    """True if the words linked stand in another order in the listed name."""
    last = -1
    for place in link:
        if place >= 0:
            if place < last:
                return True
            last = place
    return False


@njit(cache=True, nogil=True)
def uncontradicted(
    kinds: Numbers,
    text: Numbers,
    text_offsets: Numbers,
    tokens: Numbers,
    word_bytes: Numbers,
    word_offsets: Numbers,
    link: Numbers,
    is_met: Numbers,
    rules: Rules,
) -> Any:
    """`doubts.uncontradicted` of a pair whose links are known."""
    left = np.empty(len(kinds), dtype=np.int64)
    right = np.empty(len(tokens), dtype=np.int64)
    n_left = n_right = 0
    for own in range(len(kinds)):
        if link[own] < 0 and kinds[own] == rules.name_kind:
            left[n_left] = own
            n_left += 1
    for place in range(len(tokens)):
        if not is_met[place] and tokens[place, KIND] == rules.name_kind:
            right[n_right] = tokens[place, WORD]
            n_right += 1
    if not n_left or not n_right:
        return 1.0
    likest = np.zeros((2, max(n_left, n_right)), dtype=np.int64)
    for i in range(n_left):
        one = text[text_offsets[left[i]] : text_offsets[left[i] + 1]]
        for j in range(n_right):
            other = word_bytes[word_offsets[right[j]] : word_offsets[right[j] + 1]]
            percent = _resemblance(one, other)
            likest[0, i] = max(likest[0, i], percent)
            likest[1, j] = max(likest[1, j], percent)
    worst = likest[0, :n_left].min() if n_left <= n_right else likest[1, :n_right].min()
    taken = rules.contradiction * (100 - min(100, max(0, 2 * worst - 40))) // 100
    return 1 - taken / rules.full


@njit(cache=True, nogil=True)
def _resemblance(left: Numbers, right: Numbers) -> Any:
    """`kept._resemblance` of two words in letters."""
    longest = max(len(left), len(right))
    return np.int64(np.rint(100 * (1 - edits_between(left, right, longest) / longest)))
