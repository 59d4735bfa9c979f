"""The whole history of the record, compiled: what was alive at any moment, without the database.

`compile_history` turns a sweep of the record into flat arrays and small facts; `History` opens
them and gives a `HistoryView` for a moment. Rules of time are those of the stores, used and
not written again: `store.reading.Timeline` and `Canon`, `store.membership.Membership`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any

import numpy as np

from interdict.errors import InvalidInput
from interdict.matching import history_facts as facts
from interdict.matching.arrays import Array, IndexRow, Texts, packed
from interdict.matching.base import INDEXED_PROPERTIES
from interdict.matching.history_lines import packed_lines
from interdict.matching.lives import LifeTable, Lives
from interdict.matching.statements import StatementColumns, StatementTable
from interdict.model.schema import is_a
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, Judgement
from interdict.store.reading import Issue
from interdict.store.sweep import Sweep, SweptReading, SweptStatement, SweptWithdrawal

LINK_SCHEMA = "Sanction"
"""Links whose statements an index carries whole, so that designations are read from it."""

WALLET_SCHEMA = "CryptoWallet"


@dataclass(frozen=True, slots=True)
class CompiledHistory:
    """The history as arrays (their names begin with what they are of) and plain facts.

    `rows` are what an engine indexes, each with its life; `statement_id` is the row's number.
    """

    arrays: Mapping[str, Array]
    facts: Mapping[str, Any]
    rows: Sequence[IndexRow]


def compile_history(sweep: Sweep, claim_kinds: frozenset[str]) -> CompiledHistory:
    """Compiles a sweep; the same sweep gives the same arrays, facts and rows.

    Args:
        sweep: the history up to some sequence number.
        claim_kinds: kinds of claims to carry: those that establish designations.
    """
    lives = LifeTable(sweep.issues, sweep.bases)
    tellings: dict[tuple[int, ...], int] = {}
    kept, entries = _kept(sweep, lives)
    columns = StatementColumns()
    rows_of_key: dict[int, int] = {}
    stored: list[tuple[Statement, int]] = []
    for swept in kept:
        life = _basic_life(swept, lives, entries, tellings)
        rows_of_key[swept.key] = columns.add(swept.statement, life)
        stored.append((swept.statement, life))
    rows = list(_index_rows(stored, lives))
    arrays: dict[str, Array] = {}
    arrays |= columns.arrays() | lives.arrays()
    arrays |= _links("link", stored, LINK_SCHEMA, "entity")
    arrays |= _links("wallet", stored, WALLET_SCHEMA, "holder")
    arrays |= packed_lines((sweep.lines(i.key) for i in sweep.issues), rows_of_key)
    arrays |= _words(sweep) | _claims(sweep, claim_kinds)
    plain = {
        "held_at": sweep.held_at,
        "recorded_at": [one.recorded_at.isoformat() for one in sweep.transactions],
        "issues": [facts.issue_data(issue) for issue in sweep.issues],
        "tellings": [list(places) for places in tellings],
    }
    return CompiledHistory(arrays, plain, rows)


class History:
    """A compiled history, opened; nothing is decoded before it is asked for."""

    def __init__(self, arrays: Mapping[str, Array], plain: Mapping[str, Any]) -> None:
        self._arrays = arrays
        self._plain = plain
        self.held_at: int = plain["held_at"]
        self.statements = StatementTable(arrays)
        self.lives = Lives(arrays)

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """Every issue; its key is its place."""
        return tuple(facts.issue_at(at, one) for at, one in enumerate(self._plain["issues"]))

    @cached_property
    def primary(self) -> int:
        """Places of the primary issues, as bits."""
        return sum(1 << issue.key for issue in self.issues if issue.primary)

    @cached_property
    def readings(self) -> tuple[SweptReading, ...]:
        """Every reading of a document, in the order of recording."""
        return tuple(map(facts.reading_of, self._data("words.readings")))

    @cached_property
    def withdrawals(self) -> tuple[SweptWithdrawal, ...]:
        """Every withdrawal of a document."""
        return tuple(map(facts.withdrawal_of, self._data("words.withdrawals")))

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, without its reasons."""
        return tuple(map(facts.judgement_of, self._data("words.judgements")))

    @cached_property
    def confirmations(self) -> tuple[tuple[Confirmation, int], ...]:
        """Every reviewer's confirmation, with its sequence number."""
        return tuple(map(facts.confirmation_of, self._data("words.confirmations")))

    @cached_property
    def tellings(self) -> tuple[tuple[int, ...], ...]:
        """Places of the readings that make the same statements; a life class names one of them."""
        return tuple(map(tuple, self._plain["tellings"]))

    @cached_property
    def claim_texts(self) -> Texts:
        """Claims as JSON, by number."""
        return Texts(self._arrays["claim.text"], self._arrays["claim.text_at"])

    def claims_about(self, ids: Iterable[str]) -> list[tuple[int, int]]:
        """(number, place of its reading) of claims that speak of one of those ids."""
        wanted = set(ids)
        about: dict[str, list[int]] = self._claims_by_id
        numbers = sorted({number for name in wanted for number in about.get(name, ())})
        readings = self._arrays["claim.reading"]
        return [(number, int(readings[number])) for number in numbers]

    @cached_property
    def _claims_by_id(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = self._data("claim.about")
        return found

    def linked(self, kind: str, entity_id: str) -> list[str]:
        """Ids of the links of a kind (`link`, `wallet`) that ever named the entity, sorted."""
        rows = self._arrays[f"{kind}.row"]
        targets = Texts(self._arrays[f"{kind}.text"], self._arrays[f"{kind}.text_at"])
        at = _place(targets, entity_id)
        if at is None:
            return []
        first = self._arrays[f"{kind}.first"]
        found = rows[int(first[at]) : int(first[at + 1])].tolist()
        return sorted({self.statements[row].entity_id for row in found})

    def lines(self, place: int) -> tuple[bytes, int]:
        """The packed lines of an issue (see `history_lines`) and how many there are."""
        at, count = self._arrays["lines.at"], self._arrays["lines.count"]
        blob = self._arrays["lines.blob"][int(at[place]) : int(at[place + 1])].tobytes()
        return blob, int(count[place])

    def sequence(self, held_at: int | datetime | None) -> int:
        """The sequence number that a question means by `held_at`; None is all that is held.

        Raises:
            InvalidInput: if it is a number that the record has not reached.
        """
        if held_at is None:
            return self.held_at
        if isinstance(held_at, datetime):
            times = self._plain["recorded_at"]
            return sum(datetime.fromisoformat(at) <= held_at for at in times)
        if not 0 <= held_at <= self.held_at:
            raise InvalidInput(
                f"--held-at {held_at}: the record holds transactions 1 to {self.held_at}"
            )
        return held_at

    def _data(self, name: str) -> Any:
        return facts.from_bytes(self._arrays[name])


def _kept(
    sweep: Sweep, lives: LifeTable
) -> tuple[list[SweptStatement], dict[tuple[str, str], int]]:
    """Statements that the index carries; and for each entry the issues that hold any of it."""
    kept = []
    differing: dict[tuple[str, str], set[tuple[int, ...]]] = {}
    for swept in sweep.statements():
        statement = swept.statement
        if swept.differing and statement.record_id:
            entry = (statement.dataset, statement.record_id)
            differing.setdefault(entry, set()).add(swept.differing)
        if is_carried(statement):
            kept.append(swept)
    entries = {}
    for entry, sets in differing.items():
        bits = 0
        for one in sets:
            bits |= lives.holding(one)
        entries[entry] = bits
    return kept, entries


def is_carried(statement: Statement) -> bool:
    """Whether an index carries a statement: to match by it, or to tell designations by it."""
    if statement.schema == LINK_SCHEMA:
        return True
    if statement.schema == WALLET_SCHEMA and statement.prop == "holder":
        return True
    return is_indexed(statement)


def is_indexed(statement: Statement) -> bool:
    """Whether matching reads a statement."""
    return statement.prop in INDEXED_PROPERTIES and not _is_link(statement.schema)


@cache
def _is_link(schema: str) -> bool:
    return is_a(schema, "Interval")


def _basic_life(
    swept: SweptStatement,
    lives: LifeTable,
    entries: Mapping[tuple[str, str], int],
    tellings: dict[tuple[int, ...], int],
) -> int:
    statement = swept.statement
    if statement.document_id:
        return lives.told(tellings.setdefault(swept.readings, len(tellings)), swept.seq)
    entry = None
    if statement.record_id:
        entry = entries.get((statement.dataset, statement.record_id), 0)
    return lives.listed(lives.holding(swept.differing), entry)


def _index_rows(stored: Sequence[tuple[Statement, int]], lives: LifeTable) -> Iterator[IndexRow]:
    """What matching reads; a wallet's statements are filed under whoever holds it, while so."""
    holders: dict[str, list[tuple[str, int]]] = {}
    for statement, life in stored:
        if statement.schema == WALLET_SCHEMA and statement.prop == "holder":
            holders.setdefault(statement.entity_id, []).append((statement.value, life))
    for number, (statement, life) in enumerate(stored):
        if not is_indexed(statement):
            continue
        for entity_id, own in _filed(statement.entity_id, life, holders, lives):
            yield IndexRow(
                entity_id=entity_id,
                schema=statement.schema,
                prop=statement.prop,
                value=statement.value,
                qualifier=statement.qualifier,
                dataset=statement.dataset,
                record_id=statement.record_id,
                statement_id=str(number),
                life=own,
            )


def _filed(
    entity_id: str, life: int, holders: Mapping[str, list[tuple[str, int]]], lives: LifeTable
) -> list[tuple[str, int]]:
    """Under which ids a statement is filed, each with the life for it: mostly its own alone."""
    held_by = holders.get(entity_id)
    if held_by is None:
        return [(entity_id, lives.life(life))]
    filed = [(holder, lives.life(life, also)) for holder, also in held_by]
    if all(other != life for _, other in held_by):
        filed.append((entity_id, lives.life(life, unless=[other for _, other in held_by])))
    return filed


def _links(
    kind: str, stored: Sequence[tuple[Statement, int]], schema: str, prop: str
) -> dict[str, Array]:
    """For each id that links name: the rows of the statements that name it."""
    named: dict[str, list[int]] = {}
    for row, (statement, _) in enumerate(stored):
        if statement.schema == schema and statement.prop == prop:
            named.setdefault(statement.value, []).append(row)
    targets = sorted(named, key=lambda name: name.encode())
    blob, offsets = packed(targets)
    rows = [row for target in targets for row in named[target]]
    first = np.cumsum([0, *(len(named[target]) for target in targets)]).astype(np.uint32)
    return {
        f"{kind}.text": blob,
        f"{kind}.text_at": offsets,
        f"{kind}.first": first,
        f"{kind}.row": np.array(rows, dtype=np.uint32),
    }


def _words(sweep: Sweep) -> dict[str, Array]:
    """What documents and reviewers add, as JSON in arrays: read when it is needed."""
    return {
        "words.readings": facts.as_bytes([facts.reading_data(r) for r in sweep.readings]),
        "words.withdrawals": facts.as_bytes([facts.withdrawal_data(w) for w in sweep.withdrawals]),
        "words.judgements": facts.as_bytes([facts.judgement_data(j) for j in sweep.judgements]),
        "words.confirmations": facts.as_bytes(
            [facts.confirmation_data(*pair) for pair in sweep.confirmations]
        ),
    }


def _claims(sweep: Sweep, kinds: frozenset[str]) -> dict[str, Array]:
    texts, readings = [], []
    about: dict[str, list[int]] = {}
    for number, (reading, claim) in enumerate(sweep.claims(kinds)):
        texts.append(facts.claim_text(claim))
        readings.append(reading)
        for name in dict.fromkeys((claim.subject_id, claim.object_id)):
            if name is not None:
                about.setdefault(name, []).append(number)
    blob, offsets = packed(texts)
    return {
        "claim.text": blob,
        "claim.text_at": offsets,
        "claim.reading": np.array(readings, dtype=np.uint32),
        "claim.about": facts.as_bytes(about),
    }


def _place(texts: Texts, wanted: str) -> int | None:
    """Where a text stands in a table sorted by its bytes; None if it is not there."""
    low, high, key = 0, len(texts), wanted.encode()
    while low < high:
        middle = (low + high) // 2
        if texts[middle].encode() < key:
            low = middle + 1
        else:
            high = middle
    return low if low < len(texts) and texts[low] == wanted else None
