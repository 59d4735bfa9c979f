"""How answers are printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from interdict.cli.output import plain, print_json, print_line, print_table, say, warn
from interdict.model.dates import Interval, PartialDate, Span
from interdict.model.source import Citation, Grade


@dataclass(frozen=True)
class Nested:
    """Something with a noun inside."""

    citation: Citation
    on: PartialDate | None


def test_a_document_is_printed_whole_and_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Letters of any script stay readable; nothing goes to standard error."""
    print_json({"name": "Анселм Грау", "n": 1})
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"name": "Анселм Грау", "n": 1}
    assert "Анселм Грау" in printed.out
    assert printed.err == ""


def test_a_line_holds_one_value(capsys: pytest.CaptureFixture[str]) -> None:
    """Line breaks inside a value do not break the line."""
    print_line({"quote": "one\ntwo"})
    print_line({"quote": "three"})
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["quote"] for line in lines] == ["one\ntwo", "three"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Grade.COPY, "copy"),
        (PartialDate(2030, 2), "2030-02"),
        (Span(None, date(2030, 2, 1)), "../2030-02-01"),
        (Interval(PartialDate(2030), None), "[2030, ..)"),
        (date(2030, 2, 1), "2030-02-01"),
        (datetime(2030, 2, 1, 3, tzinfo=UTC), "2030-02-01T03:00:00+00:00"),
        (Path("a/b"), "a/b"),
        ((1, (2, 3)), [1, [2, 3]]),
        (MappingProxyType({PartialDate(2030): (1,)}), {"2030": [1]}),
        ({Grade.PRESS: None}, {"press": None}),
        (1.5, 1.5),
        (True, True),
        (None, None),
    ],
)
def test_nouns_become_plain_data(value: object, expected: object) -> None:
    """Dates are ISO text, enumerations their values, sequences lists."""
    found = plain(value)
    assert found == expected
    assert type(found) is type(expected)


def test_field_names_are_those_of_the_objects() -> None:
    """At every depth, with what is empty kept as null."""
    found: Any = plain(Nested(Citation("list", Grade.COPY, line=4), PartialDate(2030, 1, 2)))
    assert found["on"] == "2030-01-02"
    assert (found["citation"]["grade"], found["citation"]["line"]) == ("copy", 4)
    assert found["citation"]["quote"] is None


def test_what_is_no_data_is_an_error() -> None:
    """Never printed as its Python form."""
    with pytest.raises(TypeError, match="object"):
        plain({"x": object()})


def test_a_table_shows_every_cell_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets are not markup, None is empty, and a long row is not cut off."""
    long = "word " * 60
    print_table("Rows [bold]", ["left", "right"], [("[red]x[/red]", None), (long, 3)])
    out = capsys.readouterr().out
    assert "Rows [bold]" in out
    assert "[red]x[/red]" in out
    assert out.count("word") == 60
    assert "None" not in out


def test_an_empty_table_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not left out."""
    print_table("Rows [x]", ["left"], [])
    assert capsys.readouterr().out == "Rows [x]: none\n"


def test_words_are_said_on_the_right_stream(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said is output, a warning is not; brackets mean themselves in both."""
    say("said [bold]")
    warn("warned [bold]")
    printed = capsys.readouterr()
    assert printed.out == "said [bold]\n"
    assert printed.err == "warned [bold]\n"


def test_off_a_terminal_a_warning_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """However long it is, so that it can be searched for."""
    warn("x" * 400)
    assert capsys.readouterr().err == "x" * 400 + "\n"
