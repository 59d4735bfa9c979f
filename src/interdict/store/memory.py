"""The oracle: plain lists, slow and obviously right. SQL stores are tested against it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from interdict.errors import InvalidInput, NotFound
from interdict.model.claim import Claim
from interdict.model.entity import Entity, Held
from interdict.model.source import Document, Edition
from interdict.model.statement import Presence, Statement
from interdict.store.assembly import assemble, change_order, entries_of, order_of, tally_of
from interdict.store.base import (
    Added,
    Confirmation,
    Coverage,
    HeldDocument,
    HeldEdition,
    Judgement,
    Moment,
    PartContent,
    Resolution,
    Tally,
    Transaction,
)
from interdict.store.documents import known_from, object_after_shredding, reading_digest
from interdict.store.memory_rows import Reading, Rows, held_part, withdrawn
from interdict.store.memory_sweep import MemorySweep
from interdict.store.reading import Canon, Issue, Timeline, clash, merge_presence


class MemoryStore:
    """The record in memory; `clock` gives the time of each transaction (aware, UTC)."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._rows = Rows()

    @contextmanager
    def write(self, kind: str, detail: str) -> Iterator[MemoryWriter]:
        """A transaction on a copy, which replaces the record only if the block succeeds."""
        draft = copy.deepcopy(self._rows)
        seq = len(draft.transactions) + 1
        draft.transactions.append(Transaction(seq, self._clock(), kind, detail))
        writer = MemoryWriter(draft, seq)
        yield writer
        if writer.touched:
            self._rows = draft

    def view(
        self,
        *,
        as_of: date,
        known_at: datetime,
        held_at: int | None = None,
        datasets: frozenset[str] | None = None,
    ) -> MemoryView:
        """The record at a moment."""
        held = len(self._rows.transactions) if held_at is None else held_at
        return MemoryView(self._rows, Moment(as_of, known_at, held), datasets)

    def transactions(self) -> list[Transaction]:
        """All transactions, in order."""
        return list(self._rows.transactions)

    def sweep(self, held_at: int | None = None) -> MemorySweep:
        """The whole history up to a sequence number; None is everything held now."""
        return MemorySweep(self._rows, len(self._rows.transactions) if held_at is None else held_at)

    def close(self) -> None:
        """Nothing is open."""


class MemoryWriter:
    """Appends to a draft of the record."""

    def __init__(self, rows: Rows, seq: int) -> None:
        self._rows = rows
        self._seq = seq
        self.touched = False

    def add_edition(self, edition: Edition, parts: Sequence[PartContent]) -> Added:
        """Records an edition, or further parts of one that is held."""
        rows, added, fresh = self._rows, Added(), []
        for content in parts:
            if held := held_part(rows, edition, content.part.part):
                if held.sha256 != content.part.sha256:
                    raise InvalidInput(clash(edition, held.file_name))
                continue
            self.touched = True
            distinct = len({statement.id for statement, _ in content.statements})
            fresh.append(replace(content.part, n_statements=distinct))
            new = self._add_issue(edition, content).statements
            added = Added(statements=added.statements + new)
        if not fresh:
            return Added(already_held=True)
        at = rows.transactions[-1].recorded_at
        rows.editions.append(HeldEdition(replace(edition, parts=tuple(fresh)), self._seq, at))
        return added

    def _add_issue(self, edition: Edition, content: PartContent) -> Added:
        rows, part = self._rows, content.part
        issue = Issue(
            key=len(rows.issues),
            dataset=edition.dataset,
            part=part.part,
            published_at=edition.published_at,
            seq=self._seq,
            file_name=part.file_name,
            grade=edition.grade,
            primary=part.part == edition.primary,
            own_dates=edition.own_dates,
        )
        new = 0
        lines: dict[str, int] = {}
        for statement, line in content.statements:
            lines.setdefault(statement.id, line)
            if statement.id not in rows.statements:
                rows.statements[statement.id] = (statement, self._seq)
                new += 1
        rows.issues.append(issue)
        rows.contents[issue.key] = lines
        return Added(statements=new)

    def add_document(
        self, document: Document, claims: Sequence[Claim], statements: Iterable[Statement]
    ) -> Added:
        """Records a document with its claims and the statements that rest on it."""
        rows = self._rows
        digest = reading_digest(document, claims)
        current = [d for d in rows.documents if d[0].sha256 == document.sha256]
        if current and current[-1][1] == digest and not withdrawn(rows, current[-1]):
            return Added(already_held=True)
        at = rows.transactions[-1].recorded_at
        self.touched = True
        rows.documents.append((document, digest, self._seq, at))
        rows.claims.extend((claim, digest, self._seq) for claim in claims)
        new = 0
        for statement in statements:
            rows.spoken.add((digest, self._seq, statement.id))
            if statement.id not in rows.statements:
                rows.statements[statement.id] = (statement, self._seq)
                new += 1
        return Added(statements=new, claims=len(claims))

    def add_judgement(self, judgement: Judgement) -> None:
        """Records a judgement."""
        self.touched = True
        self._rows.judgements.append(replace(judgement, seq=self._seq))

    def add_confirmation(self, confirmation: Confirmation) -> None:
        """Records a reviewer's confirmation."""
        self.touched = True
        at = self._rows.transactions[-1].recorded_at
        self._rows.confirmations.append((replace(confirmation, recorded_at=at), self._seq))

    def add_resolution(self, resolution: Resolution) -> None:
        """Records a reviewer's answer to a question, or that an earlier one is taken back."""
        self.touched = True
        at = self._rows.transactions[-1].recorded_at
        self._rows.resolutions.append(replace(resolution, seq=self._seq, recorded_at=at))

    def withdraw(self, document_id: str, *, reason: str, by: str, shred: bool) -> None:
        """Ends a document's claims for later `held_at`; `shred` blanks its text for good."""
        rows = self._rows
        if all(d[0].sha256 != document_id for d in rows.documents):
            raise NotFound(f"no document {document_id} is held")
        self.touched = True
        rows.withdrawals.append((document_id, f"{reason} ({by})", self._seq))
        if shred:
            rows.documents = [
                (replace(d[0], raw="", text="", title=None), *d[1:])
                if d[0].sha256 == document_id
                else d
                for d in rows.documents
            ]
            rows.claims = [
                (_shredded(c) if c.document_id == document_id else c, digest, seq)
                for c, digest, seq in rows.claims
            ]


