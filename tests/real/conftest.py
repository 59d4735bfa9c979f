"""Records of real lists that several files of tests share: loading them takes a while."""

from __future__ import annotations

import csv
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
def ofac(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Loaded:
    """Three complete editions, then one of sdn.csv alone."""
    folder = shared / "data" / "ofac"
    command = interdict(tmp_path_factory.mktemp("ofac"))
    reports, read = {}, {}
    for on, name in EDITIONS.items():
        reports[on] = command.json("list", "load", "us_ofac_sdn", folder / name, "--edition", on)
        read[on] = naive(folder / name / "sdn.csv", folder / name / "alt.csv")
    later = folder / "history" / f"sdn_{LATER}.csv"
    reports[LATER] = command.json("list", "load", "us_ofac_sdn", later, "--edition", LATER)
    july = folder / "sdn_2021_07" / "alt.csv"  # the latest alt.csv before it
    read[LATER] = naive(later, july)
    return Loaded(command, reports, read, folder, rows)
