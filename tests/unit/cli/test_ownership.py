"""`interdict ownership`, and what `screen` says of parties that listed persons own."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.workspace.stakes_held import has_stakes

HEADER = (
    "owner,owner_id,owner_type,owner_birth_date,asset,percentage,control,"
    "start_date,end_date,source\n"
)
FRONT, GRAU = "us_ofac_sdn-101", "us_ofac_sdn-102"


@pytest.fixture
def record(
    tmp_path: Path, interdict: Callable[[Path], Any], ofac_files: Callable[..., Path]
) -> Callable[..., Any]:
    """A workspace with OFAC's invented list, into which stakes are loaded: `record(rows)`."""
    command = interdict(tmp_path / "ws")
    files = ofac_files(tmp_path / "ofac")
    assert command("list", "load", "us_ofac_sdn", files, "--edition", "2025-01-10").code == 0

    def load(rows: str, *, edition: str = "2025-01-15") -> Any:
        path = tmp_path / f"stakes-{edition}.csv"
        path.write_text(HEADER + rows, "utf-8")
        loaded = command("list", "load", "ownership", path, "--edition", edition)
        assert loaded.code == 0, loaded.err
        return command

    return load


def us(command: Any, party: str, *, as_of: str = "2025-02-01", more: tuple[str, ...] = ()) -> Any:
    """The outcome under the rule of the United States."""
    words = ("ownership", party, "--rule", "US", "--as-of", as_of, *more)
    return command.json(*words)["outcomes"][0]


STAKES = (
    f",{FRONT},,,Quay Metals Ltd,30,,,,register 1\n"
    f",{GRAU},,,Quay Metals Ltd,20,,,,register 1\n"
    "Quay Metals Ltd,,,,Pier Shipping,50,,,,annual report\n"
    "Free Holder AG,,,,Pier Shipping,50,,,,annual report\n"
)


def test_stakes_of_listed_persons_add_up_and_go_down_the_chain(record: Callable[..., Any]) -> None:
    """Bounds, each owner with its programmes and its source, and the path to a listed person."""
    command = record(STAKES)
    metals = us(command, "Quay Metals Ltd")
    assert (metals["verdict"], metals["standing"]) == ("blocked", "follows")
    assert (metals["low"], metals["high"], metals["not_stated"]) == ("50", "50", "50")
    assert [o["entity"] for o in metals["owners"]] == [FRONT, GRAU]
    assert metals["owners"][0]["designations"][0]["programme"] == "US-SDGT"
    stated = metals["owners"][0]["stated"][0]
    assert (stated["line"], stated["source"], stated["dataset"]) == (2, "register 1", "ownership")
    shipping = us(command, "pier shipping")
    assert shipping["verdict"] == "blocked"
    assert [step["entity"] for step in shipping["path"]] == [
        "ownership-pier-shipping", "ownership-quay-metals-ltd", FRONT,
    ]  # fmt: skip
    said = command("ownership", "Pier Shipping", "--as-of", "2025-02-01").said
    assert "counting: Quay Metals Ltd 50 % = 50 %" in said
    assert "path: Pier Shipping < Quay Metals Ltd < HARBOUR FRONT" in said
    assert "not legal advice" in said


def test_a_name_alone_does_not_make_a_person_the_listed_one(record: Callable[..., Any]) -> None:
    """A birth date does, and an organization's exact name; the answer says what would decide."""
    command = record(
        "Anselm Grau,,person,,Namesake Ltd,80,,,,\n"
        "Anselm GRAU,,person,,Namesake Ltd,10,,,,\n"
        "Harbour Front,,,,Named Ltd,80,,,,\n"
    )
    open_ = us(command, "Namesake Ltd")
    assert open_["verdict"] == "undetermined"
    assert (open_["decisive"][0]["kind"], GRAU in open_["decisive"][0]["text"]) == (
        "identity",
        True,
    )
    assert us(command, "Named Ltd")["verdict"] == "blocked"
    command = record("Anselm Grau,,person,1961-03-14,Namesake Ltd,80,,,,\n", edition="2025-01-20")
    sure = us(command, "Namesake Ltd")
    assert sure["verdict"] == "blocked"
    assert sure["owners"][0]["recognised"]["by"] == "exact name and date of birth"
    held = command.json("ownership", "--as-of", "2025-01-16")
    assert [one["recognised"]["same_as"] for one in held["open"]] == [[GRAU]]
    assert held["stakes"] == 2


def test_an_unknown_size_stays_open_within_what_others_hold(record: Callable[..., Any]) -> None:
    """What would decide it is the size, and an id that nobody holds is told."""
    command = record(
        f",{FRONT},,,Open Ltd,?,,,,\nFree AG,,,,Open Ltd,40,,,,\n"
        f",{FRONT},,,Shut Ltd,?,,,,\nFree AG,,,,Shut Ltd,60,,,,\n"
        ",us_ofac_sdn-999,,,Odd Ltd,90,,,,\n"
    )
    found = us(command, "Open Ltd")
    assert (found["verdict"], found["low"], found["high"]) == ("undetermined", "0", "60")
    assert [d["kind"] for d in found["decisive"]] == ["size"]
    assert us(command, "Shut Ltd")["verdict"] == "not_blocked"
    odd = us(command, "Odd Ltd")
    assert odd["verdict"] == "not_blocked"
    assert "us_ofac_sdn-999" in odd["decisive"][0]["text"]


