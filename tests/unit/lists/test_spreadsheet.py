"""Spreadsheets to rows of text: three formats, one result; what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from interdict.errors import ReadError
from interdict.lists import spreadsheet
from interdict.lists.parsing import SourceFile
from interdict.lists.spreadsheet import is_spreadsheet, read_sheets

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def xlsx(rows: list[list[object]]) -> SourceFile:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return SourceFile("list.xlsx", target.getvalue())


def archive(name: str, parts: dict[str, str | bytes]) -> SourceFile:
    """A zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(part, content)
    return SourceFile(name, target.getvalue())


def ods(rows: str, *, before: str = "") -> SourceFile:
    """An OpenDocument file with one sheet of those rows."""
    body = f'<table:table table:name="S">{rows}</table:table>'
    content = f"{before}<office:document-content {NAMESPACES}>{body}</office:document-content>"
    return archive("list.ods", {"content.xml": content})


def cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    """A cell of an OpenDocument file."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_values_of_every_kind_become_text() -> None:
    """Whole numbers lose their point, dates are ISO, empty cells and rows are left out."""
    row = ["Grau", 1954.0, 1.5, datetime(1961, 3, 14), date(2020, 6, 10), True, None, "", None]
    (sheet,) = read_sheets(xlsx([["Name"], [], row]))
    assert [r.line for r in sheet.rows] == [1, 3]
    assert sheet.rows[1].cells == ("Grau", "1954", "1.5", "1961-03-14", "2020-06-10", "true")


def test_opendocument_repeats_and_gaps_are_spread_out() -> None:
    """Repeated cells and rows count as many; a million empty rows at the end cost nothing."""
    twice = 'office:value-type="string" table:number-columns-repeated="2"'
    rows = (
        f"<table:table-row>{cell('a')}"
        '<table:table-cell table:number-columns-repeated="2"/>'
        f"{cell('b', twice)}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cell("c")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1043268"><table:table-cell/>'
        "</table:table-row>"
    )
    (sheet,) = read_sheets(ods(rows))
    assert [(r.line, r.cells) for r in sheet.rows] == [
        (1, ("a", "", "", "b", "b")),
        (2, ("c",)),
        (3, ("c",)),
    ]


def test_opendocument_values_are_the_values_and_not_what_is_shown() -> None:
    """A number or date is read from its value; a comment is not part of its cell."""
    number = cell("1,954.00", 'office:value-type="float" office:value="1954"')
    day = cell("14 March", 'office:value-type="date" office:date-value="1961-03-14T00:00:00"')
    told = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p>'
        "</office:annotation><text:p>Grau</text:p><text:p>Pico</text:p></table:table-cell>"
    )
    (sheet,) = read_sheets(ods(f"<table:table-row>{number}{day}{told}</table:table-row>"))
    assert sheet.rows[0].cells == ("1954", "1961-03-14", "Grau Pico")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (SourceFile("x.xls", b""), "empty"),
        (SourceFile("x.xls", b"<html></html>"), "neither"),
        (SourceFile("x.xls", spreadsheet.OLE_MAGIC + b"\0" * 600), "not a whole .xls"),
        (SourceFile("x.xlsx", b"PK\x03\x04 cut"), "broken archive"),
        (archive("x.zip", {"sdn.csv": "1,2"}), "no spreadsheet"),
        (archive("x.xlsx", {"xl/workbook.xml": "<workbook/>"}), "not a whole .xlsx"),
        (archive("x.ods", {"content.xml": "<office:document"}), "broken XML"),
        (ods("", before=BOMB), "document type"),
        (archive("x.ods", {"content.xml": f"{BOMB}<x/>".encode("utf-16")}), "document type"),
        (ods("<table:table-row/>"), "without a row"),
        (ods(f"<table:table-row>{cell('a') * 1001}</table:table-row>"), "more than 1000 columns"),
    ],
)
def test_what_is_no_harmless_spreadsheet_is_refused(file: SourceFile, what: str) -> None:
    """The error names the file and says what is wrong."""
    with pytest.raises(ReadError, match=what) as caught:
        read_sheets(file)
    assert caught.value.file == file.name


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A zip bomb is known by what its parts declare."""
    file = archive("bomb.ods", {"content.xml": b" " * 2_000_000})
    assert len(file.data) < 10_000
    monkeypatch.setattr(spreadsheet, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(ReadError, match="unpack to 2,000,000 bytes"):
        read_sheets(file)


def test_an_archive_cut_off_or_altered_is_refused() -> None:
    """Bytes lost in transfer are noticed wherever they were."""
    whole = xlsx([["Name"], ["Grau"]]).data
    for size in (len(whole) // 2, len(whole) - 30):
        with pytest.raises(ReadError):
            read_sheets(SourceFile("cut.xlsx", whole[:size]))


def test_a_spreadsheet_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    """The name does not matter."""
    assert is_spreadsheet(xlsx([["a"]]).data[:8])
    assert is_spreadsheet(spreadsheet.OLE_MAGIC)
    assert not is_spreadsheet(b"Reference,Name")
