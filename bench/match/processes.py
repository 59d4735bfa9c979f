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
from tempfile import TemporaryFile
from typing import Any

from bench.match.figures import Figure, Row, repeated
from bench.match.inputs import EDITION, OUT, SEED, Inputs, listed_names

CLI = [sys.executable, "-m", "interdict.cli.app"]
SOURCES = Path(__file__).parents[2] / "src" / "interdict"
COLD_START = Path(__file__).parents[1] / "cold_start.py"
IMPORT_NUMPY = "python -c 'import numpy'"
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
        self._stamp("built").write_text(_index_code(), "utf-8")
        return built

    def ready(self) -> None:
        """Sees to it that the record is loaded and its index is that of this code."""
        self._load()
        stamp = self._stamp("built")
        if not stamp.exists() or stamp.read_text("utf-8") != _index_code():
            self.built()

    def _load(self) -> None:
        stamp, state = self._stamp("loaded"), code_hash("lists", "model", "store")
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


def code_hash(*packages: str) -> str:
    """A hash of the source of packages: what was made by other code is made again."""
    digest = sha256()
    for package in packages:
        for path in sorted((SOURCES / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _index_code() -> str:
    return code_hash("matching", "text", "workspace")


def cold(inputs: Inputs) -> Row:
    """`interdict screen NAME` in a new process, beside a bare interpreter and numpy."""
    workspaces = Workspaces(inputs)
    workspaces.ready()
    name = listed_names(inputs.large_held)[0]
    asked = ["--workspace", str(workspaces.folder), "--name", name, "--as-of", EDITION]
    command = [sys.executable, str(COLD_START), *asked, "--runs", str(RUNS), "--json"]
    found = json.loads(ended(command, workspaces.environment).out)
    bare, numpy, clear, match = (
        found[key] for key in ("python -c pass", IMPORT_NUMPY, "screen, no match", "screen, match")
    )
    memory = max(match["memory_mb"], clear["memory_mb"])
    return Row(
        (
            _beside("screen, match: wall", 0, match, numpy, "import numpy", target=0.4),
            _beside("screen, match: CPU", 1, match, numpy, "import numpy"),
            _beside("screen, no match: wall", 0, clear, numpy, "import numpy", target=0.4),
            _beside("screen, no match: CPU", 1, clear, numpy, "import numpy"),
            _beside("import numpy: CPU", 1, numpy, bare, "python -c pass"),
            Figure(
                "screen, peak memory", memory, "MB", "import numpy", numpy["memory_mb"], 150, True
            ),
        ),
        {"list": "large", "queries": f"one name, {RUNS} processes each, turn by turn"},
    )


def _beside(
    what: str,
    which: int,
    ours: dict[str, Any],
    floor: dict[str, Any],
    name: str,
    target: float | None = None,
) -> Figure:
    """Seconds (0: wall, 1: CPU) of the runs of a command beside those of a floor."""
    return repeated(
        what,
        [run[which] for run in ours["runs"]],
        other_runs=[run[which] for run in floor["runs"]],
        unit="s",
        beside=name,
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
    """Runs a command to its end; memory is that of its children, too, where it can be told (Linux).

    Elsewhere it is what the system says of the process alone. On Linux that would count the
    memory of this very process, at the moment it starts the other one.

    Raises:
        SystemExit: if it fails.
    """
    started = time.perf_counter()
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=said, text=True
        )
        memory = _Memory(process.pid)
        assert process.stdout is not None
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        memory.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(
                f"ended with {process.returncode}: {' '.join(command)}\n{said.read()[-2000:]}"
            )
    peak_mb = memory.peak_mb or used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Ended(wall, used.ru_utime + used.ru_stime, peak_mb, out)


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
            together = sum(_of_proc(pid, "smaps_rollup", "Pss:") for pid in processes)
            alone = _of_proc(self._pid, "status", "VmHWM:")
            self.peak_mb = max(self.peak_mb, together, alone)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    return found


def _of_proc(pid: int, file: str, field: str) -> float:
    """Megabytes that the system tells of a process; 0 if it does not.

    `Pss` counts a page that two processes share half for each; `VmHWM` is the most ever held.
    """
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text("ascii").splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return 0.0
