"""One entry of the Security Council's consolidated list, element by element.

`HANDLERS` says what each element means; an element that stands neither there nor in `IGNORED`
is kept as a note and reported as drift, and so is an unknown part of a known element.

Source: https://www.un.org/sc/resources/sc-sanctions.xsd.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput, ReadError
from interdict.lists.parsing import PartOutput, SourceFile, tidy
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.worded_dates import edtf
from interdict.model.dates import PartialDate, Span
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

SCHEMATA = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}

ALIAS_PROPERTIES = {
    "good": "alias",
    "a.k.a.": "alias",
    "low": "weakAlias",
    "f.k.a.": "previousName",
}
"""QUALITY -> property."""

NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
ADDRESS_PARTS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
ALIAS_BIRTH_PARTS = ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH")
DOCUMENT_TYPES = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2")
DOCUMENT_PARTS = (*DOCUMENT_TYPES, "COUNTRY_OF_ISSUE", "ISSUING_COUNTRY", "CITY_OF_ISSUE")
IGNORED = frozenset(
    [
        # Numbers and sort keys of the publisher's own database.
        *("DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD"),
        # Read before the others.
        *("REFERENCE_NUMBER", "UN_LIST_TYPE", *NAME_PARTS),
    ]
)

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T|[+-]\d\d:\d\d$|Z$)")
_PASSPORT = re.compile(r"pass?e?port|pasaporte", re.I)
_SEVERAL_NAMES = re.compile(r"\s*;\s*|\s+[b-z]\)\s+")
_LANGUAGES = (("가", "힣", "kor"), ("ぁ", "ヿ", "jpn"), ("א", "ת", "heb"))
"""First and last letter of scripts that one language alone uses."""


class Entry:
    """One entry: reads its elements by the table `HANDLERS`."""

    def __init__(
        self, dataset: Dataset, element: etree._Element, part: PartOutput, file: SourceFile
    ) -> None:
        self.dataset = dataset
        self.element = element
        self.part = part
        self.line = line_of(element)
        self.schema = SCHEMATA[str(element.tag)]
        reference, number = self.child(element, "REFERENCE_NUMBER"), self.child(element, "DATAID")
        if not reference and not number:
            raise ReadError(
                "an entry without REFERENCE_NUMBER and DATAID.", file=file.name, line=self.line
            )
        if not reference:
            part.signal("drift", "entry without REFERENCE_NUMBER", number, self.line)
        self.reference = reference
        self.record_id = reference or f"dataid-{number}"
        self.entity_id = f"{dataset.name}-{self.record_id}"
        self.programme = self.child(element, "UN_LIST_TYPE")
        self.sanction_id = f"{self.entity_id}-sanction-{_slug(self.programme)}"
        self.counts: dict[str, int] = {}

    def read(self) -> None:
        """Everything that the entry says."""
        self.part.row(self.record_id)
        self._name()
        self._sanction()
        for child in elements(self.element):
            tag = str(child.tag)
            if tag in IGNORED:
                continue
            handler = HANDLERS.get(tag.removeprefix("INDIVIDUAL_").removeprefix("ENTITY_"))
            if handler is not None:
                handler(self, child)
            elif text := text_of(child):
                self.part.signal("drift", f"element {tag}", text, line_of(child))
                self.say(child, "notes", f"{tag}: {text}")
        self._attributes()

    def _attributes(self) -> None:
        """The list has none below its root: whatever stands there is new."""
        for element in self.element.iter():
            for name, value in element.attrib.items():
                place, text = f"{element.tag}/@{name!s}", str(value)
                self.part.signal("drift", f"attribute {place}", text, line_of(element))
                self.say(element, "notes", f"{place}: {text}")

    # What handlers use

    def child(self, element: etree._Element, tag: str) -> str:
        """The text of the first child of that name; empty if there is none."""
        return tidy(element.findtext(tag))

    def children(
        self, element: etree._Element, *known: str, also: Iterable[str] = ()
    ) -> dict[str, str]:
        """Child name -> text, of children that hold text; unknown ones are reported."""
        texts: dict[str, str] = {}
        for child in elements(element):
            tag, text = str(child.tag), text_of(child)
            if not text:
                continue
            if tag not in known and tag not in also:
                self.part.signal("drift", f"element {element.tag}/{tag}", text, line_of(child))
                self.say(child, "notes", f"{element.tag}/{tag}: {text}")
            elif tag in texts:
                texts[tag] += f", {text}"
            else:
                texts[tag] = text
        return texts

    def say(
        self, where: etree._Element, prop: str, value: str, qualifier: str = "", lang: str = ""
    ) -> None:
        """A statement about the party."""
        self.about(self.entity_id, self.schema, where, prop, value, qualifier, lang)

    def about(
        self,
        entity_id: str,
        schema: str,
        where: etree._Element,
        prop: str,
        value: str,
        qualifier: str = "",
        lang: str = "",
    ) -> None:
        """A statement about an entity of this entry."""
        line = line_of(where)
        self.part.statement(
            self.record_id,
            entity_id,
            schema,
            prop,
            value,
            line=line,
            qualifier=qualifier,
            lang=lang,
        )

    def rank(self, what: str) -> str:
        """The qualifier of the next value of its kind: none for the first, then `alternative`."""
        self.counts[what] = self.counts.get(what, 0) + 1
        return "alternative" if self.counts[what] > 1 else ""

    def day(self, element: etree._Element, text: str) -> str:
        """A civil date without its zone; empty (and reported) if it is none."""
        found = _DAY.match(text)
        try:
            return str(PartialDate.parse(found[0])) if found else self._no_date(element, text)
        except InvalidInput:
            return self._no_date(element, text)

    def _no_date(self, element: etree._Element, text: str) -> str:
        self.part.signal("drift", f"date in {element.tag}", text, line_of(element))
        self.say(element, "notes", f"{element.tag}: {text}")
        return ""

    # Handlers

    def _name(self) -> None:
        parts = [self.child(self.element, tag) for tag in NAME_PARTS]
        # Which of its parts is a family name the list does not say, and it is not guessed.
        self.say(self.element, "name", " ".join(filter(None, parts)))
        if self.schema == "Person":
            self.say(self.element, "firstName", parts[0])
            self.say(self.element, "secondName", parts[1])
        if not any(parts):
            self.part.signal("drift", "entry without a name", self.record_id, self.line)

    def _sanction(self) -> None:
        if not self.programme:
            self.part.signal("drift", "entry without UN_LIST_TYPE", self.record_id, self.line)
        self.say(self.element, "program", self.programme)
        self.sanction(self.element, "entity", self.entity_id)
        self.sanction(self.element, "program", self.programme)
        self.sanction(self.element, "authority", self.dataset.issuer)
        self.sanction(self.element, "unscId", self.reference)

    def sanction(self, where: etree._Element, prop: str, value: str) -> None:
        """A statement about the party's listing."""
        self.about(self.sanction_id, "Sanction", where, prop, value)

    def original_script(self, element: etree._Element) -> None:
        name = text_of(element)
        self.say(element, "name", name, "original_script", _language(name))

    def alias(self, element: etree._Element) -> None:
        texts = self.children(
            element, "QUALITY", "ALIAS_NAME", "NOTE", "DATE_OF_BIRTH", also=ALIAS_BIRTH_PARTS
        )
        quality = texts.get("QUALITY", "")
        names = texts.get("ALIAS_NAME", "")
        if names and quality.lower() not in ALIAS_PROPERTIES:
            self.part.signal("drift", f"QUALITY {quality}", names, line_of(element))
        prop = ALIAS_PROPERTIES.get(quality.lower(), "alias")
        for name in _SEVERAL_NAMES.split(re.sub(r"^a\)\s+", "", names)):
            self.say(element, prop, name, lang=_language(name))
        if note := texts.get("NOTE"):
            self.say(element, "notes", f"{names}: {note}".lstrip(": "), "alias")
        if born := texts.get("DATE_OF_BIRTH"):
            self.say(element, "birthDate", self.day(element, born), "alias")
        place = ", ".join(texts[tag] for tag in ALIAS_BIRTH_PARTS if tag in texts)
        self.say(element, "birthPlace", place, "alias")

    def birth_date(self, element: etree._Element) -> None:
        texts = self.children(
            element, "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"
        )
        kind, note = texts.pop("TYPE_OF_DATE", ""), texts.pop("NOTE", "")
        if texts and kind not in ("EXACT", "APPROXIMATELY", "BETWEEN"):
            self.part.signal("drift", f"TYPE_OF_DATE {kind}", str(texts), line_of(element))
        self.say(element, "notes", note, "birth_date")
        if kind == "BETWEEN" and "FROM_YEAR" in texts and "TO_YEAR" in texts:
            value = f"{texts.pop('FROM_YEAR')}/{texts.pop('TO_YEAR')}"
        elif "DATE" in texts or "YEAR" in texts:
            value = self.day(element, texts.pop("DATE", "") or texts.pop("YEAR"))
            value += "~" if value and kind == "APPROXIMATELY" else ""
        else:
            value = edtf(note) or ""
        if value and _is_edtf(value):
            self.say(element, "birthDate", value, self.rank("birthDate"))
        elif value:
            self._no_date(element, value)
        for tag, text in texts.items():
            if tag != "YEAR" or not value.startswith(text):
                self._no_date(element, f"{tag} {text}")

    def birth_place(self, element: etree._Element) -> None:
        texts = self.children(element, "NOTE", also=ADDRESS_PARTS)
        place = ", ".join(texts[tag] for tag in ADDRESS_PARTS if tag in texts)
        if place:
            self.say(element, "birthPlace", place, self.rank("birthPlace"))
        self.say(element, "birthCountry", texts.get("COUNTRY", ""))
        self.say(element, "notes", texts.get("NOTE", ""), "birth_place")

    def address(self, element: etree._Element) -> None:
        texts = self.children(element, "NOTE", also=ADDRESS_PARTS)
        line = ", ".join(texts[tag] for tag in ADDRESS_PARTS if tag in texts)
        if line != texts.get("COUNTRY", ""):
            self.say(element, "address", line)
        self.say(element, "country", texts.get("COUNTRY", ""))
        if note := texts.get("NOTE"):
            self.say(element, "notes", f"{line}: {note}".lstrip(": "), "address")

    def document(self, element: etree._Element) -> None:
        texts = self.children(element, "NUMBER", "NOTE", "DATE_OF_ISSUE", also=DOCUMENT_PARTS)
        kinds = [texts[t] for t in DOCUMENT_TYPES if t in texts]
        number = texts.get("NUMBER", "")
        if not number:
            self.say(element, "notes", "; ".join(texts.values()), "document")
            return
        passport = bool(_PASSPORT.search(" ".join(kinds)))
        schema = "Passport" if passport else "Identification"
        self.say(element, "passportNumber" if passport else "idNumber", number)
        paper = f"{self.entity_id}-{schema.lower()}-{_slug(number)}"
        issued = texts.get("DATE_OF_ISSUE", "")
        values = [("holder", self.entity_id), ("number", number)]
        values += [("type", kind) for kind in kinds]
        values += [
            ("country", texts.get("COUNTRY_OF_ISSUE", "") or texts.get("ISSUING_COUNTRY", "")),
            ("authority", texts.get("CITY_OF_ISSUE", "")),
            ("startDate", self.day(element, issued) if issued else ""),
            ("summary", texts.get("NOTE", "")),
        ]
        if "COUNTRY_OF_ISSUE" in texts:
            values.append(("country", texts.get("ISSUING_COUNTRY", "")))
        for prop, value in values:
            self.about(paper, schema, element, prop, value)

    def gender(self, element: etree._Element) -> None:
        text = text_of(element).lower()
        if text in ("male", "female"):
            self.say(element, "gender", text)
        elif text and text != "unknown":
            self.part.signal("drift", "GENDER", text, line_of(element))
            self.say(element, "notes", f"GENDER: {text}")

    def list_type(self, element: etree._Element) -> None:
        """Always `UN List`: says nothing about the entry."""
        for value in _values(element):
            if text_of(value) != "UN List":
                self.part.signal("drift", "LIST_TYPE", text_of(value), line_of(element))


