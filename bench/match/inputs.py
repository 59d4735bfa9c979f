"""What the rows ask and are asked about: the lists, the names, the files; always alike."""

from __future__ import annotations

import csv
import json
import random
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.adapter import held_of
from bench.match.figures import CLOCKS
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import SourceFile
from interdict.matching import INDEXED_PROPERTIES, Index
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.schema import NAME_PROPERTIES

OUT = Path(__file__).resolve().parents[1] / "out"
SEED = 20_251_122
LARGE = "data/multi_list/sanctions_2026-04-22.csv"
EDITION = "2026-04-22"

Entity = dict[str, Any]
Pairs = list[tuple[str, Held]]


@dataclass(frozen=True)
class Inputs:
    """One folder of data, and how it is to be measured.

    Args:
        data: the folder with `data/` (lists, names) and `bench/` (the peers' protocol).
        python: the interpreter of the peers' environment.
        clock: `cpu` or `wall`, for times within a process.
        n_parties: rows of the file of the row `million`.
    """

    data: Path
    python: Path
    clock: str = "cpu"
    n_parties: int = 1_000_000

    def timed(self, work: Callable[[], Any]) -> tuple[float, Any]:
        """Seconds of some work, and what it gives."""
        read = CLOCKS[self.clock]
        started = read()
        result = work()
        return read() - started, result

    @property
    def large(self) -> Path:
        """The large list's file."""
        return self.data / LARGE

    @cached_property
    def large_held(self) -> Pairs:
        """Indexed statements of the large list, 31,741 rows."""
        file = SourceFile(self.large.name, self.large.read_bytes())
        (content,) = parse_files("own_list", [file]).parts
        return [
            (s.entity_id, Held(s)) for s, _ in content.statements if s.prop in INDEXED_PROPERTIES
        ]

    @cached_property
    def large_index(self) -> Index:
        """The large list, compiled."""
        return Index.compile(self.large_held)

    @cached_property
    def large_entities(self) -> list[Entity]:
        """The large list as FollowTheMoney dictionaries, with its names alone."""
        entities: dict[str, Entity] = {}
        for entity_id, held in self.large_held:
            said = held.statement
            one = entities.setdefault(
                entity_id, {"id": entity_id, "schema": said.schema, "properties": {}}
            )
            if said.prop in NAME_PROPERTIES:
                one["properties"].setdefault(said.prop, []).append(said.value)
        return list(entities.values())

    def protocol_list(self, name: str) -> list[Entity]:
        """A list of the peers' protocol: `ofac` (8,976 parties), `un`."""
        path = self.data / "bench" / "lists" / f"{name}.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    def protocol_held(self, name: str) -> Pairs:
        """Indexed statements of a list of the protocol."""
        return [pair for entity in self.protocol_list(name) for pair in held_of(entity)]

    @cached_property
    def clean_names(self) -> list[str]:
        """Names of people on no list, shuffled."""
        names: list[str] = []
        for region in ("us", "global"):
            path = self.data / f"data/names/yente/negatives_{region}.csv"
            with path.open(encoding="utf-8", newline="") as file:
                names += [row["full_name"] for row in csv.DictReader(file)]
        random.Random(SEED).shuffle(names)
        return names

    def names(self, listed: list[str], n: int, *, skip: int = 0) -> list[str]:
        """Clean names with one misspelt listed name in ten; other ones for another `skip`."""
        rng = random.Random(f"{SEED}:{skip}")
        n_listed = n // 10
        chosen = [listed[(skip + at) % len(listed)] for at in range(n_listed)]
        clean = self.clean_names[skip : skip + n - n_listed]
        names = [*clean, *(misspelt(name, rng) for name in chosen)]
        rng.shuffle(names)
        return names

    def thirds(self, listed: list[str], n: int) -> list[str]:
        """A third clean, a third listed, a third misspelt."""
        rng = random.Random(SEED)
        third = n // 3
        names = [*self.clean_names[:third], *listed[:third]]
        names += [misspelt(name, rng) for name in listed[third : 2 * third]]
        rng.shuffle(names)
        return names

    def parties_file(self, n: int) -> Path:
        """A CSV file of so many persons: first and last words of clean names, recombined."""
        path = OUT / f"parties_{n}.csv"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            rng = random.Random(SEED)
            split = [name.split() for name in self.clean_names if " " in name]
            with path.open("w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(["id", "name", "schema"])
                for number in range(n):
                    first, last = rng.choice(split)[0], rng.choice(split)[-1]
                    rows.writerow([number, f"{first} {last}", "Person"])
        return path


def listed_names(held: Pairs) -> list[str]:
    """Distinct names of a list, shuffled."""
    names = sorted({h.statement.value for _, h in held if h.statement.prop in NAME_PROPERTIES})
    random.Random(SEED).shuffle(names)
    return names


def persons(names: Iterable[str]) -> list[Party]:
    """Parties that are asked about as persons, by name alone."""
    return [Party((name,), schema="Person") for name in names]


def misspelt(name: str, rng: random.Random) -> str:
    """One edit in one word of at least four letters: dropped, added, changed or swapped."""
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) > 3]
    if long:
        at = rng.choice(long)
        words[at] = edited(words[at], rng)
    return " ".join(words)


def misspelt_everywhere(name: str, rng: random.Random) -> str:
    """One edit in every word of at least four letters."""
    return " ".join(edited(word, rng) if len(word) > 3 else word for word in name.split())


def edited(word: str, rng: random.Random) -> str:
    """A word of three letters or more with one edit, not in its first letter."""
    at, letter = rng.randrange(1, len(word) - 1), rng.choice(string.ascii_lowercase)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds, nearest rank."""
    ordered = sorted(seconds)
    return 1e3 * ordered[len(ordered) // 2], 1e3 * ordered[int(len(ordered) * 0.99)]
