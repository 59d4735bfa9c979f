"""`list` and `export` on the command line: mappings, spans of dates, files that are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def command(tmp_path: Path, interdict: Callable[[Path], Any]) -> Any:
    """The command line of an empty workspace."""
    return interdict(tmp_path / "record")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A list of one's own whose columns nobody could guess."""
    path = tmp_path / "desk.csv"
    path.write_text("Who,Born=when,Desk\nWexley Benedek,1970,B4\nIda Stone,1971,B5\n", "utf-8")
    return path


def test_columns_are_mapped_and_kept_by_name(command: Any, table: Path, tmp_path: Path) -> None:
    """What was said once is read from its name the next time, guessed columns too."""
    load = ("list", "load", "own_list_desk", table, "--edition")
    said = ("--map", "Who=name", "--map", "Born=when=birthDate", "--save-mapping", "desk")
    assert command(*load, "2021-03-01").code == 1  # no column names a party
    assert command(*load, "2021-03-01", *said).code == 0
    kept = json.loads((tmp_path / "record" / "mappings" / "desk.json").read_text("utf-8"))
    assert kept == {"Who": "name", "Born=when": "birthDate", "Desk": "reference"}
    table.write_text(table.read_text("utf-8").replace("B5", "B6"), "utf-8")
    assert command(*load, "2021-04-01", "--mapping", "desk").code == 0
    found = command.json("list", "diff", "own_list_desk", "2021-03-01..2021-04-01")
    (change,) = found["changed"]
    assert change["significance"] == "minor"
    assert [s["value"] for s in change["began"]] == ["Desk: B6"]
    assert (
        command.json("list", "diff", "own_list_desk", "2021-03-01..2021-04-01", "--major")[
            "changed"
        ]
        == []
    )
    table.write_text("Who,Desk\nWexley Benedek,B4\n", "utf-8")
    ran = command(*load, "2021-05-01", "--mapping", "desk")
    assert ran.code == 1
    assert "'Born=when' of the mapping is missing" in ran.err


def test_a_load_shows_how_columns_were_read(command: Any, tmp_path: Path) -> None:
    """Apart from what was not understood."""
    path = tmp_path / "p.csv"
    path.write_text("Full name,DOB\nWexley Benedek,1970\n", "utf-8")
    ran = command("list", "load", "own", path, "--edition", "2021-03-01")
    assert "Columns by their titles" in ran.said
    assert "DOB birthDate" in ran.said
    assert "Not understood" not in ran.said


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("list", "diff", "own_list", "2021-03-01"), "A..B"),
        (("list", "diff", "own_list", "2021-03-01.."), "A..B"),
        (("list", "diff", "own_list", "2021-03-01..2021-04-01", "--to", "2021-05-01"), "not both"),
        (("list", "diff", "own_list"), "--from"),
        (("list", "load", "own_list", "x.csv", "--map", "Who"), "COLUMN=PROPERTY"),
    ],
)
def test_wrong_usage_is_told(command: Any, words: tuple[str, ...], what: str) -> None:
    """With 2, and nothing on standard output."""
    ran = command(*words)
    assert (ran.code, ran.out) == (2, "")
    assert what in " ".join(ran.err.replace("│", " ").split())


def test_only_lists_of_ones_own_keep_mappings(command: Any, table: Path) -> None:
    """An official list has its own form; an unknown mapping or role is told."""
    ran = command("list", "load", "un_sc", table, "--save-mapping", "desk")
    assert ran.code == 1
    assert "your own list" in ran.err
    assert (
        "no mapping is called 'gone'"
        in command("list", "load", "own_list", table, "--mapping", "gone").err
    )
    assert (
        "no column can be 'shoe'"
        in command("list", "load", "own_list", table, "--map", "Who=shoe").err
    )


def test_exports_say_what_they_wrote(command: Any, tmp_path: Path) -> None:
    """A line on a terminal, JSON where asked; the file stands where it was to be."""
    assert command("list", "load", "bundled").code == 0
    for form, name in (("ftm", "e.json"), ("statements", "s.csv")):
        path = tmp_path / name
        told = command.json("export", form, path, "--as-of", "2010-01-01")
        assert told["n_lines"] >= told["n_entities"] > 100
        lines = path.read_text("utf-8").count("\n")
        assert lines == told["n_lines"] + (form == "statements")
        assert f"{told['n_entities']:,} entities" in command("export", form, path).out
    ran = command("export", "ftm", tmp_path / "gone" / "e.json")
    assert ran.code == 1
    assert "cannot be written" in ran.err
