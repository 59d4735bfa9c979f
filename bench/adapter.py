"""Interdict behind the benchmark's small protocol.

An engine has `name`, `threshold` (0 to 1), `build(entities)`, `query(entity) -> [(id, score)]`
and `query_batch(entities)`; entities and queries are plain FollowTheMoney dictionaries
(`id`, `schema`, `properties`). A comparator scores one pair of them, without a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from interdict.errors import InvalidInput
from interdict.matching import (
    DEFAULT_THRESHOLD,
    INDEXED_PROPERTIES,
    Index,
    TokenMatcher,
    load_loops,
)
from interdict.matching.compare import compare
from interdict.matching.ofac_parity import parity_score
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.schema import IDENTIFIER_PROPERTIES
from interdict.model.statement import Statement

FULL = 10_000
RANKED_FROM = 3_000
"""Where ranking is measured, scores below the alert threshold are asked for, too."""

MOST = 75
"""Answers per query, as the peers give."""

QUERY_NAMES = ("name", "alias", "previousName", "weakAlias")
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "flag")

Entity = dict[str, Any]
Scored = list[tuple[str, float]]


class InterdictEngine:
    """One compiled list.

    Args:
        floor: the lowest score that is asked for, 1 to 10,000.
        weak_aliases: count weak aliases like strong ones.
    """

    name = "interdict"
    threshold = DEFAULT_THRESHOLD / FULL

    def __init__(self, *, floor: int = RANKED_FROM, weak_aliases: bool = False) -> None:
        self._floor = floor
        self._weak_aliases = weak_aliases

    def build(self, entities: list[Entity]) -> None:
        """Compiles the list; learns from nothing else."""
        index = Index.compile(held for entity in entities for held in held_of(entity))
        self.matcher = TokenMatcher(index, weak_aliases=self._weak_aliases)

    def query(self, entity: Entity) -> Scored:
        """Scored ids, best first; none for a query that states nothing to match."""
        try:
            found = self.matcher.search(party_of(entity), threshold=self._floor, limit=MOST)
        except InvalidInput:
            return []
        return _scored(found)

    def query_batch(self, entities: list[Entity]) -> list[Scored]:
        """One answer for each query, searched together."""
        parties = [party_of(entity) for entity in entities]
        try:
            found = self.matcher.search_many(parties, threshold=self._floor, limit=MOST)
            return [_scored(matches) for matches in found]
        except InvalidInput:  # one of them states nothing to match
            return [self.query(entity) for entity in entities]


def engine() -> InterdictEngine:
    """For quality: low scores too, so that ranks and other thresholds can be measured."""
    return InterdictEngine()


def screening() -> InterdictEngine:
    """For speed: as screening runs it, at the default threshold, loops loaded if installed."""
    load_loops()
    return InterdictEngine(floor=DEFAULT_THRESHOLD)


def held_of(entity: Entity) -> Iterator[tuple[str, Held]]:
    """The entity as (id, statement) pairs of indexed properties."""
    for prop, values in entity["properties"].items():
        if prop in INDEXED_PROPERTIES:
            for value in values:
                said = Statement("bench", entity["id"], entity["schema"], prop, value)
                yield entity["id"], Held(said)


def party_of(entity: Entity) -> Party:
    """The query as a party; a list of birth dates gives its first."""
    props = entity["properties"]
    births = props.get("birthDate") or [None]
    return Party(
        names=tuple(name for prop in QUERY_NAMES for name in props.get(prop, ())),
        schema=entity["schema"],
        birth_date=births[0],
        countries=tuple(value for prop in COUNTRIES for value in props.get(prop, ())),
        identifiers=tuple(
            value for prop in sorted(IDENTIFIER_PROPERTIES) for value in props.get(prop, ())
        ),
    )


def _scored(matches: Sequence[Match]) -> Scored:
    return [(match.entity_id, match.score / FULL) for match in matches]


def parity(query: Entity, candidate: Entity) -> float:
    """The second score: what OFAC's own search would show, 0 to 1, best over all names."""
    asked = [name for prop in QUERY_NAMES for name in query["properties"].get(prop, ())]
    listed = [name for prop in QUERY_NAMES for name in candidate["properties"].get(prop, ())]
    return max((parity_score(q, name) for q in asked for name in listed), default=0) / 100


COMPARATOR = {
    "name": "interdict",
    "threshold": DEFAULT_THRESHOLD / FULL,
    "compare": compare,
    "plain": True,
}
PARITY = {"name": "interdict ofac parity", "threshold": 0.95, "compare": parity, "plain": True}
