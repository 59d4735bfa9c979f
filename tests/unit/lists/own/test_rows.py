"""Files of one's own list as rows."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.own.rows import read_table
from interdict.lists.parsing import SourceFile


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_in_the_header(delimiter: str) -> None:
    """Comma, semicolon, tab and bar; empty cells are left out."""
    text = delimiter.join(["id", "name", "note"]) + "\n" + delimiter.join(["7", "Tarvosk", ""])
    table = read_table(SourceFile("a.csv", text.encode()))
    assert table.header == ("id", "name", "note")
    assert [(row.line, dict(row.cells)) for row in table.rows] == [
        (2, {"id": "7", "name": "Tarvosk"})
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_usual_encodings_are_read(encoding: str) -> None:
    """A byte order mark is no part of the first title; what is not UTF-8 is Windows-1252."""
    table = read_table(SourceFile("a.csv", "name\nTarvóšk\n".encode(encoding)))
    assert (table.header, dict(table.rows[0].cells)) == (("name",), {"name": "Tarvóšk"})


def test_lines_are_those_of_the_file() -> None:
    """Blank lines and cells that run over lines count."""
    text = 'id,name\n\n7,"Tar\nvosk"\n8,Wexley\n'
    assert [row.line for row in read_table(SourceFile("a.csv", text.encode())).rows] == [3, 5]
    json_text = '{"name": "A"}\n\n{"name": ["B", "C"], "n": 4, "none": null}\n'
    table = read_table(SourceFile("a.jsonl", json_text.encode()))
    assert [(row.line, dict(row.cells)) for row in table.rows] == [
        (1, {"name": "A"}),
        (3, {"name": ("B", "C"), "n": "4"}),
    ]
    assert table.header == ("name", "n")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"name\n", "no rows"),
        ("a.csv", b"na\0me\nx", "line 1: a NUL byte"),
        ("a.csv", b"<html><body>no", "markup"),
        ("a.csv", b"id,name\n7,A,B\n", r"line 2: 3 cells where the header has 2"),
        ("a.csv", b"id,name\n7\n", r"line 2: 1 cells where the header has 2"),
        ("a.csv", b'id,name\n7,"A\n', r"line 2: not valid CSV"),
        ("a.csv", b"name,name\nA,B\n", "two columns are called 'name'"),
        ("a.jsonl", b'{"name": "A"}\n{"name": \n', "line 2: not JSON"),
        ("a.jsonl", b"[1]\n", "line 1: a line of JSON that is no object"),
    ],
)
def test_broken_files_are_refused_with_their_place(name: str, data: bytes, message: str) -> None:
    """The message names the file, the line and what is wrong."""
    with pytest.raises(ReadError, match=message):
        read_table(SourceFile(name, data))


def test_very_long_cells_are_read() -> None:
    """Longer than what Python's reader takes by itself."""
    text = "name,notes\nA," + "x" * 200_000 + "\n"
    assert len(read_table(SourceFile("a.csv", text.encode())).rows[0].cells["notes"]) == 200_000
