"""The rows of the benchmark, by name, and what runs them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.match import guarantee, lab, peers, processes, quality, speed
from bench.match.figures import Row, machine, spin, store
from bench.match.inputs import OUT, Inputs
from bench.throughput import stages

RESULTS = Path(__file__).resolve().parents[1] / "rows"
"""Where each row leaves its figures, as JSON; committed, so that the page keeps rows not run."""

ROWS: dict[str, Callable[[Inputs], Row]] = {
    "batch": speed.batch,
    "query": speed.query,
    "ofac": peers.ofac,
    "large": peers.large,
    "million": processes.million,
    "cold": processes.cold,
    "compile": speed.compiling,
    "stages": stages,
    "slowest": speed.slowest,
    "pairs": peers.pairs,
    "scripts": quality.scripts,
    "parity": quality.parity,
    "un": peers.un,
    "alias": peers.alias,
    "lab": lab.lab,
    "guarantee": guarantee.guarantee,
}


def title(name: str) -> str:
    """What a row measures: the first line of its function's docstring."""
    return (ROWS[name].__doc__ or "").strip().splitlines()[0].rstrip(".")


def run(names: Sequence[str], inputs: Inputs) -> None:
    """Runs rows one after the other, prints what each found, and keeps it as JSON."""
    OUT.mkdir(parents=True, exist_ok=True)
    os.environ["INTERDICT_WORKSPACE"] = str(OUT / "workspace")  # never the user's own record
    host = machine(inputs.python if inputs.python.exists() else None)
    for name in names:
        print(f"\n== {name}: {title(name)}", flush=True)
        before, started = spin(), time.perf_counter()
        row = ROWS[name](inputs)
        took = time.perf_counter() - started
        circumstances = {
            "code": processes.code_hash("matching", "text", "screening")[:12],
            "clock": inputs.clock,
            "took_s": took,
            "load": os.getloadavg()[0],
            "spin_ms": [*before, *spin()],
            "machine": host,
        }
        store(path_of(name), name, row, circumstances)
        for line in shown(row):
            print(line)
        print(f"({took:.0f} s)", flush=True)


def path_of(name: str) -> Path:
    """Where a row is kept."""
    return RESULTS / f"{name}.json"


def shown(row: Row) -> list[str]:
    """Figures as lines of text, the ratio first."""
    lines = []
    for figure in row.figures:
        ratio = "" if figure.ratio is None else f"x{figure.ratio:.3g}"
        beside = "" if figure.other is None else f" / {figure.other:.4g} ({figure.beside})"
        bound = ""
        if figure.target is not None:
            sign = "<=" if figure.less else ">="
            bound = f"  [{sign} {figure.target:g}: {'met' if figure.is_met else 'NOT met'}]"
        lines.append(f"{ratio:>8}  {figure.what}: {figure.ours:.4g} {figure.unit}{beside}{bound}")
    return lines
