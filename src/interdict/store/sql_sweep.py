"""The whole history of a SQL record: see `store.sweep`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, select

from interdict.model.claim import Claim
from interdict.model.statement import Statement
from interdict.store import tables as t
from interdict.store.base import Judgement, Transaction
from interdict.store.content import unpack
from interdict.store.documents import known_from, rebuilt
from interdict.store.reading import Issue
from interdict.store.rows import claim_of, issue_of, issue_rows
from interdict.store.sql_confirmations import confirmation_of
from interdict.store.sweep import SweptReading, SweptStatement, SweptWithdrawal

_AT_ONCE = 5_000


class SqlSweep:
    """Reads table after table; the statements are streamed."""

    def __init__(self, engine: Engine, held_at: int) -> None:
        self._engine = engine
        self.held_at = held_at
        self.transactions = [
            Transaction(row.seq, datetime.fromisoformat(row.recorded_at), row.kind, row.detail)
            for row in self._up_to(select(t.journal), t.journal, t.journal.c.seq)
        ]
        self._recorded = {one.seq: one.recorded_at for one in self.transactions}
        self.issues, self.bases = self._read_issues()
        self._reading_keys: list[int] = []
        self.readings = self._read_readings()
        withdrawn = self._up_to(select(t.withdrawal), t.withdrawal, t.withdrawal.c.id)
        self.withdrawals = [
            SweptWithdrawal(row.sha256, f"{row.reason} ({row.by})", row.seq) for row in withdrawn
        ]
        judged = self._up_to(select(t.judgement), t.judgement, t.judgement.c.id)
        self.judgements = [
            Judgement(row.left, row.right, bool(row.same), row.by, row.reason, row.seq)
            for row in judged
        ]
        confirmed = self._up_to(select(t.confirmation), t.confirmation, t.confirmation.c.id)
        self.confirmations = [
            (confirmation_of(row, self._recorded[row.seq]), row.seq) for row in confirmed
        ]

    def statements(self) -> Iterator[SweptStatement]:
        """Every statement ever held, in the order in which they were appended."""
        s = t.statement.c
        query = (
            select(
                s.id,
                s.seq,
                t.record.c.dataset,
                t.entity.c.key,
                s.schema,
                s.prop,
                s.value,
                t.record.c.record_id,
                s.lang,
                s.qualifier,
                s.source,
                s.grade,
                s.document_id,
                s.start,
                s.end,
                t.difference.c.issue_id,
            )
            .select_from(t.statement)
            .join(t.entity)
            .join(t.record)
            .outerjoin(t.difference)
            .where(s.seq <= self.held_at)
            .order_by(s.id, t.difference.c.issue_id)
        )
        known, spoken = self.bases, self._spoken()
        row: tuple[Any, ...] | None = None
        issues: list[int] = []
        for following in self._stream(query):
            if row is not None and row[0] != following[0]:
                yield _swept(row, issues, spoken)
                issues = []
            row = following
            # A later issue may differ from its base in an old statement: not in this sweep.
            if following[-1] is not None and following[-1] in known:
                issues.append(following[-1])
        if row is not None:
            yield _swept(row, issues, spoken)

    def _spoken(self) -> dict[int, tuple[int, ...]]:
        """Statement key -> places of the readings that make it."""
        positions = {pk: at for at, pk in enumerate(self._reading_keys)}
        found: dict[int, list[int]] = {}
        query = select(t.spoken).order_by(t.spoken.c.document_pk, t.spoken.c.statement_id)
        with self._engine.connect() as connection:
            for document_pk, statement_id in connection.execute(query):
                if document_pk in positions:
                    found.setdefault(statement_id, []).append(positions[document_pk])
        return {key: tuple(places) for key, places in found.items()}

    def lines(self, issue: int) -> Iterator[tuple[int, int]]:
        """(statement key, line) of all that an issue holds, by key; line 0 where it has none."""
        with self._engine.connect() as connection:
            query = select(t.issue.c.content).where(t.issue.c.id == issue)
            content = unpack(connection.execute(query).scalar_one())
        return zip(content.keys, content.lines, strict=True)

    def claims(self, kinds: frozenset[str]) -> Iterator[tuple[int, Claim]]:
        """(position of its reading in `readings`, claim) of those kinds, as they were appended."""
        positions = {pk: at for at, pk in enumerate(self._reading_keys)}
        query = select(t.claim.c.document_pk, t.claim.c.body)
        for row in self._up_to(query, t.claim, t.claim.c.id):
            body = json.loads(row.body)
            if body["kind"] in kinds:
                yield positions[row.document_pk], claim_of(body)

    def _read_issues(self) -> tuple[list[Issue], dict[int, int | None]]:
        rows = self._up_to(issue_rows(), t.issue, t.issue.c.id)
        issues = [issue_of(row) for row in rows]
        return issues, {row.id: row.base_id for row in rows}

    def _read_readings(self) -> list[SweptReading]:
        query = select(t.document.c.id, t.document.c.described, t.document.c.seq)
        found = []
        first: dict[str, datetime] = {}
        for row in self._up_to(query, t.document, t.document.c.id):
            document, at = rebuilt(json.loads(row.described), None, None), self._recorded[row.seq]
            self._reading_keys.append(row.id)
            known = known_from(document, first.setdefault(document.sha256, at))
            found.append(SweptReading(document, row.seq, at, known))
        return found

    def _up_to(self, query: Select[Any], table: Any, order: Any) -> Sequence[Row[Any]]:
        with self._engine.connect() as connection:
            return connection.execute(
                query.where(table.c.seq <= self.held_at).order_by(order)
            ).all()

    def _stream(self, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
        """Rows as plain tuples, without holding them all."""
        with self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(query)
            for chunk in rows.partitions():
                yield from (tuple(row) for row in chunk)


def _swept(
    row: tuple[Any, ...], issues: Sequence[int], spoken: Mapping[int, tuple[int, ...]]
) -> SweptStatement:
    told = spoken.get(row[0], ())
    return SweptStatement(row[0], row[1], Statement(*row[2:-1]), tuple(issues), told)
