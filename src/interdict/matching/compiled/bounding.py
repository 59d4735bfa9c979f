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
    Links,
    Marks,
    Near,
    Number,
    Numbers,
    Own,
    Question,
    Rules,
)
from interdict.matching.compiled.edits import edits_between


@njit(cache=True, nogil=True)
def bounded(
    question: Question,
    name_total: Number,
    links: Links,
    tokens: Numbers,
    weights: Numbers,
    marks: Marks,
    has_run: Number,
    needed: Number,
    rules: Rules,
) -> Any:
    """The most that a pair can score, or less than `needed`; whether its links are known; and
    whether it rests on one word.

    As `bounds.bounds`, but that light words and initials count where they meet, and that words
    that people are called and another order are told before there is an alignment.
    """
    found = 0.0
    for own in range(len(weights)):
        found += weights[own] * marks.best[own] / rules.equal
    share = min(found / question.total, 1.0)
    listed_share = min(links.listed_worth / max(name_total, 1), 1.0)
    bound = rules.ceiling * np.sqrt(share) * np.sqrt(np.sqrt(listed_share)) + 1e-6
    is_single = links.n_heavy <= 1 and not has_run
    is_single = is_single and (question.n_names > 1 or links.n_names > 1)
    if is_single:
        bound *= question.single_keeps
    is_plain = links.is_plain and not has_run and links.weight != links.light
    if bound < needed or not is_plain:
        return bound, False, is_single
    unlike = links.unlike / links.weight
    if not links.known:
        unlike = links.least_unlike / (1 + links.light / links.least_weight)
    total = question.total + name_total
    lost = rules.inexact + rules.inexact_in_part * max(0, total - links.weight) / total
    lost = max(0.0, (lost - 1) * unlike - 1)
    if links.known and _is_turned(marks.link[: len(weights)]):
        lost *= rules.turned
        for place in range(len(tokens)):
            if not marks.is_met[place] and tokens[place, KIND] == rules.name_kind:
                bound *= rules.turned_in_part / rules.full
                break
    return bound * (1 - min(lost, rules.full) / rules.full), links.known, is_single


@njit(cache=True, nogil=True, inline="always")  # a call of so many columns takes as long
def linked(
    has_initials: Number,
    tokens: Numbers,
    letters: Numbers,
    near: Near,
    own: Own,
    marks: Marks,
    rules: Rules,
) -> Any:
    """Notes which words of a pair meet; what runs are worth, if any, is noted already."""
    head, places, percents, following = near
    weights, kinds, own_letters, called = own
    best, link, likest, is_met = marks
    link[: len(weights)] = -1
    is_met[: len(tokens)] = False
    known = is_plain = True
    n_names = n_heavy = weight = light = 0
    listed_worth = taken = 0.0
    least_unlike, least_weight = np.inf, np.inf
    for place in range(len(tokens)):
        word, kind, heavy = tokens[place, WORD], tokens[place, KIND], tokens[place, WEIGHT]
        is_light = kind >= rules.particle_kind
        is_initial = not is_light and kind != rules.name_kind
        n_names += kind == rules.name_kind and not tokens[place, BUSINESS]
        row = head[word] - 1
        while row >= 0:
            at, percent = places[row], percents[row]
            row = following[row] - 1
            if percent != rules.equal and kind != rules.name_kind:
                continue  # light words and initials are equal, or nothing to each other
            known = known and not is_met[place] and link[at] < 0
            n_heavy += best[at] == 0 and (not is_light or kinds[at] < rules.particle_kind)
            is_met[place], link[at] = True, place
            best[at], likest[place] = max(best[at], percent), max(likest[place], percent)
            both = weights[at] + heavy
            weight += both
            if is_light or kinds[at] >= rules.particle_kind:
                light += both
                continue
            unlike = unlikeness(percent, weights[at], called[at], rules)
            taken += both * unlike
            least_unlike, least_weight = min(least_unlike, unlike), min(least_weight, both * 1.0)
        if is_initial or (has_initials and not is_light):
            # initials stand for words that begin with them, of the other side
            for at in range(len(weights)):
                is_word = kinds[at] == rules.name_kind
                fits = is_word == is_initial and kinds[at] < rules.particle_kind
                if fits and own_letters[at] & letters[word]:
                    n_heavy += best[at] == 0
                    is_plain = False
                    best[at] = max(best[at], rules.initial)
                    likest[place] = max(likest[place], rules.initial)
        listed_worth += heavy * likest[place] / rules.equal
    return Links(
        known,
        is_plain,
        n_names,
        n_heavy,
        listed_worth,
        weight,
        light,
        taken,
        least_unlike,
        least_weight,
    )


@njit(cache=True, nogil=True)
def unlikeness(percent: Number, weight: Number, is_called: Number, rules: Rules) -> Any:
    """How much a link of that likeness counts as inexact, see `kept`: more for common words."""
    common = max(0, rules.heaviest - weight)
    if is_called:
        common = max(common, rules.own_name)
    counts = rules.rare + rules.common * common
    return (rules.equal - percent) * counts / (rules.equal * rules.heaviest)


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
    marks: Marks,
    rules: Rules,
) -> Any:
    """`doubts.uncontradicted` of a pair whose links are known."""
    link, is_met = marks.link, marks.is_met
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
