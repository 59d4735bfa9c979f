"""Files read in several processes at once; their results come back in the files' order.

Only a bounded number of files is under way at any time, so that memory does not grow with
their number. A process that dies (killed, out of memory) costs the file that it died of; if
this one is killed, the others end with it.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from interdict.processes import end_with_parent
from interdict.workspace.reading import Extraction, ReadFile

_BATCH = 8
"""Files handed over at once: few enough to keep every process busy at the end."""

_AHEAD = 3
"""Batches under way for each process."""

MIN_FILES = 24
"""Fewer are read sooner than processes are started."""

_extraction = Extraction()
"""Of a reading process: set once, when it starts."""


def read_files(
    paths: Sequence[Path], extraction: Extraction, *, workers: int
) -> Iterator[ReadFile]:
    """Reads files, in this process if they are few or `workers` is 1."""
    if workers < 2 or len(paths) < MIN_FILES:
        yield from map(extraction.read, paths)
        return
    readers = _Readers(extraction, workers)
    try:
        yield from readers.read(iter(paths))
    finally:
        readers.close()


class _Readers:
    """The processes, and the batches that they are at."""

    def __init__(self, extraction: Extraction, workers: int) -> None:
        self._arguments = (extraction,)
        self._workers = workers
        self._pool = self._started(workers)
        self._under_way: deque[tuple[list[Path], Future[list[ReadFile]]]] = deque()

    def read(self, paths: Iterator[Path]) -> Iterator[ReadFile]:
        """Results, file by file."""
        while batch := list(islice(paths, _BATCH)):
            self._submit(batch)
            if len(self._under_way) >= _AHEAD * self._workers:
                yield from self._next()
        while self._under_way:
            yield from self._next()

    def close(self) -> None:
        """Ends the processes, without waiting for what nobody will take."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, batch: list[Path]) -> None:
        try:
            self._under_way.append((batch, self._pool.submit(_read_batch, batch)))
        except BrokenProcessPool as broken:
            failed: Future[list[ReadFile]] = Future()
            failed.set_exception(broken)
            self._under_way.append((batch, failed))

    def _next(self) -> list[ReadFile]:
        batch, future = self._under_way.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._recovered(batch)

    def _recovered(self, batch: list[Path]) -> list[ReadFile]:
        """The batch again, each file in a process of its own; the others start anew."""
        waiting = [pending for pending, _ in self._under_way]
        self._under_way.clear()
        self._pool.shutdown(wait=True)
        results = [self._alone(path) for path in batch]
        self._pool = self._started(self._workers)
        for pending in waiting:
            self._submit(pending)
        return results

    def _alone(self, path: Path) -> ReadFile:
        with self._started(1) as pool:
            try:
                return pool.submit(_read_batch, [path]).result()[0]
            except BrokenProcessPool:
                died = f"{path.name}: the process that read it has died (out of memory?)"
                return ReadFile(path.name, errors=(died,))

    def _started(self, workers: int) -> ProcessPoolExecutor:
        # Spawned, not forked: the record is open in this process.
        return ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), _start, self._arguments
        )


def _start(extraction: Extraction) -> None:
    global _extraction
    _extraction = extraction
    end_with_parent()


def _read_batch(paths: list[Path]) -> list[ReadFile]:
    return [_extraction.read(path) for path in paths]
