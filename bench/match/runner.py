"""Programs run in the peers' environment, with Interdict read from `src/`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.match.beside import Task, write_task
from bench.match.inputs import OUT, Entity, Inputs

ROOT = Path(__file__).resolve().parents[2]
HOME = OUT / "peers"
RUNS = OUT / "runs"
PACKAGES = ("nomenklatura", "rapidfuzz", "numpy", "scipy", "pyyaml")

QUALITY = "bench.adapter:engine"
SPEED = "bench.adapter:screening"

Lines = Sequence[Mapping[str, Any]]
"""Answers to queries: what was expected (`exp`), and `hits` with their scores."""


def setup() -> None:
    """Makes the peers' environment: the peers, and what Interdict itself needs."""
    venv.EnvBuilder(with_pip=True, clear=True).create(HOME)
    install = [str(python_of(HOME)), "-m", "pip", "install", "--quiet", *PACKAGES, f"{ROOT}[fast]"]
    subprocess.run(install, check=True)


def python_of(home: Path) -> Path:
    """The interpreter of an environment."""
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


@dataclass(frozen=True)
class Runner:
    """Runs the protocol's scripts, and `beside`, in the peers' environment.

    Raises:
        SystemExit: from each method, if the program fails; what it said is shown.
    """

    inputs: Inputs

    @property
    def protocol(self) -> Path:
        """The folder of the peers' protocol."""
        return self.inputs.data / "bench"

    def script(self, name: str, *arguments: str) -> str:
        """Standard output of a script of the protocol."""
        return self._run(str(self.protocol / name), *arguments)

    def pairwise(self) -> dict[str, Any]:
        """The protocol's table of pairs: comparator -> set -> figures."""
        self.script(
            *("pairwise.py", "--runs", "1", "--plugin", "bench.adapter:COMPARATOR"),
            *("--plugin", "bench.adapter:PARITY"),
            *("--only", "logic-v2,ofac,rf token_sort_ratio,interdict,interdict ofac parity"),
        )
        return dict(json.loads((RUNS / "pairwise.json").read_text("utf-8")))

    def quality(
        self, engine: str, entities: str, queries: Sequence[str], batch: int
    ) -> list[tuple[dict[str, Any], Lines]]:
        """For each set of the protocol's queries the head of its run, and a line for each query."""
        self.script("run_quality.py", engine, entities, ",".join(queries), "--batch", str(batch))
        tag = "".join(char if char.isalnum() or char == "_" else "-" for char in engine)
        suffix = f"_b{batch}" if batch > 1 else ""
        found = []
        for name in queries:
            path = RUNS / f"q_{tag}_{entities}_{name}{suffix}.jsonl"
            head, *lines = map(json.loads, path.read_text("utf-8").splitlines())
            found.append((head, lines))
        return found

    def timed(
        self,
        engine: str,
        entities: list[Entity],
        queries: list[Entity],
        *,
        n: int,
        batch: int,
        runs: int,
    ) -> dict[str, Any]:
        """What `beside` prints for one engine."""
        RUNS.mkdir(parents=True, exist_ok=True)
        paths = {"entities": RUNS / "entities.jsonl", "queries": RUNS / "queries.jsonl"}
        _write(paths["entities"], entities)
        _write(paths["queries"], queries)
        task = Task(
            protocol=str(self.protocol),
            engine=engine,
            entities=str(paths["entities"]),
            queries=str(paths["queries"]),
            n=n,
            batch=batch,
            runs=runs,
            clock=self.inputs.clock,
        )
        write_task(RUNS / "task.json", task)
        text = self._run("-m", "bench.match.beside", str(RUNS / "task.json"))
        return dict(json.loads(text.strip().splitlines()[-1]))

    def _run(self, *arguments: str) -> str:
        python = self.inputs.python
        if not python.exists():
            raise SystemExit("the peers have no environment yet: python -m bench match --setup")
        RUNS.mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "BENCH_OUT": str(RUNS),
        }
        done = subprocess.run(
            [str(python), *arguments], env=environment, cwd=ROOT, capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr[-2000:]}")
        return done.stdout


def _write(path: Path, entities: list[Entity]) -> None:
    lines = (json.dumps(one, ensure_ascii=False) for one in entities)
    path.write_text("\n".join(lines) + "\n", "utf-8")
