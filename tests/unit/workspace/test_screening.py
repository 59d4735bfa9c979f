"""Screening against a workspace's record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.errors import NotFound
from interdict.model.dates import end_of_day
from interdict.model.designation import StateName
from interdict.model.match import Party
from interdict.screening.answer import ALERT, CLEAR, NOT_COVERED
from interdict.workspace import Times, Workspace

NOW = datetime(2024, 6, 1, tzinfo=UTC)
GRAU = Party(("Anselm Grau",), schema="Person", birth_date="1961-03-14")
GROUP = Party(("Harbour Front",))
STRANGER = Party(("Quite Somebody Else",))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, ofac_files: Callable[..., Path]) -> Path:
    """A record of a list of January, and one of February without the person on it."""
    folder = tmp_path_factory.mktemp("filled")
    with Workspace(Config(folder / "record"), lambda: NOW) as opened:
        load(opened, ofac_files(folder / "a"), date(2024, 1, 10))
        later = [(101, "HARBOUR FRONT", "", "SDGT", "", ("FRONT OF THE HARBOUR",))]
        load(opened, ofac_files(folder / "b", later), date(2024, 2, 10))
    return folder / "record"


@pytest.fixture
def ws(filled: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of that record, opened."""
    shutil.copytree(filled, tmp_path / "record")
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def load(ws: Workspace, folder: Path, day: date) -> None:
    ws.lists.load("us_ofac_sdn", [folder], published_at=end_of_day(day))


def on(day: str, known: str = "2024-12-31", held: int | None = None) -> Times:
    return Times(date.fromisoformat(day), end_of_day(date.fromisoformat(known)), held)


def test_a_hit_carries_row_bounds_and_designations(ws: Workspace) -> None:
    """Everything needed to look it up."""
    answer = ws.screening.screener(on("2024-01-15")).screen(GRAU)
    assert answer.status == ALERT
    (hit,) = answer.hits
    match = hit.match
    assert (match.entity_id, match.statement.record_id) == ("us_ofac_sdn-102", "102")
    assert match.presence is not None
    assert (match.presence.file, match.presence.line) == ("sdn.csv", 2)
    assert (str(match.presence.last_seen), str(match.presence.absent_after)) == (
        "2024-01-10",
        "2024-02-10",
    )
    assert {d.programme for d, _ in hit.designations} == {"US-FTO", "US-SDGT"}
    assert {s.name for _, s in hit.designations} == {StateName.IN_FORCE}
    assert sum(part.points for part in match.parts) == match.score


@pytest.mark.parametrize(
    ("times", "status"),
    [
        (on("2024-01-15"), ALERT),
        (on("2024-02-10"), CLEAR),
        (on("2024-01-09"), NOT_COVERED),
        (on("2024-02-15", known="2024-02-01"), ALERT),
        (on("2024-02-15", known="2024-01-09"), NOT_COVERED),
        (on("2024-02-15", held=1), ALERT),
        (on("2024-02-15", held=0), NOT_COVERED),
    ],
)
def test_each_of_the_three_times_decides(ws: Workspace, times: Times, status: str) -> None:
    """What held, among what was published, among what we had."""
    answer = ws.screening.screener(times).screen(GRAU)
    assert answer.status == status
    if status == NOT_COVERED:
        assert answer.warnings


def test_who_is_not_there_is_clear_only_where_a_source_speaks(ws: Workspace) -> None:
    """And never before the first edition."""
    assert ws.screening.screener(on("2024-01-15")).screen(STRANGER).status == CLEAR
    assert ws.screening.screener(on("2024-01-09")).screen(STRANGER).status == NOT_COVERED


def test_threshold_and_limit_are_those_asked_for(ws: Workspace) -> None:
    """A weaker likeness appears below, a limit says that there may be more."""
    likeness = Party(("Anselm Graf",))
    strict = ws.screening.screener(on("2024-01-15"), threshold=9_500).screen(likeness)
    loose = ws.screening.screener(on("2024-01-15"), threshold=3_000).screen(likeness)
    assert strict.hits == ()
    assert [hit.match.entity_id for hit in loose.hits] == ["us_ofac_sdn-102"]
    both = Party(("Harbour Front", "Grey Heron"))
    one = ws.screening.screener(on("2024-01-15"), limit=1).screen(both)
    assert len(one.hits) == 1
    assert any("best matches" in warning for warning in one.warnings)


def test_only_the_datasets_asked_for_are_screened_against(ws: Workspace) -> None:
    """By name or alias; coverage tells of them alone, an unknown one is not found."""
    for name in ("us_ofac_sdn", "US-OFAC-SDN"):
        answer = ws.screening.screener(on("2024-01-15"), datasets=frozenset({name})).screen(GRAU)
        assert answer.status == ALERT
        assert [c.dataset for c in answer.coverage] == ["us_ofac_sdn"]
    other = ws.screening.screener(on("2024-01-15"), datasets=frozenset({"un_sc"})).screen(GRAU)
    assert (other.status, other.hits) == (NOT_COVERED, ())
    with pytest.raises(NotFound, match="'us_nope'"):
        ws.screening.screener(on("2024-01-15"), datasets=frozenset({"us_nope"}))


def test_a_party_of_list_and_documents_is_one_hit(ws: Workspace, articles: Path) -> None:
    """Joined by name, under the list's id, with the designations of both."""
    list(ws.documents.read([articles / "wire.txt"]))
    (hit,) = ws.screening.screener(on("2024-03-06")).screen(GROUP).hits
    assert hit.match.entity_id == "us_ofac_sdn-101"
    states = {d.programme: s.name for d, s in hit.designations}
    assert states == {"US-FTO": StateName.PENDING, "US-SDGT": StateName.IN_FORCE}


def test_an_empty_record_answers_that_nothing_is_covered(tmp_path: Path) -> None:
    """With a warning for the list that programmes rest on."""
    with Workspace(Config(tmp_path / "empty"), lambda: NOW) as ws:
        answer = ws.screening.screener(on("2024-01-15")).screen(STRANGER)
    assert (answer.status, answer.held_at) == (NOT_COVERED, 0)
    assert {c.status for c in answer.coverage} == {"not_loaded"}
    assert any("us_ofac_sdn" in warning for warning in answer.warnings)


def test_a_wallet_speaks_for_its_holder(
    ws: Workspace, tmp_path: Path, ofac_files: Callable[..., Path]
) -> None:
    """The address of a listed party's wallet finds the party."""
    address = "1InventedAddressOfNobodyAtAll"
    rows = [
        (201, "PIER BANK", "", "SDGT", f"Digital Currency Address - XBT {address}.", ("BANK PIER",))
    ]
    load(ws, ofac_files(tmp_path / "c", rows), date(2024, 3, 10))
    answer = ws.screening.screener(on("2024-03-15")).screen(Party((), identifiers=(address,)))
    assert [hit.match.entity_id for hit in answer.hits] == ["us_ofac_sdn-201"]
