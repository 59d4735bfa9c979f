"""The whole history of the record in memory: see `store.sweep`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from interdict.model.claim import Claim
from interdict.model.source import Document
from interdict.store.documents import known_from
from interdict.store.memory_rows import Rows
from interdict.store.sweep import SweptReading, SweptStatement, SweptWithdrawal


class MemorySweep:
    """Reads plain lists; every issue stands by itself, so `differing` are those that hold it."""

    def __init__(self, rows: Rows, held_at: int) -> None:
        self._rows = rows
        self.held_at = held_at
        self.transactions = [t for t in rows.transactions if t.seq <= held_at]
        self.issues = [i for i in rows.issues if i.seq <= held_at]
        self.bases: dict[int, int | None] = {issue.key: None for issue in self.issues}
        self._held = [d for d in rows.documents if d[2] <= held_at]
        self.readings = [
            SweptReading(replace(d, raw="", text=""), seq, at, known_from(d, self._first(d)))
            for d, _, seq, at in self._held
        ]
        self.withdrawals = [SweptWithdrawal(*w) for w in rows.withdrawals if w[2] <= held_at]
        self.judgements = [j for j in rows.judgements if j.seq <= held_at]
        self.confirmations = [pair for pair in rows.confirmations if pair[1] <= held_at]
        self._keys = {name: at for at, name in enumerate(rows.statements)}

    def statements(self) -> Iterator[SweptStatement]:
        """Every statement ever held, in the order in which they were appended."""
        spoken = self._rows.spoken
        for name, (statement, seq) in self._rows.statements.items():
            if seq <= self.held_at:
                holding = (i.key for i in self.issues if name in self._rows.contents[i.key])
                told = (p for p, d in enumerate(self._held) if (d[1], d[2], name) in spoken)
                yield SweptStatement(self._keys[name], seq, statement, tuple(holding), tuple(told))

    def _first(self, document: Document) -> datetime:
        """When these bytes were first recorded."""
        return min(at for d, _, _, at in self._held if d.sha256 == document.sha256)

    def lines(self, issue: int) -> Iterator[tuple[int, int]]:
        """(statement key, line) of all that an issue holds, by key; line 0 where it has none."""
        held = self._rows.contents[issue]
        return iter(sorted((self._keys[name], line) for name, line in held.items()))

    def claims(self, kinds: frozenset[str]) -> Iterator[tuple[int, Claim]]:
        """(position of its reading in `readings`, claim) of those kinds, as they were appended."""
        readings = {(d[1], d[2]): at for at, d in enumerate(self._held)}
        for claim, digest, seq in self._rows.claims:
            if claim.kind in kinds and seq <= self.held_at:
                yield readings[digest, seq], claim
