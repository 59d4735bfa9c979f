"""FollowTheMoney lines: `Ownership` and `Directorship`, and the parties between whom they are.

Source: FollowTheMoney 4, schemata `Ownership` (owner, asset, percentage), `Directorship`
(director, organization) and `Interval` (startDate, endDate).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from interdict.lists.ownership.json_objects import text, texts
from interdict.lists.ownership.said import BadRow, SaidParty, SaidStake
from interdict.lists.ownership.table import plain_key
from interdict.lists.ownership.writing import StakeWriter, read_rows
from interdict.model.schema import PARTY_SCHEMATA
from interdict.ownership.stakes import KINDS

_FACTS = (
    "name alias previousName birthDate country nationality jurisdiction registrationNumber "
    "idNumber taxNumber leiCode"
).split()
"""What is kept of a party: enough to name it and to tell it from another."""

_LINKS = {"Ownership": ("owner", "asset"), "Directorship": ("director", "organization")}

Objects = Sequence[tuple[int, dict[str, Any]]]


def is_entity(found: dict[str, Any]) -> bool:
    """True if it is an entity in FollowTheMoney's form."""
    return isinstance(found.get("schema"), str) and isinstance(found.get("properties"), dict)


def read_entities(objects: Objects, writer: StakeWriter) -> None:
    """Reads entities; an id that no line of the file describes is one of the record."""
    parties: dict[str, SaidParty] = {}
    links = []
    for line, found in objects:
        schema, key = found.get("schema"), text(found.get("id"))
        if not is_entity(found) or not key:
            writer.bad(line, "no FollowTheMoney entity", str(found)[:200])
        elif schema in PARTY_SCHEMATA:
            parties[key] = _party(key, str(schema), found["properties"])
            writer.party(parties[key], line)
        elif schema in _LINKS:
            links.append((line, found))
        else:
            writer.odd(f"schema {schema}", key, line)
    for line, found in links:
        sample = text(found["id"])
        if found["schema"] == "Ownership":
            read_rows(writer, line, sample, _stakes(found, line, parties))
            continue
        try:
            for stake in _stakes(found, line, parties):
                writer.directorship(stake)
        except BadRow as error:
            writer.bad(line, str(error), sample)


def _party(key: str, schema: str, properties: dict[str, Any]) -> SaidParty:
    facts = tuple((prop, value) for prop in _FACTS for value in texts(properties.get(prop)))
    return SaidParty(key=plain_key(key), schema=schema, facts=facts)


def _stakes(found: dict[str, Any], line: int, parties: dict[str, SaidParty]) -> Iterator[SaidStake]:
    """The stakes of one entity: one for each of its owners and assets, as a rule one of each."""
    properties = found["properties"]
    owners, assets = (texts(properties.get(prop)) for prop in _LINKS[found["schema"]])
    if not owners or not assets:
        raise BadRow(f"an {found['schema']} without {' and '.join(_LINKS[found['schema']])}")
    told = text(properties.get("ownershipType")).lower()
    kind = told if told in KINDS else "shares"
    notes = tuple(texts(properties.get("summary"))) + ((told,) if told and kind != told else ())
    several = len(owners) * len(assets) > 1
    for owner in owners:
        for asset in assets:
            key = plain_key(text(found["id"]))
            yield SaidStake(
                line=line,
                key=f"{key}-{plain_key(owner)}-{plain_key(asset)}" if several else key,
                owner=parties.get(owner) or SaidParty(record_id=owner),
                asset=parties.get(asset) or SaidParty(record_id=asset),
                kind=kind,
                size=text(properties.get("percentage")),
                means=text(properties.get("role")),
                start=text(properties.get("startDate"))[:10],
                end=text(properties.get("endDate"))[:10],
                source=text(properties.get("sourceUrl")) or text(properties.get("publisher")),
                notes=notes,
            )
