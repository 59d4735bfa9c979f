"""Beneficial Ownership Data Standard, 0.2 to 0.4: statements about entities, persons, interests.

Source: <https://standard.openownership.org/>. Until 0.3 a statement has a `statementType` and an
interest points at statements (`describedByPersonStatement`); a later statement names those that
it replaces. From 0.4 it has a `recordType`, with the content in `recordDetails`; an interest
points at records, and of several statements about one record the last counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from interdict.lists.ownership.json_objects import text, texts
from interdict.lists.ownership.said import BadRow, SaidParty, SaidStake
from interdict.lists.ownership.table import plain_key
from interdict.lists.ownership.writing import StakeWriter, read_rows

_TYPES = {
    "entityStatement": "entity",
    "personStatement": "person",
    "ownershipOrControlStatement": "relationship",
}

_SHARES = frozenset(("shareholding", "", "unknowninterest", "unpublishedinterest"))
_VOTES = frozenset(("votingrights",))
_CONTROL = frozenset(
    """
    appointmentofboard otherinfluenceorcontrol controlviacompanyrulesorarticles
    controlbylegalframework boardchair trustee settlor protector nominator nominee
    settloroftrust trusteeoftrust protectoroftrust otherinfluenceorcontroloftrust
    otherinfluenceorcontrolofarrangement
    """.split()
)
"""Types of interest (without hyphens, in small letters) that say that somebody controls."""

_DIRECTORS = frozenset(("seniormanagingofficial", "boardmember"))

Objects = Sequence[tuple[int, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement, whichever version it is written in; `key` is what others point at."""

    line: int
    key: str
    kind: str
    dated: str
    closed: bool
    details: Mapping[str, Any]
    source: str


def is_bods(found: dict[str, Any]) -> bool:
    """True if it is a statement in the form of the standard."""
    return found.get("statementType") in _TYPES or (
        found.get("recordType") in _TYPES.values() and isinstance(found.get("recordDetails"), dict)
    )


def read_bods(objects: Objects, writer: StakeWriter) -> None:
    """Reads statements; those that a later one replaces are left out, and counted."""
    told: list[_Told] = []
    replaced: set[str] = set()
    for line, found in objects:
        if not is_bods(found):
            writer.bad(line, "no BODS statement", str(found)[:200])
            continue
        told.append(_told(line, found))
        replaced.update(texts(found.get("replacesStatements")))
    current: dict[str, _Told] = {}
    for one in told:
        before = current.get(one.key)
        if one.key in replaced or (before is not None and before.dated > one.dated):
            writer.odd("replaced by a later statement", one.key, one.line)
            continue
        if before is not None:
            writer.odd("replaced by a later statement", before.key, before.line)
        current[one.key] = one
    parties = {one.key: _party(one) for one in current.values() if one.kind != "relationship"}
    for one in current.values():
        if one.kind == "relationship":
            _relationship(one, parties, writer)
        else:
            writer.party(parties[one.key], one.line)


def _told(line: int, found: dict[str, Any]) -> _Told:
    source = found.get("source")
    where = source if isinstance(source, dict) else {}
    cited = text(where.get("url")) or text(where.get("description"))
    if "recordType" in found:
        return _Told(
            line,
            text(found.get("recordId")) or text(found.get("statementId")),
            found["recordType"],
            text(found.get("statementDate")),
            text(found.get("recordStatus")) == "closed",
            found["recordDetails"],
            cited,
        )
    kind = _TYPES[found["statementType"]]
    dated = text(found.get("statementDate"))
    return _Told(line, text(found.get("statementID")), kind, dated, False, found, cited)


def _party(told: _Told) -> SaidParty:
    details = told.details
    facts: list[tuple[str, str]] = []
    if told.kind == "person":
        for at, name in enumerate(_objects(details.get("names"))):
            parts = (text(name.get("givenName")), text(name.get("familyName")))
            full = text(name.get("fullName")) or " ".join(filter(None, parts))
            facts.append(("alias" if at else "name", full))
        facts.append(("birthDate", text(details.get("birthDate"))[:10]))
        facts += [
            ("nationality", text(c.get("code"))) for c in _objects(details.get("nationalities"))
        ]
    else:
        facts.append(("name", text(details.get("name"))))
        facts += [("alias", name) for name in texts(details.get("alternateNames"))]
        for where in ("jurisdiction", "incorporatedInJurisdiction"):
            if isinstance(details.get(where), dict):
                facts.append(("country", text(details[where].get("code"))))
    for identifier in _objects(details.get("identifiers")):
        number = "idNumber" if told.kind == "person" else "registrationNumber"
        facts.append((number, text(identifier.get("id"))))
    kept = tuple((prop, value) for prop, value in facts if value)
    return SaidParty(key=plain_key(told.key), schema=_schema(told), facts=kept)


