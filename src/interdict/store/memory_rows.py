"""What the store in memory holds: plain lists and sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from interdict.model.claim import Claim
from interdict.model.source import Document
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, HeldEdition, Judgement, Transaction
from interdict.store.reading import Issue

Reading = tuple[Document, str, int, datetime]


@dataclass(slots=True)
class Rows:
    """Everything held; each row with the sequence number of its transaction."""

    transactions: list[Transaction] = field(default_factory=list)
    editions: list[HeldEdition] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    contents: dict[int, dict[str, int]] = field(default_factory=dict)
    statements: dict[str, tuple[Statement, int]] = field(default_factory=dict)
    documents: list[Reading] = field(default_factory=list)
    claims: list[tuple[Claim, str, int]] = field(default_factory=list)
    spoken: set[tuple[str, int, str]] = field(default_factory=set)
    judgements: list[Judgement] = field(default_factory=list)
    confirmations: list[tuple[Confirmation, int]] = field(default_factory=list)
    withdrawals: list[tuple[str, str, int]] = field(default_factory=list)
