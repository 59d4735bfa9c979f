"""OFAC's first XML format: `sdn.xml`, `consolidated.xml`.

It says what the delimited files say, in elements: names, papers, dates and addresses one by
one, and what has no element of its own in `remarks`.

Source: OFAC, sdn.xsd (`sdnList`); the real consolidated.xml of 28 March 2025. `title`,
`vesselInfo` and the dates of papers are from the schema: no real file at hand holds them.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.ofac.entry import Address, Entry, Feature, ListedName, Paper
from interdict.lists.ofac.strict_xml import number_of, table, text, unknown
from interdict.lists.parsing import PartOutput, SourceFile
from interdict.lists.safe_xml import line_of
from interdict.model.dates import end_of_day

if TYPE_CHECKING:
    from lxml import etree

KNOWN = table(
    sdnEntry="""uid firstName lastName title sdnType remarks programList idList akaList
        addressList nationalityList citizenshipList dateOfBirthList placeOfBirthList vesselInfo""",
    programList="program",
    idList="id",
    id="uid idType idNumber idCountry issueDate expirationDate",
    akaList="aka",
    aka="uid type category lastName firstName",
    addressList="address",
    address="uid address1 address2 address3 city stateOrProvince postalCode country",
    nationalityList="nationality",
    nationality="uid country mainEntry",
    citizenshipList="citizenship",
    citizenship="uid country mainEntry",
    dateOfBirthList="dateOfBirthItem",
    dateOfBirthItem="uid dateOfBirth mainEntry",
    placeOfBirthList="placeOfBirthItem",
    placeOfBirthItem="uid placeOfBirth mainEntry",
    vesselInfo="callSign vesselType vesselFlag vesselOwner tonnage grossRegisteredTonnage",
)
"""The elements of an entry; there are no attributes."""

CATEGORIES = ("strong", "weak")
"""How well a further name stands for its bearer."""

VESSEL = {
    "callSign": "callSign",
    "vesselType": "type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "grossRegisteredTonnage",
    "vesselFlag": "flag",
}
TRAITS = {
    "dateOfBirthList/dateOfBirthItem": ("DOB", "dateOfBirth"),
    "placeOfBirthList/placeOfBirthItem": ("POB", "placeOfBirth"),
    "nationalityList/nationality": ("nationality", "country"),
    "citizenshipList/citizenship": ("citizen", "country"),
}
"""Path -> label in remarks, and the element that holds the value; `mainEntry` marks the first."""

ADDRESS_PARTS = {
    "address1": "ADDRESS1",
    "address2": "ADDRESS2",
    "address3": "ADDRESS3",
    "city": "CITY",
    "stateOrProvince": "STATE/PROVINCE",
    "postalCode": "POSTAL CODE",
}


def published(root: etree._Element, file: SourceFile) -> datetime:
    """The edition's date, from `Publish_Date`.

    Raises:
        ReadError: if it is not `MM/DD/YYYY`.
    """
    printed = text(root, "publshInformation/Publish_Date")
    try:
        return end_of_day(datetime.strptime(printed, "%m/%d/%Y").date())  # noqa: DTZ007
    except ValueError:
        raise ReadError(
            f"Publish_Date {printed!r} is not MM/DD/YYYY.", file=file.name, line=line_of(root)
        ) from None


def read(root: etree._Element, part: PartOutput, file: SourceFile) -> list[Entry]:
    """The entries, in order.

    Raises:
        ReadError: if an entry has no number, or fewer entries stand there than the file counts.
    """
    found = [_entry(element, part, file) for element in root.iterfind("sdnEntry")]
    counted = text(root, "publshInformation/Record_Count")
    if counted.isdigit() and int(counted) != len(found):
        raise ReadError(
            f"{len(found)} entries where the file counts {counted}.",
            file=file.name,
            hint="The file is cut off or was edited: fetch it again.",
        )
    for child in root:
        if isinstance(child.tag, str) and child.tag not in ("sdnEntry", "publshInformation"):
            part.signal("drift", f"element {child.tag}", str(child.text), line_of(child))
    return found


def _entry(element: etree._Element, part: PartOutput, file: SourceFile) -> Entry:
    number = number_of(element, element.findtext("uid"), file)
    entry = Entry(number, text(element, "sdnType"), line_of(element))
    entry.names.append(ListedName(_full_name(element), line_of(element)))
    entry.tags = [text(tag, ".") for tag in element.iterfind("programList/program")]
    entry.titles = [text(title, ".") for title in element.iterfind("title")]
    entry.remarks = text(element, "remarks")
    vessel = element.find("vesselInfo")
    if vessel is not None:
        entry.vessel = {prop: text(vessel, tag) for tag, prop in VESSEL.items()}
        entry.owner = text(vessel, "vesselOwner")
    for path, (label, holder) in TRAITS.items():
        for item in element.iterfind(path):
            alternative = text(item, "mainEntry") == "false"
            feature = Feature(label, text(item, holder), line_of(item), alternative)
            entry.features.append(feature)
    _names(element, entry, part)
    _papers(element, entry)
    for address in element.iterfind("addressList/address"):
        parts = {name: text(address, tag) for tag, name in ADDRESS_PARTS.items()}
        made = Address.of_parts(parts, text(address, "country"), line_of(address))
        entry.addresses.append(made)
    for place, found, line in unknown(element, KNOWN):
        part.signal("drift", f"element {place}", found, line)
        entry.features.append(Feature("", f"{place}: {found}", line))
    return entry


def _full_name(element: etree._Element) -> str:
    return ", ".join(filter(None, (text(element, "lastName"), text(element, "firstName"))))


def _names(element: etree._Element, entry: Entry, part: PartOutput) -> None:
    """A name of a category that is not known counts as a strong one: it is found by itself."""
    for aka in element.iterfind("akaList/aka"):
        kind, category = text(aka, "type").lower().replace(".", ""), text(aka, "category").lower()
        weak = category == "weak"
        if category not in CATEGORIES:
            part.signal("drift", f"aka category {category}", _full_name(aka), line_of(aka))
        entry.names.append(ListedName(_full_name(aka), line_of(aka), kind or "aka", weak))


def _papers(element: etree._Element, entry: Entry) -> None:
    """Papers and features alike stand as `id`; a repeated one is a further value."""
    seen: set[str] = set()
    for item in element.iterfind("idList/id"):
        kind, value, line = text(item, "idType"), text(item, "idNumber"), line_of(item)
        extra = {name: text(item, name) for name in ("idCountry", "issueDate", "expirationDate")}
        if any(extra.values()):
            dates = extra["issueDate"], extra["expirationDate"]
            entry.papers.append(Paper(kind, value, line, extra["idCountry"], *dates))
        else:
            entry.add_feature(Feature(kind, value, line, alternative=kind in seen))
        seen.add(kind)
