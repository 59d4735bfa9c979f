"""The same record and the same question give the same bytes: in every run, in every process.

Python seeds the hashes of texts anew in each process, so whatever depends on the order of a set
differs between two processes with different seeds, and rarely within one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

SEEDS = ("0", "1", "4711")

ENGINE = """
import random
import sys
from hashlib import sha256
from interdict.errors import InvalidInput
from interdict.matching import Index, TokenMatcher
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.statement import Statement

FIRST = "Ottokar Otokar Mohamed Muhammad Абдул عبد Anna-Lena J. Дмитрий Dmitri 金".split()
LAST = "Brandeis Brandais al-Qorashi القرشي Северов Severov van der Tide Ltd 川贸易".split()
rng = random.Random(3)


def name():
    return " ".join(rng.choices(FIRST, k=rng.randrange(1, 3)) + rng.choices(LAST, k=2))


rows = []
for number in range(80):
    schema = rng.choice(["Person", "Organization", "Company"])
    said = [("name", name()), ("alias", name()), ("weakAlias", name()), ("country", "xr")]
    said += [("birthDate", f"19{number % 90 + 10}-02-03"), ("passportNumber", f"P{number % 20}")]
    rows += [(f"e-{number}", schema, prop, value) for prop, value in said]
rng.shuffle(rows)
index = Index.compile((i, Held(Statement("d", i, s, p, v))) for i, s, p, v in rows)
digest = sha256()
for key in sorted(index.arrays.arrays):
    digest.update(key.encode() + index.arrays[key].tobytes())
print("index", digest.hexdigest())

matcher = TokenMatcher(index)
parties = [
    Party((name(), name()), birth_date="1960", countries=("xr", "zz"), identifiers=(f"P{n}", "Q"))
    for n in range(20)
]
parties += [Party((name(),)) for _ in range(20)]
many = list(matcher.search_many(parties, threshold=3000, limit=20))
print("matches", sum(map(len, many)))
print("batch", sha256(repr(many).encode()).hexdigest())
single = [matcher.search(party, threshold=3000, limit=20) for party in parties]
print("single", sha256(repr(single).encode()).hexdigest())
"""
"""Compiles an invented list and asks it; prints what the index and the answers hash to."""

CLI = "from interdict.cli.app import main; main()"


def run(*arguments: object, seed: str, workspace: Path | None = None, code: int = 0) -> bytes:
    """Standard output of a Python process with that hash seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    if workspace is not None:
        environment["INTERDICT_WORKSPACE"] = str(workspace)
    command = [sys.executable, "-c", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout


def lines(output: bytes) -> dict[str, str]:
    """What the engine's process printed, by name."""
    return dict(line.split() for line in output.decode().splitlines())


def test_the_engine_gives_the_same_bytes_in_every_process() -> None:
    """Index, answers one by one and answers in a batch; there are matches to differ in."""
    runs = [run(ENGINE, seed=seed) for seed in (*SEEDS, SEEDS[0])]
    assert len(set(runs)) == 1
    found = lines(runs[0])
    assert int(found["matches"]) > 100
    assert found["batch"] == found["single"]


@pytest.fixture
def record(
    tmp_path: Path, interdict: Callable[[Path], Any], ofac_files: Callable[..., Path]
) -> Path:
    """A workspace with two editions in which names come, go and change; no index yet."""
    command = interdict(tmp_path / "record")
    for at, on in enumerate(("2024-01-01", "2024-02-01")):
        rows = [
            (n, f"HARBOUR {n % 7}, Anselm {n}", "individual", "SDGT] [FTO", "DOB 14 Mar 1961.",
             (f"PIER {n} {at}", f"ANSELM H. {n}"))
            for n in range(1 + 4 * at, 40 + 6 * at)
        ]  # fmt: skip
        folder = ofac_files(tmp_path / on, rows)
        command.json("list", "load", "us_ofac_sdn", folder, "--edition", on)
    return tmp_path / "record"


def test_the_index_folder_is_the_same_in_every_process(record: Path) -> None:
    """Its id is a hash of every byte in it: built anew under each seed, it is the same one."""
    ids = set()
    for seed in SEEDS:
        run(CLI, "index", "build", seed=seed, workspace=record)
        ids.add((record / "index" / "CURRENT").read_text("utf-8"))
    assert len(ids) == 1


def test_an_answer_is_the_same_in_every_process(record: Path) -> None:
    """To the byte, as JSON, for names that meet many parties and for one that is over."""
    run(CLI, "index", "build", seed="0", workspace=record)
    times = ("--as-of", "2024-02-02", "--known-at", "2024-02-02", "--held-at", "2")
    for name in ("Anselm Harbour", "Pier 3 0", "Nobody Atall"):
        asked = (CLI, "screen", name, "--limit", "30", "--threshold", "0.4", *times, "--json")
        answers = {run(*asked, seed=seed, workspace=record) for seed in SEEDS}
        assert len(answers) == 1
        assert answers.pop().strip()


def test_a_batch_is_the_same_in_every_process(record: Path, tmp_path: Path) -> None:
    """Two workers, different seeds, CSV and JSON lines: the same files byte for byte."""
    source = tmp_path / "parties.csv"
    rows = [f"{n},Anselm Harbour {n}" for n in range(50)] + [f"{n},Pier {n} 0" for n in range(50)]
    source.write_text("id,name\n" + "\n".join(rows) + "\n", "utf-8")
    for kind in ("csv", "jsonl"):
        digests = set()
        for at, seed in enumerate((*SEEDS, SEEDS[0])):
            output = tmp_path / f"{at}.{kind}"
            asked = ("screen", "--file", source, "--output", output, "--as-of", "2024-02-02")
            held = ("--known-at", "2024-02-02", "--held-at", "2")
            run(CLI, *asked, *held, seed=seed, workspace=record)
            digests.add(sha256(output.read_bytes()).hexdigest())
        assert len(digests) == 1
