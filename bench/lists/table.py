"""What each real file gives and costs: the table of docs/lists.md, made anew."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.lists.loading import Ran, interdict, load
from bench.lists.sets import LOADED, REFUSED, Issue

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lists.md"
BEGIN, END = "<!-- measured: python -m bench lists table -->", "<!-- end of what was measured -->"

HEADINGS = ("dataset, edition", "part", "file", "rows", "entries", "statements", "entities",
            "designations", "drift", "cut", "held aside", "seconds", "MB")  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One edition, loaded into an empty record."""

    issue: Issue
    ran: Ran
    report: dict[str, Any]
    n_entities: int
    n_designations: int

    def rows(self) -> Iterator[tuple[object, ...]]:
        """A row of the table for each part; what is of the edition stands in the first."""
        for at, part in enumerate(self.report["parts"]):
            signals = Counter[str]()
            for signal in part["signals"]:
                if not signal["field"].endswith("read as"):  # how a column was read: not drift
                    signals[signal["kind"]] += signal["count"]
            what = f" ({self.issue.what})" if self.issue.what and not at else ""
            yield (
                f"`{self.issue.dataset}` {self.report['edition']}" if not at else "",
                part["part"],
                f"`{part['file_name']}`{what}",
                _n(part["n_rows"]),
                _n(part["n_records"]),
                _n(part["n_statements"]),
                _n(self.n_entities) if not at else "",
                _n(self.n_designations) if not at else "",
                *(_n(signals[kind]) for kind in ("drift", "cut", "held_aside")),
                f"{self.ran.seconds:.1f}" if not at else "",
                f"{self.ran.peak_mb:.0f}" if not at else "",
            )


def _n(number: int) -> str:
    return f"{number:,}" if number else ""


def measured(issue: Issue, data: Path) -> Measured:
    """Loads one edition into a record of its own and looks at what came of it."""
    with TemporaryDirectory() as folder:
        ran = load(Path(folder), issue.words(data))
        report = ran.data
        n_entities, n_designations = _made(Path(folder) / "record.sqlite")
    return Measured(issue, ran, report, n_entities, n_designations)


def _made(record: Path) -> tuple[int, int]:
    """Entities and designations of a record that holds one edition; none without its entries."""
    with closing(sqlite3.connect(record)) as connection:
        joined = "issue i JOIN edition e ON e.id = i.edition_id AND e.primary_part = i.part"
        if connection.execute(f"SELECT 1 FROM {joined}").fetchone() is None:
            return 0, 0
        count = "SELECT count(DISTINCT entity_id) FROM statement"
        (entities,) = connection.execute(count).fetchone()
        listed = f"{count} WHERE schema = 'Sanction' AND prop = 'entity'"
        (designations,) = connection.execute(listed).fetchone()
    return entities, designations


def refused(issue: Issue, data: Path) -> tuple[str, str]:
    """The command and the message with which it is refused.

    Raises:
        SystemExit: if it is not refused, or something of it was recorded.
    """
    with TemporaryDirectory() as folder:
        words = issue.words(data)
        ran = interdict(Path(folder), "list", "load", *words)
        held = interdict(Path(folder), "list", "status", issue.dataset, "--json").data
        if ran.code != 1 or held["datasets"][0]["editions"]:
            raise SystemExit(f"not refused: {' '.join(words)}")
    names = " ".join(Path(path).name for path in issue.paths)
    return f"`{issue.dataset} {names}`", " ".join(ran.err.split()).removeprefix("error: ")


def run(data: Path, *, write: bool) -> None:
    """Prints the tables, and puts them into docs/lists.md if asked to."""
    lines = [*_table(HEADINGS, _rows(data)), ""]
    lines += _table(("refused", "because"), (refused(issue, data) for issue in REFUSED))
    if write:
        page = PAGE.read_text("utf-8")
        before, _, rest = page.partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text("\n".join((before + BEGIN, *lines, END + after)), "utf-8")
        print(f"-> docs/{PAGE.name}")


def _rows(data: Path) -> Iterator[Sequence[object]]:
    for issue in LOADED:
        yield from measured(issue, data).rows()


def _table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table, printed row by row as it grows."""
    numbers = headings.index("rows") if "rows" in headings else len(headings)
    rule = ["--:" if at >= numbers else "---" for at in range(len(headings))]
    lines = []
    for cells in chain((headings, rule), rows):
        lines.append("| " + " | ".join(map(str, cells)) + " |")
        print(lines[-1], flush=True)
    return lines
