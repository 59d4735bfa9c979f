"""OFAC's enhanced XML format: `SDN_ENHANCED.XML`, `CONS_ENHANCED.XML`, zipped or not.

Names in every script, listings with their dates, kinds of sanction, legal authorities and
relations to other entries stand in elements of their own.

Source: OFAC, ENHANCED_XML.xsd; the real CONS_ENHANCED.XML of 10 January 2025. The elements
`title`, `issueDate`, `expirationDate` and what concerns vessels and aircraft are from the
schema: the file at hand holds none.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from interdict.errors import ReadError
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
from interdict.lists.ofac.strict_xml import number_of, table, text, unknown
from interdict.lists.ofac.worded_period import words
from interdict.lists.parsing import PartOutput, SourceFile
from interdict.lists.safe_xml import line_of
from interdict.lists.worded_dates import edtf
from interdict.model.dates import end_of_day
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

KNOWN = table(
    entity="""@id generalInfo sanctionsLists sanctionsPrograms sanctionsTypes legalAuthorities
        names addresses features identityDocuments relationships""",
    generalInfo="identityId entityType title remarks",
    entityType="@refId",
    sanctionsLists="sanctionsList",
    sanctionsList="@refId @id @datePublished",
    sanctionsPrograms="sanctionsProgram",
    sanctionsProgram="@refId @id",
    sanctionsTypes="sanctionsType",
    sanctionsType="@refId @id",
    legalAuthorities="legalAuthority",
    legalAuthority="@refId @id",
    names="name",
    # Of an entry, and of the paper that shows it.
    name="@id @nameId @nameTranslationId isPrimary aliasType isLowQuality translations",
    aliasType="@refId",
    translations="translation",
    translation="""@id isPrimary script formattedFirstName formattedLastName formattedFullName
        nameParts addressParts""",
    script="@refId",
    nameParts="namePart",
    namePart="@id type value",
    type="@refId @featureTypeId",
    addresses="address",
    address="@id country translations",
    country="@refId",
    addressParts="addressPart",
    addressPart="@id type value",
    features="feature",
    feature="@id type versionId value valueRefId valueDate isPrimary reliability comments",
    valueDate="""@id fromDateBegin fromDateEnd toDateBegin toDateEnd isApproximate
        isDateRange""",
    reliability="@refId",
    identityDocuments="identityDocument",
    identityDocument="""@id type name documentNumber isValid issuingLocation issuingCountry
        issuingAuthority issueDate expirationDate comments""",
    issuingCountry="@refId",
    relationships="relationship",
    relationship="@id type relatedEntity quality isFormer comments",
    relatedEntity="@entityId",
    quality="@refId",
)
"""The elements of an entry. Numbers of the publisher's own database are known and not read."""

LIST_NAMES = {"us_ofac_sdn": "SDN List", "us_ofac_cons": "Consolidated List"}
"""Dataset -> how the file calls the list that it was made from."""

FAMILY_PARTS = frozenset(["Last Name", "First Name", "Entity Name", "Vessel Name", "Aircraft Name"])
"""Parts that the whole name already tells apart."""


def published(root: etree._Element, file: SourceFile) -> datetime:
    """The edition's date, from `dataAsOf`: its civil date is the publisher's own.

    Raises:
        ReadError: if it is not a date.
    """
    printed = text(root, "publicationInfo/dataAsOf")
    try:
        return end_of_day(date.fromisoformat(printed[:10]))
    except ValueError:
        raise ReadError(
            f"dataAsOf {printed!r} is not a date.", file=file.name, line=line_of(root)
        ) from None


def check(root: etree._Element, dataset: Dataset, file: SourceFile) -> None:
    """Refuses a file that was made from another list, or from a part of one.

    Raises:
        ReadError: if its filters are not exactly the dataset's list.
    """
    filters = root.find("publicationInfo/filters")
    found = [text(e, ".") for e in filters.iter("sanctionsList")] if filters is not None else []
    wanted = LIST_NAMES[dataset.name]
    if found and found != [wanted]:
        raise ReadError(
            f"made from {', '.join(found)}, not from {wanted}.",
            file=file.name,
            hint="Load it under the dataset of that list, or fetch the whole list.",
        )


def read(root: etree._Element, part: PartOutput, file: SourceFile) -> list[Entry]:
    """The entries, in order.

    Raises:
        ReadError: if an entry has no number.
    """
    known = frozenset(["publicationInfo", "referenceValues", "featureTypes", "entities"])
    for child in root:
        if isinstance(child.tag, str) and child.tag not in known:
            part.signal("drift", f"element {child.tag}", text(child, "."), line_of(child))
    return [_entry(element, part, file) for element in root.iterfind("entities/entity")]


