"""Measures a function in a process of its own: wall time, CPU time, peak memory."""

from __future__ import annotations

import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measurement: seconds of wall and CPU time, peak resident memory in MB."""

    wall: float
    cpu: float
    peak_mb: float
    result: Any = None


def in_child(function: Callable[..., Any], *arguments: Any) -> Figure:
    """Runs a function in a fresh process; what it returns comes back with the figures."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_measured, args=(theirs, function, arguments))
    child.start()
    theirs.close()
    try:
        figure: Figure = ours.recv()
    except EOFError:
        raise SystemExit(f"{function.__name__} failed in its process") from None
    child.join()
    return figure


def median(function: Callable[..., Any], *arguments: Any, runs: int = 3) -> Figure:
    """The run of median wall time among several."""
    figures = sorted((in_child(function, *arguments) for _ in range(runs)), key=lambda f: f.wall)
    return figures[len(figures) // 2]


def percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    """50th and 99th percentile, in milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    return cuts[49] * 1000, cuts[98] * 1000


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Prints a Markdown table and the load of the machine, which every figure depends on."""
    print("| " + " | ".join(headings) + " |")
    print("|" + "---|" * len(headings))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    load = os.getloadavg()[0]
    print(f"\n{os.cpu_count()} cores, load {load:.1f} (a load above 1 means a noisy run)")


def _measured(pipe: Connection, function: Callable[..., Any], arguments: Sequence[Any]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    result = function(*arguments)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send(Figure(wall, cpu, peak, result))
    pipe.close()
