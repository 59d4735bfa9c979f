"""One's own list on a large file that a third party has put together from five lists."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile


@pytest.fixture(scope="module")
def edition() -> ParsedEdition:
    """The large file, parsed."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    path = Path(folder) / "data" / "multi_list" / "sanctions_2026-04-22.csv"
    return parse_files("own_list", [SourceFile(path.name, path.read_bytes())])


def test_every_row_is_a_party_of_its_own(edition: ParsedEdition) -> None:
    """No row is lost, joined or refused."""
    (content,) = edition.parts
    assert (content.part.n_rows, content.part.n_records) == (31_741, 31_741)
    listed = {s.record_id for s, _ in content.statements if s.prop == "entity"}
    assert len(listed) == 31_741


def test_names_and_kinds_are_found(edition: ParsedEdition) -> None:
    """Each row with a name gives one, with its aliases; kinds are told where the file does."""
    (content,) = edition.parts
    props = Counter(s.prop for s, _ in content.statements)
    schemata = Counter(s.schema for s, _ in content.statements if s.prop == "name")
    assert props["name"] == 25_696
    assert props["alias"] > 45_000
    assert schemata["Vessel"] == 1_461
    assert schemata["Person"] > 8_000
    assert schemata["Organization"] > 9_000


def test_almost_every_listing_date_is_read(edition: ParsedEdition) -> None:
    """ISO, day first and month first stand side by side, each with its own publisher."""
    (content,) = edition.parts
    dates = [s.value for s, _ in content.statements if s.prop == "event:listed"]
    undated = sum(s.count for s in content.part.signals if s.field == "date of listing")
    assert len(dates) > 12_000
    assert undated < 20
    assert all(date[:2] in ("19", "20") for date in dates)


def test_what_is_not_understood_is_reported(edition: ParsedEdition) -> None:
    """The guess of the columns, unknown labels, rows without names; no column is unknown."""
    (content,) = edition.parts
    fields = {signal.field: signal.count for signal in content.part.signals}
    assert {"column All Names read as", "labels kept as notes"} <= set(fields)
    assert fields["row without a name"] == 31_741 - 25_696
    assert not any(field.startswith("unknown column ") for field in fields)
