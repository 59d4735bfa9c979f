"""`interdict parties`, and the dossier of a party that several lists hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEADER = "id,name,kind,birth date,nationality\n"
SIGNED = ("--by", "A. Reviewer", "--reason", "two cousins")


@pytest.fixture
def command(tmp_path: Path, interdict: Callable[[Path], Any]) -> Any:
    """Two lists that hold one party under two spellings, and one that is in doubt."""
    run = interdict(tmp_path / "record")
    for name, rows in (
        ("red", "1,Oskar Brandwein,person,1961-03-14,se\n2,Jonas Grau,person,,\n"),
        ("blue", "1,Oscar BRANDWEIN,person,1961-03-14,no\n2,Jonas Grau,person,,\n"),
    ):
        path = tmp_path / f"{name}.csv"
        path.write_text(HEADER + rows, "utf-8")
        run.json("list", "load", f"own_list_{name}", path, "--edition", "2024-01-10")
    return run


def test_match_then_review(command: Any) -> None:
    """What is joined, by which rule, and how much is left to a person."""
    dry = command.json("parties", "match", "--dry-run")
    assert (dry["written"], len(dry["joined"]), dry["to_review"]) == (False, 1, 1)
    found = command.json("parties", "match")
    assert found["written"] and found["held_at"] == dry["held_at"] + 1
    assert found["joined"] == dry["joined"]
    assert not command.json("parties", "match")["joined"]
    (asked,) = command.json("parties", "review")
    assert {asked["left"], asked["right"]} == {"own_list_red-2", "own_list_blue-2"}
    assert asked["why"] and asked["rule"] == "person-in-doubt"
    assert command.json("parties", "review", "own_list_red-1") == []


def test_the_dossier_shows_each_list_and_who_joined_them(command: Any) -> None:
    """Statements of every list side by side, and the judgement with its reason."""
    command.json("parties", "match")
    shown = command.json("show", "own_list_red-1", "--as-of", "2024-02-01")
    assert shown["by_list"]["own_list_red-1"]["name"] == ["Oskar Brandwein"]
    assert shown["by_list"]["own_list_blue-1"]["name"] == ["Oscar BRANDWEIN"]
    (joined,) = shown["joined"]
    assert joined["by"] == "interdict" and "name-and-birthday" in joined["reason"]
    said = command("show", "own_list_red-1", "--as-of", "2024-02-01").said
    assert "What each list says" in said and "Joined by" in said


def test_a_party_of_one_list_has_no_columns(command: Any) -> None:
    """Nothing is set side by side where there is one side."""
    said = command("show", "own_list_red-2", "--as-of", "2024-02-01").said
    assert "What each list says" not in said


def test_reject_confirm_and_undo(command: Any) -> None:
    """A person's word, then another one, then it is taken back; each is a transaction."""
    pair = ("own_list_red-2", "own_list_blue-2")
    assert command.json("parties", "reject", *pair, *SIGNED)["same"] is False
    assert command.json("parties", "match")["to_review"] == 0
    assert command.json("parties", "confirm", *pair, *SIGNED)["same"] is True
    done = command.json("parties", "undo", pair[0], *SIGNED)
    assert done == {"taken_back": [{"left": pair[0], "right": pair[1]}], "still_joined": []}
    assert command("parties", "undo", pair[0], *SIGNED).code == 1


def test_undo_of_a_transaction(command: Any) -> None:
    """All that one run joined is apart."""
    held_at = command.json("parties", "match")["held_at"]
    assert len(command.json("parties", "joined")) == 1
    done = command.json("parties", "undo", "--transaction", held_at, *SIGNED)
    assert len(done["taken_back"]) == 1
    assert command.json("parties", "joined", "--sample", 5, "--seed", 3) == []


@pytest.mark.parametrize("words", [(), ("own_list_red-1", "--transaction", "3")])
def test_undo_needs_one_of_two(command: Any, words: tuple[str, ...]) -> None:
    """Neither or both is a mistake in how it was called."""
    assert command("parties", "undo", *words, *SIGNED).code == 2


def test_an_unknown_id_is_an_error(command: Any) -> None:
    """It names the id, and nothing is written."""
    ran = command("parties", "confirm", "own_list_red-1", "own_list_grey-9", *SIGNED)
    assert ran.code == 1 and "own_list_grey-9" in ran.err
