"""The whole history of a record in one pass, without a moment: what an index is compiled from.

A `View` answers for one moment; a sweep gives every statement ever held together with what
decides at which moments it holds: the issues (files of editions), the readings of documents,
the words of reviewers, each with its sequence number. Everything comes in the order in which
it was appended, so that the same record gives the same sweep, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from interdict.model.claim import Claim
from interdict.model.source import Document
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, Judgement, Transaction
from interdict.store.reading import Issue


class SweptStatement(NamedTuple):
    """A statement with what tells when it holds.

    `key` is the store's own number for it, as `Sweep.lines` names it. `differing` are the keys
    of the issues that differ from their bases in it (see `store.membership`); none for what a
    document says. `readings` are the places in `Sweep.readings` of those that make it; none for
    what a list says.
    """

    key: int
    seq: int
    statement: Statement
    differing: tuple[int, ...]
    readings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SweptReading:
    """One reading of a document, without its texts; a later one of the same bytes replaces it."""

    document: Document
    seq: int
    recorded_at: datetime
    known_at: datetime


@dataclass(frozen=True, slots=True)
class SweptWithdrawal:
    """A document taken back: every reading of these bytes recorded before it."""

    sha256: str
    reason: str
    seq: int


class Sweep(Protocol):
    """The history up to the sequence number `held_at`; rows of later transactions are not in it.

    `bases` maps the key of an issue to that of the issue it is counted against, or to None.
    """

    held_at: int
    transactions: Sequence[Transaction]
    issues: Sequence[Issue]
    bases: Mapping[int, int | None]
    readings: Sequence[SweptReading]
    withdrawals: Sequence[SweptWithdrawal]
    judgements: Sequence[Judgement]
    confirmations: Sequence[tuple[Confirmation, int]]

    def statements(self) -> Iterator[SweptStatement]:
        """Every statement ever held, in the order in which they were appended."""

    def lines(self, issue: int) -> Iterator[tuple[int, int]]:
        """(statement key, line) of all that an issue holds, by key; line 0 where it has none."""

    def claims(self, kinds: frozenset[str]) -> Iterator[tuple[int, Claim]]:
        """(position of its reading in `readings`, claim) of those kinds, as they were appended."""


class Sweepable(Protocol):
    """A store that can be read as a whole."""

    def sweep(self, held_at: int | None = None) -> Sweep:
        """The history up to a sequence number; None is everything held now."""
