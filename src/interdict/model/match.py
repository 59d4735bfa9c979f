"""Who somebody asks about, and what the record answers."""

from __future__ import annotations

from dataclasses import dataclass

from interdict.model.statement import Presence, Statement


@dataclass(frozen=True, slots=True)
class Party:
    """Who somebody asks about, with the caller's own reference; never stored among the listed.

    `names` holds one or more spellings; `schema` a FollowTheMoney schema or None for unknown;
    `birth_date` a partial date as text; `countries` ISO codes or names as given; `identifiers`
    numbers of any kind.
    """

    names: tuple[str, ...]
    schema: str | None = None
    birth_date: str | None = None
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One signed share of a score, in 1/10,000; the parts of a match add up to its score."""

    feature: str
    points: int
    query: str
    candidate: str
    detail: str


@dataclass(frozen=True, slots=True)
class Clearing:
    """What would lower a match: evidence that differs from what is listed.

    `differs` holds one kind of evidence, or several together, each with what the record has of
    it: `birth_date` (years apart), `country` (none in common), `identifier` (not the party's
    own), `schema` (another kind of party). `score` is what would be left (0: no match).
    """

    differs: tuple[tuple[str, tuple[str, ...]], ...]
    score: int

    @property
    def evidence(self) -> tuple[str, ...]:
        """The kinds of evidence."""
        return tuple(kind for kind, _ in self.differs)


@dataclass(frozen=True, slots=True)
class Match:
    """A query and one entity of the record, with a score that its parts explain.

    `score` runs from 0 to 10,000. `name` is the listed name that matched, `statement` the row
    of the record it stands in, `presence` the editions that hold that row. `clearing` says what
    would lower the score, the most first.
    """

    entity_id: str
    schema: str
    caption: str
    score: int
    parts: tuple[ScorePart, ...]
    name: str
    name_kind: str
    statement: Statement
    presence: Presence | None = None
    clearing: tuple[Clearing, ...] = ()

    @property
    def share(self) -> float:
        """The score as it is shown, from 0.00 to 1.00."""
        return self.score / 10_000
