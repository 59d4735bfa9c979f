"""The State Department's table of Foreign Terrorist Organizations, with those it has removed.

The only list that says since when a group is an FTO, and until when. Amendments, which the
table writes into names, become events with their own days and aliases.

A table without a column for removals (a history of designations) cannot tell who is designated
today. It is a part of its own, `dates`, which makes no entry exist: it dates the designations
of groups that the tables hold, and says nothing of any other.

Source: https://www.state.gov/foreign-terrorist-organizations/; 8 U.S.C. 1189(a). No real page
was at hand: the reader has met invented ones only.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.errors import InvalidInput, ReadError
from interdict.lists.event_qualifier import event_qualifier
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.lists.state.labels import Label, day, is_abbreviation, read_label, stable_key
from interdict.lists.state.tables import TableRow, columns_of, folded, is_markup, read_tables
from interdict.model.source import Dataset

PROGRAMME = "FTO"
REGIME = "US-FTO"

DATASETS = (
    Dataset(
        name="us_state_fto",
        title="Foreign Terrorist Organizations",
        publisher="United States Department of State, Bureau of Counterterrorism",
        url="https://www.state.gov/foreign-terrorist-organizations/",
        licence="Work of the United States government: public domain",
        parts=("entries", "dates"),
        primary="entries",
        issuer="US-STATE",
        aliases=("state_fto", "fto"),
    ),
)

FILES = {
    "us_state_fto": "the saved page (.html), or a .csv with the columns Date Designated, Name, "
    "Date Removed"
}


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """`entries` for a page or an export with removals, `dates` for one without."""
    del dataset
    if name.endswith((".html", ".htm")):
        return "entries"
    if not name.endswith((".csv", ".tsv", ".txt")) or is_markup(head):
        return None
    first = head.decode("utf-8-sig", "replace").splitlines()[:1]
    headings = (
        [cell.strip('" ') for cell in first[0].replace("\t", ",").split(",")] if first else []
    )
    if columns_of(headings) is None:
        return None
    return "entries" if "removed" in (columns_of(headings) or {}).values() else "dates"


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the tables of one edition.

    Raises:
        InvalidInput: if the files are a page without tables of the list.
        ReadError: if a file is cut off, or a row does not fit its headings.
    """
    for file in files:
        name = claims_file(dataset, file.base_name, file.data[:4096])
        tables = read_tables(file)
        if not tables.rows:
            raise ReadError("tables without a row.", file=file.name, hint="Save the page again.")
        if name is None:
            raise InvalidInput(f"{file.name}: not a table of {dataset.name}.")
        part = out.part(name, file)
        if name == "dates":
            sample = f"{len(tables.rows)} rows"
            part.signal("held_aside", "table without a column for removals", sample, 1)
        for row in tables.rows:
            _Row(dataset, part, row, file).read(current=name == "entries")


class _Row:
    """One row: a group, its designation and what has been written into its name."""

    def __init__(self, dataset: Dataset, part: PartOutput, row: TableRow, file: SourceFile) -> None:
        if not row.cells.get("name"):
            raise ReadError("a row without a name.", file=file.name, line=row.line)
        self.dataset = dataset
        self.part = part
        self.row = row
        self.label = read_label(row.cells["name"])
        self.designated = self._day("designated", file)
        self.removed = self._day("removed", file)
        self.record_id = "-".join(filter(None, (self.designated, stable_key(self.label))))
        self.entity_id = f"{dataset.name}-{self.record_id}"

    def read(self, *, current: bool) -> None:
        """All that the row says.

        Args:
            current: whether a row without a removal is designated today. A table of dates alone
                does not tell.
        """
        self.part.row(self.record_id)
        self._names(self.label)
        sanction = f"{self.entity_id}-sanction-{PROGRAMME}"
        facts = [
            ("entity", self.entity_id, ""),
            ("programId", REGIME, ""),
            ("authority", self.dataset.issuer, ""),
            ("event:in_force", self.designated, ""),
            ("event:revoked", self.removed, ""),
        ]
        # The tag says that the group is on the list: of a removed one that is not so.
        if current and not self.removed:
            facts.append(("program", PROGRAMME, ""))
            self._say(self.entity_id, "Organization", "program", PROGRAMME)
        for amendment in self.label.amendments:
            # What stands between names in a qualifier can stand in none of them.
            names = [name.replace("; ", ", ").replace(" | ", ", ") for name in amendment.names]
            added = event_qualifier(names=names)
            facts.append(("event:amended", amendment.on.isoformat(), added))
        for prop, value, qualifier in facts:
            self._say(sanction, "Sanction", prop, value, qualifier)
        for heading, value in self.row.others.items():
            if folded(heading) not in ("source", "notes"):
                self.part.signal("drift", f"column {heading}", value, self.row.line)
            self._say(self.entity_id, "Organization", "notes", f"{heading}: {value}")

    def _names(self, label: Label) -> None:
        party = (self.entity_id, "Organization")
        self._say(*party, "name", label.name)
        for alias in label.aliases:
            qualifier = "abbreviation" if is_abbreviation(alias) else ""
            self._say(*party, "alias", alias, qualifier)
        for former in label.former:
            self._say(*party, "previousName", former)
        for amendment in label.amendments:
            for name in amendment.names:
                self._say(*party, "alias", name, f"amendment {amendment.on.isoformat()}")
        if label.rest:
            self.part.signal("drift", "amendment in a name", label.rest, self.row.line)
            self._say(*party, "notes", label.rest)

    def _day(self, column: str, file: SourceFile) -> str:
        """The day of a column, ISO; empty if the cell is.

        Raises:
            ReadError: if the cell is no day: a designation without its dates is not guessed at.
        """
        printed = self.row.cells.get(column, "")
        if not printed:
            if column == "designated":
                name = self.row.cells["name"]
                self.part.signal("drift", "row without a date of designation", name, self.row.line)
            return ""
        found = day(printed)
        if found is None:
            raise ReadError(
                f"{printed!r} is not a day (Month D, YYYY or MM/DD/YYYY).",
                file=file.name,
                line=self.row.line,
            )
        return found.isoformat()

    def _say(self, entity_id: str, schema: str, prop: str, value: str, qualifier: str = "") -> None:
        self.part.statement(
            self.record_id,
            entity_id,
            schema,
            prop,
            value,
            line=self.row.line,
            qualifier=qualifier,
        )
