"""Which column of one's own list holds what: guessed from its title, never from its contents.

Adding a title, or a label of a numbered paper, is adding a word to a table here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from interdict.errors import InvalidInput
from interdict.model.schema import is_a
from interdict.text.normalize import fold


def _table(titles: Mapping[str, str]) -> dict[str, str]:
    """Folded title -> role."""
    return {
        title.strip(): role for role, words in titles.items() for title in words.split("|")
    }  # fmt: skip


ROLES = _table(
    {
        "id": "id | uid | entity id | record id | party id | list id | unique id",
        "name": "name | names | full name | fullname | primary name | party name | entity name | "
        "company name | organisation name | organization name | main name | whole name",
        "first": "first name | firstname | given name | given names | forename",
        "middle": "middle name | middlename | second name | patronymic",
        "last": "last name | lastname | family name | surname",
        "alias": "alias | aliases | aka | a k a | akas | all names | other name | other names | "
        "also known as | alternative names | strong aliases",
        "weakAlias": "weak alias | weak aliases | weak aka | low quality aliases | low quality aka",
        "previousName": "former name | former names | previous name | previous names | fka | f k a",
        "schema": "schema | type | entity type | subject type | party type | kind | record type",
        "birthDate": "birth date | birthdate | date of birth | dob | dates of birth | born",
        "birthPlace": "birth place | place of birth | pob | town of birth",
        "nationality": "nationality | nationalities | citizenship | citizenships",
        "country": "country | countries | country code | jurisdiction | country of registration",
        "gender": "gender | sex",
        "position": "position | positions | title or position | occupation | role",
        "address": "address | addresses | location | full address",
        "phone": "phone | phones | phone number | phone numbers | telephone",
        "email": "email | emails | e mail | email address | email addresses",
        "website": "website | websites | web | url",
        "programme": "programme | program | programmes | programs | regime | sanctions programme | "
        "sanction programme | sanctions program | sanction imposed | sanctions imposed | list type",
        "listed": "listed | listed on | listed date | date listed | listing date | date designated"
        " | designation date | designated on | date of designation | added on",
        "documents": "identifier | identifiers | id documents | documents | identifications | ids",
        "passportNumber": "passport | passports | passport number | passport no",
        "idNumber": "id number | national id | national id number | identity number | id no",
        "taxNumber": "tax id | tax number | tax identification number | vat number",
        "registrationNumber": "registration number | company number | registration no",
        "leiCode": "lei | lei code",
        "swiftBic": "bic | swift | swift bic | swift code",
        "imoNumber": "imo | imo number | imo no",
        "mmsi": "mmsi",
        "callSign": "call sign | callsign",
        "flag": "flag | vessel flag",
        "wallet": "wallet | wallets | wallet address | crypto address | public key",
        "reference": "reference | reference number | list reference",
        "source": "source | source list | original list | publisher",
        "notes": "note | notes | comment | comments | remarks | description | other information | "
        "narrative | summary",
    }
)
"""Title in folded words -> role. A role that is a property's name is that property."""

IGNORE = "ignore"
"""Role of a column that its owner wants left out; never guessed."""

SYNONYMS = {
    "firstName": "first",
    "secondName": "middle",
    "middleName": "middle",
    "lastName": "last",
    "program": "programme",
    "publicKey": "wallet",
    "listingDate": "listed",
}
"""FollowTheMoney's property -> the role that becomes it, where the two are called differently."""

LABELS = _table(
    {
        "passportNumber": "passport | passeport | pasaporte | reisepass",
        "imoNumber": "imo | vessel registration identification",
        "mmsi": "mmsi",
        "callSign": "call sign",
        "leiCode": "lei | legal entity number",
        "swiftBic": "swift | bic",
        "wallet": "digital currency address | wallet | crypto",
        "gender": "gender | sex",
        "birthDate": "dob | date of birth | birth date",
        "birthPlace": "pob | place of birth",
        "nationality": "nationality | citizen | citizenship",
        "phone": "phone | telephone | fax",
        "email": "email | e mail",
        "website": "website | web site",
        "taxNumber": "tax | tax id | tax identification number | fiscal | vat | inn | nit | ruc | "
        "rfc | r f c",
        "registrationNumber": "registration number | registration id | registration document | "
        "company number | commercial registry | chamber | enterprise number | business number | "
        "company id | registry | ogrn",
        "idNumber": "national id | national identification | identification number | identity | "
        "identification card | id card | id no | cedula | personal id | c u r p | licence | "
        "license | residency number | social security",
    }
)
"""Words in the label of a value such as `Passport: X1` -> role; the longest that fits wins."""

_BEARERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "alias", "weakAlias", "previousName"), ("Thing",)),
    **dict.fromkeys(("country", "address", "notes", "program"), ("Thing",)),
    **dict.fromkeys(("firstName", "secondName", "lastName"), ("Person",)),
    **dict.fromkeys(("birthDate", "birthPlace", "nationality", "gender"), ("Person",)),
    **dict.fromkeys(("position", "passportNumber"), ("Person",)),
    **dict.fromkeys(("phone", "email", "website"), ("LegalEntity", "Vehicle")),
    **dict.fromkeys(("idNumber", "taxNumber", "leiCode"), ("LegalEntity", "Vehicle")),
    **dict.fromkeys(("registrationNumber", "swiftBic"), ("LegalEntity", "Vehicle")),
    "imoNumber": ("Organization", "Vessel"),
    **dict.fromkeys(("mmsi", "callSign", "flag"), ("Vessel",)),
}
"""Property -> schemata that can have it."""

_PERSONAL = frozenset(("birthDate", "birthPlace", "gender", "position", "passportNumber"))
_NAUTICAL = frozenset(("mmsi", "callSign"))

SCHEMATA = {
    **{fold(schema): schema for schema in ("Person", "Organization", "Company", "Vessel")},
    **dict.fromkeys(("individual", "natural person", "p", "i", "human", "man"), "Person"),
    **dict.fromkeys(("organisation", "entity", "group", "e", "business"), "Organization"),
    **dict.fromkeys(("corporation", "bank", "enterprise"), "Company"),
    **dict.fromkeys(("ship", "v", "boat"), "Vessel"),
    **dict.fromkeys(("aircraft", "airplane", "plane"), "Airplane"),
    **dict.fromkeys(("public body", "publicbody", "government"), "PublicBody"),
    **dict.fromkeys(("wallet", "crypto wallet", "cryptowallet"), "CryptoWallet"),
    **dict.fromkeys(("legal entity", "legalentity", "unknown"), "LegalEntity"),
}
"""Kind of party in folded words -> schema."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Columns:
    """What was made of a header: each title with its role, None for one that is not known."""

    roles: tuple[tuple[str, str | None], ...]
    mapped: frozenset[str] = frozenset()
    """Titles whose role was given, not guessed."""

    def titles(self, role: str) -> tuple[str, ...]:
        """Titles of the columns with that role, in order."""
        return tuple(title for title, own in self.roles if own == role)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Titles that mean nothing here; what they hold is kept as notes."""
        return tuple(title for title, role in self.roles if role is None)

    @property
    def is_usable(self) -> bool:
        """True if some column names a party."""
        return any(self.titles(role) for role in ("name", "last", "first", "alias", "wallet"))

    def guessed(self) -> tuple[tuple[str, str], ...]:
        """(title, role) of the columns whose title is not plainly the role itself."""
        return tuple(
            (title, role)
            for title, role in self.roles
            if role and title not in self.mapped and not _says(title, role)
        )


def _says(title: str, role: str) -> bool:
    return plain_title(title).replace(" ", "") == role.lower()


def guess_columns(header: Iterable[str]) -> Columns:
    """The roles of a header; a second `id` column is a reference, as a record has one id."""
    roles: list[tuple[str, str | None]] = []
    for title in header:
        role = ROLES.get(plain_title(title))
        if role == "id" and any(own == "id" for _, own in roles):
            role = "reference"
        roles.append((title, role))
    return Columns(tuple(roles))


def mapped_columns(header: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """The roles of a header, as given for the titles in `mapping` and guessed for the others.

    Raises:
        InvalidInput: if a role does not exist, or the header lacks a title that is mapped.
    """
    guessed = guess_columns(header)
    given = {title: role_named(role) for title, role in mapping.items()}
    missing = [title for title in given if title not in dict(guessed.roles)]
    if missing:
        found = ", ".join(title for title, _ in guessed.roles)
        raise InvalidInput(f"the column {missing[0]!r} of the mapping is missing (found: {found})")
    roles = tuple((title, given.get(title, role)) for title, role in guessed.roles)
    return Columns(roles, frozenset(given))


def role_named(name: str) -> str:
    """The role of that name, or of that FollowTheMoney property.

    Raises:
        InvalidInput: if there is none; those that there are are listed.
    """
    role = SYNONYMS.get(name, name)
    known = {IGNORE, *ROLES.values()}
    if role not in known:
        raise InvalidInput(f"no column can be {name!r}. Known: {', '.join(sorted(known))}.")
    return role


def plain_title(title: str) -> str:
    """`birthDate`, `Birth_Date` and `BIRTH DATE` are one title."""
    return fold(_HUMP.sub(" ", title))


@cache
def role_of_label(label: str) -> str | None:
    """The role of a labelled value (`Passport No.: X1`), None for a label that is not known."""
    words = f" {fold(label)} "
    fitting = [known for known in LABELS if f" {known} " in words]
    return LABELS[max(fitting, key=len)] if fitting else None


@cache
def can_have(schema: str, prop: str) -> bool:
    """True if a party of that schema can have the property."""
    return any(is_a(schema, bearer) for bearer in _BEARERS.get(prop, ()))


def schema_from(props: Iterable[str]) -> str:
    """What a party of no stated kind must be by what is known of it; else `LegalEntity`."""
    found = set(props)
    if found & _PERSONAL:
        return "Person"
    return "Vessel" if found & _NAUTICAL else "LegalEntity"
