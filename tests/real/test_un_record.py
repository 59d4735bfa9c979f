"""Five real editions of the UN's list in one record, in two orders; and two malformed ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from interdict.cli.times import now, times_of
from interdict.config import Config
from interdict.model.schema import PARTY_SCHEMATA
from interdict.workspace import Workspace

EDITIONS = ("2018-10-29", "2020-03-20", "2020-11-30", "2025-04-19", "2026-02-27")
OTHER_ORDER = ("2025-04-19", "2018-10-29", "2026-02-27", "2020-11-30", "2020-03-20")
MALFORMED = {"2024-10-16": 39788, "2025-08-16": 53}
IRAN = {
    "2018-10-29": (84, 61),
    "2020-03-20": (84, 61),
    "2020-11-30": (84, 61),
    "2025-04-19": (0, 0),
    "2026-02-27": (121, 78),
}
"""Entries under that programme, and organizations among them, by edition."""


@dataclass(frozen=True)
class Orders:
    """The same editions in two records, loaded in different orders."""

    first: Any
    second: Any
    folder: Path


@pytest.fixture(scope="module")
def un(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]
) -> Orders:
    """Oldest first, and in a mixed order. The files say their own dates."""
    folder = shared / "data" / "un"
    commands = []
    for name, order in (("forwards", EDITIONS), ("mixed", OTHER_ORDER)):
        command = interdict(tmp_path_factory.mktemp(name))
        for on in order:
            report = command.json("list", "load", "un_sc", folder / f"un_{on}.xml")
            assert (report["edition"], report["already_held"]) == (on, False)
        commands.append(command)
    return Orders(*commands, folder)


@pytest.fixture(scope="module")
def both(un: Orders) -> Iterator[tuple[Workspace, Workspace]]:
    """Both records, opened."""
    with (
        Workspace(Config(un.first.workspace), now) as first,
        Workspace(Config(un.second.workspace), now) as second,
    ):
        yield first, second


def naive_iran(path: Path) -> tuple[int, int]:
    """Entries of the programme, and entities among them, by looking at the XML alone."""
    root = ElementTree.parse(path).getroot()
    counted = [
        sum((entry.findtext("UN_LIST_TYPE") or "").strip() == "Iran" for entry in root.iter(tag))
        for tag in ("INDIVIDUAL", "ENTITY")
    ]
    return sum(counted), counted[1]


def test_a_list_that_ended_and_came_back_is_counted_by_edition(un: Orders) -> None:
    """As the files themselves, and as the publisher's numbers."""
    (status,) = un.first.json("list", "status", "un_sc", "--programmes")["datasets"]
    for on in EDITIONS:
        counts = status["programmes"][on].get("Iran", {"entries": 0})
        found = (counts["entries"], counts.get("Organization", 0))
        assert found == IRAN[on] == naive_iran(un.folder / f"un_{on}.xml"), on


@pytest.mark.parametrize("day", ["2018-10-28", "2022-01-01", "2025-06-01"])
def test_the_order_of_loading_does_not_matter(both: tuple[Workspace, Workspace], day: str) -> None:
    """Every party with every statement and its bounds, and what covers the day, is the same."""
    views = [ws.view(times_of(ws.config, day, None, None)) for ws in both]
    one, other = (list(view.entities()) for view in views)
    assert one == other
    assert bool(one) is (day >= EDITIONS[0])
    assert views[0].coverage("un_sc") == views[1].coverage("un_sc")
    assert views[0].editions()[0].edition == views[1].editions()[0].edition


def test_histories_do_not_depend_on_the_order(both: tuple[Workspace, Workspace]) -> None:
    """Also of those that left the list."""
    views = [ws.view(times_of(ws.config, "2025-06-01", None, None)) for ws in both]
    before = both[0].view(times_of(both[0].config, "2020-11-30", None, None))
    tagged = (h.statement for h in before.held(frozenset({"program"})))
    ever = {s.entity_id for s in tagged if s.schema in PARTY_SCHEMATA}
    chosen = sorted(ever)[::15]
    assert len(chosen) > 60
    for party in chosen:
        assert views[0].history(party) == views[1].history(party)


def test_differences_do_not_depend_on_the_order(un: Orders) -> None:
    """What the edition that brought a programme back added, ended and changed."""
    words = ("list", "diff", "un_sc", "--from", "2025-04-19", "--to", "2026-02-27")
    found = un.first.json(*words)
    assert found == un.second.json(*words)
    assert sum(row["id"].startswith("IR") for row in found["added"]) == IRAN["2026-02-27"][0]


