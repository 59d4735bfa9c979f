"""`targets.simple.csv`: one party on each row, its values in cells parted by semicolons.

Source: OpenSanctions, `zavod/exporters/simplecsv.py`: cells with several values are themselves
a line of CSV with `;` as its delimiter and `"` as its quote; the file is comma separated, UTF-8.
It tells of parties only: no relations, no dates of listings, and numbers without their kind.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from interdict.errors import ReadError
from interdict.lists.ftm.entities import spare_property
from interdict.lists.ftm.schemata import is_a, properties
from interdict.lists.ftm.tags import TAG, UNNAMED, programme_slug
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.model.source import Dataset

REQUIRED = ("id", "schema", "name")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "aliases": ("alias",),
    "birth_date": ("birthDate",),
    "countries": ("country",),
    "addresses": ("address",),
    "identifiers": ("idNumber", "registrationNumber"),
    "phones": ("phone",),
    "emails": ("email",),
}
"""Column -> properties, of which the first that the schema has is taken; else it is a note."""

BOOKKEEPING = frozenset(("dataset", "first_seen", "last_seen", "last_change"))
"""When and where the publisher gathered it: not read."""

_IMO = re.compile(r"IMO ?[0-9]{7}$")
_LONGEST_CELL = 10_000_000


def read_targets(dataset: Dataset, file: SourceFile, out: Output) -> None:
    """Reads a file of targets into the dataset's primary part.

    Raises:
        ReadError: if the file is not UTF-8 or has no rows, a required column is missing, or a
            row has no id, or more or fewer cells than the header.
    """
    part = out.part(dataset.primary, file)
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        raise ReadError("not UTF-8 text.", file=file.name, line=line) from None
    n_rows = 0
    for line, cells in _rows(file, text, part):
        n_rows += 1
        _party(dataset, part, cells, line)
    if not n_rows:
        raise ReadError("no rows below the header.", file=file.name)


def _rows(file: SourceFile, text: str, part: PartOutput) -> list[tuple[int, dict[str, str]]]:
    limit, line = csv.field_size_limit(_LONGEST_CELL), 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = [tidy(title) for title in next(reader, [])]
        missing = [column for column in REQUIRED if column not in header]
        if missing:
            raise ReadError(
                f"the column {missing[0]!r} is missing (found: {', '.join(header)[:200]}).",
                file=file.name,
                line=1,
                hint="This reads targets.simple.csv; for other tables: list load own_list.",
            )
        for title in header:
            if title not in (*REQUIRED, *COLUMNS, *BOOKKEEPING, "sanctions", "program_ids"):
                part.signal("drift", f"unknown column {title}", title, 1)
        rows = []
        line = reader.line_num + 1
        for cells in reader:
            if cells and len(cells) != len(header):
                what = f"{len(cells)} cells where the header has {len(header)}."
                raise ReadError(what, file=file.name, line=line, hint="The file is cut off.")
            if cells:
                rows.append((line, dict(zip(header, cells, strict=True))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(f"not valid CSV ({error}).", file=file.name, line=line) from None
    finally:
        csv.field_size_limit(limit)
    for line, row in rows:
        if not tidy(row["id"]):
            raise ReadError("a row without an id.", file=file.name, line=line)
    return rows


def _party(dataset: Dataset, part: PartOutput, cells: dict[str, str], line: int) -> None:
    record_id = tidy(cells.pop("id"))
    party = f"{dataset.name}-{record_id}"
    part.row(record_id)
    schema = tidy(cells.pop("schema"))
    if not is_a(schema, "Thing"):
        part.signal("drift", f"schema {schema}", record_id, line)
        schema = "LegalEntity"
    part.statement(record_id, party, schema, "name", cells.pop("name"), line=line)
    tags = [(tag, TAG) for tag in _values(cells.pop("program_ids", ""))]
    texts = _values(cells.pop("sanctions", ""))
    for column, cell in cells.items():
        if column in BOOKKEEPING:
            continue
        wanted = COLUMNS.get(column, ())
        known = next((p for p in wanted if p in properties(schema)), None)
        for value in _values(cell):
            prop = known or spare_property(schema)
            if known is None:
                value = f"{column}: {value}"
            elif column == "identifiers" and _IMO.match(value):
                prop = "imoNumber" if "imoNumber" in properties(schema) else prop
            part.statement(record_id, party, schema, prop, value, line=line)
    for text in texts:
        part.statement(record_id, party, schema, "notes", text, line=line, qualifier="sanctions")
    if tags or texts:
        _listings(dataset, part, record_id, tags or [("listed", UNNAMED)], line)


def _listings(
    dataset: Dataset, part: PartOutput, record_id: str, tags: Sequence[tuple[str, str]], line: int
) -> None:
    """One `Sanction` for each programme; the texts that describe them stay notes of the party."""
    party = f"{dataset.name}-{record_id}"
    for tag, qualifier in tags:
        sanction = f"{party}-sanction-{programme_slug(tag)}"
        for prop, value, mark in (
            ("entity", party, ""),
            ("program", tag, qualifier),
            ("authority", dataset.issuer, ""),
        ):
            part.statement(record_id, sanction, "Sanction", prop, value, line=line, qualifier=mark)


def _values(cell: str) -> list[str]:
    """The values of a cell."""
    if not cell.strip():
        return []
    try:
        values = next(csv.reader([cell], delimiter=";"))
    except csv.Error:
        values = [cell]
    return [text for text in map(tidy, values) if text]
