"""What is exported is FollowTheMoney, by its own library (`pip install interdict[ftm]`)."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.lists import catalog
from interdict.lists.ftm import schemata
from interdict.model.dates import end_of_day
from interdict.workspace import Times, Workspace
from interdict.workspace.export import Selection, export_entities, export_statements

FIXTURES = Path(__file__).parent / "lists"
DAY = date(2031, 3, 1)


@pytest.fixture(scope="module")
def model() -> Any:
    """FollowTheMoney's own model."""
    library = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: pip install interdict[ftm]"
    )
    return library.model


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Every fixture edition and the bundled record in one record, exported in both forms."""
    folder = tmp_path_factory.mktemp("export")
    with Workspace(Config(folder / "record"), lambda: datetime(2031, 3, 2, tzinfo=UTC)) as ws:
        ws.lists.load("bundled", [], published_at=None)
        for name in sorted({"us_ofac_sdn", "un_sc", "own_list", "ftm", "targets"}):
            module = catalog.find(name)[1].__name__.rpartition(".")[2]  # type: ignore[attr-defined]
            own = FIXTURES / module / name
            source = own if own.exists() else FIXTURES / module
            files = [p for p in source.iterdir() if p.is_file() and p.name != "golden.json"]
            dated = None if name == "un_sc" else end_of_day(DAY)
            ws.lists.load(name, files, published_at=dated)
        selection = Selection(Times(DAY, end_of_day(DAY)))
        paths = folder / "entities.ftm.json", folder / "statements.csv"
        export_entities(ws, paths[0], selection, lambda _: None)
        export_statements(ws, paths[1], selection, lambda _: None)
    return paths


def test_the_table_of_schemata_is_the_librarys(model: Any) -> None:
    """Names, inheritance, properties with their types, lengths and codes."""
    assert set(schemata.names()) == set(model.schemata)
    for name in schemata.names():
        theirs = {p.name: p.type for p in model.get(name).properties.values() if not p.stub}
        ours = schemata.properties(name)
        assert {p: kind.name for p, kind in ours.items()} == {
            p: kind.name for p, kind in theirs.items()
        }, name
        for prop, kind in ours.items():
            assert kind.longest == theirs[prop].max_length
            if kind.codes:
                assert kind.codes == set(getattr(theirs[prop], "codes", kind.codes))
        for other in ("Thing", "Interval", "LegalEntity"):
            assert schemata.is_a(name, other) == model.get(name).is_a(other)


def test_every_exported_entity_is_valid(model: Any, exported: tuple[Path, Path]) -> None:
    """No property that its schema has not, no value that the library refuses."""
    lines = exported[0].read_text("utf-8").splitlines()
    assert len(lines) > 300
    for line in lines:
        data = json.loads(line)
        schema = model.get(data["schema"])
        assert set(data["properties"]) <= set(schema.properties), line
        schema.validate(data)
        assert model.get_proxy(data).to_dict()["properties"] == data["properties"]


def test_every_exported_statement_is_the_librarys_own(
    model: Any, exported: tuple[Path, Path]
) -> None:
    """Its reader reads them; ids and types are those that it would give; sorted as it wants."""
    from followthemoney.statement.serialize import read_csv_statements

    last, n_statements = "", 0
    # Bytes, not a file: the library wraps what it is given and does not close it.
    for statement in read_csv_statements(io.BytesIO(exported[1].read_bytes())):
        n_statements += 1
        assert last <= statement.canonical_id
        last = statement.canonical_id
        if statement.original_value is None or statement.prop_type != "entity":
            assert statement.id == statement.generate_key(), statement.to_dict()
    assert n_statements > 2_000
