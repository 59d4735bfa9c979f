"""One entry of the EU's list: `HANDLERS` says what each element means.

Every element takes the attributes that it knows; those that are left, and elements that stand
in no table, are kept as notes and reported as drift.

Dates of an entry are three different facts. `designationDate` is when the party was listed.
`publicationDate` and `entryIntoForceDate` are those of the legal act that touched the entry
last: where that is an amending or repealing act, it did not list the party, so that its dates
are those of an amendment and begin nothing.

Source: European Commission, XML schema 1.1 of the consolidated list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput, ReadError
from interdict.lists.eu.codes import (
    ALPHA3_LANGUAGES,
    CONTACTS,
    FLAGS,
    IDENTIFICATIONS,
    IGNORED_ELEMENTS,
    LATER_ACTS,
    LISTING_ACTS,
    SCHEMATA,
)
from interdict.lists.parsing import PartOutput, SourceFile, tidy
from interdict.lists.party import PartyOutput, language_of
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.written_dates import written_date
from interdict.model.dates import Span
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"

PLACE_PARTS = ("street", "poBox", "zipCode", "city", "place", "region")
UNKNOWN_COUNTRY = ("", "00")

_QUALITY = re.compile(r"\(?(?P<quality>low|god|good) quality(?: alias)?\)?\.?$", re.I)
_LISTED_ON = re.compile(r"\bdate of listing:?\s*(?P<date>\d{1,2}[./-]\d{1,2}[./-]\d{4})", re.I)


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


class Entry:
    """One `sanctionEntity`."""

    def __init__(
        self, dataset: Dataset, element: etree._Element, part: PartOutput, file: SourceFile
    ) -> None:
        self.element = element
        values = Values(element)
        reference, number = values.take("euReferenceNumber"), values.take("logicalId")
        line = line_of(element)
        if not reference and not number:
            raise ReadError(
                "an entry without euReferenceNumber and logicalId.", file=file.name, line=line
            )
        self.reference = reference
        self.values = values
        code = self._subject()
        self.party = PartyOutput(
            dataset, part, reference or f"logicalid-{number}", SCHEMATA.get(code, "LegalEntity")
        )
        self.party.line = line
        if not reference:
            part.signal("drift", "entry without euReferenceNumber", number, line)
        if code not in SCHEMATA:
            self.party.drift("subjectType", code or "(none)")
        self.sanctions: list[str] = []
        self.named = False

    @property
    def is_person(self) -> bool:
        """Whether the entry is a natural person."""
        return self.party.schema == "Person"

    def _subject(self) -> str:
        kind = next((c for c in elements(self.element) if local(c) == "subjectType"), None)
        return "" if kind is None else tidy(kind.get("code")).lower()

    def read(self) -> None:
        """Everything that the entry says."""
        party = self.party
        party.part.row(party.record_id)
        children = list(elements(self.element))
        # Remarks may date the listing, so the listings come first.
        for child in sorted(children, key=lambda c: local(c) != "regulation"):
            tag = local(child)
            if tag in IGNORED_ELEMENTS:
                continue
            party.line = line_of(child)
            handler = HANDLERS.get(tag)
            if handler is not None:
                values = Values(child)
                handler(self, child, values)
                self._left_over(tag, values)
            elif text := text_of(child) or " ".join(map(str, child.attrib.values())):
                party.drift(f"element {tag}", text)
        party.line = line_of(self.element)
        self._listing()
        self._left_over("sanctionEntity", self.values)
        if not self.named:
            party.part.signal("drift", "entry without a name", party.record_id, party.line)

    def _listing(self) -> None:
        values, party = self.values, self.party
        designated, details = values.take("designationDate"), values.take("designationDetails")
        number = values.take("unitedNationId")
        if not self.sanctions:
            party.part.signal("drift", "entry without a regulation", party.record_id, party.line)
        for sanction in self.sanctions:
            self._event(sanction, "event:listed", designated)
            party.of_sanction(sanction, "summary", details)
            party.of_sanction(sanction, "unscId", number)
        self._worded_listing(details)

    def _worded_listing(self, text: str) -> None:
        """`Date of listing: 23.6.2008`, which older entries have in a remark instead."""
        for found in _LISTED_ON.finditer(text):
            for sanction in self.sanctions:
                self._event(sanction, "event:listed", found["date"])

    def _event(self, sanction: str, prop: str, text: str, note: str = "") -> None:
        date = written_date(text) if text else None
        if date:
            self.party.of_sanction(sanction, prop, date, qualifier=note)
        elif text:
            self.party.drift(prop.removeprefix("event:"), text)

    def _left_over(self, tag: str, values: Values) -> None:
        for name, value in values.rest():
            self.party.drift(f"{tag}/@{name}", value)

    def remarks(self, element: etree._Element) -> str:
        """The remarks inside an element; other unknown children are reported."""
        found = []
        for child in elements(element):
            tag = local(child)
            if tag == "remark":
                found.append(text_of(child))
            elif tag not in IGNORED_ELEMENTS and tag != "contactInfo":
                self.party.drift(f"element {local(element)}/{tag}", text_of(child))
        return " ".join(filter(None, found))

    # Handlers

    def remark(self, element: etree._Element, values: Values) -> None:
        """A remark on the entry, which may date the listing."""
        text = text_of(element)
        self.party.say("notes", text)
        self._worded_listing(text)

    def regulation(self, element: etree._Element, values: Values) -> None:
        """The act that touched the entry last, under its programme."""
        party = self.party
        values.ignore("logicalId", "organisationType")
        programme = values.take("programme")
        if not programme:
            party.drift("regulation without a programme", values.take("numberTitle") or "(none)")
            return
        sanction = party.sanction(programme)
        if sanction not in self.sanctions:
            self.sanctions.append(sanction)
        party.of_sanction(sanction, "authorityId", self.reference)
        kind, act = values.take("regulationType").lower(), values.take("numberTitle")
        party.of_sanction(sanction, "reason", act, qualifier="legal_act")
        published, in_force = values.take("publicationDate"), values.take("entryIntoForceDate")
        if kind in LISTING_ACTS:
            # Publication alone begins nothing: the act says when it enters into force.
            self._event(sanction, "listingDate", published)
            self._event(sanction, "event:in_force", in_force, act)
        else:
            if kind not in LATER_ACTS:
                party.drift(f"regulationType {kind}", act)
            self._event(sanction, "event:amended", published, f"published: {act}")
            self._event(sanction, "event:amended", in_force, f"in force: {act}")
        for child in elements(element):
            if local(child) == "publicationUrl":
                party.of_sanction(sanction, "sourceUrl", text_of(child))
            else:
                party.drift(f"element regulation/{local(child)}", text_of(child))

    def name(self, element: etree._Element, values: Values) -> None:
        """A name, with the parts, functions and titles that go with it."""
        party = self.party
        values.ignore("logicalId", "regulationLanguage")
        stated = values.take("nameLanguage").upper()
        if stated and stated not in ALPHA3_LANGUAGES:
            party.part.signal("drift", f"nameLanguage {stated}", stated, party.line)
        parts = {part: values.take(part) for part in ("firstName", "middleName", "lastName")}
        whole = values.take("wholeName") or " ".join(filter(None, parts.values()))
        strong, remark = values.take("strong").lower(), self.remarks(element)
        quality = _QUALITY.match(remark)
        weak = strong == "false" or (quality is not None and quality["quality"].lower() == "low")
        prop = "weakAlias" if weak else "alias" if self.named else "name"
        if whole and not weak:
            # The list calls no name the first one: the first strong one stands for the party.
            self.named = True
        lang = ALPHA3_LANGUAGES.get(stated) or language_of(whole)
        party.say(prop, whole, lang=lang)
        if remark and quality is None:
            party.note("alias", f"{whole}: {remark}")
        gender, function, title = (values.take(key) for key in ("gender", "function", "title"))
        if self.is_person:
            for part, text in parts.items():
                party.say(part, text)
            party.say("title", title)
            party.say("position", function)
        else:
            party.note("function", "; ".join(filter(None, (title, function))))
        if gender:
            word = {"M": "male", "F": "female"}.get(gender)
            party.say("gender", word) if word else party.drift("gender", gender)

    def citizenship(self, element: etree._Element, values: Values) -> None:
        """A citizenship, as the code of its country."""
        values.ignore("logicalId", "regulationLanguage", "countryDescription")
        self.party.say("citizenship" if self.is_person else "country", self.country(values))
        self.party.note("citizenship", self._described(values, self.remarks(element)))

    def birth(self, element: etree._Element, values: Values) -> None:
        """A date and place of birth."""
        party = self.party
        values.ignore("logicalId", "regulationLanguage")
        description = values.take("countryDescription")
        country = self.country(values)
        place = self.place(values)
        if country:
            place = ", ".join(filter(None, (place, description)))
        date = self._born(values)
        if not self.is_person and (date or place):
            party.part.signal("drift", "birthdate of no person", date or place, party.line)
        party.say_each("birthDate", [date])
        party.say_each("birthPlace", [place if place != description else ""])
        party.say("birthCountry", country)
        party.note("birth_date", self.remarks(element))

    def _born(self, values: Values) -> str:
        """The date as EDTF; empty, and noted, where the calendar is not the Gregorian one."""
        circa = "~" if values.take("circa") == "true" else ""
        calendar = values.take("calendarType").upper()
        whole, year = values.take("birthdate"), values.take("year")
        month, day = values.take("monthOfYear"), values.take("dayOfMonth")
        low, high = values.take("yearRangeFrom"), values.take("yearRangeTo")
        if low and high:
            text = f"{low}{circa}/{high}{circa}"
        elif low or high:
            text = f"{low or '..'}/{high or '..'}"
        else:
            parts = (year, month.zfill(2) if month else "", day.zfill(2) if month and day else "")
            text = (whole or "-".join(filter(None, parts))) + circa
        if text == circa:
            return ""
        if calendar not in ("", "GREGORIAN"):
            self.party.note("birth_date", f"{text} ({calendar.lower()} calendar)")
            return ""
        try:
            Span.parse(text)
        except InvalidInput:
            self.party.drift("birthdate", text)
            return ""
        return text

    def identification(self, element: etree._Element, values: Values) -> None:
        """A numbered paper and what is known of it."""
        values.ignore("logicalId", "regulationLanguage", "countryDescription")
        code = values.take("identificationTypeCode").lower()
        kind = values.take("identificationTypeDescription")
        number, remark = values.take("number"), self.remarks(element)
        if code not in IDENTIFICATIONS:
            self.party.part.signal("drift", f"identification {code}", number, self.party.line)
        told = [words for flag, words in FLAGS.items() if values.take(flag) == "true"]
        on_document, region = values.take("nameOnDocument"), values.take("region")
        facts = [("type", kind), ("country", self.country(values))]
        facts += [("authority", values.take("issuedBy"))]
        for prop, keys in (("startDate", ("issueDate", "validFrom")), ("endDate", ("validTo",))):
            facts += [(prop, self._day(values.take(key))) for key in keys]
        facts += [("summary", text) for text in (*told, on_document, region, remark)]
        prop = IDENTIFICATIONS.get(code, "idNumber")
        if not number:
            self.party.note("document", "; ".join(filter(None, (kind, remark))))
        for text in dict.fromkeys((number, values.take("latinNumber"))):
            self.party.paper(prop, text, facts=facts)

    def _day(self, text: str) -> str:
        return (written_date(text) or "") if text else ""

    def address(self, element: etree._Element, values: Values) -> None:
        """An address with its contacts."""
        party = self.party
        values.ignore("logicalId", "regulationLanguage")
        description = values.take("countryDescription")
        country, then = self.country(values), values.take("asAtListingTime") == "true"
        line = self.place(values)
        if line:
            line = ", ".join(filter(None, (line, description if country else "")))
            party.say("address", line)
        party.say("country", country)
        told = ["as at the time of listing"] if then else []
        told += filter(None, [self.remarks(element)])
        for text in told:
            party.note("address", f"{line or description}: {text}".lstrip(": "))
        for contact in elements(element):
            if local(contact) == "contactInfo":
                self._contact(contact)

    def _contact(self, element: etree._Element) -> None:
        key, value = tidy(element.get("key")).upper(), tidy(element.get("value"))
        self.party.line = line_of(element)
        if key == "FAX":
            self.party.note("fax", value)
        elif key not in CONTACTS:
            self.party.drift(f"contactInfo {key}", value)
        else:
            for piece in re.split(r"\s*;\s*(?:and\s+)?", value):
                self.party.say(CONTACTS[key], piece.replace("@ ", "@"))

    def country(self, values: Values) -> str:
        """The two-letter code; empty for the code that stands for unknown."""
        code = values.take("countryIso2Code")
        return "" if code in UNKNOWN_COUNTRY else code

    def place(self, values: Values) -> str:
        """The parts of a place in one line, without the country."""
        return ", ".join(filter(None, [values.take(part) for part in PLACE_PARTS]))

    def _described(self, values: Values, remark: str) -> str:
        return ", ".join(filter(None, (values.take("region"), remark)))


class Values:
    """The attributes of an element, taken one by one."""

    def __init__(self, element: etree._Element) -> None:
        self._left = {str(name): tidy(str(value)) for name, value in element.attrib.items()}

    def take(self, name: str) -> str:
        """The value; empty if the element has none of that name."""
        return self._left.pop(name, "")

    def ignore(self, *names: str) -> None:
        """Numbers of the publisher's database, and what another attribute says as well."""
        for name in names:
            self._left.pop(name, None)

    def rest(self) -> list[tuple[str, str]]:
        """What nobody took, unless it is empty."""
        return [(name, value) for name, value in self._left.items() if value]


HANDLERS: dict[str, Callable[[Entry, etree._Element, Values], None]] = {
    "remark": Entry.remark,
    "regulation": Entry.regulation,
    "nameAlias": Entry.name,
    "citizenship": Entry.citizenship,
    "birthdate": Entry.birth,
    "identification": Entry.identification,
    "address": Entry.address,
}
"""Element -> what reads it."""
