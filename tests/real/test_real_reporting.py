"""The five articles, the release and the notice as a brief, a network and an export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

GROUP = "Cartel de los Soles"
DAY = ("--as-of", "2025-11-20")


@pytest.fixture(scope="module")
def story(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Any:
    """A record of the bundled list, the articles and the release."""
    command = interdict(tmp_path_factory.mktemp("reporting"))
    command("list", "load", "bundled")
    assert command("read", *sorted((shared / "seeds").glob("*.txt"))).code == 0
    (release,) = (shared / "data" / "federal_register").glob("treasury_press_2025-07-25*")
    command("read", release, "--published", "2025-07-25", "--kind", "press_release",
            "--publisher", "US Department of the Treasury")  # fmt: skip
    return command


def test_the_brief_tells_the_story(story: Any) -> None:
    """Pending and in force; each quotation is marked in its place; the leader is only accused."""
    brief = story.json("brief", GROUP, *DAY)
    assert {s["programme"]: s["label"] for s in brief["standings"]} == {
        "US-FTO": "Pending",
        "US-SDGT": "In force",
    }
    (leads,) = [a for a in brief["accusations"] if " leads " in a["title"]]
    assert len(leads["denials"]) >= 2
    assert "US-FTO" not in leads["standing"]
    counted = {d["title"]: {a["value"] for a in d["answers"]} for d in brief["differences"]}
    assert {"about 80 people", "at least 83 people"} <= counted["People killed"]
    parsed = html.document_fromstring(story("brief", GROUP, "--html", *DAY).out)
    linked = set(parsed.xpath("//sup[@class='refs']/a/@href"))
    assert linked == {f"#{i}" for i in parsed.xpath("//ol[@class='sources']/li/@id")}


def test_the_network_marks_what_is_alleged_and_denied(story: Any) -> None:
    """Five documents allege who leads; three denials stand beside them."""
    found = story.json("network", GROUP, *DAY)
    (leads,) = [edge for edge in found["edges"] if edge["kind"] == "leadership"]
    documents = {w["citation"]["document_id"] for w in leads["words"]}
    assert len(documents) >= 5
    assert len(leads["denials"]) >= 2


def test_every_exported_claim_has_its_article(story: Any) -> None:
    """And every reference is defined."""
    lines = [json.loads(line) for line in story("claims-export", *DAY).out.splitlines()]
    ids = {one["id"] for one in lines}
    told = [one for one in lines if one["schema"] == "Documentation"]
    assert len(told) > 40
    for one in told:
        assert set(one["properties"]["document"] + one["properties"]["entity"]) <= ids
