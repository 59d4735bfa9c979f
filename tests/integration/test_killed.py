"""Loads and reads that are killed: the record is as before or as after, and works."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now
from interdict.config import Config
from interdict.workspace import Workspace

N_ENTRIES = 700
"""Entries of a generated edition: about 2,100 rows in its three files."""

MOMENTS = 10
"""Kills of loads, and as many of reads."""

State = dict[str, list[tuple[Any, ...]]]
"""Rows by table."""


@dataclass(frozen=True)
class World:
    """A record to start from, what is to be done to it, and every state it may be left in."""

    base: Path
    words: tuple[str, ...]
    states: tuple[State, ...]


def entries(chosen: random.Random, tag: str) -> list[tuple[Any, ...]]:
    """Invented entries; about a third differ from one `tag` to the next."""
    found: list[tuple[Any, ...]] = []
    for number in range(1, N_ENTRIES + 1):
        word = "".join(chosen.choices("abcdefghijklmnoprstuvz", k=9)).upper()
        remark = f"Tax ID No. {number}{tag if number % 3 == 0 else ''}."
        found.append((number, f"{word} TRADING {number}", "", "SDGT", remark, (f"{word} CO",)))
    return found


def state(record: Path) -> State:
    """Every row of every table, but for the times at which they were recorded."""
    with sqlite3.connect(record) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {}
        for (name,) in sorted(tables.fetchall()):
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            kept = [at for at, c in enumerate(cursor.description) if c[0] != "recorded_at"]
            found[name] = [tuple(row[at] for at in kept) for row in cursor]
    connection.close()
    return found


def copied(base: Path, to: Path) -> Path:
    """A copy of a workspace at rest."""
    assert sorted(p.name for p in base.iterdir()) == ["record.sqlite"]
    return Path(shutil.copytree(base, to))


def started(workspace: Path, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "interdict.cli.app", *words],
        env={**os.environ, "INTERDICT_WORKSPACE": str(workspace)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for_writing(workspace: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the process has opened the record, or ended."""
    while process.poll() is None and not (workspace / "record.sqlite-wal").exists():
        time.sleep(0.002)


def timed(world: World, scratch: Path) -> tuple[float, float]:
    """Seconds that a run takes until it opens the record, and from then on."""
    workspace = copied(world.base, scratch)
    begun = time.monotonic()
    with started(workspace, world.words) as process:
        wait_for_writing(workspace, process)
        opened = time.monotonic()
    assert process.returncode == 0
    return opened - begun, time.monotonic() - opened


@pytest.fixture(scope="module")
def load(
    tmp_path_factory: pytest.TempPathFactory,
    interdict: Callable[[Path], Any],
    ofac_files: Callable[..., Path],
) -> World:
    """A second edition onto a record that holds a first."""
    folder = tmp_path_factory.mktemp("load")
    first = ofac_files(folder / "first", entries(random.Random(1), "A"))
    second = ofac_files(folder / "second", entries(random.Random(1), "B")[7:])
    base = interdict(folder / "base")
    words = ("list", "load", "us_ofac_sdn", str(second), "--edition", "2024-02-01")
    assert base("list", "load", "us_ofac_sdn", first, "--edition", "2024-01-01").code == 0
    done = interdict(copied(base.workspace, folder / "done"))
    assert done(*words).code == 0
    states = tuple(state(c.workspace / "record.sqlite") for c in (base, done))
    return World(base.workspace, words, states)


@pytest.fixture(scope="module")
def read(
    tmp_path_factory: pytest.TempPathFactory,
    interdict: Callable[[Path], Any],
    ofac_files: Callable[..., Path],
) -> World:
    """Several texts onto a record that holds a list with the party they are about."""
    folder = tmp_path_factory.mktemp("read")
    base = interdict(folder / "base")
    files = ofac_files(folder / "list")
    assert base("list", "load", "us_ofac_sdn", files, "--edition", "2024-01-01").code == 0
    texts = folder / "texts"
    texts.mkdir()
    for at in range(3):
        (texts / f"{at}.txt").write_text(
            f" date 2024-03-0{at + 1} By Ada Brook\n\nThe State Department plans to designate the "
            "Harbour Front as a foreign terrorist organization. The designation will take effect "
            f"on March 1{at}, 2024, officials said.\n",
            "utf-8",
        )
    return World(base.workspace, ("read", str(texts)), tuple(_steps(base.workspace, folder, texts)))


def _steps(base: Path, folder: Path, texts: Path) -> Iterator[State]:
    """The states between the transactions of a read: one for each text, one for the links."""
    record = copied(base, folder / "stepwise") / "record.sqlite"
    yield state(record)
    with Workspace(Config(record.parent), now) as ws:
        for _ in ws.documents.read([texts]):
            yield state(record)
    final = state(record)
    assert final["judgement"]
    yield final


@pytest.mark.parametrize("what", ["load", "read"])
def test_a_killed_run_leaves_whole_transactions(
    what: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    interdict: Callable[[Path], Any],
) -> None:
    """At ten random moments, before it writes and while it does.

    Whatever the moment, every table is as before the run or as after one of its transactions
    (a load is one), the next command works, and the run done again completes the record.
    """
    world: World = request.getfixturevalue(what)
    until_open, writing = timed(world, tmp_path / "timed")
    chosen = random.Random(f"kill a {what}")
    delays = [
        (True, chosen.uniform(0, writing)) if at % 5 else (False, chosen.uniform(0, until_open))
        for at in range(MOMENTS)
    ]

    def killed(at: int) -> Path:
        """The workspace of a run that was killed at a moment."""
        workspace = copied(world.base, tmp_path / str(at))
        from_writing, seconds = delays[at]
        with started(workspace, world.words) as process:
            if from_writing:
                wait_for_writing(workspace, process)
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        return workspace

    with ThreadPoolExecutor(2) as pool:
        workspaces = list(pool.map(killed, range(MOMENTS)))
    left = []
    for at, workspace in enumerate(workspaces):
        command = interdict(workspace)
        status = {d["dataset"]: d for d in command.json("list", "status")["datasets"]}
        days = {e["published_on"] for e in status["us_ofac_sdn"]["editions"]}
        assert {"2024-01-01"} <= days <= {"2024-01-01", "2024-02-01"}
        found = state(workspace / "record.sqlite")
        assert found in world.states, f"moment {at}: between two states"
        left.append(world.states.index(found))
        if at % 5 == 0 or found not in (world.states[0], world.states[-1]):
            assert command(*world.words).code == 0
            assert state(workspace / "record.sqlite") == world.states[-1], f"moment {at}"
    assert 0 in left  # some were killed before anything was recorded


def test_a_run_interrupted_from_the_keyboard_says_that_what_was_done_stands(
    load: World, tmp_path: Path
) -> None:
    """Exit code 130, no traceback, and nothing of the transaction in the record."""
    workspace = copied(load.base, tmp_path / "record")
    with subprocess.Popen(
        [sys.executable, "-m", "interdict.cli.app", *load.words],
        env={**os.environ, "INTERDICT_WORKSPACE": str(workspace)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # A shell's background job ignores Ctrl-C, and hands that down: this one must not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        while process.poll() is None and not (workspace / "record.sqlite-wal").exists():
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err == "stopped; what was done before stands\n"
    assert state(workspace / "record.sqlite") == load.states[0]
