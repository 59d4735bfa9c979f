"""Official lists in a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.model.dates import PartialDate, end_of_day
from interdict.workspace import Times, Workspace

Write = Callable[..., Path]

JANUARY, FEBRUARY = date(2024, 1, 10), date(2024, 2, 10)
NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace, at noon of one day."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def at(day: date) -> Times:
    """Everything known and held, about that day."""
    return Times(day, end_of_day(date(2024, 12, 31)))


def load(ws: Workspace, folder: Path, day: date = JANUARY) -> int:
    """Loads an edition; returns the statements it added."""
    return ws.lists.load("us_ofac_sdn", [folder], published_at=end_of_day(day)).added.statements


def test_a_load_reports_what_it_read(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Files with their rows, and the transaction."""
    steps: list[str] = []
    report = ws.lists.load(
        "us_ofac_sdn",
        [ofac_files(tmp_path / "a")],
        published_at=end_of_day(JANUARY),
        progress=steps.append,
    )
    parts = {p.part: (p.file_name, p.n_rows, p.n_records) for p in report.edition.parts}
    assert parts == {
        "entries": ("sdn.csv", 3, 3),
        "aliases": ("alt.csv", 2, 2),
        "addresses": ("add.csv", 3, 3),
    }
    assert (report.edition.published_on, report.seq) == (JANUARY, 1)
    assert report.added.statements > 20
    assert steps == ["reading", "recording", "linking"]


def test_files_may_be_named_one_by_one(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """In any order; a part that comes later joins its edition."""
    folder = ofac_files(tmp_path / "a")
    for name in ("sdn.csv", "alt.csv"):
        ws.lists.load("us_ofac_sdn", [folder / name], published_at=end_of_day(JANUARY))
    (status,) = ws.lists.status(at(JANUARY), "us_ofac_sdn")
    assert set(status.in_force) == {"entries", "aliases"}
    assert [e.seq for e in status.editions] == [1, 2]


def test_an_edition_without_a_date_is_refused(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Nothing is recorded."""
    folder = ofac_files(tmp_path / "a")
    with pytest.raises(InvalidInput, match=r"never guessed.*--edition"):
        ws.lists.load("us_ofac_sdn", [folder], published_at=None)
    assert ws.store.transactions() == []


def test_a_broken_file_leaves_nothing(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Not even the files that are whole."""
    folder = ofac_files(tmp_path / "a")
    with (folder / "alt.csv").open("ab") as file:
        file.write(b'101,9,"aka"\r\n')
    with pytest.raises(ReadError, match=r"alt\.csv, line \d+: 3 columns"):
        load(ws, folder)
    assert ws.store.transactions() == []


@pytest.mark.parametrize("there", ["missing.csv", "empty"])
def test_paths_that_hold_nothing_are_named(ws: Workspace, tmp_path: Path, there: str) -> None:
    """A file that is not there, and a folder that is empty."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InvalidInput, match=there.replace(".", r"\.")):
        load(ws, tmp_path / there)


def test_a_later_issue_of_one_day_needs_its_time(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Another file for the same part is no correction of it; with a time it is a later issue."""
    load(ws, ofac_files(tmp_path / "a"))
    changed = ofac_files(tmp_path / "b", [(101, "HARBOUR REAR", "", "SDGT", "", ("REAR",))])
    with pytest.raises(InvalidInput, match="--edition 2024-01-10T"):
        load(ws, changed)
    ws.lists.load("us_ofac_sdn", [changed], published_at=datetime(2024, 1, 10, 15, tzinfo=UTC))
    assert len(ws.store.transactions()) == 2


def test_loading_in_another_order_gives_the_same_record(tmp_path: Path, ofac_files: Write) -> None:
    """Parties, bounds, differences."""
    folders = {
        JANUARY: ofac_files(tmp_path / "a"),
        FEBRUARY: ofac_files(
            tmp_path / "b", [(101, "HARBOUR FRONT", "", "FTO", "", ("HF UNION",))]
        ),
    }
    seen = []
    for name, order in (("one", [JANUARY, FEBRUARY]), ("two", [FEBRUARY, JANUARY])):
        with Workspace(Config(tmp_path / name), lambda: NOW) as ws:
            for day in order:
                load(ws, folders[day], day)
            seen.append(
                (
                    [list(ws.view(at(day)).entities()) for day in (JANUARY, date(2024, 3, 1))],
                    ws.view(at(FEBRUARY)).history("us_ofac_sdn-102"),
                    ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY)),
                )
            )
    assert seen[0] == seen[1]
    assert seen[0][1]


