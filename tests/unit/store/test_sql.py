"""The SQLite record among several processes, accidents included."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select

from interdict.errors import StoreError
from interdict.model.claim import Claim
from interdict.model.dates import end_of_day
from interdict.model.source import Document, DocumentKind, Edition, EditionPart, Grade, Segment
from interdict.model.statement import Statement
from interdict.store import sql, tables
from interdict.store.base import PartContent
from interdict.store.sql import SqlStore
from interdict.store.sql_view import SqlView

NOW = datetime(2026, 1, 1, tzinfo=UTC)

PROGRAM = """
import os, sys
from datetime import UTC, date, datetime
from pathlib import Path
from interdict.model.source import Edition, EditionPart
from interdict.model.statement import Statement
from interdict.store.base import PartContent
from interdict.store.sql import SqlStore

def say(word):
    print(word, flush=True)

def add(writer, day, name):
    said = Statement("mylist", "mylist-" + name, "Organization", "name", name, record_id=name)
    part = EditionPart("entries", "entries.csv", name, 1, 1)
    edition = Edition.dated("mylist", date.fromisoformat(day))
    writer.add_edition(edition, [PartContent(part, [(said, 1)])])

store = SqlStore.at(Path(sys.argv[1]), lambda: datetime(2026, 1, 1, tzinfo=UTC))
"""
"""What every other process of these tests begins with: a store, and a way to add to it."""


@contextmanager
def process(path: Path, body: str) -> Iterator[subprocess.Popen[str]]:
    """Another process with the same record open; its output is read line by line."""
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM + body, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def told(child: subprocess.Popen[str], word: str) -> None:
    """Waits for a line of the other process."""
    assert child.stdout is not None
    assert child.stdout.readline().strip() == word


def tell(child: subprocess.Popen[str]) -> None:
    """Lets the other process go on."""
    assert child.stdin is not None
    child.stdin.write("go on\n")
    child.stdin.flush()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace" / "record.sqlite"


def opened(path: Path) -> SqlStore:
    return SqlStore.at(path, lambda: NOW)


def names(count: int) -> PartContent:
    """A file of that many entries."""
    rows = [
        Statement("mylist", f"mylist-{n}", "Company", "name", f"Number {n}", record_id=str(n))
        for n in range(count)
    ]
    part = EditionPart("entries", "entries.csv", f"hash of {count}", count, count)
    return PartContent(part, [(row, at) for at, row in enumerate(rows, start=2)])


def load(store: SqlStore, day: str, content: PartContent, grade: Grade = Grade.COPY) -> None:
    with store.write("list load", day) as writer:
        writer.add_edition(Edition.dated("mylist", date.fromisoformat(day), grade), [content])


def now(store: SqlStore, held: int | None = None) -> SqlView:
    return store.view(as_of=date(2026, 1, 1), known_at=end_of_day(date(2026, 1, 1)), held_at=held)


def ids(view: SqlView) -> list[str]:
    return [entity.id for entity in view.entities()]


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


class TestOpening:
    """A record opens whole, or says why it does not."""

    def test_makes_the_folder_and_the_file(self, path: Path) -> None:
        """A fresh workspace is an empty record; opening it again changes nothing."""
        opened(path).close()
        before = dump(path)
        assert before["journal"] == []
        store = opened(path)
        assert store.transactions() == []
        store.close()
        assert dump(path) == before

    @pytest.mark.parametrize(
        "content",
        [b"This is a letter, not a database.\n" * 200, b"\x00" * 4096, b"SQLite format 3"],
    )
    def test_a_file_that_is_no_database(self, path: Path, content: bytes) -> None:
        """It is refused by name, and left as it is."""
        path.parent.mkdir()
        path.write_bytes(content)
        with pytest.raises(StoreError, match="cannot be opened"):
            opened(path)
        assert path.read_bytes() == content

    def test_a_folder_where_the_file_should_be(self, path: Path) -> None:
        """The record cannot be a folder."""
        path.mkdir(parents=True)
        with pytest.raises(StoreError, match="cannot be opened"):
            opened(path)

    def test_a_file_where_the_folder_should_be(self, path: Path) -> None:
        """The workspace cannot be made inside a file."""
        path.parent.write_text("a file")
        with pytest.raises(StoreError, match="cannot be made"):
            opened(path)

    def test_a_record_of_a_newer_version(self, path: Path) -> None:
        """It is refused with what to do, before anything is written."""
        opened(path).close()
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.close()
        before = dump(path)
        with pytest.raises(StoreError, match="newer Interdict"):
            opened(path)
        assert dump(path) == before

    def test_two_processes_may_make_it_at_once(self, path: Path) -> None:
        """Both find the tables made, once."""
        body = "say('open'); say(len(store.transactions()))"
        with process(path, body) as one, process(path, body) as other:
            for child in (one, other):
                told(child, "open")
                told(child, "0")
                assert child.wait() == 0

    def test_opening_waits_for_whoever_writes_to_a_new_record(self, path: Path) -> None:
        """A new file is put in WAL mode when the other is done, not refused."""
        path.parent.mkdir(parents=True)
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("CREATE TABLE other (id INTEGER)")
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(0.2, other.execute, ["COMMIT"])
        done.start()
        assert opened(path).transactions() == []
        done.join()
        other.close()


class TestSeveralProcesses:
    """Readers never wait; writers take turns."""

    def test_a_reader_sees_the_old_state_until_the_commit(self, path: Path) -> None:
        """An open write transaction is invisible; a view opened before it stays as it was."""
        store = opened(path)
        load(store, "2020-01-10", names(1))
        body = """
