"""The index in a workspace: built by itself, kept up, the same for everybody; and the fast lane."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import typer

from interdict.cli import quick
from interdict.cli.app import app
from interdict.config import Config
from interdict.errors import IntegrityError
from interdict.model.dates import end_of_day
from interdict.model.match import Party
from interdict.model.source import Edition, EditionPart
from interdict.model.statement import Statement
from interdict.reconcile.designations import DESIGNATION_KINDS
from interdict.screening.answer import as_dict
from interdict.store.base import Judgement, PartContent
from interdict.workspace import Times, Workspace
from interdict.workspace.index import CLAIM_KINDS, record_mark

NOW = datetime(2021, 8, 1, tzinfo=UTC)
TIMES = Times(date(2021, 8, 1), end_of_day(date(2021, 8, 1)))
LIST = "us_ofac_sdn"


def rows(record: str, name: str, tag: str = "SDGT") -> list[Statement]:
    """An entry with its designation."""
    party, link = f"{LIST}-{record}", f"{LIST}-{record}-{tag}"
    return [
        Statement(LIST, party, "Person", "name", name, record_id=record),
        Statement(LIST, link, "Sanction", "entity", party, record_id=record),
        Statement(LIST, link, "Sanction", "program", tag, record_id=record),
    ]


def load(workspace: Workspace, day: str, *entries: list[Statement]) -> None:
    """An edition of that day; statements stand on lines 1, 2, 3 ..."""
    said = [statement for entry in entries for statement in entry]
    part = EditionPart("entries", "sdn.csv", day, len(said), len(entries))
    content = PartContent(part, [(s, line) for line, s in enumerate(said, start=1)])
    with workspace.store.write("list load", day) as writer:
        writer.add_edition(Edition.dated(LIST, date.fromisoformat(day)), [content])


TALLIS, MOREAU = rows("1", "Bruna Tallis"), rows("2", "Odile Moreau")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with two editions: one party left, one came."""
    with opened(tmp_path / "ws") as workspace:
        load(workspace, "2021-01-10", TALLIS)
        load(workspace, "2021-07-10", MOREAU)
    return tmp_path / "ws"


def opened(folder: Path) -> Workspace:
    """The workspace in a folder."""
    return Workspace(Config(folder), lambda: NOW)


def found(workspace: Workspace, name: str, times: Times = TIMES) -> list[str]:
    """Ids that a name alerts on."""
    answer = workspace.screening.screener(times).screen(Party((name,)))
    return [hit.match.entity_id for hit in answer.hits]


def on(day: str) -> Times:
    """A question about a day."""
    return Times(date.fromisoformat(day), end_of_day(date(2021, 8, 1)))


def test_one_index_answers_every_date(folder: Path) -> None:
    """Facts are filtered, the index is the same; a day before the record is not covered."""
    with opened(folder) as workspace:
        assert found(workspace, "Odile Moreau") == [f"{LIST}-2"]
        name = workspace.screening.index.status().index_id
        assert found(workspace, "Bruna Tallis") == []
        assert found(workspace, "Bruna Tallis", on("2021-02-01")) == [f"{LIST}-1"]
        assert found(workspace, "Odile Moreau", on("2021-02-01")) == []
        before = workspace.screening.screener(on("2020-01-01")).screen(Party(("Bruna Tallis",)))
        assert before.status == "not_covered"
        assert workspace.screening.index.status().index_id == name


def test_an_answer_cites_row_line_and_designation(folder: Path) -> None:
    """As the record has them: from the index alone, with the database out of the way."""
    with opened(folder) as workspace:
        workspace.screening.index.build()
    with opened(folder) as workspace:
        screener = workspace.screening.screener(TIMES)
        assert "store" not in workspace.__dict__
        answer = screener.screen(Party(("Odile Moreau",)))
        assert "store" not in workspace.__dict__
        (hit,) = answer.hits
        assert hit.match.statement == MOREAU[0]
        presence = hit.match.presence
        assert presence is not None
        assert (presence.file, presence.line, presence.holds) == ("sdn.csv", 1, True)
        assert str(presence.absent_before) == "2021-01-10"
        view = workspace.view(TIMES)
        assert list(hit.designations) == workspace.record.designations(view).of(f"{LIST}-2")
        assert hit.designations[0][1].name.value == "in_force"
        assert list(answer.coverage) == workspace.record.coverage(view)


