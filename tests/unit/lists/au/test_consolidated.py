"""Australia's list: rows of one reference are one party; what its sentences date."""

from __future__ import annotations

import io

import openpyxl
import pytest

from interdict.errors import ReadError
from interdict.lists.au.listing import Listing, read_listing
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

HEADER = (
    "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,"
    "Citizenship,Address,Additional Information,Listing Information,Committees,Control Date"
).split(",")
GRAU = {
    "Reference": "34",
    "Name of Individual or Entity": "Anselm Grau",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Committees": "1988 (Ruritania)",
}


SUNSET = (
    "The Minister listed this entity on 21 December 2001 under section 15(1) of the Act 1945."
    " The Minister declared on 07 November 2019 that it continues. This listing will cease to"
    " have effect on 07 November 2022, unless extended."
)


def parse(*rows: dict[str, object], header: list[str] = HEADER) -> ParsedEdition:
    """The list with those rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(header)
    for row in rows:
        sheet.append([row.get(title) for title in header])
    target = io.BytesIO()
    book.save(target)
    return parse_files("au_dfat", [SourceFile("list.xlsx", target.getvalue())])


def values(edition: ParsedEdition, prop: str) -> list[str]:
    """Values of a property."""
    return [s.value for s, _ in edition.parts[0].statements if s.prop == prop]


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for signal in edition.parts[0].part.signals]


@pytest.mark.parametrize("reference", ["34a", "34c1", "34g ", 34, "34A"])
def test_letters_and_figures_after_the_number_are_names_of_one_party(reference: object) -> None:
    """The number alone is the entry's."""
    edition = parse(GRAU, GRAU | {"Reference": reference, "Name Type": "aka"})
    assert {s.record_id for s, _ in edition.parts[0].statements} == {"34"}


@pytest.mark.parametrize(
    ("kind", "prop"),
    [
        ("Primary name ", "name"),
        ("original Script", "name"),
        ("AKA", "alias"),
        ("Formerly known as", "previousName"),
        ("Previously listed as", "previousName"),
    ],
)
def test_kinds_of_names_are_known_in_any_case(kind: str, prop: str) -> None:
    """White space and capitals vary in the file."""
    edition = parse(GRAU | {"Name Type": kind})
    assert values(edition, prop) == ["Anselm Grau"]
    assert drift(edition) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Listed by UN 1267 Committee on 25 January 2001 (amended on3 Sep 2003, 9 July 2007)",
            Listing(("2001-01-25",), ("2003-09-03", "2007-07-09")),
        ),
        (
            "Listed on 2 Sep. 2014 (relisted on 1 Sep. 2017) (relisted on 28 Aug. 2020)",
            Listing(("2014-09-02",), ("2017-09-01", "2020-08-28")),
        ),
        (
            SUNSET,
            Listing(("2001-12-21",), ("2019-11-07",), ("2022-11-07",)),
        ),
        (
            "Designated under the Regulations 2011 on 2 March 2012. Formerly listed on 3 May 2001",
            Listing(("2012-03-02",)),
        ),
        ("2020-06-10", Listing(("2020-06-10",))),
        ("22 Apr. 2010 (amended 15 Apr 2014)", Listing(("2010-04-22",), ("2014-04-15",))),
        ("Amendment (No. 13) Instrument 2022", Listing()),
        ("Assets received on or after 23 May 2003 are not controlled", Listing()),
        ("", Listing()),
    ],
)
def test_a_date_belongs_to_the_word_before_it(text: str, expected: Listing) -> None:
    """A relisting begins nothing, and a former listing or any other date is left out."""
    assert read_listing(text) == expected


def test_a_sunset_that_may_be_extended_ends_nothing() -> None:
    """It is a fact of the listing, not an event."""
    text = "Listed on 1 May 2019. It will cease to have effect on 7 November 2022, unless extended."
    edition = parse(GRAU | {"Listing Information": text})
    assert values(edition, "endDate") == ["2022-11-07"]
    assert values(edition, "event:listed") == ["2019-05-01"]
    assert values(edition, "event:expired") == []


def test_passports_in_the_additional_information_are_numbers_of_papers() -> None:
    """Up to the end of their sentence; figures of other sentences are no papers."""
    text = (
        "Title: Captain. Passport no.: a) Ruritania number R1234567, issued on 4 Jun. 1985,"
        " issued in Zenda b) G765432 (MISUSE). Review pursuant to resolution 1822 (2008) was"
        " concluded. National identification no.: 6103144. Lives in 20220 Zenda."
    )
    edition = parse(GRAU | {"Additional Information": text})
    assert values(edition, "passportNumber") == ["R1234567", "G765432"]
    assert values(edition, "idNumber") == ["6103144"]


def test_an_address_that_is_a_country_is_one() -> None:
    """And the country that ends an address is, too."""
    edition = parse(GRAU | {"Address": "a) Pier 4, Tunis, Tunisia b) Tunisia c) Zenda"})
    assert values(edition, "country") == ["Tunisia"]
    assert values(edition, "address") == ["Pier 4, Tunis, Tunisia", "Zenda"]
    assert values(parse(GRAU | {"Address": "NA"}), "address") == []


def test_what_is_not_understood_is_reported() -> None:
    """Kinds, dates, columns."""
    row = GRAU | {"Type": "Robot", "Name Type": "Byname", "Date of Birth": "spring", "Mood": "grim"}
    edition = parse(row, header=[*HEADER, "Mood"])
    assert drift(edition) == ["column Mood", "Type", "Name Type byname", "Date of Birth"]


def test_another_spreadsheet_is_refused() -> None:
    """By its header, and by a row without its reference."""
    with pytest.raises(ReadError, match="no header"):
        parse({"A": "b"}, header=["A"])
    with pytest.raises(ReadError, match="line 2: a row starts with its reference"):
        parse(GRAU | {"Reference": "page 2"})
    with pytest.raises(ReadError, match="no entries"):
        parse()
