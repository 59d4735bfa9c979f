"""What a store of the record offers: Store, Writer, View (and the shapes they exchange).

A store is append-only. A `Writer` is one transaction: all of it is recorded under one
sequence number, or nothing is. A `View` is the record as of three times: what held on
`as_of`, among what was published by `known_at`, among what this record held at `held_at`.
Two implementations, one contract suite: `memory` (plain, slow, the oracle) and `sql`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, Self

from interdict.model.dates import PartialDate
from interdict.model.entity import Entity, Held
from interdict.model.source import Document, Edition, EditionPart
from interdict.model.statement import Statement

if TYPE_CHECKING:
    from interdict.model.claim import Claim

DOCUMENTS = "documents"
"""The dataset under which documents' own statements are kept."""

PROVISIONAL = "doc-"
"""Ids of parties that only documents name start so, until a list entry is found for them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The three times of a view. `held_at` is a sequence number of the record."""

    as_of: date
    known_at: datetime
    held_at: int


@dataclass(frozen=True, slots=True)
class PartContent:
    """One file of an edition to be recorded: its description and what it asserts.

    Each statement comes with the 1-based line it stands on (0 where the format has none).
    """

    part: EditionPart
    statements: Sequence[tuple[Statement, int]]


@dataclass(frozen=True, slots=True)
class Added:
    """What one append added; `already_held` if the record held all of it before."""

    statements: int = 0
    claims: int = 0
    already_held: bool = False


@dataclass(frozen=True, slots=True)
class Transaction:
    """One recorded transaction: `seq` increases strictly."""

    seq: int
    recorded_at: datetime
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class HeldEdition:
    """An edition as the record holds it."""

    edition: Edition
    seq: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document as the record holds it; `known_at` is its publication, or its recording."""

    document: Document
    seq: int
    recorded_at: datetime
    known_at: datetime
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word that two ids are (`same` True) or are not one party; undone by another."""

    left: str
    right: str
    same: bool
    by: str
    reason: str
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A named reviewer's word that a designation's event took place.

    `expected` is the day from which what was announced will have effect, `until` the day on which
    a licence ends by its own terms, `scope` the part of the designation that it is about.
    """

    entity_id: str
    programme: str
    event: str
    on: PartialDate
    by: str
    reason: str
    source: str | None = None
    recorded_at: datetime | None = None
    expected: PartialDate | None = None
    until: PartialDate | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A named reviewer's answer to a question on which sources differ.

    `value` is one of the answers, or the reviewer's own; None takes back what was resolved
    before. The last word on a question counts; every earlier one stays in the record.
    """

    question: str
    value: str | None
    by: str
    reason: str
    seq: int = 0
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one dataset can say about a date.

    `status`: `covered`, `before_first_edition` or `not_loaded`; `edition` is the one that
    answers (latest published on or before the date), `next_edition` the first one after it.
    """

    dataset: str
    status: str
    edition: PartialDate | None = None
    next_edition: PartialDate | None = None
    parts: Mapping[str, PartialDate] | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What one file of an edition says, counted: the entries it speaks of, statements by property.

    Attributes:
        edition: the edition that it belongs to.
        records: the publisher's own ids.
        props: property -> statements; only of those that were asked for.
    """

    edition: PartialDate
    records: frozenset[str]
    props: Mapping[str, int]