def test_a_date_between_editions_is_answered_with_both_bounds(un: Orders) -> None:
    """By the edition before it; the next one is named, and what it no longer holds."""
    dossier = un.first.json("show", "un_sc-IRe.001", "--as-of", "2022-01-01")
    (listed,) = dossier["designations"]
    assert (listed["programme"], listed["state"]) == ("UN-IRAN", "in_force")
    assert (listed["last_seen"], listed["absent_after"]) == ("2020-11-30", "2025-04-19")
    (coverage,) = [c for c in dossier["coverage"] if c["dataset"] == "un_sc"]
    assert (coverage["edition"], coverage["next_edition"]) == ("2020-11-30", "2025-04-19")


def test_what_came_back_has_a_gap(both: tuple[Workspace, Workspace]) -> None:
    """Between its two stays: last seen, absent from, seen again; and it is on no list then."""
    ws = both[0]
    view = ws.view(times_of(ws.config, "2025-06-01", None, None))
    assert view.entity("un_sc-IRe.001") is None
    (tag,) = [
        h.presence
        for h in view.history("un_sc-IRe.001")
        if h.statement.prop == "program" and h.presence is not None
    ]
    assert not tag.holds
    shown = [str(d) for d in (tag.edition, tag.last_seen, tag.absent_after, tag.seen_again)]
    assert shown == ["2025-04-19", "2020-11-30", "2025-04-19", "2026-02-27"]


def test_who_came_back_is_the_same_party_in_two_intervals(un: Orders) -> None:
    """Of 84 entries that left, those under an old number are in force, not, and in force again.

    They are the same: their names of 2020 are among those of 2026.
    """
    found, names = {}, {}
    for day in ("2020-11-30", "2026-02-27"):
        root = ElementTree.parse(un.folder / f"un_{day}.xml").getroot()
        entries = [
            entry
            for tag in ("INDIVIDUAL", "ENTITY")
            for entry in root.iter(tag)
            if (entry.findtext("UN_LIST_TYPE") or "").strip() == "Iran"
        ]
        found[day] = {(entry.findtext("REFERENCE_NUMBER") or "").strip() for entry in entries}
        names[day] = {
            (e.findtext("REFERENCE_NUMBER") or "").strip(): (e.findtext("FIRST_NAME") or "").split()
            for e in entries
        }
    returned = found["2020-11-30"] & found["2026-02-27"]
    assert len(returned) > 60
    same = [n for n in returned if names["2020-11-30"][n] == names["2026-02-27"][n]]
    assert len(same) > 0.9 * len(returned)
    expected = {"2020-11-30": "in_force", "2025-06-01": "ended", "2026-03-01": "in_force"}
    for number in sorted(returned)[::20]:
        for day, state in expected.items():
            shown = un.first.json("show", f"un_sc-{number}", "--as-of", day)
            (listed,) = [d for d in shown["designations"] if d["programme"] == "UN-IRAN"]
            assert listed["state"] == state, (number, day)


def test_before_the_first_edition_nothing_is_covered(un: Orders) -> None:
    """Not even that somebody is not listed."""
    answer = un.first.json("screen", "Nobody Inparticular", "--as-of", "2018-10-28")
    assert answer["status"] == "not_covered"
    assert any("2018-10-29" in warning for warning in answer["warnings"])


@pytest.mark.parametrize(("on", "line"), MALFORMED.items())
def test_a_malformed_file_is_refused_and_harms_nothing(un: Orders, on: str, line: int) -> None:
    """File and line are named; every row of every table is as it was."""
    record = un.first.workspace / "record.sqlite"
    before = dump(record)
    ran = un.first("list", "load", "un_sc", un.folder / f"un_{on}_MALFORMED.xml", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert f"un_{on}_MALFORMED.xml, line {line}" in ran.err
    assert dump(record) == before
    assert len(before) > 50_000


def test_a_date_that_the_file_contradicts_is_refused(un: Orders) -> None:
    """The file says when it was published."""
    ran = un.first(
        "list", "load", "un_sc", un.folder / "un_2020-03-20.xml", "--edition", "2020-03-21"
    )
    assert ran.code == 1
    assert "2020-03-20" in ran.err
    assert "2020-03-21" in ran.err


def dump(record: Path) -> list[str]:
    """Every row of every table."""
    with sqlite3.connect(record) as connection:
        return list(connection.iterdump())
