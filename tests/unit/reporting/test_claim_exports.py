"""Claims for other tools: whole, with their sources, and never as facts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.reporting.ftm_claims import exported_id

EARLY = """ date 2024-03-04 By Ada Brook

The State Department will designate the Harbour Front as a foreign terrorist organization.

"We will not let them rest for one single day in any harbour," Una Moor told reporters on Monday.
"""
LATE = """ date 2024-03-05 By Ines Pike

Una Moor, who announced it, was plain. "We will not let them rest for one single day in any \
harbour," Moor told reporters on Monday.
"""


@pytest.fixture
def command(interdict: Callable[[Path], Any], tmp_path: Path, articles: Path) -> Any:
    """A record of the four invented texts."""
    made = interdict(tmp_path / "record")
    made("read", articles)
    return made


def entities(command: Any, *words: str) -> list[dict[str, Any]]:
    """The lines of the FollowTheMoney form."""
    ran = command("claims-export", *words)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_documents_claims_and_names_become_their_schemata(command: Any) -> None:
    """Every reference leads to an entity of the file; no id is written twice."""
    found = entities(command)
    ids = Counter(one["id"] for one in found)
    assert set(ids.values()) == {1}
    kinds = Counter(one["schema"] for one in found)
    assert kinds["Article"] == 4
    assert kinds["Documentation"] > 5
    assert kinds["Mention"] >= 4
    for one in found:
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", one["id"])
        for prop in ("document", "entity", "resolved"):
            assert set(one["properties"].get(prop, [])) <= set(ids)


def test_a_claim_keeps_its_words_stance_and_speaker(command: Any) -> None:
    """An allegation is one in the form, too, with who makes it; parties hold names alone."""
    found = entities(command)
    told = [one["properties"] for one in found if one["schema"] == "Documentation"]
    leads = [one for one in told if one["role"] == ["leadership"]]
    assert leads
    assert {tuple(one["status"]) for one in leads} == {("alleged",)}
    assert all(one["description"][0].startswith("alleged by ") for one in leads)
    assert all("leads" in one["summary"][0] for one in leads)
    for one in found:
        if one["schema"] in ("Organization", "Person", "LegalEntity"):
            assert set(one["properties"]) == {"name"}


def test_claims_about_one_party_can_be_asked_for(command: Any) -> None:
    """Only claims that name it are written."""
    some = entities(command, "--party", "Anselm Grau")
    assert 0 < len(some) < len(entities(command))
    by_id = {one["id"]: one for one in some}
    names = {by_id[i]["properties"]["name"][0] for one in some
             for i in one["properties"].get("entity", [])}  # fmt: skip
    assert "Anselm Grau" in names
    assert command("claims-export", "--party", "Nobody At All").code == 1


def test_schema_org_has_every_claim_with_its_appearance(command: Any, tmp_path: Path) -> None:
    """One node for each claim; every reference is defined; it is written as a whole file."""
    file = tmp_path / "claims.jsonld"
    assert command("claims-export", file, "--form", "schema-org").code == 0
    graph = json.loads(file.read_text("utf-8"))["@graph"]
    ids = {node["@id"] for node in graph}
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert len(claims) > 5
    for claim in claims:
        assert claim["appearance"]
        for reference in [*claim["appearance"], *claim.get("about", [])]:
            assert reference["@id"] in ids
    assert not [p for p in tmp_path.iterdir() if p.name.endswith(".part")]


def test_an_utterance_in_two_articles_is_one_claim_with_two_appearances(
    interdict: Callable[[Path], Any], tmp_path: Path
) -> None:
    """As schema.org means it."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "early.txt").write_text(EARLY, "utf-8")
    (folder / "late.txt").write_text(LATE, "utf-8")
    command = interdict(tmp_path / "record")
    command("read", folder)
    graph = json.loads(command("claims-export", "--form", "schema-org").out)["@graph"]
    said = [n for n in graph if n["@type"] == "Claim" and "let them rest" in n["text"]]
    assert [len(node["appearance"]) for node in said] == [2]


def test_an_empty_record_gives_an_empty_file(
    interdict: Callable[[Path], Any], tmp_path: Path
) -> None:
    """Valid in both forms."""
    command = interdict(tmp_path / "record")
    assert entities(command) == []
    assert json.loads(command("claims-export", "--form", "schema-org").out)["@graph"] == []


@pytest.mark.parametrize(
    ("own", "theirs"),
    [("us_ofac_sdn-36", "us.ofac.sdn-36"), ("doc-harbour-front", "doc-harbour-front")],
)
def test_ids_are_written_as_followthemoney_takes_them(own: str, theirs: str) -> None:
    """Letters, digits, dots and dashes."""
    assert exported_id(own) == theirs


def test_ids_that_would_fall_together_stay_apart() -> None:
    """What has other signs carries a hash of itself."""
    assert exported_id("doc-фронт") != exported_id("doc-лига")
