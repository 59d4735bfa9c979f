"""OpenSanctions' simple table: cells of several values, required columns, drift."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

HEADER = "id,schema,name,aliases,identifiers,sanctions\n"


def parse(text: str) -> ParsedEdition:
    """The table, parsed."""
    return parse_files("targets_quay", [SourceFile("targets.simple.csv", text.encode())])


def test_a_cell_is_a_line_of_csv_of_its_own() -> None:
    """A quoted value may hold the semicolon that parts values."""
    edition = parse(HEADER + 'h-1,Organization,Harbour Front,"""Front; Ltd"";HF",5512,\n')
    found = [(s.prop, s.value) for s, _ in edition.parts[0].statements]
    assert found == [
        ("name", "Harbour Front"),
        ("alias", "Front; Ltd"),
        ("alias", "HF"),
        ("idNumber", "5512"),
    ]


def test_numbers_go_where_the_schema_has_a_place_for_them() -> None:
    """A ship's IMO number is one; a wallet's number is a note, not lost."""
    edition = parse(
        HEADER + "v-1,Vessel,Grey Heron,,IMO9999991;X-1,\nw-1,CryptoWallet,Purse,,0xAB,\n"
    )
    found = {(s.prop, s.value) for s, _ in edition.parts[0].statements if s.prop != "name"}
    assert found == {
        ("imoNumber", "IMO9999991"),
        ("registrationNumber", "X-1"),
        ("notes", "identifiers: 0xAB"),
    }


def test_a_sanctioned_row_is_listed_by_the_file_alone() -> None:
    """Without named programmes under `listed`; a row without sanctions is just a party."""
    edition = parse(HEADER + "h-1,Person,A B,,,Ban of the quay\nh-2,Person,C D,,,\n")
    listed = [s for s, _ in edition.parts[0].statements if s.schema == "Sanction"]
    assert {(s.record_id, s.prop, s.value) for s in listed} == {
        ("h-1", "entity", "targets_quay-h-1"),
        ("h-1", "program", "listed"),
        ("h-1", "authority", "FTM"),
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("id,name\n1,A\n", "line 1: the column 'schema' is missing"),
        (HEADER, "no rows"),
        (HEADER + "1,Person,A\n", "line 2: 3 cells"),
        (HEADER + '1,Person,"A\n', "line 2: not valid CSV"),
        (HEADER + ",Person,A,,,\n", "line 2: a row without an id"),
        ("", "is missing"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(text: str, what: str) -> None:
    """A required column, a whole row, an id."""
    with pytest.raises(ReadError, match=what):
        parse(text)


def test_bytes_that_are_no_text_are_refused() -> None:
    """With the line that they stand on."""
    with pytest.raises(ReadError, match="line 2: not UTF-8"):
        parse_files("targets", [SourceFile("t.csv", HEADER.encode() + b"1,Person,\xff\xfe,,,\n")])
