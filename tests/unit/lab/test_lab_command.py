"""`interdict lab` on the bundled record, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from interdict.cli.app import app
from interdict.errors import InvalidInput, NotFound

SMALL = ["--sample", "4", "--clean-names", "8", "--as-of", "2026-09-01"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the bundled record loaded."""
    folder = tmp_path_factory.mktemp("workspace")
    done = CliRunner().invoke(app, ["--workspace", str(folder), "list", "load", "bundled"])
    assert done.exit_code == 0, done.output
    return folder


def call(workspace: Path, *arguments: str) -> str:
    """Standard output of a lab command that succeeds; its own errors are raised."""
    done = CliRunner().invoke(
        app, ["--workspace", str(workspace), "lab", *arguments], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_run_is_made_compared_and_reported(workspace: Path, tmp_path: Path) -> None:
    """Run, compare with itself, page: on the bundled record, within one test."""
    run, page = tmp_path / "run.json", tmp_path / "report.html"
    printed = json.loads(call(workspace, "run", *SMALL, "--output", str(run), "--json"))
    assert printed["controls"]["n_hits"] == printed["controls"]["n"] > 0
    assert {one["key"] for one in printed["kinds"]} >= {"exact", "one_edit", "native_script"}
    assert [one["kind"] for one in printed["clean"]][-1] == "common names"
    kept = json.loads(run.read_text("utf-8"))
    assert kept["report"] == printed
    same = json.loads(call(workspace, "compare", str(run), str(run), "--json"))
    assert (same["lost"], same["won"], same["differences"]) == ([], [], [])
    told = call(workspace, "report", str(run), "--output", str(page), "--json")
    assert json.loads(told) == printed
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_two_runs_differ_in_nothing_but_time(workspace: Path, tmp_path: Path) -> None:
    """Same seed, same record: outcomes, digest and report agree."""
    kept = []
    for name in ("one.json", "two.json"):
        call(workspace, "run", *SMALL, "--kind", "one edit", "--output", str(tmp_path / name))
        data = json.loads((tmp_path / name).read_text("utf-8"))
        data["card"]["made_at"] = data["report"]["card"]["made_at"] = None
        data["speed"] = data["report"]["speed"] = None
        data["card"]["known_at"] = data["report"]["card"]["known_at"] = None
        kept.append(data)
    assert kept[0] == kept[1]


def test_weak_aliases_are_found_when_they_may_alert(workspace: Path, tmp_path: Path) -> None:
    """A comparison shows the setting, and what it wins."""
    runs = []
    for name, option in (("off.json", []), ("on.json", ["--weak-aliases"])):
        runs.append(str(tmp_path / name))
        call(workspace, "run", *SMALL, "--kind", "weak_alias", *option, "--output", runs[-1])
    found = json.loads(call(workspace, "compare", *runs, "--json"))
    assert "weak aliases alone alert: False -> True" in found["differences"]
    [kind] = found["kinds"]
    assert kind["n_won"] > 0
    assert kind["n_lost"] == 0
    page = tmp_path / "page.html"
    told = call(workspace, "report", runs[1], "--before", runs[0], "--output", str(page), "--json")
    assert json.loads(told)["comparison"] == found
    shown = page.read_text("utf-8")
    assert '<section id="comparison">' in shown
    assert "weak aliases alone alert: False -&gt; True" in shown
    for one in found["won"][:20]:
        assert f"<code>{one['target']}</code>" in shown


def test_a_page_without_an_earlier_run_has_no_place_for_one(
    workspace: Path, tmp_path: Path
) -> None:
    """Neither the section nor a link to it; kinds that one run alone has are named apart."""
    one, two, page = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "page.html"
    call(workspace, "run", *SMALL, "--kind", "exact", "--output", str(one))
    call(workspace, "run", *SMALL, "--kind", "exact", "--kind", "initials", "--output", str(two))
    call(workspace, "report", str(one), "--output", str(page))
    assert '"#comparison"' not in page.read_text("utf-8")
    assert 'id="comparison"' not in page.read_text("utf-8")
    assert "no test in common: initials" in call(workspace, "compare", str(one), str(two))
    call(workspace, "report", str(two), "--before", str(one), "--output", str(page))
    assert "No test in common: initials." in page.read_text("utf-8")


def test_an_own_file_without_a_party_is_refused(workspace: Path, tmp_path: Path) -> None:
    """An alert rate of nobody would look like a perfect one."""
    own = tmp_path / "own.csv"
    own.write_text("id,name\n1,\n", "utf-8")
    arguments = [*SMALL, "--kind", "exact", "--clean", str(own)]
    with pytest.raises(InvalidInput, match="no row holds a party"):
        call(workspace, "run", *arguments, "--output", str(tmp_path / "run.json"))


def test_an_own_file_gives_the_budget_and_stays_private(workspace: Path, tmp_path: Path) -> None:
    """The proposal is about it, and no name of it is in the run or on the page."""
    own, run, page = tmp_path / "own.csv", tmp_path / "run.json", tmp_path / "page.html"
    own.write_text("id,name\nC-1,Alma Brandvold\nC-2,Hizballah Brandvold\n", "utf-8")
    arguments = [*SMALL, "--kind", "exact", "--clean", str(own), "--threshold", "0.4"]
    call(workspace, "run", *arguments, "--output", str(run))
    content = json.loads(run.read_text("utf-8"))["report"]
    main = next(one for one in content["proposals"] if one["is_main"])
    assert main["clean_kind"] == "own file"
    call(workspace, "report", str(run), "--output", str(page))
    assert "Brandvold" not in run.read_text("utf-8") + page.read_text("utf-8")
    assert "own.csv sha256:" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (["--dataset", "us_ofac_sdn"], NotFound, "not in the record"),
        (["--kind", "telepathy"], InvalidInput, "no kind of test 'telepathy'"),
        (["--clean", "nowhere.csv"], InvalidInput, "no such file"),
    ],
)
def test_what_cannot_be_run_is_said(
    workspace: Path, tmp_path: Path, arguments: list[str], error: type[Exception], message: str
) -> None:
    """What is wrong, and what there is instead; no file is left behind."""
    output = tmp_path / "run.json"
    with pytest.raises(error, match=message):
        call(workspace, "run", *SMALL, *arguments, "--output", str(output))
    assert not output.exists()


def test_a_folder_that_is_not_there_is_noticed_before_the_work(workspace: Path) -> None:
    """Nobody waits for a run that cannot be written."""
    with pytest.raises(InvalidInput, match="there is no folder"):
        call(workspace, "run", *SMALL, "--output", "nowhere/run.json")


def test_an_empty_record_says_what_to_load(tmp_path: Path) -> None:
    """There is nothing to test with."""
    with pytest.raises(NotFound, match="interdict list load"):
        call(tmp_path, "run", *SMALL, "--output", str(tmp_path / "run.json"))


def test_a_report_without_a_place_to_go_is_refused(workspace: Path, tmp_path: Path) -> None:
    """Neither a page nor JSON was asked for."""
    with pytest.raises(InvalidInput, match="where should the report go"):
        call(workspace, "report", str(tmp_path / "run.json"))
