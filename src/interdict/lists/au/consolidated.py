"""Australia's consolidated list, in the spreadsheet that is published: .xls, later .xlsx.

An entry's id is the figure of its Reference: `34`, `34a` and `34c1` are rows about one party,
one for each of its names. Other cells are said again in every row; what a row says differently
is said beside it. The file has no date of its own.

Source: Department of Foreign Affairs and Trade, "Guide to Australia's Consolidated List".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from interdict.errors import ReadError
from interdict.lists.au.listing import Listing, read_listing
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.lists.party import PartyOutput, language_of
from interdict.lists.spreadsheet import SheetRow, is_spreadsheet, read_sheets
from interdict.lists.written_dates import enumerated, written_date, written_dates
from interdict.model.source import Dataset
from interdict.text.countries import country_code

KEY = "Reference"
NAME = "Name of Individual or Entity"

DATASETS = (
    Dataset(
        name="au_dfat",
        title="Australia's Consolidated List",
        publisher="Department of Foreign Affairs and Trade",
        url="https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
        licence="Creative Commons Attribution 4.0 (Australian Government)",
        parts=("entries",),
        primary="entries",
        issuer="AU-DFAT",
        aliases=("au", "dfat"),
    ),
)

FILES = {"au_dfat": "the spreadsheet of the list, .xls or .xlsx"}
"""What the files of a dataset are called, for messages."""

SCHEMATA = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}

NAME_TYPES = {
    "primary name": ("name", ""),
    "original script": ("name", "original_script"),
    "aka": ("alias", ""),
    "alias": ("alias", ""),
    "formerly known as": ("previousName", ""),
    "previously listed as": ("previousName", ""),
}

MEASURES = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
"""Columns of later editions that say true or false."""

KNOWN = frozenset(
    [
        *(KEY, NAME, "Type", "Name Type", "Alias Strength", "Date of Birth", "Place of Birth"),
        *("Citizenship", "Address", "Additional Information", "Listing Information"),
        *("IMO Number", "Committees", "Control Date", "Instrument of Designation", *MEASURES),
    ]
)
NOTHING = frozenset({"na", "n/a", "nil", "none", "unknown", "-"})

_REFERENCE = re.compile(r"(?P<number>\d+)\s*[a-z]*\d*\s*$", re.I)
_PAPER_LABEL = re.compile(
    r"\b(?P<kind>passport|national identification|national id(?:entity)?)"
    r"\s*(?:nos?\.?|numbers?)\s*[:.]*\s*",
    re.I,
)
_ANY_LABEL = re.compile(r"(?<=[.;)]) ?[A-Z][A-Za-z. ]{3,40}:")
_SENTENCE = re.compile(r"(?<!\bNo)\.\s+(?=[A-Z][a-z]|[A-Z] )")
_NUMBER = re.compile(r"(?:\b[A-Z]{1,4}[- .]?)?\d[\dA-Z/.\-]{3,}\b")


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any spreadsheet: that it is this one shows when it is read."""
    return "entries" if is_spreadsheet(head) else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is broken, has no such header, or a row without its reference.
    """
    (file,) = files
    rows = read_sheets(file)[0].rows
    at = next((n for n, row in enumerate(rows[:10]) if KEY in map(tidy, row.cells)), None)
    header = [] if at is None else [tidy(cell) for cell in rows[at].cells]
    if at is None or NAME not in header:
        raise ReadError(
            f"no header with the columns {KEY!r} and {NAME!r}.",
            file=file.name,
            hint="Another spreadsheet than the consolidated list.",
        )
    part = out.part("entries", file)
    for title in header:
        if title and title not in KNOWN:
            part.signal("drift", f"column {title}", title, rows[at].line)
    for row in rows[at + 1 :]:
        _Row(dataset, header, row, part, file).read()
    if at + 1 == len(rows):
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")


class _Row:
    """One row: one name of a party, and everything else about it."""

    def __init__(
        self,
        dataset: Dataset,
        header: Sequence[str],
        row: SheetRow,
        part: PartOutput,
        file: SourceFile,
    ) -> None:
        cells = zip(header, map(tidy, row.cells), strict=False)
        self.cells: Mapping[str, str] = {
            title: "" if text.lower() in NOTHING else text for title, text in cells if title
        }
        reference = _REFERENCE.match(self.cell(KEY))
        if reference is None:
            raise ReadError(
                f"a row starts with its reference, not with {self.cell(KEY)[:40]!r}.",
                file=file.name,
                line=row.line,
            )
        kind = self.cell("Type").lower()
        schema = SCHEMATA.get(kind, "LegalEntity")
        self.party = PartyOutput(dataset, part, reference["number"], schema)
        self.party.line = row.line
        part.row(reference["number"])
        if kind not in SCHEMATA:
            self.party.drift("Type", kind or "(none)")

    def cell(self, title: str) -> str:
        """The text of a column; empty if the file has it not."""
        return self.cells.get(title, "")

    def read(self) -> None:
        """Everything that the row says."""
        party = self.party
        self._name()
        if born := self.cell("Date of Birth"):
            self._born(born)
        for item in enumerated(self.cell("Place of Birth")):
            party.say("birthPlace", item)
        prop = {"Person": "citizenship", "Vessel": "flag"}.get(party.schema, "country")
        for item in enumerated(self.cell("Citizenship")):
            party.say(prop, item)
        for item in enumerated(self.cell("Address")):
            self._address(item)
        self._additional(self.cell("Additional Information"))
        self._imo()
        if control := self.cell("Control Date"):
            date = written_date(control)
            if date:
                party.say("modifiedAt", date)
            else:
                party.drift("Control Date", control)
        self._listing()
        for title in self.cells.keys() - KNOWN:
            party.note("", f"{title}: {self.cell(title)}" if self.cell(title) else "")

    def _name(self) -> None:
        party, name = self.party, self.cell(NAME)
        kind, strength = self.cell("Name Type").lower(), self.cell("Alias Strength").lower()
        prop, qualifier = NAME_TYPES.get(kind, ("alias", ""))
        if kind not in NAME_TYPES:
            party.part.signal("drift", f"Name Type {kind or '(none)'}", name, party.line)
        if strength in ("weak", "low"):
            prop = "weakAlias"
        elif strength not in ("", "strong", "good"):
            party.part.signal("drift", f"Alias Strength {strength}", name, party.line)
        party.say(prop, name, qualifier=qualifier, lang=language_of(name))
        if not name:
            party.part.signal("drift", "row without a name", party.record_id, party.line)

    def _born(self, text: str) -> None:
        party = self.party
        found = written_dates(text)
        prop = "buildDate" if party.schema == "Vessel" else "birthDate"
        for date in found.dates:
            party.say(prop, date)
        for rest in found.rest:
            party.drift("Date of Birth", rest)

    def _address(self, text: str) -> None:
        """An address, or the name of a country alone."""
        party = self.party
        last = text.rpartition(",")[2].strip(" .")
        is_country = len(country_code(last)) == 2
        if is_country:
            party.say("country", last)
        if not is_country or last != text.strip(" ."):
            party.say("address", text)

    def _additional(self, text: str) -> None:
        self.party.say("notes", text)
        if self.party.schema != "Person":
            return
        labels = list(_PAPER_LABEL.finditer(text))
        for label in labels:
            told = text[label.end() :]
            others = [m.start() for m in (_ANY_LABEL.search(told), _PAPER_LABEL.search(told)) if m]
            told = told[: min(others, default=len(told))]
            prop = "passportNumber" if label["kind"].lower() == "passport" else "idNumber"
            for item in enumerated(told):
                paper = _SENTENCE.split(item)[0]
                number = _NUMBER.search(paper)
                if number:
                    self.party.paper(prop, number[0], facts=[("summary", paper)])

    def _imo(self) -> None:
        party, text = self.party, self.cell("IMO Number")
        if not text:
            return
        found = re.fullmatch(r"(?:IMO\s*)?(\d{7})", text, re.I)
        if found:
            party.say("imoNumber", found[1])
        else:
            party.drift("IMO Number", text)

    def _listing(self) -> None:
        party, programme = self.party, self.cell("Committees")
        if not programme:
            party.part.signal("drift", "row without a committee", party.record_id, party.line)
            return
        sanction = party.sanction(programme)
        party.of_sanction(sanction, "authorityId", party.record_id)
        party.of_sanction(
            sanction, "reason", self.cell("Instrument of Designation"), qualifier="legal_act"
        )
        for measure in MEASURES:
            said = self.cell(measure).lower()
            if said == "true":
                party.of_sanction(sanction, "provisions", measure)
            elif said not in ("", "false"):
                party.drift(measure, said)
        text = self.cell("Listing Information")
        if text:
            self._say_listing(sanction, text, read_listing(text))

    def _say_listing(self, sanction: str, text: str, listing: Listing) -> None:
        party = self.party
        party.of_sanction(sanction, "summary", text)
        for date in listing.listed:
            party.of_sanction(sanction, "event:listed", date)
        for date in listing.amended:
            party.of_sanction(sanction, "event:amended", date)
        for date in listing.ends:
            # A sunset that an extension may put off: a fact of the listing, not its end.
            party.of_sanction(sanction, "endDate", date, qualifier="unless extended")
