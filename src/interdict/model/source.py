"""Where statements and claims come from: datasets, their editions, documents, citations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from interdict.model.dates import PartialDate, end_of_day


class Grade(StrEnum):
    """How strongly a source establishes a designation event (record.md, section 4).

    In falling order of strength; `rank` gives the order.
    """

    OFFICIAL = "official"  # fetched from the publisher, or confirmed by a named reviewer
    COPY = "copy"  # the official text or file, but loaded from disk
    ISSUER = "issuer"  # the issuer's own release about its own act
    PRESS = "press"  # anybody else

    @property
    def rank(self) -> int:
        """0 is strongest."""
        return list(Grade).index(self)

    @property
    def confirms(self) -> bool:
        """True if a source of this grade can put a designation in force or end it."""
        return self is not Grade.PRESS


@dataclass(frozen=True, slots=True)
class Dataset:
    """One published source of statements: a list, or a record compiled from cited sources.

    `parts` names the files of an edition by what they hold; an edition may hold only some.
    `primary` is the part that makes an entry exist: rows of other parts without an entry
    are held aside. `id_prefix` starts the ids of its entities (`prefix-recordid`).
    """

    name: str
    title: str
    publisher: str
    url: str
    licence: str
    parts: tuple[str, ...]
    primary: str
    issuer: str
    """Authority code of whoever lists, such as `US-TREASURY` or `UN-SC`."""
    compiled: bool = False
    """True if its statements carry their own source and grade (not an official list)."""
    aliases: tuple[str, ...] = ()
    """Other names that the command line accepts for it."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something in a source that was not understood, or could not be used; never dropped.

    kinds: `drift` (unknown field, tag or form), `held_aside` (a row without its entry),
    `cut` (text cut off at a length limit).
    """

    kind: str
    field: str
    sample: str
    line: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class EditionPart:
    """One file of an edition, as it was loaded.

    `n_rows` counts its data rows, `n_records` the distinct entries that they speak of,
    `n_statements` what it asserts.
    """

    part: str
    file_name: str
    sha256: str
    n_rows: int
    n_records: int
    n_statements: int = 0
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated issue of a dataset, or the parts of it that were loaded.

    `published_at` orders editions and keeps the publisher's own offset, so that
    `published_on` is the publisher's civil date; one that is dated by day alone counts as
    published at the end of that day, UTC.
    """

    dataset: str
    published_at: datetime
    parts: tuple[EditionPart, ...] = ()
    grade: Grade = Grade.COPY
    primary: str = "entries"
    """The part that makes an entry exist (see `Dataset.primary`)."""
    own_dates: bool = False
    """True for a compiled dataset, whose statements carry their own dates: its latest edition
    speaks about every day, also those before it was published."""

    @property
    def published_on(self) -> date:
        """The civil date of publication, where the publisher is."""
        return self.published_at.date()

    @classmethod
    def dated(cls, dataset: str, day: date, grade: Grade = Grade.COPY) -> Edition:
        """An edition known by its day alone."""
        return cls(dataset, end_of_day(day), grade=grade)


class DocumentKind(StrEnum):
    """What a document is; what it may establish depends on it (record.md, section 4)."""

    NEWS = "news"
    PRESS_RELEASE = "press_release"
    FR_NOTICE = "fr_notice"  # Federal Register: the official journal of the United States
    OTHER = "other"

    @property
    def is_official(self) -> bool:
        """True for what an issuer, or an official journal, publishes itself."""
        return self in (DocumentKind.PRESS_RELEASE, DocumentKind.FR_NOTICE)


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` code points of a document's text, from `text_start`, are raw from `raw_start`."""

    text_start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of a document's *text*: where sentences never cross.

    kinds: `title`, `excerpt`, `heading`, `paragraph`, `blockquote` (set off as quoted).
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One artefact that says something: clean text, with offsets back to the raw text.

    Offsets into `raw` count code points of the decoded file, before any newline change.
    `text` is what there is to read (no headers, noise or trailers); `segments` lead from
    it back to `raw`. `published` is EDTF as the source gives it, None if it gives none;
    `published_from` says where it was found (`header`, `front_matter`, `trailer`,
    `body`, `filing`, `user`, `json_ld`, `html_meta`, `html_time`, `feed`, `json`, `jsonl`, `mail`).
    """

    sha256: str
    file_name: str
    container: str
    kind: DocumentKind
    raw: str
    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_from: str | None = None
    url: str | None = None
    url_kind: str | None = None
    language: str | None = None
    citation: str | None = None
    """How the text is cited, such as `90 FR 53045`."""
    identifiers: tuple[str, ...] = ()
    """Numbers of the text itself, such as `FR Doc. 2025-20750`, `Public Notice 12869`."""
    categories: tuple[str, ...] = ()
    image: str | None = None
    noise: tuple[tuple[int, int, str], ...] = ()
    """Spans of `raw` that are not part of what the document says: (start, end, kind)."""

    @property
    def published_on(self) -> PartialDate | None:
        """The date of publication, None for an undated document."""
        return None if self.published is None else PartialDate.parse(self.published)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in `raw`.

        A span that runs over a gap between segments ends where its last character stands.

        Raises:
            ValueError: if the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} lies outside the text of {self.file_name}")
        return self._raw_of(start), self._raw_of(end - 1) + 1

    def _raw_of(self, offset: int) -> int:
        at = bisect_right(self.segments, offset, key=lambda segment: segment.text_start) - 1
        if at < 0:
            raise ValueError(f"offset {offset} precedes the text of {self.file_name}")
        segment = self.segments[at]
        return segment.raw_start + min(offset - segment.text_start, segment.length - 1)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a value can be looked up: a list edition and row, or a document and characters.

    `source` is the place's name (dataset or document file); `detail` what a reader would
    write in a footnote (`90 FR 53045`, `sdn.csv line 5231`). `start` and `end` count code
    points of the raw document.
    """

    source: str
    grade: Grade
    published: str | None = None
    detail: str | None = None
    edition: str | None = None
    file: str | None = None
    line: int | None = None
    record_id: str | None = None
    document_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    by: str | None = None
    """Who said it, where somebody is named: a speaker, or a reviewer."""
    fact_grade: str | None = field(default=None)
    """Grade of proof of a compiled fact: A legal text, B secondary, C press."""
