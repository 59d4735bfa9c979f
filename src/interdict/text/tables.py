"""The data files of this package: plain text, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib import resources


def lines_of(file_name: str) -> list[str]:
    """The lines of a table that hold something, without comments."""
    path = resources.files("interdict.text") / "data" / file_name
    bare = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in bare if line]


@cache
def words_of(file_name: str) -> frozenset[str]:
    """The words of a table: any number on a line."""
    return frozenset(word for line in lines_of(file_name) for word in line.split())


@cache
def readings_of(file_name: str) -> dict[str, tuple[str, ...]]:
    """A table of `word = reading | reading`, several on a line parted by `;`.

    A reading may hold spaces. The first line for a word wins.
    """
    table: dict[str, tuple[str, ...]] = {}
    for line in lines_of(file_name):
        for entry in line.split(";"):
            word, equals, readings = entry.partition("=")
            if equals:
                given = tuple(reading.strip() for reading in readings.split("|"))
                table.setdefault(word.strip(), given)
    return table
