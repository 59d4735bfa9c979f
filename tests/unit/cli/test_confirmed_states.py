"""Every state of a designation, reached from lists and a reviewer's words on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SDN = """101,"HARBOUR FRONT","-0-","SDGT] [SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
102,"QUAY LEAGUE","-0-","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
"""

EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-02T09:00:00.000+01:00">
  <sanctionEntity euReferenceNumber="EU.1.1" logicalId="1">
    <regulation regulationType="regulation" publicationDate="2026-03-02"
        numberTitle="pending" programme="UNLI" logicalId="2"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Lighthouse Trust" strong="true" logicalId="3"/>
  </sanctionEntity>
</export>
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]) -> Any:
    """Two lists, and what a reviewer read of their parties."""
    folder = tmp_path_factory.mktemp("states")
    command = interdict(folder / "record")
    (folder / "sdn.csv").write_text(SDN, "utf-8")
    (folder / "eu.xml").write_text(EU, "utf-8")
    command.json("list", "load", "us_ofac_sdn", folder / "sdn.csv", "--edition", "2024-07-02")
    command.json("list", "load", "eu_fsf", folder / "eu.xml")

    def confirm(designation: str, event: str, on: str, **more: str) -> None:
        options = [word for key, value in more.items() for word in (f"--{key}", value)]
        signed = ("--by", "A. Reviewer", "--reason", "read in the act")
        command.json("confirm", designation, "--event", event, "--on", on, *options, *signed)

    fto = "Harbour Front:US-FTO"
    confirm(fto, "announced", "2024-08-01", expected="2024-08-09")
    confirm(fto, "published", "2024-08-12")
    confirm(fto, "licensed", "2024-09-01", until="2024-10-01", scope="wind-down of contracts")
    confirm(fto, "amended", "2024-11-05", scope="Night Watch")
    confirm(fto, "revoked", "2025-02-01")
    confirm(fto, "reinstated", "2025-06-01")
    confirm("Quay League:US-FTO", "announced", "2025-03-01", expected="2025-03-08")
    confirm("Quay League:US-FTO", "withdrawn", "2025-03-20")
    league = "Quay League:GB-PROSCRIBED"
    confirm(league, "in_force", "2025-01-05")
    confirm(league, "annulled_stayed", "2025-04-01", until="2025-09-01")
    return command


def state(record: Any, party: str, programme: str, as_of: str, *times: str) -> dict[str, Any]:
    """The state of one designation, as `show` has it."""
    shown = record.json("show", party, "--as-of", as_of, *times)
    (found,) = [d for d in shown["designations"] if d["programme"] == programme]
    return dict(found)


@pytest.mark.parametrize(
    ("party", "programme", "as_of", "expected"),
    [
        ("Harbour Front", "US-FTO", "2024-08-05", "pending"),
        ("Harbour Front", "US-FTO", "2024-08-12", "in_force"),
        ("Harbour Front", "US-FTO", "2024-09-15", "in_force licensed"),
        ("Harbour Front", "US-FTO", "2024-10-01", "in_force"),
        ("Harbour Front", "US-FTO", "2025-02-01", "ended revoked"),
        ("Harbour Front", "US-FTO", "2025-06-01", "in_force"),
        ("Harbour Front", "US-SYRIA", "2025-06-30", "in_force"),
        ("Harbour Front", "US-SYRIA", "2025-07-01", "ended programme ended"),
        ("Harbour Front", "US-SDGT", "2025-07-01", "in_force"),
        ("Quay League", "US-FTO", "2025-03-07", "pending"),
        ("Quay League", "US-FTO", "2025-03-08", "due_unconfirmed"),
        ("Quay League", "US-FTO", "2025-03-20", "ended withdrawn"),
        ("Quay League", "GB-PROSCRIBED", "2025-03-31", "in_force"),
        ("Quay League", "GB-PROSCRIBED", "2025-04-01", "in_force held_unlawful"),
        ("Quay League", "GB-PROSCRIBED", "2025-09-01", "in_force"),
        ("Lighthouse Trust", "EU-UNLI", "2026-03-02", "pending"),
    ],
)
def test_a_state_is_reached(
    record: Any, party: str, programme: str, as_of: str, expected: str
) -> None:
    """From real inputs alone: a list's tag, a programme's end, a reviewer's word."""
    found = state(record, party, programme, as_of)
    words = [found["state"], *found["flags"], found["ended_by"] or ""]
    assert " ".join(words).strip() == expected


