"""One process writes while others read: readers never fail and see whole states only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now, times_of
from interdict.config import Config
from interdict.workspace import Workspace

N_ENTRIES = 60
EDITIONS = ("2024-01-01", "2024-02-01", "2024-03-01")

READ_ALL = """
import sys
import time
from hashlib import sha256
from pathlib import Path
from interdict.cli.times import now, times_of
from interdict.config import Config
from interdict.workspace import Workspace

record, stop = Path(sys.argv[1]), Path(sys.argv[2])
while True:
    last = stop.exists()
    with Workspace(Config(record), now) as ws:
        view = ws.view(times_of(ws.config, "2024-12-31", None, None))
        digest = sha256()
        for entity in view.entities():
            digest.update(repr(entity).encode())
        print(view.moment.held_at, digest.hexdigest(), flush=True)
    if last:
        break
    time.sleep(0.1)
"""
"""Reads every entity of the record, again and again, until the file `stop` is there."""

ASK = """
import sys
import time
from pathlib import Path
from interdict.cli.app import main

stop = Path(sys.argv.pop())
while True:
    last = stop.exists()
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise
    print("--", flush=True)
    if last:
        break
    time.sleep(0.2)
"""
"""Asks the command line the same question, again and again."""


@pytest.fixture
def editions(tmp_path: Path, ofac_files: Callable[..., Path]) -> dict[str, Path]:
    """Editions in which everything changes: names, remarks, who is there."""
    found = {}
    for at, on in enumerate(EDITIONS):
        rows = [
            (n, f"PIER {n} NUMBER {at}", "", "SDGT", f"Tax ID No. {n}{at}.", (f"DOCK {n} {at}",))
            for n in range(1 + 5 * at, N_ENTRIES + 10 * at)
        ]
        found[on] = ofac_files(tmp_path / on, rows)
    return found


def process(workspace: Path, *words: object) -> subprocess.Popen[str]:
    """A Python process with the workspace in its environment."""
    return subprocess.Popen(
        [sys.executable, *map(str, words)],
        env={**os.environ, "INTERDICT_WORKSPACE": str(workspace)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def load(workspace: Path, on: str, folder: Path) -> None:
    """Loads one edition in a process of its own."""
    words = ("-m", "interdict.cli.app", "list", "load", "us_ofac_sdn", folder, "--edition", on)
    with process(workspace, *words) as loading:
        _, err = loading.communicate()
    assert loading.returncode == 0, err


def test_readers_see_whole_states_while_another_process_loads(
    editions: dict[str, Path], tmp_path: Path
) -> None:
    """What a reader found at a sequence number is what the record says of it ever after."""
    record, stop = tmp_path / "record", tmp_path / "stop"
    load(record, EDITIONS[0], editions[EDITIONS[0]])
    status = ("list", "status", "us_ofac_sdn", "--programmes", "--json")
    with (
        process(record, "-c", READ_ALL, record, stop) as reading,
        process(record, "-c", ASK, *status, stop) as asking,
    ):
        try:
            for on in EDITIONS[1:]:
                load(record, on, editions[on])
        finally:
            stop.touch()
        read, read_err = reading.communicate()
        asked, asked_err = asking.communicate()
    assert (reading.returncode, read_err) == (0, "")
    assert (asking.returncode, asked_err) == (0, "")
    seen = [line.split() for line in read.splitlines()]
    expected = {held: digest_at(record, held) for held in {int(held) for held, _ in seen}}
    assert [digest for _, digest in seen] == [expected[int(held)] for held, _ in seen]
    assert int(seen[-1][0]) == len(EDITIONS)
    answers = [json.loads(text) for text in asked.split("--\n") if text.strip()]
    for answer in answers:
        (one,) = answer["datasets"]
        days = [edition["published_on"] for edition in one["editions"]]
        assert days == list(EDITIONS[: len(days)])
        assert {part["edition"] for part in one["in_force"].values()} == {days[-1]}
        counts = {on: tags["SDGT"]["entries"] for on, tags in one["programmes"].items()}
        assert counts == {on: n_entries(on) for on in days}
    assert len(answers[-1]["datasets"][0]["editions"]) == len(EDITIONS)


def n_entries(on: str) -> int:
    """Entries of an edition."""
    return N_ENTRIES - 1 + 5 * EDITIONS.index(on)


def digest_at(record: Path, held: int) -> str:
    """What a reader finds in the record as it was at a sequence number."""
    with Workspace(Config(record), now) as ws:
        digest = sha256()
        for entity in ws.view(times_of(ws.config, "2024-12-31", None, str(held))).entities():
            digest.update(repr(entity).encode())
        return digest.hexdigest()


def test_two_processes_that_load_take_turns(
    editions: dict[str, Path], tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Both editions are in, each once, whichever came first; also into a record to be made."""
    record = tmp_path / "record"
    words = ("-m", "interdict.cli.app", "list", "load", "us_ofac_sdn")
    running = [
        process(record, *words, editions[on], "--edition", on) for on in (EDITIONS[1], EDITIONS[0])
    ]
    for one in running:
        with one:
            _, err = one.communicate()
        assert (one.returncode, err) == (0, "")
    (status,) = interdict(record).json("list", "status", "us_ofac_sdn")["datasets"]
    days = [edition["published_on"] for edition in status["editions"]]
    assert days == [EDITIONS[0], EDITIONS[1]]
    assert sorted(edition["held_at"] for edition in status["editions"]) == [1, 2]


def test_a_view_is_not_moved_by_a_load_that_comes_after_it(
    editions: dict[str, Path], tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Half of it read before, half after another process has committed."""
    record = tmp_path / "record"
    command = interdict(record)
    command("list", "load", "us_ofac_sdn", editions[EDITIONS[0]], "--edition", EDITIONS[0])
    with Workspace(Config(record), now) as ws:
        times = times_of(ws.config, "2024-12-31", None, None)
        whole = list(ws.view(times).entities())
        view = ws.view(times)
        stream = view.entities()
        before = [next(stream) for _ in range(N_ENTRIES // 2)]
        load(record, EDITIONS[1], editions[EDITIONS[1]])
        assert [*before, *stream] == whole
        assert [view.entity(entity.id) for entity in whole] == whole
        assert list(ws.view(times).entities()) != whole
