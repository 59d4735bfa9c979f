"""The United Nations Security Council's consolidated list, in its XML.

An entry's id is its permanent reference number (`QDi.999`): unique in every edition seen, and
unlike DATAID it stays when the United Nations enter the same party anew.

Source: https://www.un.org/sc/resources/sc-sanctions.xsd; United Nations, "Consolidated list:
XML format technical documentation".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.lists.safe_xml import elements, line_of, parse_xml, text_of
from interdict.lists.un.entry import SCHEMATA, Entry
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

ROOT = "CONSOLIDATED_LIST"

DATASETS = (
    Dataset(
        name="un_sc",
        title="United Nations Security Council Consolidated List",
        publisher="United Nations Security Council",
        url="https://scsanctions.un.org/resources/xml/en/consolidated.xml",
        licence="United Nations terms of use: https://www.un.org/en/about-us/terms-of-use",
        parts=("entries",),
        primary="entries",
        issuer="UN-SC",
        aliases=("un", "unsc"),
    ),
)

FILES = {"un_sc": f"the XML file of the consolidated list (<{ROOT}>)"}
"""What the files of a dataset are called, for messages."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any XML file, or one that starts as the list does whatever its name."""
    return "entries" if name.endswith(".xml") or ROOT.encode() in head else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is not well-formed, another list's, or holds no entries.
    """
    (file,) = files
    root = parse_xml(file, root=ROOT)
    part = out.part("entries", file)
    _edition(root, part, out)
    seen: set[str] = set()
    for section in elements(root):
        if section.tag not in ("INDIVIDUALS", "ENTITIES"):
            part.signal("drift", f"section {section.tag}", text_of(section), line_of(section))
            continue
        for element in elements(section):
            if element.tag not in SCHEMATA:
                part.signal("drift", f"entry {element.tag}", text_of(element), line_of(element))
                continue
            entry = Entry(dataset, element, part, file)
            if entry.record_id in seen:
                part.signal("drift", "entry stands twice", entry.record_id, entry.line)
            seen.add(entry.record_id)
            entry.read()
    if not seen:
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")


def _edition(root: etree._Element, part: PartOutput, out: Output) -> None:
    text = str(root.get("dateGenerated", "")).strip()
    try:
        if len(text) == len("2026-02-27"):
            moment = end_of_day(date.fromisoformat(text))
        else:
            moment = datetime.fromisoformat(text)
    except ValueError:
        part.signal("drift", "dateGenerated", text or "(none)", line_of(root))
        return
    if moment.tzinfo is None:
        part.signal("drift", "dateGenerated without a zone", text, line_of(root))
        moment = moment.replace(tzinfo=UTC)
    out.edition(moment)
