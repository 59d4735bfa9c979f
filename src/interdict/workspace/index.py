"""The compiled index of a workspace: built when the record has moved, opened when it has not.

Whether the record has moved is asked of the record itself: the last row of its journal, read
with the standard library's SQLite in a few milliseconds. A stamp file beside the database could
be left behind by a crash or a restored backup; the journal cannot.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from interdict.matching.arrays import IndexArrays
from interdict.matching.folder import Folder, IndexFolders, verify_folder
from interdict.matching.history import History
from interdict.matching.index import Index

if TYPE_CHECKING:
    from interdict.config import Config
    from interdict.store.base import Store
    from interdict.store.sweep import Sweepable

Progress = Callable[[str], None]

HISTORY_VERSION = "3"
"""Changes with what `compile_history` writes, so that an older index is built again."""

_NAMES = "names."
"""What the engine's arrays are called begins so; the rest is the history."""

CLAIM_KINDS = frozenset(
    f"designation.{name}" for name in ("announced", "effective", "prior", "amended", "revoked")
)
"""Claims that an index carries: those that designations are read from (reconcile, where a test
holds the two sets together)."""


@dataclass(frozen=True, slots=True)
class RecordMark:
    """How far a record has come: its last transaction. `seq` is 0 for an empty record."""

    seq: int
    recorded_at: str | None


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is held and what would be needed.

    `state`: `current`, `outdated` (the record has moved), `other_engine`, or `none`.
    """

    state: str
    record: RecordMark
    index_id: str | None = None
    path: Path | None = None
    n_bytes: int = 0
    built_for: RecordMark | None = None
    engine: str | None = None
    n_statements: int = 0


class WorkspaceIndex:
    """The index folders of a workspace, kept up with its record.

    Args:
        config: where the workspace is.
        store: opens the record; called only if an index is built.
        engine: the engine's name and version; another one's index is built again.
    """

    def __init__(self, config: Config, store: Callable[[], Store], *, engine: str) -> None:
        self._database = config.database
        self._folders = IndexFolders(config.workspace / "index")
        self._store = store
        self._engine = f"{engine}, history {HISTORY_VERSION}"

    def current(self, progress: Progress = lambda _: None) -> Folder:
        """The index of the record as it stands now; built first if the record has moved.

        `progress` is told before a build begins, in a few words.

        Raises:
            IntegrityError: if the index in use is damaged (`interdict index build` mends it).
            StoreError: if the record or the workspace cannot be used.
        """
        folder = self._folders.open()
        if folder is not None and self._fits(folder):
            return folder
        return self._build(progress, anyway=False)

    def build(self, progress: Progress = lambda _: None) -> Folder:
        """Builds the index of the record as it stands now, whatever is there.

        Raises:
            StoreError: if the record or the workspace cannot be used.
        """
        return self._build(progress, anyway=True)

    def status(self) -> IndexStatus:
        """What is held, and whether it answers for the record as it stands now.

        Raises:
            IntegrityError: if the index in use is damaged.
        """
        mark, folder = self._mark(), self._folders.open()
        if folder is None:
            return IndexStatus("none", mark)
        facts = folder.facts
        state = "current"
        if facts["engine"] != self._engine:
            state = "other_engine"
        elif facts["record"] != _mark_data(mark):
            state = "outdated"
        return IndexStatus(
            state=state,
            record=mark,
            index_id=folder.id,
            path=folder.path,
            n_bytes=folder.n_bytes,
            built_for=RecordMark(**facts["record"]),
            engine=facts["engine"],
            n_statements=len(folder.arrays["statement.entity"]),
        )

    def verify(self) -> IndexStatus:
        """Checks every byte of the index in use against its strong hashes.

        Raises:
            IntegrityError: naming the file that does not agree.
        """
        status = self.status()
        if status.path is not None:
            verify_folder(status.path)
        return status

    def _build(self, progress: Progress, *, anyway: bool) -> Folder:
        from interdict.matching.compiling import compile_index
        from interdict.matching.history import compile_history

        with self._folders.building(), _not_collecting():
            if not anyway:  # another process may have built it while we waited for the lock
                folder = self._folders.open()
                if folder is not None and self._fits(folder):
                    return folder
            store = self._store()
            mark = self._mark()
            progress(f"building the index of the record at {mark.seq}")
            sweep = cast("Sweepable", store).sweep(mark.seq)
            compiled = compile_history(sweep, CLAIM_KINDS)
            facts = {
                "engine": self._engine,
                "record": _mark_data(mark),
                "history": compiled.facts,
            }
            names = compile_index(compiled.rows).arrays
            arrays = {_NAMES + key: array for key, array in names.items()}
            name = self._folders.write({**compiled.arrays, **arrays}, facts)
            self._folders.sweep(now=time.time())
        folder = self._folders.open()
        assert folder is not None, name  # we hold no lock now, but a pointer never goes away
        return folder

    def _fits(self, folder: Folder) -> bool:
        record: Any = folder.facts["record"]
        return bool(folder.facts["engine"] == self._engine and record == _mark_data(self._mark()))

    def _mark(self) -> RecordMark:
        mark = record_mark(self._database)
        if mark is not None:
            return mark
        transactions = self._store().transactions()
        if not transactions:
            return RecordMark(0, None)
        last = transactions[-1]
        return RecordMark(last.seq, _instant(last.recorded_at.isoformat()))


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Without the search for cycles: a build makes millions of objects, and none of them is one.

    That search takes a fifth of a build's time and frees nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def history_of(folder: Folder) -> History:
    """The history that an index carries."""
    return History(folder.arrays, folder.facts["history"])


def names_of(folder: Folder) -> Index:
    """The compiled names that the engine searches."""
    start = len(_NAMES)
    return Index(
        IndexArrays({k[start:]: a for k, a in folder.arrays.items() if k.startswith(_NAMES)})
    )


def record_mark(database: Path) -> RecordMark | None:
    """How far a SQLite record has come, read without waiting for writers; None if unreadable.

    None sends the caller the long way: a record that is missing, or not made yet, or in a folder
    that may not be written and was left in the middle of a transaction.
    """
    import sqlite3

    if not database.is_file():
        return None
    address = f"{database.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute(
                "SELECT seq, recorded_at FROM journal ORDER BY seq DESC LIMIT 1"
            ).fetchone()
    except sqlite3.Error:
        return None
    return RecordMark(0, None) if row is None else RecordMark(row[0], _instant(row[1]))


def _instant(text: str) -> str:
    """A stored time in one form, whichever store it was read from."""
    return datetime.fromisoformat(text).isoformat(timespec="microseconds")


def _mark_data(mark: RecordMark) -> dict[str, object]:
    return {"seq": mark.seq, "recorded_at": mark.recorded_at}
