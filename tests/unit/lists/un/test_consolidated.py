"""The Security Council's list: what its elements mean, and which files are refused."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.model.source import Signal

PERSON = (
    "<DATAID>1</DATAID><FIRST_NAME>OTTO</FIRST_NAME><SECOND_NAME>GRAU</SECOND_NAME>"
    "<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.1</REFERENCE_NUMBER>"
)


def document(person: str, *, date: str = ' dateGenerated="2021-03-04T22:30:00-05:00"') -> str:
    """A list with one person."""
    return (
        f"<CONSOLIDATED_LIST{date}>\n<INDIVIDUALS><INDIVIDUAL>{PERSON}{person}</INDIVIDUAL>"
        "</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>"
    )


def parse(text: str | bytes) -> ParsedEdition:
    """The list parsed from its text."""
    data = text if isinstance(text, bytes) else text.encode()
    return parse_files("un_sc", [SourceFile("un.xml", data)])


def values(edition: ParsedEdition, prop: str) -> list[tuple[str, str]]:
    """Values of a property with their qualifiers, in order."""
    return [(s.value, s.qualifier) for s, _ in edition.parts[0].statements if s.prop == prop]


def signals(edition: ParsedEdition) -> tuple[Signal, ...]:
    """What was not understood."""
    return edition.parts[0].part.signals


def born(kind: str, **parts: str) -> str:
    """A birth date element."""
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    tag = "INDIVIDUAL_DATE_OF_BIRTH"
    return f"<{tag}><TYPE_OF_DATE>{kind}</TYPE_OF_DATE>{inner}</{tag}>"


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (born("EXACT", DATE="1961-03-14"), "1961-03-14"),
        (born("EXACT", DATE="1961-03-14-05:00"), "1961-03-14"),
        (born("EXACT", YEAR="1961"), "1961"),
        (born("EXACT", NOTE="Nov. 1973"), "1973-11"),
        (born("APPROXIMATELY", YEAR="1964"), "1964~"),
        (born("BETWEEN", FROM_YEAR="1951", TO_YEAR="1953"), "1951/1953"),
    ],
)
def test_birth_dates_keep_their_precision(element: str, expected: str) -> None:
    """Exact, approximate and between are told apart, without drift."""
    edition = parse(document(element))
    assert values(edition, "birthDate") == [(expected, "")]
    assert signals(edition) == ()


def test_a_second_birth_date_is_an_alternative() -> None:
    """The first one stands alone, every further one is marked."""
    edition = parse(document(born("EXACT", YEAR="1961") + born("EXACT", YEAR="1962")))
    assert values(edition, "birthDate") == [("1961", ""), ("1962", "alternative")]


@pytest.mark.parametrize(
    "element",
    [
        born("EXACT", DATE="14 March"),
        born("BETWEEN", FROM_YEAR="1953"),
        born("BETWEEN", FROM_YEAR="1953", TO_YEAR="1951"),
        "<LISTED_ON>yesterday</LISTED_ON>",
        "<SHOE_SIZE>44</SHOE_SIZE>",
        "<INDIVIDUAL_ADDRESS><FLOOR>44</FLOOR></INDIVIDUAL_ADDRESS>",
        "<GENDER>Other</GENDER>",
        '<INDIVIDUAL_ADDRESS floor="44"><CITY>Zenda</CITY></INDIVIDUAL_ADDRESS>',
    ],
)
def test_what_is_not_understood_is_kept_and_reported(element: str) -> None:
    """The text becomes a note, and drift names the element."""
    edition = parse(document(element))
    assert [signal.kind for signal in signals(edition)] == ["drift"]
    assert values(edition, "notes")


def test_the_edition_is_dated_by_the_file() -> None:
    """The publisher's own clock is kept; a date that cannot be read is not made up."""
    published = parse(document("")).published_at
    assert published is not None
    assert published.isoformat() == "2021-03-04T22:30:00-05:00"
    for date in ("", ' dateGenerated="soon"'):
        edition = parse(document("", date=date))
        assert edition.published_at is None
        assert [signal.field for signal in signals(edition)] == ["dateGenerated"]
    by_day = parse(document("", date=' dateGenerated="2021-03-04"')).published_at
    assert by_day is not None
    assert by_day.isoformat() == "2021-03-04T23:59:59.999999+00:00"


def test_an_entry_without_a_number_is_refused_and_one_without_reference_reported() -> None:
    """No statement is made about nobody in particular."""
    text = document("")
    without = text.replace("<REFERENCE_NUMBER>XXi.1</REFERENCE_NUMBER>", "")
    (signal,) = signals(parse(without))
    assert signal.field == "entry without REFERENCE_NUMBER"
    with pytest.raises(ReadError, match=r"un\.xml, line 2"):
        parse(without.replace("<DATAID>1</DATAID>", ""))


BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>\n'
    "<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>"
)


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"", None, "empty"),
        (b"  \n", None, "empty"),
        (BOMB.encode(), 2, "document type"),
        (BOMB.encode("utf-16"), None, "not UTF-8"),
        (b"\n<!-- x --><!DOCTYPE html><html></html>", 1, "web page"),
        (b"<html><body>Not found</body></html>", 1, "web page"),
        (b"<sdnList/>", 1, "<sdnList> where <CONSOLIDATED_LIST>"),
        (document("").encode()[:-40], 2, "not well-formed"),
        (document("\n<COMMENTS1>Smith & Sons</COMMENTS1>").encode(), 3, "not well-formed"),
        (document("\n\n<COMMENTS1>\x19</COMMENTS1>").encode(), 4, "not well-formed"),
        (document("<COMMENTS1>\xff</COMMENTS1>").encode("latin-1"), 2, "not well-formed"),
        (b"<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", None, "no entries"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(data: bytes, line: int | None, what: str) -> None:
    """The error names the file, the line where there is one, and what is wrong."""
    with pytest.raises(ReadError, match=what) as caught:
        parse(data)
    assert (caught.value.file, caught.value.line) == ("un.xml", line)
