"""The record in a SQL database: SQLite by default, in WAL mode, so that readers never wait."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError

from interdict.errors import StoreError
from interdict.store import schema, tables
from interdict.store.base import Moment, Transaction
from interdict.store.sql_sweep import SqlSweep
from interdict.store.sql_view import SqlView
from interdict.store.sql_writer import SqlWriter
from interdict.store.stamps import stamp

BUSY_SECONDS = 60
"""How long a writer waits for another before it gives up."""

_WAL_PAUSE = 0.02
"""Seconds between attempts to put a new file in WAL mode."""

_MOST_CACHE_KB = 262_144
"""256 MB of the file at most: the indexes of a list that is loaded stay in it."""

_CACHE_KB = {"read": 32_768}
"""Transactions of one document among thousands need little, and keep what they are given."""


class SqlStore:
    """The record behind a database URL.

    Args:
        url: SQLAlchemy URL, such as `sqlite:////data/record.sqlite`.
        clock: gives the time of each transaction (aware, UTC).

    Raises:
        StoreError: if the database cannot be opened, or was written by a newer Interdict.
    """

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._engine = _engine(url)
        try:
            with self._engine.connect() as connection:
                current = schema.version(connection)
            if current != schema.HEAD:
                with self._writing() as connection:
                    schema.migrate(connection)
        except DatabaseError as error:
            raise StoreError(f"the record at {url} cannot be opened: {error.orig}") from error

    @classmethod
    def at(cls, path: Path, clock: Callable[[], datetime]) -> SqlStore:
        """The record in a SQLite file, made if it is absent (its folder too)."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the workspace {path.parent} cannot be made: {error}") from error
        return cls(f"sqlite:///{path}", clock)

    @contextmanager
    def write(self, kind: str, detail: str) -> Iterator[SqlWriter]:
        """A transaction; one that turns out to add nothing leaves no trace."""
        with self._writing(_CACHE_KB.get(kind, _MOST_CACHE_KB)) as connection:
            last = connection.execute(select(func.max(tables.journal.c.seq))).scalar()
            seq, at = (last or 0) + 1, self._clock()
            connection.execute(
                insert(tables.journal).values(
                    seq=seq, recorded_at=stamp(at), kind=kind, detail=detail
                )
            )
            writer = SqlWriter(connection, seq, at)
            yield writer
            if not writer.touched:
                connection.rollback()

    def view(
        self,
        *,
        as_of: date,
        known_at: datetime,
        held_at: int | None = None,
        datasets: frozenset[str] | None = None,
    ) -> SqlView:
        """The record at a moment."""
        if held_at is None:
            with self._engine.connect() as connection:
                held_at = connection.execute(select(func.max(tables.journal.c.seq))).scalar() or 0
        return SqlView(self._engine, Moment(as_of, known_at, held_at), datasets)

    def transactions(self) -> list[Transaction]:
        """All transactions, in order."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(tables.journal).order_by(tables.journal.c.seq))
            return [
                Transaction(row.seq, datetime.fromisoformat(row.recorded_at), row.kind, row.detail)
                for row in rows
            ]

    def sweep(self, held_at: int | None = None) -> SqlSweep:
        """The whole history up to a sequence number; None is everything held now."""
        if held_at is None:
            with self._engine.connect() as connection:
                held_at = connection.execute(select(func.max(tables.journal.c.seq))).scalar() or 0
        return SqlSweep(self._engine, held_at)

    def close(self) -> None:
        """Releases the connections."""
        self._engine.dispose()

    @contextmanager
    def _writing(self, cache_kb: int = _MOST_CACHE_KB) -> Iterator[Connection]:
        """A connection that holds the write lock; committed, or undone on any exception."""
        with self._engine.connect().execution_options(interdict_write=True) as connection:
            if self._engine.dialect.name == "sqlite":
                cursor = connection.connection.cursor()  # before the transaction begins
                cursor.execute(f"PRAGMA cache_size = -{cache_kb}")
                cursor.close()
            try:
                connection.begin()
            except OperationalError as error:
                raise StoreError(
                    f"another process has been writing to the record for {BUSY_SECONDS} seconds; "
                    "try again when it is done"
                ) from error
            yield connection
            connection.commit()


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection: sqlite3.Connection, _: object) -> None:
    """WAL, durable commits, and transactions that begin when we say so."""
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _to_wal(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # shredded text is overwritten, not just freed
    cursor.execute(f"PRAGMA cache_size = -{_MOST_CACHE_KB}")
    cursor.close()


def _to_wal(cursor: sqlite3.Cursor) -> None:
    """Puts the file in WAL mode, which it then keeps.

    SQLite does not wait for the lock that this change needs, whatever `busy_timeout` says: of
    two processes that open a new record at once, one is refused. So we wait ourselves.
    """
    for _ in range(int(BUSY_SECONDS / _WAL_PAUSE)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_WAL_PAUSE)
    cursor.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("interdict_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
