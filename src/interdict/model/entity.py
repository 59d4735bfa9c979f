"""A party as a view of the record shows it: statements that share an id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interdict.model.schema import caption_of
from interdict.model.statement import Presence, Statement


@dataclass(frozen=True, slots=True)
class Held:
    """A statement with the editions that hold it (None for what a document says)."""

    statement: Statement
    presence: Presence | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Statements about one id, in the view they were read from; ordered by property and value.

    `ids` are all source ids that judgements in force join under `id`.
    """

    id: str
    schema: str
    held: tuple[Held, ...]
    ids: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Statement]:
        return (held.statement for held in self.held)

    def get(self, prop: str) -> list[str]:
        """Values of a property, in order, without repeats; empty if there are none."""
        return list(dict.fromkeys(s.value for s in self if s.prop == prop))

    def first(self, prop: str) -> str | None:
        """The first value of a property, or None."""
        return next((s.value for s in self if s.prop == prop), None)

    @property
    def caption(self) -> str:
        """The name to show: the first `name`, else any alias, else the id."""
        return caption_of(self.get("name") + self.get("alias") + self.get("weakAlias"), self.id)

    @property
    def datasets(self) -> tuple[str, ...]:
        """Datasets that speak of it, sorted."""
        return tuple(sorted({s.dataset for s in self}))
