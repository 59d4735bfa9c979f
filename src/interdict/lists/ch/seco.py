"""Switzerland's list of sanctioned persons, entities and objects, in SECO's XML.

An entry's id is its `ssid`, which the publisher keeps. The file holds targets that were taken
off the list, too: they keep their dates and what is said of them, but no tag, so that nothing
counts them as listed.

This format has not met a real file here: it was written from the publisher's schema and
samples in public code, and is tested on invented entries.

Source: State Secretariat for Economic Affairs, "swiss-sanctions-list.xsd" and the description
of the XML data (SESAM).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.ch.target import Place, Target
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.whole_xml import parse_whole_xml
from interdict.lists.written_dates import written_date
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

ROOT = "swiss-sanctions-list"

DATASETS = (
    Dataset(
        name="ch_seco",
        title="Swiss sanctions: consolidated list of sanctioned individuals, entities and objects",
        publisher="State Secretariat for Economic Affairs",
        url="https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml",
        licence="Open use, source must be given (opendata.swiss)",
        parts=("entries",),
        primary="entries",
        issuer="CH-SECO",
        aliases=("ch", "seco"),
    ),
)

FILES = {"ch_seco": f"the XML file of the whole list (<{ROOT}>)"}
"""What the files of a dataset are called, for messages."""

_PROGRAM_PARTS = frozenset(
    {"program-key", "program-name", "sanctions-set", "origin", "legal-basis", "description"}
)


@dataclass(frozen=True, slots=True)
class _Set:
    """A set of measures: the programme it belongs to, and its title."""

    programme: str
    title: str


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any XML file, or one that starts as the list does whatever its name."""
    return "entries" if name.endswith(".xml") or f"<{ROOT}".encode() in head else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is broken, another list's, a list of changes only, or holds no
            entries.
    """
    (file,) = files
    root = parse_whole_xml(file, root=ROOT)
    kind = tidy(root.get("list-type"))
    if kind not in ("", "whole-list"):
        # Changes alone would end everything that they do not name.
        raise ReadError(
            f"a {kind!r}, which is not the whole list.",
            file=file.name,
            line=line_of(root),
            hint="Fetch the whole list (Gesamtliste).",
        )
    part = out.part("entries", file)
    _edition(root, part, out)
    sets = _sets(root, part)
    places = {tidy(e.get("ssid")): Place.of(e) for e in root.iter("place")}
    targets = []
    for element in elements(root):
        if element.tag == "target":
            targets.append(Target(dataset, element, part, file))
        elif element.tag not in ("sanctions-program", "place"):
            part.signal("drift", f"element {element.tag}", text_of(element), line_of(element))
    if not targets:
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")
    known = {target.ssid: target.party.entity_id for target in targets}
    for target in targets:
        measures = [sets[number] for number in target.set_ids if number in sets]
        lost = [number for number in target.set_ids if number not in sets]
        for number in lost or ([] if measures else ["(none)"]):
            part.signal("drift", "entry without a known sanctions-set", number, target.party.line)
        target.read([(found.programme, found.title) for found in measures], places, known)


def _edition(root: etree._Element, part: PartOutput, out: Output) -> None:
    found = written_date(str(root.get("date", "")))
    if found and len(found) == len("2018-04-13"):
        out.edition(end_of_day(date.fromisoformat(found)))
    else:
        part.signal("drift", "date of the list", str(root.get("date", "(none)")), line_of(root))


def _sets(root: etree._Element, part: PartOutput) -> dict[str, _Set]:
    """Number of a set of measures -> programme and title, in English where there is English."""
    sets = {}
    for program in root.iterchildren("sanctions-program"):
        for child in elements(program):
            if child.tag not in _PROGRAM_PARTS:
                what = f"element sanctions-program/{child.tag}"
                part.signal("drift", what, text_of(child), line_of(child))
        key = _english(program, "program-key") or _english(program, "program-name")
        numbers = dict.fromkeys(tidy(e.get("ssid")) for e in program.iterchildren("sanctions-set"))
        for number in numbers:
            named = [e for e in program.iterchildren("sanctions-set") if e.get("ssid") == number]
            titles = {tidy(e.get("lang")): text_of(e) for e in named}
            title = titles.get("eng") or next(iter(titles.values()))
            sets[number] = _Set(key or f"programme {tidy(program.get('ssid'))}", title)
    return sets


def _english(program: etree._Element, tag: str) -> str:
    texts = {tidy(e.get("lang")): text_of(e) for e in program.iterchildren(tag)}
    return texts.get("eng") or next(iter(texts.values()), "")
