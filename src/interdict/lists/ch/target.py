"""One target of the Swiss list: `individual`, `entity` or `object`, and its modifications.

A name is several parts in an order; a part may have spellings in other scripts. Each script's
spellings make a name of their own, with the usual form of the parts that they leave out.

Source: State Secretariat for Economic Affairs, "swiss-sanctions-list.xsd".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput, ReadError
from interdict.lists.ch.names import Names, read_names
from interdict.lists.parsing import PartOutput, SourceFile, tidy
from interdict.lists.party import PartyOutput
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.written_dates import written_date
from interdict.model.dates import Span
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

KINDS = {"individual": "Person", "entity": "Organization", "object": "LegalEntity"}
OBJECTS = {"vessel": "Vessel", "aircraft": "Airplane"}

NAME_TYPES = {"primary-name": "name", "alias": "alias", "formerly-known-as": "previousName"}
PASSPORTS = frozenset({"passport", "diplomatic-passport"})
PLACE_PARTS = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area", "country")

IGNORED = frozenset({"sanctions-set-id", "foreign-identifier", "modification"})

_LABELLED = re.compile(r"(?P<label>[^:]{2,40}?)\s*:\s*(?P<value>.+)$", re.S)
_LABELS = {
    "imo number": "imoNumber",
    "e-mail": "email",
    "e-mail address": "email",
    "email": "email",
    "website": "website",
    "tel.": "phone",
    "telephone": "phone",
    "telephone number": "phone",
    "phone number": "phone",
    "swift/bic code": "swiftBic",
    "swift/bic": "swiftBic",
    "registration number": "registrationNumber",
    "main state registration number": "registrationNumber",
    "tax registration number": "taxNumber",
    "tax identification number": "taxNumber",
    "taxpayer identification number": "taxNumber",
    "passport number": "passportNumber",
    "national identification number": "idNumber",
    "type of entity": "legalForm",
    "call sign": "callSign",
}
"""Label of an `other-information` -> property; what bears no such label is a note."""

_WHOLE_VALUE = {
    "imoNumber": re.compile(r"(\d{7})\.?"),
    "email": re.compile(r"(\S+@\S+\.\w+)\.?"),
    "website": re.compile(r"((?:https?://|www\.)\S+?)\.?"),
    "swiftBic": re.compile(r"([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\.?"),
}
_NUMBERED = re.compile(r"([A-Z0-9][A-Z0-9 /.\-+()]*\d[A-Z0-9)]*)\.?", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that targets refer to by number: its parts by name."""

    parts: Mapping[str, str]

    @classmethod
    def of(cls, element: etree._Element) -> Place:
        """The place as its element has it; variants in other languages are left out."""
        return cls({str(c.tag): text_of(c) for c in elements(element) if c.tag in PLACE_PARTS})


