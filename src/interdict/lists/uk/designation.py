"""One entry of the UK Sanctions List, whatever the form of the file it was read from.

A form fills a `Designation` with texts; `write` alone says what they mean, so that the CSV and
the XML of a day make the same statements. What the short form of the list says, too, goes into
the part `entries`, all the rest into `details`: an edition in the short form ends none of that.

Source: Foreign, Commonwealth and Development Office, "UK Sanctions List: format guide".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from interdict.lists.parsing import PartOutput
from interdict.lists.party import PartyOutput, language_of, un_reference_is_of
from interdict.lists.uk.regimes import short_name
from interdict.lists.written_dates import written_date
from interdict.model.source import Dataset

SCHEMATA = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}

GROUPS: dict[str, tuple[str, ...]] = {
    "name": ("name1", "name2", "name3", "name4", "name5", "name6", "type", "strength"),
    "script": ("text", "script", "language"),
    "address": ("line1", "line2", "line3", "line4", "line5", "line6", "postcode", "country"),
    "birth": ("town", "country"),
    "identifier": ("number", "information"),
    "passport": ("number", "information"),
}
"""Facts that stand together -> their fields, in order."""

NAME_TYPES = {
    "primary name": "name",
    "primary name variation": "alias",
    "alias": "alias",
    "aka": "alias",
    "fka": "previousName",
    "formerly known as": "previousName",
}

PLAIN = {
    "title": "title",
    "position": "position",
    "nationality": "nationality",
    "phone": "phone",
    "website": "website",
    "entity_type": "legalForm",
    "registration": "registrationNumber",
    "flag": "flag",
    "previous_flag": "pastFlags",
    "ship_type": "type",
    "tonnage": "tonnage",
    "hull": "registrationNumber",
}
"""Field -> property that takes its text as it stands."""

LINKS = {
    "owner": "current owner or operator",
    "previous_owner": "previous owner or operator",
    "parent": "parent company",
    "subsidiary": "subsidiary",
}
"""Field -> role of the one whom it names."""

NOTES = {"other": "", "length": "length"}

_IMO = re.compile(r"(?:IMO\s*(?:number)?\s*:?\s*)?(\d{7})$", re.I)
_SEPARATOR = re.compile(r"\s*[;,]\s*|\s+")


@dataclass
class Designation:
    """The texts of an entry, each with the line it stands on first.

    `values` holds single facts by field, `groups` the facts that stand together.
    """

    unique_id: str
    line: int
    values: dict[str, dict[str, int]] = field(default_factory=dict)
    groups: dict[str, dict[tuple[str, ...], int]] = field(default_factory=dict)

    def add(self, name: str, text: str, line: int) -> None:
        """Adds a single fact; an empty or repeated one adds nothing."""
        if text:
            self.values.setdefault(name, {}).setdefault(text, line)

    def add_group(self, name: str, texts: tuple[str, ...], line: int) -> None:
        """Adds facts that stand together, in the order of `GROUPS`; empty ones add nothing."""
        if any(texts):
            self.groups.setdefault(name, {}).setdefault(texts, line)

    def first(self, name: str) -> str:
        """The first text of a field; empty if there is none."""
        return next(iter(self.values.get(name, ())), "")


class Writer:
    """Makes the statements of one designation."""

    def __init__(
        self, dataset: Dataset, found: Designation, entries: PartOutput, details: PartOutput | None
    ) -> None:
        self.found = found
        kind = found.first("kind")
        schema = SCHEMATA.get(kind.lower(), "LegalEntity")
        self.brief = PartyOutput(dataset, entries, found.unique_id, schema)
        self.brief.line = found.line
        entries.row(found.unique_id)
        if kind.lower() not in SCHEMATA:
            self.brief.drift("kind of entry", kind or "(none)")
        self.full: PartyOutput | None = None
        if details is not None:
            details.row(found.unique_id)
            self.full = PartyOutput(dataset, details, found.unique_id, schema)

    def write(self) -> None:
        """Everything that the entry says."""
        sanctions = self._listing()
        self._listed_name()
        if self.full is not None:
            _Details(self.found, self.full, sanctions).write()

    def _listing(self) -> list[str]:
        party, found = self.brief, self.found
        sanctions = []
        for regime, line in found.values.get("regime", {}).items():
            party.line = line
            sanction = party.sanction(short_name(regime))
            sanctions.append(sanction)
            party.of_sanction(sanction, "authorityId", found.unique_id)
            for number in found.values.get("ofsi", {}):
                party.of_sanction(sanction, "authorityId", number, qualifier="ofsi_group_id")
            for source in found.values.get("source", {}):
                for who in source.split("|"):
                    party.of_sanction(sanction, "summary", who, qualifier="designation_source")
            for text in found.values.get("designated", {}):
                date = written_date(text)
                if date:
                    party.of_sanction(sanction, "event:listed", date)
                else:
                    party.drift("date designated", text)
            for measures in found.values.get("measures", {}):
                for measure in re.split(r"\s*[|,]\s*", measures):
                    party.of_sanction(sanction, "provisions", measure.strip("- "))
        if not sanctions:
            party.part.signal("drift", "entry without a regime", found.unique_id, found.line)
        return sanctions

    def _listed_name(self) -> None:
        """The name as the short form has it: the family name (Name 6) first."""
        party, found = self.brief, self.found
        names = dict(found.values.get("listed_name", {}))
        for parts, line in found.groups.get("name", {}).items():
            if NAME_TYPES.get(parts[6].lower()) == "name":
                names.setdefault(" ".join(filter(None, (parts[5], *parts[:5]))), line)
        qualifier = "listed" if party.schema == "Person" else ""
        for name, line in names.items():
            party.line = line
            party.say("name", name, qualifier=qualifier)
        if not names:
            party.part.signal("drift", "entry without a name", found.unique_id, found.line)


class _Details:
    """What only the full forms say."""

    def __init__(self, found: Designation, party: PartyOutput, sanctions: list[str]) -> None:
        self.found = found
        self.party = party
        self.sanctions = sanctions

    def write(self) -> None:
        party = self.party
        for name in GROUPS:
            for parts, line in self.found.groups.get(name, {}).items():
                party.line = line
                getattr(self, f"_{name}")(*parts)
        for name, texts in self.found.values.items():
            for text, line in texts.items():
                party.line = line
                self._value(name, text)

    def _value(self, name: str, text: str) -> None:
        party = self.party
        if name in PLAIN:
            party.say(PLAIN[name], text)
        elif name in LINKS:
            party.link(LINKS[name], text)
        elif name in NOTES:
            party.note(NOTES[name], text)
        elif name in _SPECIAL_VALUES:
            _SPECIAL_VALUES[name](self, text)

    # Facts that stand together

    def _name(self, *parts: str) -> None:
        party, kind, strength = self.party, parts[6], parts[7].lower()
        *given, family = parts[:6]
        prop = NAME_TYPES.get(kind.lower())
        whole = " ".join(filter(None, (*given, family)))
        if prop is None:
            party.part.signal("drift", f"name type {kind or '(none)'}", whole, party.line)
        if "low" in strength:
            prop = "weakAlias"
        elif strength and "good" not in strength:
            party.part.signal("drift", f"alias strength {strength}", whole, party.line)
        party.say(prop or "alias", whole)
        if party.schema == "Person" and any(given):  # a name in one field is not divided
            party.say("firstName", given[0])
            party.say("secondName", given[1])
            party.say("lastName", family)

    def _script(self, text: str, script: str, language: str) -> None:
        party = self.party
        lang = language_of(text, language)
        if language and not lang:
            party.part.signal("drift", f"language {language}", text, party.line)
        party.say("name", text, qualifier="original_script", lang=lang)

    def _address(self, *parts: str) -> None:
        *lines, country = parts
        if any(lines):
            self.party.say("address", ", ".join(filter(None, parts)))
        self.party.say("country", country)

    def _birth(self, town: str, country: str) -> None:
        if town:
            self.party.say("birthPlace", ", ".join(filter(None, (town, country))))
        self.party.say("birthCountry", country)

    def _identifier(self, number: str, information: str) -> None:
        self._paper("idNumber", number, information)

    def _passport(self, number: str, information: str) -> None:
        self._paper("passportNumber", number, information)

    def _paper(self, prop: str, number: str, information: str) -> None:
        if number:
            self.party.paper(prop, number, facts=[("summary", information)])
        else:
            self.party.note("document", information)

    # Single facts

    def _born(self, text: str) -> None:
        date = written_date(text)
        self.party.say("birthDate", date) if date else self.party.drift("date of birth", text)

    def _updated(self, text: str) -> None:
        date = written_date(text)
        self.party.say("modifiedAt", date) if date else self.party.drift("last updated", text)

    def _built(self, text: str) -> None:
        date = written_date(text)
        self.party.say("buildDate", date) if date else self.party.drift("year built", text)

    def _gender(self, text: str) -> None:
        word = text.lower()
        known = word in ("male", "female")
        self.party.say("gender", word) if known else self.party.drift("gender", text)

    def _imo(self, text: str) -> None:
        found = _IMO.match(text)
        self.party.say("imoNumber", found[1]) if found else self.party.drift("IMO number", text)

    def _email(self, text: str) -> None:
        for address in _SEPARATOR.split(text):
            self.party.say("email", address)

    def _un_reference(self, text: str) -> None:
        for number in re.split(r"[\s,;|]+", text):
            if not un_reference_is_of(number, self.party.schema):
                self.party.drift("UN reference of another kind of party", number)
                continue
            for sanction in self.sanctions:
                self.party.of_sanction(sanction, "unscId", number)

    def _reasons(self, text: str) -> None:
        for sanction in self.sanctions:
            self.party.of_sanction(sanction, "reason", text)

    def _regime(self, text: str) -> None:
        """The title of the regulations, where the file gives it."""
        if short_name(text) != text:
            sanction = self.party.sanction_id(short_name(text))
            self.party.of_sanction(sanction, "reason", text, qualifier="legal_act")


_SPECIAL_VALUES: dict[str, Callable[[_Details, str], None]] = {
    "dob": _Details._born,
    "updated": _Details._updated,
    "built": _Details._built,
    "gender": _Details._gender,
    "imo": _Details._imo,
    "email": _Details._email,
    "un_reference": _Details._un_reference,
    "reasons": _Details._reasons,
    "regime": _Details._regime,
}
"""Field -> what reads it; fields that stand in no table were read with the listing."""