def test_days_and_editions_decide_which_stakes_count(record: Callable[..., Any]) -> None:
    """A stake sold has ended; before the first file only dated stakes speak."""
    command = record(
        f",{FRONT},,,Sold Ltd,90,,2024-01-01,2025-01-20,\n,{FRONT},,,Plain Ltd,90,,,,\n"
    )
    assert us(command, "Sold Ltd", as_of="2025-01-19")["verdict"] == "blocked"
    assert us(command, "Sold Ltd", as_of="2025-01-20")["verdict"] != "blocked"
    assert us(command, "Sold Ltd", as_of="2025-01-12")["verdict"] == "blocked"
    words = ("ownership", "Plain Ltd", "--rule", "US", "--as-of", "2025-01-12")
    assert command.json(*words)["undated_stakes_left_out"] == 1
    assert us(command, "Plain Ltd", as_of="2025-01-12")["verdict"] == "undetermined"
    record(f",{FRONT},,,Plain Ltd,10,,,,\n", edition="2025-03-01")
    assert us(command, "Plain Ltd")["verdict"] == "blocked"
    assert us(command, "Plain Ltd", as_of="2025-03-02")["low"] == "10"
    known = ("--known-at", "2025-02-20")
    assert us(command, "Plain Ltd", as_of="2025-03-02", more=known)["low"] == "90"
    assert us(command, "Plain Ltd", as_of="2025-03-02", more=("--held-at", "2"))["low"] == "90"
    assert command("ownership", "Plain Ltd", "--held-at", "1").code == 1


def test_a_day_without_its_list_or_its_rule_is_not_answered(record: Callable[..., Any]) -> None:
    """Nobody is free where no list covers the day, or before the rule is known."""
    command = record(f",{FRONT},,,Old Ltd,90,,2001-01-01,,\n")
    assert us(command, "Old Ltd", as_of="2020-01-01")["verdict"] == "not_covered"
    assert us(command, "Old Ltd", as_of="2014-08-12")["verdict"] == "no_rule"
    outcomes = command.json("ownership", "Old Ltd", "--as-of", "2025-02-01")["outcomes"]
    assert {o["rule"]["key"]: o["verdict"] for o in outcomes} == {
        "EU": "not_covered", "UK": "not_covered", "US": "blocked",
    }  # fmt: skip


def test_the_listed_party_itself_and_nobody_at_all(record: Callable[..., Any]) -> None:
    """Who is listed is blocked by that; an unknown name or rule is an error that says so."""
    command = record(STAKES)
    assert us(command, "Harbour Front")["standing"] == "listed"
    assert "nobody of exactly that name" in command("ownership", "Nobody Ltd").err
    assert "Known are: EU, UK, US" in command("ownership", FRONT, "--rule", "FR").err


def test_screening_says_whose_an_unlisted_company_is(record: Callable[..., Any]) -> None:
    """Beside the name, in words and JSON; a company that follows nobody is no alert."""
    command = record(STAKES)
    day = ("--as-of", "2025-02-01")
    found = command.json("screen", "Pier Shiping", *day)
    (hit,) = found["hits"]
    assert (found["status"], hit["designations"]) == ("alert", [])
    assert [(o["rule"]["key"], o["verdict"]) for o in hit["ownership"]] == [("US", "blocked")]
    said = command("screen", "Pier Shipping", *day).said
    assert "owned by: US: blocked: follows its owners" in said
    free = command.json("screen", "Free Holder AG", *day)
    assert (free["status"], free["hits"]) == ("clear", [])
    assert any("ownership files alone" in warning for warning in free["warnings"])
    assert command.json("screen", "Harbour Front", *day)["hits"][0]["ownership"] == []


def test_a_file_of_parties_is_told_the_same(record: Callable[..., Any], tmp_path: Path) -> None:
    """Also where two processes share the work."""
    command = record(STAKES)
    parties, results = tmp_path / "parties.csv", tmp_path / "results.jsonl"
    parties.write_text("name\nPier Shipping\nFree Holder AG\n", "utf-8")
    ran = command("screen", "--file", parties, "--output", results, "--as-of", "2025-02-01")
    assert ran.code == 0, ran.err
    first, second = (json.loads(line) for line in results.read_text("utf-8").splitlines())
    assert first["hits"][0]["ownership"][0]["verdict"] == "blocked"
    assert second["status"] == "clear"


def test_whether_stakes_are_held_is_asked_without_opening_the_record(
    record: Callable[..., Any],
) -> None:
    """By the index of references: of the party asked for, and of no other."""
    command = record(STAKES)
    database = command.workspace / "record.sqlite"
    assert has_stakes(database, ["ownership-pier-shipping"])
    assert not has_stakes(database, [FRONT, "ownership-free-holder-ag"])
    assert not has_stakes(database, [])
    assert has_stakes(database.with_name("none.sqlite"), [FRONT]), "unreadable: the long way"


