"""The command line as a whole: one JSON document, clear errors, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict import __version__

QUERIES = [
    ("list", "status"),
    ("list", "status", "us_ofac_sdn"),
    ("list", "diff", "us_ofac_sdn", "--from", "2024-01-10", "--to", "2024-02-10"),
    ("screen", "Front of the Harbour"),
    ("show", "Harbour Front"),
    ("timeline", "Harbour Front"),
    ("pending", "--as-of", "2024-03-06"),
    ("conflicts",),
    ("conflicts", "Harbour Front"),
    ("effects", "Harbour Front"),
    ("regime", "list"),
    ("regime", "show", "US-FTO"),
]
"""Every query command, with something to find in the filled record."""


@pytest.fixture
def command(tmp_path: Path, interdict: Callable[[Path], Any]) -> Any:
    """The command line of an empty workspace."""
    return interdict(tmp_path / "record")


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
    interdict: Callable[[Path], Any],
    ofac_files: Callable[..., Path],
) -> Any:
    """The command line of a record of two editions and three texts."""
    folder = tmp_path_factory.mktemp("filled")
    command = interdict(folder / "record")
    first = ofac_files(folder / "first")
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "Tax ID No. 7.", ("FRONT OF THE HARBOUR",)),
        (104, "SECOND PIER", "", "SDGT", "", ("PIER TWO",)),
    ]
    second = ofac_files(folder / "second", later)
    assert command("list", "load", "us_ofac_sdn", first, "--edition", "2024-01-10").code == 0
    assert command("list", "load", "us_ofac_sdn", second, "--edition", "2024-02-10").code == 0
    text = folder / "wire.txt"
    text.write_text(
        " date 2024-03-04 By Ada Brook\n\nSecretary of State Una Moor announced on Sunday that the "
        "State Department will designate the Harbour Front as a foreign terrorist organization, "
        "effective March 11. Washington alleges that Anselm Grau leads the Harbour Front.\n",
        "utf-8",
    )
    other = folder / "ledger.txt"
    other.write_text(
        " date 2024-03-05 By Ines Pike\n\nThe State Department plans to designate the Harbour "
        "Front as a foreign terrorist organization. The designation will take effect on March 12, "
        "2024, officials said.\n",
        "utf-8",
    )
    assert command("read", text, other).code == 0
    return command


def test_the_version_is_printed(command: Any) -> None:
    """And nothing else."""
    ran = command("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"interdict {__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [("--help",), ("screen", "--help"), ("list", "-h"), ("list", "load", "-h"), ("regime", "-h")],
)
def test_help_is_not_an_error(command: Any, words: tuple[str, ...]) -> None:
    """On standard output."""
    ran = command(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "Usage" in ran.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("nope",), "nope"),
        (("list", "nope"), "nope"),
        (("screen", "Somebody", "--nope"), "--nope"),
        (("screen",), "NAME"),
        (("screen", "Somebody", "--file", "parties.csv"), "NAME"),
        (("screen", "--file", "parties.csv"), "--output"),
        (("screen", "Somebody", "--output", "results.csv"), "--output"),
        (("screen", "--file", "a.csv", "--output", "b.csv", "--schema", "Person"), "--schema"),
        (("screen", "Somebody", "--threshold", "2"), "--threshold"),
        (("screen", "Somebody", "--threshold", "nan"), "--threshold"),
        (("screen", "Somebody", "--limit", "0"), "--limit"),
        (("read",), "paths"),
        (("read", "x.txt", "--kind", "poem"), "--kind"),
        (("list", "load"), "dataset"),
        (("list", "diff", "us_ofac_sdn", "--from", "2024-01-10"), "--to"),
        (("confirm", "x:US-FTO"), "--event"),
        (("withdraw", "x.txt"), "--reason"),
        (("show",), "party"),
    ],
)
def test_wrong_usage_ends_with_2(command: Any, words: tuple[str, ...], named: str) -> None:
    """The message names the argument; nothing is printed as an answer, nothing is made."""
    ran = command(*words)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err
    assert not command.workspace.exists()


@pytest.mark.parametrize("words", QUERIES)
def test_a_query_prints_one_document(filled: Any, words: tuple[str, ...]) -> None:
    """With `--json`, something was found, standard error is silent; a second time it is the same.

    Without it, the answer is text.
    """
    ran = filled(*words, "--json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found
    assert filled(*words, "--json").out == ran.out
    text = filled(*words)
    assert (text.code, text.err) == (0, "")
    assert text.out.strip()


EMPTY: list[tuple[tuple[str, ...], Any]] = [
    (("pending",), []),
    (("conflicts",), []),
    (("conflicts", "--all"), []),
]


@pytest.mark.parametrize(("words", "answer"), EMPTY)
def test_an_empty_record_answers_with_nothing(
    command: Any, words: tuple[str, ...], answer: Any
) -> None:
    """Well formed, and in words too."""
    assert command.json(*words) == answer
    assert "none" in command(*words).out


def test_an_empty_record_covers_nothing(command: Any) -> None:
    """It says so, and never that there is no match."""
    answer = command.json("screen", "Anselm Grau")
    assert (answer["status"], answer["hits"]) == ("not_covered", [])
    assert answer["warnings"]
    assert {c["status"] for c in answer["coverage"]} == {"not_loaded"}
    said = command("screen", "Anselm Grau").said
    assert "NOT COVERED" in said
    assert "no match" not in said


def test_an_empty_record_holds_no_edition(command: Any) -> None:
    """Every list that is known is named."""
    status = command.json("list", "status")
    names = [d["dataset"] for d in status["datasets"]]
    assert {"us_ofac_sdn", "un_sc"} <= set(names)
    for one in status["datasets"]:
        assert (one["status"], one["editions"], one["in_force"]) == ("not_loaded", [], {})
    assert command("list", "status").out.count("no edition held") == len(names)


@pytest.mark.parametrize("command_name", ["show", "timeline", "effects", "conflicts"])
def test_an_unknown_party_is_not_found(command: Any, filled: Any, command_name: str) -> None:
    """In an empty record and in a full one: the name, and what to do next."""
    for where in (command, filled):
        ran = where(command_name, "Nobody At All", "--json")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("error: ")
        assert "'Nobody At All'" in ran.err
        assert "interdict screen" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("list", "load", "us_nope", "."),
        ("list", "status", "us_nope"),
        ("list", "diff", "us_nope", "--from", "2024-01-10", "--to", "2024-02-10"),
        ("screen", "Anselm Grau", "--dataset", "us_nope"),
    ],
)
def test_an_unknown_dataset_is_not_found(filled: Any, words: tuple[str, ...]) -> None:
    """The known ones are listed."""
    ran = filled(*words, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "'us_nope'" in ran.err
    assert "us_ofac_sdn" in ran.err


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("pending", "--as-of", "2024"), ("--as-of", "'2024'", "2024-01-31")),
        (("pending", "--as-of", "soon"), ("--as-of", "'soon'", "YYYY-MM-DD")),
        (("pending", "--known-at", "2024-02-30"), ("--known-at", "2024-02-30")),
        (("pending", "--known-at", "12:00"), ("--known-at", "12:00", "T18:00Z")),
        (("pending", "--held-at", "99"), ("--held-at 99", "1 to 5")),
        (("pending", "--held-at", "²"), ("--held-at", "²")),
        (("list", "diff", "us_ofac_sdn", "--from", "x", "--to", "2024-02-10"), ("--from", "'x'")),
        (
            ("list", "diff", "us_ofac_sdn", "--from", "2023-01-01", "--to", "2024-02-10"),
            ("us_ofac_sdn", "2023-01-01", "list status"),
        ),
        (
            ("list", "diff", "un_sc", "--from", "2023-01-01", "--to", "2024-02-10"),
            ("un_sc", "not loaded", "list status"),
        ),
        (("screen", "Anselm Grau", "--birth-date", "long ago"), ("birth date", "'long ago'")),
        (("screen", "Anselm Grau", "--schema", "Zebra"), ("Zebra", "Person")),
        (("screen", "?"), ("'?'", "two letters")),
        (("list", "load", "us_ofac_sdn"), ("us_ofac_sdn", "files")),
        (("list", "load", "us_ofac_sdn", "missing.csv"), ("missing.csv",)),
        (("read", "missing.txt"), ("missing.txt",)),
        (("claims", "missing.txt"), ("missing.txt",)),
        (("screen", "--file", "missing.csv", "--output", "out.csv"), ("missing.csv",)),
        (("regime", "show", "US-NOPE"), ("US-NOPE", "interdict regime list")),
        (("withdraw", "missing.txt", "--reason", "r", "--by", "a"), ("missing.txt", "sha256")),
        (("withdraw", "wire.txt", "--reason", "r"), ("--by", "interdict.toml")),
    ],
)
def test_bad_input_is_named_with_what_to_do(
    filled: Any, words: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    """One line on standard error, exit code 1, nothing on standard output, no traceback."""
    ran = filled(*words, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    for part in parts:
        assert part in ran.err


def test_held_at_an_empty_record_says_that_it_is_empty(command: Any) -> None:
    """And does not count from 1 to 0."""
    ran = command("pending", "--held-at", "1")
    assert ran.code == 1
    assert "the record holds nothing yet" in ran.err


def test_before_its_first_transaction_the_record_covers_nothing(filled: Any) -> None:
    """At transaction 0, or at a time before it existed."""
    for moment in ("0", "2001-01-01"):
        answer = filled.json("screen", "Anselm Grau", "--held-at", moment)
        assert (answer["status"], answer["held_at"]) == ("not_covered", 0)


def test_alerts_end_with_3_only_when_asked_for(filled: Any) -> None:
    """And only if there are any."""
    assert filled("screen", "Front of the Harbour").code == 0
    assert filled("screen", "Front of the Harbour", "--fail-on-alert").code == 3
    assert filled("screen", "Front of the Harbour", "--fail-on-alert", "--json").json["hits"]
    assert filled("screen", "Quite Somebody Else", "--fail-on-alert").code == 0


def test_a_dataset_by_any_of_its_names_restricts_a_screening(filled: Any) -> None:
    """Only what it covers is told: nothing is said of lists that were not asked."""
    hits = {}
    for name in ("us_ofac_sdn", "US-OFAC-SDN", "un_sc"):
        answer = filled.json("screen", "Anselm Grau", "--dataset", name, "--as-of", "2024-01-15")
        hits[name] = [hit["match"]["entity_id"] for hit in answer["hits"]]
        assert [c["dataset"] for c in answer["coverage"]] == [name.lower().replace("-", "_")]
    assert hits["us_ofac_sdn"] == hits["US-OFAC-SDN"] == ["us_ofac_sdn-102"]
    assert "us_ofac_sdn-102" not in hits["un_sc"]


def test_the_schema_of_a_party_may_be_written_in_any_case(filled: Any) -> None:
    """A wrong one finds nobody, a right one somebody."""
    asked = ("screen", "Anselm Grau", "--as-of", "2024-01-15", "--schema")
    assert filled.json(*asked, "person")["hits"]
    assert filled.json(*asked, "PERSON")["party"]["schema"] == "Person"
    assert not filled.json(*asked, "Vessel")["hits"]


def test_claims_are_json_lines_and_leave_the_record_alone(command: Any, articles: Path) -> None:
    """One object for each claim; not even a record is made."""
    ran = command("claims", articles, "--json")
    assert (ran.code, ran.err) == (0, "")
    claims = [json.loads(line) for line in ran.out.splitlines()]
    assert {c["doc"] for c in claims} == {"wire.txt", "ledger.txt", "notice.md", "release.txt"}
    for claim in claims:
        raw = (articles / claim["doc"]).read_text("utf-8")
        assert raw[claim["start"] : claim["end"]] == claim["quote"]
    assert not (command.workspace / "record.sqlite").exists()


def test_a_file_that_cannot_be_read_harms_no_other_claims(command: Any, articles: Path) -> None:
    """Its fault is told, the exit code says so, and the claims of the others are all there."""
    whole = command("claims", articles, "--json").out
    (articles / "broken.json").write_text('{"text": ', "utf-8")
    ran = command("claims", articles, "--json", "--dates", articles.parent / "dates.jsonl")
    assert (ran.code, ran.out) == (1, whole)
    assert "broken.json, line 1: not valid JSON" in ran.err
    assert (articles.parent / "dates.jsonl").read_text("utf-8").count('"wire.txt"') > 0


def test_claims_writes_side_files(command: Any, articles: Path, tmp_path: Path) -> None:
    """What designations each document supports, and its time expressions, as JSON lines."""
    supported, dates = tmp_path / "designations.jsonl", tmp_path / "dates.jsonl"
    assert command(
        "claims", articles, "--json", "--designations", supported, "--dates", dates
    ).code == 0  # fmt: skip
    rows = [json.loads(line) for line in supported.read_text("utf-8").splitlines()]
    assert {"US-FTO", "US-SDGT"} <= {row["programme"] for row in rows}
    for line in dates.read_text("utf-8").splitlines():
        found = json.loads(line)
        raw = (articles / found["doc"]).read_text("utf-8")
        assert raw[found["start"] : found["end"]] == found["text"]
    refused = command("claims", articles, "--dates", tmp_path / "none" / "dates.jsonl")
    assert refused.code == 1
    assert "dates.jsonl" in refused.err


def test_a_file_that_cannot_be_read_spoils_no_other(command: Any, articles: Path) -> None:
    """It is named, the exit code is 1, the others are in."""
    (articles / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    ran = command("read", articles, "--json")
    assert ran.code == 1
    outcomes = {d["file"]: d["outcome"] for d in json.loads(ran.out)["documents"]}
    assert outcomes.pop("broken.txt") == "failed"
    assert set(outcomes.values()) == {"added"}
    assert "broken.txt" in ran.err
    assert command("show", "Harbour Front").code == 0


def test_a_workspace_is_chosen_by_option(command: Any, filled: Any) -> None:
    """It wins over the environment, for that command alone."""
    chosen = command.json("--workspace", filled.workspace, "pending", "--as-of", "2024-03-06")
    assert [row["caption"] for row in chosen] == ["HARBOUR FRONT"]
    assert command.json("pending", "--as-of", "2024-03-06") == []


def test_settings_of_the_workspace_sign(command: Any, articles: Path) -> None:
    """The reviewer confirms and withdraws where nobody is named; broken settings are named."""
    command.workspace.mkdir()
    settings = command.workspace / "interdict.toml"
    settings.write_text('reviewer = "Ada Brook"\n')
    command("read", articles)
    done = command.json("withdraw", "ledger.txt", "--reason", "retracted")
    assert done["by"] == "Ada Brook"
    settings.write_text("reviewer = 5\n")
    ran = command("pending")
    assert ran.code == 1
    assert "interdict.toml" in ran.err


def test_a_record_that_is_none_is_refused(command: Any) -> None:
    """A file of another kind, a workspace that is a file: one message, and it is left as it is."""
    command.workspace.mkdir()
    (command.workspace / "record.sqlite").write_bytes(b"not a database" * 1000)
    ran = command("pending", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "record.sqlite" in ran.err
    assert (command.workspace / "record.sqlite").read_bytes() == b"not a database" * 1000
    ran = command("--workspace", command.workspace / "record.sqlite", "pending")
    assert ran.code == 1
    assert "record.sqlite" in ran.err


# -- as a process -------------------------------------------------------------------------------


def started(workspace: Path, *words: object, **options: Any) -> subprocess.Popen[str]:
    """The command line as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "interdict.cli.app", *map(str, words)],
        env={**os.environ, "INTERDICT_WORKSPACE": str(workspace), "PYTHONWARNINGS": "error"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_a_process_prints_what_the_same_command_prints_here(filled: Any) -> None:
    """Streams and exit codes are those of the command run in process."""
    words = ("screen", "Front of the Harbour", "--fail-on-alert", "--json")
    with started(filled.workspace, *words) as process:
        out, err = process.communicate()
    here = filled(*words)
    assert (process.returncode, err) == (3, "")
    answers = [json.loads(text) for text in (out, here.out)]
    for answer in answers:
        del answer["known_at"]  # the end of today, which may have come in between
    assert answers[0] == answers[1]


def test_a_process_ends_an_error_without_a_traceback(tmp_path: Path) -> None:
    """One line on standard error, and 1."""
    with started(tmp_path, "show", "Nobody At All") as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [("regime", "show", "US-FTO"), ("list", "status", "--json")])
def test_a_reader_that_stops_reading_is_no_error(filled: Any, words: tuple[str, ...]) -> None:
    """As with `| head`: the process ends in silence."""
    with started(filled.workspace, *words) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
    assert (process.returncode, err) == (0, "")
