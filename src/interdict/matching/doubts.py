"""The least that speaks against a pair of names, for many pairs at once.

`kept.kept_share` says what is taken from the score of an alignment. Here the same is said
before there is one, and never more of it: for pairs of whose words each can be linked with one
other alone, the links are known; for others only what holds of any links.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from interdict.matching.arrays import Array, Bools
from interdict.matching.kept import COMMON, CONTRADICTION, FULL, INEXACT, INEXACT_IN_PART, RARE
from interdict.matching.similarity import EQUAL
from interdict.matching.weights import HEAVIEST


class Links(NamedTuple):
    """Words of pairs that may be linked: the pair, percent, and the weights of both sides."""

    pair: Array
    likeness: Array
    asked_weight: Array
    listed_weight: Array


class Sums(NamedTuple):
    """For each pair: `total` weight of both sides, and that of its light words; whether its
    links are `known`, and whether words met are all that can be linked (`is_plain`)."""

    total: Array
    light: Array
    known: Bools
    is_plain: Bools


def exactness(links: Links, sums: Sums) -> Array:
    """For each pair a share (0 to 1) of its score that its inexact words leave at most.

    See `kept.kept_share`: the fewer words are found, the more exact they have to be. Light
    words may all be found, and exact, which is the best case.
    """
    n_pairs = len(sums.total)
    both = links.asked_weight + links.listed_weight
    common = np.maximum(0, HEAVIEST - links.asked_weight)
    unlike = (EQUAL - links.likeness) * (RARE + COMMON * common) / (EQUAL * HEAVIEST)
    weight = np.bincount(links.pair, weights=both, minlength=n_pairs)
    taken = np.bincount(links.pair, weights=both * unlike, minlength=n_pairs)
    least_unlike = np.full(n_pairs, np.inf)
    np.minimum.at(least_unlike, links.pair, unlike)
    least_both = np.full(n_pairs, np.inf)
    np.minimum.at(least_both, links.pair, both)
    some = sums.is_plain & (weight > 0)
    known = taken / np.maximum(weight + sums.light, 1)
    other = np.where(some, least_unlike, 0)
    other = other / (1 + sums.light / np.where(some, least_both, 1))
    found = np.minimum(weight + sums.light, sums.total)
    share = INEXACT + INEXACT_IN_PART * (sums.total - found) / np.maximum(sums.total, 1)
    # both divisions of `align` round down
    lost = np.maximum(0, (share - 1) * np.where(sums.known, known, other) - 1)
    result: Array = np.where(some, 1 - np.minimum(lost, FULL) / FULL, 1.0)
    return result


def exactness_of(
    links: Sequence[tuple[int, int, int]], *, total: int, light: int, known: bool
) -> float:
    """`exactness` of one pair, of whose links something can be told.

    Args:
        links: the percent and the weights of both sides of each, at least one.
        total: weight of both sides; `light` that of their light words.
        known: whether these are the links, or only some of them are.
    """
    weight = 0
    taken = 0.0
    least_unlike, least_both = float("inf"), float("inf")
    for likeness, asked_weight, listed_weight in links:
        both = asked_weight + listed_weight
        common = max(0, HEAVIEST - asked_weight)
        unlike = (EQUAL - likeness) * (RARE + COMMON * common) / (EQUAL * HEAVIEST)
        weight += both
        taken += both * unlike
        least_unlike, least_both = min(least_unlike, unlike), min(least_both, both)
    unlike = taken / (weight + light) if known else least_unlike / (1 + light / least_both)
    found = min(weight + light, total)
    share = INEXACT + INEXACT_IN_PART * (total - found) / total
    lost = max(0.0, (share - 1) * unlike - 1)
    return 1 - min(lost, FULL) / FULL


def uncontradicted(asked: Sequence[str], listed: Sequence[str]) -> float:
    """The share (0 to 1) of a score that words alone on both sides leave.

    Args:
        asked: the words of the query that stay alone.
        listed: those of the listed name.
    """
    if not asked or not listed:
        return 1.0
    fewer, more = sorted((asked, listed), key=len)
    likest = min(
        max(round(100 * OSA.normalized_similarity(one, other)) for other in more) for one in fewer
    )
    return 1 - CONTRADICTION * (100 - min(100, max(0, 2 * likest - 40))) // 100 / FULL
