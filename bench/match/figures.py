"""What a row of the benchmark says: figures with their peer, target and noise; kept as JSON."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

CLOCKS: dict[str, Callable[[], float]] = {"cpu": time.process_time, "wall": time.perf_counter}
"""What in-process times are taken by: CPU seconds of the process, or seconds on the wall."""

PACKAGES = ("interdict", "numpy", "rapidfuzz", "nomenklatura", "rigour", "followthemoney", "duckdb")

_SPINS = 7


@dataclass(frozen=True)
class Figure:
    """One measurement.

    `ours` and `other` (the peer or floor that `beside` names) are in `unit`; a `target` is for
    `ours`. `less` True: less is better. `runs` and `other_runs` are all repetitions that the
    medians were taken of, in the order they were made.
    """

    what: str
    ours: float
    unit: str = ""
    beside: str = ""
    other: float | None = None
    target: float | None = None
    less: bool = False
    runs: tuple[float, ...] = ()
    other_runs: tuple[float, ...] = ()

    @property
    def ratio(self) -> float | None:
        """Ours over the other one; None without one."""
        return self.ours / self.other if self.other else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None without one."""
        if self.target is None:
            return None
        return self.ours <= self.target if self.less else self.ours >= self.target


def repeated(
    what: str, runs: Iterable[float], *, other_runs: Iterable[float] = (), **rest: Any
) -> Figure:
    """A figure that is the median of its repetitions."""
    ours, others = tuple(runs), tuple(other_runs)
    other = statistics.median(others) if others else None
    return Figure(what, statistics.median(ours), other=other, runs=ours, other_runs=others, **rest)


@dataclass(frozen=True)
class Row:
    """What one row found. `about` says on what: list, queries, seed, counts, threshold."""

    figures: tuple[Figure, ...]
    about: dict[str, Any] = field(default_factory=dict)


def spin() -> tuple[float, ...]:
    """CPU milliseconds of one fixed piece of work, several times: how quiet the machine is."""
    took = []
    for _ in range(_SPINS):
        started = time.process_time()
        total = 0
        for number in range(400_000):
            total += number & 7
        took.append(1e3 * (time.process_time() - started))
    return tuple(took)


def machine(other_python: Path | None = None) -> dict[str, Any]:
    """The machine and the versions of all that was run; of the peers' environment, too."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": _memory_gb(),
        "system": f"{platform.system()} {platform.machine()}",
        "versions": versions(),
        "peer_versions": {} if other_python is None else versions_of(other_python),
    }


def versions() -> dict[str, str]:
    """Version of each package of `PACKAGES` that is there, and of Python."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def versions_of(python: Path) -> dict[str, str]:
    """`versions` of another environment; empty if it does not run."""
    code = "import json; from bench.match.figures import versions; print(json.dumps(versions()))"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [str(python), "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    return dict(json.loads(done.stdout)) if done.returncode == 0 else {}


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or "unknown"


def _memory_gb() -> int | None:
    if sys.platform == "win32":
        return None
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def store(path: Path, name: str, row: Row, circumstances: dict[str, Any]) -> None:
    """Keeps a row as JSON."""
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    content = {"row": name, "made_at": made_at, **circumstances, **asdict(row)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def stored(path: Path) -> tuple[Row, dict[str, Any]]:
    """A row that was kept, and everything beside it."""
    content = json.loads(path.read_text("utf-8"))
    figures = tuple(
        Figure(**{**one, "runs": tuple(one["runs"]), "other_runs": tuple(one["other_runs"])})
        for one in content.pop("figures")
    )
    return Row(figures, content.pop("about")), content
