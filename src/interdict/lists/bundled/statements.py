"""The bundled record: designations compiled for this project from cited sources.

Not a list of any government. Each statement carries what it rests on (`source`) and its grade
of proof; the facts, their sources and their limits are described in docs/bundled-record.md.
Beside the list plug-in, this module knows where the package keeps its data: the record file,
the sample documents and the sample customers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from interdict.lists.bundled.format import (
    FORMAT,
    RecordDesignation,
    RecordEntry,
    read_record,
)
from interdict.lists.event_qualifier import event_qualifier
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

DATASETS = (
    Dataset(
        name="interdict_fto",
        title=("Foreign Terrorist Organizations and related parties, compiled from cited sources"),
        publisher="Interdict",
        url="https://www.state.gov/foreign-terrorist-organizations/",
        licence="Apache-2.0 (facts, arranged and worded for this project)",
        parts=("entries",),
        primary="entries",
        issuer="US-STATE",
        compiled=True,
        aliases=("bundled",),
    ),
)

_NOT_OF_AN_ID = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class BundledFiles:
    """What the package carries. Read them with `read_bytes`; a wheel may stay zipped.

    `press` are three sample news texts in three containers, in the order of their
    publication; `release` (to be read as a press release) and `notice` render an issuer's act
    and an official notice in our own words. All of them say of themselves that they are
    samples.
    """

    record: Traversable
    press: tuple[Traversable, ...]
    release: Traversable
    notice: Traversable
    customers: Traversable


def bundled_paths() -> BundledFiles:
    """Where the package keeps its data."""
    data = files("interdict") / "data"
    documents = data / "documents"
    return BundledFiles(
        record=data / "record.yml",
        press=(
            documents / "harbour-courier.md",
            documents / "meridian-wire.txt",
            documents / "atlantic-ledger.txt",
        ),
        release=documents / "treasury-2025-07-25.md",
        notice=documents / "notice-2025-20750.md",
        customers=data / "customers.csv",
    )


def bundled_files() -> tuple[SourceFile, ...]:
    """The files of the bundled edition, as `list load bundled` takes them without a path."""
    record = bundled_paths().record
    return (SourceFile(record.name, record.read_bytes()),)


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """`entries` for a YAML file that declares the format in its first lines; else None."""
    declared = re.search(rb"^format:[ \t]*" + FORMAT.encode() + rb"[ \t]*\r?$", head, re.M)
    return dataset.primary if declared and name.endswith((".yml", ".yaml")) else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads a record file; the edition's date stands in it.

    Raises:
        ReadError: if the file is not of the format (see `bundled_format.read_record`).
    """
    for file in files:
        record = read_record(file)
        out.edition(end_of_day(record.edition))
        part = out.part(dataset.primary, file)
        for entry in record.entries:
            part.row(entry.id)
            _party(part, dataset, entry)
            for designation in entry.designations:
                _designation(part, dataset, entry, designation)
        for field, sample, line in record.unknown:
            part.signal("drift", field, sample, line)


def _party(part: PartOutput, dataset: Dataset, entry: RecordEntry) -> None:
    for fact in entry.facts:
        part.statement(
            entry.id,
            f"{dataset.name}-{entry.id}",
            entry.schema,
            fact.prop,
            fact.value,
            line=fact.line,
            source=fact.citation,
            grade=fact.grade,
        )


def _designation(
    part: PartOutput, dataset: Dataset, entry: RecordEntry, designation: RecordDesignation
) -> None:
    party = f"{dataset.name}-{entry.id}"
    # A programme may be `us_ofac_sdn:VENEZUELA`; an id keeps letters, digits and dashes.
    sanction = f"{party}-sanction-{_NOT_OF_AN_ID.sub('-', designation.programme)}"
    facts = {
        "entity": party,
        "programId": designation.programme,
        "authority": designation.issuer,
        "authorityId": designation.list_number,
    }
    for prop, value in facts.items():
        part.statement(entry.id, sanction, "Sanction", prop, value, line=designation.line)
    for event in designation.events:
        part.statement(
            entry.id,
            sanction,
            "Sanction",
            f"event:{event.event}",
            event.date,
            line=event.line,
            qualifier=event_qualifier(
                expected=event.expected, until=event.until, names=event.names, note=event.note
            ),
            source=event.citation,
            grade=event.grade,
        )
