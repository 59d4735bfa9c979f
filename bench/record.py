"""Three million statements: what loading, a next edition and reading cost.

Floor: the same rows, as plain text columns, put into a bare SQLite table by `executemany`.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.measure import Figure, in_child, percentiles, table
from interdict.model.source import Edition, EditionPart
from interdict.model.statement import Statement
from interdict.store.base import PartContent
from interdict.store.sql import SqlStore

ENTITIES = 150_000
PER_ENTITY = 20
CHANGED = 0.01
PROPS = ("name", "alias", "weakAlias", "country", "birthDate", "address", "program", "notes")
KNOWN = datetime(2030, 1, 1, tzinfo=UTC)


def statements(edition: int) -> Iterator[tuple[Statement, int]]:
    """The generated list: in a later edition one entry in a hundred says something else."""
    for number in range(ENTITIES):
        changed = edition if Random(f"{edition}:{number}").random() < CHANGED else 0
        for at in range(PER_ENTITY):
            value = f"{PROPS[at % len(PROPS)]} {number} {at} {changed if at == 3 else ''}"
            yield (
                Statement(
                    "generated", f"generated-{number}", "Organization", PROPS[at % len(PROPS)],
                    value, record_id=str(number),
                ),
                number + 1,
            )  # fmt: skip


def load(path: str, edition: int) -> int:
    """Records one edition; returns the statements it added."""
    content = list(statements(edition))
    part = EditionPart("entries", "generated.csv", f"sha{edition}", ENTITIES, ENTITIES)
    store = SqlStore.at(Path(path), lambda: datetime.now(UTC))
    with store.write("list load", str(edition)) as writer:
        added = writer.add_edition(
            Edition.dated("generated", date(2020, 1, edition)), [PartContent(part, content)]
        )
    store.close()
    return added.statements


def floor(path: str) -> None:
    """The same rows in a bare table."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE plain (entity TEXT, prop TEXT, value TEXT, record TEXT)")
    with connection:
        connection.executemany(
            "INSERT INTO plain VALUES (?, ?, ?, ?)",
            ((s.entity_id, s.prop, s.value, s.record_id) for s, _ in statements(1)),
        )
    connection.close()


def read(path: str) -> dict[str, float]:
    """What views cost on the record of two editions."""
    store = SqlStore.at(Path(path), lambda: datetime.now(UTC))
    views = [store.view(as_of=date(2020, 1, day), known_at=KNOWN, held_at=None) for day in (1, 2)]
    order = Random(7)
    taken = []
    for _ in range(500):
        entity_id = f"generated-{order.randrange(ENTITIES)}"
        start = time.perf_counter()
        assert views[1].entity(entity_id) is not None
        taken.append(time.perf_counter() - start)
    p50, p99 = percentiles(taken)
    start = time.perf_counter()
    n_names = sum(1 for _ in views[1].held(frozenset({"name"})))
    names = time.perf_counter() - start
    start = time.perf_counter()
    began, ended = views[1].changes(views[0], "generated")
    changes = time.perf_counter() - start
    store.close()
    return {
        "p50": p50, "p99": p99, "names": names, "n_names": n_names,
        "changes": changes, "n_changes": len(began) + len(ended),
    }  # fmt: skip


def run() -> None:
    """Prints the table of docs/record.md."""
    total = ENTITIES * PER_ENTITY
    with TemporaryDirectory() as folder:
        path, bare = str(Path(folder, "record.sqlite")), str(Path(folder, "plain.sqlite"))
        under = in_child(floor, bare)
        first = in_child(load, path, 1)
        size = Path(path).stat().st_size
        second = in_child(load, path, 2)
        grown = Path(path).stat().st_size - size
        reading = in_child(read, path)
        found = reading.result
        rows = [
            (f"floor: {total:,} rows into a bare table", _cost(under), "1.0"),
            (f"load an edition of {total:,} statements", _cost(first), _ratio(first, under)),
            ("load a second edition, 1 % of entries changed", _cost(second), _ratio(second, under)),
            ("size on disk, bytes a statement (bare table)", f"{size / total:.0f}",
             f"{size / Path(bare).stat().st_size:.1f}"),
            ("growth by the second edition, MB", f"{grown / 1e6:.1f}", f"{grown / size:.3f}"),
            ("one entity, p50 / p99 ms", f"{found['p50']:.2f} / {found['p99']:.2f}", ""),
            (f"all {found['n_names']:,} names", f"{found['names']:.1f} s", ""),
            (f"{found['n_changes']:,} changes between two dates", f"{found['changes']:.1f} s", ""),
            ("peak memory of reading", f"{reading.peak_mb:.0f} MB", ""),
        ]  # fmt: skip
        table(["figure", "measured", "ratio to the floor"], rows)


def _cost(figure: Figure) -> str:
    return f"{figure.wall:.1f} s, {figure.peak_mb:.0f} MB"


def _ratio(figure: Figure, under: Figure) -> str:
    return f"{figure.wall / under.wall:.1f}"


if __name__ == "__main__":
    run()
