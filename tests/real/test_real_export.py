"""Real lists with parties joined across them, out as FollowTheMoney and in again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interdict.lists.ftm.schemata import properties

DAY = "2026-06-01"


@pytest.fixture(scope="module")
def exported(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Path:
    """A folder with `entities.ftm.json` and `statements.csv` of three lists and the bundled one."""
    folder, data = tmp_path_factory.mktemp("export"), shared / "data"
    command = interdict(folder / "record")
    for words in (
        ("bundled",),
        ("un_sc", data / "un" / "un_2026-02-27.xml"),
        ("eu_fsf", data / "eu" / "sample_eu_small.xml"),
        ("us_ofac_cons", data / "ofac" / "ofac_cons_2025_01"),
    ):
        command.json("list", "load", *words)
    assert command.json("parties", "match")["joined"]
    for form, name in (("ftm", "entities.ftm.json"), ("statements", "statements.csv")):
        assert command("export", form, folder / name, "--as-of", DAY).code == 0
    return folder


def entities(path: Path) -> Iterator[dict[str, Any]]:
    """The entities of a file."""
    return (json.loads(line) for line in path.read_text("utf-8").splitlines())


def said(path: Path, prefix: str = "") -> dict[str, Any]:
    """What is said of each entity, without a prefix of ids."""
    found = {}
    for one in entities(path):
        links = {p for p, kind in properties(one["schema"]).items() if kind.name == "entity"}
        found[one["id"].removeprefix(prefix)] = (
            one["schema"],
            {
                prop: sorted(v.removeprefix(prefix) if prop in links else v for v in values)
                for prop, values in one["properties"].items()
            },
        )
    return found


def test_the_library_takes_every_entity(exported: Path) -> None:
    """FollowTheMoney's own validation refuses none, and cleans no value away."""
    library = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: pip install interdict[ftm]"
    )
    written = list(entities(exported / "entities.ftm.json"))
    for data in written:
        schema = library.model.get(data["schema"])
        assert set(data["properties"]) <= set(schema.properties)
        schema.validate(data)
        assert library.model.get_proxy(data).to_dict()["properties"] == data["properties"]
    assert len(written) > 4_000


def test_statements_say_what_the_entities_say(exported: Path) -> None:
    """Under the id that they are joined under; nothing more and nothing less."""
    told: dict[str, set[tuple[str, str]]] = {}
    joined = 0
    with (exported / "statements.csv").open("r", -1, "utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["prop"] != "id":
                told.setdefault(row["canonical_id"], set()).add((row["prop"], row["value"]))
                joined += row["canonical_id"] != row["entity_id"]
    assert joined > 100
    assert told == {
        one["id"]: {(prop, value) for prop, values in one["properties"].items() for value in values}
        for one in entities(exported / "entities.ftm.json")
    }


def test_it_comes_back_as_it_went(
    exported: Path, tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Loaded as a list of its own and exported again: the same but for the prefix of ids."""
    first, second = exported / "entities.ftm.json", tmp_path / "again.json"
    command = interdict(tmp_path / "record")
    command.json("list", "load", "ftm_again", first, "--edition", DAY)
    command("export", "ftm", second, "--as-of", DAY)
    assert said(second, "ftm.again-") == said(first)
