"""The compiled history at one moment: what is alive, who is one party, what is cited where.

It answers what screening asks of a `store.base.View`, with the same answers, from the index
alone. It carries names, identifiers and designations, not whole parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from interdict.matching.history import LINK_SCHEMA, History, is_indexed
from interdict.matching.history_facts import claim_of
from interdict.matching.history_lines import Lines
from interdict.model.claim import Claim
from interdict.model.entity import Entity, Held
from interdict.model.statement import Presence, Statement
from interdict.store.assembly import assemble, order_of
from interdict.store.base import (
    Confirmation,
    Coverage,
    HeldDocument,
    Judgement,
    Moment,
)
from interdict.store.reading import Canon, Issue, Timeline, merge_presence
from interdict.store.sweep import SweptReading

Bools = npt.NDArray[np.bool_]


class HistoryView:
    """Reads a history at a moment; what it works out twice it keeps.

    Args:
        history: the opened history.
        moment: the three times; `held_at` lies within the history.
        datasets: only lists of these names speak; None for all. Documents always do.
    """

    def __init__(
        self, history: History, moment: Moment, datasets: frozenset[str] | None = None
    ) -> None:
        self.moment = moment
        self._history = history
        self._time = Timeline(history.issues, moment, datasets)
        self._runs: dict[tuple[int, str, str], tuple[Presence, Issue] | None] = {}
        self._lines: dict[int, Lines] = {}

    # -- who is alive, and who is one party --------------------------------------------------

    @cached_property
    def alive(self) -> Bools:
        """For each life of the index rows, whether it is alive at the moment."""
        return self._history.lives.alive(self._basic)

    @cached_property
    def _basic(self) -> Bools:
        history = self._history
        answering = [issue.key for issue in self._time.answering_issues()]
        told = [not self._standing.isdisjoint(places) for places in history.tellings]
        speaking = np.array(told, dtype=np.bool_)
        return history.lives.basic(answering, history.primary, speaking, self.moment.held_at)

    def canonical(self, entity_id: str) -> str:
        """The id under which the judgements in force join it."""
        return self._canon.of(entity_id)

    def members(self, entity_id: str) -> list[str]:
        """All ids joined with this one, itself included, sorted."""
        return self._canon.members(entity_id)

    @property
    def joined(self) -> frozenset[str]:
        """Ids that some judgement joins to another."""
        return self._canon.grouped()

    @property
    def n_joined(self) -> int:
        """How many ids some judgement joins to another."""
        return len(self._canon.grouped())

    @cached_property
    def _canon(self) -> Canon:
        return Canon(self.judgements())

    def party(self, entity_id: str) -> Entity | None:
        """The party with its names and identifiers that hold; None if none of them does."""
        root = self.canonical(entity_id)
        rows = [
            row for member in self.members(root) for row in self._history.statements.rows_of(member)
        ]
        held = (self._held(row) for row in rows if self._basic[self._history.statements.life(row)])
        return assemble(root, (h for h in held if is_indexed(h.statement)), self._canon)

    def held_row(self, row: int) -> Held:
        """The statement of a row with its presence at the moment."""
        return self._held(row)

    def indexed(self) -> Iterator[tuple[str, Held]]:
        """(canonical id, statement that holds) for all that matching reads, by row.

        A wallet's statements come under its holder.
        """
        statements = self._history.statements
        holders: dict[str, str] = {}
        for row in range(len(statements)):
            if self._basic[statements.life(row)]:
                statement = statements[row]
                if statement.schema == "CryptoWallet" and statement.prop == "holder":
                    holders[statement.entity_id] = statement.value
        for row in range(len(statements)):
            if self._basic[statements.life(row)] and is_indexed(statements[row]):
                entity_id = statements[row].entity_id
                yield self.canonical(holders.get(entity_id, entity_id)), self._held(row)

    # -- designations ------------------------------------------------------------------------

    def history(self, entity_id: str) -> tuple[Held, ...]:
        """What the index carries about it that was ever known and held, with its presence."""
        statements = self._history.statements
        rows = (row for member in self.members(entity_id) for row in statements.rows_of(member))
        return tuple(sorted((h for row in rows if (h := self._known(row))), key=order_of))

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Designations whose `entity` is that id or one joined to it, with their history."""
        if prop != "entity":
            raise ValueError(f"an index carries links by `entity`, not by {prop!r}")
        links = {
            link
            for member in self.members(entity_id)
            for link in self._history.linked("link", member)
        }
        found = (assemble(link, self.history(link), self._canon) for link in sorted(links))
        return [e for e in found if e is not None and e.schema == LINK_SCHEMA]

    def claims(self, entity_id: str) -> list[Claim]:
        """Claims of the carried kinds about the party, in document order."""
        history = self._history
        found = [
            claim_of(history.claim_texts[number])
            for number, reading in history.claims_about(self.members(entity_id))
            if reading in self._current and self._withdrawn(history.readings[reading]) is None
        ]
        return sorted(
            found, key=lambda c: (c.doc, c.document_id or "", c.start, c.end, c.kind, c.id)
        )

    def documents(self) -> list[HeldDocument]:
        """Documents known at the moment, by publication and file name; texts left empty."""
        found = [
            HeldDocument(r.document, r.seq, r.recorded_at, r.known_at, self._withdrawn(r))
            for r in (self._history.readings[at] for at in sorted(self._current))
        ]
        return sorted(found, key=lambda d: (d.known_at, d.document.file_name, d.document.sha256))

    def confirmations(self) -> list[Confirmation]:
        """Reviewers' confirmations held at the moment, in the order they were given."""
        at = self.moment
        return [
            c
            for c, seq in self._history.confirmations
            if seq <= at.held_at and c.recorded_at is not None and c.recorded_at <= at.known_at
        ]

    def judgements(self) -> list[Judgement]:
        """Judgements held at the moment, in the order they were given."""
        return [j for j in self._history.judgements if j.seq <= self.moment.held_at]

    # -- coverage ----------------------------------------------------------------------------

    def coverage(self, dataset: str) -> Coverage:
        """What the dataset can say about `as_of`."""
        return self._time.coverage(dataset)

    def datasets(self) -> list[str]:
        """Names of the datasets with an edition known at the moment, sorted."""
        return sorted({name for name, _ in self._time.parts()})

    @property
    def has_documents(self) -> bool:
        """True if some document is known and not withdrawn."""
        return bool(self._standing)

    # -- presence ----------------------------------------------------------------------------

    def _known(self, row: int) -> Held | None:
        """The statement of a row, if any source that is known holds it at any time."""
        statement = self._history.statements[row]
        if statement.document_id:
            # Only its basic class knows when it was recorded.
            return Held(statement) if self._basic[self._history.statements.life(row)] else None
        presence = self._presence(row, statement)
        return None if presence is None else Held(statement, presence)

    def _held(self, row: int) -> Held:
        statement = self._history.statements[row]
        presence = None if statement.document_id else self._presence(row, statement)
        return Held(statement, presence)

    def _presence(self, row: int, statement: Statement) -> Presence | None:
        life = self._history.statements.life(row)
        found = []
        for dataset, part in self._time.parts():
            if dataset != statement.dataset:
                continue
            run = self._run(life, dataset, part)
            if run is not None:
                presence, where = run
                line = self._lines_of(where).of(row)
                found.append(replace(presence, file=where.file_name, line=line))
        return merge_presence(found)

    def _run(self, life: int, dataset: str, part: str) -> tuple[Presence, Issue] | None:
        """Bounds for all statements of one class: computed once."""
        key = (life, dataset, part)
        if key not in self._runs:
            bits = self._history.lives.held(life)

            def holds(issue: Issue) -> bool:
                return bool(bits >> issue.key & 1)

            presence = self._time.presence(dataset, part, holds)
            where = self._time.where(dataset, part, holds)
            self._runs[key] = None if presence is None or where is None else (presence, where)
        return self._runs[key]

    def _lines_of(self, issue: Issue) -> Lines:
        if issue.key not in self._lines:
            self._lines[issue.key] = Lines(*self._history.lines(issue.key))
        return self._lines[issue.key]

    # -- documents ---------------------------------------------------------------------------

    @cached_property
    def _current(self) -> frozenset[int]:
        """Places of the latest held reading of each document that is known."""
        latest: dict[str, int] = {}
        for place, reading in enumerate(self._history.readings):
            if reading.seq <= self.moment.held_at:
                latest[reading.document.sha256] = place
        known_at, readings = self.moment.known_at, self._history.readings
        return frozenset(p for p in latest.values() if readings[p].known_at <= known_at)

    @cached_property
    def _standing(self) -> frozenset[int]:
        """Places of the readings that are known and not withdrawn."""
        readings: Sequence[SweptReading] = self._history.readings
        return frozenset(p for p in self._current if self._withdrawn(readings[p]) is None)

    def _withdrawn(self, reading: SweptReading) -> str | None:
        """Why a reading was withdrawn, as far as was held then; None if it stands."""
        for one in self._history.withdrawals:
            if (
                one.sha256 == reading.document.sha256
                and reading.seq < one.seq <= self.moment.held_at
            ):
                return one.reason
        return None
