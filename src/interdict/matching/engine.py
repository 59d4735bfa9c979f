"""The engine behind the seam: words, their rarity, and an alignment with stated costs.

1. Each word of the query is looked up: equal words, words a few edits away, its initial,
   words written together or apart. This gives for every listed name an upper bound of its
   score (`asked.worth_bounds`).
2. Names whose bound reaches the threshold are aligned word by word (`align`) and scored.
3. Birth date and countries add or take away; a strong identifier decides.

Guarantee: `search` returns what scoring every listed name would return, for names that share
with the query at least one word that is not light (particle, title, legal form), where a word
is shared if it is equal, within the edits that `similarity.allowed_edits` grants, or equal
once two to four neighbouring words are written together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from interdict.errors import InvalidInput
from interdict.matching.align import Alignment, AskedName, align
from interdict.matching.asked import AskedParty, Reader, worth_bounds
from interdict.matching.base import FULL_SCORE
from interdict.matching.evidence import (
    MOST_EVIDENCE,
    birth_part,
    country_part,
    is_strong,
    kinds_fit,
)
from interdict.matching.explain import (
    NAME_CEILING,
    ORDER_COST,
    name_parts,
    name_score,
    totalled,
)
from interdict.matching.index import Index, ListedName
from interdict.matching.similarity import EQUAL
from interdict.model.entity import Held
from interdict.model.match import Match, Party, ScorePart
from interdict.model.schema import NAME_PROPERTIES

WEAK_COST = -3_500
"""A weak alias alone stays below the default threshold; a birth date can lift it above."""

_SUPPORT = 200
_STRONG_SUPPORT = 8_000
_IDENTIFIER_DECIDES = 9_500
_IDENTIFIER_SUPPORTS = 1_000


class TokenMatcher:
    """Searches one index. Safe for one thread at a time; the index may be shared.

    Args:
        index: the compiled names.
        weak_aliases: True counts weak aliases as if they were strong.
    """

    NAME = "tokens"
    VERSION = "1"

    def __init__(self, index: Index, *, weak_aliases: bool = False) -> None:
        self._index = index
        self._weak_aliases = weak_aliases
        self._reader = Reader(index)
        if weak_aliases:
            self.VERSION = f"{self.VERSION}+weak_aliases"

    def search(self, party: Party, *, threshold: int, limit: int) -> list[Match]:
        """See `Matcher.search`."""
        if not 1 <= threshold <= FULL_SCORE:
            raise InvalidInput(f"the threshold lies between 1 and {FULL_SCORE}, not {threshold}")
        if limit < 1:
            raise InvalidInput(f"the limit is at least 1, not {limit}")
        asked = self._reader.read(party)
        named = self._by_name(asked, threshold)
        identified = self._by_identifier(asked)
        matches = []
        for number in named.keys() | identified.keys():
            match = self._match(asked, number, named.get(number), identified.get(number))
            if match is not None and match.score >= threshold:
                matches.append(match)
        matches.sort(key=lambda match: (-match.score, match.entity_id))
        return matches[:limit]

    def _by_name(self, asked: AskedParty, threshold: int) -> dict[int, _Found]:
        """The best name of each party that evidence may lift to the threshold."""
        found: dict[int, _Found] = {}
        needed = threshold - MOST_EVIDENCE - _SUPPORT
        for name in asked.names:
            for row in self._candidates(name, needed):
                listed = self._index.names[row]
                if kinds_fit(asked.schema, self._index.parties[listed.party]):
                    one = self._scored(name, listed)
                    before = found.get(listed.party)
                    found[listed.party] = one if before is None else before.joined_with(one)
        return found

    def _candidates(self, name: AskedName, needed: int) -> list[int]:
        """Rows of names whose score may reach what is needed, in order."""
        index = self._index
        bounds = worth_bounds(self._reader, index, name)
        totals = index.totals + name.total
        reached = (bounds > 0) & (bounds * NAME_CEILING >= max(needed, 0) * EQUAL * totals)
        return [int(row) for row in np.flatnonzero(reached)]

    def _scored(self, name: AskedName, listed: ListedName) -> _Found:
        """One asked and one listed name, compared word by word."""
        alignment = align(name, listed)
        likeness = score = name_score(alignment)
        costs: list[ScorePart] = []
        value = listed.held.statement.value
        if not alignment.in_order:
            detail = "the words stand in another order"
            costs.append(ScorePart("name.order", ORDER_COST, name.text, value, detail))
            score += ORDER_COST
        weak = listed.held.statement.prop == "weakAlias"
        if weak and not self._weak_aliases:
            detail = f"'{value}' is a weak alias: it supports a match and does not make one"
            costs.append(ScorePart("name.weak_alias", WEAK_COST, name.text, value, detail))
            score += WEAK_COST
        return _Found(score, likeness, weak, listed, name, alignment, tuple(costs))

    def _by_identifier(self, asked: AskedParty) -> dict[int, tuple[Held, str, str]]:
        """Parties that hold an identifier of the query: the statement, the key, as it was given.

        The kind of party does not matter here: a wallet address may be asked about as a person.
        """
        hits: dict[int, tuple[Held, str, str]] = {}
        for key, given in asked.identifiers.items():
            for number, held in self._index.identifiers.get(key, ()):
                before = hits.get(number)
                if before is None or (is_strong(key, held) and not is_strong(before[1], before[0])):
                    hits[number] = held, key, given
        return hits

    def _match(
        self,
        asked: AskedParty,
        number: int,
        found: _Found | None,
        identified: tuple[Held, str, str] | None,
    ) -> Match | None:
        """The match of a party by name, identifier or both; None if neither makes one."""
        party = self._index.parties[number]
        parts: list[ScorePart] = [] if found is None else found.parts()
        for part in (
            birth_part(asked.birth, party.birth_dates),
            country_part(asked.countries, party.countries),
        ):
            if part is not None:
                parts.append(part)
        if identified is not None:
            part = _identifier_part(*identified, reached=totalled(parts)[0])
            if found is None and part.points <= _IDENTIFIER_SUPPORTS:
                return None  # a number that many may share does not make a match
            parts.append(part)
        score, parts_kept = totalled(parts)
        held = found.listed.held if found is not None else identified[0] if identified else None
        if held is None:
            return None
        by_name = held.statement.prop in NAME_PROPERTIES
        return Match(
            entity_id=party.entity_id,
            schema=party.schema,
            caption=party.caption,
            score=score,
            parts=parts_kept,
            name=held.statement.value if by_name else party.caption,
            name_kind=held.statement.prop if by_name else "identifier",
            statement=held.statement,
            presence=held.presence,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """The best name of one party so far. `likeness` is the score before order and kind."""

    score: int
    likeness: int
    weak: bool
    listed: ListedName
    asked: AskedName
    alignment: Alignment
    costs: tuple[ScorePart, ...]
    support: ScorePart | None = None

    def joined_with(self, other: _Found) -> _Found:
        """The better of two names of one party, with what a weak alias among them adds."""
        best, rest = (other, self) if other.rank() > self.rank() else (self, other)
        support = self.support or other.support
        if rest.weak and rest.likeness >= _STRONG_SUPPORT:
            value = rest.listed.held.statement.value
            detail = f"weak alias '{value}' agrees as well"
            support = ScorePart("name.weak_alias", _SUPPORT, rest.asked.text, value, detail)
        return replace(best, support=support)

    def rank(self) -> tuple[int, int]:
        """Of two names with the same score, the stronger kind; else the first one stays."""
        kind = self.listed.held.statement.prop
        return self.score, -NAME_PROPERTIES.index(kind)

    def parts(self) -> list[ScorePart]:
        """The parts of the name's score."""
        parts = name_parts(self.asked, self.listed, self.alignment) + list(self.costs)
        if self.support is not None and not self.weak:
            parts.append(self.support)
        return parts


def _identifier_part(held: Held, key: str, given: str, *, reached: int) -> ScorePart:
    """A strong identifier lifts a match to where it decides; another one only supports it."""
    statement = held.statement
    detail = f"{statement.prop} {statement.value} agrees"
    points = _IDENTIFIER_SUPPORTS
    if is_strong(key, held):
        points = max(_IDENTIFIER_SUPPORTS, _IDENTIFIER_DECIDES - reached)
        detail += " and decides"
    return ScorePart("identifier", points, given, statement.value, detail)
