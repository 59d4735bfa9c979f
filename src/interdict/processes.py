"""Worker processes that end when the process that started them does.

A worker waits for work on a queue; if its parent is killed nobody ever closes that queue, and
the worker would wait, with all its memory, for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time

_SECONDS = 0.5
"""How often a worker looks for its parent."""


def end_with_parent() -> None:
    """To be called in a worker when it starts; in the main process it does nothing."""
    parent = multiprocessing.parent_process()
    if parent is None or parent.pid is None:
        return
    threading.Thread(target=_watch, args=(parent.pid,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS)
    os._exit(1)  # at once: what it was at, nobody will take
