"""The listed parties of one view of the record, as test names are made from them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interdict.model.entity import Held
from interdict.model.schema import NAME_PROPERTIES, PARTY_SCHEMATA, is_a, most_specific
from interdict.model.statement import Statement
from interdict.text.countries import country_code
from interdict.text.names import is_matchable

COUNTRY_PROPERTIES = frozenset({"country", "nationality", "citizenship", "jurisdiction"})

SUBJECT_PROPERTIES = frozenset(NAME_PROPERTIES) | {"birthDate"} | COUNTRY_PROPERTIES
"""Statements that a subject is made of."""

LISTED = "listed"
"""Qualifier of a name as the list prints it, family name first."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One listed party. `name` is its main name in speaking order, in Latin letters if it has one.

    `listed` is the main name as the list prints it (`FAMILY, Given`), None where that is the
    same; `native` its names in other scripts; `countries` ISO codes.
    """

    id: str
    schema: str
    name: str
    listed: str | None = None
    native: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()

    @property
    def is_person(self) -> bool:
        """True for a natural person."""
        return is_a(self.schema, "Person")

    @property
    def is_organisation(self) -> bool:
        """True for what is neither a person nor a ship or an aircraft."""
        return is_a(self.schema, "LegalEntity") and not self.is_person

    @property
    def words(self) -> list[str]:
        """The words of the main name."""
        return self.name.split()

    @property
    def given_and_family(self) -> tuple[str, str] | None:
        """A person's given names and family name; None for others and for a single word."""
        if not self.is_person or len(self.words) < 2:
            return None
        if self.listed is not None:
            family, _, given = self.listed.partition(",")
            if family.strip() and given.strip():
                return given.strip(), family.strip()
        return " ".join(self.words[:-1]), self.words[-1]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name the list gives it, strong or weak, in any script."""
        return (self.name, *self.native, *self.aliases, *self.weak_aliases, *self.former_names)


@dataclass(slots=True)
class _Gathered:
    schemata: set[str] = field(default_factory=set)
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, statement: Statement) -> None:
        self.schemata.add(statement.schema)
        key = statement.prop
        if statement.qualifier == LISTED and key in NAME_PROPERTIES:
            # The same name in speaking order stands beside it.
            key = LISTED if key == "name" else f"{key}.{LISTED}"
        elif key in COUNTRY_PROPERTIES:
            key = "country"
        if statement.value not in self.values[key]:
            self.values[key].append(statement.value)


def subjects_of(pairs: Iterable[tuple[str, Held]]) -> list[Subject]:
    """Subjects from (canonical entity id, statement) pairs in any order; ordered by id.

    Statements of other properties than `SUBJECT_PROPERTIES` are passed over; so are parties
    without a name that holds more than one letter or digit.
    """
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for entity_id, held in pairs:
        if held.statement.prop in SUBJECT_PROPERTIES:
            gathered[entity_id].add(held.statement)
    subjects = (_subject(entity_id, found) for entity_id, found in sorted(gathered.items()))
    return [subject for subject in subjects if subject is not None]


def subjects_of_entities(entities: Iterable[Mapping[str, Any]]) -> list[Subject]:
    """Subjects from FollowTheMoney entities (`{"id", "schema", "properties"}`), ordered by id."""
    pairs = (
        (entity["id"], Held(Statement("", entity["id"], entity["schema"], prop, value)))
        for entity in entities
        for prop, values in entity["properties"].items()
        for value in values
    )
    return subjects_of(pairs)


def _subject(entity_id: str, found: _Gathered) -> Subject | None:
    schema = most_specific(found.schemata)
    values = found.values
    names = [name for name in values["name"] if is_matchable(name)]
    if schema not in PARTY_SCHEMATA or not (names or values["alias"]):
        return None
    latin = [name for name in names if is_latin(name)]
    aliases = [name for name in values["alias"] if is_matchable(name)]
    main = next(iter(latin + [a for a in aliases if is_latin(a)] + names + aliases), None)
    if main is None:
        return None
    listed = next((name for name in values[LISTED] if is_latin(name)), None)
    if is_a(schema, "Person") and main.count(",") == 1 and listed is None:
        listed, main = main, _spoken(main)
    rest = [name for name in (*names, *aliases) if name not in (main, listed)]
    return Subject(
        id=entity_id,
        schema=schema,
        name=main,
        listed=listed,
        native=tuple(name for name in rest if not is_latin(name)),
        aliases=_latin(rest),
        weak_aliases=_latin(values["weakAlias"]),
        former_names=_latin(values["previousName"]),
        birth_dates=tuple(values["birthDate"]),
        countries=frozenset(country_code(value) for value in values["country"]),
    )


def _latin(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if is_latin(name) and is_matchable(name))


def _spoken(listed: str) -> str:
    family, _, given = listed.partition(",")
    return f"{given.strip()} {family.strip()}".strip()


def is_latin(text: str) -> bool:
    """True if every letter of the text is a Latin one."""
    return text.isascii() or all(
        unicodedata.name(char, "").startswith(("LATIN", "MODIFIER")) for char in text
        if char.isalpha()
    )  # fmt: skip
