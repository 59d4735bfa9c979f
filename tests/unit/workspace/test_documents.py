"""Documents in a workspace: read, looked at, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.documents import read_document
from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.model.dates import end_of_day
from interdict.model.source import DocumentKind
from interdict.reconcile.ground import NameTable
from interdict.workspace import Times, Workspace
from interdict.workspace.documents import files_of, not_read
from interdict.workspace.reading import MAX_DOCUMENT_BYTES, Attested, load_all

NOW = datetime(2024, 6, 1, tzinfo=UTC)
GROUP = "doc-harbour-front"
TREASURY = Attested("2024-01-20", "US Department of the Treasury", DocumentKind.PRESS_RELEASE)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace, at noon of one day."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def states(ws: Workspace, day: str, held: int | None = None) -> dict[str, str]:
    """The group's designations by programme."""
    times = Times(date.fromisoformat(day), end_of_day(date(2024, 12, 31)), held)
    view = ws.view(times)
    return {d.programme: s.name.value for d, s in ws.record.designations(view).of(GROUP)}


def load_list(ws: Workspace, files: Path) -> None:
    """An edition of OFAC's list, of a day before the articles."""
    ws.lists.load("us_ofac_sdn", [files], published_at=end_of_day(date(2024, 1, 10)))


def test_each_file_is_reported(ws: Workspace, articles: Path) -> None:
    """With what it is and how many claims it makes; again, it is held already."""
    reports = {r.file: r for r in ws.documents.read([articles])}
    assert list(reports) == ["ledger.txt", "notice.md", "release.txt", "wire.txt"]
    assert {r.outcome for r in reports.values()} == {"added"}
    assert all(r.n_claims > 0 for r in reports.values())
    notice = reports["notice.md"].document
    assert notice is not None
    assert (notice.kind, notice.published) == (DocumentKind.FR_NOTICE, "2024-03-11")
    held = len(ws.store.transactions())
    assert {r.outcome for r in ws.documents.read([articles])} == {"already_held"}
    assert len(ws.store.transactions()) == held


def test_a_release_speaks_for_its_issuer_only_if_attested(ws: Workspace, articles: Path) -> None:
    """The same text, read without and then with somebody's word for what it is."""
    list(ws.documents.read([articles / "release.txt"]))
    assert states(ws, "2024-02-01").get("US-SDGT") != "in_force"
    (report,) = ws.documents.read([articles / "release.txt"], TREASURY)
    assert report.outcome == "added"
    assert report.document is not None
    assert (report.document.published_from, report.document.publisher_from) == ("user", "user")
    assert states(ws, "2024-02-01")["US-SDGT"] == "in_force"
    assert states(ws, "2024-01-19")["US-SDGT"] != "in_force"


def test_an_attested_date_must_be_one(ws: Workspace, articles: Path) -> None:
    """Before anything is read."""
    with pytest.raises(InvalidInput, match="soon"):
        list(ws.documents.read([articles], Attested(published="soon")))
    assert ws.store.transactions() == []


def test_a_broken_file_harms_no_other(ws: Workspace, articles: Path) -> None:
    """It is reported by name with the reason."""
    (articles / "a.txt").write_bytes(b"\x00\x01\x02" * 99)
    (articles / "b.txt").write_bytes(b"")
    reports = {r.file: r for r in ws.documents.read([articles])}
    failed = {name for name, r in reports.items() if r.outcome == "failed"}
    assert failed == {"a.txt", "b.txt"}
    for name in failed:
        assert name in str(reports[name].error)
    assert states(ws, "2024-03-12")["US-FTO"] == "in_force"


def test_claims_leave_no_record(ws: Workspace, articles: Path) -> None:
    """And tie every claim to its document."""
    for document, claims in ws.documents.claims([articles]):
        assert claims
        for claim in claims:
            assert claim.document_id == document.sha256
            assert document.raw[claim.start : claim.end] == claim.quote
    assert not ws.config.database.exists()


@pytest.mark.parametrize("by", ["name", "hash", "beginning"])
def test_a_document_is_taken_back_by_any_of_its_names(
    ws: Workspace, articles: Path, by: str
) -> None:
    """What rested on it alone ends from then on; what was held before is as it was."""
    list(ws.documents.read([articles / "wire.txt", articles / "notice.md"]))
    sha256 = read_document((articles / "notice.md").read_bytes(), file_name="notice.md").sha256
    reference = {"name": "notice.md", "hash": sha256, "beginning": sha256[:10]}[by]
    assert states(ws, "2024-03-12")["US-FTO"] == "in_force"
    held = len(ws.store.transactions())
    ws.documents.withdraw(reference, reason="a test", by="Ada", shred=False)
    assert states(ws, "2024-03-12")["US-FTO"] == "due_unconfirmed"
    assert states(ws, "2024-03-12", held)["US-FTO"] == "in_force"


def test_a_shredded_document_leaves_no_word(ws: Workspace, articles: Path, tmp_path: Path) -> None:
    """Neither its text nor its quotes are in the file of the record; its hash and spans are."""
    said = "“We have never been anywhere near that harbour,” Grau said."
    with (articles / "ledger.txt").open("a") as ledger:
        ledger.write(f"\n{said}\n")
    list(ws.documents.read([articles / "ledger.txt"]))
    held = ws.documents.withdraw("ledger.txt", reason="court order", by="Ada", shred=True)
    record = ws.store.view(as_of=date.max, known_at=NOW)
    document = record.document(held.document.sha256)
    assert document is not None
    assert (document.document.raw, document.document.text) == ("", "")
    assert document.withdrawn == "court order (Ada)"
    before = ws.store.view(as_of=date.max, known_at=NOW, held_at=1)
    assert all(claim.quote == "" for claim in before.claims())
    assert "statement.direct" in {claim.kind for claim in before.claims()}
    ws.store.close()
    for file in (tmp_path / "record").iterdir():
        for words in (b"never been anywhere", b"plans to designate", b"will take effect"):
            assert words not in file.read_bytes()


