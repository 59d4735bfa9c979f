"""Ten thousand ordinary people against a real list."""

from __future__ import annotations

import csv
import json
import os
import pty
import select
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

AS_OF = ("--as-of", "2021-07-15")
N_ROWS = 10_000
BROKEN = {
    102: "1,2\n",
    2_500: 'A "quote that never closes,,,,,,,\n'.replace('A "', '"A '),
    5_001: "Someone Broken,Someone,,Broken,female,31 February,Nowhere,France\n",
    7_777: "-,,,,female,1970-01-01,Nowhere,France\n",
    9_999: "a,b,c,d,e,f,g,h,i,j\n",
}
"""Line of the file -> what stands there instead."""


@pytest.fixture(scope="module")
def parties(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first ten thousand rows."""
    source = shared / "data" / "names" / "yente" / "negatives_us.csv"
    lines = source.read_text("utf-8").splitlines(keepends=True)[: N_ROWS + 1]
    path = tmp_path_factory.mktemp("parties") / "parties.csv"
    path.write_text("".join(lines), "utf-8")
    return path


@pytest.fixture(scope="module")
def results(ofac: Any, parties: Path) -> tuple[Path, str, int]:
    """A run as a process on a terminal: its results, what it showed, its peak memory in kB."""
    output = parties.with_name("results.csv")
    leader, follower = pty.openpty()
    words = ["screen", "--file", str(parties), "--output", str(output), *AS_OF]
    with subprocess.Popen(
        [sys.executable, "-m", "interdict.cli.app", *words],
        env={**os.environ, "INTERDICT_WORKSPACE": str(ofac.command.workspace), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=follower,
    ) as process:
        os.close(follower)
        shown, peak = [], 0
        while process.poll() is None:
            if select.select([leader], [], [], 0.2)[0]:
                try:
                    shown.append(os.read(leader, 65_536).decode("utf-8", errors="replace"))
                except OSError:
                    break
            peak = max(peak, resident(process.pid))
    os.close(leader)
    assert process.returncode == 0
    return output, "".join(shown), peak


def resident(pid: int) -> int:
    """Peak resident memory of a process, kB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(r.split()[1]) for r in status.splitlines() if r.startswith("VmHWM")), 0)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_row_has_its_result_in_order(results: tuple[Path, str, int], parties: Path) -> None:
    """With few alerts, for these are ordinary people."""
    rows = read(results[0])
    names = [row["full_name"] for row in read(parties)]
    assert len(rows) == N_ROWS
    assert [row["name"] for row in rows] == names
    assert [int(row["line"]) for row in rows] == list(range(2, N_ROWS + 2))
    statuses = Counter(row["status"] for row in rows)
    assert set(statuses) <= {"clear", "alert"}
    assert statuses["alert"] < N_ROWS * 0.05


def test_progress_is_shown_on_a_terminal(results: tuple[Path, str, int]) -> None:
    """A bar that moves, with how many of how many."""
    assert "screening" in results[1]
    assert "10000/10000" in results[1]
    assert sum(f"{n}/10000" in results[1] for n in range(500, N_ROWS, 500)) >= 2


def test_memory_is_bounded(results: tuple[Path, str, int]) -> None:
    """The index of a list and one row at a time: under 600 MB."""
    assert results[2] < 600_000


def test_broken_rows_are_reported_by_line_and_the_rest_is_screened(
    ofac: Any, parties: Path, results: tuple[Path, str, int], tmp_path: Path
) -> None:
    """A copy with five broken rows: each is named, the results of the others are the same."""
    lines = parties.read_text("utf-8").splitlines(keepends=True)
    for line, text in BROKEN.items():
        lines[line - 1] = text
    path, output = tmp_path / "parties.csv", tmp_path / "results.csv"
    path.write_text("".join(lines), "utf-8")
    ran = ofac.command("screen", "--file", path, "--output", output, *AS_OF, "--json")
    assert ran.code == 1
    report = json.loads(ran.out)
    assert (report["n_rows"], report["n_broken"]) == (N_ROWS, 5)
    assert report["n_screened"] == N_ROWS - 5
    assert [row["line"] for row in report["broken"]] == list(BROKEN)
    for line in BROKEN:
        assert f"parties.csv, line {line}:" in ran.err
    assert "/10000" not in ran.err  # no progress bar off a terminal
    found, whole = read(output), read(results[0])
    assert {int(r["line"]) for r in found if r["status"] == "broken"} == set(BROKEN)
    assert [r for r in found if r["status"] != "broken"] == [
        r for r in whole if int(r["line"]) not in BROKEN
    ]
