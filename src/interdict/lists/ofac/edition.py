"""Entries of an XML edition, written into the parts of the dataset.

One file fills all parts that the delimited files have, so that each part of an XML edition
stands where the same part of a delimited edition would. `comments` asserts nothing, for the rest
of a remark has no place of its own; rows are counted as the delimited files would have them, so
that the sizes of editions can be compared. What only richer formats say goes into `details`, and
nothing else does: a later delimited edition, which has no such part, then ends nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.lists.ofac.datasets import PARTS
from interdict.lists.ofac.entry import NAME_LABELS, Entry, ListedName, Spelling
from interdict.lists.ofac.party import (
    ALIAS_PROPERTIES,
    SCHEMATA,
    NameIndex,
    Party,
    PartyWriter,
    Place,
    entity_id,
)
from interdict.lists.ofac.relations import edge_facts, edge_of, edge_tag
from interdict.lists.ofac.remarks import REMARK_LENGTH, Fact, split
from interdict.lists.ofac.rules import slug
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.model.source import Dataset

WEAK_LABELS = {"aka": "a.k.a.", "fka": "f.k.a.", "nka": "n.k.a."}
"""Kind of a weak alias -> its label in remarks, where the delimited files have it."""

NAME_PARTS = {
    "Middle Name": ("middleName", ""),
    "Patronymic": ("fatherName", ""),
    "Matronymic": ("motherName", ""),
    "Maiden Name": ("lastName", "maiden"),
    "Nickname": ("weakAlias", "nickname"),
}
"""Type of a part of a name -> property and qualifier; first, last and whole names are known."""

LANGUAGES = {
    "Hangul": "kor",
    "Korean": "kor",
    "Japanese": "jpn",
    "Hebrew": "heb",
    "Greek": "ell",
    "Georgian": "kat",
    "Armenian": "hye",
    "Chinese Simplified": "zho",
    "Chinese Traditional": "zho",
}
"""Script -> the language that alone uses it on these lists; Arabic and Cyrillic tell none."""

LIST_OF_ONE_PROGRAMME = {
    "Non-SDN Palestinian Legislative Council List": "NS-PLC",
    "Non-SDN CMIC List": "CMIC-EO13959",
    "Sectoral Sanctions Identifications List": "UKRAINE-EO13662",
}
"""List -> the one programme it is made of: the day of its listing is the day of that tag.

