"""Pairs of entries of different lists that are worth comparing.

A pair is looked at if the two share a strong number, a quoted reference number, a whole name
(in any order, in any spelling of the same sounds, written together or apart), or two of the
rarest sounds of a name. Nothing else can become one party by the rules, so nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from interdict.matching.evidence import schemata_fit
from interdict.reconcile.resolution.names import PartyName, Rarity
from interdict.reconcile.resolution.party import ListedParty

MOST_BEARERS = 60
"""Entries that may share two sounds: what more of them have says nothing, and costs a lot."""

_RAREST = 3
"""Sounds of a name that are paired; a name with more of them has three chances to be found."""

Pair = tuple[int, int]
"""Two places in the sequence of parties, the smaller first."""


def candidate_pairs(parties: Sequence[ListedParty], rarity: Rarity) -> list[Pair]:
    """Pairs of places, sorted, each once; never two entries of one list."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for at, party in enumerate(parties):
        for key in set(_keys(party, rarity)):
            blocks[key].append(at)
    pairs: set[Pair] = set()
    for key, members in blocks.items():
        if len(members) > MOST_BEARERS and isinstance(key, tuple) and key[0] == "sounds":
            continue
        for left, right in combinations(members, 2):
            a, b = parties[left], parties[right]
            if a.dataset != b.dataset and schemata_fit(a.schema, b.schema):
                pairs.add((left, right))
    return sorted(pairs)


def _keys(party: ListedParty, rarity: Rarity) -> Iterator[Hashable]:
    for number in party.numbers:
        yield "number", number.kind, number.key
    for reference in party.references:
        yield "reference", reference
    yield "entry", party.id
    for quoted in party.quotes:
        yield "entry", quoted
    for name in party.names:
        yield "run", name.run
        yield "name", name.sounds
        yield from _by_sounds(name, party.is_person, rarity)


def _by_sounds(name: PartyName, person: bool, rarity: Rarity) -> Iterator[Hashable]:
    rarest = sorted(set(name.sounds), key=lambda s: (-rarity.bits((s,), person=person), s))
    for pair in combinations(sorted(rarest[:_RAREST]), 2):
        yield "sounds", *pair
