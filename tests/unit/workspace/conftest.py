"""A publisher on this machine that answers as it is told: well, slowly, falsely, or not at all."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


@dataclass(frozen=True)
class Reply:
    """What is sent to one request.

    `stop_after` cuts the connection after so many bytes of the body; `drip_s` waits so long
    before each byte of the headers or of the body; `length` is what Content-Length says (the
    truth if left out, "" for no such header).
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stop_after: int | None = None
    length: str | None = None
    drip_s: float = 0.0
    drip_headers: bool = False
    ranges: bool = False


class Publisher:
    """A web server on 127.0.0.1; `asked` holds (path, headers) of each request."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._replies: dict[str, list[Reply]] = {}
        self._stopped = threading.Event()
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                publisher._answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, *_: Any) -> None:
                """Clients hang up on a bad publisher: that is what is tested."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def host(self) -> str:
        """Where it listens."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}{path}"

    def serve(self, path: str, *replies: Reply | bytes) -> str:
        """Answers to that path, one after another; the last one stays. Returns the address."""
        self._replies[path] = [r if isinstance(r, Reply) else Reply(r) for r in replies]
        return self.url(path)

    def headers(self, path: str) -> list[dict[str, str]]:
        """Headers of the requests for a path, names in lower case, in order."""
        return [headers for asked, headers in self.asked if asked == path]

    def close(self) -> None:
        """Stops; once is enough."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append((handler.path, headers))
        replies = self._replies.get(handler.path, [Reply(b"gone", 404)])
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        handler.close_connection = True
        with suppress(OSError):
            self._send(handler, reply, headers)

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply, asked: dict[str, str]) -> None:
        status, body, headers = reply.status, reply.body, dict(reply.headers)
        unchanged = asked.get("if-none-match") == headers.get("ETag", "-")
        if status == 200 and unchanged:
            status, body = 304, b""
        wanted = asked.get("range", "")
        if reply.ranges and wanted and asked.get("if-range") == headers.get("ETag"):
            start = int(wanted.removeprefix("bytes=").partition("-")[0])
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            status, body = 206, body[start:]
        length = str(len(body)) if reply.length is None else reply.length
        head = [f"HTTP/1.1 {status} Told", "Connection: close"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        if length and status != 304:
            head.append(f"Content-Length: {length}")
        raw = ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")
        self._write(handler, raw, reply.drip_s if reply.drip_headers else 0)
        self._write(handler, body[: reply.stop_after], reply.drip_s)

    def _write(self, handler: BaseHTTPRequestHandler, data: bytes, drip_s: float) -> None:
        pieces = [data] if not drip_s else [data[n : n + 1] for n in range(len(data))]
        for piece in pieces:
            if drip_s:
                time.sleep(drip_s)
            if self._stopped.is_set():
                return
            handler.wfile.write(piece)
            handler.wfile.flush()


@pytest.fixture
def reply() -> type[Reply]:
    """The class of what a publisher sends."""
    return Reply


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher that is there for one test."""
    made = Publisher()
    yield made
    made.close()
