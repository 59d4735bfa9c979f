"""The score of a name and of what stands beside it, as parts that add up to it.

A name's score is `NAME_CEILING` times two shares: how much of the query's weight is found in
the listed name (its square root), and how much of the listed weight in the query (its fourth
root: people leave out middle names more often than they invent them). What speaks against an
alignment takes a further share (`kept.kept_share`).
Evidence that agrees closes a share of what the score lacks of 10,000; so nothing saturates,
and two candidates with different evidence never tie at the top.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

import numpy as np
import numpy.typing as npt

from interdict.matching.align import Alignment
from interdict.matching.base import FULL_SCORE
from interdict.model.match import ScorePart

NAME_CEILING = 9_000
"""The score of a name that agrees in every word; the rest is for other evidence."""

ORDER_COST = -60
"""The words stand in another order."""

Floats = npt.NDArray[np.float64]


def name_score(alignment: Alignment) -> int:
    """The score of an alignment, 0 to `NAME_CEILING`, before order and kind of name."""
    if not alignment.asked_total or not alignment.listed_total:
        return 0
    asked = min(1.0, alignment.asked_worth / (100 * alignment.asked_total))
    listed = min(1.0, alignment.listed_worth / (100 * alignment.listed_total))
    # square roots are exact to the last bit on every machine, powers are not
    return int(NAME_CEILING * sqrt(asked) * sqrt(sqrt(listed)) * alignment.kept / FULL_SCORE)


def name_bound(asked: Floats, listed: Floats) -> Floats:
    """`name_score` of shares from 0 to 1, in columns, and never less than it."""
    result: Floats = NAME_CEILING * np.sqrt(asked) * np.sqrt(np.sqrt(listed)) + 1e-6
    return result


def name_bound_of(asked: float, listed: float) -> float:
    """`name_bound` of one pair of shares."""
    return NAME_CEILING * sqrt(asked) * sqrt(sqrt(listed)) + 1e-6


def share_needed(needed: Floats) -> Floats:
    """The share of the query that has to be found for a name score, if all else agrees."""
    result: Floats = np.square(np.clip(needed, 0, None) / NAME_CEILING) - 1e-9
    return result


def name_needed(threshold: int, closing: float) -> int:
    """The name score from which evidence that closes that share of the gap can lift a match."""
    if closing >= 1:
        return 0
    return max(0, int((threshold - FULL_SCORE * closing) / (1 - closing)) - 2)


def closed(reached: int, share: int) -> int:
    """Points that close a share (in 1/1,000) of what is lacking."""
    return max(0, FULL_SCORE - reached) * share // 1_000


def shares(amount: int, weights: list[int]) -> list[int]:
    """Whole shares of an amount, in proportion to the weights, that add up to it exactly."""
    total = sum(weights)
    result = []
    given = running = 0
    for weight in weights:
        running += weight
        upto = amount * running // total if total else 0
        result.append(upto - given)
        given = upto
    return result


def totalled(parts: Iterable[ScorePart]) -> tuple[int, tuple[ScorePart, ...]]:
    """The score, and the parts with their points cut where it would leave 0 to 10,000."""
    score = 0
    kept = []
    for part in parts:
        reached = min(FULL_SCORE, max(0, score + part.points))
        points = reached - score
        kept.append(
            part
            if points == part.points
            else ScorePart(part.feature, points, part.query, part.candidate, part.detail)
        )
        score = reached
    return score, tuple(kept)
