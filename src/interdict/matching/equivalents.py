"""Words that the lists themselves use for one another, learned from each party's own names.

Two names of one party that differ in one word only say that these two words stand for the
same thing: `mohamed` and `muhammad`, or `cartel` and a misspelling of it. A pair is kept if
two parties or more support it and the words resemble each other in letters or in sound, so
that `dog` and `cat` in two noms de guerre teach nothing. Of names in use that nobody would take
for one another (`ali`, `aziz`) two parties say little where hundreds are called so: there the
supporters have to be a good part of those that have the rarer one. Equivalence is not transitive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import JaroWinkler

from interdict.matching.similarity import word_similarity
from interdict.matching.sounds import skeleton
from interdict.text.called import is_name

FEWEST_PARTIES = 2
LEAST_SHARE = 10
"""One in so many parties called by the rarer of two unlike names has to be called by both."""

LEAST_LIKENESS = 0.72
"""Jaro-Winkler similarity below which two words teach nothing, unless they sound alike."""

_MOST_NAMES = 40
_SHORTEST = 3

Pair = tuple[str, str]


def learned(parties: Iterable[Sequence[Sequence[str]]]) -> dict[Pair, int]:
    """Pairs of words (in both orders) with the number of parties that support them.

    Args:
        parties: for each party its names, each as the words that carry weight.
    """
    support: dict[Pair, int] = defaultdict(int)
    called: dict[str, int] = defaultdict(int)
    for names in parties:
        for pair in _pairs_of(names):
            support[pair] += 1
        for word in {word for name in names for word in name}:
            called[word] += 1
    kept = {
        pair: count
        for pair, count in support.items()
        if count >= FEWEST_PARTIES
        and _resemble(*pair)
        and (count * LEAST_SHARE >= min(map(called.__getitem__, pair)) or not _are_two_names(*pair))
    }
    return kept | {(right, left): count for (left, right), count in kept.items()}


def _pairs_of(names: Sequence[Sequence[str]]) -> set[Pair]:
    """Words of one party that stand in each other's place, in alphabetical order."""
    pairs: set[Pair] = set()
    distinct = sorted({frozenset(name) for name in names}, key=sorted)[:_MOST_NAMES]
    for at, left in enumerate(distinct):
        for right in distinct[at + 1 :]:
            if len(left) != len(right) or len(left) < 2:
                continue
            only = left ^ right
            if len(only) == 2:
                first, second = sorted(only)
                if min(len(first), len(second)) >= _SHORTEST:
                    pairs.add((first, second))
    return pairs


def _are_two_names(left: str, right: str) -> bool:
    """True if people are called by one of two words that are not alike to anybody."""
    return (is_name(left) or is_name(right)) and not word_similarity(left, right)


def _resemble(left: str, right: str) -> bool:
    if not (left.isalpha() and right.isalpha()):
        return False
    bones = skeleton(left)
    if bones and bones == skeleton(right):
        return True
    return JaroWinkler.similarity(left, right) >= LEAST_LIKENESS
