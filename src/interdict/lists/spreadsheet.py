"""Spreadsheets from elsewhere, read without trust: `.xls`, `.xlsx` and `.ods` to rows of text.

Which of the three a file is, its bytes say, whatever its name. Every cell becomes text: a whole
number without its point (`1954`), a date as `YYYY-MM-DD`, an empty or broken cell as the empty
text. The two newer forms are zip archives of XML: they are refused if they would unpack to more
than `MAX_UNPACKED` bytes, or if any XML in them declares a document type.

Source: [MS-XLS]; ECMA-376 (SpreadsheetML); OASIS OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile

if TYPE_CHECKING:
    from lxml import etree

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"

MAX_UNPACKED = 300_000_000
"""Bytes that the parts of a zipped file may unpack to; the largest list at hand needs 8 million."""

MAX_PARTS = 5_000
MAX_ROWS = 1_048_576
MAX_COLUMNS = 1_000

_AGAIN = "The download is broken, or it is no spreadsheet: fetch the file again."
_DECLARATION = re.compile(rb"<!\s*(?:doctype|entity)", re.I)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that holds something: its 1-based number in the sheet, and its cells as text.

    Empty cells at the end are left out.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its rows in order (empty rows left out)."""

    name: str
    rows: tuple[SheetRow, ...]


def is_spreadsheet(head: bytes) -> bool:
    """Whether the first bytes are those of a file that `read_sheets` may read."""
    return head.startswith((OLE_MAGIC, ZIP_MAGIC))


def read_sheets(file: SourceFile) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order; sheets without a row are left out.

    Raises:
        ReadError: if the file is empty, of another kind, broken, encrypted, or too large.
    """
    if not file.data:
        raise ReadError("the file is empty.", file=file.name, hint="Fetch it again.")
    if file.data.startswith(OLE_MAGIC):
        sheets = _read_xls(file)
    elif file.data.startswith(ZIP_MAGIC):
        sheets = _read_zipped(file)
    else:
        raise ReadError("neither an .xls, .xlsx nor .ods file.", file=file.name, hint=_AGAIN)
    kept = tuple(sheet for sheet in sheets if sheet.rows)
    if not kept:
        raise ReadError("a spreadsheet without a row.", file=file.name, hint=_AGAIN)
    return kept


def _read_xls(file: SourceFile) -> list[Sheet]:
    import xlrd  # type: ignore[import-untyped]  # only who reads such a file should wait for it

    try:
        book = xlrd.open_workbook(file_contents=file.data, logfile=io.StringIO())
        sheets = []
        for sheet in book.sheets():
            rows = (
                (n + 1, [_xls_text(cell, book.datemode) for cell in sheet.row(n)])
                for n in range(sheet.nrows)
            )
            sheets.append(Sheet(str(sheet.name), _rows(file, rows)))
    except ReadError:
        raise
    # A broken workbook fails deep inside the reader, with whatever comes up there.
    except Exception as error:
        raise ReadError(f"not a whole .xls file ({error}).", file=file.name, hint=_AGAIN) from None
    return sheets


def _xls_text(cell: Any, datemode: int) -> str:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        return _value_text(xlrd.xldate_as_datetime(cell.value, datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return _value_text(bool(cell.value))
    if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER):
        return _value_text(cell.value)
    return ""


def _read_zipped(file: SourceFile) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            names = _checked_parts(file, archive)
            if "xl/workbook.xml" in names:
                return _read_xlsx(file)
            if "content.xml" in names:
                return _read_ods(file, archive.read("content.xml"))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"a broken archive ({error}).", file=file.name, hint=_AGAIN) from None
    raise ReadError("an archive that holds no spreadsheet.", file=file.name, hint=_AGAIN)


def _checked_parts(file: SourceFile, archive: zipfile.ZipFile) -> frozenset[str]:
    """The names in the archive, once it is known to be harmless to unpack."""
    parts = archive.infolist()
    # A part never unpacks to more than it declares: the archive's reader stops there.
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise ReadError(
            f"it would unpack to {unpacked:,} bytes in {len(parts):,} parts, which is refused.",
            file=file.name,
        )
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                _refuse_declarations(file, stream.read(4096))
    return frozenset(part.filename for part in parts)


def _refuse_declarations(file: SourceFile, head: bytes) -> None:
    # NUL bytes would be another encoding, in which a declaration hides from the next line.
    if b"\0" in head or _DECLARATION.search(head):
        raise ReadError("it declares a document type, which is refused.", file=file.name)


def _read_xlsx(file: SourceFile) -> list[Sheet]:
    import openpyxl  # type: ignore[import-untyped]

    sheets = []
    try:
        with warnings.catch_warnings():
            # About styles and extensions that nobody here looks at.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what the file says of its own size is often wrong
                rows = (
                    (n, [_value_text(value) for value in values])
                    for n, values in enumerate(sheet.iter_rows(values_only=True), start=1)
                )
                sheets.append(Sheet(str(sheet.title), _rows(file, rows)))
            book.close()
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"not a whole .xlsx file ({error}).", file=file.name, hint=_AGAIN) from None
    return sheets


def _read_ods(file: SourceFile, content: bytes) -> list[Sheet]:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"broken XML inside ({error}).", file=file.name, hint=_AGAIN) from None
    return [
        Sheet(table.get(f"{_TABLE}name", ""), _rows(file, _ods_rows(file, table)))
        for table in root.iter(f"{_TABLE}table")
    ]


def _ods_rows(file: SourceFile, table: etree._Element) -> Iterator[tuple[int, list[str]]]:
    line = 1
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = _count(row, "number-rows-repeated")
        cells = _ods_cells(file, row)
        # A sheet ends with one empty row, repeated a million times.
        for n in range(repeated if any(cells) else 0):
            yield line + n, cells
        line += repeated


def _ods_cells(file: SourceFile, row: etree._Element) -> list[str]:
    cells: list[str] = []
    gap = 0
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated, text = _count(cell, "number-columns-repeated"), _ods_text(cell)
        if not text:
            gap += repeated
            continue
        if len(cells) + gap + repeated > MAX_COLUMNS:
            raise ReadError(f"a row of more than {MAX_COLUMNS} columns.", file=file.name)
        cells += [""] * gap + [text] * repeated
        gap = 0
    return cells


def _ods_text(cell: etree._Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        return str(cell.get(f"{_OFFICE}date-value", ""))[:10]
    if kind in ("float", "percentage", "currency"):
        try:
            return _value_text(float(cell.get(f"{_OFFICE}value", "")))
        except ValueError:
            return ""
    # Only the paragraphs of the cell itself: a comment on it has paragraphs, too.
    paragraphs = (
        "".join(map(str, paragraph.itertext())) for paragraph in cell.iterchildren(f"{_TEXT}p")
    )
    return " ".join(" ".join(paragraphs).split())


def _count(element: etree._Element, name: str) -> int:
    text = str(element.get(f"{_TABLE}{name}", "1"))
    return min(int(text), MAX_ROWS) if text.isascii() and text.isdigit() else 1


def _value_text(value: object) -> str:
    """A cell's value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _rows(file: SourceFile, rows: Iterable[tuple[int, list[str]]]) -> tuple[SheetRow, ...]:
    kept = []
    for line, cells in rows:
        if line > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise ReadError(
                f"a sheet of more than {MAX_ROWS:,} rows or {MAX_COLUMNS:,} columns.",
                file=file.name,
            )
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            kept.append(SheetRow(line, tuple(cells)))
    return tuple(kept)
