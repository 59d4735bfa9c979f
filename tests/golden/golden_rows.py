"""Reads golden files: what each document of a set says, written down before it was extracted.

One line a row, below `## FILE` (or `## FILE#N` for an entry of a feed):

    tier | kind | subject | words of the document | slot=value; slot=value
    = subject; other name | programme | status | slot=value
    ! a party that is not designated
    @ words of a time expression | EDTF, or none

A tier with a question mark is optional: it counts nowhere, and finding it is no mistake.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One claim that a document makes."""

    tier: int
    optional: bool
    kind: str
    subjects: tuple[str, ...]
    words: str
    slots: dict[str, str]


@dataclass
class Golden:
    """What one document says."""

    doc: str
    rows: list[Row] = field(default_factory=list)
    designated: list[tuple[tuple[str, ...], str | None, str, dict[str, str]]] = field(
        default_factory=list
    )
    never: list[str] = field(default_factory=list)
    times: list[tuple[str, str | None]] = field(default_factory=list)


def read_golden(path: Path) -> list[Golden]:
    """The documents of a golden file.

    Raises:
        ValueError: for a line of no known form, with its number.
    """
    found: list[Golden] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            found.append(Golden(line[3:].strip()))
        elif line.strip() and not line.startswith("# "):
            try:
                _add(found[-1], line)
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from None
    return found


def _add(golden: Golden, line: str) -> None:
    cells = [cell.strip() for cell in line.lstrip("=!@ ").split(" | ")]
    if line.startswith("!"):
        golden.never.append(cells[0])
    elif line.startswith("@"):
        golden.times.append((cells[0], None if cells[1] == "none" else cells[1]))
    elif line.startswith("="):
        slots = _slots(cells[3] if len(cells) > 3 else "")
        golden.designated.append((_names(cells[0]), cells[1], cells[2], slots))
    else:
        slots = _slots(cells[4] if len(cells) > 4 else "")
        tier, optional = int(cells[0][0]), cells[0].endswith("?")
        golden.rows.append(Row(tier, optional, cells[1], _names(cells[2]), cells[3], slots))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";"))


def _slots(cell: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in cell.split(";") if pair.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}
