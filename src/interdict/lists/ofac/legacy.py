"""OFAC's lists (SDN and consolidated) in the delimited files that it has always published.

An edition is four files joined by the number of the entry: entries, alternate names, addresses
and the rest of long remarks. The files hold no date. What each file asserts depends on that
file alone, except that a long remark and the party at the end of a link need the entries: so
the same row makes the same statements whichever files are loaded with it.

Source: OFAC, "SDN data formats" (dat_spec.txt).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interdict.lists.ofac.csv import Row, read_rows
from interdict.lists.ofac.datasets import claims_file
from interdict.lists.ofac.party import ANY_SCHEMA, NameIndex, Party, PartyWriter, Place, entity_id
from interdict.lists.ofac.remarks import REMARK_LENGTH, split, split_cut
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.model.source import Dataset

VESSEL_COLUMNS = {5: "callSign", 6: "type", 7: "tonnage", 8: "grossRegisteredTonnage", 9: "flag"}
OWNER_COLUMN = 10


class Index:
    """The rows of the entries file, by number and by listed name."""

    def __init__(self, dataset: Dataset, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self.names = NameIndex(dataset, ((row.record_id, row[1]) for row in self.rows))
        self.ids = {row.record_id for row in self.rows}


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the files of one edition.

    Raises:
        ReadError: if a file is not what its name says, with the line.
    """
    by_part = {claims_file(dataset, file.base_name, b""): file for file in files}
    entries, comments = by_part.get("entries"), by_part.get("comments")
    index = None
    if entries is not None:
        index = Index(dataset, read_rows(entries, n_columns=12))
    comment_rows = list(read_rows(comments, n_columns=2)) if comments is not None else []
    comments_part = out.part("comments", comments) if comments is not None else None
    rests = _rests(comment_rows, comments_part, index)
    if entries is not None and index is not None:
        _Entries(dataset, index, out.part("entries", entries), comments_part, rests).read()
    if (aliases := by_part.get("aliases")) is not None:
        _Others(dataset, index, out.part("aliases", aliases)).aliases(aliases)
    if (addresses := by_part.get("addresses")) is not None:
        _Others(dataset, index, out.part("addresses", addresses)).addresses(addresses)


def _rests(
    rows: Iterable[Row], part: PartOutput | None, index: Index | None
) -> dict[str, tuple[str, int]]:
    """Entry -> the rest of its remark and the line it stands on.

    Held aside is a rest whose entry the edition does not hold, or whose remark is not cut: a
    comments file of another date than the entries has both, and must not be glued on.
    """
    rests: dict[str, tuple[str, int]] = {}
    if part is None:
        return rests
    cut = {row.record_id for row in index.rows if is_cut(row)} if index else set()
    for row in rows:
        part.row(row.record_id)
        rest = row.cells[1]
        if row.record_id not in cut:
            missing = index is None or row.record_id not in index.ids
            why = "remark without its entry" if missing else "rest of a remark that is not cut"
            part.signal("held_aside", why, f"{row.record_id}: {rest}", row.line)
        elif row.record_id in rests:
            part.signal("drift", "second rest of one remark", rest, row.line)
        else:
            rests[row.record_id] = (rest, row.line)
    return rests


def is_cut(row: Row) -> bool:
    """True if the entry's remark was cut at its length limit."""
    return len(row.cells[11]) >= REMARK_LENGTH


class _Entries:
    """Reads the rows of the entries file, with the rests of their remarks."""

    def __init__(
        self,
        dataset: Dataset,
        index: Index,
        part: PartOutput,
        comments: PartOutput | None,
        rests: dict[str, tuple[str, int]],
    ) -> None:
        self.index = index
        self.part = part
        self.comments = comments
        self.rests = rests
        self.write = PartyWriter(dataset, index.names, part)

    def read(self) -> None:
        """All rows, in order."""
        seen: set[str] = set()
        for row in self.index.rows:
            self.part.row(row.record_id)
            if row.record_id in seen:
                self.part.signal("drift", "entry stands twice", row.record_id, row.line)
            seen.add(row.record_id)
            self._row(row)

    def _row(self, row: Row) -> None:
        here = Place(self.part, row.line)
        party = self.write.party(row.record_id, row[2], row[1], here)
        self.write.name(party, here, row[1])
        tags = [tag.strip(" []") for tag in re.split(r"\]\s*\[", row[3])]
        self.write.programmes(party, here, tags, row[1])
        self.write.titles(party, here, row[4])
        for column, prop in VESSEL_COLUMNS.items():
            self.write.vessel(party, here, prop, row[column])
        self.write.owner(party, here, row[OWNER_COLUMN])
        self._remark(party, here, row)

    def _remark(self, party: Party, here: Place, row: Row) -> None:
        head = row.cells[11]
        if not row[11]:
            return
        rest = self.rests.get(row.record_id)
        if rest is None and is_cut(row):
            here.part.signal("cut", "remark without its rest", head[-80:], here.line)
            fields = split_cut(head)
        else:
            fields = split(head if rest is None else (head + rest[0]).rstrip())
        for field in fields:
            place = here
            if rest is not None and field.whole > len(head) and self.comments is not None:
                place = Place(self.comments, rest[1])
            self.write.field(party, place, field.text)


class _Others:
    """Reads the files of aliases and of addresses, with or without their entries."""

    def __init__(self, dataset: Dataset, index: Index | None, part: PartOutput) -> None:
        self.dataset = dataset
        self.index = index
        self.part = part
        self.write = PartyWriter(dataset, index.names if index else NameIndex(dataset, ()), part)

    def aliases(self, file: SourceFile) -> None:
        """All rows of the alternate names."""
        for row in read_rows(file, n_columns=5):
            party, here = self._start(row, "alternate name")
            self.write.alias(party, here, row[2].lower(), row[3])
            self.write.note(party, here, "remarks of an alternate name", row[4])

    def addresses(self, file: SourceFile) -> None:
        """All rows of the addresses."""
        for row in read_rows(file, n_columns=6):
            party, here = self._start(row, "address")
            self.write.address(party, here, row[2], row[3], row[4])
            self.write.note(party, here, "remarks of an address", row[5])

    def _start(self, row: Row, what: str) -> tuple[Party, Place]:
        self.part.row(row.record_id)
        if self.index is not None and row.record_id not in self.index.ids:
            self.part.signal("held_aside", f"{what} without its entry", row.record_id, row.line)
        party = Party(row.record_id, entity_id(self.dataset, row.record_id), ANY_SCHEMA)
        return party, Place(self.part, row.line)