_Handler = Callable[[Entry, "etree._Element"], None]


def _each(prop: str, *, date_like: bool = False) -> _Handler:
    """Every VALUE of the element is a value of the property."""

    def handler(entry: Entry, element: etree._Element) -> None:
        for value in _values(element):
            text = text_of(value)
            entry.say(value, prop, entry.day(element, text) if date_like and text else text)

    return handler


def _note(qualifier: str) -> _Handler:
    def handler(entry: Entry, element: etree._Element) -> None:
        entry.say(element, "notes", text_of(element), qualifier)

    return handler


def _event(prop: str) -> _Handler:
    """A date of the listing itself."""

    def handler(entry: Entry, element: etree._Element) -> None:
        if text := text_of(element):
            entry.sanction(element, prop, entry.day(element, text))

    return handler


HANDLERS: dict[str, _Handler] = {
    "NAME_ORIGINAL_SCRIPT": Entry.original_script,
    "ALIAS": Entry.alias,
    "DATE_OF_BIRTH": Entry.birth_date,
    "PLACE_OF_BIRTH": Entry.birth_place,
    "ADDRESS": Entry.address,
    "DOCUMENT": Entry.document,
    "GENDER": Entry.gender,
    "LIST_TYPE": Entry.list_type,
    "TITLE": _each("title"),
    "DESIGNATION": _each("position"),
    "NATIONALITY": _each("nationality"),
    "LAST_DAY_UPDATED": _each("modifiedAt", date_like=True),
    "LISTED_ON": _event("event:listed"),
    "DELISTED_ON": _event("event:revoked"),
    "COMMENTS1": _note(""),
    "SUBMITTED_BY": _note("submitted_by"),
    "SUBMITTED_ON": _note("submitted_on"),
}
"""Element (without INDIVIDUAL_ or ENTITY_ before it) -> what reads it."""


def _values(element: etree._Element) -> list[etree._Element]:
    """The VALUE children, or the element itself where the text stands in it."""
    return list(elements(element)) or [element]


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text).strip("-")


def _language(name: str) -> str:
    """The language of a script that only one language uses; else empty."""
    for first, last, language in _LANGUAGES:
        if any(first <= letter <= last for letter in name):
            return language
    return ""


def _is_edtf(value: str) -> bool:
    try:
        Span.parse(value)
    except InvalidInput:
        return False
    return True