def test_a_document_withdrawn_can_be_read_again(ws: Workspace, articles: Path) -> None:
    """It speaks again from then on."""
    list(ws.documents.read([articles / "notice.md"]))
    ws.documents.withdraw("notice.md", reason="mistaken", by="Ada", shred=False)
    assert states(ws, "2024-03-12").get("US-FTO") != "in_force"
    (report,) = ws.documents.read([articles / "notice.md"])
    assert report.outcome == "added"
    assert states(ws, "2024-03-12")["US-FTO"] == "in_force"


def test_what_is_not_held_cannot_be_taken_back(ws: Workspace, articles: Path) -> None:
    """Nor what a name leaves open."""
    with pytest.raises(NotFound, match=r"missing\.txt"):
        ws.documents.withdraw("missing.txt", reason="r", by="Ada", shred=False)
    list(ws.documents.read([articles / "wire.txt"]))
    other = articles / "other"
    other.mkdir()
    text = (articles / "ledger.txt").read_text("utf-8")
    (other / "wire.txt").write_text(text, "utf-8")
    list(ws.documents.read([other / "wire.txt"]))
    with pytest.raises(InvalidInput, match="2 documents"):
        ws.documents.withdraw("wire.txt", reason="r", by="Ada", shred=False)


def test_a_read_that_ended_before_linking_is_linked_by_the_next(
    ws: Workspace,
    tmp_path: Path,
    articles: Path,
    ofac_files: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reading again adds nothing, but joins what the first run did not come to."""
    load_list(ws, ofac_files(tmp_path / "a"))
    with monkeypatch.context() as patch:
        patch.setattr("interdict.workspace.documents.link", lambda *_: 0)
        list(ws.documents.read([articles / "wire.txt"]))
    assert ws.record.everything().canonical(GROUP) == GROUP
    (report,) = ws.documents.read([articles / "wire.txt"])
    assert report.outcome == "already_held"
    assert ws.record.everything().canonical(GROUP) == "us_ofac_sdn-101"


def test_a_list_that_is_loaded_meanwhile_is_linked_to(
    ws: Workspace,
    tmp_path: Path,
    articles: Path,
    ofac_files: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Names of lists are read once for a run, unless somebody loads a list before its end."""
    with Workspace(ws.config, lambda: NOW) as first:  # so that there is a record to read names of
        list(first.documents.read([articles / "notice.md"]))
    reading = ws.documents.read([articles / "wire.txt"])
    next(reading)
    with monkeypatch.context() as patch, Workspace(ws.config, lambda: NOW) as other:
        patch.setattr("interdict.workspace.lists.link", lambda *_: 0)
        load_list(other, ofac_files(tmp_path / "a"))
    assert ws.record.everything().canonical(GROUP) == GROUP
    assert list(reading) == []
    assert ws.record.everything().canonical(GROUP) == "us_ofac_sdn-101"


def test_parties_of_lists_and_documents_are_linked_by_names_read_before(
    ws: Workspace, tmp_path: Path, articles: Path, ofac_files: Callable[..., Path]
) -> None:
    """Those of the lists; of documents what stands in the record at the end counts."""
    load_list(ws, ofac_files(tmp_path / "a"))
    list(ws.documents.read([articles / "wire.txt"]))
    assert ws.record.everything().canonical(GROUP) == "us_ofac_sdn-101"
    everything, documents = ws.record.everything(), ws.record.everything(datasets=frozenset())
    whole = NameTable(everything)
    assert sorted(NameTable(documents, whole).parties) == sorted(whole.parties)
    assert {h.statement.dataset for h in documents.held(frozenset({"name"}))} == {"documents"}


def test_files_are_listed_once_and_hidden_ones_left_out(tmp_path: Path) -> None:
    """A folder's own files, in order of name, not those below it."""
    for name in ("b.txt", "a.txt", ".hidden", "below/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = files_of([tmp_path / "b.txt", tmp_path])
    assert [path.name for path in found] == ["b.txt", "a.txt"]
    with pytest.raises(InvalidInput, match=r"none\.txt"):
        files_of([tmp_path / "none.txt"])
    with pytest.raises(InvalidInput, match="no file"):
        files_of([tmp_path / ".hidden"])


def test_what_a_folder_holds_and_is_not_read_is_named(ws: Workspace, tmp_path: Path) -> None:
    """Folders below it, and links that lead nowhere."""
    folder = tmp_path / "texts"
    (folder / "answers").mkdir(parents=True)
    with pytest.raises(InvalidInput, match=r"no file to read.*answers"):
        files_of([folder])
    (folder / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (report,) = ws.documents.read([folder])
    assert (report.file, report.outcome) == ("lost.txt", "failed")
    assert "answers" in (not_read([folder]) or "")
    assert not_read([folder, folder / "answers"]) is None


def test_a_file_too_large_for_a_document_is_refused(tmp_path: Path) -> None:
    """Before it is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    with pytest.raises(ReadError, match=r"large\.txt.*20 MB"):
        load_all(path)