def test_a_difference_names_what_came_went_and_changed(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """With the publisher's ids, and the statements that began and ended."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "Website www.other.example.", ("FRONT OF THE HARBOUR",)),
        (103, "GREY HERON", "vessel", "IFSR",
         "Vessel Registration Identification IMO 9999991.", ()),
        (104, "SECOND PIER", "", "SDGT", "", ()),
    ]  # fmt: skip
    load(ws, ofac_files(tmp_path / "b", later), FEBRUARY)
    found = ws.lists.diff("us_ofac_sdn", date(2024, 1, 20), date(2024, 2, 20), at(FEBRUARY))
    assert (str(found.before), str(found.after)) == ("2024-01-10", "2024-02-10")
    assert found.added == (("104", "SECOND PIER"),)
    assert [record_id for record_id, _ in found.removed] == ["102"]
    (change,) = found.changed
    assert change.record_id == "101"
    assert [(s.prop, s.value) for s in change.began] == [("website", "www.other.example")]
    assert [(s.prop, s.value) for s in change.ended] == [("website", "www.front.example")]
    back = ws.lists.diff("us_ofac_sdn", FEBRUARY, JANUARY, at(FEBRUARY))
    assert (back.added, [i for i, _ in back.removed]) == (found.removed, ["104"])


def test_a_difference_needs_two_covered_days(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Also by what was known: before publication there is no edition."""
    with pytest.raises(InvalidInput, match="not loaded"):
        ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    load(ws, ofac_files(tmp_path / "a"))
    with pytest.raises(InvalidInput, match="no edition on or before 2024-01-09"):
        ws.lists.diff("us_ofac_sdn", date(2024, 1, 9), FEBRUARY, at(FEBRUARY))
    unknown = replace(at(FEBRUARY), known_at=end_of_day(date(2024, 1, 9)))
    with pytest.raises(InvalidInput, match="no edition on or before 2024-01-20"):
        ws.lists.diff("us_ofac_sdn", date(2024, 1, 20), FEBRUARY, unknown)


def test_status_gives_age_and_counts(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Of the edition that answers the day, by part, and by programme where asked."""
    load(ws, ofac_files(tmp_path / "a"))
    (status,) = ws.lists.status(at(date(2024, 1, 15)), "us_ofac_sdn", programmes=True)
    assert (status.status, str(status.edition), status.age_days) == ("covered", "2024-01-10", 5)
    assert status.in_force["entries"][1].n_records == 3
    (counts,) = status.programmes.values()
    assert counts == {
        "FTO": {"entries": 1, "Person": 1},
        "IFSR": {"entries": 1, "Vessel": 1},
        "SDGT": {"entries": 2, "Organization": 1, "Person": 1},
    }
    (before,) = ws.lists.status(at(date(2024, 1, 9)), "us_ofac_sdn")
    assert (before.status, before.edition, before.age_days) == ("before_first_edition", None, None)
    assert before.editions


def test_rows_without_their_entry_are_held_aside(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Aliases of a day whose entries are of an earlier day: only the strangers are counted."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "", ("HF UNION",)),
        (909, "STRANGER", "", "SDGT", "", ("THE STRANGE ONE",)),
    ]
    folder = ofac_files(tmp_path / "b", later)
    report = ws.lists.load("us_ofac_sdn", [folder / "alt.csv"], published_at=end_of_day(FEBRUARY))
    (part,) = report.edition.parts
    (signal,) = part.signals
    assert (signal.kind, signal.count) == ("held_aside", 1)
    assert "909" in signal.sample
    view = ws.view(at(FEBRUARY))
    assert view.entity("us_ofac_sdn-909") is None
    entity = view.entity("us_ofac_sdn-101")
    assert entity is not None
    assert entity.get("alias") == ["HF UNION"]


def test_an_unknown_list_is_not_found(ws: Workspace) -> None:
    """The known ones are named."""
    with pytest.raises(NotFound, match=r"'nope'.*us_ofac_sdn"):
        ws.lists.load("nope", [], published_at=None)
    with pytest.raises(NotFound, match="'nope'"):
        ws.lists.status(at(JANUARY), "nope")


def test_the_bundled_record_needs_no_files(ws: Workspace) -> None:
    """It speaks about every day, and has no age."""
    report = ws.lists.load("bundled", [], published_at=None)
    assert report.added.statements > 500
    times = Times(date(1999, 1, 1), end_of_day(report.edition.published_on))
    (status,) = ws.lists.status(times, "bundled")
    assert (status.status, status.age_days) == ("covered", None)


def test_a_load_that_ended_before_linking_is_linked_by_the_next(
    ws: Workspace,
    tmp_path: Path,
    articles: Path,
    ofac_files: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Loading again adds no statement, but joins what the first run did not come to."""
    list(ws.documents.read([articles / "wire.txt"]))
    with monkeypatch.context() as patch:
        patch.setattr("interdict.workspace.lists.link", lambda _: 0)
        load(ws, ofac_files(tmp_path / "a"))
    assert ws.view(at(JANUARY)).canonical("doc-harbour-front") == "doc-harbour-front"
    again = ws.lists.load("us_ofac_sdn", [tmp_path / "a"], published_at=end_of_day(JANUARY))
    assert again.added.already_held
    assert again.n_linked > 0
    assert ws.view(at(JANUARY)).canonical("doc-harbour-front") == "us_ofac_sdn-101"


def test_presence_has_both_bounds_of_the_editions(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """A date between two editions rests on the first and names the second."""
    load(ws, ofac_files(tmp_path / "a"))
    load(ws, ofac_files(tmp_path / "b", [(104, "SECOND PIER", "", "SDGT", "", ("P2",))]), FEBRUARY)
    entity = ws.view(at(date(2024, 1, 31))).entity("us_ofac_sdn-101")
    assert entity is not None
    presence = next(h.presence for h in entity.held if h.statement.prop == "name")
    assert presence is not None
    assert presence.last_seen == PartialDate.of(JANUARY)
    assert presence.absent_after == PartialDate.of(FEBRUARY)
    assert ws.view(at(FEBRUARY)).entity("us_ofac_sdn-101") is None
