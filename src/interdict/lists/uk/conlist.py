"""OFSI's consolidated list of asset freeze targets (ConList), in its CSV.

An entry's id is its Group ID. A group has one row for each combination of its names, birth
dates and addresses; what is the same in all rows is said once. The publisher gave the list up
in January 2026; editions before 2021 came with 29 columns, later ones with more.

Source: Office of Financial Sanctions Implementation, "Guide to the format of the consolidated
list"; HM Treasury, "Financial sanctions: consolidated list".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.lists.party import (
    PartyOutput,
    language_of,
    own_un_references,
    un_reference_is_of,
)
from interdict.lists.uk.table import Row, read_table
from interdict.lists.written_dates import enumerated, written_date
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

KEY = "Group ID"

DATASET = Dataset(
    name="uk_ofsi",
    title="Consolidated List of Financial Sanctions Targets",
    publisher="HM Treasury, Office of Financial Sanctions Implementation",
    url="https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets",
    licence="Open Government Licence v3.0",
    parts=("entries",),
    primary="entries",
    issuer="UK-HMT",
    aliases=("ofsi", "conlist"),
)

FILES = "ConList.csv"
"""What the files are called, for messages."""

SCHEMATA = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}

ALIAS_TYPES = {
    "prime alias": "name",
    "primary name": "name",
    "primary name variation": "alias",
    "aka": "alias",
    "alias": "alias",
    "fka": "previousName",
}

NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
ADDRESS = (*(f"Address {n}" for n in range(1, 7)), "Post/Zip Code", "Country")
KNOWN = frozenset(
    [
        *NAMES,
        *ADDRESS,
        *("Title", "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language"),
        *("DOB", "Town of Birth", "Country of Birth", "Nationality", "Position", "NI Number"),
        *("Passport Number", "Passport Details"),
        *("National Identification Number", "National Identification Details"),
        *("Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime"),
        *("Listed On", "UK Sanctions List Date Designated", "Last Updated", KEY),
    ]
)

_NUMBER = re.compile(r"(?=[A-Z0-9./\- ]*\d{3})(?:[A-Z]{1,4}[- .]?)*\d[A-Z0-9./-]*\d[A-Z0-9]?")
_QUALIFIED = re.compile(r"\s*\((?P<told>[^()]*)\)$")
_IMO = re.compile(r"\bIMO(?: number)?:?\s*(\d{7})\b", re.I)


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Files whose header is the list's, or that bear its name."""
    if b"Name 6," in head and KEY.encode() in head and b"Unique ID" not in head:
        return "entries"
    return "entries" if name.startswith("conlist") and name.endswith(".csv") else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is broken, another list's, or holds no entries.
    """
    (file,) = files
    table = read_table(file, key=KEY)
    part = out.part("entries", file)
    if table.published:
        out.edition(end_of_day(date.fromisoformat(table.published)))
    else:
        part.signal("drift", "date of the list", "(none)", 1)
    for title in table.header:
        if title and title not in KNOWN:
            part.signal("drift", f"column {title}", title, 1)
    for row in table.rows:
        _Entry(dataset, row, part).read()


class _Entry:
    """One row: a group as far as this row tells of it."""

    def __init__(self, dataset: Dataset, row: Row, part: PartOutput) -> None:
        self.row = row
        number, kind = row.cells[KEY], self.cell("Group Type")
        part.row(number)
        schema = SCHEMATA.get(kind.lower(), "LegalEntity")
        self.party = PartyOutput(dataset, part, number, schema)
        self.party.line = row.line
        if kind.lower() not in SCHEMATA:
            self.party.drift("Group Type", kind or "(none)")

    def cell(self, title: str) -> str:
        """The text of a column; empty if the file has it not."""
        return self.row.cells.get(title, "")

    def read(self) -> None:
        """Everything that the row says."""
        self._name()
        self._person()
        self._address()
        for prop, number, details, kind in (
            ("passportNumber", "Passport Number", "Passport Details", "passport"),
            ("idNumber", "National Identification Number", "National Identification Details", "id"),
            ("idNumber", "", "NI Number", "id"),
        ):
            self._paper(prop, self.cell(number), self.cell(details), kind)
        self._listing()
        for title in self.row.cells.keys() - KNOWN:
            self.party.note("", f"{title}: {self.cell(title)}")

    def _name(self) -> None:
        party, kind = self.party, self.cell("Alias Type")
        *given, family = map(self.cell, NAMES)
        whole = " ".join(filter(None, (*given, family)))
        prop = ALIAS_TYPES.get(kind.lower())
        if prop is None:
            party.part.signal("drift", f"Alias Type {kind or '(none)'}", whole, party.line)
        if "low" in self.cell("Alias Quality").lower():
            prop = "weakAlias"
        party.say(prop or "alias", whole)
        if not whole:
            party.part.signal("drift", "row without a name", party.record_id, party.line)
        if party.schema == "Person" and prop == "name":
            party.say("firstName", given[0])
            party.say("secondName", given[1])
            party.say("lastName", family)
        script = self.cell("Name Non-Latin Script")
        lang = language_of(script, self.cell("Non-Latin Script Language"))
        party.say("name", script, qualifier="original_script", lang=lang)

    def _person(self) -> None:
        party = self.party
        if born := self.cell("DOB"):
            date_of_birth = written_date(born)
            if date_of_birth:
                party.say("birthDate", date_of_birth)
            else:
                party.drift("DOB", born)
        for title, prop in (
            ("Title", "title"),
            ("Position", "position"),
            ("Town of Birth", "birthPlace"),
            ("Country of Birth", "birthCountry"),
            ("Nationality", "nationality"),
        ):
            for item in enumerated(self.cell(title)):
                party.say(prop, item)

    def _address(self) -> None:
        parts = [self.cell(title) for title in ADDRESS]
        if any(parts[:-1]):
            self.party.say("address", ", ".join(filter(None, parts)))
        for country in enumerated(parts[-1]):
            told = _QUALIFIED.search(country)
            self.party.say("country", _QUALIFIED.sub("", country))
            if told:
                self.party.note("address", country)

    def _paper(self, prop: str, number: str, details: str, kind: str) -> None:
        """A number in a column of its own, or numbers told in words, each with its story."""
        party = self.party
        if number:
            party.paper(prop, number, facts=[("summary", details)])
            return
        for item in enumerated(details):
            found = _NUMBER.search(item)
            if found:
                party.paper(prop, found[0].strip(), facts=[("summary", item)])
            else:
                party.note(kind, item)

    def _listing(self) -> None:
        party = self.party
        regime, other = self.cell("Regime"), self.cell("Other Information")
        party.say("notes", other)
        if not regime:
            party.part.signal("drift", "row without a regime", party.record_id, party.line)
            return
        sanction = party.sanction(regime)
        party.of_sanction(sanction, "authorityId", party.record_id)
        self._date("Listed On", sanction, "event:listed")
        self._date("UK Sanctions List Date Designated", sanction, "date", "designated")
        if updated := self.cell("Last Updated"):
            party.say("modifiedAt", written_date(updated) or "")
        for reference in own_un_references(other):
            if un_reference_is_of(reference, party.schema):
                party.of_sanction(sanction, "unscId", reference)
            else:
                party.part.signal(
                    "drift", "UN reference of another kind of party", reference, party.line
                )
        if party.schema == "Vessel":
            for imo in _IMO.findall(other):
                party.say("imoNumber", imo)

    def _date(self, title: str, sanction: str, prop: str, qualifier: str = "") -> None:
        text = self.cell(title)
        found = written_date(text) if text else None
        if found:
            self.party.of_sanction(sanction, prop, found, qualifier=qualifier)
        elif text:
            self.party.drift(title, text)
