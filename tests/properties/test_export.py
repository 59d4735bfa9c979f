"""Export, import, export again: the same entities, but for the prefix that ids gain."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.config import Config
from interdict.lists.ftm.schemata import names, properties
from interdict.model.dates import end_of_day
from interdict.workspace import Times, Workspace
from interdict.workspace.export import Selection, export_entities

DAY = date(2031, 3, 1)
SCHEMATA = [name for name in names() if "name" in properties(name) or "summary" in properties(name)]
TEXTS = st.one_of(
    st.sampled_from(["1961~", "1951/1953", "2030-05-02", "Iran", "ir", "male", "sanction",
                     "a@b.example", "+49 30 1234567", "www.front.example",
                     "listed", "own-1", "Фронт гавани"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
)  # fmt: skip
IDS = st.sampled_from(["own-1", "a_b", "a-b", "NK-7", "é", "x.y", "long" * 40])


@st.composite
def entities(draw: st.DrawFn) -> dict[str, Any]:
    """One entity of any schema, with any texts; references sometimes lead nowhere."""
    schema = draw(st.sampled_from(SCHEMATA))
    known = sorted(properties(schema))
    props = draw(st.dictionaries(st.sampled_from(known), st.lists(TEXTS, min_size=1, max_size=3),
                                 max_size=6))  # fmt: skip
    for prop in props:
        if properties(schema)[prop].name == "entity":
            props[prop] = [draw(IDS)]
    return {"id": draw(IDS), "schema": schema, "properties": props}


def exported(folder: Path, name: str, text: str) -> str:
    """A file of entities, loaded into a new record and written out again."""
    source, target = folder / f"{name}.json", folder / f"{name}.out"
    source.write_text(text, "utf-8", newline="\n")
    with Workspace(Config(folder / name), lambda: datetime(2031, 3, 2, tzinfo=UTC)) as ws:
        ws.lists.load("ftm_x", [source], published_at=end_of_day(DAY))
        selection = Selection(Times(DAY, end_of_day(DAY)))
        export_entities(ws, target, selection, lambda _: None)
    return target.read_text("utf-8")


def said(text: str, prefix: str) -> dict[str, tuple[str, dict[str, set[str]]]]:
    """Id -> schema and properties; the prefix is taken off ids and references."""
    found = {}
    for line in text.splitlines():
        one = json.loads(line)
        kinds = properties(one["schema"])
        found[one["id"].removeprefix(prefix)] = (
            one["schema"],
            {
                prop: {v.removeprefix(prefix) if kinds[prop].name == "entity" else v for v in vs}
                for prop, vs in one["properties"].items()
            },
        )
    return found


@settings(max_examples=25, deadline=None)
@given(st.lists(entities(), min_size=1, max_size=6, unique_by=lambda one: one["id"]))
def test_an_export_that_is_loaded_exports_the_same(lines: list[dict[str, Any]]) -> None:
    """What FollowTheMoney cannot hold is lost, or text, after the first export; no more after."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        first = exported(folder, "one", "\n".join(json.dumps(line) for line in lines))
        if not first:  # nothing of it holds: entities without a single property
            return
        second = exported(folder, "two", first)
        assert said(second, "ftm.x-") == said(first, "")
