"""Grounding: from the names in claims to parties of the record.

A party that a document names gets a provisional id made of its name, always the same; that
this id is a party of a list is a judgement with a reason, which can be undone. So a claim
never changes when lists come and go, and the order of reading and loading does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from interdict.model.claim import Claim
from interdict.model.schema import (
    NAME_PROPERTIES,
    PARTY_SCHEMATA,
    compatible,
    is_a,
    most_specific,
)
from interdict.model.source import Document
from interdict.model.statement import Statement
from interdict.store.base import DOCUMENTS, PROVISIONAL, Judgement, View
from interdict.text.normalize import fold

AUTOMATIC = "interdict"
"""Who makes a judgement that no person has made."""

_SUBJECTS = frozenset(
    """
    designation.announced designation.effective designation.prior designation.amended
    designation.revoked designation.absence sanction.prior alias leadership reward.offered
    reward.raised reward.prior indictment denial affiliation support location procedure
    allegation characterisation
    """.split()
)
"""Kinds of claims whose subject becomes a party of the record, if it is a party at all."""

_OBJECTS = frozenset({"leadership", "affiliation", "support", "denial", "indictment"})
"""Kinds whose object can be a party."""

_SHORT_FORM = 6
"""An alias in capitals this short is a weak one: an abbreviation that many share."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """Claims with ids, and the statements about provisional parties that rest on them."""

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]


def ground(document: Document, claims: Iterable[Claim]) -> Grounded:
    """Gives parties in claims their ids, and states their names and aliases."""
    grounded, statements = [], []
    for claim in claims:
        subject = _party(claim.subject, claim.subject_schema, claim.kind in _SUBJECTS)
        target = _party(claim.object, claim.object_schema, claim.kind in _OBJECTS)
        claim = replace(claim, document_id=document.sha256, subject_id=subject, object_id=target)
        grounded.append(claim)
        if subject is not None:
            statements.append(_named(claim, subject, claim.subject_schema, claim.subject))
            if claim.kind == "alias" and claim.object and claim.polarity == "+":
                prop = "weakAlias" if _is_short_form(claim.object) else "alias"
                statements.append(_named(claim, subject, claim.subject_schema, claim.object, prop))
        if target is not None:
            statements.append(_named(claim, target, claim.object_schema, claim.object))
    return Grounded(tuple(grounded), tuple(_first_of_each(statements)))


def provisional_id(name: str) -> str:
    """The id of a party that only documents name: its folded name."""
    return PROVISIONAL + fold(name).replace(" ", "-")


def _party(name: str | None, schema: str | None, wanted: bool) -> str | None:
    if not wanted or not name or schema is None or schema not in PARTY_SCHEMATA:
        return None
    words = fold(name).split()
    if not words or (is_a(schema, "Person") and len(words) < 2):
        return None  # a surname alone names nobody
    return provisional_id(name)


def _named(
    claim: Claim, entity_id: str, schema: str | None, name: str | None, prop: str = "name"
) -> Statement:
    return Statement(
        dataset=DOCUMENTS,
        entity_id=entity_id,
        schema=schema or "LegalEntity",
        prop=prop,
        value=name or "",
        document_id=claim.document_id or "",
        start=claim.start,
        end=claim.end,
    )


def _first_of_each(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each name that the document gives: its first mention."""
    first: dict[tuple[str, str, str], Statement] = {}
    for statement in statements:
        first.setdefault((statement.entity_id, statement.prop, fold(statement.value)), statement)
    return list(first.values())


def _is_short_form(name: str) -> bool:
    return len(name) <= _SHORT_FORM and name.isupper()


class NameTable:
    """Parties of a view by the exact (folded) form of their names; weak aliases left out.

    Args:
        view: the record.
        lists: a table whose listed parties are taken over; the view need not hold them then.
    """

    def __init__(self, view: View, lists: NameTable | None = None) -> None:
        self.held_at = view.moment.held_at
        self.parties: list[tuple[str, str, str]] = []
        self._by_name: dict[str, dict[str, str]] = {}
        for name, entity_id, schema in lists.listed() if lists else ():
            self._keep(name, entity_id, schema)
        props = frozenset(NAME_PROPERTIES) - {"weakAlias"}
        by_party = groupby(view.held(props), lambda held: view.canonical(held.statement.entity_id))
        for _, rows in by_party:
            by_id: dict[str, list[Statement]] = {}
            for held in rows:
                by_id.setdefault(held.statement.entity_id, []).append(held.statement)
            for entity_id, statements in by_id.items():
                self._add(entity_id, statements)

    def _add(self, entity_id: str, statements: Sequence[Statement]) -> None:
        """A party under one source id; its schema is the most specific that is given."""
        schema = most_specific({s.schema for s in statements})
        if schema in PARTY_SCHEMATA:
            for statement in statements:
                self._keep(statement.value, entity_id, schema)

    def _keep(self, name: str, entity_id: str, schema: str) -> None:
        self.parties.append((name, entity_id, schema))
        self._by_name.setdefault(fold(name), {})[entity_id] = schema

    def listed(self) -> list[tuple[str, str, str]]:
        """(name, entity id, schema) of the parties that are not provisional."""
        return [party for party in self.parties if not party[1].startswith(PROVISIONAL)]

    def named(self, name: str, schema: str) -> list[str]:
        """Ids of parties of that name that could be of that schema, sorted."""
        found = self._by_name.get(fold(name), {})
        return sorted(e for e, other in found.items() if compatible(schema, other))


def links(view: View, table: NameTable) -> list[Judgement]:
    """Judgements that join provisional parties to others of exactly the same name.

    Only where one party answers to the name (ids that judgements join count as one), and
    never for a pair that somebody has judged before.
    """
    judged = {frozenset((j.left, j.right)) for j in view.judgements()}
    found: dict[frozenset[str], Judgement] = {}
    for name, entity_id, schema in table.parties:
        if not entity_id.startswith(PROVISIONAL):
            continue
        others = [e for e in table.named(name, schema) if e != entity_id]
        for other in _one_party(view, others):
            pair = frozenset((entity_id, other))
            if pair not in judged and view.canonical(entity_id) != view.canonical(other):
                reason = f"both are named {name!r} and could be the same kind of party"
                found.setdefault(pair, Judgement(entity_id, other, True, AUTOMATIC, reason))
    return list(found.values())


def _one_party(view: View, ids: Sequence[str]) -> list[str]:
    """The id to join with: the listed one if there is just one party, else none."""
    listed = [e for e in ids if not e.startswith(PROVISIONAL)]
    candidates = listed or list(ids)
    roots = {view.canonical(e) for e in candidates}
    return candidates[:1] if len(roots) == 1 else []
