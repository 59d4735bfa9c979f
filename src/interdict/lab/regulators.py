"""What regulators expect of a screening system, and what of it a run of the lab shows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import yaml

from interdict.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation, in our words.

    `grade` is how well our wording is proved: A read in the text itself, B in a summary by
    others, C from general knowledge. `shows` says what a run gives towards it, `does_not_show`
    what remains for its user to do.
    """

    key: str
    who: str
    citation: str
    expects: str
    shows: str
    does_not_show: str
    grade: str
    source: str


@cache
def expectations() -> tuple[Expectation, ...]:
    """All expectations of `regulators.yml`, in its order.

    Raises:
        ConfigError: if the file lacks a field, or has one too many.
    """
    path = resources.files("interdict.lab") / "regulators.yml"
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["expectations"]
    known = {field.name for field in fields(Expectation)}
    for row in rows:
        if set(row) != known:
            wrong = ", ".join(sorted(known ^ set(row)))
            raise ConfigError(f"regulators.yml, {row.get('key')}: missing or unknown: {wrong}")
    return tuple(Expectation(**{key: str(value) for key, value in row.items()}) for row in rows)
