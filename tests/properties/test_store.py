"""Laws of the record: both stores agree on every history, and nothing recorded ever changes.

Histories are drawn: editions with any of their files and any subset of what a list could say,
in any order; documents read, read again, withdrawn and shredded; judgements made and undone;
reviewers' words; transactions that fail half way.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from interdict.errors import InterdictError
from interdict.model.claim import Claim, Quantity
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.source import (
    Document,
    DocumentKind,
    Edition,
    EditionPart,
    Grade,
    Segment,
    Signal,
)
from interdict.model.statement import Statement
from interdict.store import tables
from interdict.store.base import (
    Confirmation,
    Judgement,
    PartContent,
    Resolution,
    Store,
    View,
    Writer,
)
from interdict.store.memory import MemoryStore
from interdict.store.sql import SqlStore

START = date(2020, 1, 1)
DAYS = 8
"""Editions, documents and questions fall on these days; the clock moves one day a transaction."""

DATASETS = ("alfalist", "bravolist", "compiled")
PARTS = ("entries", "aliases")
SOME = settings(max_examples=10, deadline=None)
MORE = settings(max_examples=20, deadline=None)


# -- what a list or a document can say ---------------------------------------------------------


def _listed(dataset: str) -> tuple[Statement, ...]:
    """All that a list could say: three entries, a designation of two of them, a loose row."""
    rows = []
    for record in "123":
        party = Statement(
            dataset, f"{dataset}-{record}", "Organization", "name", f"Name {record}", record
        )
        rows += [
            party,
            replace(party, prop="alias", value=f"Alias {record}"),
            replace(party, prop="alias", value=f"Alias {record}", qualifier="weak"),
        ]
        link = replace(party, entity_id=f"{dataset}-{record}-s", schema="Sanction", prop="entity")
        rows += [replace(link, value=party.entity_id), replace(link, prop="program", value="TAG")]
    rows.append(Statement(dataset, f"{dataset}-x", "Company", "name", "Of no record"))
    return tuple(rows)


LISTED = {dataset: _listed(dataset) for dataset in DATASETS}
HASHES = tuple(sha256(name.encode()).hexdigest() for name in ("first", "second"))
PROVISIONAL = ("doc-x", "doc-y")
IDS = ("alfalist-1", "alfalist-2", "bravolist-1", "compiled-1", "doc-x", "alfalist-1-s", "doc-link")
LINKS = (
    ("entity", "alfalist-1"),
    ("entity", "compiled-1"),
    ("object", "doc-x"),
    ("subject", "doc-x"),
)
JUDGED = ("alfalist-1", "alfalist-2", "bravolist-1", "compiled-1", *PROVISIONAL)


def _said(document_id: str) -> tuple[Statement, ...]:
    names = [
        Statement("documents", party, "Organization", prop, f"{party} {prop}",
                  document_id=document_id, start=1, end=9)
        for party in PROVISIONAL
        for prop in ("name", "weakAlias")
    ]  # fmt: skip
    link = replace(names[0], entity_id="doc-link", schema="UnknownLink", prop="object")
    return (*names, replace(link, value="alfalist-1"), replace(link, prop="subject", value="doc-x"))


def _claims(document_id: str) -> tuple[Claim, ...]:
    base = Claim("", "alias", 1, 9, "some text", "test", subject="X", document_id=document_id)
    return (
        replace(base, subject_id="doc-x"),
        replace(base, subject_id="doc-y", object_id="doc-x", kind="leadership"),
        replace(base, start=3, value=Quantity(83, None, "people", "at_least", 83)),
    )


# -- what can happen ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """An edition, or some files of one: for each part, the rows in the order of its lines."""

    dataset: str
    day: int
    parts: tuple[tuple[str, tuple[int, ...]], ...]
    zone: int = 0

    def apply(self, writer: Writer) -> None:
        day = START + timedelta(days=self.day)
        zone = timezone(timedelta(hours=self.zone)) if self.zone else UTC
        edition = Edition(
            self.dataset,
            datetime(day.year, day.month, day.day, 23, 30, tzinfo=zone),
            grade=(Grade.COPY, Grade.OFFICIAL)[self.day % 2],
            own_dates=self.dataset == "compiled",
        )
        writer.add_edition(edition, [self._content(part, rows) for part, rows in self.parts])

    def _content(self, part: str, rows: tuple[int, ...]) -> PartContent:
        said = [(LISTED[self.dataset][row], line) for line, row in enumerate(rows)]
        signals = (Signal("drift", "field", str(len(rows)), 1),) if len(rows) % 2 else ()
        described = EditionPart(
            part=part,
            file_name=f"{part}.csv",
            sha256=sha256(repr(rows).encode()).hexdigest(),
            n_rows=len(rows),
            n_records=len({s.record_id for s, _ in said}),
            signals=signals,
        )
        return PartContent(described, said)


@dataclass(frozen=True)
class Read:
    """A reading of a document: the same bytes may be read with another date or outcome."""

    which: int
    published: str | None
    claims: tuple[int, ...]
    statements: tuple[int, ...]

    def apply(self, writer: Writer) -> None:
        document_id = HASHES[self.which]
        text = "All that it says."
        document = Document(
            sha256=document_id,
            file_name=f"{self.which}.txt",
            container="bare",
            kind=DocumentKind.NEWS,
            raw=text,
            text=text,
            segments=(Segment(0, 0, len(text)),),
            blocks=(),
            title="A title",
            published=self.published,
        )
        claims = [_claims(document_id)[at] for at in self.claims]
        said = [_said(document_id)[at] for at in self.statements]
        writer.add_document(document, claims, said)


@dataclass(frozen=True)
class Withdraw:
    which: int
    shred: bool
    reason: str

    def apply(self, writer: Writer) -> None:
        writer.withdraw(HASHES[self.which], reason=self.reason, by="Ann", shred=self.shred)


@dataclass(frozen=True)
class Judge:
    left: str
    right: str
    same: bool

    def apply(self, writer: Writer) -> None:
        writer.add_judgement(Judgement(self.left, self.right, self.same, "Ann", "looked"))


@dataclass(frozen=True)
class Confirm:
    entity_id: str

    def apply(self, writer: Writer) -> None:
        on = PartialDate(2020, 1)
        writer.add_confirmation(Confirmation(self.entity_id, "US-FTO", "published", on, "Ann", "x"))


@dataclass(frozen=True)
class Resolve:
    value: str | None

    def apply(self, writer: Writer) -> None:
        writer.add_resolution(Resolution("count.killed|doc-x", self.value, "Ann", "looked"))


Step = Load | Read | Withdraw | Judge | Confirm | Resolve


@dataclass(frozen=True)
class Transaction:
    steps: tuple[Step, ...]
    breaks_off: bool = False


# -- drawing histories -------------------------------------------------------------------------

ROWS = st.lists(st.integers(0, len(LISTED["alfalist"]) - 1), max_size=8).map(tuple)
FILES = st.lists(st.tuples(st.sampled_from(PARTS), ROWS), min_size=1, max_size=2,
                 unique_by=lambda file: file[0]).map(tuple)  # fmt: skip
PUBLISHED = st.sampled_from([None, "2020-01", "2020-01-02", "2020-01-05", "2020-01-06T10:00:00"])

LOADS = st.builds(
    Load,
    st.sampled_from(DATASETS),
    st.integers(0, DAYS - 1),
    FILES,
    st.sampled_from([0, 0, 0, -5, 9]),
)
READS = st.builds(
    Read,
    st.integers(0, len(HASHES) - 1),
    PUBLISHED,
    st.lists(st.integers(0, 2), max_size=3, unique=True).map(tuple),
    st.lists(st.integers(0, 5), max_size=4, unique=True).map(tuple),
)
WITHDRAWALS = st.builds(
    Withdraw, st.integers(0, len(HASHES) - 1), st.booleans(), st.sampled_from(["error", "order"])
)
JUDGEMENTS = st.builds(Judge, st.sampled_from(JUDGED), st.sampled_from(JUDGED), st.booleans())
CONFIRMATIONS = st.builds(Confirm, st.sampled_from(JUDGED))
RESOLUTIONS = st.builds(Resolve, st.sampled_from(["12", None]))
STEPS: st.SearchStrategy[Step] = st.one_of(
    LOADS, LOADS, LOADS, READS, READS, WITHDRAWALS, JUDGEMENTS, CONFIRMATIONS, RESOLUTIONS
)


def _one_reading_each(steps: Sequence[Step]) -> bool:
    """Two readings of one document, or two loads of one edition, are two transactions."""
    keys = [(s.dataset, s.day) if isinstance(s, Load) else s.which
            for s in steps if isinstance(s, Load | Read | Withdraw)]  # fmt: skip
    return len(set(keys)) == len(keys)


TRANSACTIONS = st.builds(
    Transaction,
    st.lists(STEPS, min_size=1, max_size=3).filter(_one_reading_each).map(tuple),
    st.sampled_from([False] * 7 + [True]),
)
HISTORIES = st.lists(TRANSACTIONS, min_size=1, max_size=7)
DAY = st.integers(-1, DAYS + 4).map(lambda days: START + timedelta(days=days))
MOMENTS = st.lists(st.tuples(DAY, DAY, st.none() | st.integers(0, 9)), min_size=2, max_size=2)


class BreaksOffError(Exception):
    """What makes a transaction fail half way."""


def clock() -> Callable[[], datetime]:
    """A clock that moves on by a day whenever it is read."""
    days = count()
    return lambda: datetime(2020, 1, 1, 12, tzinfo=UTC) + timedelta(days=next(days))


def run(store: Store, history: Sequence[Transaction]) -> list[str | None]:
    """Applies transactions; returns the kind of error of each, None for those that succeed."""
    outcomes: list[str | None] = []
    for transaction in history:
        try:
            with store.write("test", "") as writer:
                for step in transaction.steps:
                    step.apply(writer)
                if transaction.breaks_off:
                    raise BreaksOffError
        except (InterdictError, BreaksOffError) as error:
            outcomes.append(type(error).__name__)
        else:
            outcomes.append(None)
    return outcomes


# -- the stores, and all that can be asked of one ------------------------------------------------


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record with its tables made, to be copied for each example."""
    path = tmp_path_factory.mktemp("template") / "record.sqlite"
    SqlStore.at(path, clock()).close()
    return path


