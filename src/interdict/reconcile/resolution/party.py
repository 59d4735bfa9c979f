"""What one entry of a list says that tells who it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interdict.errors import InvalidInput
from interdict.matching.asked import AskedBirth, birth_of
from interdict.matching.compiling import identifier_of, is_person
from interdict.model.schema import (
    IDENTIFIER_PROPERTIES,
    NAME_PROPERTIES,
    PARTY_SCHEMATA,
    is_a,
    most_specific,
)
from interdict.model.statement import Statement
from interdict.reconcile.resolution.names import PartyName, party_name
from interdict.store.base import DOCUMENTS, View
from interdict.text.countries import country_code
from interdict.text.identifiers import imo_digits

_COUNTRIES = frozenset({"country", "nationality", "citizenship", "jurisdiction", "birthCountry"})
_FACTS = frozenset({"birthDate", "gender", "birthPlace", "program", "programId"}) | _COUNTRIES
_SHARED = frozenset({"phone", "email", "website", "unscId"})
"""Identifiers that several parties may have, or that are read as cross references."""
_STRONG = IDENTIFIER_PROPERTIES - _SHARED

_LINKS = frozenset({"entity", "holder", "number", "unscId", "authority", "authorityId"})
READ_PROPERTIES = frozenset(NAME_PROPERTIES) | _STRONG | _FACTS | _LINKS
"""What is read of the record: of parties, and of the papers and listings that belong to them."""

_PAPERS = frozenset({"passportNumber", "idNumber", "socialSecurityNumber"})
_REFERENCE = re.compile(r"[A-Z]{2}[ie]\.\d{3}$")
"""The Security Council's permanent reference number.

Source: the list's own reference key, such as `QDi.012` (person) and `QDe.012` (entity)."""

_NUMBERED_BY = {"US-TREASURY": ("us_ofac_sdn", "us_ofac_cons"), "UK-HMT": ("uk_ofsi",)}
"""Whose numbers other lists quote -> the lists that they number. OFAC counts both of its lists in
one; so a number leads to one entry at most."""

_QUOTED_AS = {"ofsi_group_id": "UK-HMT"}
"""Qualifier of an `authorityId` -> whose number it is, if not that of the listing's authority."""

_FEWEST_DIGITS = 4
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Number:
    """A strong identifier: `kind` is the property (papers are one kind: lists mix them).

    `country` is that of the issuer as a code, empty where the list does not say.
    """

    kind: str
    key: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class ListedParty:
    """One entry of one list. `caption` is the name to show; `births` as comparable dates.

    `references` are numbers of the Security Council's list: the entry's own, or those that a
    publisher quotes for the entry. `quotes` are ids of entries of other lists that the publisher
    says this one is, by their numbers there.
    """

    id: str
    dataset: str
    schema: str
    caption: str
    names: tuple[PartyName, ...]
    births: tuple[AskedBirth, ...] = ()
    genders: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    numbers: frozenset[Number] = frozenset()
    references: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()

    @property
    def is_person(self) -> bool:
        """True for a human being."""
        return is_a(self.schema, "Person")

    @property
    def is_craft(self) -> bool:
        """True for ships and aircraft."""
        return is_a(self.schema, "Vehicle")


@dataclass
class _Collected:
    """The statements of one source id, by property; and what belongs to it."""

    dataset: str = ""
    schemata: set[str] = field(default_factory=set)
    values: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    numbers: set[Number] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    quoted: set[tuple[str, str]] = field(default_factory=set)  # qualifier, authorityId


def listed_parties(view: View, datasets: frozenset[str] | None = None) -> list[ListedParty]:
    """The entries of lists that hold at the view's moment, ordered by id.

    Parties that only documents name are left out. Ids that judgements join stay apart: each
    speaks for itself. `datasets` None: all of them.
    """
    parties: dict[str, _Collected] = defaultdict(_Collected)
    below: dict[str, _Collected] = defaultdict(_Collected)
    for held in view.held(READ_PROPERTIES):
        statement = held.statement
        if statement.dataset == DOCUMENTS or (datasets and statement.dataset not in datasets):
            continue
        group = parties if statement.schema in PARTY_SCHEMATA else below
        one = group[statement.entity_id]
        one.dataset = statement.dataset
        one.schemata.add(statement.schema)
        one.values[statement.prop][statement.value] = None
        if statement.prop == "authorityId":
            one.quoted.add((statement.qualifier, statement.value))
    for link in below.values():
        _attach(link, parties)
    return [party for key in sorted(parties) if (party := _party(key, parties[key])) is not None]


