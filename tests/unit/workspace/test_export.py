"""The record written in FollowTheMoney's forms."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound
from interdict.model.dates import end_of_day
from interdict.store.base import Judgement
from interdict.workspace import Times, Workspace
from interdict.workspace.export import (
    EVERY,
    Selection,
    export_entities,
    export_statements,
)

JANUARY, FEBRUARY = date(2024, 1, 10), date(2024, 2, 10)
LATE = end_of_day(date(2024, 12, 31))


@pytest.fixture
def ws(tmp_path: Path, ofac_files: Callable[..., Path]) -> Iterator[Workspace]:
    """Two editions: in the second, one entry has left and one has gained a programme."""
    later = [
        (101, "HARBOUR FRONT", "", "FTO] [SDGT", "Website www.front.example.", ("HF",)),
        (102, "GRAU, Anselm", "individual", "FTO] [SDGT", "DOB circa 1961; nationality Iran.",
         ("GRAU, Pico",)),
    ]  # fmt: skip
    with Workspace(Config(tmp_path / "record"), lambda: datetime(2024, 6, 1, tzinfo=UTC)) as opened:
        for name, day, entries in (("a", JANUARY, None), ("b", FEBRUARY, later)):
            folder = ofac_files(tmp_path / name, *([entries] if entries else []))
            opened.lists.load("us_ofac_sdn", [folder], published_at=end_of_day(day))
        yield opened


def entities(ws: Workspace, path: Path, day: date, *datasets: str) -> dict[str, Any]:
    """The exported entities by id."""
    report = export_entities(ws, path, Selection(Times(day, LATE), datasets), lambda _: None)
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert report.n_entities == len(found)
    assert [one["id"] for one in found] == sorted({one["id"] for one in found})
    return {one["id"]: one for one in found}


def test_entities_are_those_of_the_day(ws: Workspace, tmp_path: Path) -> None:
    """A list's entries with their designations, as of either edition."""
    path = tmp_path / "entities.ftm.json"
    first, second = (entities(ws, path, day) for day in (JANUARY, FEBRUARY))
    assert "us.ofac.sdn-103" in first
    assert "us.ofac.sdn-103" not in second
    assert "us.ofac.sdn-101-sanction-FTO" in second.keys() - first.keys()
    grau = second["us.ofac.sdn-102"]
    assert (grau["schema"], grau["datasets"]) == ("Person", ["us_ofac_sdn"])
    assert grau["properties"]["birthDate"] == ["1961"]
    assert grau["properties"]["nationality"] == ["ir"]
    assert (grau["first_seen"], grau["last_seen"]) == ("2024-01-10", "2024-02-10")
    sanction = second["us.ofac.sdn-102-sanction-SDGT"]["properties"]
    assert sanction["entity"] == ["us.ofac.sdn-102"]
    assert sanction["program"] == ["SDGT"]


def test_joined_entities_are_one(ws: Workspace, tmp_path: Path) -> None:
    """References name the id under which judgements join; the others are referents."""
    with ws.store.write("judge", "") as writer:
        word = Judgement("us_ofac_sdn-101", "us_ofac_sdn-102", True, "A. Reviewer", "test")
        writer.add_judgement(word)
    found = entities(ws, tmp_path / "e.json", FEBRUARY)
    assert found["us.ofac.sdn-101"]["referents"] == ["us.ofac.sdn-102"]
    assert "us.ofac.sdn-102" not in found
    assert found["us.ofac.sdn-102-sanction-SDGT"]["properties"]["entity"] == ["us.ofac.sdn-101"]
    path = tmp_path / "s.csv"
    export_statements(ws, path, Selection(Times(FEBRUARY, LATE)), lambda _: None)
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    grau = [r for r in rows if r["entity_id"] == "us.ofac.sdn-102"]
    assert {r["canonical_id"] for r in grau} == {"us.ofac.sdn-101"}
    (reference,) = [r for r in rows if r["prop"] == "entity"
                    and r["entity_id"] == "us.ofac.sdn-102-sanction-SDGT"]  # fmt: skip
    assert (reference["value"], reference["original_value"]) == (
        "us.ofac.sdn-101",
        "us_ofac_sdn-102",
    )


def test_statements_keep_what_was_written(ws: Workspace, tmp_path: Path) -> None:
    """The columns are FollowTheMoney's; dates of sight are those of the editions."""
    path = tmp_path / "statements.csv"
    report = export_statements(ws, path, Selection(Times(FEBRUARY, LATE)), lambda _: None)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert (
        rows[0]
        == (
            "canonical_id entity_id prop prop_type schema value dataset origin lang original_value "
            "external first_seen last_seen id"
        ).split()
    )
    found = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert report.n_lines == len(found) == len({row["id"] for row in found})
    (born,) = [r for r in found if r["prop"] == "birthDate"]
    assert (born["value"], born["original_value"]) == ("1961", "1961~")
    assert (born["first_seen"], born["last_seen"]) == ("2024-02-10", "2024-02-10")
    ids = {row["entity_id"] for row in found}
    assert ids == {row["entity_id"] for row in found if row["prop"] == "id"}


def test_one_list_alone(ws: Workspace, tmp_path: Path) -> None:
    """By any of its names; a list that is not there is told."""
    path = tmp_path / "e.json"
    ws.lists.load("bundled", [], published_at=None)
    alone = entities(ws, path, FEBRUARY, "sdn")
    assert {d for one in alone.values() for d in one["datasets"]} == {"us_ofac_sdn"}
    with pytest.raises(NotFound, match="'nope'"):
        entities(ws, path, FEBRUARY, "nope")


def test_a_file_is_whole_or_as_it_was(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export that fails half way leaves the old file and nothing else."""
    path = tmp_path / "out" / "e.json"
    with pytest.raises(InvalidInput, match="cannot be written"):
        entities(ws, path, FEBRUARY)
    path.parent.mkdir()
    path.write_text("old", "utf-8")
    written = iter(range(2))
    monkeypatch.setattr("interdict.workspace.export.entity_object", lambda *_: {"n": next(written)})
    with pytest.raises(StopIteration):
        entities(ws, path, FEBRUARY)
    assert path.read_text("utf-8") == "old"
    assert [p.name for p in path.parent.iterdir()] == ["e.json"]
    with pytest.raises(InvalidInput, match="is a folder"):
        entities(ws, path.parent, FEBRUARY)


def test_progress_is_told(ws: Workspace, tmp_path: Path) -> None:
    """Now and then, by the number of entities."""
    ws.lists.load("bundled", [], published_at=None)
    told: list[int] = []
    times = Times(date(2026, 12, 31), end_of_day(date(2026, 12, 31)))
    report = export_entities(ws, tmp_path / "e.json", Selection(times), told.append)
    assert told == list(range(EVERY, report.n_entities + 1, EVERY))
