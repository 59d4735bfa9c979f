"""Interdict's own speed and quality figures; one JSON line for each row.

    python bench/ours.py DATA [row ...] [--parties N]

DATA is the folder with `data/` and `bench/` (INTERDICT_TEST_DATA if left out as `-`). Rows:
batch, query, compile, cold, million, parity, scripts; all of them without a name.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import statistics
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from adapter import COMPARATOR, FULL, compare

from interdict.lists.catalog import parse_files
from interdict.lists.parsing import SourceFile
from interdict.matching import DEFAULT_THRESHOLD, INDEXED_PROPERTIES, Index, TokenMatcher
from interdict.matching.ofac_parity import parity_score
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.schema import NAME_PROPERTIES

HERE = Path(__file__).parent
OUT = HERE / "out"
SEED = 20251122
LARGE = "data/multi_list/sanctions_2026-04-22.csv"
EDITION = "2026-04-22"
CLI = [sys.executable, "-c", "from interdict.cli.app import main; main()"]


class Bench:
    """What the rows share: the folder, the large list, queries, a loaded workspace."""

    def __init__(self, data: Path, n_parties: int) -> None:
        self.data = data
        self.n_parties = n_parties
        self.large = data / LARGE
        self._parsed: list[tuple[str, Held]] | None = None
        self._index: Index | None = None

    @property
    def held(self) -> list[tuple[str, Held]]:
        """The large list's indexed statements."""
        if self._parsed is None:
            file = SourceFile(self.large.name, self.large.read_bytes())
            (content,) = parse_files("own_list", [file]).parts
            self._parsed = [
                (s.entity_id, Held(s))
                for s, _ in content.statements
                if s.prop in INDEXED_PROPERTIES
            ]
        return self._parsed

    @property
    def index(self) -> Index:
        """The large list, compiled."""
        if self._index is None:
            self._index = Index.compile(self.held)
        return self._index

    def clean_names(self) -> list[str]:
        """Names of people on no list, shuffled, always alike."""
        names = []
        for region in ("us", "global"):
            path = self.data / f"data/names/yente/negatives_{region}.csv"
            with path.open(encoding="utf-8", newline="") as file:
                names += [row["full_name"] for row in csv.DictReader(file)]
        random.Random(SEED).shuffle(names)
        return names

    def listed_names(self) -> list[str]:
        """Distinct names of the large list, shuffled, always alike."""
        names = sorted(
            {h.statement.value for _, h in self.held if h.statement.prop in NAME_PROPERTIES}
        )
        random.Random(SEED).shuffle(names)
        return names

    def workspace(self) -> dict[str, str]:
        """The environment of a workspace that holds the large list; loaded once."""
        folder = OUT / "workspace"
        environment = {**os.environ, "INTERDICT_WORKSPACE": str(folder)}
        if not (folder / "loaded").exists():
            folder.mkdir(parents=True, exist_ok=True)
            load = ["list", "load", "own_list", str(self.large), "--edition", EDITION]
            emit("load", **timed([*CLI, *load], environment))
            (folder / "loaded").touch()
        return environment


def batch(bench: Bench) -> None:
    """Names per second on one core, clean names with one listed name in ten."""
    matcher = TokenMatcher(bench.index)
    mixed = _mixed(bench.clean_names(), bench.listed_names(), 6_000)
    parties = [Party((name,), schema="Person") for name in mixed]
    _search_all(matcher, parties[:500])
    rates = []
    for at in range(500, len(parties), 1_100):
        part = parties[at : at + 1_100]
        started = time.perf_counter()
        _search_all(matcher, part)
        rates.append(len(part) / (time.perf_counter() - started))
    emit("batch", names_per_s=statistics.median(rates), low=min(rates), high=max(rates))


