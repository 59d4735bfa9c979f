"""OFAC's consolidated list in three formats: what they say alike, and each difference explained.

The editions at hand are of three days (10 January, 28 March and December 2025), so that some
differences are the publisher's own changes. These are told from differences of format by what
they are: a format that wrote a fact in another way would do so for every entry.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.model.statement import Statement

FOLDERS = {
    "enhanced": "ofac_cons_2025_01",
    "classic": "ofac_cons_2025_03",
    "delimited": "ofac_cons_2025_12",
}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """OFAC's files."""
    return shared / "data" / "ofac"


@cache
def edition(folder: Path, format_name: str) -> ParsedEdition:
    """One of the three editions."""
    paths = sorted((folder / FOLDERS[format_name]).iterdir())
    return catalog.parse_files(
        "us_ofac_cons", [SourceFile(path.name, path.read_bytes()) for path in paths]
    )


def said(folder: Path, format_name: str) -> dict[bytes, Statement]:
    """What an edition says without its details, by id."""
    return {
        statement.key: statement
        for content in edition(folder, format_name).parts
        if content.part.part != "details"
        for statement, _ in content.statements
    }


def differences(folder: Path, old: str, new: str) -> tuple[list[Statement], list[Statement]]:
    """What only the old and only the new edition says of entries that both hold."""
    before, after = said(folder, old), said(folder, new)
    common = {s.record_id for s in before.values()} & {s.record_id for s in after.values()}
    assert len(common) >= 442
    gone = [s for key, s in before.items() if key not in after and s.record_id in common]
    come = [s for key, s in after.items() if key not in before and s.record_id in common]
    return gone, come


def test_each_format_is_read_without_drift(folder: Path) -> None:
    """Every element, attribute, label and code of the three files is known."""
    for name in FOLDERS:
        for content in edition(folder, name).parts:
            assert [s for s in content.part.signals if s.kind == "drift"] == []


def test_counts_are_the_publishers(folder: Path) -> None:
    """443, 443 and 442 entries; as many rows of addresses as the delimited files would have."""
    counts = {
        name: {c.part.part: (c.part.n_rows, c.part.n_records) for c in edition(folder, name).parts}
        for name in FOLDERS
    }
    assert [counts[name]["entries"][0] for name in FOLDERS] == [443, 443, 442]
    assert counts["enhanced"]["addresses"] == counts["classic"]["addresses"] == (572, 443)
    assert counts["delimited"]["addresses"] == (574, 442)
    assert counts["enhanced"]["aliases"] == counts["classic"]["aliases"] == (1066, 395)
    assert counts["classic"]["comments"][0] == pytest.approx(
        counts["delimited"]["comments"][0], abs=1
    )


def test_two_xml_formats_say_the_same(folder: Path) -> None:
    """Of 11,155 statements 29 differ, all of three entries that were edited in between.

    Three papers of one company got a country, one lost it, and one person a note on secondary
    sanctions: nothing differs because of the format.
    """
    gone, come = differences(folder, "enhanced", "classic")
    assert len(said(folder, "enhanced")) > 11_000
    assert (len(gone), len(come)) == (13, 16)
    assert {s.record_id for s in gone + come} == {"9659", "17013", "18784"}
    assert {s.schema for s in gone} == {"Identification"}
    assert Counter(s.prop for s in come if s.schema != "Identification") == {"notes": 1}


def test_xml_and_delimited_files_say_the_same(folder: Path) -> None:
    """Nine months apart, 17 statements went and 177 came; each group is a change of content.

    The programme tags are those of eleven companies that were added to the SDN list, with their
    papers and notes; every statement that differs belongs to one of few entries.
    """
    gone, come = differences(folder, "classic", "delimited")
    assert (len(gone), len(come)) == (17, 177)
    touched = {s.record_id for s in gone + come}
    assert len(touched) <= 25
    tags = Counter(s.value for s in come if s.prop == "program" and s.schema == "Organization")
    assert tags["RUSSIA-EO14024"] >= 10
    # A difference of format would show in a property of most of the 442 entries.
    by_prop = Counter((s.schema, s.prop, s.qualifier) for s in gone + come)
    assert max(by_prop.values()) <= 30


def test_the_details_hold_what_the_others_cannot_say(folder: Path) -> None:
    """One edge for each of the file's 283 relations, three kinds of script, and listing days."""
    (details,) = [c for c in edition(folder, "enhanced").parts if c.part.part == "details"]
    statements = [s for s, _ in details.statements]
    edges = Counter(s.schema for s in statements if s.prop == "role")
    assert edges == {"Ownership": 282, "Representation": 1}
    assert sum(s.prop == "owner" for s in statements) == 282
    assert sum(s.prop == "client" for s in statements) == 0  # it is on the other list
    scripts = [s for s in statements if s.qualifier == "original_script"]
    assert sum(s.prop == "address" for s in scripts) == 11
    assert sum(s.prop != "address" for s in scripts) >= 44
    assert (
        sum(s.prop == "createdAt" and s.qualifier == "Consolidated List" for s in statements) == 443
    )
    assert not any(s.prop == "program" for s in statements)


def test_listing_days_agree_with_those_of_the_directives(folder: Path) -> None:
    """Where a remark and a list both say since when, they say the same day."""
    days: dict[str, set[str]] = {}
    for content in edition(folder, "enhanced").parts:
        for statement, _ in content.statements:
            if statement.prop == "event:listed":
                days.setdefault(statement.entity_id, set()).add(statement.value)
    assert len(days) > 430
    twice = {entity: found for entity, found in days.items() if len(found) > 1}
    assert len(twice) <= 3, twice
