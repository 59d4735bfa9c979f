"""A time after which a network exchange ends, however slowly the other side drips.

A timeout for each read is none for their sum: a byte every few seconds keeps it alive for
days, also among the headers, where no code of ours runs in between. So a timer shuts the
sockets, and whoever reads from them gets an error.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any, Self


class Deadline:
    """Ends the connections that were made inside it after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Notes each connection as it is made; httpx calls it as the extension `trace`."""
        if not event.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        made = info["return_value"].get_extra_info("socket")
        if made is not None:
            with self._lock:
                self._sockets.append(made)
            if self.passed:
                self._end()

    def _end(self) -> None:
        self.passed = True
        with self._lock:
            for made in self._sockets:
                # Not the method of a TLS socket, which would take itself apart under its reader.
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(made, socket.SHUT_RDWR)
