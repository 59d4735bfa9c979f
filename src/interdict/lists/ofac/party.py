"""What every format of OFAC's lists says of a party, written one way into the record.

A format's module reads bytes; here a name, a programme tag, a field of a remark or a numbered
paper becomes statements. All formats end here, so that the same fact gives the same statement
whichever file it was read from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from interdict.lists.ofac.labels import RULES
from interdict.lists.ofac.names import person_name
from interdict.lists.ofac.remarks import Fact, Node, Reading, read_field
from interdict.lists.ofac.rules import link, name_facts, slug
from interdict.lists.parsing import PartOutput
from interdict.model.source import Dataset

SCHEMATA = {
    "individual": "Person",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "": "Organization",
    "entity": "Organization",
}
"""Kind of party as listed -> schema; a null is an entity."""

ALIAS_PROPERTIES = {"aka": ("alias", ""), "fka": ("previousName", ""), "nka": ("alias", "nka")}
"""Kind of a strong alias, without full stops -> property and qualifier."""

VESSEL_LABELS = {
    "callSign": "call sign",
    "type": "vessel type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross registered tonnage",
    "flag": "vessel flag",
}
"""Property of a vessel that has a column of its own -> how a message calls it."""

ANY_SCHEMA = "Thing"
"""Schema of aliases and addresses: their files do not tell what kind of party it is."""


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


class NameIndex:
    """The entries of an edition, by listed name: what the end of a link is looked up in."""

    def __init__(self, dataset: Dataset, entries: Iterable[tuple[str, str]]) -> None:
        """Takes (number, listed name) of every entry."""
        entries = list(entries)
        self._counts = Counter(name.casefold() for _, name in entries)
        self._ids = {
            name.casefold(): entity_id(dataset, number)
            for number, name in entries
            if self._counts[name.casefold()] == 1
        }

    def resolve(self, name: str) -> str | None:
        """The entry that alone is listed under exactly that name, letter case aside.

        The full stop that closes a remark also closes an abbreviation: `S.A` may be `S.A.`.
        """
        folded = name.casefold()
        return self._ids.get(folded) or self._ids.get(f"{folded}.")

    def is_shared(self, name: str) -> bool:
        """True if several entries are listed under that name."""
        return self._counts[name.casefold()] > 1


def entity_id(dataset: Dataset, record_id: str) -> str:
    """The id of the entity that an entry is about."""
    return f"{dataset.name}-{record_id}"


class PartyWriter:
    """Writes what an entry says, in the words of the record."""

    def __init__(self, dataset: Dataset, names: NameIndex, entries: PartOutput) -> None:
        self.dataset = dataset
        self.names = names
        self.entries = entries

    def party(self, record_id: str, kind: str, name: str, here: Place) -> Party:
        """The party of an entry; an unknown kind is drift and counts as the widest one."""
        schema = SCHEMATA.get(kind.lower())
        if schema is None:
            here.part.signal("drift", f"SDN_Type {kind}", name, here.line)
            schema = "LegalEntity"
        return Party(record_id, entity_id(self.dataset, record_id), schema)

    def name(self, party: Party, here: Place, listed: str) -> None:
        """The primary name: a person's is turned round and taken apart."""
        facts = [Fact("name", listed)]
        name = person_name(listed)
        if party.schema == "Person" and name.first:
            facts = [
                Fact("name", name.natural),
                Fact("name", listed, "listed"),
                Fact("lastName", name.last),
                Fact("firstName", name.first),
                Fact("nameSuffix", name.suffix),
            ]
        self.facts(party, here, facts)

    def programmes(self, party: Party, here: Place, tags: Iterable[str], name: str) -> None:
        """One listing for each tag."""
        known = [tag for tag in tags if tag]
        if not known:
            here.part.signal("drift", "entry without a programme", name, here.line)
        for tag in known:
            self.facts(party, here, [Fact("program", tag)])
            self.node(party, here, sanction(tag))

    def titles(self, party: Party, here: Place, titles: str) -> None:
        """What a person is or does; `;` parts several."""
        prop = "position" if party.schema == "Person" else "notes"
        self.facts(party, here, [Fact(prop, title) for title in re.split(r";\s", titles)])

    def vessel(self, party: Party, here: Place, prop: str, value: str) -> None:
        """One of the columns that only vessels have."""
        if not value:
            return
        if party.schema == "Vessel":
            self.facts(party, here, [Fact(prop, value)])
            return
        label = VESSEL_LABELS[prop]
        here.part.signal("drift", f"{label} of a {party.schema}", value, here.line)
        self.facts(party, here, [Fact("notes", f"{label}: {value}")])

    def owner(self, party: Party, here: Place, name: str) -> None:
        """The owner of a vessel, by name."""
        reading = link("Vessel owner", "owner")(name, False)
        if reading is not None:
            self.reading(party, here, reading, name)

    def field(self, party: Party, here: Place, text: str) -> None:
        """One field of a remark."""
        self.reading(party, here, read_field(text, party.schema, RULES), text)

    def labelled(self, party: Party, here: Place, label: str, text: str) -> None:
        """A field whose label the source sets apart: an unknown label is drift, not free text."""
        if RULES.find(text) is None:
            here.part.signal("drift", f"label {label}", text, here.line)
            self.facts(party, here, [Fact("notes", text)])
        else:
            self.field(party, here, text)

    def alias(self, party: Party, here: Place, kind: str, name: str) -> None:
        """A strong alias: `aka`, `fka` or `nka`; another kind is drift and an alias."""
        if kind not in ALIAS_PROPERTIES:
            here.part.signal("drift", f"alt_type {kind}", name, here.line)
        prop, qualifier = ALIAS_PROPERTIES.get(kind, ("alias", ""))
        self.facts(_any(party), here, name_facts(prop, name, qualifier))

    def address(self, party: Party, here: Place, street: str, city: str, country: str) -> None:
        """An address in one line, and its country."""
        facts = [Fact("country", country)]
        if street or city:
            facts.insert(0, Fact("address", ", ".join(filter(None, (street, city, country)))))
        self.facts(_any(party), here, facts)

    def note(self, party: Party, here: Place, what: str, text: str) -> None:
        """A remark in a column that has been empty so far: drift, and kept."""
        if text:
            here.part.signal("drift", what, text, here.line)
            self.facts(_any(party), here, [Fact("notes", text)])

    def reading(self, party: Party, here: Place, reading: Reading, text: str) -> None:
        """The meaning of a field; what was not understood is reported."""
        if reading.drift:
            here.part.signal("drift", reading.drift, text, here.line)
        self.facts(party, here, reading.facts)
        for node in reading.nodes:
            self.node(party, here, node)

    def facts(self, party: Party, here: Place, facts: Iterable[Fact]) -> None:
        """Statements about a party or about what belongs to it."""
        for fact in facts:
            here.part.statement(
                party.record_id,
                party.entity_id,
                party.schema,
                fact.prop,
                fact.value,
                line=here.line,
                qualifier=fact.qualifier,
            )

    def node(self, party: Party, here: Place, node: Node) -> None:
        """A further entity: a listing, a paper, a wallet, a link."""
        tag, facts = node.tag, [Fact(node.holder, party.entity_id), *node.facts]
        if node.schema == "Sanction":
            facts.append(Fact("authority", self.dataset.issuer))
        if node.other:
            tag = f"{tag}-{slug(node.other)}"
            facts.append(self._other_end(node.other, here))
        self.facts(Party(party.record_id, f"{party.entity_id}-{tag}", node.schema), here, facts)

    def _other_end(self, name: str, here: Place) -> Fact:
        """The other end of a link: an entry if exactly one bears the name, else the name."""
        other = self.names.resolve(name)
        if other is not None:
            return Fact("object", other)
        shared = self.names.is_shared(name)
        why = "that several entries bear" if shared else "that no entry here bears"
        self.entries.signal("held_aside", f"link to a name {why}", name, here.line)
        return Fact("namesMentioned", name)


def sanction(tag: str, facts: tuple[Fact, ...] = ()) -> Node:
    """The listing of a party under a programme's tag."""
    return Node("Sanction", f"sanction-{slug(tag)}", "entity", (Fact("program", tag), *facts))


def _any(party: Party) -> Party:
    return Party(party.record_id, party.entity_id, ANY_SCHEMA)
