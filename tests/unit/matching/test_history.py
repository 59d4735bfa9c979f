"""The compiled history: at every moment it says what the record says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.errors import InvalidInput
from interdict.matching.base import INDEXED_PROPERTIES
from interdict.matching.history import CompiledHistory, History, compile_history
from interdict.matching.history_view import HistoryView
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.entity import Held
from interdict.model.schema import is_a
from interdict.model.source import (
    Block,
    Document,
    DocumentKind,
    Edition,
    EditionPart,
    Segment,
)
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, Judgement, Moment, PartContent, View
from interdict.store.memory import MemoryStore

KINDS = frozenset({"designation.announced"})
FIRST = date(2020, 1, 1)


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by a day whenever it is read."""
    at = datetime(2020, 1, 1, 12, tzinfo=UTC)

    def tick() -> datetime:
        nonlocal at
        at += timedelta(days=1)
        return at

    return tick


def listed(dataset: str, record: str, prop: str, value: str, schema: str) -> Statement:
    entity_id = f"{dataset}-{record}" + {"Sanction": "-s", "CryptoWallet": "-w"}.get(schema, "")
    return Statement(dataset, entity_id, schema, prop, value, record_id=record)


def pool(dataset: str) -> list[Statement]:
    """What a list may say: two parties with aliases, a designation, a wallet."""
    return [
        listed(dataset, "1", "name", "Alfa Front", "Organization"),
        listed(dataset, "1", "alias", "The First Front", "Organization"),
        listed(dataset, "1", "entity", f"{dataset}-1", "Sanction"),
        listed(dataset, "1", "program", "TIDE", "Sanction"),
        listed(dataset, "2", "name", "Bruna Tallis", "Person"),
        listed(dataset, "2", "birthDate", "1961-04", "Person"),
        listed(dataset, "2", "address", "Harbour Road", "Person"),
        listed(dataset, "2", "publicKey", "bc1qtestwallet", "CryptoWallet"),
        listed(dataset, "2", "holder", f"{dataset}-2", "CryptoWallet"),
        Statement(dataset, f"{dataset}-x", "Organization", "name", "Without Entry"),
    ]


def document(number: int, published: str | None) -> Document:
    """One of a few documents."""
    text = "Some words of a document."
    return Document(
        sha256=str(number) * 64,
        file_name=f"{number}.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
        publisher="The Harbour Courier",
    )


def said(number: int, name: str) -> Statement:
    """What a document says of a party."""
    return Statement(
        "documents", f"doc-{number}", "Organization", "name", name,
        document_id=str(number) * 64, start=0, end=4,
    )  # fmt: skip


def claimed(held: Document, kind: str) -> Claim:
    """A claim about the document's party."""
    return Claim(
        doc=held.file_name, kind=kind, start=0, end=4, quote="Some", rule="test", subject="X",
        subject_id=f"doc-{held.sha256[0]}", document_id=held.sha256,
    )  # fmt: skip


DAYS = st.integers(0, 12).map(lambda n: FIRST + timedelta(days=n))
DATASETS = st.sampled_from(["mylist", "other"])
EDITIONS = st.tuples(
    st.just("edition"), DATASETS, DAYS, st.sampled_from(["entries", "aliases"]),
    st.sets(st.integers(0, 9)), st.booleans(),
)  # fmt: skip
READINGS = st.tuples(
    st.just("read"), st.integers(1, 3), st.none() | DAYS, st.sampled_from(["One", "Two"])
)
WITHDRAWALS = st.tuples(st.just("withdraw"), st.integers(1, 3))
IDS = st.sampled_from(["mylist-1", "other-1", "mylist-2", "other-2", "doc-1", "doc-2"])
JUDGEMENTS = st.tuples(st.just("judge"), IDS, IDS, st.booleans())
CONFIRMATIONS = st.tuples(st.just("confirm"), IDS)
STEPS = st.lists(
    EDITIONS | EDITIONS | READINGS | WITHDRAWALS | JUDGEMENTS | CONFIRMATIONS, max_size=9
)
MOMENTS = st.tuples(
    DAYS, DAYS, st.floats(0, 1), st.sampled_from([None, frozenset({"mylist"}), frozenset()])
)


