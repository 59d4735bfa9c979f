"""Canada's autonomous sanctions (SEMA and JVCFOA regulations), in the XML that is published.

The list gives no permanent number: schedules and items are counted anew when a regulation is
amended (of the parties of an edition of 2022 that one of 2025 holds too, under a tenth kept
theirs). So an entry's id is made of what does stay, its regulation and its name as listed; a
ship's is its IMO number. An entry whose name is corrected therefore gets another id, and two
items of one regulation under one name are one entry.

The file has no date of its own.

Source: Global Affairs Canada, "Consolidated Canadian Autonomous Sanctions List", XML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.lists.party import PartyOutput, language_of
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.whole_xml import parse_whole_xml
from interdict.lists.written_dates import written_date, written_dates
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

ROOT = "data-set"

DATASETS = (
    Dataset(
        name="ca_sema",
        title="Consolidated Canadian Autonomous Sanctions List",
        publisher="Global Affairs Canada",
        url="https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx",
        licence="Open Government Licence - Canada",
        parts=("entries",),
        primary="entries",
        issuer="CA-GAC",
        aliases=("ca", "sema"),
    ),
)

FILES = {"ca_sema": "the XML file of the list, sema-lmes.xml (<data-set>)"}
"""What the files of a dataset are called, for messages."""

FIELDS = {
    "Country": "regulation",
    "LastName": "last",
    "GivenName": "given",
    "Entity": "entity",
    "EntityOrShip": "entity",
    "Title": "title",
    "TitleOrShip": "title",
    "ShipIMONumber": "imo",
    "DateOfBirth": "born",
    "DateOfBirthOrShipBuildDate": "born",
    "Aliases": "aliases",
    "Schedule": "schedule",
    "Item": "item",
    "DateOfListing": "listed",
}
"""Element -> field; editions name some elements differently."""

REGULATIONS = {"Burma": "Myanmar (Burma)"}
"""Names that a regulation had before -> the one it has."""

_ALIASES = re.compile(r"\s*;\s*|\s+/\s+|\s+or\s+")
_ALSO = re.compile(
    r"\s*\((?:also known as|a\.?k\.?a\.?|formerly(?: known as)?):?\s+(.+)\)\s*$", re.I
)


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any XML file, or one that starts as the list does whatever its name."""
    return "entries" if name.endswith(".xml") or b"<data-set" in head else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is broken, another list's, or holds no entries.
    """
    (file,) = files
    root = parse_whole_xml(file, root=ROOT)
    part = out.part("entries", file)
    seen: dict[str, str] = {}
    for element in elements(root):
        if element.tag != "record":
            part.signal("drift", f"element {element.tag}", text_of(element), line_of(element))
            continue
        record = _Record(dataset, element, part, file)
        record.read()
        born = record.fields.get("born", "")
        before = seen.setdefault(record.party.record_id, born)
        if born and before and born != before:
            # Perhaps two people of one name: nothing in the list tells them apart.
            what = f"{record.name}: {before}, {born}"
            part.signal("drift", "one name, two dates of birth", what, line_of(element))
    if not seen:
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")


class _Record:
    """One `record`."""

    def __init__(
        self, dataset: Dataset, element: etree._Element, part: PartOutput, file: SourceFile
    ) -> None:
        self.fields: dict[str, str] = {}
        unknown = []
        for child in elements(element):
            text = text_of(child)
            field = FIELDS.get(str(child.tag))
            if field is None:
                unknown.append((str(child.tag), text))
            elif text:
                self.fields[field] = text
        unknown += [
            (f"{one.tag}/@{name!s}", str(value))
            for one in element.iter()
            for name, value in one.attrib.items()
        ]
        english = re.split(r"\s*/\s*", self.fields.get("regulation", ""))[0]
        self.regulation = REGULATIONS.get(english, english)
        self.is_person = "last" in self.fields or "given" in self.fields
        line = line_of(element)
        self.name = self._whole_name()
        if not self.name or not self.regulation:
            missing = "name" if not self.name else "Country"
            raise ReadError(f"a record without its {missing}.", file=file.name, line=line)
        imo = re.fullmatch(r"(?:IMO\s*)?(\d{7})", self.fields.get("imo", ""), re.I)
        self.imo = imo[1] if imo else ""
        schema = (
            "Person" if self.is_person else "Vessel" if "imo" in self.fields else "Organization"
        )
        self.party = PartyOutput(dataset, part, self._id(), schema)
        self.party.line = line
        part.row(self.party.record_id)
        if "imo" in self.fields and not self.imo:
            self.party.drift("ShipIMONumber", self.fields["imo"])
        for tag, text in unknown:
            if text:
                self.party.drift(f"element {tag}", text)

    def _whole_name(self) -> str:
        if self.is_person:
            return " ".join(filter(None, (self.fields.get("given"), self.fields.get("last"))))
        return self.fields.get("entity", "")

    def _id(self) -> str:
        if self.imo:
            return f"imo-{self.imo}"
        kind = "person" if self.is_person else "entity"
        key = "\x1f".join((plain(self.regulation), kind, plain(self.name)))
        return blake2b(key.encode(), digest_size=8).hexdigest()

    def read(self) -> None:
        """Everything that the record says."""
        party, fields = self.party, self.fields
        self._names()
        party.say("imoNumber", self.imo)
        title = fields.get("title", "")
        party.say("type" if party.schema == "Vessel" else "title", title)
        if born := fields.get("born"):
            found = written_dates(born)
            for date in found.dates:
                party.say("buildDate" if party.schema == "Vessel" else "birthDate", date)
            for rest in found.rest:
                party.drift("DateOfBirth", rest)
        sanction = party.sanction(self.regulation)
        place = [f"Schedule {fields['schedule']}"] if "schedule" in fields else []
        place += [f"item {fields['item']}"] if "item" in fields else []
        party.of_sanction(sanction, "authorityId", ", ".join(place))
        if listed := fields.get("listed"):
            day = written_date(listed)
            if day:
                party.of_sanction(sanction, "event:listed", day)
            else:
                party.drift("DateOfListing", listed)

    def _names(self) -> None:
        party, fields = self.party, self.fields
        if self.is_person:
            party.say("name", self.name)
            party.say("firstName", fields.get("given", ""))
            party.say("lastName", fields.get("last", ""))
        else:
            self._entity_names()
        for alias in _ALIASES.split(fields.get("aliases", "")):
            # A single word is another spelling of one part of a person's name.
            weak = self.is_person and len(alias.split()) == 1
            party.say("weakAlias" if weak else "alias", alias, lang=language_of(alias))

    def _entity_names(self) -> None:
        """One name, or the English and the French one with a slash between them."""
        name = self.name
        also = _ALSO.search(name)
        if also:
            self.party.say("alias", also[1])
            name = name[: also.start()]
        halves = [half.strip() for half in name.split("/")]
        if len(halves) == 2 and all(len(half.split()) > 1 for half in halves):
            self.party.say("name", halves[0])
            self.party.say("alias", halves[1])
        else:
            self.party.say("name", name)


def plain(text: str) -> str:
    """Letters and figures of any script, in lower case, without accents, single spaces.

    Ids rest on it: it must never change.
    """
    # Folding the case can bring letters that come apart, and coming apart letters with a case.
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(c for c in spread if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())
