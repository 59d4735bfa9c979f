"""The CSV files of British lists, bytes to rows: a line with the date, a header, then rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile, tidy
from interdict.lists.worded_dates import MONTHS, edtf
from interdict.lists.written_dates import day_first

_AGAIN = "The file is cut off, or is not the one that its name says: fetch it again."
_LONGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its 1-based line, and its texts by column title (empty cells left out)."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as rows. `published` is the ISO date of its first line, None if it has none."""

    published: str | None
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(file: SourceFile, *, key: str) -> Table:
    """The rows of a file.

    Text is read as UTF-8 where all of it is UTF-8, else as Windows-1252.

    Args:
        key: title of the column that holds an entry's number; the header is the first of the
            first five lines that has it, and every row must fill it.

    Raises:
        ReadError: if the file is empty, markup or binary, has no such header or no row below,
            or has a row with another number of cells or without its entry's number.
    """
    text = _text(file)
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = list(_lines(file, text))
    finally:
        csv.field_size_limit(limit)
    at = next((n for n, (_, cells) in enumerate(lines[:5]) if key in cells), None)
    if at is None:
        raise ReadError(f"no header with the column {key!r}.", file=file.name, hint=_AGAIN)
    header = tuple(lines[at][1])
    rows = [_row(file, line, header, cells, key) for line, cells in lines[at + 1 :]]
    if not rows:
        raise ReadError("the list holds no entries.", file=file.name, hint=_AGAIN)
    before = [cell for _, cells in lines[:at] for cell in cells]
    published = next(filter(None, map(_date, before)), None)
    return Table(published, header, tuple(rows))


def _lines(file: SourceFile, text: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ReadError(f"not valid CSV ({error}).", file=file.name, line=line) from None
        if cells is None:
            return found
        if any(cell.strip() for cell in cells):
            found.append((line, [tidy(cell) for cell in cells]))
        line = reader.line_num + 1


def _row(file: SourceFile, line: int, header: tuple[str, ...], cells: list[str], key: str) -> Row:
    if len(cells) != len(header):
        raise ReadError(
            f"{len(cells)} columns where {len(header)} were expected.",
            file=file.name,
            line=line,
            hint=_AGAIN,
        )
    # `Last Updated` of one list stands both above and inside the table: titles are unique there.
    held = {title: cell for title, cell in zip(header, cells, strict=True) if cell}
    if key not in held:
        raise ReadError(f"a row without its {key}.", file=file.name, line=line, hint=_AGAIN)
    return Row(line, held)


def _text(file: SourceFile) -> str:
    data = file.data
    if not data.strip():
        raise ReadError("the file is empty.", file=file.name, hint="Fetch it again.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ReadError("a NUL byte: not a text file.", file=file.name, line=line)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise ReadError("markup (HTML or XML) where CSV was expected.", file=file.name, line=1)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; Latin-1 knows them all.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def _date(cell: str) -> str | None:
    """`13/04/2018` or `Report Date: 13-Feb-2026`; only a whole day dates an edition."""
    text = cell.rpartition(": ")[2]
    found = day_first(text)
    if found is None and any(month in text.lower() for month in MONTHS):
        found = edtf(text.replace("-", " "))
    return found if found and len(found) == len("2018-04-13") else None
