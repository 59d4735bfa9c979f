"""The record in a SQL database at one moment."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Engine, Row, Select, or_, select

from interdict.model.changing import changed
from interdict.model.claim import Claim
from interdict.model.entity import Entity, Held
from interdict.model.source import Edition, EditionPart, Grade, Signal
from interdict.model.statement import Presence, Statement
from interdict.store import tables as t
from interdict.store.assembly import NAMING, assemble, change_order, entries_of, order_of
from interdict.store.base import (
    DOCUMENTS,
    Confirmation,
    Coverage,
    HeldDocument,
    HeldEdition,
    Judgement,
    Moment,
    Resolution,
    Tally,
)
from interdict.store.content import Content, unpack
from interdict.store.documents import known_from, rebuilt
from interdict.store.membership import Membership
from interdict.store.reading import Canon, Issue, Timeline, merge_presence
from interdict.store.rows import (
    claim_of,
    issue_of,
    issue_rows,
    statement_from,
    statement_rows,
)
from interdict.store.sql_confirmations import confirmation_of
from interdict.store.sql_tally import tallies
from interdict.store.stamps import unstamped

_CHUNK = 500


class SqlView:
    """Reads rows of one moment; what it reads twice it keeps, for rows never change."""

    def __init__(self, engine: Engine, moment: Moment, datasets: frozenset[str] | None) -> None:
        self.moment = moment
        self._engine = engine
        self._datasets = datasets
        self._issues, bases = self._read_issues()
        self._time = Timeline(self._issues.values(), moment, datasets)
        self._membership = Membership(bases)
        self._canon = Canon(self.judgements())
        self._contents: dict[int, Content] = {}
        self._bounds_of: dict[tuple[str, tuple[int, ...]], list[tuple[Presence, Issue]]] = {}
        self._alive: dict[int, bool] = {}

    # -- parties and links ---------------------------------------------------------------

    def entity(self, entity_id: str) -> Entity | None:
        """The entity under that id, with the statements that hold; None if unknown."""
        root = self.canonical(entity_id)
        rows = self._rows_of(self._canon.members(root))
        held = [h for h, record in rows if self._stands(h, record)]
        return assemble(root, held, self._canon)

    def entities(self) -> Iterator[Entity]:
        """Every entity that holds at the moment, by canonical id."""
        grouped = groupby(self._stream(None), lambda pair: pair[0])
        for entity_id, pairs in grouped:
            entity = assemble(entity_id, (held for _, held in pairs), self._canon)
            if entity is not None:
                yield entity

    def held(self, props: frozenset[str]) -> Iterator[Held]:
        """Statements of those properties that hold, by canonical entity id and property."""
        return (held for _, held in self._stream(props))

    def history(self, entity_id: str) -> tuple[Held, ...]:
        """Every statement about it that was ever known and held, with its presence."""
        rows = self._rows_of(self._canon.members(entity_id))
        return tuple(sorted((held for held, _ in rows), key=order_of))

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Links whose `prop` names that id or one joined to it, with their history."""
        query = (
            select(t.entity.c.key)
            .join(t.statement)
            .where(
                t.IS_REFERENCE,
                t.statement.c.prop == prop,
                t.statement.c.value.in_(self._canon.members(entity_id)),
                t.statement.c.seq <= self.moment.held_at,
            )
            .distinct()
        )
        links = sorted(row.key for row in self._all(query))
        found = (assemble(link, self.history(link), self._canon) for link in links)
        return [entity for entity in found if entity is not None]

    def canonical(self, entity_id: str) -> str:
        """The id under which the judgements in force join it."""
        return self._canon.of(entity_id)

    # -- documents and claims ------------------------------------------------------------

    def claims(self, entity_id: str | None = None) -> list[Claim]:
        """Claims about that entity (all, for None), in document order."""
        speaking = [pk for pk, held in self._readings.items() if held.withdrawn is None]
        query: Select[Any] = select(t.claim.c.body)
        if entity_id is not None:
            ids = self._canon.members(entity_id)
            query = query.where(or_(t.claim.c.subject_id.in_(ids), t.claim.c.object_id.in_(ids)))
        found = [
            claim_of(json.loads(row.body))
            for chunk in _chunks(speaking)
            for row in self._all(query.where(t.claim.c.document_pk.in_(chunk)))
        ]
        return sorted(
            found, key=lambda c: (c.doc, c.document_id or "", c.start, c.end, c.kind, c.id)
        )

    def documents(self) -> list[HeldDocument]:
        """Documents known at the moment, by publication and file name; texts left empty."""
        return sorted(
            self._readings.values(),
            key=lambda d: (d.known_at, d.document.file_name, d.document.sha256),
        )

    def document(self, document_id: str) -> HeldDocument | None:
        """One document with its texts; None if it is not known at the moment."""
        for pk, held in self._readings.items():
            if held.document.sha256 == document_id:
                query = select(t.document.c.raw, t.document.c.text).where(t.document.c.id == pk)
                row = self._all(query)[0]
                texts = replace(held.document, raw=row.raw or "", text=row.text or "")
                return replace(held, document=texts)
        return None

    @cached_property
    def _readings(self) -> dict[int, HeldDocument]:
        """The latest held reading of each document known at the moment, by key."""
        withdrawn: dict[str, tuple[int, str]] = {}
        query = select(t.withdrawal).where(t.withdrawal.c.seq <= self.moment.held_at)
        for row in self._all(query.order_by(t.withdrawal.c.seq)):
            withdrawn[row.sha256] = (row.seq, f"{row.reason} ({row.by})")
        latest: dict[str, Row[Any]] = {}
        readings = (
            select(
                t.document.c.id,
                t.document.c.sha256,
                t.document.c.described,
                t.document.c.seq,
                t.journal.c.recorded_at,
            )
            .join(t.journal)
            .where(t.document.c.seq <= self.moment.held_at)
            .order_by(t.document.c.seq, t.document.c.id)
        )
        recorded: dict[str, str] = {}
        for row in self._all(readings):
            latest[row.sha256] = row
            recorded.setdefault(row.sha256, row.recorded_at)
        found: dict[int, HeldDocument] = {}
        for row in latest.values():
            document = rebuilt(json.loads(row.described), None, None)
            at = datetime.fromisoformat(row.recorded_at)
            known = known_from(document, datetime.fromisoformat(recorded[row.sha256]))
            if known <= self.moment.known_at:
                taken_back = withdrawn.get(row.sha256)
                reason = taken_back[1] if taken_back and taken_back[0] > row.seq else None
                found[row.id] = HeldDocument(document, row.seq, at, known, reason)
        return found

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """Keys of the statements that standing readings of known documents make."""
        standing = [pk for pk, held in self._readings.items() if held.withdrawn is None]
        query = select(t.spoken.c.statement_id)
        return frozenset(
            row.statement_id
            for chunk in _chunks(standing)
            for row in self._all(query.where(t.spoken.c.document_pk.in_(chunk)))
        )

    # -- editions, coverage, words of reviewers ---------------------------------------------

    def editions(self, dataset: str | None = None) -> list[HeldEdition]:
        """Editions known at the moment (also those after as_of), by dataset and publication.

        Parts that were recorded later than the others stand in an entry of their own.
        """
        query = (
            select(
                t.edition.c.dataset,
                t.edition.c.published_at,
                t.edition.c.utc_offset,
                t.edition.c.primary_part,
                t.edition.c.own_dates,
                t.issue,
                t.journal.c.recorded_at,
            )
            .select_from(t.issue)
            .join(t.edition)
            .join(t.journal, t.journal.c.seq == t.issue.c.seq)
            .where(t.issue.c.seq <= self.moment.held_at)
            .order_by(t.edition.c.dataset, t.edition.c.published_at, t.issue.c.seq, t.issue.c.id)
        )
        found = []
        grouped = groupby(self._all(query), lambda r: (r.dataset, r.published_at, r.seq))
        for (name, published_at, seq), rows in grouped:
            issues = list(rows)
            first = issues[0]
            edition = Edition(
                dataset=name,
                published_at=unstamped(published_at, first.utc_offset),
                parts=tuple(self._part(row) for row in issues),
                grade=Grade(first.grade),
                primary=first.primary_part,
                own_dates=bool(first.own_dates),
            )
            held = HeldEdition(edition, seq, datetime.fromisoformat(first.recorded_at))
            if self._sees(edition, dataset):
                found.append(held)
        return found

    def _sees(self, edition: Edition, dataset: str | None) -> bool:
        return (
            edition.published_at <= self.moment.known_at
            and (dataset is None or edition.dataset == dataset)
            and (self._datasets is None or edition.dataset in self._datasets)
        )

    def _part(self, row: Row[Any]) -> EditionPart:
        query = select(t.signal).where(t.signal.c.issue_id == row.id).order_by(t.signal.c.id)
        signals = tuple(Signal(s.kind, s.field, s.sample, s.line, s.n) for s in self._all(query))
        return EditionPart(
            part=row.part,
            file_name=row.file_name,
            sha256=row.sha256,
            n_rows=row.n_rows,
            n_records=row.n_records,
            n_statements=row.n_statements,
            signals=signals,
        )

    def coverage(self, dataset: str) -> Coverage:
        """What the dataset can say about `as_of`."""
        return self._time.coverage(dataset)

    def datasets(self) -> list[str]:
        """Names of the datasets with an edition known at the moment, sorted."""
        return sorted({name for name, _ in self._time.parts()})

    def confirmations(self) -> list[Confirmation]:
        """Reviewers' confirmations held at the moment, in the order they were given."""
        query = (
            select(t.confirmation, t.journal.c.recorded_at)
            .join(t.journal)
            .where(t.confirmation.c.seq <= self.moment.held_at)
            .order_by(t.confirmation.c.id)
        )
        found = [
            confirmation_of(row, datetime.fromisoformat(row.recorded_at))
            for row in self._all(query)
        ]
        known_at = self.moment.known_at
        return [c for c in found if c.recorded_at is not None and c.recorded_at <= known_at]

    def judgements(self) -> list[Judgement]:
        """Judgements held at the moment, in the order they were given."""
        query = select(t.judgement).where(t.judgement.c.seq <= self.moment.held_at)
        return [
            Judgement(row.left, row.right, bool(row.same), row.by, row.reason, row.seq)
            for row in self._all(query.order_by(t.judgement.c.id))
        ]

    def resolutions(self) -> list[Resolution]:
        """Reviewers' resolutions known and held at the moment, in the order they were given."""
        query = (
            select(t.resolution, t.journal.c.recorded_at)
            .join(t.journal)
            .where(t.resolution.c.seq <= self.moment.held_at)
            .order_by(t.resolution.c.id)
        )
        found = ((row, datetime.fromisoformat(row.recorded_at)) for row in self._all(query))
        return [
            Resolution(row.question, row.value, row.by, row.reason, row.seq, at)
            for row, at in found
            if at <= self.moment.known_at
        ]

    def changes(self, earlier: SqlView, dataset: str) -> tuple[list[Statement], list[Statement]]:
        """Statements of a dataset that began to hold, and that ceased to, since another view."""
        before, after = earlier._answered(dataset), self._answered(dataset)
        return self._by_keys(after - before), earlier._by_keys(before - after)

    def _answered(self, dataset: str) -> set[int]:
        """Keys of the statements that the answering issues of a dataset hold."""
        issues = [i for i in self._time.answering_issues() if i.dataset == dataset]
        return {key for issue in issues for key in self._content(issue.key).keys}

    def _by_keys(self, keys: set[int]) -> list[Statement]:
        query = statement_rows()
        found = [
            statement_from(row)
            for chunk in _chunks(sorted(keys))
            for row in self._all(query.where(t.statement.c.id.in_(chunk)))
        ]
        return sorted(found, key=change_order)

    def entries(self, dataset: str, record_ids: Iterable[str]) -> dict[str, str]:
        """Those of the publisher's own ids that are on the list, each with its name."""
        issues = [i for i in self._time.answering_issues() if i.dataset == dataset and i.primary]
        contents = [self._content(issue.key) for issue in issues]
        missing, found = set(record_ids), dict[str, str]()
        if not contents:
            return found
        # Most entries have a name; only of the others every statement is looked at.
        for props in (t.statement.c.prop.in_(NAMING), t.statement.c.prop.not_in(NAMING)):
            query = statement_rows(t.statement.c.id).where(t.record.c.dataset == dataset, props)
            held = [
                statement_from(row[1:])
                for chunk in _chunks(sorted(missing))
                for row in self._all(query.where(t.record.c.record_id.in_(chunk)))
                if any(row[0] in content for content in contents)
            ]
            found |= entries_of(held, missing)
            missing -= found.keys()
        return found

    def tallies(self, dataset: str, props: frozenset[str]) -> dict[str, Tally]:
        """The answering file of each part, counted by what it says in those properties."""
        issues = [i for i in self._time.answering_issues() if i.dataset == dataset]
        return tallies(self._all, [(i, self._content(i.key)) for i in issues], dataset, props)

    # -- reading rows --------------------------------------------------------------------

    def _read_issues(self) -> tuple[dict[int, Issue], dict[int, int | None]]:
        rows = self._all(issue_rows())
        issues = {row.id: issue_of(row) for row in rows}
        return issues, {row.id: row.base_id for row in rows}

    def _rows_of(self, ids: Sequence[str]) -> list[tuple[Held, int]]:
        """Every visible statement of some entities, with the key of its list record."""
        return [
            (held, record)
            for chunk in _chunks(ids)
            for _, held, record in self._decode(
                self._statements().where(t.entity.c.key.in_(chunk)).order_by(t.statement.c.id)
            )
        ]

    def _stream(self, props: frozenset[str] | None) -> Iterator[tuple[str, Held]]:
        """(canonical id, statement that holds), ordered by both, without holding them all."""
        query = self._statements()
        if props is not None:
            query = query.where(t.statement.c.prop.in_(sorted(props)))
        joined = self._canon.grouped()
        alone = self._entities_of(query, skip=joined)
        together = (
            (root, self._ordered(query.where(t.entity.c.key.in_(self._canon.members(root)))))
            for root in sorted({self.canonical(entity_id) for entity_id in joined})
        )
        for root, rows in heapq.merge(alone, together, key=lambda pair: pair[0]):
            for held in rows:
                yield root, held

    def _entities_of(
        self, query: Select[Any], skip: frozenset[str]
    ) -> Iterator[tuple[str, list[Held]]]:
        ordered = self._decode(query.order_by(t.entity.c.key, t.statement.c.id))
        for key, rows in groupby(ordered, lambda row: row[0]):
            if key not in skip:
                held = [h for _, h, record in rows if self._stands(h, record)]
                yield key, sorted(held, key=order_of)

    def _ordered(self, query: Select[Any]) -> list[Held]:
        rows = self._decode(query.order_by(t.statement.c.id))
        return sorted((h for _, h, record in rows if self._stands(h, record)), key=order_of)

    def _statements(self) -> Select[Any]:
        s = t.statement.c
        query = (
            statement_rows(s.id, s.record_pk, t.difference.c.issue_id)
            .outerjoin(t.difference)
            .where(s.seq <= self.moment.held_at)
        )
        if self._datasets is None:
            return query
        return query.where(t.record.c.dataset.in_(sorted(self._datasets | {DOCUMENTS})))

    def _decode(self, query: Select[Any]) -> Iterator[tuple[str, Held, int]]:
        """Statements with their presence; those that no visible source holds are left out.

        The query gives one row for each issue that differs in a statement, in runs.
        """
        with self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=2_000).execute(query)
            for pk, run in groupby(rows, itemgetter(0)):
                same = list(run)
                _, record, _, *fields = same[0]
                statement = statement_from(fields)
                if statement.document_id:
                    if pk in self._spoken:
                        yield statement.entity_id, Held(statement), record
                    continue
                # Rows of an issue that was recorded after this view was opened are passed over.
                issues = tuple([row[2] for row in same if row[2] in self._issues])
                presence = self._presence(pk, record, issues, statement.dataset)
                if presence is not None:
                    yield statement.entity_id, Held(statement, presence), record

    def _presence(
        self, pk: int, record: int, issues: tuple[int, ...], dataset: str
    ) -> Presence | None:
        found = []
        for presence, where in self._bounds(dataset, issues):
            if presence.holds and where.primary:
                self._alive[record] = True
            found.append(changed(presence, line=self._content(where.key).line(pk)))
        return merge_presence(found)

    def _bounds(self, dataset: str, issues: tuple[int, ...]) -> list[tuple[Presence, Issue]]:
        """Bounds, by part, for all statements in which the same issues differ: computed once."""
        key = dataset, issues
        if key not in self._bounds_of:
            mask = self._membership.mask(issues)

            def holds(issue: Issue) -> bool:
                return self._membership.holds(mask, issue.key)

            found = self._bounds_of[key] = []
            for part in sorted({self._issues[issue].part for issue in issues}):
                presence = self._time.presence(dataset, part, holds)
                where = self._time.where(dataset, part, holds)
                if presence is not None and where is not None:
                    found.append((replace(presence, file=where.file_name), where))
        return self._bounds_of[key]

    def _stands(self, held: Held, record: int) -> bool:
        """Whether a statement holds, and the entry that it belongs to is on the list."""
        if held.presence is None:
            return True
        if not held.presence.holds:
            return False
        if not held.statement.record_id:
            return True
        if record not in self._alive:
            query = select(t.statement.c.id).where(t.statement.c.record_pk == record)
            primary = [
                self._content(issue.key)
                for issue in self._time.answering_issues()
                if issue.primary and issue.dataset == held.statement.dataset
            ]
            keys = [row.id for row in self._all(query)] if primary else []
            self._alive[record] = any(key in content for content in primary for key in keys)
        return self._alive[record]

    def _content(self, issue: int) -> Content:
        if issue not in self._contents:
            query = select(t.issue.c.content).where(t.issue.c.id == issue)
            self._contents[issue] = unpack(self._all(query)[0].content)
        return self._contents[issue]

    def _all(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self._engine.connect() as connection:
            return connection.execute(query).all()


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]
