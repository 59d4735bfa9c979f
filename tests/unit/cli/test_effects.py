"""`effects` and `regime` on a terminal and as JSON, over an invented record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OWN = """entity: Harbour Front
about: Announced, then published.
sources:
  - {key: notice, title: A notice, grade: A}
designations:
  - regime: US-FTO
    events:
      - {event: published, date: 2024-03-11, source: notice, grade: A}
expect:
  - {regime: US-FTO, as_of: 2024-03-10, state: none}
  - {regime: US-FTO, as_of: 2024-03-11, state: STATE}
"""


@pytest.fixture
def command(tmp_path: Path, interdict: Callable[[Path], Any]) -> Any:
    """The command line with an empty record."""
    return interdict(tmp_path / "record")


def test_scenarios_are_printed_beside_the_answers(tmp_path: Path, command: Any) -> None:
    """A table with totals; the exit code says whether all are as expected."""
    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder, state in ((good, "in_force"), (bad, "pending")):
        folder.mkdir()
        (folder / "front.yml").write_text(OWN.replace("STATE", state), "utf-8")
    ran = command("regime", "check", good)
    assert ran.code == 0
    assert "2 answers in 1 scenarios, 0 not as expected" in ran.said
    wrong = command("regime", "check", bad)
    assert wrong.code == 1
    assert "WRONG: in_force" in wrong.said
    only = command("regime", "check", good, bad / "front.yml", "--failed", "--json")
    assert only.code == 1


def test_scenarios_that_are_not_there_are_told(tmp_path: Path, command: Any) -> None:
    """A missing file and an empty folder name themselves; a broken file its place."""
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "none.yml", tmp_path / "empty"):
        ran = command("regime", "check", path)
        assert ran.code == 1
        assert str(path.name) in ran.err
    broken = tmp_path / "broken.yml"
    broken.write_text(OWN.replace("as_of: 2024-03-10", "as_of: soon"), "utf-8")
    ran = command("regime", "check", broken)
    assert ran.code == 1
    assert "broken.yml, expect[0].as_of" in " ".join(ran.err.split())


def test_json_of_a_check_has_every_answer(tmp_path: Path, command: Any) -> None:
    """One object for each expectation, in order."""
    path = tmp_path / "front.yml"
    path.write_text(OWN.replace("STATE", "in_force"), "utf-8")
    found = command.json("regime", "check", path)
    assert [(one["as_of"], one["got"], one["holds"]) for one in found] == [
        ("2024-03-10", "none", True),
        ("2024-03-11", "in_force", True),
    ]


def test_the_list_of_programmes_names_their_tags(command: Any) -> None:
    """So that a tag on a list can be looked up; `show` says what the tag means."""
    assert "VENEZUELA-EO13850" in command("regime", "list").said
    shown = command("regime", "show", "us-syria")
    assert "programme ended 2025-07-01" in shown.said
    assert "tag SYRIA of us_ofac_sdn" in shown.said
    unknown = command("regime", "show", "XX-NONE")
    assert unknown.code == 1
    assert "US-FTO" in unknown.err
