"""Source families: who merely repeats whom.

A reprint, a wire text or a quoted statement is one source, however many documents carry it.
Passages are compared by fingerprints of their words: hashes of five words in a row, of which
the smallest of any four neighbours is kept (winnowing), so that two texts that share eight
words in a row share a fingerprint, wherever they stand.

Source: S. Schleimer, D. Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document
Fingerprinting, SIGMOD 2003.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import TypeVar

from interdict.text.normalize import fold

K = TypeVar("K", bound=Hashable)

SHINGLE = 5
"""Words in a row that make one fingerprint."""

WINDOW = 4
"""Neighbouring fingerprints of which at least one is kept."""

LEAST_WORDS = SHINGLE + WINDOW - 1
"""Shorter passages have no fingerprints: few words can be the same by chance."""

SAME_SHARE = 0.5
"""Share of the smaller passage's fingerprints from which two passages are one source."""

MANY = 50
"""A fingerprint in more passages than this is a formula that everybody uses: left out."""


def fingerprints(text: str) -> frozenset[int]:
    """The winnowed fingerprints of a text; empty if it has fewer than eight words."""
    words = fold(text).split()
    if len(words) < LEAST_WORDS:
        return frozenset()
    hashes = [_hash(" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)]
    return frozenset(min(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1))


def families(passages: Mapping[K, str], *, share: float = SAME_SHARE) -> dict[K, K]:
    """The family of each passage, named by its first member in the order given.

    Two passages are of one family if the smaller shares at least `share` of its fingerprints
    with the other; families are joined through whoever they have in common.
    """
    prints = {key: fingerprints(text) for key, text in passages.items()}
    holders: dict[int, list[K]] = {}
    for key, marks in prints.items():
        for mark in marks:
            holders.setdefault(mark, []).append(key)
    shared: Counter[tuple[K, K]] = Counter()
    for group in holders.values():
        if len(group) <= MANY:
            shared.update(_pairs(group))
        else:  # a chain still joins what repeats one text very often
            shared.update(pairwise(group))
    joined = [
        pair
        for pair, n in shared.items()
        if n >= share * min(len(prints[pair[0]]), len(prints[pair[1]]))
    ]
    return unite(passages, joined)


def unite(keys: Mapping[K, object], pairs: Sequence[tuple[K, K]]) -> dict[K, K]:
    """Each key's group under the relation that the pairs span, named by its first member."""
    order = {key: at for at, key in enumerate(keys)}
    parent = {key: key for key in keys}

    def root(key: K) -> K:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in pairs:
        first, second = sorted((root(left), root(right)), key=order.__getitem__)
        parent[second] = first
    return {key: root(key) for key in keys}


def _pairs(group: Sequence[K]) -> list[tuple[K, K]]:
    return [(left, right) for at, left in enumerate(group) for right in group[at + 1 :]]


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
