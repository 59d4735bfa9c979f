"""What the collector of parsed statements does for every list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interdict.lists.parsing import Output, SourceFile, tidy
from interdict.model.source import Dataset

DATASET = Dataset("d", "D", "P", "http://d.example", "none", ("main", "more"), "main", "X")
FILE = SourceFile("folder/Main.CSV", b"abc")


def test_white_space_is_collapsed_and_nothing_empty_is_stated() -> None:
    """Empty values, blanks and OFAC's null add no statement."""
    part = Output(DATASET).part("main", FILE)
    for value in ("", "  \n ", "-0- ", None):
        part.statement("1", "d-1", "Person", "name", value, line=1)
    part.statement("1", "d-1", "Person", "name", " Otto \n Grau ", line=2)
    assert [(s.value, line) for s, line in part.content().statements] == [("Otto Grau", 2)]
    assert tidy("-0- ") == ""


def test_a_repeated_statement_keeps_its_first_line() -> None:
    """The same statement twice is one; another qualifier is another statement."""
    part = Output(DATASET).part("main", FILE)
    part.statement("1", "d-1", "Person", "birthDate", "1950", line=4)
    part.statement("1", "d-1", "Person", "birthDate", "1950", line=9)
    part.statement("1", "d-1", "Person", "birthDate", "1950", line=9, qualifier="alternative")
    assert [line for _, line in part.content().statements] == [4, 9]
    assert part.content().part.n_statements == 2


def test_signals_of_one_field_are_counted_with_the_first_sample() -> None:
    """Ten unknown fields of a kind are one signal, shown by its first sample and line."""
    part = Output(DATASET).part("main", FILE)
    for line in (3, 5, 8):
        part.signal("drift", "Hue", f"Hue {line}", line)
    part.signal("cut", "Hue", "x" * 500)
    drift, cut = part.content().part.signals
    assert (drift.count, drift.sample, drift.line) == (3, "Hue 3", 3)
    assert len(cut.sample) == 200
    with pytest.raises(ValueError, match="no such kind"):
        part.signal("odd", "Hue", "x")


def test_rows_and_records_are_counted_apart() -> None:
    """Two rows about one entry are two rows and one record."""
    part = Output(DATASET).part("more", FILE)
    for record in ("1", "1", "2"):
        part.row(record)
    described = part.content().part
    assert (described.n_rows, described.n_records) == (3, 2)
    assert described.file_name == "folder/Main.CSV"
    assert described.sha256 == FILE.sha256
    assert FILE.base_name == "main.csv"


def test_an_edition_date_needs_a_zone_and_is_kept_in_utc() -> None:
    """A date without a zone is a mistake in a parser, not a guess to make."""
    out = Output(DATASET)
    with pytest.raises(ValueError, match="time zone"):
        out.edition(datetime(2021, 1, 1))
    assert out.result().published_at is None
    out.edition(datetime.fromisoformat("2020-11-30T20:31:19-05:00"))
    assert out.result().published_at == datetime(2020, 12, 1, 1, 31, 19, tzinfo=UTC)


def test_parts_come_in_the_order_of_the_dataset_and_only_once() -> None:
    """Whatever order they were started in; an unknown part or a second start is refused."""
    out = Output(DATASET)
    out.part("more", FILE)
    out.part("main", FILE)
    assert [content.part.part for content in out.result().parts] == ["main", "more"]
    for name in ("main", "none"):
        with pytest.raises(ValueError, match="cannot start"):
            out.part(name, FILE)
