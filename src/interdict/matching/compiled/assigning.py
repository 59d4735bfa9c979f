"""Which words of a pair are linked where some could be linked with several, in loops.

The links are those that `matching.align` chooses, so what they are worth is the score itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    KIND,
    WEIGHT,
    WORD,
    Links,
    Marks,
    Near,
    Number,
    Numbers,
    Own,
    Rules,
)
from interdict.matching.compiled.bounding import unlikeness

_MOST_KEPT = 64


@njit(cache=True, nogil=True)
def assigned(
    tokens: Numbers, links: Links, near: Near, own: Own, marks: Marks, rules: Rules
) -> Any:
    """The links of a pair in which no words written together and no initials meet.

    As `linked` gives them, with the words linked in `marks`; those given, if there are more
    possible links than are looked at.
    """
    possible, n = _possible(tokens, near, own, rules)
    if n > _MOST_KEPT:
        return links
    weights, kinds = own.weights, own.kinds
    best, link, likest, is_met = marks
    best[: len(weights)] = 0
    link[: len(weights)] = -1
    likest[: len(tokens)] = 0
    is_met[: len(tokens)] = False
    taken = _best_set(_equal_first(possible[:, :n], tokens, kinds, rules), rules.most_links)
    weight = light = n_heavy = 0
    worth = unlike = 0.0
    for row in range(taken.shape[1]):
        at, place, percent, heavy = taken[0, row], taken[1, row], taken[2, row], taken[3, row]
        link[at], is_met[place], best[at], likest[place] = place, True, percent, percent
        both = weights[at] + heavy
        weight += both
        worth += heavy * percent / rules.equal
        is_light = tokens[place, KIND] >= rules.particle_kind
        n_heavy += not is_light or kinds[at] < rules.particle_kind
        if is_light or kinds[at] >= rules.particle_kind:
            light += both
            continue
        unlike += both * unlikeness(percent, weights[at], own.called[at], rules)
    return Links(True, True, links.n_names, n_heavy, worth, weight, light, unlike, np.inf, np.inf)


@njit(cache=True, nogil=True)
def _possible(tokens: Numbers, near: Near, own: Own, rules: Rules) -> Any:
    """Every possible link as asked place, listed place, percent, listed weight, asked weight.

    And how many there are, more than `_MOST_KEPT` if they were too many to keep.
    """
    possible = np.empty((5, _MOST_KEPT), dtype=np.int64)
    n = 0
    for place in range(len(tokens)):
        kind, heavy = tokens[place, KIND], tokens[place, WEIGHT]
        row = near.head[tokens[place, WORD]] - 1
        while row >= 0:
            at, percent = near.place[row], near.percent[row]
            row = near.following[row] - 1
            if percent != rules.equal and kind != rules.name_kind:
                continue
            if n == _MOST_KEPT:
                return possible, n + 1
            possible[0, n], possible[1, n], possible[2, n] = at, place, percent
            possible[3, n], possible[4, n] = heavy, own.weights[at]
            n += 1
    return possible, n


@njit(cache=True, nogil=True)
def _equal_first(possible: Numbers, tokens: Numbers, kinds: Numbers, rules: Rules) -> Any:
    """The possible links without those that equal words exclude which both names have once.

    Such words are linked first, whatever else they could be linked with.
    """
    n = possible.shape[1]
    kept = np.ones(n, dtype=np.bool_)
    for row in range(n):
        at, place = possible[0, row], possible[1, row]
        if possible[2, row] != rules.equal or kinds[at] >= rules.particle_kind:
            continue
        if tokens[place, KIND] >= rules.particle_kind:
            continue
        is_single = True
        for other in range(n):
            shares = (possible[0, other] == at) != (possible[1, other] == place)
            if shares and possible[2, other] == rules.equal:
                is_single = False
        if is_single:
            for other in range(n):
                if other != row and (possible[0, other] == at or possible[1, other] == place):
                    kept[other] = False
    return possible[:, kept]


@njit(cache=True, nogil=True)
def _best_set(possible: Numbers, most_links: Number) -> Any:
    """`best_links.best_set` of links of words."""
    n = possible.shape[1]
    worth = possible[2] * (possible[3] + possible[4])
    # by worth, the highest first, then by asked and listed place
    order = np.argsort((-worth << 16) + (possible[0] << 8) + possible[1])
    possible, worth = possible[:, order], worth[order]
    left, right = 1 << possible[0], 1 << possible[1]
    taken = np.zeros(n, dtype=np.bool_)
    if n > most_links:
        asked = listed = 0
        for row in range(n):
            if not left[row] & asked and not right[row] & listed:
                asked |= left[row]
                listed |= right[row]
                taken[row] = True
        return possible[:, taken]
    rest = np.zeros(n + 1, dtype=np.int64)
    for row in range(n - 1, -1, -1):
        rest[row] = rest[row + 1] + worth[row]
    chosen = _searched(left, right, worth, rest)
    for row in range(n):
        taken[row] = chosen >> row & 1
    return possible[:, taken]


@njit(cache=True, nogil=True)
def _searched(left: Numbers, right: Numbers, worth: Numbers, rest: Numbers) -> Any:
    """The links of most worth in which no word stands twice, as bits; the first such set found.

    Each link is taken, where it can be, before it is left; what cannot beat the best is not
    followed.
    """
    n = len(worth)
    asked, listed = np.zeros(n + 1, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    value, chosen = np.zeros(n + 1, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    tried = np.zeros(n + 1, dtype=np.int64)
    best = best_chosen = np.int64(0)
    at = 0
    while at >= 0:
        if tried[at] == 0 and value[at] > best:
            best, best_chosen = value[at], chosen[at]
        if tried[at] == 0 and (at == n or value[at] + rest[at] <= best):
            tried[at] = 2
        if tried[at] == 2:
            at -= 1
            continue
        is_free = not left[at] & asked[at] and not right[at] & listed[at]
        takes = tried[at] == 0 and is_free
        tried[at] = 1 if takes else 2
        asked[at + 1], listed[at + 1] = asked[at], listed[at]
        value[at + 1], chosen[at + 1] = value[at], chosen[at]
        if takes:
            asked[at + 1] |= left[at]
            listed[at + 1] |= right[at]
            value[at + 1] += worth[at]
            chosen[at + 1] |= 1 << at
        at += 1
        tried[at] = 0
    return best_chosen
