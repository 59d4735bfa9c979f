"""The EU's list: dates of three kinds, names and their quality, what is refused."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

HEAD = '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2021-03-04T15:30:00Z">'
REGULATION = (
    '<regulation regulationType="{kind}" organisationType="council" publicationDate="2019-04-08"'
    ' entryIntoForceDate="2019-04-09" numberTitle="2019/999 (OJ L97)" programme="RUR"/>'
)


def document(
    body: str = "", *, kind: str = "amendment", more: str = "", code: str = "person"
) -> str:
    """A list with one entry."""
    return (
        f'{HEAD}\n<sanctionEntity euReferenceNumber="EU.1.1" logicalId="1" {more}>'
        f'{REGULATION.format(kind=kind)}<subjectType code="{code}"/>'
        f'<nameAlias wholeName="Anselm Grau" strong="true"/>{body}</sanctionEntity></export>'
    )


def parse(text: str) -> ParsedEdition:
    """The list parsed from its text."""
    return parse_files("eu_fsf", [SourceFile("eu.xml", text.encode())])


def values(edition: ParsedEdition, prop: str) -> list[tuple[str, str]]:
    """Values of a property with their qualifiers, in order."""
    return [(s.value, s.qualifier) for s, _ in edition.parts[0].statements if s.prop == prop]


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for signal in edition.parts[0].part.signals]


@pytest.mark.parametrize("kind", ["amendment", "repealing"])
def test_an_act_that_changed_an_entry_begins_nothing(kind: str) -> None:
    """Its dates are an amendment's; only the designation date lists the party."""
    edition = parse(document(kind=kind, more='designationDate="2008-07-03"'))
    assert values(edition, "event:listed") == [("2008-07-03", "")]
    assert [date for date, _ in values(edition, "event:amended")] == ["2019-04-08", "2019-04-09"]
    assert values(edition, "event:in_force") == []


def test_an_act_that_lists_has_an_entry_into_force_and_a_publication() -> None:
    """Publication is a fact of the listing and not its beginning."""
    edition = parse(document(kind="regulation"))
    assert values(edition, "event:in_force") == [("2019-04-09", "2019/999 (OJ L97)")]
    assert values(edition, "listingDate") == [("2019-04-08", "")]
    assert values(edition, "event:amended") == []


def test_an_unknown_kind_of_act_is_reported_and_begins_nothing() -> None:
    """Nothing is promoted by a word that is not known."""
    edition = parse(document(kind="decree"))
    assert drift(edition) == ["regulationType decree"]
    assert values(edition, "event:in_force") == []


def test_a_date_of_listing_in_a_remark_is_a_date() -> None:
    """Older entries have it nowhere else; a date of the United Nations is not the EU's."""
    edition = parse(document("<remark>Date of listing: 23.6.2008. Son of X.</remark>"))
    assert values(edition, "event:listed") == [("2008-06-23", "")]
    edition = parse(document(more='designationDetails="Date of UN designation: 1.11.2005."'))
    assert values(edition, "event:listed") == []
    assert values(edition, "summary") == [("Date of UN designation: 1.11.2005.", "")]


@pytest.mark.parametrize(
    ("attributes", "remark", "prop"),
    [
        ('strong="true"', "", "alias"),
        ('strong="true"', "good quality alias", "alias"),
        ('strong="true"', "god quality", "alias"),
        ('strong="false"', "", "weakAlias"),
        ('strong="true"', "Low quality alias", "weakAlias"),
    ],
)
def test_the_quality_of_a_name_is_a_flag_or_a_remark(
    attributes: str, remark: str, prop: str
) -> None:
    """Either makes it weak; a remark about quality is no note."""
    body = f'<nameAlias wholeName="The Pilot" {attributes}><remark>{remark}</remark></nameAlias>'
    edition = parse(document(body))
    assert values(edition, prop) == [("The Pilot", "")]
    assert values(edition, "notes") == []


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('circa="false" birthdate="1961-03-14" year="1961"', ["1961-03-14"]),
        ('circa="true" year="1958"', ["1958~"]),
        ('circa="false" year="1958" monthOfYear="3"', ["1958-03"]),
        ('circa="true" yearRangeFrom="1951" yearRangeTo="1953"', ["1951~/1953~"]),
        ('circa="false" yearRangeTo="1953"', ["../1953"]),
        ('circa="false" calendarType="ISLAMIC" year="1387"', []),
        ('circa="false" year="1958" monthOfYear="13"', []),
        ('circa="false"', []),
    ],
)
def test_birth_dates_keep_their_precision(attributes: str, expected: list[str]) -> None:
    """A year of another calendar is no year of ours."""
    edition = parse(document(f"<birthdate {attributes}/>"))
    assert [date for date, _ in values(edition, "birthDate")] == expected


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('<nameAlias wholeName="A" strong="true" mood="grim"/>', "nameAlias/@mood"),
        ('<address city="Zenda"><floor>4</floor></address>', "element address/floor"),
        ("<shoeSize>44</shoeSize>", "element shoeSize"),
        ('<identification number="1" identificationTypeCode="x"/>', "identification x"),
    ],
)
def test_what_is_not_known_is_reported_by_name(body: str, field: str) -> None:
    """Attributes, elements and codes."""
    assert drift(parse(document(body))) == [field]


def test_an_unknown_kind_of_party_is_the_widest_one() -> None:
    """And says so."""
    edition = parse(document(code="robot"))
    assert drift(edition) == ["subjectType"]
    assert {s.schema for s, _ in edition.parts[0].statements} == {"LegalEntity", "Sanction"}


def test_an_entry_without_numbers_or_regulation_is_not_passed_over() -> None:
    """Without a number it is refused with its line, without a programme reported."""
    text = document()
    with pytest.raises(ReadError, match=r"eu\.xml, line 2"):
        parse(text.replace('euReferenceNumber="EU.1.1" logicalId="1"', ""))
    without = parse(text.replace(REGULATION.format(kind="amendment"), ""))
    assert drift(without) == ["entry without a regulation"]


def test_a_file_cut_off_or_without_entries_is_refused() -> None:
    """With its place, and what to do."""
    with pytest.raises(ReadError, match="line 2: the file is cut off before </export>"):
        parse(document()[:-30])
    with pytest.raises(ReadError, match="no entries"):
        parse(f"{HEAD}</export>")
    with pytest.raises(ReadError, match="<export> where"):
        parse("<export/>")


def test_the_edition_is_dated_by_the_file() -> None:
    """A date that cannot be read is not made up."""
    published = parse(document()).published_at
    assert published is not None
    assert published.isoformat() == "2021-03-04T15:30:00+00:00"
    edition = parse(document().replace("2021-03-04T15:30:00Z", "soon"))
    assert edition.published_at is None
    assert drift(edition) == ["generationDate"]
