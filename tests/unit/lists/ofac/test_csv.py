"""Broken files are refused with their place; odd but whole ones are read."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.ofac.csv import read_rows
from interdict.lists.parsing import SourceFile


def rows(data: bytes) -> list[tuple[str, ...]]:
    """Cells of a two-column file."""
    return [row.cells for row in read_rows(SourceFile("sdn.csv", data), n_columns=2)]


def test_the_end_of_file_mark_and_blank_lines_are_no_rows() -> None:
    """A trailing 0x1A, with or without line ends, is dropped."""
    assert rows(b'1,"A"\r\n\r\n2,"B"\r\n\x1a') == [("1", "A"), ("2", "B")]
    assert rows(b'1,"A"\n\x1a\r\n') == [("1", "A")]


def test_text_that_is_not_utf8_is_read_as_windows_1252_or_latin_1() -> None:
    """Accents survive in each of the three encodings."""
    assert rows('1,"ÑANDÚ"'.encode()) == [("1", "ÑANDÚ")]
    assert rows('1,"ÑANDÚ’"'.encode("cp1252")) == [("1", "ÑANDÚ’")]
    assert rows(b'1,"\x81\xd1"') == [("1", "\x81Ñ")]
    assert rows(b'\xef\xbb\xbf1,"A"') == [("1", "A")]


def test_a_row_knows_the_line_on_which_it_starts() -> None:
    """A cell may hold line ends; the next row's line counts them."""
    file = SourceFile("sdn.csv", b'1,"A\nB"\n2,"C"\n')
    assert [(row.line, row[1]) for row in read_rows(file, n_columns=2)] == [(1, "A B"), (3, "C")]


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"", None, "empty"),
        (b"\r\n\x1a", None, "empty"),
        (b'1,"A"\n2,"B",3\n', 2, "3 columns where 2"),
        (b'1,"A"\n2\n', 2, "1 columns where 2"),
        (b'1,"A"\nent,"B"\n', 2, "entry's number"),
        ("1,A\n²,B\n".encode(), 2, "entry's number"),
        (b'1,"A"\n2,"B\x00"\n', 2, "NUL"),
        (b"\n<!DOCTYPE html><html></html>", 1, "markup"),
        (b'1,"A"\n2,"cut off in the midd', 2, "not valid CSV"),
        (b'1,"A"\n2,"B"C,"D"\n', 2, "not valid CSV"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(data: bytes, line: int | None, what: str) -> None:
    """The error names the file, the line where there is one, and what is wrong."""
    with pytest.raises(ReadError, match=what) as caught:
        rows(data)
    assert (caught.value.file, caught.value.line) == ("sdn.csv", line)