class View(Protocol):
    """Read access to the record at one `Moment`. Everything it returns is ordered by id."""

    moment: Moment

    def entity(self, entity_id: str) -> Entity | None:
        """The party or link under that id, with the statements that hold; None if unknown.

        Ids that a judgement in force joins answer as one entity under the smallest canonical
        id. A list entry whose primary row is absent from the answering edition is None.
        """

    def entities(self) -> Iterator[Entity]:
        """Every entity that holds at the moment, by canonical id."""

    def held(self, props: frozenset[str]) -> Iterator[Held]:
        """Statements of those properties that hold, by canonical entity id and property.

        What an index or a batch reads: far cheaper than `entities`.
        """

    def history(self, entity_id: str) -> tuple[Held, ...]:
        """Every statement about it that was ever known and held, with its presence."""

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Links (designations, wallets, relations) whose `prop` names that id or one joined to it.

        Their statements are given as in `history`: also those that no longer hold on `as_of`,
        each with its presence. Ordered by id.
        """

    def canonical(self, entity_id: str) -> str:
        """The id under which the judgements in force join it (itself if none does)."""

    def claims(self, entity_id: str | None = None) -> list[Claim]:
        """Claims whose subject or object is that entity (all, for None), in document order."""

    def documents(self) -> list[HeldDocument]:
        """Documents known at the moment, by publication and file name; texts left empty."""

    def document(self, document_id: str) -> HeldDocument | None:
        """One document with its texts; None if it is not known at the moment."""

    def editions(self, dataset: str | None = None) -> list[HeldEdition]:
        """Editions known at the moment (also those after as_of), by dataset and publication."""

    def coverage(self, dataset: str) -> Coverage:
        """What the dataset can say about `as_of`."""

    def changes(self, earlier: Self, dataset: str) -> tuple[list[Statement], list[Statement]]:
        """Statements of a dataset that began to hold, and that ceased to, since another view.

        By what the answering editions hold, file by file; ordered by entity, property, value.
        """

    def entries(self, dataset: str, record_ids: Iterable[str]) -> dict[str, str]:
        """Those of the publisher's own ids that are on the list, each with its name.

        By the answering file of entries alone, without looking at judgements; an entry that it
        gives no name has its id for one. In no particular order.
        """

    def tallies(self, dataset: str, props: frozenset[str]) -> dict[str, Tally]:
        """The answering file of each part, counted by what it says in those properties."""

    def datasets(self) -> list[str]:
        """Names of the datasets with an edition known at the moment, sorted."""

    def confirmations(self) -> list[Confirmation]:
        """Reviewers' confirmations held at the moment, in the order they were given."""

    def judgements(self) -> list[Judgement]:
        """Judgements held at the moment, in the order they were given."""

    def resolutions(self) -> list[Resolution]:
        """Reviewers' resolutions known and held at the moment, in the order they were given."""


class Writer(Protocol):
    """One transaction of appended rows."""

    def add_edition(self, edition: Edition, parts: Sequence[PartContent]) -> Added:
        """Records an edition, or further parts of one that is held.

        Raises:
            InvalidInput: if the edition holds another file for the same part already.
        """

    def add_document(
        self, document: Document, claims: Sequence[Claim], statements: Iterable[Statement]
    ) -> Added:
        """Records a document with its claims and the statements that rest on it."""

    def add_judgement(self, judgement: Judgement) -> None:
        """Records a judgement."""

    def add_confirmation(self, confirmation: Confirmation) -> None:
        """Records a reviewer's confirmation."""

    def add_resolution(self, resolution: Resolution) -> None:
        """Records a reviewer's answer to a question, or that an earlier one is taken back."""

    def withdraw(self, document_id: str, *, reason: str, by: str, shred: bool) -> None:
        """Ends a document's claims for later `held_at`; `shred` blanks its text for good.

        Raises:
            NotFound: if no such document is held.
        """


class Store(Protocol):
    """The record: opened, written in transactions, read through views."""

    def write(self, kind: str, detail: str) -> AbstractContextManager[Writer]:
        """A transaction; committed on leaving the block, undone if an exception leaves it."""

    def view(
        self,
        *,
        as_of: date,
        known_at: datetime,
        held_at: int | None = None,
        datasets: frozenset[str] | None = None,
    ) -> View:
        """The record at a moment; `held_at` None is everything held now."""

    def transactions(self) -> list[Transaction]:
        """All transactions, in order."""

    def close(self) -> None:
        """Releases what is open."""
