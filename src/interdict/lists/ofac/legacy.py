"""OFAC's lists (SDN and consolidated) in the delimited files that it has always published.

An edition is four files joined by the number of the entry: entries, alternate names, addresses
and the rest of long remarks. The files hold no date. What each file asserts depends on that
file alone, except that a long remark and the party at the end of a link need the entries: so
the same row makes the same statements whichever files are loaded with it.

Source: OFAC, "SDN data formats" (dat_spec.txt).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interdict.lists.ofac.csv import Row, read_rows
from interdict.lists.ofac.labels import RULES
from interdict.lists.ofac.names import person_name
from interdict.lists.ofac.remarks import (
    REMARK_LENGTH,
    Fact,
    Node,
    Reading,
    read_field,
    split,
    split_cut,
)
from interdict.lists.ofac.rules import link, name_facts, slug
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.model.source import Dataset

_PARTS = ("entries", "aliases", "addresses", "comments")
_LICENCE = "Work of the United States government: public domain"
_PUBLISHER = "United States Department of the Treasury, Office of Foreign Assets Control"

DATASETS = (
    Dataset(
        name="us_ofac_sdn",
        title="Specially Designated Nationals and Blocked Persons List",
        publisher=_PUBLISHER,
        url="https://sanctionslist.ofac.treas.gov/Home/SdnList",
        licence=_LICENCE,
        parts=_PARTS,
        primary="entries",
        issuer="US-TREASURY",
        aliases=("ofac", "ofac_sdn", "sdn"),
    ),
    Dataset(
        name="us_ofac_cons",
        title="Consolidated (non-SDN) Sanctions List",
        publisher=_PUBLISHER,
        url="https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList",
        licence=_LICENCE,
        parts=_PARTS,
        primary="entries",
        issuer="US-TREASURY",
        aliases=("ofac_cons",),
    ),
)

_STEMS = {
    "us_ofac_sdn": {"sdn": 0, "alt": 1, "add": 2, "sdn_comments": 3},
    "us_ofac_cons": {"cons_prim": 0, "cons_alt": 1, "cons_add": 2, "cons_comments": 3},
}
FILES = {
    name: ", ".join(f"{stem}.csv" for stem in stems) + " (a date may follow the stem)"
    for name, stems in _STEMS.items()
}
"""What the files of a dataset are called, for messages."""

_FILE_NAME = re.compile(r"(.+?)(?:[_-]\d{4}-?\d{2}-?\d{2})?\.csv$")

SCHEMATA = {
    "individual": "Person",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "": "Organization",
    "entity": "Organization",
}
"""`SDN_Type` -> schema; a null is an entity."""

ALIAS_PROPERTIES = {"aka": ("alias", ""), "fka": ("previousName", ""), "nka": ("alias", "nka")}
"""`alt_type` -> property and qualifier."""

VESSEL_COLUMNS = {
    5: ("callSign", "call sign"),
    6: ("type", "vessel type"),
    7: ("tonnage", "tonnage"),
    8: ("grossRegisteredTonnage", "gross registered tonnage"),
    9: ("flag", "vessel flag"),
}
OWNER_COLUMN = 10

ANY_SCHEMA = "Thing"
"""Schema of what the alias and address files say: they do not tell what kind of party it is."""


@dataclass(frozen=True, slots=True)
class Party:
    """An entry: its number, the id of its entity, what kind of party it is."""

    record_id: str
    entity_id: str
    schema: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where statements about a party go, and the line they stand on."""

    part: PartOutput
    line: int