def test_two_intervals_have_two_beginnings(record: Any) -> None:
    """What was revoked and made again: each answer is about the interval of its day."""
    days = {
        day: state(record, "Harbour Front", "US-FTO", day)["since"]
        for day in ("2024-12-01", "2025-08-01")
    }
    assert days == {"2024-12-01": "2024-08-12", "2025-08-01": "2025-06-01"}


def test_a_word_counts_from_when_it_was_given(record: Any) -> None:
    """What could be known before knows nothing of it; nor does what was held before."""
    for times in (("--known-at", "2026-03-05"), ("--held-at", "2")):
        shown = record.json("show", "Harbour Front", "--as-of", "2024-09-15", *times)
        assert "US-FTO" not in [d["programme"] for d in shown["designations"]]


def test_a_name_is_part_of_it_from_its_own_day(record: Any) -> None:
    """Not before the amendment, not beyond the designation, and again with its return."""
    found = {
        day: [n["state"] for n in state(record, "Harbour Front", "US-FTO", day)["names"]]
        for day in ("2024-11-04", "2024-11-05", "2025-02-01")
    }
    assert found == {
        "2024-11-04": ["none"],
        "2024-11-05": ["in_force"],
        "2025-02-01": ["ended"],
    }
    shown = record("show", "Harbour Front", "--as-of", "2024-11-04").said
    assert "Night Watch US-FTO not part of it yet (begins 2024-11-05)" in shown
    told = record("timeline", "Harbour Front").said
    assert "amended: adds Night Watch" in told
    assert "licensed: wind-down of contracts, until 2024-10-01" in told


def test_what_is_due_is_a_task_from_that_day_on(record: Any) -> None:
    """Not a day before, and no longer once somebody has looked it up."""
    days = {
        day: [t["task"] for t in record.json("pending", "--due", "--as-of", day)]
        for day in ("2025-03-07", "2025-03-10", "2025-03-20")
    }
    assert (days["2025-03-07"], days["2025-03-20"]) == ([], [])
    (task,) = days["2025-03-10"]
    assert (task["due"], task["open_days"]) == ("2025-03-08", 2)
    assert task["look_in"] == ["Federal Register", "us_ofac_sdn"]
    assert "--event published --on 2025-03-08" in task["command"]
    said = record("pending", "--due", "--as-of", "2025-03-10").said
    assert "due 2025-03-08, open for 2 days; look in Federal Register" in said


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--event", "listed", "--on", "2025-01-01"), "neither begins nor ends a US-FTO"),
        (("--event", "revoked", "--on", "2025-01-01", "--until", "2025-02-01"), "--until is for"),
        (
            ("--event", "licensed", "--on", "2025-01-01", "--until", "2024-02-01"),
            "before it begins",
        ),
        (("--event", "published", "--on", "2025-01-01", "--expected", "2025-02-01"), "--expected"),
        (("--event", "licensed", "--on", "2025-01-01", "--until", "soon"), "--until: not a date"),
        (("--event", "designated", "--on", "2025-01-01"), "no event 'designated'"),
        (("--event", "published", "--on", "2025-01"), "--on needs a day"),
    ],
)
def test_a_word_that_means_nothing_is_refused(
    record: Any, words: tuple[str, ...], error: str
) -> None:
    """With what is allowed instead; nothing is recorded."""
    ran = record("confirm", "Quay League:US-FTO", *words, "--by", "A", "--reason", "read")
    assert ran.code == 1
    assert error in " ".join(ran.err.split())


def test_an_unknown_programme_names_some_like_it(record: Any) -> None:
    """And where all of them stand."""
    ran = record("confirm", "Quay League:GB-PROSCRIBE", "--event", "revoked", "--on", "2025-01-01",
                 "--by", "A", "--reason", "read")  # fmt: skip
    assert ran.code == 1
    assert "GB-PROSCRIBED" in ran.err
    assert "interdict regime list" in ran.err
