"""CPU time of the matching engine: batches, its stages, one query; a JSON line for each row.

    python bench/throughput.py DATA [--names N] [--threshold SCORE]

DATA is the folder with the real lists (INTERDICT_TEST_DATA if given as `-`). Asked names are
clean ones with one misspelt listed name in ten; the list is the large one. CPU seconds of this
one process, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ours import SEED, Bench, emit, misspelt

from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher
from interdict.matching.asked import read
from interdict.matching.engine import CHUNK
from interdict.model.match import Match, Party

LIMIT = 10
N_QUERIES = 2_000


def parties(bench: Bench, n: int, *, skip: int, schema: str | None) -> list[Party]:
    """Clean names with one misspelt listed name in ten, always alike; none of the first `skip`."""
    rng = random.Random(SEED)
    clean, listed = bench.clean_names()[skip:], bench.listed_names()[skip:]
    names = clean[: n - n // 10] + [misspelt(name, rng) for name in listed[: n // 10]]
    rng.shuffle(names)
    return [Party((name,), schema=schema) for name in names]


def batch(bench: Bench, index: Index, n: int, threshold: int) -> None:
    """Names per CPU second: with no word known, and again with other names."""
    for schema in ("Person", None):
        matcher = TokenMatcher(index)
        rates: dict[str, float] = {}
        alerts = 0
        for label, skip in (("cold_per_s", 0), ("warm_per_s", n)):
            asked = parties(bench, n, skip=skip, schema=schema)
            took, answers = _timed(
                lambda matcher=matcher, asked=asked: list(
                    matcher.search_many(asked, threshold=threshold, limit=LIMIT)
                )
            )
            rates[label] = n / took
            alerts += sum(map(bool, answers))
        emit("batch", schema=schema, **rates, alerts_per_1000=500 * alerts / n)


def stages(bench: Bench, index: Index, n: int, threshold: int) -> None:
    """Microseconds a name in each stage of a batch."""
    matcher = TokenMatcher(index)
    took = dict.fromkeys(("read", "words", "candidates", "rest"), 0.0)
    n_pairs = 0
    asked = parties(bench, n, skip=0, schema="Person")
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
    emit("stages", **{f"{k}_us": 1e6 * v / n for k, v in took.items()}, aligned=n_pairs / n)


def query(bench: Bench, index: Index, threshold: int) -> None:
    """Milliseconds of CPU of one query: a third clean, a third listed, a third misspelt."""
    matcher = TokenMatcher(index)
    rng = random.Random(SEED)
    third = N_QUERIES // 3
    listed = bench.listed_names()
    names = bench.clean_names()[:third] + listed[:third]
    names += [misspelt(name, rng) for name in listed[third : 2 * third]]
    rng.shuffle(names)
    took = []
    for name in names:
        party = Party((name,))
        seconds, _ = _timed(
            lambda party=party: matcher.search(party, threshold=threshold, limit=LIMIT)
        )
        took.append(1e3 * seconds)
    took = sorted(took[100:])
    emit("query", p50_ms=took[len(took) // 2], p99_ms=took[int(len(took) * 0.99)], n=len(took))


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of some work, and what it gives."""
    started = time.process_time()
    result: list[list[Match]] | Any = work()
    return time.process_time() - started, result


def main() -> None:
    """Runs all rows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data")
    options.add_argument("--names", type=int, default=6_000)
    options.add_argument("--threshold", type=int, default=DEFAULT_THRESHOLD)
    given = options.parse_args()
    bench = Bench(Path(os.environ["INTERDICT_TEST_DATA"] if given.data == "-" else given.data), 0)
    held = bench.held
    seconds, index = _timed(lambda: Index.compile(held))
    emit("compile", cpu_s=seconds, mb=index.arrays.n_bytes / 1e6, names=index.n_names)
    batch(bench, index, given.names, given.threshold)
    stages(bench, index, given.names, given.threshold)
    query(bench, index, given.threshold)


if __name__ == "__main__":
    main()
