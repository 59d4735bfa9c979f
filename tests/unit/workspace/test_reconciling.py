"""Questions of a workspace: compared, resolved by name, taken back; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound
from interdict.model.dates import end_of_day
from interdict.reconcile.questions import Question
from interdict.reconcile.relations import Relation
from interdict.reconcile.review_order import Reason
from interdict.workspace import Times, Workspace

NOW = datetime(2024, 6, 1, tzinfo=UTC)
KEY = "designation.begins|doc-harbour-front|US-FTO"
TIMES = Times(date(2024, 3, 6), end_of_day(date(2024, 12, 31)))


@pytest.fixture
def ws(articles: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A record of the two articles of the press, which date one beginning differently."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        list(opened.documents.read([articles / "wire.txt", articles / "ledger.txt"]))
        yield opened


def begins(ws: Workspace, times: Times = TIMES, policy: str | None = None):  # type: ignore[no-untyped-def]
    """The question when the announced designation begins."""
    (found,) = [c for c in ws.record.conflicts(times, policy=policy) if c.question.key == KEY]
    return found


def test_a_resolution_is_shown_first_and_removes_nothing(ws: Workspace) -> None:
    """Both answers stay; before it was given, it was not held; taken back, the policy answers."""
    policy = begins(ws).settled
    assert policy.value == "2024-03-12"
    before = len(ws.store.transactions())
    ws.record.reconciling.resolve(KEY, "2024-03-11", by="Ann", reason="read the notice")
    resolved = begins(ws)
    assert resolved.settled.value == "2024-03-11"
    assert resolved.settled.resolution is not None
    assert resolved.settled.resolution.by == "Ann"
    assert {a.value for a in resolved.question.answers} == {"2024-03-11", "2024-03-12"}
    assert resolved.question.relation is Relation.CONFLICT
    assert begins(ws, Times(TIMES.as_of, TIMES.known_at, before)).settled == policy
    ws.record.reconciling.resolve(KEY, None, by="Ben", reason="another notice")
    assert begins(ws).settled == policy
    words = ws.record.everything().resolutions()
    assert [(w.value, w.by) for w in words] == [("2024-03-11", "Ann"), (None, "Ben")]


@pytest.mark.parametrize(
    ("key", "value", "by", "reason", "error", "says"),
    [
        ("count.killed|doc-nobody", "3", "Ann", "x", NotFound, "no source answers"),
        (KEY, "2024-03-11", " ", "x", InvalidInput, "--by"),
        (KEY, "2024-03-11", "Ann", "", InvalidInput, "--reason"),
        (KEY, " ", "Ann", "x", InvalidInput, "--undo"),
        (KEY, None, "Ann", "x", InvalidInput, "no resolution is in force"),
    ],
)
def test_a_resolution_of_nothing_or_by_nobody_is_refused(
    ws: Workspace, key: str, value: str | None, by: str, reason: str, error: type[Exception],
    says: str,
) -> None:  # fmt: skip
    """Nothing is recorded."""
    before = ws.store.transactions()
    with pytest.raises(error, match=says):
        ws.record.reconciling.resolve(key, value, by=by, reason=reason)
    assert ws.store.transactions() == before


def test_the_review_list_empties_as_questions_are_resolved(ws: Workspace) -> None:
    """The contradiction comes first, then the designation that is to come."""
    waiting = ws.record.reconciling.review(TIMES)
    assert [w.reason for w in waiting][:2] == [Reason.CORE_CONFLICT, Reason.NEW_DESIGNATION]
    assert waiting[0].reference == KEY
    ws.record.reconciling.resolve(KEY, "2024-03-11", by="Ann", reason="read the notice")
    assert KEY not in {w.reference for w in ws.record.reconciling.review(TIMES)}


def test_what_is_pending_shows_how_its_sources_differ(ws: Workspace) -> None:
    """With the day that the policy shows first."""
    (pending,) = ws.record.pending(TIMES)
    assert pending.begins is not None
    assert pending.begins.question.relation is Relation.CONFLICT
    assert pending.begins.settled.value == "2024-03-12"


def test_an_unknown_policy_is_refused(ws: Workspace) -> None:
    """The message names those that there are."""
    with pytest.raises(NotFound, match="conservative"):
        ws.record.conflicts(TIMES, policy="loudest")


def question(ws: Workspace) -> Question:
    """The question when the announced designation begins, whether its sources differ or not."""
    compared = ws.record.reconciling.compared(ws.view(TIMES), everything=True)
    (found,) = [c.question for c in compared if c.question.key == KEY]
    return found


def test_five_near_copies_of_an_article_are_one_source(articles: Path, tmp_path: Path) -> None:
    """A reprint with another headline, a line left out or a word changed says nothing anew."""
    wire = (articles / "wire.txt").read_text()
    lines = wire.split("\n")
    copies = {
        "a.txt": wire,
        "b.txt": wire + "\nAdvertisement\n",
        "c.txt": "\n".join(lines[:-2]) + "\nMore as we get it.\n",
        "d.txt": wire.replace(" the ", " that ", 1),
        "e.txt": wire.replace("\n", "\r\n"),
    }
    folder = tmp_path / "copies"
    folder.mkdir()
    for name, text in copies.items():
        (folder / name).write_text(text, newline="")
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as ws:
        reports = list(ws.documents.read([folder]))
        assert [report.outcome for report in reports] == ["added"] * len(copies)
        found = question(ws)
        assert {citation.source for a in found.answers for citation in a.citations} == set(copies)
        assert found.n_sources == 1
        list(ws.documents.read([articles / "ledger.txt"]))
        assert question(ws).n_sources == 2
