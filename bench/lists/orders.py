"""Twelve editions in three orders: the same record, and answers as the files give them.

The files are read a second time with the csv module alone, and two hundred entries are asked for
on as many days: is the entry on the list, with which programmes, and is its name found? As many
differences between two days are held against the same naive reading.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.lists.dump import Dump, dump
from bench.lists.loading import load
from bench.lists.sets import Issue, ofac_history
from interdict.config import Config
from interdict.model.dates import end_of_day
from interdict.model.match import Party
from interdict.workspace import Times, Workspace

ORDERS, PAIRS = 3, 200
KNOWN = end_of_day(date(2030, 1, 1))


@dataclass
class Naive:
    """What the entries' file of one edition says: number -> name, number -> tags."""

    names: dict[str, str] = field(default_factory=dict)
    tags: dict[str, set[str]] = field(default_factory=dict)


def naive(issue: Issue, data: Path) -> Naive:
    """Reads sdn.csv with nothing of ours."""
    path = data / issue.paths[0]
    path = path / "sdn.csv" if path.is_dir() else path
    found = Naive()
    text = path.read_bytes().rstrip(b"\x1a").decode("latin-1")
    for row in csv.reader(text.splitlines()):
        if row:
            number, name, _, tags = (cell.strip() for cell in row[:4])
            found.names[number] = name
            found.tags[number] = set(tags.split("] ["))
    return found


def run(data: Path, seed: int) -> None:
    """Loads, compares, asks; prints what it found and ends with an error if anything differs."""
    drawn = random.Random(seed)
    issues = ofac_history()
    read = {date.fromisoformat(issue.on): naive(issue, data) for issue in issues}
    with TemporaryDirectory() as folder:
        dumps = []
        for number in range(ORDERS):
            order = drawn.sample(issues, len(issues))
            workspace = Path(folder, str(number))
            seconds = sum(load(workspace, issue.words(data)).seconds for issue in order)
            dumps.append(dump(workspace / "record.sqlite"))
            print(f"order {number + 1}: {' '.join(issue.on for issue in order)}")
            print(f"  {seconds:.0f} s of processor time, {_sizes(dumps[-1])}", flush=True)
        if any(one != dumps[0] for one in dumps):
            raise SystemExit("the records differ")
        print("the records are the same: statements, issues with their lines, signals, judgements")
        with Workspace(Config(Path(folder, "0")), lambda: KNOWN) as ws:
            answers(ws, read, drawn)
            differences(ws, read, drawn)


def _sizes(one: Dump) -> str:
    return (
        f"{len(one.statements):,} statements, {len(one.issues)} issues, {len(one.signals):,} "
        f"signals, {len(one.judgements)} judgements"
    )


def _day(drawn: random.Random, read: dict[date, Naive]) -> date:
    first, last = min(read) - timedelta(60), max(read) + timedelta(120)
    return first + timedelta(drawn.randrange((last - first).days))


def _answering(read: dict[date, Naive], day: date) -> Naive | None:
    return read[max(on for on in read if on <= day)] if day >= min(read) else None


def answers(ws: Workspace, read: dict[date, Naive], drawn: random.Random) -> None:
    """Screens two hundred entries by their names on two hundred days.

    Raises:
        SystemExit: if an answer is not what the files say.
    """
    names = {number: name for one in read.values() for number, name in one.names.items()}
    counted: Counter[str] = Counter()
    for _ in range(PAIRS):
        number, day = drawn.choice(sorted(names)), _day(drawn, read)
        edition = _answering(read, day)
        answer = ws.screening.screener(Times(day, KNOWN)).screen(Party((names[number],)))
        hits = {hit.match.entity_id: hit for hit in answer.hits}
        found = hits.get(f"us_ofac_sdn-{number}")
        if edition is None:
            expected = None
            counted["not covered"] += 1
            if answer.status != "not_covered":
                raise SystemExit(f"{number} on {day}: {answer.status}, before the first edition")
        else:
            expected = edition.tags.get(number)
            # Under another name at that time the entry may score less and be beyond the limit.
            other_name = expected is not None and edition.names[number] != names[number]
            if other_name and found is None:
                counted["listed, then under another name"] += 1
                continue
            counted["listed" if expected else "not listed"] += 1
        tags = found and {
            listed.tag
            for designation, _ in found.designations
            for listed in designation.listed
            if listed.presence.holds
        }
        if (tags or None) != expected:
            raise SystemExit(f"{number} on {day}: {tags}, and the file says {expected}")
    print(f"{PAIRS} screenings agree with the files: {dict(counted)}")


def differences(ws: Workspace, read: dict[date, Naive], drawn: random.Random) -> None:
    """Holds the differences between two days against the files, entry by entry.

    Raises:
        SystemExit: if one is not what the files say.
    """
    counted: Counter[str] = Counter()
    everyone = sorted({number for one in read.values() for number in one.names})
    asked: dict[tuple[date, date], dict[str, dict[str, set[str]]]] = {}
    for _ in range(PAIRS):
        number = drawn.choice(everyone)
        before, after = sorted(drawn.sample(sorted(read), 2))
        if (before, after) not in asked:
            asked[before, after] = _told(ws, before, after)
        told = asked[before, after]
        old, new = read[before].tags.get(number), read[after].tags.get(number)
        expected = "added" if old is None and new else "removed" if old and new is None else ""
        here = next((what for what in ("added", "removed") if number in told[what]), "")
        if here != expected:
            raise SystemExit(f"{number}, {before} to {after}: {here!r}, and it was {expected!r}")
        if old and new:
            gone = {"began": new - old, "ended": old - new}
            said = {event: told[event].get(number, set()) for event in gone}
            if gone != said:
                raise SystemExit(f"{number}, {before} to {after}: {said}, and it was {gone}")
            expected = "other programmes" if old != new else "the same programmes"
        counted[expected or "on neither"] += 1
    print(f"{PAIRS} differences agree with the files: {dict(counted)}")


def _told(ws: Workspace, before: date, after: date) -> dict[str, dict[str, set[str]]]:
    found = ws.lists.diff("us_ofac_sdn", before, after, Times(after, KNOWN))
    told: dict[str, dict[str, set[str]]] = {
        "added": {i: set() for i, _ in found.added}
        | {new: set() for _, new, _ in found.renumbered},
        "removed": {i: set() for i, _ in found.removed}
        | {old: set() for old, _, _ in found.renumbered},
        "began": {},
        "ended": {},
    }
    for change in found.changed:
        for one in change.designations:
            if one.event in ("began", "ended"):
                told[one.event].setdefault(change.record_id, set()).add(one.programme)
    return told
