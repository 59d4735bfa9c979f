"""OFSI's list: many rows for a group, two generations of columns."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

OLD = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,"
    "Nationality,Passport Details,NI Number,Position,Address 1,Address 2,Address 3,Address 4,"
    "Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,"
    "Listed On,Last Updated,Group ID"
).split(",")
NEW = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,"
    "Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,"
    "Nationality,Passport Number,Passport Details,National Identification Number,"
    "National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,"
    "Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,"
    "Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID"
).split(",")
GRAU = {
    "Name 6": "GRAU",
    "Name 1": "Anselm",
    "DOB": "00/00/1961",
    "Group Type": "Individual",
    "Alias Type": "Primary name",
    "Regime": "Ruritania",
    "Listed On": "01/04/2016",
    "Last Updated": "02/04/2016",
    "Group ID": "7",
}


def parse(
    *rows: dict[str, str], header: list[str] = NEW, date: str = "04/03/2021"
) -> ParsedEdition:
    """The list with those rows."""
    lines = [f"Last Updated,{date}", ",".join(header)]
    lines += [",".join(row.get(title, "") for title in header) for row in rows]
    return parse_files("uk_ofsi", [SourceFile("c.csv", "\n".join(lines).encode())])


def values(edition: ParsedEdition, prop: str) -> list[tuple[str, str]]:
    """Values of a property with their qualifiers."""
    return [(s.value, s.qualifier) for s, _ in edition.parts[0].statements if s.prop == prop]


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for signal in edition.parts[0].part.signals]


def test_both_generations_of_columns_say_the_same() -> None:
    """An edition with more columns continues one with fewer."""
    old, new = parse(GRAU, header=OLD), parse(GRAU)
    assert [s.key for s, _ in old.parts[0].statements] == [
        s.key for s, _ in new.parts[0].statements
    ]
    assert drift(old) == drift(new) == []


def test_later_columns_tell_more() -> None:
    """Scripts, quality, numbers in columns of their own, and a second date."""
    edition = parse(
        GRAU
        | {
            "Name Non-Latin Script": "Ансельм",
            "Non-Latin Script Language": "Russian",
            "Passport Number": "R1",
            "Passport Details": "expired",
            "UK Sanctions List Date Designated": "31/12/2020",
        },
        GRAU | {"Name 1": "", "Name 6": "Pilot", "Alias Type": "AKA", "Alias Quality": "Low"},
    )
    assert values(edition, "name") == [("Anselm GRAU", ""), ("Ансельм", "original_script")]
    assert values(edition, "weakAlias") == [("Pilot", "")]
    assert values(edition, "passportNumber") == [("R1", "")]
    assert values(edition, "event:listed") == [("2016-04-01", "")]
    assert values(edition, "date") == [("2020-12-31", "designated")]


@pytest.mark.parametrize(
    ("details", "numbers"),
    [
        ("A-333602 (Indian) issued on 4 June 1985 in Bombay", ["A-333602"]),
        ("(1) G827238 (X). Issued on 1 June 1996 (2) M110522", ["G827238", "M110522"]),
        ("Passport No: 592667 (issued on 3 May 2007).", ["592667"]),
        ("D00001184", ["D00001184"]),
        ("Ruritania Passport.", []),
    ],
)
def test_passports_told_in_words_give_their_numbers(details: str, numbers: list[str]) -> None:
    """What names no number is a note."""
    edition = parse(GRAU | {"Passport Details": details}, header=OLD)
    assert [number for number, _ in values(edition, "passportNumber")] == numbers
    assert len(values(edition, "summary")) + len(values(edition, "notes")) == max(1, len(numbers))


def test_a_group_under_two_regimes_has_two_listings_with_their_dates() -> None:
    """Each row speaks of its own regime."""
    edition = parse(GRAU, GRAU | {"Regime": "Grustark", "Listed On": "01/05/2017"})
    dated = {
        (s.entity_id.rpartition("-")[2], s.value)
        for s, _ in edition.parts[0].statements
        if s.prop == "event:listed"
    }
    assert dated == {("Ruritania", "2016-04-01"), ("Grustark", "2017-05-01")}


def test_a_reference_of_another_kind_of_party_is_not_the_entrys() -> None:
    """A person is never given the number of the organization that he leads."""
    edition = parse(GRAU | {"Other Information": "UN Ref QDe.004. Emir."})
    assert values(edition, "unscId") == []
    assert drift(edition) == ["UN reference of another kind of party"]
    edition = parse(GRAU | {"Other Information": "UN Ref QDi.999. Emir of it (QDe.004)."})
    assert values(edition, "unscId") == [("QDi.999", "")]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"Alias Type": "Byname"}, "Alias Type Byname"),
        ({"Group Type": "Robot"}, "Group Type"),
        ({"DOB": "spring"}, "DOB"),
        ({"Listed On": "soon"}, "Listed On"),
        ({"Regime": ""}, "row without a regime"),
        ({"Name 6": "", "Name 1": ""}, "row without a name"),
    ],
)
def test_what_is_not_understood_is_reported(change: dict[str, str], field: str) -> None:
    """By the name of the column."""
    assert drift(parse(GRAU | change)) == [field]


def test_the_date_stands_in_the_first_line() -> None:
    """A list without one has no date, and says so."""
    published = parse(GRAU).published_at
    assert published is not None
    assert published.date().isoformat() == "2021-03-04"
    edition = parse(GRAU, date="soon")
    assert (edition.published_at, drift(edition)) == (None, ["date of the list"])


def test_a_row_without_its_group_or_with_another_width_is_refused() -> None:
    """With its line."""
    with pytest.raises(ReadError, match=r"line 3: a row without its Group ID"):
        parse(GRAU | {"Group ID": ""})
    with pytest.raises(ReadError, match=r"line 3: .* columns"):
        parse(GRAU | {"Title": "Captain, retired"})
