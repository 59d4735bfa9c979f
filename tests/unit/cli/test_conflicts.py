"""`conflicts` and `resolve` as commands: what they print, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KEY = "designation.begins|doc-harbour-front|US-FTO"
DAY = ("--as-of", "2024-03-06")


@pytest.fixture
def command(interdict: Callable[[Path], Any], tmp_path: Path, articles: Path) -> Any:
    """The command line of a record of two articles that differ."""
    made = interdict(tmp_path / "record")
    made("read", articles / "wire.txt", articles / "ledger.txt")
    return made


def question(command: Any, *words: str) -> Any:
    """The question when the announced designation begins."""
    (found,) = [q for q in command.json("conflicts", *DAY, *words) if q["key"] == KEY]
    return found


def test_every_answer_is_shown_with_span_and_stance(command: Any) -> None:
    """As JSON, and in words."""
    found = question(command)
    assert found["relation"] == "CONFLICT"
    for answer in found["answers"]:
        assert len(answer["citations"]) == len(answer["stances"])
        for citation in answer["citations"]:
            assert citation["start"] < citation["end"]
    said = command("conflicts", *DAY).said
    assert "alleged by" in said
    assert "denied by Anselm Grau" in said


def test_the_policy_can_be_chosen(command: Any) -> None:
    """It is named with its value; an unknown one is refused with the names of the others."""
    assert question(command, "--policy", "conservative")["settled"]["policy"] == "conservative"
    ran = command("conflicts", "--policy", "loudest")
    assert ran.code == 1
    assert "official-first" in ran.err


def test_a_question_is_resolved_and_the_resolution_undone(command: Any) -> None:
    """Each with a name and a reason; the answers stay."""
    words = ("--by", "Ann", "--reason", "read it")
    given = command.json("resolve", KEY, "--value", "2024-03-11", *words)
    assert given["resolution"]["value"] == "2024-03-11"
    assert question(command)["settled"]["value"] == "2024-03-11"
    assert "2024-03-11, by Ann" in command("conflicts", *DAY).said
    assert "taken back by Ann" in command("resolve", KEY, "--undo", *words).said
    assert question(command)["settled"]["value"] == "2024-03-12"


@pytest.mark.parametrize(
    "words",
    [
        ("--reason", "x", "--by", "Ann"),
        ("--reason", "x", "--by", "Ann", "--undo", "--value", "x"),
        ("--reason", "x", "--value", "x"),
        ("--reason", "x", "--by", "Ann", "--undo"),
    ],
)
def test_a_resolution_that_says_nothing_is_refused(command: Any, words: tuple[str, ...]) -> None:
    """Neither value nor undo, both, nobody's name, nothing to undo."""
    assert command("resolve", KEY, *words).code == 1
    assert question(command)["settled"]["resolution"] is None


def test_the_review_list_is_of_the_whole_record(command: Any) -> None:
    """In its order; a party beside it is refused."""
    found = command.json("conflicts", "--review", *DAY)
    assert found[0] == {
        "reason": "core_conflict", "reference": KEY, "says": "CONFLICT: 2024-03-11 / 2024-03-12"
    }  # fmt: skip
    assert "core conflict" in command("conflicts", "--review", *DAY).said
    assert command("conflicts", "Harbour Front", "--review").code == 1


def test_timeline_and_pending_show_where_sources_differ(command: Any) -> None:
    """With the policy's value."""
    line = command.json("timeline", "Harbour Front", *DAY)
    assert KEY in {q["key"] for q in line["questions"]}
    assert "Questions on which sources differ" in command("timeline", "Harbour Front", *DAY).said
    (pending,) = command.json("pending", *DAY)
    assert pending["begins"]["settled"]["value"] == "2024-03-12"
    assert "CONFLICT (2 sources): 2024-03-12" in command("pending", *DAY).said