@contextmanager
def sqlite_record(template: Path) -> Iterator[tuple[SqlStore, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        shutil.copy(template, path)
        store = SqlStore.at(path, clock())
        try:
            yield store, path
        finally:
            store.close()


def view(store: Store, as_of: date, known: date, held: int | None = None) -> View:
    newest = len(store.transactions())
    held = held if held is None else min(held, newest)
    return store.view(as_of=as_of, known_at=end_of_day(known), held_at=held)


def answers(seen: View) -> dict[str, Any]:
    """Everything a view can be asked about these parties, lists and documents."""
    return {
        "entities": list(seen.entities()),
        "entity": {i: seen.entity(i) for i in IDS},
        "canonical": {i: seen.canonical(i) for i in IDS},
        "history": {i: seen.history(i) for i in IDS},
        "held": list(seen.held(frozenset({"name", "alias", "program"}))),
        "referring": {link: seen.referring(*link) for link in LINKS},
        "claims": seen.claims(),
        "claims of one": seen.claims("doc-x"),
        "documents": seen.documents(),
        "document": {i: seen.document(i) for i in HASHES},
        "editions": seen.editions(),
        "editions of one": seen.editions("alfalist"),
        "datasets": seen.datasets(),
        "coverage": {d: seen.coverage(d) for d in (*DATASETS, "unheard")},
        "judgements": seen.judgements(),
        "confirmations": seen.confirmations(),
        "resolutions": seen.resolutions(),
    }


def assert_same(left: dict[str, Any], right: dict[str, Any]) -> None:
    """Equal, question by question, so that a failure names the question."""
    for question, answer in left.items():
        assert answer == right[question], question


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in tables.metadata.sorted_tables
        }
    engine.dispose()
    return rows


# -- the laws ----------------------------------------------------------------------------------


LATE = START + timedelta(days=DAYS + 4)
ONE_READING = Read(0, "2020-01-01", (0, 1), (0, 4))
TAKEN_BACK = Withdraw(0, False, "error")


@MORE
@example(  # a withdrawn document that is read again is held once
    history=[Transaction((step,)) for step in (ONE_READING, TAKEN_BACK, ONE_READING)],
    moments=[(LATE, LATE, 1), (LATE, LATE, None)],
)
@example(  # the last of two withdrawals gives the reason
    history=[
        Transaction((step,))
        for step in (ONE_READING, TAKEN_BACK, replace(TAKEN_BACK, reason="order", shred=True))
    ],
    moments=[(LATE, LATE, 2), (LATE, LATE, None)],
)
@example(  # a link is found only once the row that makes it one is held
    history=[
        Transaction((Load("alfalist", day, (("entries", rows),)),))
        for day, rows in enumerate(((0, 4), (0, 3, 4)))
    ],
    moments=[(LATE, LATE, 1), (LATE, LATE, None)],
)
@given(history=HISTORIES, moments=MOMENTS)
def test_both_stores_answer_alike(
    template: Path, history: list[Transaction], moments: list[tuple[date, date, int | None]]
) -> None:
    """The SQL record gives the oracle's answers at any moment, and fails where it fails."""
    oracle = MemoryStore(clock())
    with sqlite_record(template) as (store, _):
        assert run(store, history) == run(oracle, history)
        assert store.transactions() == oracle.transactions()
        views = [(view(store, *moment), view(oracle, *moment)) for moment in moments]
        for got, expected in views:
            assert got.moment == expected.moment
            assert_same(answers(got), answers(expected))
        earlier, later = _in_order(moments[0], moments[1], len(store.transactions()))
        for dataset in DATASETS:
            changes, expected_changes = (
                view(each, *later).changes(view(each, *earlier), dataset)
                for each in (store, oracle)
            )
            assert changes == expected_changes
            named = {s.record_id for statements in changes for s in statements}
            entries, expected = (
                view(each, *later).entries(dataset, named) for each in (store, oracle)
            )
            assert entries == expected


def _in_order(
    one: tuple[date, date, int | None], other: tuple[date, date, int | None], newest: int
) -> list[tuple[date, date, int]]:
    """Two moments of which the second is the later by each of the three times."""
    by_time = [sorted(pair) for pair in zip(one[:2], other[:2], strict=True)]
    held = sorted(newest if moment[2] is None else moment[2] for moment in (one, other))
    return [(by_time[0][at], by_time[1][at], held[at]) for at in (0, 1)]


@SOME
@given(past=HISTORIES, later=HISTORIES, moments=MOMENTS)
@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_later_rows_never_change_an_earlier_view(
    template: Path,
    kind: str,
    past: list[Transaction],
    later: list[Transaction],
    moments: list[tuple[date, date, int | None]],
) -> None:
    """What was held then is answered as it was then, asked again or by a view left open.

    Shredding, which blanks words at every date, is the one exception, and left out here.
    """
    later = [replace(t, steps=tuple(_kept(step) for step in t.steps)) for t in later]
    with sqlite_record(template) as (sqlite, _):
        store: Store = sqlite if kind == "sqlite" else MemoryStore(clock())
        run(store, past)
        newest = len(store.transactions())
        fixed = [(a, k, newest if h is None else min(h, newest)) for a, k, h in moments]
        left_open = [view(store, *moment) for moment in fixed]
        before = [answers(view(store, *moment)) for moment in fixed]
        run(store, later)
        for moment, still, expected in zip(fixed, left_open, before, strict=True):
            assert_same(answers(view(store, *moment)), expected)
            assert_same(answers(still), expected)


def _kept(step: Step) -> Step:
    return replace(step, shred=False) if isinstance(step, Withdraw) else step


@SOME
@given(
    loads=st.lists(LOADS, min_size=2, max_size=8, unique_by=lambda load: (load.dataset, load.day)),
    reads=st.lists(READS, max_size=2, unique_by=lambda read: read.which),
    shuffled=st.randoms(use_true_random=False),
    moments=MOMENTS,
)
@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_the_order_of_loading_does_not_matter(
    template: Path,
    kind: str,
    loads: list[Load],
    reads: list[Read],
    shuffled: Any,
    moments: list[tuple[date, date, int | None]],
) -> None:
    """For what is held now: any order, and files of an edition together or one by one.

    Lines and bounds are the same; only what tells of the loading itself may differ.
    """
    dated = [replace(read, published=read.published or "2020-01-03") for read in reads]
    together: list[Step] = [*loads, *dated]
    one_by_one: list[Step] = [
        *(replace(load, parts=(part,)) for load in loads for part in load.parts),
        *dated,
    ]
    shuffled.shuffle(one_by_one)
    with sqlite_record(template) as (first, _), sqlite_record(template) as (second, _):
        one: Store = first if kind == "sqlite" else MemoryStore(clock())
        other: Store = second if kind == "sqlite" else MemoryStore(clock())
        assert set(run(one, [Transaction((step,)) for step in together])) == {None}
        assert set(run(other, [Transaction((step,)) for step in one_by_one])) == {None}
        for as_of, known, _ in moments:
            got, expected = view(other, as_of, known), view(one, as_of, known)
            assert_same(_without_loading(answers(got)), _without_loading(answers(expected)))


def _without_loading(found: dict[str, Any]) -> dict[str, Any]:
    """Answers without sequence numbers and times of recording, editions file by file."""
    files = {
        (held.edition.dataset, held.edition.published_at, part)
        for held in found["editions"]
        for part in held.edition.parts
    }
    kept = {k: v for k, v in found.items() if k not in ("editions", "editions of one")}
    never = datetime(1, 1, 1, tzinfo=UTC)
    kept["documents"] = [replace(d, seq=0, recorded_at=never) for d in found["documents"]]
    kept["document"] = {
        key: held and replace(held, seq=0, recorded_at=never)
        for key, held in found["document"].items()
    }
    return kept | {"files": files}


@SOME
@given(
    loads=st.lists(LOADS, min_size=1, max_size=6),
    reads=st.lists(READS, max_size=2, unique_by=lambda read: read.which),
)
def test_loading_again_adds_nothing(template: Path, loads: list[Load], reads: list[Read]) -> None:
    """Not one row in one table, and no transaction."""
    history = [Transaction((step,)) for step in (*loads, *reads)]
    with sqlite_record(template) as (store, path):
        outcomes = run(store, history)
        before = dump(path)
        assert run(store, history) == outcomes
        assert dump(path) == before
        with suppress(BreaksOffError), store.write("test", "") as writer:
            history[0].steps[0].apply(writer)
            raise BreaksOffError
        assert dump(path) == before
