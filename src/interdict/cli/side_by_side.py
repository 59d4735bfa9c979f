"""What each list says of one party, side by side, and who has joined its entries."""

from __future__ import annotations

from collections.abc import Iterable

from interdict.cli.output import print_table
from interdict.model.entity import Entity
from interdict.store.base import Judgement

_FIRST = (
    "name alias previousName weakAlias birthDate birthPlace birthCountry nationality citizenship "
    "gender country address passportNumber idNumber taxNumber registrationNumber imoNumber program"
).split()
"""Properties in the order in which they tell who it is; the others follow by alphabet."""

_TOO_LONG = frozenset({"notes", "summary", "createdAt", "modifiedAt"})
"""Texts that would drown the comparison; they stand among the facts."""


def by_list(entity: Entity) -> dict[str, dict[str, list[str]]]:
    """For each id of the party what is said under it: property -> values, in order."""
    found: dict[str, dict[str, list[str]]] = {entity_id: {} for entity_id in entity.ids}
    for held in entity.held:
        if held.presence is None or held.presence.holds:
            said = found.setdefault(held.statement.entity_id, {})
            values = said.setdefault(held.statement.prop, [])
            if held.statement.value not in values:
                values.append(held.statement.value)
    return found


def print_side_by_side(entity: Entity, joined: Iterable[Judgement]) -> None:
    """One column for each id of the party, one row for each property; nothing for a single id."""
    if len(entity.ids) < 2:
        return
    said = by_list(entity)
    props = {prop for values in said.values() for prop in values} - _TOO_LONG
    rows = [prop for prop in _FIRST if prop in props] + sorted(props - set(_FIRST))
    print_table(
        "What each list says",
        ["property", *said],
        [(prop, *("\n".join(values.get(prop, [])) for values in said.values())) for prop in rows],
    )
    print_table(
        "Joined by",
        ["one", "other", "by", "because", "transaction"],
        [(j.left, j.right, j.by, j.reason, j.seq) for j in joined],
    )
