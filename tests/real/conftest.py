"""Records of real lists that several files of tests share: loading them takes a while."""

from __future__ import annotations

import csv
import fcntl
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

EDITIONS = {
    "2019-01-15": "sdn_2019_01",
    "2021-04-14": "sdn_2021_04",
    "2021-07-07": "sdn_2021_07",
}
LATER = "2021-08-18"
"""An edition of which only sdn.csv is at hand."""


@dataclass
class Naive:
    """What the files of one edition say, read with nothing but the csv module."""

    names: dict[str, str] = field(default_factory=dict)
    tags: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def rows(path: Path) -> list[list[str]]:
    """The rows of one file; null cells are empty."""
    text = path.read_bytes().rstrip(b"\x1a").decode("latin-1")
    return [[c.strip().replace("-0-", "") for c in r] for r in csv.reader(text.splitlines()) if r]


def naive(sdn: Path, alt: Path) -> Naive:
    """One edition."""
    found = Naive()
    for number, name, _, programmes, *_ in rows(sdn):
        found.names[number] = name
        found.tags[number] = set(programmes.split("] ["))
    for number, _, _, name, _ in rows(alt):
        found.aliases[number].append(name)
    return found


@dataclass(frozen=True)
class Loaded:
    """The record, how the loads went, and the naive reading of the same files."""

    command: Any
    reports: dict[str, Any]
    naive: dict[str, Naive]
    folder: Path
    rows: Callable[[Path], list[list[str]]]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Gives a folder by name that one of the test processes makes, and the others wait for."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = root / name, root / f"{name}.done"
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def sdn_of_july(
    shared: Path,
    made_once: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
    interdict: Callable[[Path], Any],
) -> Callable[[], Any]:
    """Gives a new workspace that holds OFAC's list of July 2021, with no index yet."""

    def load(folder: Path) -> None:
        files = shared / "data" / "ofac" / "sdn_2021_07"
        interdict(folder).json("list", "load", "us_ofac_sdn", files, "--edition", "2021-07-07")

    def copied() -> Any:
        folder = tmp_path_factory.mktemp("july") / "record"
        return interdict(shutil.copytree(made_once("sdn_of_july", load), folder))

    return copied


@pytest.fixture(scope="session")
def ofac(
    shared: Path,
    made_once: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
    interdict: Callable[[Path], Any],
) -> Loaded:
    """Three complete editions, then one of sdn.csv alone."""
    folder = shared / "data" / "ofac"
    later = folder / "history" / f"sdn_{LATER}.csv"

    def load(made: Path) -> None:
        command = interdict(made / "record")
        files = {on: folder / name for on, name in EDITIONS.items()} | {LATER: later}
        reports = {
            on: command.json("list", "load", "us_ofac_sdn", path, "--edition", on)
            for on, path in files.items()
        }
        (made / "reports.json").write_text(json.dumps(reports), "utf-8")

    made = made_once("ofac", load)
    record = shutil.copytree(made / "record", tmp_path_factory.mktemp("ofac") / "record")
    read = {
        on: naive(folder / name / "sdn.csv", folder / name / "alt.csv")
        for on, name in EDITIONS.items()
    }
    july = folder / "sdn_2021_07" / "alt.csv"  # the latest alt.csv before it
    read[LATER] = naive(later, july)
    reports = json.loads((made / "reports.json").read_text("utf-8"))
    return Loaded(interdict(record), reports, read, folder, rows)