def record_of(steps: list[Any]) -> MemoryStore:
    """A record to which those steps were taken; those that are refused leave no trace."""
    store = MemoryStore(ticking())
    for step in steps:
        try:
            with store.write(step[0], "") as writer:
                take(step, writer)
        except (InvalidInput, LookupError):
            continue
    return store


def take(step: Any, writer: Any) -> None:
    """One step in a transaction."""
    if step[0] == "edition":
        _, dataset, day, part, chosen, own_dates = step
        said_here = [pool(dataset)[n] for n in sorted(chosen)]
        sha = f"{part}{sorted(chosen)}"
        described = EditionPart(part, f"{part}.csv", sha, len(said_here), 1)
        edition = Edition(dataset, end_of_day(day), own_dates=own_dates and dataset == "other")
        lines = [(s, (at * 7) % 5) for at, s in enumerate(said_here)]
        writer.add_edition(edition, [PartContent(described, lines)])
    elif step[0] == "read":
        _, number, day, name = step
        held = document(number, None if day is None else day.isoformat())
        claims = [claimed(held, "designation.announced"), claimed(held, "alias")]
        writer.add_document(held, claims, [said(number, name)])
    elif step[0] == "withdraw":
        if all(d[0].sha256[0] != str(step[1]) for d in writer._rows.documents):
            raise LookupError
        writer.withdraw(str(step[1]) * 64, reason="asked", by="R", shred=False)
    elif step[0] == "judge":
        writer.add_judgement(Judgement(step[1], step[2], step[3], "R", "same party"))
    else:
        on = PartialDate.parse("2020-01-05")
        writer.add_confirmation(Confirmation(step[1], "US-SDGT", "published", on, "R", "read it"))


def indexed(view: View) -> Iterator[tuple[str, Held]]:
    """What matching reads of a view, wallets under their holders."""
    holders = {
        h.statement.entity_id: h.statement.value
        for h in view.held(frozenset({"holder"}))
        if h.statement.schema == "CryptoWallet"
    }
    for held in view.held(INDEXED_PROPERTIES):
        if not is_a(held.statement.schema, "Interval"):
            entity_id = held.statement.entity_id
            yield view.canonical(holders.get(entity_id, entity_id)), held


def opened(compiled: CompiledHistory) -> History:
    """The history as it is after having been written: flat arrays, facts through JSON."""
    assert all(array.ndim == 1 for array in compiled.arrays.values())
    return History(compiled.arrays, json.loads(json.dumps(compiled.facts)))


@settings(max_examples=250, deadline=None)
@given(STEPS, MOMENTS)
def test_the_index_answers_every_moment_as_the_record_does(steps: list[Any], at: Any) -> None:
    """Who is alive, under which id, with which bounds and lines; designations; coverage."""
    store = record_of(steps)
    held_at = round(at[2] * len(store.transactions()))
    view = store.view(as_of=at[0], known_at=end_of_day(at[1]), held_at=held_at, datasets=at[3])
    compiled = compile_history(store.sweep(), KINDS)
    ours = HistoryView(opened(compiled), Moment(at[0], end_of_day(at[1]), held_at), at[3])

    expected = sorted(indexed(view), key=lambda pair: (pair[0], pair[1].statement.id))
    assert sorted(ours.indexed(), key=lambda pair: (pair[0], pair[1].statement.id)) == expected
    rows = [row for row in compiled.rows if ours.alive[row.life]]
    found = sorted(
        (ours.canonical(row.entity_id), ours.held_row(int(row.statement_id)).statement.id)
        for row in rows
    )
    assert found == [(entity_id, held.statement.id) for entity_id, held in expected]

    for name in ("mylist", "other", "absent"):
        assert ours.coverage(name) == view.coverage(name)
    assert ours.datasets() == view.datasets()
    assert ours.confirmations() == view.confirmations()
    bare = [(d.document.sha256, d.known_at, d.withdrawn) for d in view.documents()]
    assert [(d.document.sha256, d.known_at, d.withdrawn) for d in ours.documents()] == bare
    assert ours.has_documents == any(d.withdrawn is None for d in view.documents())
    for entity_id in ("mylist-1", "other-1", "mylist-2", "doc-1", "doc-2", "nobody"):
        assert ours.canonical(entity_id) == view.canonical(entity_id)
        assert ours.referring("entity", entity_id) == view.referring("entity", entity_id)
        # A document withdrawn and read again the same gives its claims once.
        about = dict.fromkeys(c for c in view.claims(entity_id) if c.kind in KINDS)
        assert ours.claims(entity_id) == list(about)


