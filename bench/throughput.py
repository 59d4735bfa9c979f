"""CPU time of the matching engine: batches, its stages, one query; a JSON line for each row.

    python -m bench.throughput DATA [--names N] [--threshold SCORE]

For work on the engine: one run, one process, little to wait for. DATA is the folder with the
real lists (INTERDICT_TEST_DATA if given as `-`). Asked names are clean ones with one misspelt
listed name in ten; the list is the large one. CPU seconds of this one process, so that other
work on the machine counts little. `python -m bench match stages` keeps the stages for the page.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `python bench/throughput.py`, too

from bench.match.figures import Figure, Row
from bench.match.inputs import SEED, Inputs, listed_names, percentiles, persons
from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher, load_loops
from interdict.matching.asked import read
from interdict.matching.engine import CHUNK
from interdict.model.match import Party

LIMIT = 10
N_NAMES = 6_000
N_QUERIES = 2_000

STAGES = {
    "read": "read the names",
    "words": "look up their words",
    "candidates": "candidates, words known",
    "rest": "align and score",
}


def batch(inputs: Inputs, n: int, threshold: int) -> None:
    """Names per CPU second: with no word known, and again with other names."""
    listed = listed_names(inputs.large_held)
    for schema in ("Person", None):
        matcher = TokenMatcher(inputs.large_index)
        rates: dict[str, float] = {}
        alerts = 0
        for label, skip in (("cold_per_s", 0), ("warm_per_s", n)):
            asked = [Party((name,), schema=schema) for name in inputs.names(listed, n, skip=skip)]
            took, answers = _timed(
                lambda matcher=matcher, asked=asked: list(
                    matcher.search_many(asked, threshold=threshold, limit=LIMIT)
                )
            )
            rates[label] = n / took
            alerts += sum(map(bool, answers))
        _emit("batch", schema=schema, **rates, alerts_per_1000=500 * alerts / n)


def stage_times(inputs: Inputs, n: int, threshold: int) -> tuple[dict[str, float], float]:
    """Microseconds of CPU a name in each of `STAGES` of a batch, and pairs aligned a name."""
    matcher = TokenMatcher(Index(inputs.large_index.arrays))
    took = dict.fromkeys(STAGES, 0.0)
    n_pairs = 0
    asked = persons(inputs.names(listed_names(inputs.large_held), n))
    for at in range(0, n, CHUNK):
        chunk = asked[at : at + CHUNK]
        seconds, names = _timed(lambda chunk=chunk: [read(party) for party in chunk])
        took["read"] += seconds
        every = [name for party in names for name in party.names]
        took["words"] += _timed(lambda every=every: matcher._lookup.prepare(every))[0]
        found, (_, pairs) = _timed(lambda names=names: matcher._compared(names, threshold, None))
        took["candidates"] += found
        n_pairs += sum(map(len, pairs))
        whole = _timed(lambda names=names: matcher._search(names, threshold, LIMIT, None))[0]
        took["rest"] += whole - found
    return {stage: 1e6 * seconds / n for stage, seconds in took.items()}, n_pairs / n


def stages(inputs: Inputs) -> Row:
    """Microseconds of CPU that a name of a batch takes in each stage."""
    took, aligned = stage_times(inputs, N_NAMES, DEFAULT_THRESHOLD)
    figures = [Figure(STAGES[stage], value, "µs", less=True) for stage, value in took.items()]
    figures.append(Figure("listed names aligned", aligned, "a name", less=True))
    about = {"list": "large", "queries": f"{N_NAMES:,} names, no word known", "seed": SEED}
    return Row(tuple(figures), about)


def query(inputs: Inputs, threshold: int) -> None:
    """Milliseconds of CPU of one query: a third clean, a third listed, a third misspelt."""
    matcher = TokenMatcher(inputs.large_index)
    took = []
    for name in inputs.thirds(listed_names(inputs.large_held), N_QUERIES):
        seconds, _ = _timed(
            lambda name=name: matcher.search(Party((name,)), threshold=threshold, limit=LIMIT)
        )
        took.append(seconds)
    p50, p99 = percentiles(took[100:])
    _emit("query", p50_ms=p50, p99_ms=p99, n=len(took) - 100)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of some work, and what it gives."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def _emit(row: str, **figures: Any) -> None:
    """One JSON line, figures to four digits."""
    shown = {k: float(f"{v:.4g}") if isinstance(v, float) else v for k, v in figures.items()}
    print(json.dumps({"row": row, **shown}), flush=True)


def main() -> None:
    """Runs all rows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("--names", type=int, default=N_NAMES)
    options.add_argument("--threshold", type=int, default=DEFAULT_THRESHOLD)
    given = options.parse_args()
    data = Path(os.environ["INTERDICT_TEST_DATA"] if given.data == "-" else given.data)
    inputs = Inputs(data, Path(sys.executable))
    _ = inputs.large_held  # parsed before the clock runs
    load_loops()
    seconds, index = _timed(lambda: inputs.large_index)
    _emit("compile", cpu_s=seconds, mb=index.arrays.n_bytes / 1e6, names=index.n_names)
    batch(inputs, given.names, given.threshold)
    took, aligned = stage_times(inputs, given.names, given.threshold)
    _emit("stages", **{f"{k}_us": v for k, v in took.items()}, aligned=aligned)
    query(inputs, given.threshold)


if __name__ == "__main__":
    main()
