"""What the State Department's tables establish, loaded into a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.model.dates import end_of_day
from interdict.reconcile.designations import Designations
from interdict.workspace import Workspace

NOW = datetime(2031, 1, 1, tzinfo=UTC)
GULL, FLEET = "us_state_fto-1997-10-08-grey-gull-army", "us_state_fto-2001-01-01-forgotten-fleet"
EXPORT = """Date Designated,Name,Date Removed
1997-10-08,Lantern Front (LF),
1997-10-08,Grey Gull Army (GGA),2022-05-20
"""
DATES = """date_designated,name,source
1997-10-08,Grey Gull Army (GGA),almanac
2001-01-01,Forgotten Fleet (FF),almanac
"""


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty record."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def load(ws: Workspace, folder: Path, text: str, on: date) -> None:
    """Loads a file of the list."""
    path = folder / f"{on}.csv"
    path.write_text(text, encoding="utf-8")
    ws.lists.load("us_state_fto", [path], published_at=end_of_day(on))


def states(ws: Workspace, entity_id: str, on: date) -> dict[str, str]:
    """Programme -> state of a group on a day; empty if it is no party then."""
    view = ws.store.view(as_of=on, known_at=NOW)
    if view.entity(entity_id) is None:
        return {}
    found = Designations(view, ws.regimes).of(entity_id)
    return {designation.programme: state.name.value for designation, state in found}


def test_the_tables_begin_and_end_designations(ws: Workspace, tmp_path: Path) -> None:
    """In force since its day, ended since the day of its removal."""
    load(ws, tmp_path, EXPORT, date(2025, 3, 1))
    on = date(2026, 1, 1)
    assert states(ws, "us_state_fto-1997-10-08-lantern-front", on) == {"US-FTO": "in_force"}
    assert states(ws, GULL, on) == {"US-FTO": "ended"}


def test_a_table_of_dates_alone_puts_nobody_in_force(ws: Workspace, tmp_path: Path) -> None:
    """Neither before the tables are loaded nor beside them."""
    load(ws, tmp_path, DATES, date(2025, 1, 1))
    on = date(2026, 1, 1)
    view = ws.store.view(as_of=on, known_at=NOW)
    assert view.coverage("us_state_fto").status == "before_first_edition"
    assert states(ws, GULL, on) == states(ws, FLEET, on) == {}
    load(ws, tmp_path, EXPORT, date(2025, 3, 1))
    assert states(ws, GULL, on) == {"US-FTO": "ended"}
    assert states(ws, FLEET, on) == {}


def test_a_group_that_moves_between_the_tables_ends(ws: Workspace, tmp_path: Path) -> None:
    """Asked of a day before its removal it is in force, afterwards ended; the id stays."""
    load(ws, tmp_path, EXPORT.replace("2022-05-20", ""), date(2021, 1, 1))
    load(ws, tmp_path, EXPORT, date(2022, 6, 1))
    assert states(ws, GULL, date(2021, 6, 1)) == {"US-FTO": "in_force"}
    assert states(ws, GULL, date(2022, 7, 1)) == {"US-FTO": "ended"}
