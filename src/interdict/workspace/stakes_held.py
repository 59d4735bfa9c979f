"""Whether the record holds a stake in somebody: asked in a moment, before anything is loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

_INDEX = "SELECT sql FROM sqlite_master WHERE name = 'ix_statement_reference'"
_STATED = "SELECT 1 FROM statement WHERE prop = 'asset' AND value = ? AND ({}) LIMIT 1"
"""SQLite takes a partial index only for a query that repeats its condition word by word."""


def has_stakes(database: Path, ids: Iterable[str]) -> bool:
    """Whether some stake in one of those parties was ever recorded.

    Asked of the database itself, with the standard library's SQLite and by its index of
    references, so that a screening without ownership data pays nothing for it. True where the
    record cannot be read so: then the long way is gone.
    """
    if not database.is_file():
        return True
    address = f"{database.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute(_INDEX).fetchone()
            if row is None:
                return True
            query = _STATED.format(row[0].partition(" WHERE ")[2])
            return any(connection.execute(query, (one,)).fetchone() is not None for one in ids)
    except sqlite3.Error:
        return True
