"""The peers and Interdict on the same rows, one after the other, in one run; ratios first.

    python bench/peers.py DATA --setup           makes the peers' environment in bench/out/peers
    python bench/peers.py DATA [row ...]         speed, pairs, un, alias; all without a name

DATA is the folder that holds the peers' protocol (`bench/harness.py` and what stands beside
it) and `data/`; `-` takes INTERDICT_TEST_DATA. The peers need packages that the project does
not: they live in an environment of their own, in which Interdict is read from `src/`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = HERE / "out"
HOME = OUT / "peers"
RUNS = OUT / "runs"
PACKAGES = ("nomenklatura", "rapidfuzz", "numpy", "scipy", "pyyaml")

OURS = "adapter:engine"
OUR_SCREENING = "adapter:screening"
HARD_FPR = 0.025
"""The operating point at which recall is compared: so many hard negatives may alert."""


@dataclass(frozen=True)
class Runner:
    """Runs the protocol's scripts in the peers' environment."""

    protocol: Path
    python: Path

    def run(self, script: str, *arguments: str) -> str:
        """The script's standard output.

        Raises:
            SystemExit: if it fails; what it said is shown.
        """
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(HERE))),
            "BENCH_OUT": str(RUNS),
        }
        command = [str(self.python), str(self.protocol / script), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{script} {' '.join(arguments)} failed:\n{done.stderr[-2000:]}")
        return done.stdout


def setup() -> None:
    """Makes the environment: the peers, and what Interdict itself needs."""
    venv.EnvBuilder(with_pip=True, clear=True).create(HOME)
    install = [str(python_of(HOME)), "-m", "pip", "install", "--quiet", *PACKAGES, str(ROOT)]
    subprocess.run(install, check=True)


def python_of(home: Path) -> Path:
    """The interpreter of an environment."""
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def speed(runner: Runner) -> None:
    """Queries per second and latency on the same list with the same queries."""
    rows = [
        ("nk-v2", "ofac", "400", "3", "200"),
        (OUR_SCREENING, "ofac", "400", "3", "200"),
        ("rf-tsr", "ofac", "400", "3", "1"),
        (OUR_SCREENING, "ofac", "400", "3", "1"),
        ("nk-v2", "ofac", "40", "2", "1"),
    ]
    found = []
    for engine, name, queries, reps, batch in rows:
        sized = ("--queries", queries, "--reps", reps, "--batch", batch, "--builds", "1")
        text = runner.run("throughput.py", engine, name, *sized)
        found.append(json.loads(text.strip().splitlines()[-1]))
    peer, ours, brute, alone, peer_alone = found
    _ratio("batch, names a second, to logic-v2", ours["qps_wall"], peer["qps_wall"])
    _ratio("one at a time, to brute rapidfuzz", alone["qps_wall"], brute["qps_wall"])
    _ratio("one at a time, to logic-v2", alone["qps_wall"], peer_alone["qps_wall"])
    _ratio("median latency of logic-v2, to ours", peer_alone["ms_p50"], alone["ms_p50"])
    for row in found:
        print(json.dumps(row))


def pairs(runner: Runner) -> None:
    """Labelled pairs: name cases, entity checks, names across scripts."""
    ours = "interdict"
    runner.run(
        *("pairwise.py", "--runs", "1", "--plugin", "adapter:COMPARATOR"),
        *("--plugin", "adapter:PARITY"),
        *("--only", f"logic-v2,ofac,rf token_sort_ratio,{ours},interdict ofac parity"),
    )
    results = json.loads((RUNS / "pairwise.json").read_text())
    for key in ("name_bench", "entity_bench", "cross_script"):
        mine, peer = results[ours][key], results["logic-v2"][key]
        _ratio(f"{key} F1 at the threshold, to logic-v2", mine["at"]["f"], peer["at"]["f"])
        _ratio(f"{key} average precision, to logic-v2", mine["ap"], peer["ap"])
    print("| comparator | set | n | P | R | F1 | best F1 | AP | strong F1 | µs a pair |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, result in results.items():
        for key in ("name_bench", "entity_bench", "cross_script"):
            print(_pair_row(name, key, result))


def _pair_row(name: str, key: str, result: dict[str, Any]) -> str:
    found, at = result[key], result[key]["at"]
    strong = found.get("groups", {}).get("STRONG", {}).get("at", {}).get("f")
    figures = [at["p"], at["r"], at["f"], found["best"]["f"], found["ap"]]
    cells = [name, key, str(found["n"]), *(f"{figure:.3f}" for figure in figures)]
    cells += ["-" if strong is None else f"{strong:.3f}", f"{result['time']['fresh_med']:.0f}"]
    return f"| {' | '.join(cells)} |"


def un(runner: Runner) -> None:
    """The UN fixtures: altered names found, and clean names that alert."""
    sets = "un_untreated,un_treated,neg_us,neg_global"
    found = {}
    for engine, batch in (("nk-v2", "200"), ("rf-tsr", "1"), (OURS, "1")):
        runner.run("run_quality.py", engine, "un", sets, "--batch", batch)
        treated, line = _answers(engine, "un", "un_treated", batch)
        negatives = [_answers(engine, "un", name, batch)[1] for name in ("neg_us", "neg_global")]
        clean = [row for rows in negatives for row in rows]
        threshold = treated["threshold"]
        found[engine] = (_recall(line, threshold), _alerting(clean, threshold), len(clean))
    _ratio("UN treated, alert recall, to logic-v2", found[OURS][0], found["nk-v2"][0])
    print("| engine | alert recall, treated | clean names that alert |")
    print("|---|---|---|")
    for engine, (recall, alerts, n) in found.items():
        print(f"| {engine} | {recall:.4f} | {alerts:.4%} of {n} |")


def alias(runner: Runner) -> None:
    """Held-out aliases: a listed person asked for by an alias that the list does not have.

    The hard negatives are UN parties by their own names: does another party alert? They set
    the threshold at which `HARD_FPR` of them do; the same threshold is used on OFAC's list.
    """
    lines, recalls = [], {}
    for engine, batch in (("nk-v2", "200"), ("rf-tsr", "1"), (OURS, "1")):
        runner.run("run_quality.py", engine, "un", "un_untreated", "--batch", batch)
        head, hard = _answers(engine, "un", "un_untreated", batch)
        others = sorted((_best_other(row) for row in hard), reverse=True)
        bound = others[int(HARD_FPR * len(others))]
        own = sum(score >= head["threshold"] for score in others) / len(others)
        for name in ("un", "ofac"):
            runner.run("run_quality.py", engine, f"{name}_loo", f"{name}_alias", "--batch", batch)
            _, rows = _answers(engine, f"{name}_loo", f"{name}_alias", batch)
            default = _recall(rows, head["threshold"])
            bounded = sum(_score_of_expected(row) > bound for row in rows) / len(rows)
            recalls[engine, name] = default if own <= HARD_FPR else bounded
            lines.append(
                f"| {engine} | {name} | {len(rows)} | {default:.3f} | {own:.3f} "
                f"| {bounded:.3f} (> {bound:.3f}) |"
            )
    for name in ("un", "ofac"):
        _ratio(
            f"held-out alias, {name}, at hard FPR <= {HARD_FPR:.1%}, to logic-v2",
            recalls[OURS, name],
            recalls["nk-v2", name],
        )
    print("| engine | list | n | alert recall | hard FPR (UN) | recall at that hard FPR |")
    print("|---|---|---|---|---|---|")
    print("\n".join(lines))


def _answers(engine: str, name: str, queries: str, batch: str) -> tuple[Any, list[Any]]:
    """The head and the rows of a stored run of `run_quality.py`."""
    tag = engine.replace(":", "-").replace(" ", "-")
    suffix = f"_b{batch}" if int(batch) > 1 else ""
    path = RUNS / f"q_{tag}_{name}_{queries}{suffix}.jsonl"
    head, *rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return head, rows


def _score_of_expected(row: Any) -> float:
    return float(dict(row["hits"]).get(row["exp"], 0.0))


def _best_other(row: Any) -> float:
    return max((score for key, score in row["hits"] if key != row["exp"]), default=0.0)


def _recall(rows: Sequence[Any], threshold: float) -> float:
    return sum(_score_of_expected(row) >= threshold for row in rows) / len(rows)


def _alerting(rows: Sequence[Any], threshold: float) -> float:
    tops = (max((score for _, score in row["hits"]), default=0.0) for row in rows)
    return sum(top >= threshold for top in tops) / len(rows)


def _ratio(what: str, ours: float, peer: float) -> None:
    ratio = f"{ours / peer:.2f}" if peer else "-"
    print(f"RATIO {ratio}  {what}: {ours:.4g} / {peer:.4g}", flush=True)


ROWS: dict[str, Callable[[Runner], None]] = {
    "speed": speed,
    "pairs": pairs,
    "un": un,
    "alias": alias,
}


def main() -> None:
    """Makes the environment, or runs the rows that were named."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data")
    options.add_argument("rows", nargs="*", metavar="row", help=", ".join(ROWS))
    options.add_argument("--setup", action="store_true", help="make the peers' environment")
    options.add_argument("--python", type=Path, help="an environment that has them already")
    asked = options.parse_args()
    if unknown := set(asked.rows) - set(ROWS):
        options.error(f"no such row: {', '.join(sorted(unknown))}. Known: {', '.join(ROWS)}")
    data = Path(os.environ["INTERDICT_TEST_DATA"] if asked.data == "-" else asked.data)
    if asked.setup:
        setup()
        return
    python = asked.python or python_of(HOME)
    if not python.exists():
        options.error("the peers have no environment yet: run this with --setup first")
    RUNS.mkdir(parents=True, exist_ok=True)
    runner = Runner(data.resolve() / "bench", python)
    for row in asked.rows or ROWS:
        ROWS[row](runner)


if __name__ == "__main__":
    main()