class Target:
    """One entry."""

    def __init__(
        self, dataset: Dataset, element: etree._Element, part: PartOutput, file: SourceFile
    ) -> None:
        self.element = element
        self.ssid = tidy(element.get("ssid"))
        line = line_of(element)
        if not self.ssid:
            raise ReadError("a target without its ssid.", file=file.name, line=line)
        numbers = [tidy(element.get("sanctions-set-id"))]
        numbers += [text_of(e) for e in element.iterchildren("sanctions-set-id")]
        self.set_ids = list(dict.fromkeys(filter(None, numbers)))
        self.body = next((c for c in elements(element) if c.tag in KINDS), None)
        kind = "" if self.body is None else str(self.body.tag)
        thing = "" if self.body is None else tidy(self.body.get("object-type"))
        schema = OBJECTS.get(thing, "LegalEntity") if kind == "object" else KINDS.get(kind, "")
        self.party = PartyOutput(dataset, part, self.ssid, schema or "LegalEntity")
        self.party.line = line
        part.row(self.ssid)
        if self.body is None or (kind == "object" and thing not in OBJECTS):
            self.party.drift("kind of target", thing or "(none)")
        self.named = False
        self.counts: dict[str, int] = {}

    def read(
        self,
        measures: Sequence[tuple[str, str]],
        places: Mapping[str, Place],
        known: Mapping[str, str],
    ) -> None:
        """Everything that the entry says.

        Args:
            measures: programme and title of the sets of measures it is under.
            places: the list's places by number.
            known: ids of the list's entities by ssid, which relations lead to.
        """
        self.places, self.known = places, known
        sanctions = self._listing(measures)
        for child in elements(self.element):
            if child is not self.body and child.tag not in IGNORED:
                self._unknown(child)
        if self.body is None:
            return
        if sex := tidy(self.body.get("sex")):
            known_sex = sex in ("male", "female")
            self.party.say("gender", sex) if known_sex else self.party.drift("sex", sex)
        for child in elements(self.body):
            self.party.line = line_of(child)
            tag = str(child.tag)
            if tag == "identity":
                self._identity(child)
            elif tag == "justification":
                for sanction in sanctions:
                    self.party.of_sanction(sanction, "reason", text_of(child))
            elif tag in _BODY:
                _BODY[tag](self, child)
            else:
                self._unknown(child)
        if not self.named:
            self.party.part.signal("drift", "entry without a name", self.ssid, self.party.line)

    def _unknown(self, element: etree._Element) -> None:
        self.party.line = line_of(element)
        self.party.drift(f"element {element.tag}", text_of(element) or "(empty)")

    # The listing

    def _listing(self, measures: Sequence[tuple[str, str]]) -> list[str]:
        party = self.party
        changes = list(self.element.iterchildren("modification"))
        listed = self._is_listed(changes)
        sanctions = []
        for programme, title in dict.fromkeys(measures):
            sanction = party.sanction_id(programme)
            if listed:
                party.sanction(programme)
            else:
                # No tag: a tag would say that the party is on the list today.
                party.of_sanction(sanction, "entity", party.entity_id)
                party.of_sanction(sanction, "authority", party.dataset.issuer)
                party.of_sanction(sanction, "programId", f"{party.dataset.name}:{programme}")
            party.of_sanction(sanction, "authorityId", self.ssid)
            party.of_sanction(sanction, "provisions", title)
            for foreign in self.element.iterchildren("foreign-identifier"):
                party.of_sanction(sanction, "authorityId", text_of(foreign), qualifier="foreign")
                if re.fullmatch(r"[A-Z]{2}[ie]\.\d{3}", text_of(foreign)):
                    party.of_sanction(sanction, "unscId", text_of(foreign))
            for change in changes:
                party.line = line_of(change)
                self._change(sanction, change)
            sanctions.append(sanction)
        return list(dict.fromkeys(sanctions))

    def _is_listed(self, changes: Sequence[etree._Element]) -> bool:
        """Whether the last change that lists or delists lists; of one day, the first in order."""
        deciding = [e for e in changes if e.get("modification-type") in ("listed", "de-listed")]
        if not deciding:
            return True
        last = max(deciding, key=lambda e: tidy(e.get("effective-date")))
        return last.get("modification-type") == "listed"

    def _change(self, sanction: str, change: etree._Element) -> None:
        kind = tidy(change.get("modification-type"))
        effective, published = (
            written_date(tidy(change.get(name))) for name in ("effective-date", "publication-date")
        )
        prop = {
            "listed": "event:in_force",
            "de-listed": "event:revoked",
            "amended": "event:amended",
        }
        if kind not in prop:
            self.party.drift("modification-type", kind or "(none)")
        elif effective or published:
            self.party.of_sanction(sanction, prop[kind], effective or published or "")
        if kind == "listed" and published:
            self.party.of_sanction(sanction, "listingDate", published)

    # Who it is

    def _identity(self, element: etree._Element) -> None:
        main = tidy(element.get("main")) != "false"
        for child in elements(element):
            self.party.line = line_of(child)
            tag = str(child.tag)
            if tag == "name":
                self._name(child, main)
            elif tag in _IDENTITY:
                _IDENTITY[tag](self, child)
            else:
                self._unknown(child)

    def _name(self, element: etree._Element, main: bool) -> None:
        party = self.party
        kind, quality = tidy(element.get("name-type")), tidy(element.get("quality"))
        names: Names = read_names(element)
        for unknown in names.unknown:
            party.part.signal("drift", f"name-part {unknown}", names.whole, party.line)
        prop = NAME_TYPES.get(kind)
        if prop is None:
            party.part.signal("drift", f"name-type {kind or '(none)'}", names.whole, party.line)
        if prop == "name" and not main:
            prop = "alias"  # another identity that the party uses
        if quality == "low":
            prop = "weakAlias"
        elif quality not in ("", "good"):
            party.part.signal("drift", f"quality {quality}", names.whole, party.line)
        party.say(prop or "alias", names.whole)
        self.named = self.named or (prop == "name" and bool(names.whole))
        for variant in names.variants:
            other = "original_script" if variant.script not in ("", "LATN") else ""
            spelled = "name" if prop == "name" and other else "alias" if prop == "name" else prop
            party.say(spelled or "alias", variant.text, qualifier=other, lang=variant.lang)
        if party.schema == "Person":
            for part, text in names.parts:
                party.say(part, text)

    def _born(self, element: etree._Element) -> None:
        party = self.party
        year, month, day = (tidy(element.get(name)) for name in ("year", "month", "day"))
        calendar, quality = tidy(element.get("calendar")).lower(), tidy(element.get("quality"))
        month = month.zfill(2) if month else ""
        text = "-".join(filter(None, (year, month, day.zfill(2) if month and day else "")))
        if calendar not in ("", "gregorian"):
            party.note("birth_date", f"{text} ({calendar} calendar)")
            return
        text += "~" if text and quality == "low" else ""
        try:
            Span.parse(text)
        except InvalidInput:
            party.drift("day-month-year", text or "(empty)")
            return
        party.say("birthDate" if party.schema == "Person" else "incorporationDate", text)

    def _birth_place(self, element: etree._Element) -> None:
        parts = self._place(element)
        self.party.say("birthPlace", ", ".join(parts.values()))
        self.party.say("birthCountry", parts.get("country", ""))

    def _nationality(self, element: etree._Element) -> None:
        for country in element.iterchildren("country"):
            prop = "nationality" if self.party.schema == "Person" else "country"
            self.party.say(prop, text_of(country) or tidy(country.get("iso-code")))

    def _address(self, element: etree._Element) -> None:
        parts = self._place(element)
        country = parts.get("country", "")
        if set(parts) - {"country"}:
            self.party.say("address", ", ".join(parts.values()))
        self.party.say("country", country)
        for remark in element.iterchildren("remarks"):
            self.party.note("address", text_of(remark))

    def _place(self, element: etree._Element) -> dict[str, str]:
        """The parts of the place that it refers to, and its own, in the order of a letter."""
        number = tidy(element.get("place-id"))
        found = dict(self.places[number].parts) if number in self.places else {}
        if number and number not in self.places:
            self.party.part.signal("drift", "place-id", number, self.party.line)
        for child in elements(element):
            if child.tag in PLACE_PARTS:
                found[str(child.tag)] = text_of(child)
            elif child.tag != "remarks":
                self._unknown(child)
        return {name: found[name] for name in PLACE_PARTS if found.get(name)}

    def _document(self, element: etree._Element) -> None:
        kind = tidy(element.get("document-type"))
        texts = {str(c.tag): text_of(c) for c in elements(element)}
        number = texts.pop("number", "")
        dates = {"startDate": "date-of-issue", "endDate": "expiry-date"}
        facts = [("type", kind), ("country", texts.pop("issuer", ""))]
        for prop, tag in dates.items():
            text = texts.pop(tag, "")
            facts.append((prop, (written_date(text) or "") if text else ""))
        facts += [("summary", texts.pop(tag, "")) for tag in ("remark", "remarks")]
        for tag, text in texts.items():
            if tag != "place-of-issue":
                self.party.drift(f"element identification-document/{tag}", text)
        facts.append(("authority", texts.get("place-of-issue", "")))
        prop = "passportNumber" if kind in PASSPORTS else "idNumber"
        self.party.paper(prop, number, facts=facts)

    # What else is said

    def _other(self, element: etree._Element) -> None:
        text = text_of(element)
        found = _LABELLED.match(text)
        prop = _LABELS.get(found["label"].strip().lower()) if found else None
        form = _WHOLE_VALUE.get(prop or "", None if prop == "legalForm" else _NUMBERED)
        value = None
        if found and prop:
            whole = form.fullmatch(found["value"].strip()) if form else None
            value = whole[1] if whole else found["value"] if form is None else None
        if prop and value and (prop != "imoNumber" or self.party.schema == "Vessel"):
            self.party.say(prop, value)
        else:
            self.party.say("notes", text)

    def _relation(self, element: etree._Element) -> None:
        role, to = tidy(element.get("relation-type")), tidy(element.get("target-id"))
        object_id = self.known.get(to, "")
        if not object_id:
            self.party.part.signal(
                "drift", "relation to no target", to or "(none)", self.party.line
            )
        self.party.link(role or "related-to", to, object_id=object_id)

    def _attribute(self, element: etree._Element) -> None:
        self.party.note(tidy(element.get("name")), text_of(element))


_BODY: dict[str, Callable[[Target, etree._Element], None]] = {
    "other-information": Target._other,
    "relation": Target._relation,
    "generic-attribute": Target._attribute,
}
"""Child of an individual, entity or object -> what reads it."""

_IDENTITY: dict[str, Callable[[Target, etree._Element], None]] = {
    "day-month-year": Target._born,
    "place-of-birth": Target._birth_place,
    "nationality": Target._nationality,
    "address": Target._address,
    "identification-document": Target._document,
}
"""Child of an identity -> what reads it."""
