"""The network: relations with who says so, denials beside them, lists' links, and DOT."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.reporting.network import LINKS
from interdict.store.tables import REFERENCE_PROPERTIES

GROUP = "Harbour Front"
DAY = ("--as-of", "2024-03-06")


@pytest.fixture
def command(interdict: Callable[[Path], Any], tmp_path: Path, articles: Path) -> Any:
    """A record of one article with an allegation and its denial."""
    made = interdict(tmp_path / "record")
    made("read", articles / "wire.txt")
    return made


def test_a_relation_has_its_speaker_stance_span_and_denial(command: Any) -> None:
    """From the group and from the person it is the same relation."""
    found = command.json("network", GROUP, *DAY)
    (edge,) = found["edges"]
    assert (edge["told"], edge["target"]) == ("leads", found["root"])
    (word,) = edge["words"]
    assert word["stance"] == "alleged"
    assert word["who"]
    assert word["citation"]["start"] < word["citation"]["end"]
    assert [d["who"] for d in edge["denials"]] == ["Anselm Grau"]
    assert command.json("network", "Anselm Grau", *DAY)["edges"] == found["edges"]


def test_the_tree_says_alleged_and_by_whom(command: Any) -> None:
    """Never a bare "is led by"; the leader is shown with no designation."""
    said = command("network", GROUP, *DAY).said
    assert "is led by [alleged] Anselm Grau (Person)" in said
    assert "alleged by" in said
    assert "denied by Anselm Grau" in said
    assert "US-FTO: pending" in said


def test_dot_is_well_formed_and_dashes_what_is_alleged(command: Any) -> None:
    """Balanced quotation marks on each line; every end of an edge is a node."""
    out = command("network", GROUP, "--dot", *DAY).out
    nodes = set(re.findall(r'^  ("[^"]+") \[label', out, re.M))
    ends = re.findall(r'^  ("[^"]+") -> ("[^"]+") \[.*style=dashed', out, re.M)
    assert len(ends) == 1
    assert set(ends[0]) <= nodes
    assert all(line.replace('\\"', "").count('"') % 2 == 0 for line in out.splitlines())


def test_links_of_lists_reach_as_deep_as_asked(
    interdict: Callable[[Path], Any], tmp_path: Path, ofac_files: Callable[..., Path]
) -> None:
    """A chain of three entries: one step shows two, two steps show all, and no entry twice."""
    entries = tuple(
        (number, name, "", "SDGT", remark, (f"{name} LIMITED",))
        for number, name, remark in (
            (201, "ALPHA QUAY", "Linked To: BETA QUAY."),
            (202, "BETA QUAY", "Linked To: GAMMA QUAY."),
            (203, "GAMMA QUAY", "Linked To: NOBODY LISTED."),
        )
    )
    command = interdict(tmp_path / "record")
    folder = ofac_files(tmp_path / "sdn", entries)
    loaded = command("list", "load", "us_ofac_sdn", folder, "--edition", "2024-01-01")
    assert loaded.code == 0, loaded.err

    def names(depth: int) -> list[str]:
        found = command.json("network", "us_ofac_sdn-201", "--depth", depth, *DAY)
        return [node["caption"] for node in found["nodes"]]

    assert names(1) == ["ALPHA QUAY", "BETA QUAY"]
    assert names(2) == ["ALPHA QUAY", "BETA QUAY", "GAMMA QUAY"]
    assert names(3)[:3] == names(2)
    assert len(names(3)) == len(set(names(3)))
    assert "sdn.csv line 1" in command("network", "us_ofac_sdn-201", *DAY).said


@pytest.mark.parametrize("depth", [0, 4])
def test_a_depth_out_of_bounds_is_refused(command: Any, depth: int) -> None:
    """With the bounds."""
    ran = command("network", GROUP, "--depth", depth, *DAY)
    assert ran.code == 1
    assert "1 to 3" in ran.err


def test_a_party_without_relations_says_so(
    interdict: Callable[[Path], Any], tmp_path: Path, articles: Path
) -> None:
    """The party stands alone, and that is said."""
    command = interdict(tmp_path / "record")
    command("read", articles / "ledger.txt")
    assert "no source in this record relates it" in command("network", GROUP, *DAY).said
    assert command.json("network", GROUP, *DAY)["edges"] == []


def test_every_side_of_a_link_is_one_that_the_record_looks_up_by() -> None:
    """A link whose side no store looks up by would be held, and shown nowhere."""
    sides = {side for one, other, _ in LINKS.values() for side in (one, other)}
    assert sides <= set(REFERENCE_PROPERTIES)
