"""Files on their way into the record: several at once, again, and without their texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.workspace import Workspace, parallel
from interdict.workspace.documents import Attested, HowToRead
from interdict.workspace.parallel import MIN_FILES, read_files
from interdict.workspace.reading import Extraction, ReadFile

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SECRET = "Nobody quotes this unmistakable sentence."


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace, at noon of one day."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


@pytest.fixture
def many(tmp_path: Path, articles: Path) -> Path:
    """A folder of enough files for several processes, one of them broken."""
    folder = tmp_path / "many"
    folder.mkdir()
    wire = (articles / "wire.txt").read_text("utf-8")
    for number in range(MIN_FILES + 4):
        (folder / f"{number:03}.txt").write_text(f"{wire}\nThis is number {number}.\n", "utf-8")
    (folder / "007.txt").write_bytes(b"\x00\x01" * 50)
    return folder


def held_words(ws: Workspace) -> bytes:
    """Everything in the files of the record."""
    ws.close()
    return b"".join(p.read_bytes() for p in ws.config.workspace.iterdir() if p.is_file())


def test_several_processes_read_as_one(many: Path) -> None:
    """The same documents and claims, in the order of the files."""
    files = sorted(many.iterdir())
    alone = list(read_files(files, Extraction(), workers=1))
    together = list(read_files(files, Extraction(), workers=2))
    assert together == alone
    assert [read.name for read in alone] == [path.name for path in files]
    assert [bool(read.errors) for read in alone] == [path.name == "007.txt" for path in files]


def _dies_of_one(paths: list[Path]) -> list[ReadFile]:
    """Stands in for a reader that takes its process with it."""
    if any(path.name == "005.txt" for path in paths):
        os._exit(1)
    return [ReadFile(path.name) for path in paths]


def test_a_process_that_dies_costs_one_file(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of its batch, and those that wait, are read all the same."""
    monkeypatch.setattr(parallel, "_read_batch", _dies_of_one)
    files = sorted(many.iterdir())
    found = list(read_files(files, Extraction(), workers=2))
    assert [read.name for read in found] == [path.name for path in files]
    failed = [read for read in found if read.errors]
    assert [read.name for read in failed] == ["005.txt"]
    assert "has died" in failed[0].errors[0]


def test_a_run_that_was_broken_off_goes_on(ws: Workspace, many: Path) -> None:
    """What is held is not read anew; the rest is, and nothing twice."""
    run = ws.documents.read([many])
    for _ in range(5):
        next(run)
    run.close()
    assert len(ws.record.everything().documents()) == 5
    outcomes = [report.outcome for report in ws.documents.read([many])]
    assert outcomes.count("already_held") == 5
    assert outcomes.count("failed") == 1
    assert len(ws.record.everything().documents()) == MIN_FILES + 3


def test_the_same_bytes_under_two_names_are_one_document(ws: Workspace, articles: Path) -> None:
    """Also within one run."""
    wire = (articles / "wire.txt").read_bytes()
    (articles / "copy of wire.txt").write_bytes(wire)
    reports = {r.file: r.outcome for r in ws.documents.read([articles])}
    assert reports["copy of wire.txt"] == "added"
    assert reports["wire.txt"] == "already_held"
    assert len(ws.record.everything().documents()) == 4


def test_held_documents_are_extracted_again_when_asked(ws: Workspace, articles: Path) -> None:
    """Which adds nothing unless something else is found."""
    list(ws.documents.read([articles / "wire.txt"]))
    (held,) = ws.documents.read([articles / "wire.txt"])
    assert (held.outcome, held.n_claims) == ("already_held", None)
    (again,) = ws.documents.read([articles / "wire.txt"], Attested(), HowToRead(again=True))
    assert again.outcome == "already_held"
    assert again.n_claims


def test_every_document_of_a_file_is_read(ws: Workspace, tmp_path: Path, articles: Path) -> None:
    """Each with its place, and what is broken beside them."""
    feed = tmp_path / "feed.txt"
    feed.write_text('{"text": "One thing."}\n{"text": \n{"text": "Another thing."}\n', "utf-8")
    reports = [(r.file, r.outcome) for r in ws.documents.read([feed])]
    assert sorted(reports) == [
        ("feed.txt", "failed"), ("feed.txt#1", "added"), ("feed.txt#3", "added")
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["option", "setting", "neither"])
def test_only_quoted_spans_are_kept_where_that_is_wanted(
    tmp_path: Path, articles: Path, by: str
) -> None:
    """From the start: no other word of the text ever reaches the files of the record."""
    text = (articles / "wire.txt").read_text("utf-8")
    (articles / "wire.txt").write_text(f"{text}\n{SECRET}\n", "utf-8")
    config = Config(tmp_path / "record", spans_only=by == "setting")
    with Workspace(config, lambda: NOW) as ws:
        how = HowToRead(spans_only=by == "option")
        (report,) = ws.documents.read([articles / "wire.txt"], Attested(), how)
        claims = ws.record.everything().claims()
        assert report.document is not None
        held = ws.record.everything().document(report.document.sha256)
    assert report.n_claims == len(claims) > 0
    assert all(claim.quote in text for claim in claims)
    assert held is not None
    words = held_words(ws)
    assert claims[0].quote.encode() in words
    if by == "neither":
        assert SECRET.encode() in words
        assert SECRET in held.document.raw
    else:
        assert SECRET.encode() not in words
        assert (held.document.raw, held.document.text) == ("", "")
        assert held.document.segments


def test_a_fault_of_a_reader_is_told_and_harms_no_other(
    ws: Workspace, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it raises: the file is named, with what went wrong."""
    from interdict.workspace import reading

    load = reading.load_all

    def broken(path: Path) -> object:
        if path.name == "wire.txt":
            raise ZeroDivisionError("by zero")
        return load(path)

    monkeypatch.setattr(reading, "load_all", broken)
    reports = {r.file: r for r in ws.documents.read([articles])}
    assert reports["wire.txt"].outcome == "failed"
    assert "ZeroDivisionError: by zero" in str(reports["wire.txt"].error)
    assert sum(r.outcome == "added" for r in reports.values()) == 3