def query(bench: Bench) -> None:
    """Milliseconds of one query in process: a third clean, a third listed, a third misspelt."""
    matcher = TokenMatcher(bench.index)
    rng = random.Random(SEED)
    listed = bench.listed_names()
    names = bench.clean_names()[:700] + listed[:700] + [misspelt(n, rng) for n in listed[700:1400]]
    rng.shuffle(names)
    took = []
    for name in names:
        started = time.perf_counter()
        matcher.search(Party((name,)), threshold=DEFAULT_THRESHOLD, limit=10)
        took.append((time.perf_counter() - started) * 1e3)
    took = sorted(took[100:])
    emit("query", p50_ms=took[len(took) // 2], p99_ms=took[int(len(took) * 0.99)], n=len(took))


def compiling(bench: Bench) -> None:
    """Seconds to compile the large list in process and to build it from the record; its size."""
    held = bench.held
    started = time.perf_counter()
    Index.compile(held)
    inside = time.perf_counter() - started
    environment = bench.workspace()
    built = timed([*CLI, "index", "build"], environment)
    folder = Path(environment["INTERDICT_WORKSPACE"])
    status = subprocess.run(
        [*CLI, "index", "status", "--json"], env=environment, capture_output=True, text=True
    ).stdout
    size = sum(p.stat().st_size for p in folder.glob("index*/**/*") if p.is_file())
    emit("compile", compile_s=inside, disk_mb=size / 1e6, status=status.strip()[:600], **built)


def cold(bench: Bench) -> None:
    """Wall seconds and memory of `interdict screen NAME` in a new process, index in place."""
    environment = bench.workspace()
    timed([*CLI, "index", "build"], environment)
    name = bench.listed_names()[0]
    runs = [timed([*CLI, "screen", name, "--json"], environment) for _ in range(7)][2:]
    emit(
        "cold",
        wall_s=statistics.median(run["wall_s"] for run in runs),
        peak_mb=max(run["peak_mb"] for run in runs),
    )


def million(bench: Bench) -> None:
    """A file of parties screened from the command line: first and last names recombined."""
    environment = bench.workspace()
    path = OUT / f"parties_{bench.n_parties}.csv"
    if not path.exists():
        _write_parties(path, bench.clean_names(), bench.n_parties)
    results = OUT / "results.csv"
    for stale in OUT.glob("results.csv*"):
        stale.unlink()
    run = timed([*CLI, "screen", "--file", str(path), "--output", str(results)], environment)
    emit("million", parties=bench.n_parties, per_s=bench.n_parties / run["wall_s"], **run)


def parity(bench: Bench) -> None:
    """The share of OFAC's own scores that the parity score is within five points of."""
    path = bench.data / "data/names/nomenklatura/ofac_fixtures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if int(r["ofac_score"]) >= 0]
    off = [
        abs(parity_score(r["query_name"], r["result_name"]) - int(r["ofac_score"])) for r in rows
    ]
    emit(
        "parity",
        n=len(off),
        within_5=sum(gap <= 5 for gap in off) / len(off),
        exact=sum(gap == 0 for gap in off) / len(off),
        mean_error=statistics.fmean(off),
    )


def scripts(bench: Bench) -> None:
    """Recall at the threshold on names in two scripts, and of pairs that do not belong."""
    for path in sorted((bench.data / "data/names/transliteration").glob("*.tsv")):
        pairs = list(_pairs(path))
        right = [_score(latin, other) for latin, other in pairs]
        wrong = [_score(a[0], b[1]) for a, b in zip(pairs, pairs[1:] + pairs[:1], strict=True)]
        alert = DEFAULT_THRESHOLD / FULL
        emit(
            "scripts",
            file=path.stem,
            n=len(pairs),
            recall=sum(score >= alert for score in right) / len(right),
            wrong=sum(score >= alert for score in wrong) / len(wrong),
        )


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a file. The Korean one holds labels of other people: only pairs of as many words
    on both sides stay, or a Korean name written as one word of two to four syllables."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, _, other = line.partition("\t")
        if "korean" in path.stem:
            n_latin, n_other = len(latin.replace("-", " ").split()), len(other.split())
            native = n_other == 1 and 2 <= len(other) <= 4 and n_latin in (2, 3)
            if not (native or n_latin == n_other):
                continue
        yield latin, other


def _score(latin: str, other: str) -> float:
    return compare(
        {"id": "q", "schema": "Person", "properties": {"name": [latin]}},
        {"id": "c", "schema": "Person", "properties": {"name": [other]}},
    )


def misspelt(name: str, rng: random.Random) -> str:
    """One edit in one word of at least four letters: dropped, added, changed or swapped."""
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) > 3]
    if not long:
        return name
    at = rng.choice(long)
    word, where = words[at], rng.randrange(1, len(words[at]) - 1)
    letter = rng.choice(string.ascii_lowercase)
    words[at] = rng.choice(
        [
            word[:where] + word[where + 1 :],
            word[:where] + letter + word[where:],
            word[:where] + letter + word[where + 1 :],
            word[:where] + word[where + 1] + word[where] + word[where + 2 :],
        ]
    )
    return " ".join(words)


def _mixed(clean: list[str], listed: list[str], n: int) -> list[str]:
    names = clean[: n - n // 10] + listed[: n // 10]
    random.Random(SEED).shuffle(names)
    return names


def _search_all(matcher: TokenMatcher, parties: list[Party]) -> None:
    for party in parties:
        matcher.search(party, threshold=DEFAULT_THRESHOLD, limit=10)


def _write_parties(path: Path, names: list[str], n: int) -> None:
    rng = random.Random(SEED)
    split = [name.split() for name in names if " " in name]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name", "schema"])
        for number in range(n):
            first, last = rng.choice(split)[0], rng.choice(split)[-1]
            rows.writerow([number, f"{first} {last}", "Person"])


def timed(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    """Wall seconds, CPU seconds and peak memory of a command; it has to succeed."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return {
        "wall_s": time.perf_counter() - started,
        "cpu_s": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
    }


def emit(row: str, **figures: Any) -> None:
    """One JSON line, figures to four digits."""
    shown = {k: float(f"{v:.4g}") if isinstance(v, float) else v for k, v in figures.items()}
    print(json.dumps({"row": row, **shown}, ensure_ascii=False), flush=True)


ROWS: dict[str, Callable[[Bench], None]] = {
    "batch": batch,
    "query": query,
    "compile": compiling,
    "cold": cold,
    "million": million,
    "parity": parity,
    "scripts": scripts,
}


def main() -> None:
    """Runs the rows that were named, in order."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data")
    options.add_argument("rows", nargs="*", metavar="row", help=", ".join(ROWS))
    options.add_argument("--parties", type=int, default=1_000_000)
    asked = options.parse_args()
    if unknown := set(asked.rows) - set(ROWS):
        options.error(f"no such row: {', '.join(sorted(unknown))}. Known: {', '.join(ROWS)}")
    data = Path(os.environ["INTERDICT_TEST_DATA"] if asked.data == "-" else asked.data)
    OUT.mkdir(exist_ok=True)
    emit("engine", name=COMPARATOR["name"], threshold=COMPARATOR["threshold"], cores=os.cpu_count())
    bench = Bench(data, asked.parties)
    for row in asked.rows or ROWS:
        ROWS[row](bench)


if __name__ == "__main__":
    main()
