"""Writing what a list says of one of its entries: the party, its listings, papers and links.

Every plug-in turns its own format into the same few kinds of statements; `PartyOutput` makes
them, so that ids and qualifiers are the same for all lists that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from interdict.lists.parsing import PartOutput, tidy
from interdict.model.schema import is_a
from interdict.model.source import Dataset

NAMED_LANGUAGES = {
    "arabic": "ara",
    "belarusian": "bel",
    "burmese": "mya",
    "chinese": "zho",
    "dari": "prs",
    "farsi": "fas",
    "hebrew": "heb",
    "japanese": "jpn",
    "korean": "kor",
    "pashto": "pus",
    "persian": "fas",
    "russian": "rus",
    "ukrainian": "ukr",
    "urdu": "urd",
}
"""English name of a language -> its three-letter code, as lists name languages of names."""

_ONLY_OF = {
    **dict.fromkeys(
        """title position nationality citizenship birthDate birthPlace birthCountry gender
        firstName secondName middleName lastName nameSuffix passportNumber
        socialSecurityNumber""".split(),
        "Person",
    ),
    **dict.fromkeys("flag pastFlags callSign tonnage".split(), "Vessel"),
    **dict.fromkeys("type buildDate".split(), "Vehicle"),
    **dict.fromkeys("legalForm incorporationDate".split(), "LegalEntity"),
}
"""Property -> the only kind of party that FollowTheMoney gives it to."""

_ONE_LANGUAGE = (("가", "힣", "kor"), ("ぁ", "ヿ", "jpn"), ("א", "ת", "heb"))
"""First and last letter of scripts that one language alone uses."""

_OWN_UN_REFERENCE = re.compile(
    r"\bUN\s*ref(?:erence)?(?:\s*(?:no|number))?\s*[.:]{0,2}\s*"
    r"(?P<number>[A-Z]{2}[A-Z.][A-Z0-9.]{2,12})",
    re.I,
)


_LOUD_REFERENCE = re.compile(r"^([A-Z]{2})([IE])(\.\d{3})$")
"""`KPI.033` for `KPi.033`."""


class PartyOutput:
    """One entry of a list, into one part of its edition.

    `line` is where the following statements stand; set it before making them. Nothing is said
    where a value is empty.
    """

    def __init__(self, dataset: Dataset, part: PartOutput, record_id: str, schema: str) -> None:
        self.dataset = dataset
        self.part = part
        self.record_id = record_id
        self.schema = schema
        self.entity_id = f"{dataset.name}-{record_id}"
        self.line = 0
        self._said: dict[str, set[str]] = {}

    def about(
        self, entity_id: str, schema: str, prop: str, value: str, *, qualifier: str = "",
        lang: str = "",
    ) -> None:  # fmt: skip
        """A statement about any entity of the entry."""
        self.part.statement(
            self.record_id,
            entity_id,
            schema,
            prop,
            value,
            line=self.line,
            qualifier=qualifier,
            lang=lang,
        )

    def say(self, prop: str, value: str, *, qualifier: str = "", lang: str = "") -> None:
        """A statement about the party; a note where its kind of party has no such property."""
        if prop in _ONLY_OF and not is_a(self.schema, _ONLY_OF[prop]):
            self.say("notes", f"{prop}: {value}" if tidy(value) else "", qualifier=prop)
            return
        self.about(self.entity_id, self.schema, prop, value, qualifier=qualifier, lang=lang)

    def say_each(self, prop: str, values: Iterable[str]) -> None:
        """The values of a fact of which only one is true: all but the first are `alternative`."""
        said = self._said.setdefault(prop, set())
        for value in map(tidy, values):
            if value and value not in said:
                self.say(prop, value, qualifier="alternative" if said else "")
                said.add(value)

    def note(self, kind: str, text: str) -> None:
        """A remark of that kind: kept, and shown, but not compared with anything."""
        self.say("notes", text, qualifier=kind)

    def drift(self, field: str, text: str) -> None:
        """Reports text that was not understood, and keeps it as a note."""
        self.part.signal("drift", field, text, self.line)
        self.say("notes", f"{field}: {text}")

    def sanction_id(self, programme: str) -> str:
        """The id of the party's `Sanction` under a programme."""
        return f"{self.entity_id}-sanction-{slug(programme)}"

    def sanction(self, programme: str) -> str:
        """The party's listing under a programme; returns the id of its `Sanction`."""
        sanction = self.sanction_id(programme)
        self.say("program", programme)
        self.of_sanction(sanction, "entity", self.entity_id)
        self.of_sanction(sanction, "program", programme)
        self.of_sanction(sanction, "authority", self.dataset.issuer)
        return sanction

    def of_sanction(self, sanction: str, prop: str, value: str, *, qualifier: str = "") -> None:
        """A statement about a listing of the party."""
        self.about(sanction, "Sanction", prop, value, qualifier=qualifier)

    def paper(self, prop: str, number: str, *, facts: Iterable[tuple[str, str]] = ()) -> None:
        """A numbered paper: the number as `prop` of the party, and the paper with its facts.

        Args:
            prop: `passportNumber`, `idNumber` or another number of FollowTheMoney's.
            facts: properties of the paper: type, country, authority, startDate, summary.
        """
        if not tidy(number):
            return
        schema = "Passport" if prop == "passportNumber" else "Identification"
        of_nobody_else = prop in _ONLY_OF and not is_a(self.schema, _ONLY_OF[prop])
        self.say("idNumber" if of_nobody_else else prop, number)
        paper = f"{self.entity_id}-{schema.lower()}-{slug(number)}"
        self.about(paper, schema, "holder", self.entity_id)
        self.about(paper, schema, "number", number)
        for name, value in facts:
            self.about(paper, schema, name, value)

    def link(self, role: str, name: str, *, object_id: str = "", id_part: str = "") -> None:
        """A relation with that role, seen from the party, to an entry or to a mere name."""
        link = f"{self.entity_id}-link-{slug(role)}-{id_part or slug(object_id or name)}"
        self.about(link, "UnknownLink", "subject", self.entity_id)
        self.about(link, "UnknownLink", "role", role)
        if object_id:
            self.about(link, "UnknownLink", "object", object_id)
        else:
            self.about(link, "UnknownLink", "namesMentioned", name)


