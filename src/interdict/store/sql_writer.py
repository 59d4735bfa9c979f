"""One transaction of appended rows in a SQL database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select, update

from interdict.errors import InvalidInput, NotFound
from interdict.model.claim import Claim
from interdict.model.source import Document, Edition, EditionPart
from interdict.model.statement import Statement
from interdict.store import tables as t
from interdict.store.base import Added, Confirmation, Judgement, PartContent, Resolution
from interdict.store.content import pack, unpack
from interdict.store.documents import described, object_after_shredding, reading_digest
from interdict.store.reading import clash
from interdict.store.sql_confirmations import confirmation_values
from interdict.store.stamps import offset_minutes, stamp

_CHUNK = 500
"""Values in one IN list: below the limit of every database."""

_ROWS = 5_000
"""Rows in one insert: bounds the memory of a load."""

T = TypeVar("T")


class SqlWriter:
    """Appends rows under one sequence number; `touched` turns True with the first."""

    def __init__(self, connection: Connection, seq: int, at: datetime) -> None:
        self._connection = connection
        self._seq = seq
        self._at = at
        self.touched = False

    def add_edition(self, edition: Edition, parts: Sequence[PartContent]) -> Added:
        """Records an edition, or further parts of one that is held."""
        edition_id = self._edition_id(edition)
        held = self._held_parts(edition_id)
        fresh = []
        for content in parts:
            name, sha256 = held.get(content.part.part, (None, None))
            if sha256 is None:
                fresh.append(content)
            elif sha256 != content.part.sha256:
                raise InvalidInput(clash(edition, str(name)))
        if not fresh:
            return Added(already_held=True)
        if edition_id is None:
            edition_id = self._insert_edition(edition)
        return Added(statements=sum(self._add_issue(edition, edition_id, c) for c in fresh))

    def _edition_id(self, edition: Edition) -> int | None:
        query = select(t.edition.c.id).where(
            t.edition.c.dataset == edition.dataset,
            t.edition.c.published_at == stamp(edition.published_at),
        )
        return self._connection.execute(query).scalar()

    def _held_parts(self, edition_id: int | None) -> dict[str, tuple[str, str]]:
        query = select(t.issue.c.part, t.issue.c.file_name, t.issue.c.sha256).where(
            t.issue.c.edition_id == edition_id
        )
        return {row.part: (row.file_name, row.sha256) for row in self._connection.execute(query)}

    def _insert_edition(self, edition: Edition) -> int:
        edition_id = self._next(t.edition)
        self._insert(
            t.edition,
            id=edition_id,
            dataset=edition.dataset,
            published_at=stamp(edition.published_at),
            utc_offset=offset_minutes(edition.published_at),
            primary_part=edition.primary,
            own_dates=int(edition.own_dates),
        )
        return edition_id

    def _add_issue(self, edition: Edition, edition_id: int, content: PartContent) -> int:
        """Records one file; returns how many of its statements are new to the record."""
        lines: dict[bytes, int] = {}
        statements: dict[bytes, Statement] = {}
        for statement, line in content.statements:
            key = statement.key
            if key not in lines:
                lines[key], statements[key] = line, statement
        keys, new = self._statement_keys(statements)
        base_id, base_keys = self._nearest(edition, content.part.part)
        part, issue_id = content.part, self._next(t.issue)
        self._insert(
            t.issue,
            id=issue_id,
            edition_id=edition_id,
            part=part.part,
            file_name=part.file_name,
            sha256=part.sha256,
            grade=edition.grade.value,
            n_rows=part.n_rows,
            n_records=part.n_records,
            n_statements=len(keys),
            base_id=base_id,
            content=pack({keys[key]: line for key, line in lines.items()}),
        )
        differing = sorted(base_keys.symmetric_difference(keys.values()))
        self._bulk(t.difference, ({"statement_id": k, "issue_id": issue_id} for k in differing))
        self._add_signals(issue_id, part)
        return new

    def _nearest(self, edition: Edition, part: str) -> tuple[int | None, set[int]]:
        """The held issue of that part nearest in time, to count differences against."""
        query = (
            select(t.issue.c.id, t.edition.c.published_at)
            .join(t.edition)
            .where(t.edition.c.dataset == edition.dataset, t.issue.c.part == part)
        )
        distances = [
            (abs(datetime.fromisoformat(row.published_at) - edition.published_at), row.id)
            for row in self._connection.execute(query)
        ]
        if not distances:
            return None, set()
        base_id = min(distances)[1]
        blob = self._connection.execute(
            select(t.issue.c.content).where(t.issue.c.id == base_id)
        ).scalar_one()
        return base_id, set(unpack(blob).keys)

    def _add_signals(self, issue_id: int, part: EditionPart) -> None:
        first = self._next(t.signal)
        rows = (
            {
                "id": first + at,
                "issue_id": issue_id,
                "kind": signal.kind,
                "field": signal.field,
                "sample": signal.sample,
                "line": signal.line,
                "n": signal.count,
                "seq": self._seq,
            }
            for at, signal in enumerate(part.signals)
        )
        self._bulk(t.signal, rows)

    def _statement_keys(
        self, statements: Mapping[bytes, Statement]
    ) -> tuple[dict[bytes, int], int]:
        """Integer keys of statements, appending those that are new; and how many were new."""
        keys = self._lookup(t.statement, t.statement.c.key, statements)
        new = {key: s for key, s in statements.items() if key not in keys}
        if not new:
            return keys, 0
        self.touched = True
        entities = self._entity_keys({s.entity_id for s in new.values()})
        records = self._record_keys({(s.dataset, s.record_id) for s in new.values()})
        first = self._next(t.statement)
        rows = (
            {
                "id": first + at,
                "key": key,
                "entity_id": entities[s.entity_id],
                "record_pk": records[(s.dataset, s.record_id)],
                "schema": s.schema,
                "prop": s.prop,
                "value": s.value,
                "lang": s.lang,
                "qualifier": s.qualifier,
                "source": s.source,
                "grade": s.grade,
                "document_id": s.document_id,
                "start": s.start,
                "end": s.end,
                "seq": self._seq,
            }
            for at, (key, s) in enumerate(new.items())
        )
        self._bulk(t.statement, rows)
        keys.update({key: first + at for at, key in enumerate(new)})
        return keys, len(new)

    def _entity_keys(self, ids: set[str]) -> dict[str, int]:
        keys = self._lookup(t.entity, t.entity.c.key, ids)
        new = sorted(ids - keys.keys())
        first = self._next(t.entity)
        self._bulk(t.entity, ({"id": first + at, "key": key} for at, key in enumerate(new)))
        return keys | {key: first + at for at, key in enumerate(new)}

    def _record_keys(self, ids: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
        keys: dict[tuple[str, str], int] = {}
        for dataset in sorted({dataset for dataset, _ in ids}):
            wanted = {record_id for name, record_id in ids if name == dataset}
            found = self._lookup(
                t.record, t.record.c.record_id, wanted, t.record.c.dataset == dataset
            )
            keys |= {(dataset, record_id): key for record_id, key in found.items()}
        new = sorted(ids - keys.keys())
        first = self._next(t.record)
        rows = (
            {"id": first + at, "dataset": dataset, "record_id": record_id}
            for at, (dataset, record_id) in enumerate(new)
        )
        self._bulk(t.record, rows)
        return keys | {pair: first + at for at, pair in enumerate(new)}

    def add_document(
        self, document: Document, claims: Sequence[Claim], statements: Iterable[Statement]
    ) -> Added:
        """Records a document with its claims and the statements that rest on it."""
        digest = reading_digest(document, claims)
        if self._standing_digest(document.sha256) == digest:
            return Added(already_held=True)
        document_pk = self._next(t.document)
        self._insert(
            t.document,
            id=document_pk,
            sha256=document.sha256,
            digest=digest,
            file_name=document.file_name,
            described=json.dumps(described(document)),
            raw=document.raw,
            text=document.text,
        )
        first = self._next(t.claim)
        rows = (
            {
                "id": first + at,
                "document_pk": document_pk,
                "key": claim.id,
                "subject_id": claim.subject_id,
                "object_id": claim.object_id,
                "body": json.dumps(claim.as_dict()),
                "seq": self._seq,
            }
            for at, claim in enumerate(claims)
        )
        self._bulk(t.claim, rows)
        keys, new = self._statement_keys({s.key: s for s in statements})
        said = sorted(keys.values())
        self._bulk(t.spoken, ({"document_pk": document_pk, "statement_id": k} for k in said))
        return Added(statements=new, claims=len(claims))

    def _standing_digest(self, sha256: str) -> str | None:
        """The digest of the reading of a document that stands now; None if none does."""
        held = self._connection.execute(
            select(t.document.c.digest, t.document.c.seq)
            .where(t.document.c.sha256 == sha256)
            .order_by(t.document.c.seq.desc())
        ).first()
        if held is None:
            return None
        withdrawn = self._connection.execute(
            select(func.max(t.withdrawal.c.seq)).where(t.withdrawal.c.sha256 == sha256)
        ).scalar()
        return None if withdrawn is not None and withdrawn > held.seq else str(held.digest)

    def add_judgement(self, judgement: Judgement) -> None:
        """Records a judgement."""
        self._insert(
            t.judgement,
            id=self._next(t.judgement),
            left=judgement.left,
            right=judgement.right,
            same=int(judgement.same),
            by=judgement.by,
            reason=judgement.reason,
        )

    def add_confirmation(self, confirmation: Confirmation) -> None:
        """Records a reviewer's confirmation."""
        self._insert(
            t.confirmation,
            id=self._next(t.confirmation),
            **confirmation_values(confirmation),
        )

    def add_resolution(self, resolution: Resolution) -> None:
        """Records a reviewer's answer to a question, or that an earlier one is taken back."""
        self._insert(
            t.resolution,
            id=self._next(t.resolution),
            question=resolution.question,
            value=resolution.value,
            by=resolution.by,
            reason=resolution.reason,
        )

    def withdraw(self, document_id: str, *, reason: str, by: str, shred: bool) -> None:
        """Ends a document's claims for later `held_at`; `shred` blanks its text for good."""
        held = select(t.document.c.id).where(t.document.c.sha256 == document_id)
        pks = list(self._connection.execute(held).scalars())
        if not pks:
            raise NotFound(f"no document {document_id} is held")
        self._insert(
            t.withdrawal,
            id=self._next(t.withdrawal),
            sha256=document_id,
            reason=reason,
            by=by,
            shredded=int(shred),
        )
        if shred:
            self._shred(pks)

    def _shred(self, document_pks: Sequence[int]) -> None:
        """The one place where stored text is blanked: hash, spans and reasons stay."""
        for pk in document_pks:
            row = self._connection.execute(
                select(t.document.c.described).where(t.document.c.id == pk)
            ).scalar_one()
            kept = json.dumps(json.loads(row) | {"title": None})
            self._connection.execute(
                update(t.document)
                .where(t.document.c.id == pk)
                .values(raw=None, text=None, described=kept)
            )
            query = select(t.claim.c.id, t.claim.c.body).where(t.claim.c.document_pk == pk)
            for claim_pk, body in self._connection.execute(query).all():
                said = json.loads(body)
                named = object_after_shredding(said["kind"], said["quote"], said["object"])
                blank = json.dumps(said | {"quote": "", "object": named})
                self._connection.execute(
                    update(t.claim).where(t.claim.c.id == claim_pk).values(body=blank)
                )

    def _next(self, table: Table) -> int:
        """The next free integer key; safe because writers take turns."""
        return (self._connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1

    def _insert(self, table: Table, **values: Any) -> None:
        self.touched = True
        self._connection.execute(insert(table).values(seq=self._seq, **values))

    def _bulk(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        """Appends many rows that name the same columns.

        The statement is compiled once and goes to the driver as it is: SQLAlchemy's own path
        spends more time on the parameters of a row than the database does on the row.
        """
        sql = ""
        columns: Sequence[str] = ()
        for chunk in _chunks(rows, _ROWS):
            if not sql:
                compiled = insert(table).compile(
                    dialect=self._connection.dialect, column_keys=list(chunk[0])
                )
                sql, columns = str(compiled), compiled.positiontup or ()
            self.touched = True
            values = list(map(itemgetter(*columns), chunk)) if columns else chunk
            self._connection.exec_driver_sql(sql, values)

    def _lookup(
        self, table: Table, column: Any, values: Iterable[T], *conditions: Any
    ) -> dict[T, int]:
        found: dict[T, int] = {}
        for chunk in _chunks(values, _CHUNK):
            query = select(column, table.c.id).where(column.in_(chunk), *conditions)
            found.update((row[0], row[1]) for row in self._connection.execute(query))
        return found


def _chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    chunk: list[T] = []
    for value in values:
        chunk.append(value)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
