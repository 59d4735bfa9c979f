"""Work spread over processes, with the results in the order of the work.

Workers are forked: they share what the parent has read and mapped, and nothing is copied to
them but the work itself. Where a system cannot fork, the parent does the work alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from interdict.errors import InterdictError
from interdict.processes import end_with_parent

Work = TypeVar("Work")
Result = TypeVar("Result")

_AHEAD = 3
"""Pieces of work under way for each worker: none waits, and memory stays bounded."""

_task: Callable[[Any], Any] | None = None


def spread(
    task: Callable[[Work], Result], pieces: Iterable[Work], *, n_workers: int
) -> Iterator[Result]:
    """Results of a task on each piece, in order; with two workers or more in processes.

    Pieces and results must be picklable; the task need not be. An exception of the task is
    raised here.

    Raises:
        InterdictError: if a worker process dies.
    """
    if n_workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(task, pieces)
        return
    with ProcessPoolExecutor(
        n_workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_adopt,
        initargs=(task,),
    ) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(_do, piece))
                if len(waiting) >= n_workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise InterdictError(
                "a worker process died (perhaps for want of memory); what was done before it "
                "stands: run the same command again to go on"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _adopt(task: Callable[[Any], Any]) -> None:
    """Runs in each worker first; an interrupt is the parent's business."""
    global _task
    _task = task
    gc.freeze()  # what the parent has read is not searched for garbage again, nor copied by it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _do(piece: Any) -> Any:
    assert _task is not None
    return _task(piece)
