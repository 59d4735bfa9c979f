"""Files of one's own list, bytes to rows: delimited text with a header, or JSON lines.

A cell of a delimited file is one text; a JSON value may be several. FollowTheMoney's JSON
(`id`, `schema`, `properties`) is taken apart into the same columns.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile

JSON_LINES = (".jsonl", ".ndjson")
DELIMITED = (".csv", ".tsv", ".txt")

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000_000

Cell = str | tuple[str, ...]
"""One text as it stands in a cell, or the separate texts of a JSON list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its 1-based line, and what is in it by column title (empty cells left out)."""

    line: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as rows; `header` holds every column's title, in order of first appearance."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(file: SourceFile) -> Table:
    """The rows of a file.

    Raises:
        ReadError: if the file is empty, binary or markup, has no rows, two columns of one
            title, a row with more or fewer cells than the header, or a line that is no JSON.
    """
    text = _text(file)
    is_json = file.base_name.endswith(JSON_LINES) or text.lstrip().startswith("{")
    table = _json_table(file, text) if is_json else _delimited_table(file, text)
    if not table.rows:
        raise ReadError("no rows below the header.", file=file.name)
    return table


def _text(file: SourceFile) -> str:
    data = file.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ReadError("a NUL byte: not a text file.", file=file.name, line=line)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if not text.strip():
        raise ReadError("the file is empty.", file=file.name)
    if text.lstrip().startswith("<"):
        raise ReadError("markup (HTML or XML) where rows were expected.", file=file.name, line=1)
    return text


def _delimited_table(file: SourceFile, text: str) -> Table:
    records = _records(file, text)
    _, titles = next(records, (0, []))
    header = tuple(title.strip() for title in titles)
    twice = sorted({title for title in header if title and header.count(title) > 1})
    if twice:
        raise ReadError(
            f"two columns are called {twice[0]!r}.", file=file.name, line=1, hint="Rename one."
        )
    rows = []
    for line, cells in records:
        if len(cells) != len(header):
            raise ReadError(
                f"{len(cells)} cells where the header has {len(header)}.",
                file=file.name,
                line=line,
                hint="The file is cut off, or a cell holds the separator without quotes.",
            )
        held = {
            title: cell for title, cell in zip(header, cells, strict=True) if title and cell.strip()
        }
        if held:
            rows.append(Row(line, held))
    return Table(tuple(title for title in header if title), tuple(rows))


def _records(file: SourceFile, text: str) -> Iterator[tuple[int, list[str]]]:
    """Records that hold something, each with the line it begins on."""
    first = next(line for line in text.splitlines() if line.strip())
    delimiter = max(_DELIMITERS, key=first.count)
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise ReadError(f"not valid CSV ({error}).", file=file.name, line=line) from None
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(limit)


def _json_table(file: SourceFile, text: str) -> Table:
    titles: dict[str, None] = {}
    rows = []
    for line, source in enumerate(text.split("\n"), start=1):
        if not source.strip():
            continue
        try:
            found = json.loads(source)
        except ValueError as error:
            raise ReadError(f"not JSON ({error}).", file=file.name, line=line) from None
        if not isinstance(found, dict):
            raise ReadError("a line of JSON that is no object.", file=file.name, line=line)
        cells = dict(_json_cells(found))
        titles.update(dict.fromkeys(cells))
        if cells:
            rows.append(Row(line, cells))
    return Table(tuple(titles), tuple(rows))


def _json_cells(found: Mapping[str, Any]) -> Iterator[tuple[str, Cell]]:
    for title, value in found.items():
        if title == "properties" and isinstance(value, dict):
            yield from _json_cells(value)
            continue
        values = value if isinstance(value, list) else [value]
        texts = tuple(text for text in map(_json_text, values) if text.strip())
        if texts:
            yield title, texts if isinstance(value, list) else texts[0]


def _json_text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
