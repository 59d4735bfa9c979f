"""Editions of the real list and their differences, and its way through FollowTheMoney."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now, times_of
from interdict.config import Config
from interdict.lists.ftm.schemata import properties
from interdict.model.match import Party
from interdict.workspace import Times, Workspace

SEED = 20240702
COMPLETE = {
    "2019-01-15": "sdn_2019_01",
    "2021-04-14": "sdn_2021_04",
    "2021-07-07": "sdn_2021_07",
}
EVERY = 60
"""One entry of so many is in the sample: the same ones in every edition."""


@dataclass
class Sample:
    """Twelve editions cut down to the same entries: their folders, and what they say naively."""

    folders: dict[str, Path] = field(default_factory=dict)
    tags: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a delimited file; the end-of-file mark is left out."""
    return (line.rstrip(b"\r") for line in path.read_bytes().split(b"\n") if line.strip(b"\x1a \r"))


def number_of(line: bytes) -> str:
    """The entry that a line is about; empty for a line that goes on."""
    found = line.split(b",", 1)[0].strip()
    return found.decode() if found.isdigit() else ""


@pytest.fixture(scope="module")
def sample(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Every sixtieth entry of the nine dated editions and the three complete ones."""
    data, root, made = shared / "data" / "ofac", tmp_path_factory.mktemp("sample"), Sample()
    editions = {p.stem.removeprefix("sdn_"): [p] for p in (data / "history").glob("sdn_*.csv")}
    editions |= {day: sorted((data / name).glob("*.csv")) for day, name in COMPLETE.items()}
    for day, paths in sorted(editions.items()):
        folder = made.folders[day] = root / day
        folder.mkdir()
        for path in paths:
            kept = [li for li in lines_of(path) if (n := number_of(li)) and int(n) % EVERY == 7]
            name = "sdn.csv" if path.stem.startswith("sdn_20") else path.name
            if kept:
                (folder / name).write_bytes(b"\r\n".join(kept) + b"\r\n")
        text = (folder / "sdn.csv").read_bytes().decode("latin-1")
        rows = list(csv.reader(io.StringIO(text)))
        made.tags[day] = {row[0].strip(): set(row[3].strip().split("] [")) for row in rows}
        made.names |= {row[0].strip(): row[1].strip() for row in rows}
    assert len(made.folders) == 12
    assert len(made.names) > 150
    return made


@pytest.fixture(scope="module")
def both(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Workspace]]:
    """The twelve editions in order, and shuffled."""
    days = sorted(sample.folders)
    shuffled = random.Random(SEED).sample(days, len(days))
    opened = []
    for name, order in (("ordered", days), ("shuffled", shuffled)):
        ws = Workspace(Config(tmp_path_factory.mktemp(name)), now)
        for day in order:
            at = times_of(ws.config, day, day, None).known_at
            ws.lists.load("us_ofac_sdn", [sample.folders[day]], published_at=at)
        opened.append(ws)
    yield opened
    for ws in opened:
        ws.close()


def on(ws: Workspace, day: date) -> Times:
    """Everything known and held, about a day."""
    return times_of(ws.config, day.isoformat(), None, None)


def test_the_order_of_loading_does_not_matter(sample: Sample, both: list[Workspace]) -> None:
    """Entities, histories with their bounds, and differences are the same."""
    days = [date.fromisoformat(day) for day in sorted(sample.folders)]
    for day in (days[0], days[5], days[-1]):
        entities = [list(ws.view(on(ws, day)).entities()) for ws in both]
        assert entities[0] == entities[1]
        assert len(entities[0]) > 100
    for number in sorted(sample.names)[::5]:
        one, other = (ws.view(on(ws, days[-1])).history(f"us_ofac_sdn-{number}") for ws in both)
        assert one == other != ()
    for before, after in pairwise(days):
        one, other = (ws.lists.diff("us_ofac_sdn", before, after, on(ws, after)) for ws in both)
        assert one == other


def pairs(sample: Sample) -> list[tuple[str, date]]:
    """Two hundred entries on days between the first edition and a while after the last."""
    drawn = random.Random(SEED)
    first = date.fromisoformat(min(sample.folders))
    return [
        (drawn.choice(sorted(sample.names)), first + timedelta(drawn.randrange(2_200)))
        for _ in range(200)
    ]


def test_screening_agrees_with_the_files(sample: Sample, both: list[Workspace]) -> None:
    """A listed name is found on a day if the file that answers the day has it, with its tags."""
    ws, checked = both[1], {True: 0, False: 0}
    for number, day in pairs(sample):
        answering = max(d for d in sample.folders if d <= day.isoformat())
        expected = sample.tags[answering].get(number)
        answer = ws.screening.screener(on(ws, day)).screen(Party((sample.names[number],)))
        hits = {h.match.entity_id: h for h in answer.hits}
        found = hits.get(f"us_ofac_sdn-{number}")
        assert (found is not None) == (expected is not None), (number, day)
        if found is not None and expected is not None:
            tags = {listed.tag for d, _ in found.designations for listed in d.listed
                    if listed.presence.holds}  # fmt: skip
            assert tags == expected, (number, day)
            # A tag of a programme that has ended stays on the entry and puts nobody in force.
            assert {state.name for _, state in found.designations} <= {"in_force", "ended"}
        checked[found is not None] += 1
    assert min(checked.values()) > 20


def test_differences_agree_with_the_files(sample: Sample, both: list[Workspace]) -> None:
    """Between any two days: who came, who went, and which programmes began and ended."""
    ws, drawn = both[1], pairs(sample)
    for (_, one), (_, other) in zip(drawn[::10], drawn[5::10], strict=True):
        before, after = sorted((one, other))
        olds, news = (
            sample.tags[max(d for d in sample.folders if d <= day.isoformat())]
            for day in (before, after)
        )
        found = ws.lists.diff("us_ofac_sdn", before, after, on(ws, after))
        came = {i for i, _ in found.added} | {new for _, new, _ in found.renumbered}
        went = {i for i, _ in found.removed} | {old for old, _, _ in found.renumbered}
        assert (came, went) == (news.keys() - olds.keys(), olds.keys() - news.keys())
        for event, gain in (("began", lambda a, b: b - a), ("ended", lambda a, b: a - b)):
            told = {
                (c.record_id, d.programme)
                for c in found.changed
                for d in c.designations
                if d.event == event
            }
            assert told == {
                (number, tag)
                for number in olds.keys() & news.keys()
                for tag in gain(olds[number], news[number])
            }


@pytest.fixture
def fto(
    shared: Path, tmp_path: Path, interdict: Callable[[Path], Any]
) -> tuple[Any, dict[str, set[str]]]:
    """Everyone tagged FTO in July 2024 or April 2026, in two editions; and the later tags."""
    data = shared / "data"
    with (data / "multi_list" / "sanctions_2026-04-22.csv").open(encoding="utf-8-sig") as file:
        rows = [r for r in csv.DictReader(file) if r["Source"] == "OFAC"]
    later = {r["Reference Number"]: (r["Primary Name"], r["Sanction Imposed"]) for r in rows}
    marked = {n for n, (_, tags) in later.items() if "FTO" in tags}
    july = list(lines_of(data / "ofac" / "history" / "sdn_2024-07-02.csv"))
    old = [li for li in july if (n := number_of(li)) and (b"FTO" in li or n in marked)]
    then = {n for n, (_, tags) in later.items() if "FTO" in tags.split("; ")}
    chosen = then | {number_of(line) for line in old}
    now_ = [
        f'{n},"{later[n][0]}",-0- ,"{later[n][1].replace("; ", "] [")}"' + ",-0- " * 8
        for n in sorted(chosen & later.keys())
    ]
    command = interdict(tmp_path / "record")
    for day, text in (
        ("2024-07-02", b"\r\n".join(old)),
        ("2026-04-22", "\r\n".join(now_).encode()),
    ):
        path = tmp_path / day / "sdn.csv"
        path.parent.mkdir()
        path.write_bytes(text + b"\r\n")
        # A third party's table says less of each entry: it has to be accepted as it is.
        command.json("list", "load", "us_ofac_sdn", path, "--edition", day, "--accept")
    return command, {n: set(tags.split("; ")) for n, (_, tags) in later.items()}


def test_tags_that_appear_are_evidence_with_bounds(fto: tuple[Any, dict[str, set[str]]]) -> None:
    """29 FTO tags came and one went: between two editions, on no day that anybody knows."""
    command, later = fto
    found = command.json("list", "diff", "us_ofac_sdn", "2024-07-02..2026-04-22")
    events = [(c["id"], d["event"]) for c in found["changed"] for d in c["designations"]
              if d["programme"] == "FTO"]  # fmt: skip
    began = {i for i, event in events if event == "began"}
    began |= {row["id"] for row in found["added"] if "FTO" in later[row["id"]]}
    assert len(began) == 29
    assert [i for i, event in events if event == "ended"] == ["16937"]
    party = f"us_ofac_sdn-{sorted(began)[0]}"
    shown = command.json("show", party, "--as-of", "2026-05-01")["designations"]
    (state,) = [d for d in shown if d["programme"] == "US-FTO"]
    assert (state["state"], state["since"]) == ("in_force", None)
    assert (state["absent_before"], state["first_seen"]) == ("2024-07-02", "2026-04-22")
    lost = command.json("show", "us_ofac_sdn-16937", "--as-of", "2026-05-01")["designations"]
    states = {d["programme"]: (d["state"], d["ended"]) for d in lost}
    assert states == {"US-FTO": ("ended", None), "US-SDGT": ("in_force", None)}


def test_the_first_sight_of_a_tag_is_no_day_of_designation(
    shared: Path, fto: tuple[Any, dict[str, set[str]]]
) -> None:
    """ASA'IB AHL AL-HAQ has been an FTO since 2020 and got its tag between 2024 and 2026.

    The list alone gives bounds; with the bundled record, which quotes the list's number, one party
    is left, designated on the day of the notice.
    """
    command, _ = fto
    party = "us_ofac_sdn-28283"
    shown = command.json("show", party, "--as-of", "2026-05-01")["designations"]
    (listed,) = [d for d in shown if d["programme"] == "US-FTO"]
    assert (listed["state"], listed["since"]) == ("in_force", None)
    assert (listed["absent_before"], listed["first_seen"]) == ("2024-07-02", "2026-04-22")
    command.json("list", "load", "bundled")
    command.json("parties", "match")
    for day in ("2021-01-01", "2026-05-01"):
        answer = command.json("screen", "Asa'ib Ahl al-Haq", "--as-of", day)
        (hit,) = [h for h in answer["hits"] if h["match"]["score"] > 0.85]
        (state,) = [d["state"] for d in hit["designations"] if d["programme"] == "US-FTO"]
        assert (state["name"], state["since"]) == ("in_force", "2020-01-10")


ENDED = (
    "Aum Shinrikyo", "Basque Fatherland and Liberty", "Gama'a al-Islamiyya", "Kahane Chai",
    "Revolutionary Armed Forces of Colombia", "Hay'at Tahrir al-Sham",
)  # fmt: skip
"""Groups of the table of dates that are no FTO any more; the table itself has no ends."""


@pytest.mark.parametrize("with_others", [False, True])
def test_dates_of_designation_alone_put_nobody_in_force(
    shared: Path, tmp_path: Path, interdict: Callable[[Path], Any], with_others: bool
) -> None:
    """Neither by themselves, nor beside the list and the record that know of the ends."""
    command, data = interdict(tmp_path / "record"), shared / "data"
    table = data / "federal_register" / "fto_dates_partial.csv"
    command.json("list", "load", "us_state_fto", table, "--edition", "2025-11-24")
    if with_others:
        command.json("list", "load", "bundled")
        command.json("parties", "match")
    for name in ENDED:
        answer = command.json("screen", name, "--as-of", "2026-08-22")
        states = [
            (hit["match"]["score"], designation["state"]["name"])
            for hit in answer["hits"]
            for designation in hit["designations"]
            if designation["programme"] == "US-FTO" and hit["match"]["score"] > 0.85
        ]
        assert "in_force" not in {state for _, state in states}, (name, states)
        assert bool(states) or not with_others


def test_the_list_survives_its_way_through_followthemoney(
    both: list[Workspace], tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Exported, loaded as a list of its own and exported again: the same, but for ids."""
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    interdict(both[0].config.workspace)("export", "ftm", first, "--as-of", "2021-07-15")
    command = interdict(tmp_path / "record")
    command.json("list", "load", "ftm_again", first, "--edition", "2021-07-15")
    command("export", "ftm", second)

    def said(path: Path, prefix: str) -> dict[str, Any]:
        found = {}
        for line in path.read_text("utf-8").splitlines():
            one = json.loads(line)
            links = {p for p, k in properties(one["schema"]).items() if k.name == "entity"}
            found[one["id"].removeprefix(prefix)] = (
                one["schema"],
                {p: {v.removeprefix(prefix) if p in links else v for v in vs}
                 for p, vs in one["properties"].items()},
            )  # fmt: skip
        return found

    assert said(second, "ftm.again-") == said(first, "")
    assert len(said(first, "")) > 300
