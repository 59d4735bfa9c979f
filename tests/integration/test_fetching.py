"""Fetches that are killed: the record is as before or as after, and the next one goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.workspace import Workspace

N_ENTRIES = 600

LIST = (
    '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-05-30T10:00:00Z"><INDIVIDUALS/>'
    "<ENTITIES>"
    + "".join(
        f"<ENTITY><DATAID>{n}</DATAID><FIRST_NAME>LEAGUE {n}</FIRST_NAME>"
        f"<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.{n}</REFERENCE_NUMBER>"
        "</ENTITY>"
        for n in range(N_ENTRIES)
    )
    + "</ENTITIES></CONSOLIDATED_LIST>"
).encode()

FETCH = """
import random, sys, time
from pathlib import Path
from interdict.cli.times import now
from interdict.config import Config
from interdict.workspace import Workspace
from interdict.workspace.fetching.run import Fetching
from interdict.workspace.fetching.network import Clock, Network
from interdict.workspace.fetching.sources import RemoteFile, Source

source = Source("un_sc", "xml", (RemoteFile(sys.argv[2], "un.xml", "xml"),))
with Workspace(Config(Path(sys.argv[1])), now) as ws:
    clock = Clock(now, time.sleep, random.random)
    (outcome,) = Fetching(ws, Network("interdict/0 (test)"), clock).run([source])
print(outcome.status, outcome.n_bytes, outcome.cause)
"""


class Slow:
    """A publisher that gives its list in pieces, with a wait before each while `slow` is set."""

    def __init__(self) -> None:
        self.slow = False
        self.ranges: list[str] = []
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):
                    publisher._answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    @property
    def url(self) -> str:
        """The address of the list."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/un.xml"

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range", "")
        self.ranges.append(wanted)
        start = int(wanted[len("bytes=") : -1]) if wanted else 0
        handler.send_response(206 if wanted else 200)
        if wanted:
            handler.send_header("Content-Range", f"bytes {start}-{len(LIST) - 1}/{len(LIST)}")
        handler.send_header("ETag", '"v1"')
        handler.send_header("Content-Length", str(len(LIST) - start))
        handler.end_headers()
        for at in range(start, len(LIST), 4096):
            if self.slow and at - start > len(LIST) / 2:
                time.sleep(0.2)
            handler.wfile.write(LIST[at : at + 4096])


@pytest.fixture
def publisher() -> Iterator[Slow]:
    """A publisher that is there for one test."""
    made = Slow()
    yield made
    made.server.shutdown()
    made.thread.join()
    made.server.server_close()


def start(record: Path, url: str) -> subprocess.Popen[str]:
    """A process that fetches the list into a record."""
    return subprocess.Popen(
        [sys.executable, "-c", FETCH, str(record), url], stdout=subprocess.PIPE, text=True
    )


def ended(process: subprocess.Popen[str]) -> str:
    """What it printed, once it has ended well."""
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out.strip()


def wait_for(reached: Callable[[], bool]) -> None:
    """Waits until something has come about, half a minute at most."""
    for _ in range(1_500):
        if reached():
            return
        time.sleep(0.02)
    pytest.fail("it never came about")


def n_names(record: Path) -> int:
    """Names that the record holds."""
    with Workspace(Config(record), lambda: datetime(2024, 6, 1, tzinfo=UTC)) as ws:
        return sum(1 for _ in ws.record.everything().held(frozenset({"name"})))


def test_a_fetch_killed_while_it_receives_goes_on_where_it_stopped(
    tmp_path: Path, publisher: Slow
) -> None:
    """Nothing is recorded of the half; the next fetch asks for the other half alone."""
    publisher.slow = True
    process = start(tmp_path, publisher.url)
    part = tmp_path / "fetched" / "partial" / "un_sc.xml.un.xml"
    wait_for(lambda: part.exists() and part.stat().st_size > len(LIST) / 3)
    process.kill()
    process.communicate()
    assert n_names(tmp_path) == 0
    publisher.slow = False
    assert ended(start(tmp_path, publisher.url)) == f"fetched {len(LIST)}"
    assert publisher.ranges[0] == ""
    assert int(publisher.ranges[1][len("bytes=") : -1]) > len(LIST) / 3
    assert n_names(tmp_path) == N_ENTRIES


def test_a_fetch_killed_at_any_moment_leaves_a_record_that_works(
    tmp_path: Path, publisher: Slow
) -> None:
    """All of the edition or nothing of it; then it is fetched, or held already."""
    began = time.monotonic()
    assert ended(start(tmp_path / "whole", publisher.url)).startswith("fetched")
    took = time.monotonic() - began
    for share in (0.7, 0.85, 0.95):
        record = tmp_path / str(share)
        process = start(record, publisher.url)
        time.sleep(took * share)
        process.kill()
        process.communicate()
        assert n_names(record) in (0, N_ENTRIES)
        assert ended(start(record, publisher.url)).split()[0] in ("fetched", "unchanged")
        assert n_names(record) == N_ENTRIES
