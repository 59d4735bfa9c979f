"""OFAC's advanced XML format: `sdn_advanced.xml`, `cons_advanced.xml`.

Everything is a number into sets of reference values; parties, places, papers, listings and
relations stand in sections of their own and point at each other.

Source: OFAC, "Explanatory Documentation for Advanced Sanctions Data Model format" and
sdn_advanced.xsd (namespace http://www.un.org/sanctions/1.0). No real file was at hand: the
reader has met invented ones only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.ofac.advanced_elements import KNOWN, NOTHING, SECTIONS
from interdict.lists.ofac.entry import (
    Address,
    Entry,
    Feature,
    Listed,
    ListedName,
    Paper,
    Relation,
    Spelling,
)
from interdict.lists.ofac.reference import ReferenceValues, partial_date, period_words
from interdict.lists.ofac.strict_xml import number_of, text, unknown
from interdict.lists.parsing import PartOutput, SourceFile
from interdict.lists.safe_xml import elements, line_of
from interdict.model.dates import end_of_day

if TYPE_CHECKING:
    from lxml import etree

FIRST_PARTS = frozenset(["First Name", "Middle Name", "Nickname"])
FAMILY_PARTS = frozenset(["Last Name", "Maiden Name"])
PARENTS_PARTS = frozenset(["Patronymic", "Matronymic"])
WHOLE_PARTS = frozenset(["Entity Name", "Vessel Name", "Aircraft Name"])


def published(root: etree._Element, file: SourceFile) -> datetime:
    """The edition's date, from `DateOfIssue`.

    Raises:
        ReadError: if it is not known to the day.
    """
    day = partial_date(root.find("DateOfIssue"))
    if day is None or not day.is_day:
        raise ReadError("DateOfIssue is not a day.", file=file.name, line=line_of(root))
    return end_of_day(day.first)


def read(root: etree._Element, part: PartOutput, file: SourceFile) -> list[Entry]:
    """The entries, in order of the parties.

    Raises:
        ReadError: if a party has no number, or a listing belongs to no party of the file.
    """
    for section in elements(root):
        if str(section.tag) not in SECTIONS:
            part.signal("drift", f"element {section.tag}", text(section, "."), line_of(section))
    reader = _Reader(root, part, file)
    entries = {entry.record_id: entry for entry in reader.parties()}
    reader.listings(entries)
    reader.relations(entries)
    return list(entries.values())


class _Reader:
    """Reads the sections of one file."""

    def __init__(self, root: etree._Element, part: PartOutput, file: SourceFile) -> None:
        self.root = root
        self.part = part
        self.file = file
        self.refs = ReferenceValues(root, part)
        self.locations = {place.get("ID"): place for place in root.iterfind("Locations/Location")}
        self.papers: dict[str, list[etree._Element]] = defaultdict(list)
        for paper in root.iterfind("IDRegDocuments/IDRegDocument"):
            self.papers[paper.get("IdentityID") or ""].append(paper)

    def parties(self) -> Iterator[Entry]:
        """One entry for each profile."""
        for party in self.root.iterfind("DistinctParties/DistinctParty"):
            remarks = text(party, "Comment")
            for profile in party.iterfind("Profile"):
                entry = self._profile(profile)
                entry.remarks = remarks
                self._strict(entry, party)
                yield entry

    def listings(self, entries: dict[str, Entry]) -> None:
        """Programmes, kinds of sanction, legal bases and the dates of being listed."""
        for element in self.root.iterfind("SanctionsEntries/SanctionsEntry"):
            entry = entries.get(element.get("ProfileID") or "")
            if entry is None:
                raise ReadError(
                    f"a listing of the profile {element.get('ProfileID')}, which is not there.",
                    file=self.file.name,
                    line=line_of(element),
                )
            self._listing(element, entry)
            self._strict(entry, element)

    def relations(self, entries: dict[str, Entry]) -> None:
        """Ties between entries; one whose own end is not in the file is held aside."""
        for element in self.root.iterfind("ProfileRelationships/ProfileRelationship"):
            line, other = line_of(element), element.get("To-ProfileID") or ""
            entry = entries.get(element.get("From-ProfileID") or "")
            kind = self.refs.word("RelationType", element.get("RelationTypeID"), line)
            if entry is None:
                number = element.get("From-ProfileID") or ""
                self.part.signal("held_aside", "relation without its entry", number, line)
                continue
            target = entries.get(other)
            name = target.primary.listed if target and target.primary else f"#{other}"
            quality = self.refs.word("RelationQuality", element.get("RelationQualityID"), line)
            relation = Relation(
                kind=kind,
                other_number=other,
                other_name=name,
                line=line,
                quality="" if quality in NOTHING else quality,
                former=element.get("Former") == "true",
                comment=text(element, "Comment"),
            )
            entry.relations.append(relation)
            self._strict(entry, element)

    def _strict(self, entry: Entry, element: etree._Element) -> None:
        for place, found, line in unknown(element, KNOWN):
            self.part.signal("drift", f"element {place}", found, line)
            entry.features.append(Feature("", f"{place}: {found}", line))

    def _profile(self, profile: etree._Element) -> Entry:
        line = line_of(profile)
        sub_type = profile.get("PartySubTypeID")
        kind = self.refs.word("PartySubType", sub_type, line)
        if kind in NOTHING:
            party_type = self.refs.attribute("PartySubType", sub_type, "PartyTypeID")
            kind = self.refs.word("PartyType", party_type, line)
        entry = Entry(number_of(profile, profile.get("ID"), self.file), kind, line)
        for identity in profile.iterfind("Identity"):
            types = {
                group.get("ID"): self.refs.word("NamePartType", group.get("NamePartTypeID"), line)
                for group in identity.iterfind("NamePartGroups/MasterNamePartGroup/NamePartGroup")
            }
            for alias in identity.iterfind("Alias"):
                entry.names.append(self._name(alias, types))
            for paper in self.papers.get(identity.get("ID") or "", ()):
                entry.papers.append(self._paper(paper))
                self._strict(entry, paper)
        seen: set[str] = set()
        for feature in profile.iterfind("Feature"):
            self._feature(feature, entry, seen)
        return entry

    def _name(self, alias: etree._Element, types: dict[str | None, str]) -> ListedName:
        """One name in all its scripts; the Latin one is what the delimited files print."""
        line = line_of(alias)
        kind = self.refs.word("AliasType", alias.get("AliasTypeID"), line)
        kind = "" if alias.get("Primary") == "true" else kind.lower().replace(".", "")
        listed, spellings, extra = "", [], []
        for documented in alias.iterfind("DocumentedName"):
            parts, script = [], ""
            for value in documented.iterfind("DocumentedNamePart/NamePartValue"):
                parts.append((types.get(value.get("NamePartGroupID"), ""), text(value, ".")))
                script = script or self.refs.word("Script", value.get("ScriptID"), line)
            whole, family, first = _divided(parts)
            printed = whole or ", ".join(filter(None, (family, first)))
            if script not in ("", "Latin") or listed:
                spellings.append(Spelling.of_name(printed, family, first, script))
            else:
                listed = printed
                known = WHOLE_PARTS | {"First Name", "Last Name", ""}
                extra = [part for part in parts if part[0] not in known]
        weak = alias.get("LowQuality") == "true"
        return ListedName(listed, line, kind, weak, tuple(spellings), tuple(extra))

    def _feature(self, element: etree._Element, entry: Entry, seen: set[str]) -> None:
        label = self.refs.word("FeatureType", element.get("FeatureTypeID"), line_of(element))
        for version in element.iterfind("FeatureVersion"):
            line = line_of(version)
            places = [
                self.locations.get(place.get("LocationID"))
                for place in version.iterfind("VersionLocation")
            ]
            found = [place for place in places if place is not None]
            if len(found) < len(places):
                self.part.signal("drift", "location that is not in the file", label, line)
            if label == "Location":
                entry.addresses += [self._address(place, line) for place in found]
                continue
            values = [
                *(period_words(period) for period in version.iterfind("DatePeriod")),
                *(self._detail(detail) for detail in version.iterfind("VersionDetail")),
                *(self._place(place) for place in found),
            ]
            reliability = self.refs.word("Reliability", version.get("ReliabilityID"), line)
            for value in filter(None, values):
                entry.add_feature(
                    Feature(
                        label,
                        value,
                        line,
                        alternative=label in seen,
                        reliability="" if reliability in NOTHING else reliability,
                        comment=text(version, "Comment"),
                    )
                )
                seen.add(label)
            if not any(values):
                self.part.signal("drift", f"{label} without a value", text(version, "."), line)

    def _detail(self, detail: etree._Element) -> str:
        reference = detail.get("DetailReferenceID")
        if reference:
            return self.refs.word("DetailReference", reference, line_of(detail))
        return text(detail, ".")

    def _country(self, place: etree._Element) -> str:
        """The country that the place is in: of the country, else of the area."""
        line = line_of(place)
        names = [
            self.refs.word("Country", country.get("CountryID"), line)
            for country in place.iterfind("LocationCountry")
        ]
        names += [
            self.refs.attribute("AreaCode", area.get("AreaCodeID"), "Description")
            for area in place.iterfind("LocationAreaCode")
        ]
        known = [name for name in dict.fromkeys(names) if name and name not in NOTHING]
        if len(known) > 1:
            self.part.signal("drift", "place in several countries", ", ".join(known), line)
        return known[0] if known else ""

    def _parts(self, place: etree._Element) -> tuple[dict[str, str], list[str]]:
        """The parts of a place by type, and those of no type."""
        parts: dict[str, str] = {}
        loose: list[str] = []
        for element in place.iterfind("LocationPart"):
            line = line_of(element)
            kind = self.refs.word("LocPartType", element.get("LocPartTypeID"), line)
            for value in element.iterfind("LocationPartValue/Value"):
                if kind in NOTHING:
                    loose.append(text(value, "."))
                elif kind in parts:
                    parts[kind] += f", {text(value, '.')}"
                else:
                    parts[kind] = text(value, ".")
        return parts, loose

    def _address(self, place: etree._Element, line: int) -> Address:
        parts, loose = self._parts(place)
        if loose:
            parts["ADDRESS1"] = ", ".join(filter(None, (parts.get("ADDRESS1", ""), *loose)))
        return Address.of_parts(parts, self._country(place), line)

    def _place(self, place: etree._Element) -> str:
        """A place that is a value (of birth, a nationality): what is told of it, in one line."""
        parts, loose = self._parts(place)
        country = self._country(place)
        if loose:  # the place as printed, with its country
            return ", ".join(loose)
        told = Address.of_parts(parts, country, 0)
        return ", ".join(filter(None, (told.street, told.city, told.country)))

    def _paper(self, element: etree._Element) -> Paper:
        line, dates = line_of(element), {}
        for dated in element.iterfind("DocumentDate"):
            kind = self.refs.word("IDRegDocDateType", dated.get("IDRegDocDateTypeID"), line)
            period = dated.find("DatePeriod")
            dates[kind] = period_words(period) if period is not None else ""
        country = self.refs.word("Country", element.get("IssuedBy-CountryID"), line)
        notes = [f"comment {comment}"] if (comment := text(element, "Comment")) else []
        if authority := text(element, "IssuingAuthority"):
            notes.append(f"issued by {authority}")
        paper = Paper(
            kind=self.refs.word("IDRegDocType", element.get("IDRegDocTypeID"), line),
            number=text(element, "IDRegistrationNo"),
            line=line,
            country="" if country in NOTHING else country,
            issued=dates.pop("Issue Date", ""),
            expires=dates.pop("Expiration Date", ""),
            notes=tuple(notes),
        )
        for kind in dates:
            self.part.signal("drift", f"date of a paper: {kind}", paper.text, line)
        return paper

    def _listing(self, element: etree._Element, entry: Entry) -> None:
        line = line_of(element)
        name = self.refs.word("List", element.get("ListID"), line)
        for event in element.iterfind("EntryEvent"):
            basis = self.refs.word("LegalBasis", event.get("LegalBasisID"), line)
            if basis and basis not in NOTHING:
                entry.authorities.append(basis)
            if comment := text(event, "Comment"):
                entry.features.append(Feature("", comment, line_of(event)))
            since = partial_date(event.find("Date"))
            kind = self.refs.word("EntryEventType", event.get("EntryEventTypeID"), line)
            if kind != "Created":
                self.part.signal("drift", f"event of an entry: {kind}", name, line)
                since = None
            entry.lists.append(Listed(name, str(since or ""), line))
        for measure in element.iterfind("SanctionsMeasure"):
            kind = self.refs.word("SanctionsType", measure.get("SanctionsTypeID"), line)
            comment = text(measure, "Comment")
            if kind == "Program":
                entry.tags += [tag for tag in [comment] if tag not in entry.tags]
            else:
                entry.measures.append(f"{kind}: {comment}" if comment else kind)


def _divided(parts: list[tuple[str, str]]) -> tuple[str, str, str]:
    """A name as the delimited files print it: either whole, or family name and given names.

    A father's or mother's name in capitals is a family name there (`PEREZ LOPEZ`), else a given
    one (`Ivanovich`).
    """
    family, first, whole = [], [], []
    for kind, value in parts:
        is_given = kind in FIRST_PARTS or (kind in PARENTS_PARTS and not value.isupper())
        if is_given:
            first.append(value)
        elif kind in FAMILY_PARTS or kind in PARENTS_PARTS:
            family.append(value)
        else:
            whole.append(value)
    if whole or not family:
        return " ".join([*whole, *family, *first]), "", ""
    return "", " ".join(family), " ".join(first)
