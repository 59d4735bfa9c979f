"""OFAC's delimited files, bytes to rows: no header, comma, double quotes, `-0-` for nothing.

The files end with 0x1A (an end-of-file mark of old systems) and hold Latin-1 in places: text
is read as UTF-8 where all of it is UTF-8, else all of it as Windows-1252, whose printable part
is Latin-1's. Anything that is not such a file is refused with its place.

Source: OFAC, "SDN data formats" (dat_spec.txt), "Delimited file structures".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile, tidy

END_OF_FILE = b"\x1a"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its 1-based line, and its cells as they stand (nulls included)."""

    line: int
    cells: tuple[str, ...]

    @property
    def record_id(self) -> str:
        """`ent_num`: the number of the entry that the row is about."""
        return self.cells[0].strip()

    def __getitem__(self, column: int) -> str:
        """The cell's text with single spaces; empty for a null."""
        cell = self.cells[column]
        # Most cells of most rows are nulls.
        return "" if cell == "-0- " else tidy(cell)


def read_rows(file: SourceFile, *, n_columns: int) -> Iterator[Row]:
    """The rows of a file, in order.

    Raises:
        ReadError: if the file is empty, a web page or binary; if a row has not `n_columns`
            cells, does not start with a number, or its quotes do not match.
    """
    text = _text(file)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ReadError(f"not valid CSV ({error}).", file=file.name, line=line) from None
        if cells is None:
            return
        if cells:
            yield _row(file, line, cells, n_columns)
        line = reader.line_num + 1


def _text(file: SourceFile) -> str:
    data = file.data.rstrip(END_OF_FILE + b" \t\r\n")
    if not data:
        raise ReadError("the file is empty.", file=file.name, hint="Fetch it again.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ReadError("a NUL byte: not a text file.", file=file.name, line=line)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise ReadError(
            "markup (HTML or XML) where CSV was expected.",
            file=file.name,
            line=1,
            hint="A publisher's error page is often saved under the file's name: fetch it again.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; Latin-1 knows them all.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")


def _row(file: SourceFile, line: int, cells: list[str], n_columns: int) -> Row:
    if len(cells) != n_columns:
        raise ReadError(
            f"{len(cells)} columns where {n_columns} were expected.",
            file=file.name,
            line=line,
            hint="The file is cut off, or is not the one that its name says.",
        )
    number = cells[0].strip()
    if not (number.isascii() and number.isdigit()):
        raise ReadError(
            f"a row starts with its entry's number, not with {number[:40]!r}.",
            file=file.name,
            line=line,
        )
    return Row(line, tuple(cells))
