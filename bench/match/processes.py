"""Whole processes: `interdict screen NAME` from a cold shell, a file of a million parties."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.cold_start import CLEAR_NAME, timed
from bench.match.figures import Figure, Row, repeated
from bench.match.inputs import EDITION, OUT, SEED, Inputs, listed_names

CLI = [sys.executable, "-m", "interdict.cli.app"]
SOURCES = Path(__file__).parents[2] / "src" / "interdict"
RUNS = 9
N_INTERRUPTED = 20_000
"""Rows of the file on which an interrupted run is compared with one that was let be."""


@dataclass(frozen=True)
class Ended:
    """How a process went: seconds of wall and CPU, peak memory in MB, standard output."""

    wall: float
    cpu: float
    peak_mb: float
    out: str


class Workspaces:
    """The workspace that holds the large list: loaded once, and again if the code has changed."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self.folder = OUT / "workspace"
        self.environment = {**os.environ, "INTERDICT_WORKSPACE": str(self.folder)}

    def run(self, *words: object) -> Ended:
        """One command line in the workspace.

        Raises:
            SystemExit: if it fails.
        """
        return ended([*CLI, *map(str, words)], self.environment)

    def built(self) -> Ended:
        """The index built anew, of the record as it stands."""
        self._load()
        built = self.run("index", "build")
        self._stamp("built").write_text(_hash("matching", "text", "workspace"), "utf-8")
        return built

    def ready(self) -> None:
        """Sees to it that the record is loaded and its index is that of this code."""
        self._load()
        stamp = self._stamp("built")
        if not stamp.exists() or stamp.read_text("utf-8") != _hash("matching", "text", "workspace"):
            self.built()

    def _load(self) -> None:
        stamp, state = self._stamp("loaded"), _hash("lists", "model", "store")
        if stamp.exists() and stamp.read_text("utf-8") == state:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("record.sqlite*"):
            old.unlink()
        self.run("list", "load", "own_list", self._inputs.large, "--edition", EDITION)
        self._stamp("built").unlink(missing_ok=True)
        stamp.write_text(state, "utf-8")

    def _stamp(self, name: str) -> Path:
        return self.folder / f"{name}.stamp"