@settings(max_examples=60, deadline=None)
@given(STEPS, STEPS, MOMENTS)
def test_later_rows_do_not_change_an_earlier_sweep(
    steps: list[Any], later: list[Any], at: Any
) -> None:
    """Compiled up to a sequence number, the index is the one compiled back then, byte for byte."""
    before = record_of(steps)
    both = record_of([*steps, *later])
    n = len(before.transactions())
    then = compile_history(before.sweep(), KINDS)
    now = compile_history(both.sweep(held_at=n), KINDS)
    assert then.facts == now.facts
    assert then.rows == now.rows
    assert then.arrays.keys() == now.arrays.keys()
    for name, array in then.arrays.items():
        assert array.dtype == now.arrays[name].dtype
        assert np.array_equal(array, now.arrays[name]), name


@pytest.mark.parametrize("n_days", [0, 1, 2, 3])
def test_a_wallet_speaks_for_its_holder_while_it_has_one(n_days: int) -> None:
    """Held by one party, then by nobody, then by another: never filed under two at once."""
    wallet = pool("mylist")[7]
    parties = [said_of for said_of in pool("mylist") if said_of.prop == "name"][:2]
    holders = [
        listed("mylist", "2", "holder", "mylist-2", "CryptoWallet"),
        listed("mylist", "2", "holder", "mylist-1", "CryptoWallet"),
    ]
    store = MemoryStore(ticking())
    for n, rows in enumerate([[holders[0]], [], [holders[1]]]):
        said_here = [*parties, wallet, *rows]
        described = EditionPart("entries", "entries.csv", str(n), len(said_here), 2)
        content = PartContent(described, [(s, 1) for s in said_here])
        with store.write("edition", "") as writer:
            edition = Edition("mylist", end_of_day(FIRST + timedelta(days=n)))
            writer.add_edition(edition, [content])
    day = FIRST + timedelta(days=n_days - 1)
    compiled = compile_history(store.sweep(), KINDS)
    ours = HistoryView(opened(compiled), Moment(day, end_of_day(day), 3))
    filed = [r.entity_id for r in compiled.rows if r.prop == "publicKey" and ours.alive[r.life]]
    assert filed == [[], ["mylist-2"], ["mylist-2-w"], ["mylist-1"]][n_days]
    view = store.view(as_of=day, known_at=end_of_day(day))
    key = "publicKey"
    assert filed == [name for name, held in indexed(view) if held.statement.prop == key]


def test_a_time_names_the_transactions_up_to_it() -> None:
    """`held_at` may be a number, a time, or nothing; a number beyond the record is refused."""
    steps = [("judge", "mylist-1", "other-1", True), ("judge", "mylist-2", "other-2", True)]
    history = opened(compile_history(record_of(steps).sweep(), KINDS))
    assert history.sequence(None) == 2
    assert history.sequence(1) == 1
    assert history.sequence(datetime(2020, 1, 2, 13, tzinfo=UTC)) == 1
    with pytest.raises(InvalidInput, match="transactions 1 to 2"):
        history.sequence(3)


def test_two_processes_compile_the_same_bytes() -> None:
    """Whatever their hash seeds."""
    script = (
        "import sys, hashlib, importlib.util, json\n"
        "spec = importlib.util.spec_from_file_location('h', sys.argv[1])\n"
        "h = importlib.util.module_from_spec(spec); spec.loader.exec_module(h)\n"
        "steps = [('edition', 'mylist', h.FIRST, 'entries', set(range(10)), False),\n"
        "         ('read', 1, None, 'One'), ('judge', 'mylist-1', 'doc-1', True)]\n"
        "c = h.compile_history(h.record_of(steps).sweep(), h.KINDS)\n"
        "d = hashlib.sha256(json.dumps(c.facts, sort_keys=True).encode())\n"
        "for n in sorted(c.arrays): d.update(n.encode() + c.arrays[n].tobytes())\n"
        "d.update(repr(c.rows).encode())\n"
        "print(d.hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, __file__],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