def test_a_broken_file_leaves_the_record_as_it_was(
    record: Callable[..., Any], tmp_path: Path
) -> None:
    """And the same file again adds nothing."""
    command = record(STAKES)
    held = command.json("list", "status", "ownership")
    bad = tmp_path / "bad.csv"
    bad.write_text(HEADER + "X,,,,A,lots,,,,\n", "utf-8")
    assert command("list", "load", "ownership", bad, "--edition", "2025-01-18").code == 1
    assert command.json("list", "status", "ownership") == held
    record(STAKES)
    assert command.json("list", "status", "ownership") == held


def test_what_a_listed_person_holds_is_told_from_above(record: Callable[..., Any]) -> None:
    """Everything below it, nearest first, rings too; each with its verdict and its path."""
    command = record(
        STAKES
        + "Pier Shipping,,,,Ring One,60,,,,register 2\n"
        + "Ring One,,,,Ring Two,70,,,,register 2\n"
        + "Ring Two,,,,Ring One,40,,,,register 2\n"
        + "Quay Metals Ltd,,,,Small Stake,10,,,,register 2\n"
        + f",{FRONT},,,Old Stake,90,,2020-01-01,2024-01-01,register 2\n"
        + "Free Holder AG,,,,Elsewhere,90,,,,register 2\n"
    )
    found = command.json("owned", "HARBOUR FRONT", "--rule", "US", "--as-of", "2025-02-01")
    assert found["entity"] == FRONT
    assert [(h["caption"], h["steps"], h["outcomes"][0]["verdict"]) for h in found["held"]] == [
        ("Quay Metals Ltd", 1, "blocked"),
        ("Pier Shipping", 2, "blocked"),
        ("Small Stake", 2, "not_blocked"),
        ("Ring One", 3, "blocked"),
        ("Ring Two", 4, "blocked"),
    ]
    said = command("owned", "HARBOUR FRONT", "--as-of", "2025-02-01").said
    assert "path: Ring Two < Ring One < Pier Shipping < Quay Metals Ltd < HARBOUR FRONT" in said
    assert "not legal advice" in said
    earlier = command.json("owned", "HARBOUR FRONT", "--rule", "US", "--as-of", "2023-02-01")
    assert [h["caption"] for h in earlier["held"]] == ["Old Stake"]


def test_whom_a_file_names_is_asked_under_either_name(record: Callable[..., Any]) -> None:
    """A stake of a party recognised by its exact name counts as the listed one's."""
    command = record("Harbour Front,,,,Named Ltd,80,,,,\n")
    (held,) = command.json("owned", FRONT, "--rule", "US", "--as-of", "2025-02-01")["held"]
    assert (held["caption"], held["outcomes"][0]["verdict"]) == ("Named Ltd", "blocked")
    nothing = command("owned", GRAU, "--as-of", "2025-02-01")
    assert "no stake of it is known" in nothing.said


def test_a_file_of_results_says_whose_a_hit_is(record: Callable[..., Any], tmp_path: Path) -> None:
    """In a column of its own, with the path; empty for whoever follows nobody."""
    command = record(STAKES)
    (tmp_path / "parties.csv").write_text("name\nPier Shipping\nHarbour Front\n", "utf-8")
    results = tmp_path / "results.csv"
    ran = command("screen", "--file", tmp_path / "parties.csv", "--output", results,
                  "--as-of", "2025-02-01")  # fmt: skip
    assert ran.code == 0, ran.err
    with results.open(encoding="utf-8") as file:
        shipping, front = csv.DictReader(file)
    assert shipping["status"] == "alert"
    assert "US blocked: Pier Shipping < Quay Metals Ltd < HARBOUR FRONT" in shipping["owned_by"]
    assert front["owned_by"] == ""


def test_directors_are_shown_and_make_nobody_follow(
    record: Callable[..., Any], tmp_path: Path
) -> None:
    """In the network and the dossier of either side; the rule counts them nowhere."""
    command = record(STAKES)
    entities = [
        {"id": "c", "schema": "Company", "properties": {"name": ["Mole Bank"]}},
        {"id": "s", "schema": "Ownership",
         "properties": {"owner": [GRAU], "asset": ["c"], "percentage": ["10"]}},
        {"id": "d", "schema": "Directorship",
         "properties": {"director": [GRAU], "organization": ["c"], "role": ["chair"]}},
    ]  # fmt: skip
    path = tmp_path / "directors.jsonl"
    path.write_text("\n".join(json.dumps(entity) for entity in entities) + "\n", "utf-8")
    loaded = command("list", "load", "ownership_directors", path, "--edition", "2025-01-16")
    assert loaded.code == 0, loaded.err
    for party in (GRAU, "Mole Bank"):
        edges = command.json("network", party, "--as-of", "2025-02-01")["edges"]
        assert ("Directorship", "chair") in [(e["kind"], e["told"]) for e in edges], party
        links = command.json("show", party, "--as-of", "2025-02-01")["links"]
        assert "Directorship" in [link["schema"] for link in links], party
    assert us(command, "Mole Bank")["verdict"] == "not_blocked"