def test_the_index_is_built_when_the_record_moves(folder: Path) -> None:
    """Once for each state of the record, with a note; a current index is opened, not built."""
    notes: list[str] = []
    with opened(folder) as workspace:
        index = workspace.screening.index
        assert index.status().state == "none"
        first = index.current(notes.append)
        assert index.current(notes.append).id == first.id
        assert notes == ["building the index of the record at 2"]
        assert index.status().state == "current"
        with workspace.store.write("judge", "") as writer:
            writer.add_judgement(Judgement(f"{LIST}-1", f"{LIST}-2", True, "R", "one person"))
        assert index.status().state == "outdated"
        assert found(workspace, "Odile Moreau") == [f"{LIST}-1"]
        assert index.status().state == "current"
        old = Times(TIMES.as_of, TIMES.known_at, held_at=2)
        assert found(workspace, "Odile Moreau", old) == [f"{LIST}-2"]


def test_a_restored_record_of_the_same_length_is_noticed(folder: Path) -> None:
    """Its last transaction was recorded at another time."""
    with opened(folder) as workspace:
        workspace.screening.index.build()
    (folder / "record.sqlite").unlink()
    for left in folder.glob("record.sqlite-*"):
        left.unlink()
    later = Workspace(Config(folder), lambda: datetime(2021, 9, 1, tzinfo=UTC))
    with later as workspace:
        load(workspace, "2021-01-10", MOREAU)
        load(workspace, "2021-07-10", TALLIS)
        assert workspace.screening.index.status().state == "outdated"
        assert found(workspace, "Bruna Tallis") == [f"{LIST}-1"]


def test_the_mark_of_a_record_is_that_of_its_journal(folder: Path, tmp_path: Path) -> None:
    """Also while a connection of this process is open; None where there is no record."""
    with opened(folder) as workspace:
        last = workspace.store.transactions()[-1]
        mark = record_mark(folder / "record.sqlite")
        assert mark is not None
        assert mark.seq == last.seq == 2
        assert mark.recorded_at is not None
        assert datetime.fromisoformat(mark.recorded_at) == last.recorded_at
    assert record_mark(tmp_path / "absent.sqlite") is None
    (tmp_path / "junk.sqlite").write_bytes(b"no database" * 100)
    assert record_mark(tmp_path / "junk.sqlite") is None


def test_a_damaged_index_is_refused_until_it_is_built_again(folder: Path) -> None:
    """Screening never answers from it."""
    with opened(folder) as workspace:
        path = workspace.screening.index.build().path
        content = bytearray((path / "arrays.bin").read_bytes())
        content[100] ^= 1
        (path / "arrays.bin").write_bytes(content)
        with pytest.raises(IntegrityError, match=r"arrays\.bin.*interdict index build"):
            found(workspace, "Odile Moreau")
        workspace.screening.index.build()
        assert found(workspace, "Odile Moreau") == [f"{LIST}-2"]
        assert workspace.screening.index.verify().state == "current"


