"""How long one `interdict screen NAME` takes from a cold shell, beside a bare interpreter.

    python bench/cold_start.py --workspace DIR --name NAME [--as-of DATE] [--runs 10]

The workspace must hold a record; its index is built first if need be. Whole processes are
timed, one after the other and turn by turn, so that a busy machine is unfair to all alike:
`python -c pass`, `python -c "import numpy"`, a name that hits, a name that does not. Figures
are medians of wall and processor time, and the largest resident memory. This program stays
small: on Linux a process counts the memory of the one that started it towards its own peak.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

CLEAR_NAME = "Wilhelmina Featherstonehaugh"


def timed(command: list[str]) -> tuple[float, float, int]:
    """Seconds of wall and processor time, and resident memory in kB, of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"failed with {process.returncode}: {' '.join(command)}")
    kilobytes = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    return wall, used.ru_utime + used.ru_stime, kilobytes


def commands(options: argparse.Namespace) -> dict[str, list[str]]:
    """What is timed, by the name it is printed under."""
    screen = [sys.executable, "-m", "interdict.cli.app", "--workspace", str(options.workspace)]
    screen += ["screen"]
    dated = [] if options.as_of is None else ["--as-of", options.as_of]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import numpy'": [sys.executable, "-c", "import numpy"],
        "screen, no match": [*screen, CLEAR_NAME, *dated],
        "screen, match": [*screen, options.name, *dated],
    }


def main() -> None:
    """Measures and prints a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workspace", type=Path, required=True)
    parser.add_argument("--name", required=True, help="a name that matches on the date")
    parser.add_argument("--as-of")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    asked = commands(options)
    for command in asked.values():  # builds the index, fills the page and bytecode caches
        timed(command)
    results: dict[str, list[tuple[float, float, int]]] = {name: [] for name in asked}
    for _ in range(options.runs):
        for name, command in asked.items():
            results[name].append(timed(command))
    figures = {
        name: {
            "wall_ms": round(1000 * statistics.median(wall for wall, _, _ in rows)),
            "cpu_ms": round(1000 * statistics.median(cpu for _, cpu, _ in rows)),
            "memory_mb": round(max(memory for _, _, memory in rows) / 1024),
            "runs": [(wall, cpu) for wall, cpu, _ in rows],
        }
        for name, rows in results.items()
    }
    if options.json:
        print(json.dumps(figures, indent=2))
        return
    print(f"{'':<28}{'wall':>9}{'processor':>12}{'memory':>10}")
    for name, row in figures.items():
        print(f"{name:<28}{row['wall_ms']:>6} ms{row['cpu_ms']:>9} ms{row['memory_mb']:>7} MB")


if __name__ == "__main__":
    main()