def slug(text: str) -> str:
    """Letters and figures joined by hyphens, case kept; a hash where none are ASCII."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
    return plain or blake2b(text.encode(), digest_size=6).hexdigest()


def language_of(name: str, stated: str = "") -> str:
    """The language of a name: the stated one, else that of a script that one language uses.

    Empty where neither is known.
    """
    if stated:
        return NAMED_LANGUAGES.get(stated.strip().lower(), "")
    for first, last, language in _ONE_LANGUAGE:
        if any(first <= letter <= last for letter in name):
            return language
    return ""


def own_un_references(text: str) -> list[str]:
    """Reference numbers that a remark gives as the entry's own: `UN Ref QDi.999`, in its order.

    Numbers in other sentences are those of associates and not returned.
    """
    found = (
        _LOUD_REFERENCE.sub(lambda m: f"{m[1]}{m[2].lower()}{m[3]}", match["number"].rstrip("."))
        for match in _OWN_UN_REFERENCE.finditer(text)
    )
    return list(dict.fromkeys(number for number in found if any(map(str.isdigit, number))))


def un_reference_is_of(number: str, schema: str) -> bool:
    """Whether a Security Council reference can be that of a person, or of anybody else.

    The third letter (`QDi.999`, `KPe.999`), or the second of the numbers used before
    (`QI.A.999.99`), is an i for individuals and an e for entities.
    """
    kind = re.match(r"[A-Z]{2}([ie])\.|[A-Z]([IE])\.|[A-Z]{2}([IE])\.", number)
    if kind is None:
        return True
    letter = kind[1] or kind[2] or kind[3]
    return bool(letter.lower() == "i") is (schema == "Person")
