"""Canada's list: ids of content, names in two languages, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.errors import ReadError
from interdict.lists.ca.autonomous import plain
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile


def record(**fields: str) -> str:
    """A record."""
    return f"<record>{''.join(f'<{k}>{v}</{k}>' for k, v in fields.items())}</record>"


def person(**fields: str) -> str:
    """A record about a person."""
    known = {"Country": "Ruritania / Ruritanie", "LastName": "Grau", "GivenName": "Anselm"}
    return record(**{**known, **fields})


def entity(name: str, **fields: str) -> str:
    """A record about an organization or ship."""
    return record(Country="Ruritania", EntityOrShip=name, **fields)


def parse(*records: str) -> ParsedEdition:
    """The list of those records."""
    text = f"<data-set>{''.join(records)}</data-set>"
    return parse_files("ca_sema", [SourceFile("sema.xml", text.encode())])


def values(edition: ParsedEdition, prop: str) -> list[str]:
    """Values of a property."""
    return [s.value for s, _ in edition.parts[0].statements if s.prop == prop]


def ids(edition: ParsedEdition) -> set[str]:
    """Ids of the entries."""
    return {s.record_id for s, _ in edition.parts[0].statements}


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for signal in edition.parts[0].part.signals]


def test_an_id_outlives_new_numbers_dates_spacing_and_column_names() -> None:
    """What editions change of an entry that stays the same does not make another entry."""
    old = parse(person(Schedule="1", Item="4"))
    new = parse(
        person(
            LastName="GRAU",
            GivenName="Anselm ",
            Schedule="1, Part 1",
            Item="9",
            DateOfBirthOrShipBuildDate="1961",
            DateOfListing="2020-09-28",
        )
    )
    assert ids(old) == ids(new)
    entities = [parse(record(Country="Burma / Birmanie", Entity="Pier"))]
    country = "Myanmar (Burma) / Myanmar (Birmanie)"
    entities.append(parse(record(Country=country, EntityOrShip="PIER")))
    assert ids(entities[0]) == ids(entities[1])
    assert values(entities[0], "program") == values(entities[1], "program")


def test_an_id_tells_apart_regulations_and_kinds_of_party() -> None:
    """The same name under two regulations is two entries, until somebody judges otherwise."""
    editions = [parse(person()), parse(person(Country="Grustark")), parse(entity("Anselm Grau"))]
    assert len(set().union(*map(ids, editions))) == 3


def test_a_ship_is_known_by_its_number() -> None:
    """A renamed ship is the same entry."""
    ship = {"ShipIMONumber": "9999991", "TitleOrShip": "Oil Tanker"}
    first, later = parse(entity("Grey Heron", **ship)), parse(entity("White Heron", **ship))
    assert ids(first) == ids(later) == {"imo-9999991"}
    assert values(first, "type") == ["Oil Tanker"]
    broken = parse(entity("Grey Heron", ShipIMONumber="12"))
    assert drift(broken) == ["ShipIMONumber"]


def test_two_birth_dates_under_one_name_are_reported() -> None:
    """Nothing in the list says whether they are two people."""
    edition = parse(person(DateOfBirth="1961"), person(DateOfBirth="1970"))
    assert drift(edition) == ["one name, two dates of birth"]
    assert drift(parse(person(DateOfBirth="1961"), person())) == []


@pytest.mark.parametrize(
    ("aliases", "strong", "weak"),
    [
        (
            "Otto Grau; Ансельм Грау / Ансельм Ґрау",
            ["Otto Grau", "Ансельм Грау", "Ансельм Ґрау"],
            [],
        ),
        ("Anselmo", [], ["Anselmo"]),
        ("Otto Grau or Otho Grau", ["Otto Grau", "Otho Grau"], []),
    ],
)
def test_aliases_of_a_cell_are_divided(aliases: str, strong: list[str], weak: list[str]) -> None:
    """A single word is a spelling of one part of a person's name, and weak."""
    edition = parse(person(Aliases=aliases))
    assert (values(edition, "alias"), values(edition, "weakAlias")) == (strong, weak)


@pytest.mark.parametrize(
    ("name", "names", "aliases"),
    [
        ("Harbour Army/Armée du port", ["Harbour Army"], ["Armée du port"]),
        ("Pier A/S", ["Pier A/S"], []),
        ("Pier One (also known as Pier and Sons)", ["Pier One"], ["Pier and Sons"]),
        ("Pier One (Zenda)", ["Pier One (Zenda)"], []),
    ],
)
def test_two_names_in_one_cell_are_two_names(
    name: str, names: list[str], aliases: list[str]
) -> None:
    """English and French, or with the alias in brackets; other slashes and brackets stay."""
    edition = parse(entity(name))
    assert (values(edition, "name"), values(edition, "alias")) == (names, aliases)


def test_what_is_not_understood_is_reported() -> None:
    """Elements and dates."""
    edition = parse(person(Mood="grim", DateOfListing="soon", DateOfBirth="spring"))
    assert sorted(drift(edition)) == ["DateOfBirth", "DateOfListing", "element Mood"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<data-set/>", "no entries"),
        ("<data-set><record><Country>X</Country></record></data-set>", "without its name"),
        ("<data-set><record><Entity>X</Entity></record></data-set>", "without its Country"),
        ("<data-set>\n<record><Country>X</Coun", "cut off before </data-set>"),
    ],
)
def test_broken_files_are_refused(text: str, what: str) -> None:
    """With what is wrong."""
    with pytest.raises(ReadError, match=what):
        parse_files("ca_sema", [SourceFile("sema.xml", text.encode())])


@given(st.text())
def test_the_form_that_ids_rest_on_is_stable(text: str) -> None:
    """Doing it twice changes nothing, nor does the case or the spacing of the text."""
    assert plain(plain(text)) == plain(text)
    assert plain(f"  {text}\n") == plain(text)
