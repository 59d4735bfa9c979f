"""The State Department's page, or an export of its tables, to rows; bytes in, no network.

A page holds two tables: of the groups that are designated, and of those that no longer are. They
are told apart by their headings, never by their order. An export is one delimited file.

Source: https://www.state.gov/foreign-terrorist-organizations/ (headings of the two tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.own.rows import read_table
from interdict.lists.parsing import SourceFile
from interdict.lists.safe_xml import line_of, text_of

if TYPE_CHECKING:
    from lxml import etree

HEADINGS = {
    "date designated": "designated",
    "date of designation": "designated",
    "designated": "designated",
    "date originally designated": "designated",
    "date listed": "designated",
    "name": "name",
    "organization": "name",
    "date removed": "removed",
    "date of removal": "removed",
    "date delisted": "removed",
}
"""Heading, folded -> what its column holds."""

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?<", re.S)


@dataclass(slots=True)
class TableRow:
    """One row by column; `others` are the cells of columns that are not known, by heading."""

    line: int
    cells: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file holds. `tells_removal` is False if no table of it has a column for that."""

    rows: tuple[TableRow, ...]
    tells_removal: bool


def folded(heading: str) -> str:
    """A heading in small letters, without punctuation."""
    return " ".join(re.sub(r"[\W_]+", " ", heading).split()).lower()


def is_markup(head: bytes) -> bool:
    """True for the first bytes of a web page."""
    return _MARKUP.match(head) is not None


def columns_of(headings: list[str]) -> dict[str, str] | None:
    """Heading -> column, for the known ones; None if these are not the headings of the list."""
    known = {h: HEADINGS[folded(h)] for h in headings if folded(h) in HEADINGS}
    held = set(known.values())
    return known if "name" in held and held & {"designated", "removed"} else None


def read_tables(file: SourceFile) -> Tables:
    """The rows of a page or of an export.

    Raises:
        ReadError: if there is no table of the list, the file is cut off, or a row does not fit
            its headings.
    """
    return _page(file) if is_markup(file.data[:256]) else _export(file)


def _export(file: SourceFile) -> Tables:
    table = read_table(file)
    columns = columns_of(list(table.header))
    if columns is None:
        raise ReadError(
            f"no columns for a name and a date of designation among {', '.join(table.header)}.",
            file=file.name,
            line=1,
        )
    rows = []
    for held in table.rows:
        row = TableRow(held.line)
        for heading, value in held.cells.items():
            _put(row, columns, heading, str(value))
        rows.append(row)
    return Tables(tuple(rows), "removed" in columns.values())


def _page(file: SourceFile) -> Tables:
    from lxml import etree

    lowered = file.data.lower()
    n_open, n_closed = (len(re.findall(p, lowered)) for p in (rb"<table[\s>]", rb"</table\s*>"))
    if n_open != n_closed:
        raise ReadError(
            f"{n_open} tables begin and {n_closed} end.",
            file=file.name,
            hint="The page is cut off: save it again, whole.",
        )
    try:
        file.data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = "windows-1252"
    parser = etree.HTMLParser(no_network=True, encoding=encoding, huge_tree=False)
    try:
        root = etree.fromstring(file.data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"not a web page ({error}).", file=file.name) from None
    rows: list[TableRow] = []
    kinds = []
    for table in root.iter("table") if root is not None else ():
        found = _table(table, file)
        if found is not None:
            kinds.append(found[0])
            rows += found[1]
    if True not in kinds or False not in kinds:
        missing = "removed" if False in kinds else "designated"
        raise ReadError(
            f"no table of the groups that are {missing}.",
            file=file.name,
            hint="Save the whole page: both tables tell who is designated today.",
        )
    return Tables(tuple(rows), tells_removal=True)


def _table(table: etree._Element, file: SourceFile) -> tuple[bool, list[TableRow]] | None:
    """Whether it is of removed groups, and its rows; None for a table of something else."""
    rows = _rows(table)
    line, headings = next(rows, (0, []))
    columns = columns_of(headings)
    if columns is None:
        return None
    found = []
    for line, cells in rows:
        if not any(cells):
            continue
        if len(cells) != len(headings):
            raise ReadError(
                f"{len(cells)} cells where the headings are {len(headings)}.",
                file=file.name,
                line=line,
            )
        row = TableRow(line)
        for heading, cell in zip(headings, cells, strict=True):
            _put(row, columns, heading, cell)
        found.append(row)
    return "removed" in columns.values(), found


def _rows(table: etree._Element) -> Iterator[tuple[int, list[str]]]:
    for row in table.iter("tr"):
        yield line_of(row), [text_of(cell) for cell in row if cell.tag in ("td", "th")]


def _put(row: TableRow, columns: dict[str, str], heading: str, value: str) -> None:
    if not value.strip():
        return
    if heading in columns:
        row.cells[columns[heading]] = value
    else:
        row.others[heading] = value