with store.write("list load", "other") as writer:
    add(writer, "2020-02-10", "other")
    say("written")
    sys.stdin.readline()
say("committed")
"""
        with process(path, body) as child:
            told(child, "written")
            during = now(store)
            assert ids(during) == ["mylist-0"]
            tell(child)
            told(child, "committed")
            assert ids(now(store)) == ["mylist-other"]
            assert ids(during) == ["mylist-0"]
            assert len(during.editions()) == 1
            assert during.coverage("mylist").edition == now(store, 1).coverage("mylist").edition
        store.close()

    def test_a_second_writer_waits_for_its_turn(self, path: Path) -> None:
        """Both succeed, one after the other, numbered without a gap."""
        opened(path).close()
        first = """
with store.write("list load", "first") as writer:
    add(writer, "2020-01-10", "first")
    say("holding")
    sys.stdin.readline()
"""
        second = """
say("trying")
with store.write("list load", "second") as writer:
    add(writer, "2020-02-10", "second")
"""
        with process(path, first) as one:
            told(one, "holding")
            with process(path, second) as other:
                told(other, "trying")
                tell(one)
                assert (one.wait(), other.wait()) == (0, 0)
        store = opened(path)
        assert [(t.seq, t.detail) for t in store.transactions()] == [(1, "first"), (2, "second")]
        store.close()

    def test_many_writers_lose_nothing(self, path: Path) -> None:
        """Transactions of two processes interleave, each whole and each with its own number."""
        opened(path).close()
        body = """
for turn in range(8):
    with store.write("list load", sys.stdin.readline().strip()) as writer:
        name = f"{os.getpid()}-{turn}"
        add(writer, f"20{os.getpid() % 50 + 10}-01-{turn + 1:02}", name)
"""
        with process(path, body) as one, process(path, body) as other:
            for _ in range(8):
                tell(one)
                tell(other)
            outcomes = (one.wait(), other.wait())
        assert outcomes == (0, 0)
        store = opened(path)
        assert [t.seq for t in store.transactions()] == list(range(1, 17))
        assert len(dump(path)["statement"]) == 16
        store.close()

    @pytest.mark.parametrize("leaving", ["os._exit(9)", "os.kill(os.getpid(), 9)"])
    def test_a_writer_that_dies_leaves_the_record_as_it_was(self, path: Path, leaving: str) -> None:
        """What it had not committed never was, and the next writer is not hindered."""
        store = opened(path)
        load(store, "2020-01-10", names(3))
        before = dump(path)
        body = f"""
with store.write("list load", "doomed") as writer:
    for turn in range(1, 20):
        add(writer, f"2020-02-{{turn:02}}", f"doomed{{turn}}")
    say("written")
    {leaving}
