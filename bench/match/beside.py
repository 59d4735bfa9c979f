"""One engine on one list with given queries, timed; runs in the peers' environment.

    python -m bench.match.beside TASK.json

The task names the protocol's folder, the engine, the list and the queries (JSON lines), how
many queries make a run, how many go together, how many runs, and the clock. Prints one JSON
object: queries a second of each run, milliseconds of each batch, seconds of building.
"""

from __future__ import annotations

import gc
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.match.figures import CLOCKS


@dataclass(frozen=True)
class Task:
    """What is timed. Every run takes the next `n` queries; the first `warm_up` are not timed."""

    protocol: str
    engine: str
    entities: str
    queries: str
    n: int
    batch: int
    runs: int
    clock: str
    warm_up: int = 20


def measured(task: Task) -> dict[str, Any]:
    """Builds the engine and asks it."""
    sys.path.insert(0, task.protocol)
    from engines import load_engine  # the protocol's module

    clock = CLOCKS[task.clock]
    entities, queries = _read(task.entities), _read(task.queries)
    gc.collect()
    engine = load_engine(task.engine)
    started = clock()
    engine.build(entities)
    build = clock() - started
    together = getattr(engine, "query_batch", None)
    ask = together or (lambda asked: [engine.query(one) for one in asked])
    ask(queries[: task.warm_up])
    rates, took = [], []
    for run in range(task.runs):
        at = task.warm_up + run * task.n
        asked = [dict(q, id=f"{q['id']}-{run}") for q in queries[at : at + task.n]]
        first = clock()
        for part in range(0, len(asked), task.batch):
            began = clock()
            ask(asked[part : part + task.batch])
            took.append(1e3 * (clock() - began))
        rates.append(len(asked) / (clock() - first))
    return {"engine": engine.name, "build_s": build, "rates": rates, "batch_ms": took}


def _read(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def write_task(path: Path, task: Task) -> None:
    """Leaves a task where `main` finds it."""
    path.write_text(json.dumps(asdict(task)), "utf-8")


if __name__ == "__main__":
    print(json.dumps(measured(Task(**json.loads(Path(sys.argv[1]).read_text("utf-8"))))))