The SDN list holds every programme, and an entry may have been tagged anew since its day.
Source: OFAC, "Consolidated Sanctions List (Non-SDN Lists)".
"""


def write(
    dataset: Dataset,
    file: SourceFile,
    out: Output,
    entries: tuple[PartOutput, Sequence[Entry]],
    *,
    details: bool,
) -> None:
    """Writes all entries.

    Args:
        entries: the part of the entries, which a reader has begun, and what was read.
        details: whether the format can say more than the delimited files.
    """
    part, found = entries
    names = NameIndex(
        dataset,
        ((e.record_id, _printed(e.primary.listed)) for e in found if e.primary is not None),
    )
    others = {name: out.part(name, file) for name in PARTS[1:] if name != "details" or details}
    writer = _Writer(PartyWriter(dataset, names, part), part, others, found)
    seen: set[str] = set()
    for entry in found:
        part.row(entry.record_id)
        if entry.record_id in seen:
            part.signal("drift", "entry stands twice", entry.record_id, entry.line)
        seen.add(entry.record_id)
        writer.entry(entry)


class _Writer:
    """Writes entry after entry."""

    def __init__(
        self,
        write: PartyWriter,
        part: PartOutput,
        others: dict[str, PartOutput],
        entries: Sequence[Entry],
    ) -> None:
        self.write = write
        self.part = part
        self.others = others
        self.details = others.get("details")
        self.kinds = {entry.record_id: entry.kind for entry in entries}

    def entry(self, entry: Entry) -> None:
        """One entry, into all parts."""
        here = Place(self.part, entry.line)
        listed = _printed(entry.primary.listed) if entry.primary else ""
        if not listed:
            self.part.signal("drift", "entry without a name", entry.record_id, entry.line)
        party = self.write.party(entry.record_id, entry.kind, listed, here)
        self.write.name(party, here, listed)
        self.write.programmes(party, here, entry.tags, listed)
        for title in entry.titles:
            self.write.titles(party, here, title)
        for prop, value in entry.vessel.items():
            self.write.vessel(party, here, prop, value)
        self.write.owner(party, here, entry.owner)
        self._remark(party, entry)
        self._aliases(party, entry)
        self._addresses(party, entry)
        if self.details is not None:
            self._details(party, entry, self.details)

    def _remark(self, party: Party, entry: Entry) -> None:
        """What the remark of a delimited file would hold; a long one would have a rest."""
        length = 0
        for feature in entry.features:
            here = Place(self.part, feature.line)
            if not feature.label:
                self.write.facts(party, here, [Fact("notes", feature.value)])
                continue
            label = NAME_LABELS.get(feature.label, feature.label)
            text = f"{'alt. ' if feature.alternative else ''}{label} {feature.value}"
            self.write.labelled(party, here, label, text)
            length += len(text) + 2
        for paper in entry.papers:
            self.write.labelled(party, Place(self.part, paper.line), paper.kind, paper.text)
            length += len(paper.text) + 2
        for text, line in _free_fields(entry):
            self.write.field(party, Place(self.part, line), text)
            length += len(text) + 2
        if length > REMARK_LENGTH:
            self.others["comments"].row(entry.record_id)

    def _aliases(self, party: Party, entry: Entry) -> None:
        part = self.others["aliases"]
        for name in entry.names:
            if name.kind and not name.weak:
                part.row(entry.record_id)
                self.write.alias(party, Place(part, name.line), name.kind, _printed(name.listed))

    def _addresses(self, party: Party, entry: Entry) -> None:
        """The addresses; the delimited files have a row without any for who has none."""
        part = self.others["addresses"]
        if not entry.addresses:
            part.row(entry.record_id)
        for address in entry.addresses:
            part.row(entry.record_id)
            here = Place(part, address.line)
            self.write.address(party, here, address.street, address.city, address.country)

    def _details(self, party: Party, entry: Entry, part: PartOutput) -> None:
        part.row(entry.record_id)
        for name in entry.names:
            self._name_details(party, name, part)
        for address in entry.addresses:
            self._spelled(party, Place(part, address.line), "address", address.spellings)
        for feature in entry.features:
            said = f"{feature.label} {feature.value}".strip()
            here = Place(part, feature.line)
            for what in ("reliability", "comment"):
                if words := getattr(feature, what):
                    self.write.facts(party, here, [Fact("notes", f"{said}: {words}", what)])
        for paper in entry.papers:
            notes = [Fact("notes", f"{paper.text}: {note}", "document") for note in paper.notes]
            self.write.facts(party, Place(part, paper.line), notes)
        self._listings(party, entry, part)
        self._relations(party, entry, part)

    def _name_details(self, party: Party, name: ListedName, part: PartOutput) -> None:
        here = Place(part, name.line)
        prop = ALIAS_PROPERTIES.get(name.kind, ("alias", ""))[0] if name.kind else "name"
        self._spelled(party, here, "weakAlias" if name.weak else prop, name.spellings)
        for kind, value in name.parts:
            if kind in NAME_PARTS:
                known, qualifier = NAME_PARTS[kind]
                self.write.facts(party, here, [Fact(known, value, qualifier)])
            else:
                part.signal("drift", f"part of a name: {kind}", value, name.line)
                self.write.facts(party, here, [Fact("notes", f"{kind}: {value}")])

    def _spelled(self, party: Party, here: Place, prop: str, spellings: Sequence[Spelling]) -> None:
        for spelling in spellings:
            here.part.statement(
                party.record_id,
                party.entity_id,
                party.schema,
                prop,
                spelling.text,
                line=here.line,
                lang=LANGUAGES.get(spelling.script, ""),
                qualifier="original_script",
            )

    def _listings(self, party: Party, entry: Entry, part: PartOutput) -> None:
        """Since when which list holds the entry, under what law, and what is barred.

        Nothing here says `program` or `entity` again: those hold while the entries say so.
        """
        here = Place(part, entry.line)
        for listed in entry.lists:
            where = Place(part, listed.line)
            if not listed.since:
                self.write.facts(party, where, [Fact("notes", listed.name, "list")])
                continue
            self.write.facts(party, where, [Fact("createdAt", listed.since, listed.name)])
            tag = LIST_OF_ONE_PROGRAMME.get(listed.name)
            if tag in entry.tags:
                self._of_sanction(party, where, str(tag), Fact("event:listed", listed.since))
        extra = {"provisions": entry.measures, "reason": entry.authorities}
        for prop, values in extra.items():
            for value in dict.fromkeys(values):
                if len(entry.tags) == 1:
                    self._of_sanction(party, here, entry.tags[0], Fact(prop, value))
                else:  # which of the programmes it belongs to is not said
                    what = "sanctions_type" if prop == "provisions" else "legal_authority"
                    self.write.facts(party, here, [Fact("notes", value, what)])

    def _of_sanction(self, party: Party, here: Place, tag: str, fact: Fact) -> None:
        sanction_id = f"{party.entity_id}-sanction-{slug(tag)}"
        self.write.facts(Party(party.record_id, sanction_id, "Sanction"), here, [fact])

    def _relations(self, party: Party, entry: Entry, part: PartOutput) -> None:
        for relation in entry.relations:
            here = Place(part, relation.line)
            kind = self.kinds.get(relation.other_number)
            schema = None if kind is None else SCHEMATA.get(kind.lower(), "LegalEntity")
            edge, drift = edge_of(relation.kind, party.schema, schema)
            if drift:
                part.signal("drift", drift, relation.other_name, relation.line)
            facts = [Fact(edge.this, party.entity_id), *edge_facts(relation, edge)]
            if kind is not None:
                facts.append(Fact(edge.that, entity_id(self.write.dataset, relation.other_number)))
            else:
                facts.append(Fact("namesMentioned", relation.other_name))
                missing = f"{relation.other_number} {relation.other_name}"
                why = "relation to an entry that is not in the file"
                part.signal("held_aside", why, missing, relation.line)
            edge_id = f"{party.entity_id}-{edge_tag(relation)}"
            self.write.facts(Party(party.record_id, edge_id, edge.schema), here, facts)


def _free_fields(entry: Entry) -> Iterator[tuple[str, int]]:
    """Weak aliases, remarks proper and links, as a remark has them, each with its line."""
    for name in entry.names:
        if name.kind and name.weak:
            yield f"{WEAK_LABELS.get(name.kind, 'a.k.a.')} '{_printed(name.listed)}'", name.line
    for field in split(entry.remarks):
        yield _bare_link(field.text), entry.line
    for relation in entry.relations:
        yield f"Linked To: {_printed(relation.other_name)}", relation.line


def _printed(name: str) -> str:
    """A name as the delimited files print it, where quotes inside a name are single ones."""
    return name.replace('"', "'")


def _bare_link(text: str) -> str:
    """`(Linked To: NAME)`, as the first XML format has it, without its parentheses."""
    bare = text.removeprefix("(")
    return bare.removesuffix(")") if bare != text and bare.startswith("Linked To:") else text