"""
        with process(path, body) as child:
            told(child, "written")
            assert child.wait() != 0
        assert dump(path) == before
        assert ids(now(store)) == ["mylist-0", "mylist-1", "mylist-2"]
        load(store, "2020-03-10", names(4))
        assert [t.seq for t in store.transactions()] == [1, 2]
        store.close()

    def test_a_writer_gives_up_at_last(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """After waiting it says who is in the way; once that is done, it may write again."""
        monkeypatch.setattr(sql, "BUSY_SECONDS", 0)
        store = opened(path)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process has been writing"):
            load(store, "2020-01-10", names(1))
        other.execute("ROLLBACK")
        other.close()
        load(store, "2020-01-10", names(1))
        assert len(store.transactions()) == 1
        store.close()


class TestTransactions:
    """All of a transaction is recorded, or nothing is."""

    @pytest.mark.parametrize("accident", [RuntimeError, KeyboardInterrupt])
    def test_any_accident_undoes_it(self, path: Path, accident: type[BaseException]) -> None:
        """Also when the user breaks it off."""
        store = opened(path)
        before = dump(path)
        with pytest.raises(accident), store.write("list load", "") as writer:
            writer.add_edition(Edition.dated("mylist", date(2020, 1, 10)), [names(3)])
            raise accident
        assert dump(path) == before
        store.close()

    def test_one_that_adds_nothing_leaves_no_trace(self, path: Path) -> None:
        """Neither an empty block, nor one that loads what is held."""
        store = opened(path)
        load(store, "2020-01-10", names(2))
        before = dump(path)
        load(store, "2020-01-10", names(2))
        with store.write("list load", "nothing"):
            pass
        assert dump(path) == before
        assert now(store).moment.held_at == 1
        store.close()

    def test_later_rows_only_add(self, path: Path) -> None:
        """Every row that was there is there after any other transaction."""
        store = opened(path)
        load(store, "2020-01-10", names(5))
        before = dump(path)
        load(store, "2019-01-10", names(3))
        load(store, "2021-01-10", names(4))
        after = dump(path)
        assert all(set(rows) <= set(after[name]) for name, rows in before.items())
        store.close()

    def test_a_long_list_is_read_whole(self, path: Path) -> None:
        """More statements than one query names at once come back, each with its line."""
        store = opened(path)
        load(store, "2020-01-10", names(1_234))
        found = list(now(store).held(frozenset({"name"})))
        assert len(found) == 1_234
        lines = {h.statement.value: h.presence.line for h in found if h.presence}
        assert lines["Number 0"] == 2
        assert lines["Number 1233"] == 1_235
        load(store, "2020-02-10", names(10))
        before = store.view(as_of=date(2020, 1, 15), known_at=NOW)
        assert len(now(store).changes(before, "mylist")[1]) == 1_224
        store.close()


def test_a_part_added_later_keeps_its_own_grade(path: Path) -> None:
    """A file from disk does not become official because another part was fetched."""
    store = opened(path)
    load(store, "2020-01-10", names(1), Grade.OFFICIAL)
    alias = Statement("mylist", "mylist-0", "Company", "alias", "No. 0", record_id="0")
    part = EditionPart("aliases", "aliases.csv", "s2", 1, 1)
    load(store, "2020-01-10", PartContent(part, [(alias, 1)]), Grade.COPY)
    grades = {
        held.statement.prop: held.presence.grade
        for held in now(store).history("mylist-0")
        if held.presence
    }
    store.close()
    assert grades == {"name": Grade.OFFICIAL, "alias": Grade.COPY}


def test_shredded_words_are_gone_from_the_disk(path: Path) -> None:
    """Neither the file nor what lies beside it holds them: blanking a row is not enough."""
    secret = "an-unmistakable-sentence-" * 40
    document = Document(
        sha256="a" * 64,
        file_name="d.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=secret,
        text=secret,
        segments=(Segment(0, 0, len(secret)),),
        blocks=(),
        title=secret[:30],
    )
    claim = Claim("d.txt", "alias", 0, 40, secret[:40], "test", document_id=document.sha256)
    store = opened(path)
    with store.write("read", "") as writer:
        writer.add_document(document, [claim], [])
    assert any(b"unmistakable" in file.read_bytes() for file in path.parent.iterdir())
    with store.write("withdraw", "") as writer:
        writer.withdraw(document.sha256, reason="court order", by="Ann", shred=True)
    store.close()
    assert not any(b"unmistakable" in file.read_bytes() for file in path.parent.iterdir())


def test_times_are_stored_in_utc_and_in_order(path: Path) -> None:
    """As text of one width, so that they sort as times; the issuer's own offset is kept."""
    store = opened(path)
    east = datetime.fromisoformat("2020-01-10T01:00:00+09:00")
    west = datetime.fromisoformat("2020-01-09T20:00:00-05:00")
    for at, moment in enumerate((west, east)):
        with store.write("list load", "") as writer:
            edition = Edition("mylist", moment)
            writer.add_edition(edition, [names(at + 1)])
    found = [held.edition.published_at for held in now(store).editions()]
    assert found == [east, west]
    assert [moment.utcoffset() for moment in found] == [timedelta(hours=9), timedelta(hours=-5)]
    stored = sorted(row[2] for row in dump(path)["edition"])
    assert stored == ["2020-01-09T16:00:00.000000+00:00", "2020-01-10T01:00:00.000000+00:00"]
    store.close()