def party_of(entity_id: str, statements: Iterable[Statement]) -> ListedParty | None:
    """One entry, from statements about it alone; None if it is no party or says nothing."""
    one = _Collected()
    for statement in statements:
        one.dataset = statement.dataset
        one.schemata.add(statement.schema)
        one.values[statement.prop][statement.value] = None
    return _party(entity_id, one) if one.schemata & PARTY_SCHEMATA else None


def _attach(link: _Collected, parties: dict[str, _Collected]) -> None:
    """A listing gives its party programmes and reference numbers, a paper its number."""
    for owner in link.values["entity"]:
        if owner in parties:
            parties[owner].references.update(_references(link.values["unscId"]))
            parties[owner].values["program"].update(link.values["program"])
            parties[owner].values["program"].update(link.values["programId"])
            parties[owner].quotes.update(_quotes(link))
    country = next(iter(link.values["country"]), "")
    for owner in link.values["holder"]:
        if owner not in parties:
            continue
        for value in link.values["number"]:
            if key := _strong_key("idNumber", value):
                code = country_code(country) if country else ""
                parties[owner].numbers.add(Number("paper", key, code))


def _quotes(listing: _Collected) -> Iterator[str]:
    """Entries of other lists whose numbers a listing gives as its own."""
    authorities = listing.values["authority"]
    for qualifier, number in listing.quoted:
        issuers = [_QUOTED_AS[qualifier]] if qualifier in _QUOTED_AS else authorities
        for issuer in issuers:
            for dataset in _NUMBERED_BY.get(issuer, ()):
                if dataset != listing.dataset:
                    yield f"{dataset}-{number}"


def _references(values: Iterable[str]) -> Iterator[str]:
    return (value for value in values if _REFERENCE.match(value))


def _party(entity_id: str, one: _Collected) -> ListedParty | None:
    schema = most_specific(one.schemata)
    person = is_person(schema)
    names: dict[tuple[str, ...], PartyName] = {}
    for prop in NAME_PROPERTIES:  # the best kind first: a name keeps it, should it come again
        for value in one.values[prop]:
            if (name := party_name(value, prop == "weakAlias", person)) is not None:
                names.setdefault(name.words, name)
    numbers = _with_countries(one.numbers, _numbers(one.values, is_a(schema, "Vehicle")))
    if not names and not numbers:
        return None
    return ListedParty(
        id=entity_id,
        dataset=one.dataset,
        schema=schema,
        caption=next((name.text for name in names.values()), entity_id),
        names=tuple(names.values()),
        births=tuple(_births(one.values["birthDate"])),
        genders=frozenset(one.values["gender"]),
        countries=frozenset(_countries(one.values)),
        programmes=frozenset(one.values["program"]),
        numbers=numbers,
        references=frozenset(one.references) | frozenset(_references(one.values["unscId"])),
        quotes=frozenset(one.quotes),
    )


def _numbers(values: dict[str, dict[str, None]], craft: bool) -> Iterator[Number]:
    for prop in sorted(_STRONG):
        for value in values.get(prop, ()):
            if prop == "imoNumber":
                if imo := imo_digits(value):
                    yield Number("imo" if craft else "imo of a company", imo)
            elif key := _strong_key(prop, value):
                yield Number("paper" if prop in _PAPERS else prop, key)


def _with_countries(below: set[Number], own: Iterable[Number]) -> frozenset[Number]:
    """A number that a paper gives with its country is not kept without it."""
    found = {n for n in below if n.country}
    known = {(n.kind, n.key) for n in found}
    rest = {n for n in (*below, *own) if (n.kind, n.key) not in known}
    return frozenset(found | rest)


def _strong_key(prop: str, value: str) -> str:
    """The comparable form, empty for what is too short to belong to one party alone."""
    key = identifier_of(prop, value)
    n_digits = sum(char.isdigit() for char in key)
    if prop in ("publicKey", "swiftBic"):
        return key if len(key) >= 8 else ""
    return key if len(key) >= _SHORTEST and n_digits >= _FEWEST_DIGITS else ""


def _births(values: Iterable[str]) -> Iterator[AskedBirth]:
    for value in values:
        try:
            birth = birth_of(value)
            # The first of January mostly stands for a year of which no more is known.
            yield birth_of(value[:4]) if value.endswith("-01-01") and birth.day else birth
        except InvalidInput:
            continue  # a symbolic date says nothing that another one could contradict


def _countries(values: dict[str, dict[str, None]]) -> Iterator[str]:
    for prop in sorted(_COUNTRIES):
        yield from (code for v in values.get(prop, ()) if len(code := country_code(v)) == 2)
    for value in values.get("birthPlace", ()):
        code = country_code(value.rpartition(",")[2])
        if len(code) == 2:
            yield code
