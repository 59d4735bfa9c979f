"""What list parsers read and what they hand back: files in, statements and signals out.

A parser is pure: it gets bytes (`SourceFile`) and writes into an `Output`, which keeps the
bookkeeping that every list needs (white space, empty values, repeats, counts, signals) in one
place. `ParsedEdition` is what a loader appends to the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath

from interdict.errors import ReadError
from interdict.model.source import Dataset, EditionPart, Signal
from interdict.model.statement import Statement
from interdict.store.base import PartContent

SIGNAL_KINDS = ("drift", "held_aside", "cut")
"""The kinds of `Signal`; see there what each means."""

NULL = "-0-"
"""How OFAC's delimited files write an empty field; no other publisher uses it."""

SAMPLE_LENGTH = 200
"""A signal shows so many characters of what was not understood, at most."""


@dataclass(frozen=True)
class SourceFile:
    """One file of an edition: its name as the caller gave it, and its bytes."""

    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, as hexadecimal text."""
        return sha256(self.data).hexdigest()

    @property
    def base_name(self) -> str:
        """The name without folders, in lower case: what a plug-in recognises a file by."""
        return PurePath(self.name).name.lower()


@dataclass(frozen=True, slots=True)
class ParsedEdition:
    """One edition as parsed. `published_at` is None where the files hold no date.

    `parts` come in the order of `Dataset.parts`; parts without a file are absent.
    """

    dataset: str
    published_at: datetime | None
    parts: tuple[PartContent, ...]


class PartOutput:
    """Collects what one file of an edition asserts.

    Statements keep the order in which they were first made; signals the order of first sight.
    """

    def __init__(self, dataset: str, part: str, file: SourceFile) -> None:
        self._dataset = dataset
        self._part = part
        self._file = file
        self._statements: dict[tuple[str, ...], tuple[Statement, int]] = {}
        self._signals: dict[tuple[str, str], Signal] = {}
        self._n_rows = 0
        self._records: set[str] = set()

    def row(self, record_id: str) -> None:
        """Counts one data row, about the entry with that id."""
        self._n_rows += 1
        self._records.add(record_id)

    def statement(
        self,
        record_id: str,
        entity_id: str,
        schema: str,
        prop: str,
        value: str | None,
        *,
        line: int,
        lang: str = "",
        qualifier: str = "",
        source: str = "",
        grade: str = "",
    ) -> None:
        """Adds a statement; white space is collapsed, an empty value or a null adds nothing.

        A statement that was made before is not added again: its first line stands.

        Args:
            line: 1-based line in the file, 0 where the format has none.

        Raises:
            ReadError: if the value cannot be written as UTF-8.
        """
        text = tidy(value)
        if not text:
            return
        if not text.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in text):
            raise ReadError(
                f"{prop} of entry {record_id} holds half a character (a lone surrogate).",
                file=self._file.name,
                line=line or None,
                hint="Write the file again as UTF-8.",
            )
        key = (entity_id, schema, prop, text, lang, qualifier, source, grade)
        if key in self._statements:
            return
        # By position, which is faster: this runs for every fact of a list.
        made = Statement(
            self._dataset, entity_id, schema, prop, text, record_id, lang, qualifier, source, grade
        )
        self._statements[key] = (made, line)

    def signal(self, kind: str, field: str, sample: str, line: int | None = None) -> None:
        """Reports something not understood or not usable; the first sample of each field stands.

        Raises:
            ValueError: if `kind` is none of `SIGNAL_KINDS` (a mistake in the parser).
        """
        if kind not in SIGNAL_KINDS:
            raise ValueError(f"no such kind of signal: {kind!r}")
        seen = self._signals.get((kind, field))
        if seen is None:
            sample = " ".join(sample.split())[:SAMPLE_LENGTH]
            self._signals[kind, field] = Signal(kind, field, sample, line)
        else:
            self._signals[kind, field] = replace(seen, count=seen.count + 1)

    def content(self) -> PartContent:
        """The part as it can be recorded."""
        part = EditionPart(
            part=self._part,
            file_name=self._file.name,
            sha256=self._file.sha256,
            n_rows=self._n_rows,
            n_records=len(self._records),
            n_statements=len(self._statements),
            signals=tuple(self._signals.values()),
        )
        return PartContent(part, tuple(self._statements.values()))


class Output:
    """Collects what the files of one edition assert, part by part."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._published_at: datetime | None = None
        self._parts: dict[str, PartOutput] = {}

    def edition(self, published_at: datetime) -> None:
        """Notes the date found in the files; a day alone comes as `model.dates.end_of_day`.

        Raises:
            ValueError: if the date has no time zone.
        """
        if published_at.tzinfo is None:
            raise ValueError("an edition's date needs a time zone")
        self._published_at = published_at

    def part(self, part: str, file: SourceFile) -> PartOutput:
        """Starts a part.

        Raises:
            ValueError: if the dataset has no such part, or it was started before.
        """
        if part not in self.dataset.parts or part in self._parts:
            raise ValueError(f"{self.dataset.name}: cannot start part {part!r}")
        self._parts[part] = PartOutput(self.dataset.name, part, file)
        return self._parts[part]

    def unclaimed(self, names: Iterable[str]) -> None:
        """Reports files that belong to no part, on the primary part (else on the first)."""
        started = [part for part in self.dataset.parts if part in self._parts]
        started.sort(key=lambda part: part != self.dataset.primary)
        for name in names:
            self._parts[started[0]].signal("drift", f"file {PurePath(name).name}", name)

    def result(self) -> ParsedEdition:
        """Everything that was collected."""
        contents = tuple(
            self._parts[part].content() for part in self.dataset.parts if part in self._parts
        )
        return ParsedEdition(self.dataset.name, self._published_at, contents)


def tidy(value: str | None) -> str:
    """The text with single spaces and none at its ends; empty for None and for a null."""
    if not value:
        return ""
    # Printable text holds no white space but spaces: the usual case, and three times as fast.
    if value.isprintable() and "  " not in value:
        text = value.strip()
    else:
        text = " ".join(value.split())
    return "" if text == NULL else text