def _schema(told: _Told) -> str:
    if told.kind == "person":
        return "Person"
    entity = told.details.get("entityType")
    kind = text(entity.get("type")) if isinstance(entity, dict) else text(entity)
    if kind in ("registeredEntity", "legalEntity"):
        return "Company"
    return "PublicBody" if kind in ("state", "stateBody") else "Organization"


def _relationship(told: _Told, parties: Mapping[str, SaidParty], writer: StakeWriter) -> None:
    sample = told.key
    try:
        asset = _pointed(told.details.get("subject"), parties, "subject")
        owner = _pointed(told.details.get("interestedParty"), parties, "interested party")
    except BadRow as error:
        writer.bad(told.line, str(error), sample)
        return
    stakes: list[SaidStake] = []
    directors: list[SaidStake] = []
    for at, interest in enumerate(_objects(told.details.get("interests")) or [{}]):
        stake = _interest(told, at, interest, owner, asset)
        if stake is None:
            writer.odd(f"interest {text(interest.get('type'))}", sample, told.line)
        else:
            (directors if _plain_type(interest) in _DIRECTORS else stakes).append(stake)
    read_rows(writer, told.line, sample, stakes)
    for stake in directors:
        try:
            writer.directorship(stake)
        except BadRow as error:
            writer.bad(told.line, str(error), sample)


def _pointed(value: object, parties: Mapping[str, SaidParty], what: str) -> SaidParty:
    """The party that a statement points at.

    Raises:
        BadRow: if it names none (it may say why), or one that the file does not describe.
    """
    if isinstance(value, dict):
        keys = ("describedByEntityStatement", "describedByPersonStatement")
        key = next((found for name in keys if (found := text(value.get(name)))), "")
        reason = value.get("reason") or (value.get("unspecified") or {}).get("reason")
        if not key:
            raise BadRow(f"its {what} is not named ({text(reason) or 'no reason given'})")
    else:
        key = text(value)
    if key not in parties:
        raise BadRow(f"its {what} {key or '?'} is not described in the file")
    return parties[key]


def _plain_type(interest: Mapping[str, Any]) -> str:
    return text(interest.get("type")).replace("-", "").replace("_", "").lower()


def _interest(
    told: _Told, at: int, interest: Mapping[str, Any], owner: SaidParty, asset: SaidParty
) -> SaidStake | None:
    """An interest as a stake; None for one that is neither ownership nor control."""
    kind = _plain_type(interest)
    indirect = text(interest.get("directOrIndirect") or interest.get("interestLevel")) == "indirect"
    if kind in _SHARES or kind in _VOTES:
        measure = "votes" if kind in _VOTES else "shares"
        said = f"indirect {measure}" if indirect else measure
    elif kind in _CONTROL or kind in _DIRECTORS:
        said = "control"
    else:
        return None
    end = text(interest.get("endDate"))[:10] or (told.dated[:10] if told.closed else "")
    return SaidStake(
        line=told.line,
        key=f"{plain_key(told.key)}-{at}" if at else plain_key(told.key),
        owner=owner,
        asset=asset,
        kind=said,
        size=_share(interest.get("share")) if said != "control" else "",
        means=text(interest.get("type")) if said == "control" else "",
        start=text(interest.get("startDate"))[:10],
        end=end,
        source=told.source,
        notes=tuple(texts(interest.get("details"))),
    )


def _share(share: object) -> str:
    """A share as text that `ownership.sizes.read_size` reads; empty if it is not stated."""
    if not isinstance(share, dict):
        return ""
    if exact := text(share.get("exact")):
        return exact
    low, high = (_bound(share, end) for end in ("Minimum", "Maximum"))
    if low and high:
        return f"{low}-{high}"
    return f">={low}" if low else f"<={high}" if high else ""


def _bound(share: Mapping[str, Any], end: str) -> str:
    """A bound; one that is excluded moves by the least step, a millionth of the whole."""
    value, exclusive = share.get(end.lower()), share.get(f"exclusive{end}")
    if not isinstance(exclusive, bool) and exclusive is not None:  # 0.4 gives the number here
        value, exclusive = exclusive, True
    told = text(value)
    if not told or not exclusive:
        return told
    step = Decimal("0.0001") if end == "Minimum" else Decimal("-0.0001")
    try:
        return str(min(max(Decimal(told) + step, Decimal(0)), Decimal(100)))
    except InvalidOperation:
        return told


def _objects(value: object) -> list[dict[str, Any]]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]
