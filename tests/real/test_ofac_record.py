"""Three real editions of OFAC's list in one record, against what their files say by naive means."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now, times_of
from interdict.config import Config
from interdict.regimes.catalog import load_regimes
from interdict.workspace import Workspace

COUNTS = {"2019-01-15": 7379, "2021-04-14": 8890, "2021-07-07": 8976, "2021-08-18": 9083}
LATER = "2021-08-18"
"""An edition of which only sdn.csv is at hand."""

SEED = 20251124


@pytest.fixture(scope="module")
def ws(ofac: Any) -> Any:
    """The record, opened."""
    with Workspace(Config(ofac.command.workspace), now) as opened:
        yield opened


@pytest.fixture(scope="module")
def diff(ofac: Any) -> Callable[[str, str], Any]:
    """`list diff` between two days; asked once for each pair."""

    @cache
    def asked(before: str, after: str) -> Any:
        return ofac.command.json("list", "diff", "us_ofac_sdn", "--from", before, "--to", after)

    return asked


@pytest.fixture(scope="module")
def status(ofac: Any) -> Any:
    """`list status` with its counts by programme."""
    (found,) = ofac.command.json("list", "status", "us_ofac_sdn", "--programmes")["datasets"]
    return found


def sizes(record: Path) -> dict[str, int]:
    """How many rows each table has."""
    with sqlite3.connect(record) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for (name,) in tables.fetchall()
        }


def test_status_counts_the_entries_of_each_edition(ofac: Any, status: Any) -> None:
    """The publisher's own counts, by edition."""
    counted = {
        edition["published_on"]: part["n_records"]
        for edition in status["editions"]
        for part in edition["parts"]
        if part["part"] == "entries"
    }
    assert counted == COUNTS
    assert {on: len(edition.names) for on, edition in ofac.naive.items()} == COUNTS


def test_programmes_are_counted_for_each_edition(ofac: Any, status: Any) -> None:
    """Each tag on as many entries as sdn.csv gives it."""
    for on, edition in ofac.naive.items():
        expected = Counter(tag for tags in edition.tags.values() for tag in tags)
        counted = {tag: n["entries"] for tag, n in status["programmes"][on].items()}
        assert counted == expected


def test_loading_again_adds_nothing(ofac: Any) -> None:
    """Not one row to any table."""
    record = ofac.command.workspace / "record.sqlite"
    before = sizes(record)
    words = ("list", "load", "us_ofac_sdn", ofac.folder / "sdn_2021_07", "--edition", "2021-07-07")
    again = ofac.command.json(*words)
    assert (again["statements_added"], again["already_held"]) == (0, True)
    assert sizes(record) == before


def test_other_files_for_the_same_edition_are_refused(ofac: Any) -> None:
    """An edition is what it was; nothing is written."""
    record = ofac.command.workspace / "record.sqlite"
    before = sizes(record)
    ran = ofac.command(
        "list", "load", "us_ofac_sdn", ofac.folder / "sdn_2021_07", "--edition", "2021-04-14"
    )
    assert ran.code == 1
    assert "us_ofac_sdn of 2021-04-14" in ran.err
    assert "is held already" in ran.err
    assert sizes(record) == before