def _hash(*packages: str) -> str:
    """A hash of the source of packages: what was made by other code is made again."""
    digest = sha256()
    for package in packages:
        for path in sorted((SOURCES / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()


def cold(inputs: Inputs) -> Row:
    """`interdict screen NAME` in a new process, beside a bare interpreter and numpy."""
    workspaces = Workspaces(inputs)
    workspaces.ready()
    os.environ["INTERDICT_WORKSPACE"] = str(workspaces.folder)
    name = listed_names(inputs.large_held)[0]
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "numpy": [sys.executable, "-c", "import numpy"],
        "match": [*CLI, "screen", name, "--as-of", EDITION],
        "clear": [*CLI, "screen", CLEAR_NAME, "--as-of", EDITION],
    }
    for command in commands.values():  # fills the caches of pages and bytecode
        timed(command)
    runs: dict[str, list[tuple[float, float, int]]] = {key: [] for key in commands}
    for _ in range(RUNS):  # turn by turn: a busy machine is unfair to all alike
        for key, command in commands.items():
            runs[key].append(timed(command))
    wall = {key: [one[0] for one in ran] for key, ran in runs.items()}
    cpu = {key: [one[1] for one in ran] for key, ran in runs.items()}
    peak = {key: max(one[2] for one in ran) / 1024 for key, ran in runs.items()}
    return Row(
        (
            _beside("screen, match: wall", wall, "match", "numpy", target=0.4),
            _beside("screen, match: CPU", cpu, "match", "numpy"),
            _beside("screen, no match: wall", wall, "clear", "numpy", target=0.4),
            _beside("screen, no match: CPU", cpu, "clear", "numpy"),
            _beside("import numpy: CPU", cpu, "numpy", "bare"),
            Figure(
                "screen, peak memory", max(peak["match"], peak["clear"]), "MB",
                "import numpy", peak["numpy"], 150, True,
            ),
        ),
        {"list": "large", "queries": f"one name, {RUNS} processes each, turn by turn"},
    )  # fmt: skip


_FLOORS = {"bare": "python -c pass", "numpy": "import numpy"}


def _beside(
    what: str, runs: dict[str, list[float]], ours: str, floor: str, target: float | None = None
) -> Figure:
    return repeated(
        what,
        runs[ours],
        other_runs=runs[floor],
        unit="s",
        beside=_FLOORS[floor],
        target=target,
        less=True,
    )


def million(inputs: Inputs) -> Row:
    """`interdict screen --file` on a million persons; and a run that is killed and goes on."""
    workspaces = Workspaces(inputs)
    workspaces.ready()
    figures = list(_interrupted(inputs, workspaces))
    n, output = inputs.n_parties, OUT / "results.csv"
    _clear(output)
    ran = workspaces.run(*_batch(inputs.parties_file(n), output))
    report = json.loads(ran.out)
    lines = output.read_bytes().count(b"\n") - 1
    target = 60 * n / 1_000_000
    figures += [
        Figure(f"{n:,} parties, wall", ran.wall, "s", target=target, less=True),
        Figure(f"{n:,} parties, CPU of all processes", ran.cpu, "s", less=True),
        Figure("parties a second, wall", n / ran.wall, "/s", target=1_000_000 / 60),
        Figure("peak memory of all processes", ran.peak_mb, "MB", target=2_000, less=True),
        Figure("alerts of 1,000", 1e3 * report["n_alerts"] / n),
        Figure("results missing", n - lines, target=0, less=True),
    ]
    return Row(
        tuple(figures),
        {
            "list": "large",
            "queries": f"{n:,} persons, first and last words of clean names recombined",
            "seed": SEED,
            "processes": min(2, os.cpu_count() or 1),
        },
    )


def _interrupted(inputs: Inputs, workspaces: Workspaces) -> Iterator[Figure]:
    """A run killed in the middle, and one that was let be: rows done again, bytes that differ."""
    source = inputs.parties_file(N_INTERRUPTED)
    whole, broken = OUT / "whole.csv", OUT / "broken.csv"
    for output in (whole, broken):
        _clear(output)
    workspaces.run(*_batch(source, whole))
    command = [*CLI, *map(str, _batch(source, broken))]
    reached = _killed(command, workspaces.environment, broken, at_least=N_INTERRUPTED // 4)
    report = json.loads(workspaces.run(*_batch(source, broken)).out)
    left, right = (path.read_bytes() for path in (whole, broken))
    differing = sum(a != b for a, b in zip(left, right, strict=False)) + abs(len(left) - len(right))
    yield Figure(f"killed at row (of {N_INTERRUPTED:,})", reached)
    yield Figure("rows taken over by the next run", report["n_resumed"], target=reached)
    yield Figure("bytes that differ from a run let be", differing, target=0, less=True)


def _batch(source: Path, output: Path) -> tuple[object, ...]:
    moment = ("--as-of", EDITION, "--known-at", EDITION, "--json")
    return ("screen", "--file", source, "--output", output, *moment)


def _clear(output: Path) -> None:
    for stale in OUT.glob(f"{output.name}*"):
        stale.unlink()


def _killed(command: list[str], environment: dict[str, str], output: Path, *, at_least: int) -> int:
    """Starts a batch and kills it, workers and all, once so many rows are on disk.

    Returns the rows on disk.

    Raises:
        SystemExit: if it ended before it could be killed.
    """
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that its workers die with it, and nothing else does
    )
    mark = output.with_name(output.name + ".part.json")
    while process.poll() is None:
        if _rows_on_disk(mark) >= at_least:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return _rows_on_disk(mark)
        time.sleep(0.02)
    raise SystemExit("the run to be interrupted was over before it could be")


def _rows_on_disk(mark: Path) -> int:
    try:
        return int(json.loads(mark.read_text("utf-8"))["n_rows"])
    except (OSError, ValueError):
        return 0


def ended(command: list[str], environment: dict[str, str]) -> Ended:
    """Runs a command to its end; its memory is that of its children, too, where it can be told.

    Raises:
        SystemExit: if it fails.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    memory = _Memory(process.pid)
    assert process.stdout is not None
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    memory.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"ended with {process.returncode}: {' '.join(command)}")
    alone = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Ended(wall, used.ru_utime + used.ru_stime, max(alone, memory.peak_mb), out)


class _Memory:
    """Watches the memory of a process and its children; pages they share count once (Linux)."""

    def __init__(self, pid: int) -> None:
        self.peak_mb = 0.0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the watch."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            processes = [self._pid, *_children(self._pid)]
            self.peak_mb = max(self.peak_mb, sum(map(_proportional_mb, processes)))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    return found


def _proportional_mb(pid: int) -> float:
    """Resident memory in MB; a page shared by two processes counts half."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
