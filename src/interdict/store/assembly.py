"""From rows to entities: the same for every store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from interdict.model.dates import PartialDate
from interdict.model.entity import Entity, Held
from interdict.model.schema import most_specific
from interdict.model.statement import Statement
from interdict.store.base import PROVISIONAL, Tally
from interdict.store.reading import Canon


def order_of(held: Held) -> tuple[str, bool, str, str, str, str]:
    """The order of an entity's statements: of one property, a list's plain form comes first."""
    s = held.statement
    from_document = s.entity_id.startswith(PROVISIONAL)
    return (s.prop, from_document, s.qualifier, s.value, s.entity_id, s.id)


NAMING = ("name", "alias", "previousName", "weakAlias")
"""Properties that an entry is called by, the best first."""


def change_order(s: Statement) -> tuple[str, ...]:
    """The order in which changes are given: all that tells statements of a list apart.

    Not by id: hashing a hundred thousand statements costs more than sorting them.
    """
    return (s.entity_id, s.prop, s.value, s.qualifier, s.lang, s.schema, s.source, s.grade)


def tally_of(edition: PartialDate, rows: Iterable[tuple[str, str]]) -> Tally:
    """The tally of a file, from (record id, property) of what it says."""
    records, props = set(), Counter[str]()
    for record_id, prop in rows:
        records.add(record_id)
        props[prop] += 1
    return Tally(edition, frozenset(records), dict(props))


def entries_of(statements: Iterable[Statement], wanted: Collection[str]) -> dict[str, str]:
    """The records among the wanted ones that statements are of, each with its best name.

    Only names of the record's own party count, not those of what belongs to it; without one it
    is called by its id.
    """
    names: dict[str, tuple[int, str, str]] = {}
    for s in statements:
        if s.record_id not in wanted:
            continue
        best = names.setdefault(s.record_id, (len(NAMING), "", s.record_id))
        if s.prop in NAMING and s.entity_id == f"{s.dataset}-{s.record_id}":
            names[s.record_id] = min(best, (NAMING.index(s.prop), s.qualifier, s.value))
    return {record_id: name for record_id, (_, _, name) in names.items()}


def assemble(entity_id: str, held: Iterable[Held], canon: Canon) -> Entity | None:
    """One entity of all its statements; None if there are none.

    Its schema is the most specific that they give; of names, a list's own come first.
    """
    rows = sorted(held, key=order_of)
    if not rows:
        return None
    return Entity(
        id=entity_id,
        schema=most_specific({row.statement.schema for row in rows}),
        held=tuple(rows),
        ids=tuple(canon.members(entity_id)),
    )