class Index:
    """The entries of the edition, by number and by listed name."""

    def __init__(self, dataset: Dataset, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self.names: dict[str, str] = {}
        counts = Counter(row[1].casefold() for row in self.rows)
        for row in self.rows:
            if counts[row[1].casefold()] == 1:
                self.names[row[1].casefold()] = entity_id(dataset, row.record_id)
        self.ids = {row.record_id for row in self.rows}

    def resolve(self, name: str) -> str | None:
        """The entity that alone is listed under exactly that name, letter case aside.

        The full stop that closes a remark also closes an abbreviation: `S.A` may be `S.A.`.
        """
        folded = name.casefold()
        return self.names.get(folded) or self.names.get(f"{folded}.")


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """The part that a file is, by its name alone: `sdn.csv`, `sdn_2021-08-18.csv`, `alt.csv`."""
    found = _FILE_NAME.match(name.lower())
    position = _STEMS[dataset.name].get(found[1]) if found else None
    return None if position is None else _PARTS[position]


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
        part = out.part("aliases", aliases)
        for row in read_rows(aliases, n_columns=5):
            _alias(dataset, row, part, index)
    if (addresses := by_part.get("addresses")) is not None:
        part = out.part("addresses", addresses)
        for row in read_rows(addresses, n_columns=6):
            _address(dataset, row, part, index)


def entity_id(dataset: Dataset, record_id: str) -> str:
    """The id of the entity that an entry is about."""
    return f"{dataset.name}-{record_id}"


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
        self.dataset = dataset
        self.index = index
        self.part = part
        self.comments = comments
        self.rests = rests

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
        schema = SCHEMATA.get(row[2].lower())
        if schema is None:
            self.part.signal("drift", f"SDN_Type {row[2]}", row[1], row.line)
            schema = "LegalEntity"
        party = Party(row.record_id, entity_id(self.dataset, row.record_id), schema)
        here = Place(self.part, row.line)
        self._facts(party, here, self._names(party, row[1]))
        self._programmes(party, here, row)
        self._columns(party, here, row)
        self._remark(party, here, row)

    def _names(self, party: Party, listed: str) -> Iterable[Fact]:
        if party.schema != "Person":
            return [Fact("name", listed)]
        name = person_name(listed)
        if not name.first:
            return [Fact("name", listed)]
        return [
            Fact("name", name.natural),
            Fact("name", listed, "listed"),
            Fact("lastName", name.last),
            Fact("firstName", name.first),
            Fact("nameSuffix", name.suffix),
        ]

    def _programmes(self, party: Party, here: Place, row: Row) -> None:
        tags = [tag.strip(" []") for tag in re.split(r"\]\s*\[", row[3])]
        if not any(tags):
            here.part.signal("drift", "entry without a programme", row[1], here.line)
        for tag in filter(None, tags):
            self._facts(party, here, [Fact("program", tag)])
            facts = (Fact("program", tag),)
            self._node(party, here, Node("Sanction", f"sanction-{slug(tag)}", "entity", facts))

    def _columns(self, party: Party, here: Place, row: Row) -> None:
        """The titles, and the columns that only vessels have."""
        prop = "position" if party.schema == "Person" else "notes"
        self._facts(party, here, [Fact(prop, title) for title in re.split(r";\s", row[4])])
        for column, (prop, label) in VESSEL_COLUMNS.items():
            value = row[column]
            if not value:
                continue
            if party.schema != "Vessel":
                here.part.signal("drift", f"{label} of a {party.schema}", value, here.line)
                self._facts(party, here, [Fact("notes", f"{label}: {value}")])
            else:
                self._facts(party, here, [Fact(prop, value)])
        owner = link("Vessel owner", "owner")(row[OWNER_COLUMN], False)
        if owner is not None:
            self._reading(party, here, owner, row[OWNER_COLUMN])

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
            self._reading(party, place, read_field(field.text, party.schema, RULES), field.text)

    def _reading(self, party: Party, place: Place, reading: Reading, text: str) -> None:
        if reading.drift:
            place.part.signal("drift", reading.drift, text, place.line)
        self._facts(party, place, reading.facts)
        for node in reading.nodes:
            self._node(party, place, node)

    def _facts(self, party: Party, place: Place, facts: Iterable[Fact]) -> None:
        for fact in facts:
            place.part.statement(
                party.record_id,
                party.entity_id,
                party.schema,
                fact.prop,
                fact.value,
                line=place.line,
                qualifier=fact.qualifier,
            )

    def _node(self, party: Party, place: Place, node: Node) -> None:
        tag, facts = node.tag, [Fact(node.holder, party.entity_id), *node.facts]
        if node.schema == "Sanction":
            facts.append(Fact("authority", self.dataset.issuer))
        if node.other:
            tag = f"{tag}-{slug(node.other)}"
            other = self.index.resolve(node.other)
            if other is None:
                facts.append(Fact("namesMentioned", node.other))
            else:
                facts.append(Fact("object", other))
        about = Party(party.record_id, f"{party.entity_id}-{tag}", node.schema)
        self._facts(about, place, facts)


def _without_entry(row: Row, part: PartOutput, index: Index | None, what: str) -> None:
    part.row(row.record_id)
    if index is not None and row.record_id not in index.ids:
        part.signal("held_aside", f"{what} without its entry", row.record_id, row.line)


def _alias(dataset: Dataset, row: Row, part: PartOutput, index: Index | None) -> None:
    _without_entry(row, part, index, "alternate name")
    kind, name = row[2].lower(), row[3]
    if kind not in ALIAS_PROPERTIES:
        part.signal("drift", f"alt_type {kind}", name, row.line)
    prop, qualifier = ALIAS_PROPERTIES.get(kind, ("alias", ""))
    facts = name_facts(prop, name, qualifier)
    if row[4]:
        part.signal("drift", "remarks of an alternate name", row[4], row.line)
        facts.append(Fact("notes", row[4]))
    _say(dataset, row, part, facts)


def _address(dataset: Dataset, row: Row, part: PartOutput, index: Index | None) -> None:
    _without_entry(row, part, index, "address")
    street, city, country = row[2], row[3], row[4]
    facts = [Fact("country", country)]
    if street or city:
        facts.insert(0, Fact("address", ", ".join(filter(None, (street, city, country)))))
    if row[5]:
        part.signal("drift", "remarks of an address", row[5], row.line)
        facts.append(Fact("notes", row[5]))
    _say(dataset, row, part, facts)


def _say(dataset: Dataset, row: Row, part: PartOutput, facts: Iterable[Fact]) -> None:
    owner = entity_id(dataset, row.record_id)
    for fact in facts:
        part.statement(
            row.record_id,
            owner,
            ANY_SCHEMA,
            fact.prop,
            fact.value,
            line=row.line,
            qualifier=fact.qualifier,
        )
