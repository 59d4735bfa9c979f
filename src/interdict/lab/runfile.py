"""A run as it is kept: what was measured on what, every outcome, and a file of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from interdict.errors import InvalidInput
from interdict.lab.metrics import (
    CleanOutcome,
    Outcome,
    by_kind,
    clean_by_kind,
    percentile,
)
from interdict.lab.probes import Plan
from interdict.lab.run import Explained, Measured
from interdict.model.match import ScorePart

FORMAT = "interdict-lab-run/1"


@dataclass(frozen=True, slots=True)
class ListCard:
    """One list that was screened against: its edition, and how many parties it gave."""

    dataset: str
    edition: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a run was made with, so that it can be repeated and judged.

    `held_at` is the record's sequence number; `configuration` a hash of everything that the
    outcomes depend on; `threshold` the one in use (0 to 10,000); `budget` alerting names per
    1,000; `clean_file` the name and hash of the user's own file.
    """

    lists: tuple[ListCard, ...]
    as_of: str
    known_at: str
    held_at: int
    n_parties: int
    n_names: int
    engine: str
    weak_aliases: bool
    version: str
    plan: Plan
    threshold: int
    budget: float
    configuration: str
    made_at: str | None = None
    clean_file: str | None = None


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast it went, on the machine of the run; informative only. Times in milliseconds."""

    n_queries: int
    per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run."""

    card: Card
    outcomes: tuple[Outcome, ...]
    clean: tuple[CleanOutcome, ...]
    misses: tuple[Explained, ...]
    false_alerts: tuple[Explained, ...]
    speed: Speed | None = None


def finished(card: Card, measured: Measured) -> Run:
    """The run of a card and what was measured."""
    times = [1_000 * one for one in measured.seconds]
    speed = None
    if sum(times) > 0:
        speed = Speed(
            len(times),
            round(1_000 * len(times) / sum(times), 1),
            *(round(percentile(times, share), 3) for share in (0.5, 0.95, 0.99)),
        )
    return Run(
        card, measured.outcomes, measured.clean, measured.misses, measured.false_alerts, speed
    )


def configuration(*parts: object) -> str:
    """A hash of everything that outcomes depend on, given as plain data."""
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def as_dict(run: Run) -> dict[str, Any]:
    """The run as plain data: the file of `lab run --output`."""
    return {
        "format": FORMAT,
        "card": asdict(run.card),
        "speed": None if run.speed is None else asdict(run.speed),
        "outcomes": {
            kind: [_row(outcome) for outcome in group]
            for kind, group in by_kind(run.outcomes).items()
        },
        "clean": {
            kind: [[o.label, o.group, list(o.scores)] for o in group]
            for kind, group in clean_by_kind(run.clean).items()
        },
        "misses": [asdict(one) for one in run.misses],
        "false_alerts": [asdict(one) for one in run.false_alerts],
    }  # fmt: skip


def from_dict(data: Mapping[str, Any], file: str) -> Run:
    """The run that `as_dict` wrote; whatever else the file holds is passed over.

    Raises:
        InvalidInput: if it is not the file of a run.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise InvalidInput(
            f"{file}: not a run of the lab ({FORMAT}). Make one: interdict lab run --output {file}"
        )
    try:
        card = dict(data["card"])
        plan = dict(card["plan"])
        plan["kinds"] = None if plan["kinds"] is None else tuple(plan["kinds"])
        card["plan"] = Plan(**plan)
        card["lists"] = tuple(ListCard(**one) for one in card["lists"])
        return Run(
            Card(**card),
            tuple(_outcome(kind, row) for kind, rows in data["outcomes"].items() for row in rows),
            tuple(
                CleanOutcome(kind, label, group, tuple(scores))
                for kind, rows in data["clean"].items()
                for label, group, scores in rows
            ),
            _explained(data["misses"]),
            _explained(data["false_alerts"]),
            None if data["speed"] is None else Speed(**data["speed"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidInput(f"{file}: the run is damaged: {error}. Make it again.") from error


def read_run(path: Path) -> Run:
    """Reads a run's file.

    Raises:
        InvalidInput: if it cannot be read or is not the file of a run.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise InvalidInput(f"{path}: not JSON: {error}.") from error
    return from_dict(data, path.name)


def _row(one: Outcome) -> list[Any]:
    return [one.target, one.query, one.origin, one.score, one.rank, one.best, one.birth_date]


def _outcome(kind: str, row: Sequence[Any]) -> Outcome:
    target, query, origin, score, rank, best, birth_date = row
    return Outcome(kind, target, query, origin, score, rank, best, birth_date)


def _explained(rows: Sequence[Mapping[str, Any]]) -> tuple[Explained, ...]:
    known = {field.name for field in fields(Explained)}
    return tuple(
        Explained(
            **{key: value for key, value in row.items() if key in known and key != "parts"},
            parts=tuple(ScorePart(**part) for part in row["parts"]),
        )
        for row in rows
    )