def _shredded(claim: Claim) -> Claim:
    named = object_after_shredding(claim.kind, claim.quote, claim.object)
    return replace(claim, quote="", object=named)


class MemoryView:
    """The record at a moment, read by looking at every row."""

    def __init__(self, rows: Rows, moment: Moment, datasets: frozenset[str] | None) -> None:
        self.moment = moment
        self._rows = rows
        self._datasets = datasets
        self._time = Timeline(rows.issues, moment, datasets)
        self._canon = Canon(self.judgements())

    def entity(self, entity_id: str) -> Entity | None:
        """The entity under that id, with the statements that hold; None if unknown."""
        root = self.canonical(entity_id)
        held = [h for h in self._history(root) if h.presence is None or h.presence.holds]
        return assemble(root, [h for h in held if self._alive(h.statement)], self._canon)

    def entities(self) -> Iterator[Entity]:
        """Every entity that holds at the moment, by canonical id."""
        ids = {self.canonical(s.entity_id) for s, _ in self._rows.statements.values()}
        for entity_id in sorted(ids):
            entity = self.entity(entity_id)
            if entity is not None:
                yield entity

    def held(self, props: frozenset[str]) -> Iterator[Held]:
        """Statements of those properties that hold, by canonical entity id and property."""
        for entity in self.entities():
            for held in entity.held:
                if held.statement.prop in props:
                    yield held

    def history(self, entity_id: str) -> tuple[Held, ...]:
        """Every statement about it that was ever known and held, with its presence."""
        return tuple(sorted(self._history(self.canonical(entity_id)), key=order_of))

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Links whose `prop` names that id or one joined to it, with their history."""
        targets = set(self._canon.members(entity_id))
        links = {
            s.entity_id
            for s, seq in self._rows.statements.values()
            if s.prop == prop and s.value in targets and seq <= self.moment.held_at
        }
        found = (assemble(link, self.history(link), self._canon) for link in sorted(links))
        return [entity for entity in found if entity is not None]

    def canonical(self, entity_id: str) -> str:
        """The id under which the judgements in force join it."""
        return self._canon.of(entity_id)

    def claims(self, entity_id: str | None = None) -> list[Claim]:
        """Claims about that entity (all, for None), in document order."""
        wanted = None if entity_id is None else set(self._canon.members(entity_id))
        current = self._standing()
        found = [
            claim
            for claim, digest, seq in self._rows.claims
            if (digest, seq) in current
            and (wanted is None or claim.subject_id in wanted or claim.object_id in wanted)
        ]
        return sorted(
            found, key=lambda c: (c.doc, c.document_id or "", c.start, c.end, c.kind, c.id)
        )

    def documents(self) -> list[HeldDocument]:
        """Documents known at the moment, by publication and file name; texts left empty."""
        bare = (
            replace(d, document=replace(d.document, raw="", text="")) for d in self._documents()
        )
        return sorted(bare, key=lambda d: (d.known_at, d.document.file_name, d.document.sha256))

    def _documents(self) -> Iterator[HeldDocument]:
        for reading in self._current_documents():
            document, _, seq, at = reading
            reason = withdrawn(self._rows, reading, self.moment.held_at)
            yield HeldDocument(document, seq, at, self._known_from(document), reason)

    def document(self, document_id: str) -> HeldDocument | None:
        """One document with its texts; None if it is not known at the moment."""
        return next((d for d in self._documents() if d.document.sha256 == document_id), None)

    def editions(self, dataset: str | None = None) -> list[HeldEdition]:
        """Editions known at the moment (also those after as_of), by dataset and publication."""
        found = [
            e
            for e in self._rows.editions
            if e.seq <= self.moment.held_at
            and e.edition.published_at <= self.moment.known_at
            and (dataset is None or e.edition.dataset == dataset)
            and (self._datasets is None or e.edition.dataset in self._datasets)
        ]
        return sorted(found, key=lambda e: (e.edition.dataset, e.edition.published_at, e.seq))

    def coverage(self, dataset: str) -> Coverage:
        """What the dataset can say about `as_of`."""
        return self._time.coverage(dataset)

    def changes(self, earlier: MemoryView, dataset: str) -> tuple[list[Statement], list[Statement]]:
        """Statements of a dataset that began to hold, and that ceased to, since another view."""
        before, after = earlier._answered(dataset), self._answered(dataset)
        return self._by_keys(after - before), earlier._by_keys(before - after)

    def _answered(self, dataset: str) -> set[str]:
        issues = [i for i in self._time.answering_issues() if i.dataset == dataset]
        return {key for issue in issues for key in self._rows.contents[issue.key]}

    def _by_keys(self, keys: set[str]) -> list[Statement]:
        found = [self._rows.statements[key][0] for key in keys]
        return sorted(found, key=change_order)

    def entries(self, dataset: str, record_ids: Iterable[str]) -> dict[str, str]:
        """Those of the publisher's own ids that are on the list, each with its name."""
        return entries_of(self._primary(dataset), set(record_ids))

    def tallies(self, dataset: str, props: frozenset[str]) -> dict[str, Tally]:
        """The answering file of each part, counted by what it says in those properties."""
        found = {}
        for issue in self._time.answering_issues():
            if issue.dataset == dataset:
                said = (self._rows.statements[key][0] for key in self._rows.contents[issue.key])
                rows = ((s.record_id, s.prop) for s in said if s.prop in props)
                found[issue.part] = tally_of(issue.on, rows)
        return found

    def datasets(self) -> list[str]:
        """Names of the datasets with an edition known at the moment, sorted."""
        return sorted({name for name, _ in self._time.parts()})

    def confirmations(self) -> list[Confirmation]:
        """Reviewers' confirmations held at the moment, in the order they were given."""
        at = self.moment
        return [
            c
            for c, seq in self._rows.confirmations
            if seq <= at.held_at and c.recorded_at is not None and c.recorded_at <= at.known_at
        ]

    def judgements(self) -> list[Judgement]:
        """Judgements held at the moment, in the order they were given."""
        return [j for j in self._rows.judgements if j.seq <= self.moment.held_at]

    def resolutions(self) -> list[Resolution]:
        """Reviewers' resolutions known and held at the moment, in the order they were given."""
        at = self.moment
        return [
            r
            for r in self._rows.resolutions
            if r.seq <= at.held_at and r.recorded_at is not None and r.recorded_at <= at.known_at
        ]

    def _current_documents(self) -> list[Reading]:
        """The latest held reading of each document that is known at the moment."""
        latest: dict[str, Reading] = {}
        for row in self._rows.documents:
            if row[2] <= self.moment.held_at:
                latest[row[0].sha256] = row
        return [r for r in latest.values() if self._known_from(r[0]) <= self.moment.known_at]

    def _known_from(self, document: Document) -> datetime:
        """When it could be known; an undated one from its first recording, not a later reading."""
        recorded = (row[3] for row in self._rows.documents if row[0].sha256 == document.sha256)
        return known_from(document, min(recorded))

    def _standing(self) -> set[tuple[str, int]]:
        """(digest, sequence) of the readings that are known and not withdrawn."""
        return {
            (d[1], d[2])
            for d in self._current_documents()
            if withdrawn(self._rows, d, self.moment.held_at) is None
        }

    def _history(self, root: str) -> Iterator[Held]:
        members = set(self._canon.members(root))
        standing = self._standing()
        spoken = {key for digest, seq, key in self._rows.spoken if (digest, seq) in standing}
        for statement, seq in self._rows.statements.values():
            if statement.entity_id in members and seq <= self.moment.held_at:
                if statement.document_id:
                    if statement.id in spoken:
                        yield Held(statement)
                elif (presence := self._presence(statement)) is not None:
                    yield Held(statement, presence)

    def _presence(self, statement: Statement) -> Presence | None:
        def holds(issue: Issue) -> bool:
            return statement.id in self._rows.contents[issue.key]

        found = []
        for dataset, part in self._time.parts():
            if dataset != statement.dataset:
                continue
            presence = self._time.presence(dataset, part, holds)
            where = self._time.where(dataset, part, holds)
            if presence is not None and where is not None:
                line = self._rows.contents[where.key][statement.id] or None
                found.append(replace(presence, file=where.file_name, line=line))
        return merge_presence(found)

    def _alive(self, statement: Statement) -> bool:
        """Whether the statement's record has an entry in the answering primary issue."""
        if statement.document_id or not statement.record_id:
            return True
        return any(s.record_id == statement.record_id for s in self._primary(statement.dataset))

    def _primary(self, dataset: str) -> Iterator[Statement]:
        for issue in self._time.answering_issues():
            if issue.primary and issue.dataset == dataset:
                yield from (self._rows.statements[key][0] for key in self._rows.contents[issue.key])
