"""The rows of the record in memory, and the two questions that only whole rows answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from interdict.model.claim import Claim
from interdict.model.source import Document, Edition, EditionPart
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, HeldEdition, Judgement, Resolution, Transaction
from interdict.store.reading import Issue

Reading = tuple[Document, str, int, datetime]
"""A document as it was read: itself, the digest of the reading, its sequence number and time."""


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
    resolutions: list[Resolution] = field(default_factory=list)
    withdrawals: list[tuple[str, str, int]] = field(default_factory=list)


def held_part(rows: Rows, edition: Edition, part: str) -> EditionPart | None:
    """The file of that part that an edition holds already; None if it holds none."""
    for held in rows.editions:
        same = (held.edition.dataset, held.edition.published_at)
        if same == (edition.dataset, edition.published_at):
            for found in held.edition.parts:
                if found.part == part:
                    return found
    return None


def withdrawn(rows: Rows, reading: Reading, held_at: int | None = None) -> str | None:
    """Why a reading was withdrawn, as far as was held then; None if it stands."""
    document, _, seq, _ = reading
    for document_id, reason, at in reversed(rows.withdrawals):
        if document_id == document.sha256 and at > seq and (held_at is None or at <= held_at):
            return reason
    return None
