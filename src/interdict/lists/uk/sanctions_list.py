"""The UK Sanctions List in its full forms, CSV and XML, and in the short form, ODS.

An entry's id is its Unique ID (`AFG0001`), which the publisher keeps. In the CSV an entry has
one row for each combination of its names, addresses and numbers; in the XML, one element.

Source: Foreign, Commonwealth and Development Office, "UK Sanctions List: format guide".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.spreadsheet import is_spreadsheet, read_sheets
from interdict.lists.uk.designation import GROUPS, Designation, Writer
from interdict.lists.uk.fields import (
    COLUMNS,
    ELEMENTS,
    GROUP_COLUMNS,
    GROUP_ELEMENTS,
    SHORT_COLUMNS,
    WRAPPERS,
)
from interdict.lists.uk.table import read_table
from interdict.lists.whole_xml import parse_whole_xml
from interdict.lists.written_dates import written_date
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

ROOT = "Designations"
KEY = "Unique ID"

DATASET = Dataset(
    name="uk_sanctions_list",
    title="UK Sanctions List",
    publisher="Foreign, Commonwealth and Development Office",
    url="https://www.gov.uk/government/publications/the-uk-sanctions-list",
    licence="Open Government Licence v3.0",
    parts=("entries", "details"),
    primary="entries",
    issuer="UK-FCDO",
    aliases=("uk", "uksl"),
)

FILES = "the CSV, XML or ODS file of the UK Sanctions List"
"""What the files are called, for messages."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Files that start as one of the three forms does."""
    if is_spreadsheet(head) or b"<Designations" in head or KEY.encode() in head:
        return "entries"
    return "entries" if name.endswith(".xml") else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list in whichever form it comes.

    Raises:
        ReadError: if the file is broken, another list's, or holds no entries.
    """
    (file,) = files
    entries = out.part("entries", file)
    if is_spreadsheet(file.data):
        found, details = _from_short_form(file, entries), None
    else:
        details = out.part("details", file)
        if file.data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            found = _from_xml(file, entries, out)
        else:
            found = _from_csv(file, entries, out)
    if not found:
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")
    for designation in found.values():
        Writer(dataset, designation, entries, details).write()


def _edition(text: str | None, part: PartOutput, out: Output) -> None:
    found = written_date(text or "")
    if found and len(found) == len("2018-04-13"):
        out.edition(end_of_day(date.fromisoformat(found)))
    else:
        part.signal("drift", "date of the report", text or "(none)")


# -- the three forms ------------------------------------------------------------------------------


def _from_csv(file: SourceFile, part: PartOutput, out: Output) -> dict[str, Designation]:
    table = read_table(file, key=KEY)
    _edition(table.published, part, out)
    known = set(COLUMNS) | {title for titles in GROUP_COLUMNS.values() for title in titles} | {KEY}
    for title in table.header:
        if title and title not in known:
            part.signal("drift", f"column {title}", title, 1)
    found: dict[str, Designation] = {}
    for row in table.rows:
        number = row.cells[KEY]
        entry = found.setdefault(number, Designation(number, row.line))
        for title, name in COLUMNS.items():
            entry.add(name, row.cells.get(title, ""), row.line)
        for name, titles in GROUP_COLUMNS.items():
            texts = tuple(row.cells.get(title, "") for title in titles)
            entry.add_group(name, texts, row.line)
        for title in row.cells.keys() - known:
            entry.add("other", f"{title}: {row.cells[title]}", row.line)
    return found


def _from_xml(file: SourceFile, part: PartOutput, out: Output) -> dict[str, Designation]:
    root = parse_whole_xml(file, root=ROOT)
    _edition(root.findtext("DateGenerated"), part, out)
    found: dict[str, Designation] = {}
    for element in elements(root):
        if element.tag != "Designation":
            if element.tag != "DateGenerated":
                place = line_of(element)
                part.signal("drift", f"element {element.tag}", text_of(element), place)
            continue
        number = tidy(element.findtext("UniqueID"))
        if not number:
            raise ReadError(
                "an entry without UniqueID.", file=file.name, line=line_of(element)
            )  # fmt: skip
        if number in found:
            part.signal("drift", "entry stands twice", number, line_of(element))
        entry = found.setdefault(number, Designation(number, line_of(element)))
        _read_element(element, entry, part)
    return found


def _read_element(parent: etree._Element, entry: Designation, part: PartOutput) -> None:
    for child in elements(parent):
        tag, line = str(child.tag), line_of(child)
        inner = list(elements(child))
        if tag in GROUP_ELEMENTS and inner:
            name = GROUP_ELEMENTS[tag]
            texts = dict.fromkeys(GROUPS[name], "")
            for leaf in inner:
                field = ELEMENTS.get(str(leaf.tag), "").removeprefix(f"{name}.")
                if field in texts:
                    texts[field] = text_of(leaf)
                else:
                    _unknown(leaf, entry, part)
            entry.add_group(name, tuple(texts.values()), line)
        elif inner:
            if tag not in WRAPPERS:
                part.signal("drift", f"element {tag}", text_of(child), line)
            if tag != "SanctionsImposedIndicators":  # says again what SanctionsImposed says
                _read_element(child, entry, part)
        elif tag in ELEMENTS:
            entry.add(ELEMENTS[tag], text_of(child), line)
        elif tag not in WRAPPERS and text_of(child):
            _unknown(child, entry, part)


def _unknown(leaf: etree._Element, entry: Designation, part: PartOutput) -> None:
    text = text_of(leaf)
    if text:
        part.signal("drift", f"element {leaf.tag}", text, line_of(leaf))
        entry.add("other", f"{leaf.tag}: {text}", line_of(leaf))


def _from_short_form(file: SourceFile, part: PartOutput) -> dict[str, Designation]:
    """The spreadsheet with one row for each entry; it does not hold its own date."""
    rows = read_sheets(file)[0].rows
    at = next((n for n, row in enumerate(rows[:10]) if KEY in row.cells), None)
    if at is None:
        raise ReadError(
            f"no header with the column {KEY!r}.",
            file=file.name,
            hint="Another spreadsheet than the UK Sanctions List's: see docs/lists.md.",
        )
    header = rows[at].cells
    for title in header:
        if title and title not in SHORT_COLUMNS:
            part.signal("drift", f"column {title}", title, rows[at].line)
    found: dict[str, Designation] = {}
    for row in rows[at + 1 :]:
        texts = dict(zip(header, map(tidy, row.cells), strict=False))
        number = texts.get(KEY, "")
        if not number:
            raise ReadError(f"a row without its {KEY}.", file=file.name, line=row.line)
        if number in found:
            part.signal("drift", "entry stands twice", number, row.line)
        entry = found.setdefault(number, Designation(number, row.line))
        for title, text in texts.items():
            entry.add(SHORT_COLUMNS.get(title, "other"), text, row.line)
    return found
