"""`entities.ftm.json`: one FollowTheMoney entity on each line.

Source: FollowTheMoney 4, `EntityProxy.to_dict`: `id`, `schema`, `properties` (name -> list of
texts); other keys describe the publisher's own bookkeeping. Lines of one id add up, as
fragments of an entity do there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from interdict.errors import InvalidInput, ReadError
from interdict.lists.ftm.schemata import is_a, properties
from interdict.lists.ftm.tags import TAG, UNNAMED, programme_slug
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.model.dates import PartialDate
from interdict.model.source import Dataset

BOOKKEEPING = frozenset(
    "caption datasets referents first_seen last_seen last_change target origin statements".split()
)
"""Keys beside `properties` that say when and where the publisher gathered it: not read."""

DATED = {"listingDate": "listed", "startDate": "in_force", "endDate": "expired"}
"""Date of a `Sanction` -> the event of the designation that it dates.

Source: FollowTheMoney's descriptions of `listingDate` (the day it is listed) and `startDate` (the
day it takes effect). An `endDate` says that it is over and not why: the least is `expired`.
"""

_HINT = "This reads FollowTheMoney entities, one JSON object on each line."


@dataclass(frozen=True, slots=True)
class _Entity:
    """One line: (property, text) pairs in order."""

    line: int
    id: str
    schema: str
    values: tuple[tuple[str, str], ...]


def read_entities(dataset: Dataset, file: SourceFile, out: Output) -> None:
    """Reads a file of entities into the dataset's primary part.

    Raises:
        ReadError: if the file is empty or not UTF-8, a line is no JSON object or has no id, schema
            or properties.
    """
    part = out.part(dataset.primary, file)
    entities = [_entity(part, *line, file) for line in _lines(file)]
    if not entities:
        raise ReadError("the file is empty.", file=file.name, hint=_HINT)
    reader = _Reader(dataset, part, {entity.id for entity in entities})
    for entity in entities:
        reader.read(entity)


def _lines(file: SourceFile) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, raw in enumerate(file.data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            found = json.loads(raw)
        except (ValueError, RecursionError) as error:
            what = f"not JSON ({error})."
            raise ReadError(what, file=file.name, line=number, hint=_HINT) from None
        if not isinstance(found, dict):
            raise ReadError("JSON that is no object.", file=file.name, line=number, hint=_HINT)
        yield number, found


def _entity(part: PartOutput, line: int, found: dict[str, Any], file: SourceFile) -> _Entity:
    entity_id, schema, props = (found.get(key) for key in ("id", "schema", "properties"))
    for key, value, kind in (("id", entity_id, str), ("schema", schema, str),
                             ("properties", props, dict)):  # fmt: skip
        if not isinstance(value, kind) or (kind is str and not str(value).strip()):
            raise ReadError(f"an entity without {key}.", file=file.name, line=line, hint=_HINT)
    for key in sorted(found.keys() - BOOKKEEPING - {"id", "schema", "properties"}):
        part.signal("drift", f"key {key}", json.dumps(found[key], ensure_ascii=False), line)
    assert isinstance(props, dict)
    values = tuple(
        (prop, text)
        for prop, given in props.items()
        for value in (given if isinstance(given, list) else [given])
        for text in _texts(part, prop, value, line)
    )
    return _Entity(line, tidy(str(entity_id)), str(schema), values)


def _texts(part: PartOutput, prop: str, value: object, line: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and isinstance(value.get("id"), str):
        # As in `targets.nested.json`: the link is kept; what stands inside is said elsewhere.
        part.signal("drift", f"entity nested in {prop}", value["id"], line)
        yield value["id"]
    elif value is not None:
        part.signal("drift", f"value of {prop} that is no text", json.dumps(value), line)
        yield json.dumps(value, ensure_ascii=False)


class _Reader:
    """Turns entities into statements; references get the dataset's prefix."""

    def __init__(self, dataset: Dataset, part: PartOutput, ids: set[str]) -> None:
        self._dataset = dataset
        self._part = part
        self._ids = ids

    def read(self, entity: _Entity) -> None:
        self._part.row(entity.id)
        schema = entity.schema
        if not (is_a(schema, "Thing") or is_a(schema, "Interval")):  # also what FtM never emits
            self._part.signal("drift", f"schema {schema}", entity.id, entity.line)
            schema = "LegalEntity"
        own = f"{self._dataset.name}-{entity.id}"
        if is_a(schema, "Sanction"):
            self._sanctions(entity, schema, own)
        else:
            for prop, value in entity.values:
                self._value(entity, own, schema, prop, value)

    def _value(self, entity: _Entity, own: str, schema: str, prop: str, value: str) -> None:
        kind = properties(schema).get(prop)
        if kind is None:
            self._part.signal("drift", f"property {prop} of {entity.schema}", value, entity.line)
            prop, value = spare_property(schema), f"{prop}: {value}"
        elif kind.name == "entity":
            if value not in self._ids:
                self._part.signal("held_aside", f"{prop} not in the file", value, entity.line)
            value = f"{self._dataset.name}-{value}"
        self._part.statement(entity.id, own, schema, prop, value, line=entity.line)

    def _sanctions(self, entity: _Entity, schema: str, own: str) -> None:
        """One `Sanction` for each programme that the entity names, as the record has them.

        Its programme stays the file's own tag. A `programId`, too, is what the file says: as
        such it would count as one of our programmes, which only official sources establish.
        """
        tags = [(v, "") for p, v in entity.values if p == "program"]
        keys = [(v, TAG) for p, v in entity.values if p == "programId"]
        groups = [[tag] for tag in tags] or [[key] for key in keys] or [[("listed", UNNAMED)]]
        if tags:
            groups[0] += keys
        rest = [(p, v) for p, v in entity.values if p not in ("program", "programId")]
        for at, group in enumerate(groups):
            sanction = own if at == 0 else f"{own}-{programme_slug(group[0][0])}"
            for tag, qualifier in group:
                self._part.statement(entity.id, sanction, schema, "program", tag,
                                     line=entity.line, qualifier=qualifier)  # fmt: skip
            for prop, value in rest:
                self._value(entity, sanction, schema, prop, value)
            self._events(entity, sanction, schema, rest)

    def _events(
        self, entity: _Entity, sanction: str, schema: str, values: Iterable[tuple[str, str]]
    ) -> None:
        for prop, value in values:
            if prop not in DATED:
                continue
            try:
                day = PartialDate.parse(value)
            except InvalidInput:
                self._part.signal("drift", f"date in {prop}", value, entity.line)
                continue
            self._part.statement(entity.id, sanction, schema, f"event:{DATED[prop]}", str(day),
                                 line=entity.line)  # fmt: skip


def spare_property(schema: str) -> str:
    """The property for text that has none of its own."""
    return "description" if is_a(schema, "Interval") else "notes"


def looks_like_entities(head: bytes) -> bool:
    """True if a file's first bytes begin a line of JSON."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
