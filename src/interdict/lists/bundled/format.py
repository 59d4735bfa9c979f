"""The file format of the bundled record: YAML text to checked entries, with their lines.

A record file is written by people, so it is read strictly: a key that nobody knows is reported,
and every event names a source that the file declares and a grade that is no better than that
source's. docs/bundled-record.md describes the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from interdict.errors import InvalidInput, ReadError
from interdict.lists.bundled.yaml import Fields, read_yaml
from interdict.lists.parsing import SourceFile
from interdict.model.dates import PartialDate, Span
from interdict.model.schema import EVENTS, PARTY_SCHEMATA
from interdict.regimes.rewards import REWARD, read_stated, reward_programmes

FORMAT = "interdict-record/1"
"""Value of the key `format`, by which a record file is recognised."""

GRADES = ("A", "B", "C", "U")
"""Grades of proof, strongest first: legal text or its copy, secondary, press, not checked."""

NAME_KEYS = {
    "name": "name",
    "aliases": "alias",
    "weak": "weakAlias",
    "former": "previousName",
}
"""Key of an entry -> property, for what names a party."""

FACT_KEYS = {
    "country": "country",
    "notes": "notes",
    "birth_date": "birthDate",
    "birth_place": "birthPlace",
    "nationality": "nationality",
    "gender": "gender",
    "position": "position",
    "id_number": "idNumber",
}
"""Key of an entry -> property, for what else is known of a party."""


_ADDING = ("amended", "announced", "signed", "filed", "published")
"""Events that can be about names which are added, and not about the whole designation."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """What facts of a record file rest on: `title` cites it, `grade` is its grade of proof."""

    key: str
    title: str
    grade: str


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """One event of a designation, as one source gives it.

    `date` is EDTF; `../2021-07-07` is "on or before that day". `expected` is the date from
    which an announcement says that it will have effect, `until` the day on which a licence ends
    by its own terms, `names` what an amendment adds.
    """

    event: str
    date: str
    citation: str
    grade: str
    expected: str | None
    note: str | None
    line: int
    until: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordDesignation:
    """A programme under which the party is or was designated, with its events in file order."""

    programme: str
    issuer: str
    list_number: str | None
    events: tuple[RecordEvent, ...]
    line: int


@dataclass(frozen=True, slots=True)
class RecordFact:
    """One value of a property of a party, with what it rests on."""

    prop: str
    value: str
    citation: str
    grade: str
    line: int


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One party: `facts` by property (names first), designations in file order."""

    id: str
    schema: str
    facts: tuple[RecordFact, ...]
    designations: tuple[RecordDesignation, ...]
    line: int


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A whole file. `unknown` are keys that were not understood: (field, sample, line)."""

    edition: date
    sources: Mapping[str, RecordSource]
    entries: tuple[RecordEntry, ...]
    unknown: tuple[tuple[str, str, int], ...]


def read_record(file: SourceFile) -> RecordFile:
    """Reads and checks a record file.

    Raises:
        ReadError: if it is not UTF-8, not YAML or not of the format; with the line.
    """
    reader = _Reader(file.name)
    top = reader.fields(read_yaml(file), "")
    found = top.text("format")
    if found != FORMAT:
        raise top.error(f"format {found!r} is not {FORMAT!r}.")
    edition = reader.day(top, "edition")
    for node in top.items("sources"):
        reader.add_source(reader.fields(node, "sources"))
    facts = reader.fields(top.node("party_facts"), "party_facts")
    default = reader.proof(facts)
    entries = tuple(reader.entry(node, default) for node in top.items("entries"))
    if not entries:
        raise top.error("there are no entries.")
    reader.check_ids(entries)
    reader.close(top)
    return RecordFile(edition, reader.sources, entries, tuple(reader.unknown))


class _Reader:
    """What reading one file needs to remember: its sources, and keys that are not known."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.sources: dict[str, RecordSource] = {}
        self.unknown: list[tuple[str, str, int]] = []

    def fields(self, node: yaml.Node, path: str) -> Fields:
        return Fields(self.file_name, node, path)

    def close(self, fields: Fields) -> None:
        self.unknown.extend(fields.rest())

    def day(self, fields: Fields, key: str) -> date:
        text = fields.text(key)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise fields.error(f"{key!r} must be a day, YYYY-MM-DD, not {text!r}.") from None

    def add_source(self, fields: Fields) -> None:
        source = RecordSource(fields.text("key"), fields.text("title"), self._grade(fields))
        fields.maybe("what")  # for readers of the file; the title is what a citation shows
        fields.maybe("url")
        if source.key in self.sources:
            raise fields.error(f"the source {source.key!r} is declared twice.")
        self.sources[source.key] = source
        self.close(fields)

    def entry(self, node: yaml.Node, default: tuple[str, str]) -> RecordEntry:
        fields = self.fields(node, "entries")
        identifier, schema = fields.text("id"), fields.text("schema")
        if schema not in PARTY_SCHEMATA:
            raise fields.error(f"{identifier}: no party can be of the schema {schema!r}.")
        own = self.proof(fields, default)  # for facts; names are gathered from every source
        facts = tuple(
            RecordFact(prop, value, *proof, line)
            for keys, proof in ((NAME_KEYS, default), (FACT_KEYS, own))
            for key, prop in keys.items()
            for value, line in fields.texts(key)
        )
        if not any(fact.prop == "name" for fact in facts):
            raise fields.error(f"{identifier}: the key 'name' is missing.")
        facts += tuple(self._reward(n) for n in fields.items("rewards"))
        designations = tuple(self._designation(n) for n in fields.items("designations"))
        self.close(fields)
        return RecordEntry(identifier, schema, facts, designations, fields.line)

    def check_ids(self, entries: tuple[RecordEntry, ...]) -> None:
        seen: dict[str, int] = {}
        for entry in entries:
            if entry.id in seen:
                what = f"the id {entry.id!r} stands on line {seen[entry.id]} already."
                raise ReadError(what, file=self.file_name, line=entry.line)
            seen[entry.id] = entry.line

    def _reward(self, node: yaml.Node) -> RecordFact:
        """`{offer: US-NRP up to 50000000 USD from 2025-08-07: ..., source: ..., grade: ...}`."""
        fields = self.fields(node, "rewards")
        text = fields.text("offer")
        try:
            reward_programmes().named(read_stated(text).programme or "")
        except InvalidInput as error:
            raise fields.error(str(error)) from None
        made = RecordFact(REWARD, text, *self.proof(fields), fields.line)
        self.close(fields)
        return made

    def _designation(self, node: yaml.Node) -> RecordDesignation:
        fields = self.fields(node, "designations")
        events = tuple(self._event(n) for n in fields.items("events"))
        if not events:
            raise fields.error("a designation needs at least one event.")
        made = RecordDesignation(
            programme=fields.text("programme"),
            issuer=fields.text("issuer"),
            list_number=fields.maybe("ofac"),
            events=events,
            line=fields.line,
        )
        self.close(fields)
        return made

    def _event(self, node: yaml.Node) -> RecordEvent:
        fields = self.fields(node, "events")
        event = fields.text("event")
        if event not in EVENTS:
            raise fields.error(f"no such event: {event!r}. Known: {', '.join(EVENTS)}.")
        citation, grade = self.proof(fields)
        made = RecordEvent(
            event=event,
            date=self._edtf(fields, fields.text("date")),
            citation=citation,
            grade=grade,
            expected=self._date(fields, "expected"),
            note=fields.maybe("note"),
            line=fields.line,
            until=self._date(fields, "until"),
            names=tuple(name for name, _ in fields.texts("names")),
        )
        if made.names and event not in _ADDING:
            raise fields.error(f"'names' are what an amendment adds: {event!r} adds none.")
        self.close(fields)
        return made

    def proof(self, fields: Fields, default: tuple[str, str] | None = None) -> tuple[str, str]:
        """Citation and grade; `default` where the mapping names no source of its own."""
        key = fields.maybe("source")
        if key is None:
            if default is None:
                raise fields.error("the key 'source' is missing.")
            return default
        source = self.sources.get(key)
        if source is None:
            raise fields.error(f"the source {key!r} is not declared under 'sources'.")
        grade = self._grade(fields)
        if GRADES.index(grade) < GRADES.index(source.grade):
            raise fields.error(
                f"grade {grade} is better than that of its source {key!r}, {source.grade}."
            )
        cite = fields.maybe("cite")
        return (f"{source.title}: {cite}" if cite else source.title), grade

    def _grade(self, fields: Fields) -> str:
        grade = fields.text("grade")
        if grade not in GRADES:
            raise fields.error(f"no such grade: {grade!r}. Known: {', '.join(GRADES)}.")
        return grade

    def _edtf(self, fields: Fields, text: str) -> str:
        try:
            Span.parse(text)
        except InvalidInput as error:
            raise fields.error(str(error)) from None
        return text

    def _date(self, fields: Fields, key: str) -> str | None:
        text = fields.maybe(key)
        if text is None:
            return None
        try:
            return str(PartialDate.parse(text))
        except InvalidInput as error:
            raise fields.error(str(error)) from None
