"""Columns of one's own list that are named by hand."""

from __future__ import annotations

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.lists import own
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import SourceFile

FILE = SourceFile("p.csv", b"Who,Born,Desk,Alias\nWexley Benedek,1970,B4,Wex\nIda Stone,1971,B5,\n")


def said(mapping: dict[str, str]) -> set[tuple[str, str]]:
    """(property, value) of the first row's party."""
    (part,) = parse_files("own_list_desk", [FILE], mapping=mapping).parts
    first = part.statements[0][0].record_id
    return {(s.prop, s.value) for s, _ in part.statements
            if s.record_id == first and s.schema != "Sanction"}  # fmt: skip


def test_a_mapping_overrules_the_guess() -> None:
    """By role or by FollowTheMoney's property; the other columns are guessed."""
    assert said({"Who": "name", "Desk": "ignore"}) == {
        ("name", "Wexley Benedek"),
        ("birthDate", "1970"),
        ("alias", "Wex"),
    }
    assert ("lastName", "Wexley Benedek") in said({"Who": "lastName"})


def test_a_column_outside_the_mapping_is_told() -> None:
    """So a column that appears later does not slip in unseen."""
    (part,) = parse_files("own_list", [FILE], mapping={"Who": "name"}).parts
    fields = {s.field for s in part.part.signals}
    assert {"column Born not in the mapping, read as", "unknown column Desk"} <= fields


def test_a_mapped_column_that_is_missing_is_refused() -> None:
    """The edition would say nothing of what the column held."""
    with pytest.raises(ReadError, match="'Wallet' of the mapping is missing"):
        parse_files("own_list", [FILE], mapping={"Who": "name", "Wallet": "wallet"})


def test_an_unknown_property_is_refused() -> None:
    """The known ones are named."""
    with pytest.raises(InvalidInput, match=r"no column can be 'shoeSize'.*birthDate"):
        parse_files("own_list", [FILE], mapping={"Who": "shoeSize"})


def test_only_lists_of_ones_own_are_mapped() -> None:
    """The forms of official lists are known."""
    with pytest.raises(InvalidInput, match="only the columns of your own list"):
        parse_files("us_ofac_sdn", [FILE], mapping={"Who": "name"})


def test_a_resolved_mapping_reads_the_same() -> None:
    """As it is kept: every column named; what was a note stays the same note."""
    resolved = own.mapping_of(FILE, {"Who": "name"})
    assert resolved == {"Who": "name", "Born": "birthDate", "Desk": "reference", "Alias": "alias"}
    assert said(resolved) == said({"Who": "name"})
