"""Whatever bytes come, through extraction and into the record: true spans, nothing in force."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.damage import damaged, disfigured

from interdict.claims.gazetteer import GazetteerEntry
from interdict.config import Config
from interdict.model.dates import end_of_day
from interdict.model.designation import StateName
from interdict.model.source import DocumentKind
from interdict.workspace import Times, Workspace
from interdict.workspace.reading import Extraction, ReadFile

READERS = Path(__file__).parents[1] / "contracts" / "readers"
OFFICIAL = ("federal_register", "register_text", "front_matter")
"""Containers of which a notice can come: damage may leave it one."""

FIXTURES = sorted(path for path in READERS.glob("*/*") if path.suffix != ".json")
PRESS = [path for path in FIXTURES if path.parent.name not in OFFICIAL]
ROUNDS = int(os.environ.get("INTERDICT_FUZZ", "3"))
"""Damaged copies of each fixture that go into a record; set the variable for a longer run."""

NAMES = [
    GazetteerEntry("x-1", "Iron Heron Order", "Organization"),
    GazetteerEntry("x-2", "Ada Quill", "Person"),
]
EXTRACTION = Extraction(NAMES)
SECONDS = 2.0
"""No file of ordinary size may take longer."""


def read(tmp_path: Path, data: bytes) -> ReadFile:
    """What comes of a file, which has to come soon and be no fault of ours; spans are true."""
    path = tmp_path / "somewhere.txt"
    path.write_bytes(data)
    begun = time.process_time()
    found = EXTRACTION.read(path)
    assert time.process_time() - begun < SECONDS
    assert found.documents or found.errors
    assert not [error for error in found.errors if "fault in Interdict" in error]
    for one in found.documents:
        assert one.grounded is not None
        document = one.document
        for claim in one.grounded.claims:
            assert 0 <= claim.start < claim.end <= len(document.raw)
            raw = document.raw[claim.start : claim.end]
            assert claim.quote == raw or claim.quote in document.text
    return found


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: f"{p.parent.name}/{p.name}")
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32), how=st.sampled_from([damaged, disfigured]))
def test_damaged_files_give_true_claims_or_an_error(
    path: Path, seed: int, how: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No crash in extraction or grounding, no hang, no claim without its words."""
    assert callable(how)
    read(tmp_path_factory.mktemp("damaged"), how(path.read_bytes(), seed))


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace."""
    with Workspace(Config(tmp_path / "record"), lambda: datetime(2031, 6, 1, tzinfo=UTC)) as opened:
        yield opened


def test_no_damage_puts_a_designation_in_force(ws: Workspace, tmp_path: Path) -> None:
    """What only the press says stays announced or reported, however its file is broken."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, path in enumerate(PRESS * ROUNDS):
        how = (damaged, disfigured)[number % 2]
        (folder / f"{number}.txt").write_bytes(how(path.read_bytes(), number))
    reports = list(ws.documents.read([folder]))
    assert not [r.error for r in reports if r.error and "fault in Interdict" in r.error]
    assert any(report.outcome == "added" for report in reports)
    kinds = {report.document.kind for report in reports if report.document}
    assert DocumentKind.FR_NOTICE not in kinds
    view = ws.view(Times(date(2031, 6, 1), end_of_day(date(2031, 12, 31))))
    states = {state.name for _, state in ws.record.designations(view).announced()}
    assert states.isdisjoint({StateName.IN_FORCE, StateName.ENDED})
