"""From rows to entities: the same for every store."""

from __future__ import annotations

from collections.abc import Iterable

from interdict.model.entity import Entity, Held
from interdict.model.schema import most_specific
from interdict.store.base import PROVISIONAL
from interdict.store.reading import Canon


def order_of(held: Held) -> tuple[str, bool, str, str, str, str]:
    """The order of an entity's statements: of one property, a list's plain form comes first."""
    s = held.statement
    from_document = s.entity_id.startswith(PROVISIONAL)
    return (s.prop, from_document, s.qualifier, s.value, s.entity_id, s.id)


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
