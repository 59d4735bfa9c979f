"""The whole record out as FollowTheMoney, past its library, and in again: is it the same?"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.lists.loading import interdict, load
from bench.lists.sets import LOADED
from interdict.lists.ftm.schemata import properties

Said = tuple[str, dict[str, list[str]]]
"""The schema of an entity, and its properties."""

AS_OF = "2026-06-01"


def run(data: Path) -> None:
    """Loads every list, joins what is one party, exports, checks, imports, exports again."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder, "record")
        load(workspace, ["bundled"])
        for issue in LOADED:
            load(workspace, issue.words(data))
        joined = interdict(workspace, "parties", "match", "--json").data["joined"]
        print(f"{len(joined):,} pairs joined", flush=True)
        check(workspace, Path(folder))


def check(workspace: Path, folder: Path) -> None:
    """The way out and in of one record.

    Raises:
        SystemExit: if the library refuses something, or what comes back is not the same.
    """
    first, second, table = (folder / name for name in ("one.json", "two.json", "statements.csv"))
    _export(workspace, "ftm", first)
    _export(workspace, "statements", table)
    print(f"{_validated(first):,} entities are valid by followthemoney", flush=True)
    print(f"{_statements(table, first):,} statements say the same as the entities", flush=True)
    again = folder / "again"
    ran = load(again, ["ftm_again", str(first), "--edition", AS_OF])
    signals = [s for part in ran.data["parts"] for s in part["signals"]]
    print(f"read again in {ran.seconds:.0f} s, {ran.peak_mb:.0f} MB; signals: "
          f"{[(s['kind'], s['field'], s['count'], s['sample']) for s in signals]}")  # fmt: skip
    _export(again, "ftm", second)
    one, two = dict(_read(first, "")), dict(_read(second, "ftm.again-"))
    differing = [key for key in one.keys() | two.keys() if one.get(key) != two.get(key)]
    for key in differing[:5]:
        print(f"  {key}:\n    {one.get(key)}\n    {two.get(key)}")
    if differing:
        raise SystemExit(f"{len(differing):,} of {len(one):,} entities differ")
    print(f"all {len(one):,} entities come back as they were")


def _export(workspace: Path, form: str, path: Path) -> None:
    ran = interdict(workspace, "export", form, path, "--as-of", AS_OF)
    if ran.code:
        raise SystemExit(ran.err)
    print(f"{ran.out.strip()}: {ran.seconds:.0f} s, {ran.peak_mb:.0f} MB", flush=True)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("r", -1, "utf-8") as file:
        for line in file:
            yield json.loads(line)


def _validated(path: Path) -> int:
    from followthemoney import model

    n = 0
    for data in _lines(path):
        n += 1
        schema = model.get(data["schema"])
        if schema is None or not set(data["properties"]) <= set(schema.properties):
            raise SystemExit(f"not of its schema: {data}")
        schema.validate(data)
        if model.get_proxy(data).to_dict()["properties"] != data["properties"]:
            raise SystemExit(f"a value is refused: {data}")
    return n


def _statements(table: Path, entities: Path) -> int:
    """Holds each statement against the entity that it is joined under, and the other way round."""
    said: dict[str, set[tuple[str, str]]] = {}
    n = 0
    with table.open("r", -1, "utf-8", newline="") as file:
        for row in csv.DictReader(file):
            n += 1
            if row["prop"] != "id":
                said.setdefault(row["canonical_id"], set()).add((row["prop"], row["value"]))
    for data in _lines(entities):
        told = {(prop, value) for prop, values in data["properties"].items() for value in values}
        if told != said.pop(data["id"], set()):
            raise SystemExit(f"other statements than entity: {data}")
    if said:
        raise SystemExit(f"statements of no entity: {next(iter(said.items()))}")
    return n


def _read(path: Path, prefix: str) -> Iterator[tuple[str, Said]]:
    """Entities by id, without a prefix of ids."""
    for data in _lines(path):
        links = {p for p, kind in properties(data["schema"]).items() if kind.name == "entity"}
        yield (
            data["id"].removeprefix(prefix),
            (
                data["schema"],
                {
                    prop: sorted(v.removeprefix(prefix) if prop in links else v for v in values)
                    for prop, values in data["properties"].items()
                },
            ),
        )
