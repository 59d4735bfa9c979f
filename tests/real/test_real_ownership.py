"""Invented stakes of really listed parties: rules, chains and names against a real list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEADER = "owner,owner_id,owner_type,owner_birth_date,asset,percentage\n"
DAY = "2021-07-10"


@pytest.fixture(scope="module")
def command(sdn_of_july: Callable[[], Any]) -> Any:
    """A workspace with OFAC's list of July 2021."""
    return sdn_of_july()


def us(command: Any, party: str) -> Any:
    """The outcome under the rule of the United States."""
    words = ("ownership", party, "--rule", "US", "--as-of", DAY)
    return command.json(*words)["outcomes"][0]


def test_stakes_of_parties_on_a_real_list(command: Any, tmp_path: Path) -> None:
    """Owners by id under different programmes, by exact name, by name alone, and by birth date."""
    person = command.json("show", "us_ofac_sdn-16669", "--as-of", DAY)["entity"]
    facts = {s["prop"]: s["value"] for s in person["statements"]}
    group = command.json("show", "us_ofac_sdn-4696", "--as-of", DAY)["entity"]["caption"]
    path = tmp_path / "stakes.csv"
    path.write_text(
        HEADER
        + ",us_ofac_sdn-16669,,,Tarvosk Metals Ltd,25\n"
        + ",us_ofac_sdn-22790,,,Tarvosk Metals Ltd,25\n"
        + "Tarvosk Metals Ltd,,,,Hollow Port Shipping,50\n"
        + f'"{person["caption"]}",,person,,Doubtful House,90\n'
        + f'"{person["caption"]}",,person,{facts["birthDate"]},Certain House,90\n'
        + f'"{group}",,,,Group House,90\n',
        "utf-8",
    )
    assert command("list", "load", "ownership", path, "--edition", "2021-07-08").code == 0
    metals = us(command, "Tarvosk Metals Ltd")
    assert (metals["verdict"], metals["low"]) == ("blocked", "50")
    assert len({o["designations"][0]["programme"] for o in metals["owners"]}) == 2
    assert us(command, "Hollow Port Shipping")["verdict"] == "blocked"
    assert us(command, "Group House")["verdict"] == "blocked"
    found = command.json("screen", "Hollow Port Shiping Ltd", "--as-of", DAY)["hits"]
    assert [hit["ownership"][0]["verdict"] for hit in found] == ["blocked"]
    assert us(command, "Doubtful House")["verdict"] == "undetermined"
    assert us(command, "Certain House")["owners"][0]["recognised"]["certain"]