def test_without_a_date_nothing_is_loaded(ofac: Any) -> None:
    """The message says why, and what to give."""
    ran = ofac.command("list", "load", "us_ofac_sdn", ofac.folder / "sdn_2021_07" / "alt.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "never guessed" in ran.err
    assert "--edition" in ran.err


@pytest.mark.parametrize(
    ("before", "after"),
    [("2019-01-15", "2021-04-14"), ("2021-04-14", "2021-07-07"), ("2021-07-07", LATER)],
)
def test_diff_is_the_set_difference_of_the_files(
    ofac: Any, diff: Callable[[str, str], Any], before: str, after: str
) -> None:
    """Ids added and removed; an entry whose programmes changed is among the changed ones."""
    found = diff(before, after)
    old, new = ofac.naive[before].names, ofac.naive[after].names
    assert {row["id"] for row in found["added"]} == new.keys() - old.keys()
    assert {row["id"] for row in found["removed"]} == old.keys() - new.keys()
    assert (found["from_edition"], found["to_edition"]) == (before, after)
    changed = {row["id"] for row in found["changed"]}
    assert changed <= old.keys() & new.keys()
    tags = (ofac.naive[before].tags, ofac.naive[after].tags)
    assert {i for i in old.keys() & new.keys() if tags[0][i] != tags[1][i]} <= changed


def test_a_file_that_an_edition_does_not_hold_ends_nothing(
    ofac: Any, ws: Workspace, status: Any, diff: Callable[[str, str], Any]
) -> None:
    """After an sdn.csv alone all 11,910 aliases of July stand, and its addresses."""
    in_force = {part: (d["edition"], d["n_rows"]) for part, d in status["in_force"].items()}
    assert in_force["aliases"] == ("2021-07-07", 11910)
    assert in_force["addresses"] == ("2021-07-07", 13837)
    assert in_force["entries"] == (LATER, 9083)
    gone = {row["id"] for row in diff("2021-07-07", LATER)["removed"]}
    view = ws.view(times_of(ws.config, "2021-09-01", None, None))
    names: dict[str, set[tuple[str, ...]]] = {}
    for held in view.held(frozenset({"alias", "previousName"})):
        names.setdefault(held.statement.record_id, set()).add(words_of(held.statement.value))
    standing = 0
    for number, _, _, name, _ in ofac.rows(ofac.folder / "sdn_2021_07" / "alt.csv"):
        if number not in gone:
            assert words_of(name) in names[number], (number, name)
            standing += 1
    assert gone
    assert standing > 11_800


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in any order: lists write the family name first."""
    return tuple(sorted(name.replace(",", " ").upper().split()))


def asked_days(chosen: random.Random) -> date:
    """A day between three months before the first edition and three after the last."""
    first, last = date(2018, 10, 15), date(2021, 11, 18)
    return first + timedelta(days=chosen.randrange((last - first).days))


def answering(ofac: Any, on: date) -> Any:
    """The naive reading of the edition that answers a day: the latest on or before it."""
    before = [text for text in ofac.naive if date.fromisoformat(text) <= on]
    return ofac.naive[max(before)] if before else None


def test_two_hundred_answers_are_what_the_files_say(ofac: Any, ws: Workspace) -> None:
    """Is entry N listed on day D: with which name, which programmes, how many aliases?"""
    chosen = random.Random(SEED)
    everyone = sorted({n for edition in ofac.naive.values() for n in edition.names}, key=int)
    listed = 0
    for _ in range(200):
        number, on = chosen.choice(everyone), asked_days(chosen)
        times = times_of(ws.config, on.isoformat(), None, None)
        view = ws.view(times)
        entity = view.entity(f"us_ofac_sdn-{number}")
        edition = answering(ofac, on)
        assert view.coverage("us_ofac_sdn").status == (
            "covered" if edition else "before_first_edition"
        )
        if edition is None or number not in edition.names:
            assert entity is None, (number, on)
            continue
        listed += 1
        assert entity is not None, (number, on)
        own = [h for h in entity.held if h.statement.entity_id == entity.id]
        tags = {h.statement.value for h in own if h.statement.prop == "program"}
        assert tags == edition.tags[number], (number, on)
        assert words_of(entity.caption) == words_of(edition.names[number]), (number, on)
        from_alt = {h.presence.line for h in own if h.presence and h.presence.file == "alt.csv"}
        assert len(from_alt) == len(edition.aliases.get(number, [])), (number, on)
    assert 120 < listed < 200  # the sample holds both kinds


def test_each_tag_is_bounded_by_the_editions_that_hold_it(ofac: Any, ws: Workspace) -> None:
    """First and last sight, and the neighbours without it, for a hundred entries."""
    chosen = random.Random(SEED + 1)
    days = list(ofac.naive)
    everyone = sorted({n for edition in ofac.naive.values() for n in edition.names}, key=int)
    view = ws.view(times_of(ws.config, "2021-05-01", None, None))
    for number in chosen.sample(everyone, 100):
        for held in view.history(f"us_ofac_sdn-{number}"):
            statement, presence = held.statement, held.presence
            if statement.prop != "program" or presence is None:
                continue
            marks = [statement.value in ofac.naive[d].tags.get(number, set()) for d in days]
            low, high = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
            assert all(marks[low : high + 1])  # no tag of these editions went and came back
            assert str(presence.first_seen) == days[low]
            assert str(presence.last_seen) == days[high]
            bounds = (days[low - 1] if low else None, days[high + 1] if high < 3 else None)
            shown = [b and str(b) for b in (presence.absent_before, presence.absent_after)]
            assert tuple(shown) == bounds
            assert presence.holds is marks[1]


def test_a_president_is_found_with_programmes_and_row(ofac: Any) -> None:
    """As of 15 July 2021: entry 22790, its two tags, and the line of sdn.csv it stands on."""
    answer = ofac.command.json(
        "screen", "Nicolas Maduro Moros", "--birth-date", "1962-11-23", "--as-of", "2021-07-15"
    )
    best = answer["hits"][0]
    assert best["match"]["entity_id"] == "us_ofac_sdn-22790"
    assert best["match"]["score"] > 0.9
    assert any(part["feature"] == "birth_date" for part in best["match"]["parts"])
    regimes = load_regimes()
    tags = ofac.naive["2021-07-07"].tags["22790"]
    programmes = {d["programme"] for d in best["designations"]}
    assert programmes == {regimes.key_of(f"us_ofac_sdn:{tag}") for tag in tags}
    assert {d["state"]["name"] for d in best["designations"]} == {"in_force"}
    presence = best["match"]["presence"]
    sdn = ofac.rows(ofac.folder / "sdn_2021_07" / "sdn.csv")
    assert sdn[presence["line"] - 1][0] == "22790"
    assert (presence["edition"], presence["file"]) == ("2021-07-07", "sdn.csv")
    (covered,) = [c for c in answer["coverage"] if c["dataset"] == "us_ofac_sdn"]
    assert (covered["edition"], covered["next_edition"]) == ("2021-07-07", LATER)


def test_before_the_first_edition_nothing_is_covered(ofac: Any) -> None:
    """The same question of 2018, or of an empty record, is not answered with no."""
    asked = ("screen", "Nicolas Maduro Moros")
    for times in (
        ("--as-of", "2018-01-01"),
        ("--as-of", "2021-07-15", "--held-at", "0"),
    ):
        answer = ofac.command.json(*asked, *times)
        assert (answer["status"], answer["hits"]) == ("not_covered", [])
        assert any("us_ofac_sdn" in warning for warning in answer["warnings"])


def test_what_was_known_and_held_then_answers_as_then(ofac: Any, ws: Workspace) -> None:
    """An entry added in July 2021 is unknown by what had been published, or held, before."""
    fresh = min(
        ofac.naive["2021-07-07"].names.keys() - ofac.naive["2021-04-14"].names.keys(), key=int
    )
    party = f"us_ofac_sdn-{fresh}"
    for known, held, found in (
        (None, None, True),
        ("2021-07-06", None, False),
        ("2021-07-07", None, True),
        (None, "2", False),
        (None, "3", True),
    ):
        view = ws.view(times_of(ws.config, "2021-07-15", known, held))
        assert (view.entity(party) is not None) is found, (known, held)
