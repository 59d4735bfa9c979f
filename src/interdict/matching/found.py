"""The best name of one party for a query, and what its score is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from interdict.matching.align import Alignment
from interdict.matching.arrays import IndexRow
from interdict.matching.base import FULL_SCORE
from interdict.matching.evidence import Verdict
from interdict.matching.explain import name_parts
from interdict.matching.index import ListedName
from interdict.matching.links import Words
from interdict.matching.scoring import ORDER_COST, closed, name_score, totalled
from interdict.model.match import ScorePart
from interdict.model.schema import NAME_PROPERTIES

WEAK_COST = -3_500
"""A weak alias alone stays below the default threshold; a birth date can lift it above."""

SUPPORT_CLOSES = 40
"""Share of the gap, in 1/1,000, that a weak alias closes when it agrees beside another name."""

IDENTIFIER_CLOSES = 150
"""Share of the gap that a number closes which several parties may hold."""

_STRONG_SUPPORT = 8_000
_IDENTIFIER_DECIDES = 9_500


@dataclass(frozen=True, slots=True)
class Identified:
    """An identifier of the query that a row of the record holds."""

    row: IndexRow
    given: str
    is_strong: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The best name of one party so far. `likeness` is the score before order and kind."""

    score: int
    likeness: int
    is_weak: bool
    text: str
    asked: Words
    listed: ListedName
    alignment: Alignment
    support: ListedName | None = None

    def joined_with(self, other: Found) -> Found:
        """The better of two names of one party, with what a weak alias among them adds."""
        best, rest = (other, self) if other.rank() > self.rank() else (self, other)
        support = self.support or other.support
        if rest.is_weak and rest.likeness >= _STRONG_SUPPORT:
            support = rest.listed
        return best if support is best.support else replace(best, support=support)

    def supported_by(self, other: Found) -> Found:
        """This name, with another of its party as support if that is a weak alias that agrees."""
        if other is self or not other.is_weak or other.likeness < _STRONG_SUPPORT:
            return self
        return replace(self, support=other.listed)

    def rank(self) -> tuple[int, int, int]:
        """Of two names with the same score, the stronger kind; then the first one."""
        return self.score, -NAME_PROPERTIES.index(self.listed.prop), -self.listed.number


def scored(
    text: str, asked: Words, listed: ListedName, alignment: Alignment, *, weak: bool
) -> Found:
    """The score of one alignment."""
    likeness = score = name_score(alignment)
    if not alignment.in_order:
        score += ORDER_COST
    if weak:
        score += WEAK_COST
    return Found(score, likeness, weak, text, asked, listed, alignment)


def match_parts(
    found: Found | None, verdicts: list[Verdict], identified: Identified | None
) -> list[ScorePart]:
    """All parts of a match, in the order in which they are added up."""
    parts = [] if found is None else _parts_of_name(found)
    for verdict in verdicts:
        points = verdict.points
        if verdict.closes:
            points = closed(totalled(parts)[0], verdict.closes)
        parts.append(
            ScorePart(verdict.feature, points, verdict.query, verdict.candidate, verdict.detail)
        )
    if identified is not None:
        parts.append(_identifier_part(identified, totalled(parts)[0]))
    return parts


def reached(found: Found | None, verdicts: list[Verdict], identified: Identified | None) -> int:
    """The score that `match_parts` add up to, without the parts."""
    score = 0
    if found is not None:
        score = found.likeness
        if not found.alignment.in_order:
            score = max(0, score + ORDER_COST)
        if found.is_weak:
            score = max(0, score + WEAK_COST)
        elif found.support is not None:
            score += closed(score, SUPPORT_CLOSES)
    for verdict in verdicts:
        points = closed(score, verdict.closes) if verdict.closes else verdict.points
        score = min(FULL_SCORE, max(0, score + points))
    if identified is not None:
        score = min(FULL_SCORE, max(0, score + _points_of_identifier(identified, score)))
    return score


def _parts_of_name(found: Found) -> list[ScorePart]:
    listed = found.listed
    parts = name_parts(found.asked, listed.side, found.alignment)
    if not found.alignment.in_order:
        detail = "the words stand in another order"
        parts.append(ScorePart("name.order", ORDER_COST, found.text, listed.value, detail))
    if found.is_weak:
        detail = f"'{listed.value}' is a weak alias: it supports a match and does not make one"
        parts.append(ScorePart("name.weak_alias", WEAK_COST, found.text, listed.value, detail))
    elif found.support is not None:
        value = found.support.value
        points = closed(totalled(parts)[0], SUPPORT_CLOSES)
        detail = f"weak alias '{value}' agrees as well"
        parts.append(ScorePart("name.weak_alias", points, found.text, value, detail))
    return parts


def _identifier_part(identified: Identified, score: int) -> ScorePart:
    """A strong identifier lifts a match to where it decides; another one only supports it."""
    row = identified.row
    detail = f"{row.prop} {row.value} agrees"
    if identified.is_strong:
        detail += " and decides"
    points = _points_of_identifier(identified, score)
    return ScorePart("identifier", points, identified.given, row.value, detail)


def _points_of_identifier(identified: Identified, score: int) -> int:
    points = closed(score, IDENTIFIER_CLOSES)
    return max(points, _IDENTIFIER_DECIDES - score) if identified.is_strong else points