def run(folder: Path, *words: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-m", "interdict.cli.app", "--workspace", str(folder), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


ASK = ["screen", "Odile Moreau", "--as-of", "2021-08-01", "--known-at", "2021-08-01"]


def test_two_processes_answer_with_the_same_bytes(folder: Path) -> None:
    """The first builds the index, silent off a terminal; index and answers do not differ."""
    first, second = (run(folder, *ASK, "--json", seed=seed) for seed in ("1", "2"))
    assert first.returncode == second.returncode == 0
    assert first.stderr == ""
    assert second.stderr == ""
    assert first.stdout == second.stdout
    with opened(folder) as workspace:
        answer = workspace.screening.screener(TIMES).screen(Party(("Odile Moreau",)))
    assert json.loads(first.stdout) == json.loads(json.dumps(as_dict(answer)))
    before = json.loads(run(folder, "index", "status", "--json").stdout)["index_id"]
    again = json.loads(run(folder, "index", "build", "--json", seed="3").stdout)["index_id"]
    assert before == again


def test_the_fast_lane_loads_nothing_heavy(folder: Path) -> None:
    """A hit with its designations, with neither database toolkit, tables nor framework."""
    with opened(folder) as workspace:
        workspace.screening.index.build()
    script = (
        "import sys\n"
        "from interdict.cli.app import run\n"
        f"code = run(['--workspace', {str(folder)!r}, *{ASK!r}])\n"
        "heavy = {'sqlalchemy', 'structlog', 'rich', 'typer', 'click', 'lxml'} & set(sys.modules)\n"
        "sys.stderr.write(' '.join(sorted(heavy)))\n"
        "sys.exit(code)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Odile Moreau on 2021-08-01: 1 match" in ended.stdout
    assert "in force" in ended.stdout


PLAIN = [
    ["screen", "A B"],
    ["screen", "A", "B", "--json", "--limit", "3", "--threshold=0.7", "--fail-on-alert"],
    ["screen", "--id", "X1", "--id=X2", "--country", "US", "--schema", "Person", "--weak-aliases"],
    ["screen", "A", "--birth-date", "1961", "--as-of=2021-01-01", "--known-at", "2021-01-01"],
    ["screen", "A", "--held-at", "2", "--dataset", "d", "--dataset", "e"],
]


def framework_fields(words: list[str]) -> dict[str, Any]:
    """What the framework makes of a command line."""
    screen = typer.main.get_command(app).commands["screen"]  # type: ignore[attr-defined]
    return dict(screen.make_context("screen", words[1:]).params)


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_the_fast_lane_reads_what_the_framework_reads(words: list[str]) -> None:
    """Field by field."""
    asked = quick.plain_screen(words)
    assert asked is not None
    fields = framework_fields(words)
    assert fields.pop("file") is fields.pop("output") is None
    for name, value in fields.items():
        ours = getattr(asked[1], name)
        if isinstance(ours, (list, tuple)):
            assert list(ours) == list(value or ()), name
        else:
            assert ours == value, name


def test_the_fast_lane_knows_every_option(folder: Path) -> None:
    """Of `screen`, but for those of a file and the framework's own."""
    screen = typer.main.get_command(app).commands["screen"]  # type: ignore[attr-defined]
    options = {name for p in screen.params if p.param_type_name == "option" for name in p.opts}
    known = {*quick.TEXTS, *quick.LISTS, *quick.FLAGS, *quick.NUMBERS}
    assert options - known - {"--help", "-h"} == {"--file", "--output"}
    assert known <= options


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["screen"],
        ["screen", "--help"],
        ["screen", "A", "-h"],
        ["screen", "A", "--limit", "none"],
        ["screen", "A", "--limit", "0"],
        ["screen", "A", "--threshold", "2"],
        ["screen", "A", "--thresh", "0.5"],
        ["screen", "A", "--as-of"],
        ["screen", "A", "--json=yes"],
        ["screen", "--", "-A"],
        ["screen", "--file", "a.csv", "--output", "b.csv"],
        ["show", "A"],
        ["--workspace"],
        ["--version", "screen", "A"],
    ],
    ids=" ".join,
)
def test_everything_else_is_left_to_the_framework(words: list[str]) -> None:
    """Help, mistakes, files, other commands."""
    assert quick.plain_screen(words) is None


def test_mistakes_end_as_they_always_did(folder: Path) -> None:
    """Usage with 2, bad values with 1, alerts with 3 where that is asked for."""
    assert run(folder, "screen", "A", "--limit", "0").returncode == 2
    wrong = run(folder, "screen", "A", "--as-of", "soon")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith("error: --as-of")
    ahead = run(folder, "screen", "Odile Moreau", "--held-at", "9")
    assert ahead.returncode == 1
    assert "transactions 1 to 2" in ahead.stderr
    assert run(folder, *ASK, "--fail-on-alert").returncode == 3


def test_claims_that_an_index_carries_are_those_that_designations_need() -> None:
    """The two sets are written in two places because the index is below; they are the same."""
    assert CLAIM_KINDS == DESIGNATION_KINDS


def test_a_file_is_screened_by_two_processes_as_by_one(folder: Path, tmp_path: Path) -> None:
    """Through the command line, with the results in order."""
    source, output = tmp_path / "parties.csv", tmp_path / "results.csv"
    names = [("Odile Moreau", "Mira Solberg")[n % 2] for n in range(500)]
    source.write_text("name\n" + "\n".join(names) + "\n")
    ended = run(folder, "screen", "--file", str(source), "--output", str(output))
    assert ended.returncode == 0, ended.stderr
    statuses = [line.split(",")[3] for line in output.read_text().splitlines()[1:]]
    assert statuses == ["alert", "clear"] * 250
