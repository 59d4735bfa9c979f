"""Which column of a file holds what: guessed from its header, and shown to the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interdict.text.normalize import fold

_ROLES: dict[str, tuple[str, ...]] = {
    role: tuple(title.strip() for title in titles.split("|"))
    for role, titles in {
        "name": "name | names | full name | fullname | party name | customer name | entity name | "
        "company name | business name | organization name | organisation name",
        "first": "first name | firstname | given name | given names | forename",
        "middle": "middle name | middlename | second name | patronymic",
        "last": "last name | lastname | family name | surname",
        "alias": "alias | aliases | aka | a k a | other name | other names | also known as",
        "birth_date": "birth date | birthdate | date of birth | dob | born",
        "country": "country | countries | nationality | nationalities | citizenship | "
        "country code | country of residence | jurisdiction",
        "schema": "schema | type | entity type | party type | kind",
        "identifier": "identifier | identifiers | id number | national id | passport | "
        "passport number | passport no | tax id | tax number | imo | imo number | mmsi | lei | "
        "bic | swift | registration number | wallet | wallet address | public key",
        "reference": "reference | ref | id | customer id | client id | party id | key",
    }.items()
}
"""Titles by role, in folded text."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What was made of a header: column numbers (from 0) by role; and the columns left aside.

    A full name wins over first and last name; `reference` is the first column of its kind.
    """

    header: tuple[str, ...]
    names: tuple[int, ...]
    name_parts: tuple[int, ...]
    aliases: tuple[int, ...]
    birth_date: int | None
    countries: tuple[int, ...]
    schema: int | None
    identifiers: tuple[int, ...]
    reference: int | None

    @property
    def is_usable(self) -> bool:
        """True if there is a name or an identifier to screen."""
        return bool(self.names or self.name_parts or self.identifiers)

    def describe(self) -> list[tuple[str, str]]:
        """(role, columns) as they are used, then the columns that are not read."""
        roles = {
            "name": self.names or self.name_parts,
            "alias": self.aliases,
            "birth date": _some(self.birth_date),
            "country": self.countries,
            "schema": _some(self.schema),
            "identifier": self.identifiers,
            "reference": _some(self.reference),
        }
        rows = [(role, self._titles(at)) for role, at in roles.items() if at]
        used = {at for places in roles.values() for at in places}
        rest = tuple(at for at in range(len(self.header)) if at not in used)
        return [*rows, ("not read", self._titles(rest))] if rest else rows

    def _titles(self, places: Sequence[int]) -> str:
        return ", ".join(self.header[at] for at in places)


def guess_columns(header: Sequence[str]) -> ColumnMap:
    """The map of a header; titles are compared without case, punctuation and accents."""
    titles = [fold(title) for title in header]
    places = {
        role: tuple(at for at, title in enumerate(titles) if title in known)
        for role, known in _ROLES.items()
    }
    parts = places["first"] + places["middle"] + places["last"]
    return ColumnMap(
        header=tuple(header),
        names=places["name"],
        name_parts=() if places["name"] else parts,
        aliases=places["alias"],
        birth_date=_first(places["birth_date"]),
        countries=places["country"],
        schema=_first(places["schema"]),
        identifiers=places["identifier"],
        reference=_first(places["reference"]),
    )


def _first(places: tuple[int, ...]) -> int | None:
    return places[0] if places else None


def _some(place: int | None) -> tuple[int, ...]:
    return () if place is None else (place,)
