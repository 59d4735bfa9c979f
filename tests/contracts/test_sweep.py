"""The sweep of every store: the whole history, in the order in which it was appended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from interdict.model.claim import Claim
from interdict.model.dates import PartialDate
from interdict.model.source import (
    Block,
    Document,
    DocumentKind,
    Edition,
    EditionPart,
    Segment,
)
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, Judgement, PartContent
from interdict.store.membership import Membership
from interdict.store.memory import MemoryStore
from interdict.store.sql import SqlStore
from interdict.store.sweep import Sweep


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by an hour whenever it is read."""
    at = datetime(2026, 1, 1, tzinfo=UTC)

    def tick() -> datetime:
        nonlocal at
        at += timedelta(hours=1)
        return at

    return tick


def said(record: str, prop: str, value: str) -> Statement:
    return Statement("mylist", f"mylist-{record}", "Organization", prop, value, record_id=record)


ALFA, BRAVO = said("1", "name", "Alfa Front"), said("2", "name", "Bravo Brigade")
ALIAS = said("2", "alias", "The Second Brigade")
TOLD = Statement(
    "documents", "doc-x", "Organization", "name", "Xeno", document_id="d" * 64, start=0, end=4
)


def load(store: Any, day: str, part: str, *statements: Statement) -> None:
    """One file of an edition; statements stand on lines 1, 2, 3 ..."""
    described = EditionPart(part, f"{part}.csv", f"{day}{part}", len(statements), 1)
    content = PartContent(described, [(s, line) for line, s in enumerate(statements, start=1)])
    with store.write("list load", day) as writer:
        writer.add_edition(Edition.dated("mylist", date.fromisoformat(day)), [content])


def article(published: str | None = "2020-02-03") -> Document:
    text = "Some words."
    return Document(
        sha256="d" * 64,
        file_name="article.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
    )


def claim(kind: str) -> Claim:
    return Claim(
        doc="article.txt",
        kind=kind,
        start=0,
        end=4,
        quote="Some",
        rule="test",
        subject="X",
        subject_id="doc-x",
        document_id="d" * 64,
    )


def fill(store: Any) -> Any:
    """Eight transactions: three editions out of order, readings, words of reviewers."""
    load(store, "2020-03-01", "entries", ALFA, BRAVO)
    load(store, "2020-01-01", "entries", ALFA)
    with store.write("read", "article.txt") as writer:
        writer.add_document(article(), [claim("alias"), claim("designation.announced")], [TOLD])
    with store.write("read", "article.txt") as writer:
        writer.add_document(article(None), [claim("designation.announced")], [TOLD])
    with store.write("judge", "") as writer:
        writer.add_judgement(Judgement("doc-x", "mylist-1", True, "R", "same name"))
    with store.write("withdraw", "") as writer:
        writer.withdraw("d" * 64, reason="asked", by="R", shred=False)
    with store.write("confirm", "") as writer:
        day = PartialDate.parse("2020-05-01")
        writer.add_confirmation(Confirmation("mylist-1", "US-FTO", "published", day, "R", "read"))
    load(store, "2020-04-01", "aliases", ALIAS, ALFA)
    return store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Each store in turn, filled."""
    made: Any
    if request.param == "memory":
        made = MemoryStore(ticking())
    else:
        made = SqlStore.at(tmp_path / "record.sqlite", ticking())
    yield fill(made)
    made.close()


def plain(sweep: Sweep) -> dict[str, Any]:
    """A sweep without the keys that are the store's own."""
    places = {issue.key: at for at, issue in enumerate(sweep.issues)}
    membership = Membership(sweep.bases)
    statements = list(sweep.statements())
    rows = {swept.key: swept.statement.id for swept in statements}
    return {
        "held_at": sweep.held_at,
        "transactions": list(sweep.transactions),
        "issues": [(i.dataset, i.part, i.published_at, i.seq, i.primary) for i in sweep.issues],
        "statements": [
            (
                swept.seq,
                swept.statement,
                [
                    places[issue.key]
                    for issue in sweep.issues
                    if membership.holds(membership.mask(swept.differing), issue.key)
                ],
            )
            for swept in statements
        ],
        "lines": [sorted((rows[k], n) for k, n in sweep.lines(i.key)) for i in sweep.issues],
        "readings": [(r.document.sha256, r.seq, r.recorded_at, r.known_at) for r in sweep.readings],
        "withdrawals": list(sweep.withdrawals),
        "judgements": list(sweep.judgements),
        "confirmations": list(sweep.confirmations),
        "claims": list(sweep.claims(frozenset({"designation.announced"}))),
    }


def test_a_sweep_gives_everything_in_the_order_of_recording(store: Any) -> None:
    """Statements with the issues that hold them, whatever a store counts them against."""
    got = plain(store.sweep())
    assert got["statements"] == [
        (1, ALFA, [0, 1, 2]),
        (1, BRAVO, [0]),
        (3, TOLD, []),
        (8, ALIAS, [2]),
    ]
    assert [(part, seq) for _, part, _, seq, _ in got["issues"]] == [
        ("entries", 1),
        ("entries", 2),
        ("aliases", 8),
    ]
    assert got["lines"][2] == sorted([(ALIAS.id, 1), (ALFA.id, 2)])
    assert [seq for _, seq, _, _ in got["readings"]] == [3, 4]
    assert [place for place, _ in got["claims"]] == [0, 1]
    assert [w.seq for w in got["withdrawals"]] == [6]
    assert [seq for _, seq in got["confirmations"]] == [7]
    assert got["held_at"] == 8


def test_all_stores_give_the_same_sweep(store: Any) -> None:
    """As the oracle does, at every sequence number."""
    oracle = fill(MemoryStore(ticking()))
    for held_at in (None, 0, 1, 2, 3, 5, 7):
        assert plain(store.sweep(held_at)) == plain(oracle.sweep(held_at))


def test_what_came_later_is_not_in_an_earlier_sweep(store: Any) -> None:
    """Neither rows, nor what later issues say of earlier statements."""
    got = plain(store.sweep(2))
    assert got["statements"] == [(1, ALFA, [0, 1]), (1, BRAVO, [0])]
    assert got["readings"] == got["judgements"] == got["claims"] == []
