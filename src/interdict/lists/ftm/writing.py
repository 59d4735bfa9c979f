"""Entities of the record as FollowTheMoney writes them: JSON objects, and rows of statements.

Source: FollowTheMoney 4, `EntityProxy.to_dict` and `statement/serialize.py` (`CSV_COLUMNS`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha1
from typing import Any, NamedTuple

from interdict.lists.ftm.schemata import Type, properties
from interdict.lists.ftm.values import said
from interdict.model.entity import Entity, Held

Canonical = Callable[[str], str]
"""Gives the id under which judgements join an id."""

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$")
_LANGUAGE = re.compile(r"[a-z]{3}$")


class StatementRow(NamedTuple):
    """One row of `statements.csv`; the fields are its columns, in FollowTheMoney's order."""

    canonical_id: str
    entity_id: str
    prop: str
    prop_type: str
    schema: str
    value: str
    dataset: str
    origin: str
    lang: str
    original_value: str
    external: str
    first_seen: str
    last_seen: str
    id: str


@cache
def exported_id(entity_id: str) -> str:
    """An id as FollowTheMoney takes it: `us_ofac_sdn-36` is `us.ofac.sdn-36`.

    Letters, digits, dots and dashes alone are allowed. No dataset's name holds a dot or a dash, so
    that the first part stays its own; a number with other signs gets a hash of itself, too.
    Source: FollowTheMoney, `types/entity.py`.
    """
    dataset, dash, number = entity_id.partition("-")
    found = f"{dataset.replace('_', '.')}{dash}{number}"
    if _ID.match(found) and len(found) <= 200:
        return found
    mark = sha1(entity_id.encode(), usedforsecurity=False).hexdigest()[:12]
    bare = re.sub(r"[^0-9a-zA-Z.\-]+", "-", found)[:180].strip(".-") or "id"
    return f"{bare}-{mark}"


def entity_object(entity: Entity, canonical: Canonical) -> dict[str, Any]:
    """One line of `entities.ftm.json`; properties and their values are sorted."""
    known = properties(entity.schema)
    found: dict[str, set[str]] = {}
    for statement in entity:
        for prop, value in said(statement, entity.schema):
            is_link = known[prop].name == "entity"
            shown = exported_id(canonical(value)) if is_link else value
            found.setdefault(prop, set()).add(shown)
    seen = [h.presence for h in entity.held if h.presence is not None]
    first = [str(p.first_seen) for p in seen if p.first_seen is not None]
    last = [str(p.last_seen) for p in seen if p.last_seen is not None]
    return {
        "id": exported_id(entity.id),
        "caption": entity.caption,
        "schema": entity.schema,
        "properties": {prop: sorted(found[prop]) for prop in sorted(found)},
        "referents": sorted(exported_id(other) for other in set(entity.ids) - {entity.id}),
        "datasets": list(entity.datasets),
        "first_seen": min(first, default=None),
        "last_seen": max(last, default=None),
    }


def statement_rows(entity: Entity, canonical: Canonical) -> list[StatementRow]:
    """The rows of one entity: for each source id the `id` row first, then its statements.

    Statements that FollowTheMoney does not tell apart (same dataset, id, property, value and
    language) are one row, seen from the first to the last time.
    """
    rows: dict[str, StatementRow] = {}
    for held in entity.held:
        for row in _rows(entity, held, canonical):
            other = rows.get(row.id)
            rows[row.id] = row if other is None else _joined(other, row)
    return sorted(rows.values(), key=lambda r: (r.entity_id, r.dataset, r.prop != "id", r))


def _rows(entity: Entity, held: Held, canonical: Canonical) -> Iterator[StatementRow]:
    statement, presence = held.statement, held.presence
    first = str(presence.first_seen) if presence and presence.first_seen else ""
    last = str(presence.last_seen) if presence and presence.last_seen else ""
    plain = StatementRow(
        canonical_id=exported_id(entity.id),
        entity_id=exported_id(statement.entity_id),
        prop="id",
        prop_type="id",
        schema=statement.schema,
        value=exported_id(statement.entity_id),
        dataset=statement.dataset,
        origin="",
        lang="",
        original_value="",
        external="f",
        first_seen=first,
        last_seen=last,
        id="",
    )
    yield _with_id(plain)
    known = properties(statement.schema)
    for prop, value in said(statement, statement.schema):
        kind = known[prop]
        is_link = kind.name == "entity"
        row = _with_id(
            plain._replace(
                prop=prop,
                prop_type=kind.name,
                value=exported_id(value) if is_link else value,
                origin=statement.source or statement.document_id,
                lang=_language(statement.lang, kind),
            )
        )
        shown = exported_id(canonical(value)) if is_link else value
        original = statement.value if statement.value != shown else ""
        # As FollowTheMoney's resolver has it: the id is that of the source's own reference.
        yield row._replace(value=shown, original_value=original)


def _language(lang: str, kind: Type) -> str:
    return lang if kind.has_language and _LANGUAGE.match(lang) else ""


def _with_id(row: StatementRow) -> StatementRow:
    """The row with its id.

    Source: FollowTheMoney, `Statement.make_key`: SHA-1 of `dataset.entity_id.prop.value`, with
    `@lang` where a language counts.
    """
    key = f"{row.dataset}.{row.entity_id}.{row.prop}.{row.value}"
    key += f"@{row.lang}" if row.lang else ""
    return row._replace(id=sha1(key.encode(), usedforsecurity=False).hexdigest())


def _joined(row: StatementRow, other: StatementRow) -> StatementRow:
    seen = [date for date in (row.first_seen, other.first_seen) if date]
    return row._replace(
        first_seen=min(seen, default=""),
        last_seen=max(row.last_seen, other.last_seen),
    )