def _entry(element: etree._Element, part: PartOutput, file: SourceFile) -> Entry:
    line = line_of(element)
    number = number_of(element, element.get("id"), file)
    entry = Entry(number, text(element, "generalInfo/entityType"), line)
    entry.tags = _texts(element, "sanctionsPrograms/sanctionsProgram")
    entry.measures = _texts(element, "sanctionsTypes/sanctionsType")
    entry.authorities = _texts(element, "legalAuthorities/legalAuthority")
    entry.titles = _texts(element, "generalInfo/title")
    entry.remarks = text(element, "generalInfo/remarks")
    for listed in element.iterfind("sanctionsLists/sanctionsList"):
        since = (listed.get("datePublished") or "")[:10]
        entry.lists.append(Listed(text(listed, "."), since, line_of(listed)))
    entry.names = [_name(name, part) for name in element.iterfind("names/name")]
    for address in element.iterfind("addresses/address"):
        entry.addresses.append(_address(address))
    for feature in element.iterfind("features/feature"):
        entry.add_feature(_feature(feature, part))
    for paper in element.iterfind("identityDocuments/identityDocument"):
        entry.papers.append(_paper(paper))
    for relation in element.iterfind("relationships/relationship"):
        entry.relations.append(_relation(relation))
    for place, found, where in unknown(element, KNOWN):
        part.signal("drift", f"element {place}", found, where)
        entry.features.append(Feature("", f"{place}: {found}", where))
    return entry


def _texts(element: etree._Element, path: str) -> list[str]:
    return [text(found, ".") for found in element.iterfind(path)]


def _is_true(element: etree._Element, path: str) -> bool:
    return text(element, path).lower() == "true"


def _name(element: etree._Element, part: PartOutput) -> ListedName:
    """One name with its translations; the primary one is what the delimited files print."""
    line, kind = line_of(element), text(element, "aliasType").lower().replace(".", "")
    if not kind and not _is_true(element, "isPrimary"):
        part.signal("drift", "name that is neither primary nor an alias", text(element, "."), line)
        kind = "aka"
    listed, spellings, parts = "", [], []
    for translation in element.iterfind("translations/translation"):
        whole = text(translation, "formattedFullName")
        if not _is_true(translation, "isPrimary"):
            family, first = (text(translation, f"formatted{end}Name") for end in ("Last", "First"))
            script = text(translation, "script")
            spellings.append(Spelling.of_name(whole, family, first, script))
            continue
        listed = whole
        for piece in translation.iterfind("nameParts/namePart"):
            if text(piece, "type") not in FAMILY_PARTS:
                parts.append((text(piece, "type"), text(piece, "value")))
    weak = _is_true(element, "isLowQuality")
    return ListedName(listed, line, kind, weak, tuple(spellings), tuple(parts))


def _address(element: etree._Element) -> Address:
    spellings, parts = [], {}
    for translation in element.iterfind("translations/translation"):
        pieces = {
            text(piece, "type"): text(piece, "value")
            for piece in translation.iterfind("addressParts/addressPart")
        }
        if _is_true(translation, "isPrimary"):
            parts = pieces
        elif pieces:
            spelled = Address.of_parts(pieces, "", 0)
            whole = ", ".join(filter(None, (spelled.street, spelled.city)))
            spellings.append(Spelling(whole, text(translation, "script")))
    country = text(element, "country")
    return Address.of_parts(parts, country, line_of(element), tuple(spellings))


def _feature(element: etree._Element, part: PartOutput) -> Feature:
    feature = Feature(
        label=text(element, "type"),
        value=text(element, "value"),
        line=line_of(element),
        alternative=text(element, "isPrimary") == "false",
        reliability=text(element, "reliability"),
        comment=text(element, "comments"),
    )
    period = element.find("valueDate")
    if period is not None and edtf(feature.value) != edtf(_period(period)):
        said = f"{feature.value} is not {_period(period)}"
        part.signal("drift", f"two dates of one {feature.label}", said, feature.line)
    return feature


def _period(element: etree._Element) -> str:
    """The days of a `valueDate`, in words; empty if they are none."""
    try:
        first = date.fromisoformat(text(element, "fromDateBegin")[:10])
        last = date.fromisoformat(text(element, "toDateEnd")[:10])
    except ValueError:
        return ""
    approximate, is_range = _is_true(element, "isApproximate"), _is_true(element, "isDateRange")
    return words(first, last, approximate=approximate, is_range=is_range)


def _paper(element: etree._Element) -> Paper:
    extra = {
        "issuingAuthority": "issued by",
        "issuingLocation": "issued in",
        "comments": "comment",
    }
    notes = [f"{label} {said}" for tag, label in extra.items() if (said := text(element, tag))]
    if text(element, "isValid") == "false":
        notes.append("not valid")
    return Paper(
        kind=text(element, "type"),
        number=text(element, "documentNumber"),
        line=line_of(element),
        country=text(element, "issuingCountry"),
        issued=_worded_day(text(element, "issueDate")),
        expires=_worded_day(text(element, "expirationDate")),
        notes=tuple(notes),
    )


def _worded_day(printed: str) -> str:
    """A day in the words of remarks; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(printed[:10])
    except ValueError:
        return printed
    return words(day, day)


def _relation(element: etree._Element) -> Relation:
    other = element.find("relatedEntity")
    return Relation(
        kind=text(element, "type"),
        other_number=(other.get("entityId") or "").strip() if other is not None else "",
        other_name=text(element, "relatedEntity"),
        line=line_of(element),
        quality=text(element, "quality"),
        former=_is_true(element, "isFormer"),
        comment=text(element, "comments"),
    )
