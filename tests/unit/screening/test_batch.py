"""Batches: results, resumption, counts."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.errors import InvalidInput
from interdict.matching import Index, TokenMatcher
from interdict.matching.arrays import Bools
from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, State, StateName
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Statement
from interdict.screening.batch import RESULT_COLUMNS, run_batch
from interdict.screening.parties_file import PartiesFile
from interdict.screening.screen import Screener
from interdict.store.base import Coverage, Moment

MOMENT = Moment(date(2021, 8, 1), datetime(2021, 8, 1, tzinfo=UTC), 3)


class Stopping(TokenMatcher):
    """An engine that fails after so many searches, as an interruption does."""

    left = 10**9
    searched = 0

    def search_many(
        self, parties: Iterable[Party], *, threshold: int, limit: int, alive: Bools | None = None
    ) -> Iterator[list[Match]]:
        """Counts, and stops when it is time."""
        for party in parties:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            self.searched += 1
            yield self.search(party, threshold=threshold, limit=limit, alive=alive)


def engine() -> Stopping:
    """Over one listed person."""
    row = Held(Statement("own", "x-1", "Person", "name", "Ion Branescu"))
    return Stopping(Index.compile([("x-1", row)]))


def screener(matcher: TokenMatcher, threshold: int = 6_000) -> Screener:
    """With one designation for each hit."""

    def designations(entity_id: str) -> list[tuple[Designation, State]]:
        designation = Designation(entity_id, "US-SDGT", "US-TREASURY")
        return [(designation, State(StateName.PENDING, MOMENT.as_of))]

    return Screener(
        matcher,
        designations=designations,
        coverage=(Coverage("own", "covered", PartialDate.parse("2021-07-07")),),
        moment=MOMENT,
        threshold=threshold,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Forty rows; every tenth is listed, one is broken, one has nothing to match."""
    lines = ["reference,name"]
    for n in range(40):
        lines.append(
            f"r{n}," + ("Ion Branescu" if n % 10 == 0 else f"Ordinary Person{'abcd'[n % 4]}")
        )
    lines[6] = "r5,too,many"
    lines[8] = "r7,-"
    path = tmp_path / "parties.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_one_result_for_each_row_in_order(source: Path, tmp_path: Path) -> None:
    """Also for the rows that could not be screened; the counts agree with the file."""
    output = tmp_path / "results.csv"
    report = run_batch(PartiesFile(source), screener(engine()), output)
    with output.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == RESULT_COLUMNS
    assert [int(row["line"]) for row in rows] == list(range(2, 42))
    statuses = [row["status"] for row in rows]
    assert (report.n_rows, report.n_alerts, report.n_hits, report.n_broken) == (40, 4, 4, 2)
    assert report.n_screened == 38
    assert (statuses.count("alert"), statuses.count("broken")) == (4, 2)
    first = rows[0]
    assert (first["reference"], first["best_entity_id"], first["best_score"]) == (
        "r0",
        "x-1",
        "0.9000",
    )
    assert (first["programmes"], first["states"]) == ("US-SDGT", "pending")
    assert [row.line for row in report.broken] == [7, 9]
    assert "nothing to match" in rows[7]["note"]
    assert not list(tmp_path.glob("*.part*"))


def test_json_lines_hold_full_answers(source: Path, tmp_path: Path) -> None:
    """With the row's reference and line."""
    output = tmp_path / "results.jsonl"
    run_batch(PartiesFile(source), screener(engine()), output)
    records = [json.loads(line) for line in output.read_text().splitlines()]
    assert len(records) == 40
    assert records[0]["hits"][0]["match"]["entity_id"] == "x-1"
    assert (records[0]["reference"], records[0]["line"]) == ("r0", 2)
    assert records[5]["status"] == "broken"


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
@pytest.mark.parametrize("stop_after", [0, 7, 20, 37])
def test_an_interrupted_batch_goes_on(
    source: Path, tmp_path: Path, suffix: str, stop_after: int
) -> None:
    """From the last checkpoint; the results are those of a run without interruption."""
    whole, output = tmp_path / f"whole{suffix}", tmp_path / f"results{suffix}"
    expected = run_batch(PartiesFile(source), screener(engine()), whole)
    failing = engine()
    failing.left = stop_after
    with pytest.raises(KeyboardInterrupt):
        run_batch(PartiesFile(source), screener(failing), output, checkpoint_every=5)
    assert not output.exists()
    again = engine()
    report = run_batch(PartiesFile(source), screener(again), output, checkpoint_every=5)
    assert output.read_bytes() == whole.read_bytes()
    assert (report.n_rows, report.n_alerts, report.broken) == (40, 4, expected.broken)
    assert report.n_resumed % 5 == 0
    assert again.searched <= 39 - max(0, stop_after - 5)
    if stop_after >= 7:
        assert report.n_resumed > 0


@pytest.mark.parametrize("change", ["input", "threshold", "part"])
def test_a_different_run_starts_afresh(source: Path, tmp_path: Path, change: str) -> None:
    """Another input, another configuration, or a part that lost its end."""
    output = tmp_path / "results.csv"
    failing = engine()
    failing.left = 20
    with pytest.raises(KeyboardInterrupt):
        run_batch(PartiesFile(source), screener(failing), output, checkpoint_every=5)
    if change == "input":
        source.write_text(source.read_text().replace("r39", "r-39"))
    if change == "part":
        (tmp_path / "results.csv.part").write_bytes(b"short")
    threshold = 7_000 if change == "threshold" else 6_000
    report = run_batch(PartiesFile(source), screener(engine(), threshold), output)
    assert report.n_resumed == 0
    assert len(output.read_text().splitlines()) == 41


def test_progress_is_told(source: Path, tmp_path: Path) -> None:
    """Rows done so far, the last time all of them."""
    told: list[int] = []
    run_batch(
        PartiesFile(source),
        screener(engine()),
        tmp_path / "results.csv",
        checkpoint_every=15,
        progress=told.append,
    )
    assert told == [15, 30, 40]


def test_an_output_that_cannot_be_is_refused(source: Path, tmp_path: Path) -> None:
    """Before anything is screened."""
    parties = PartiesFile(source)
    for output, words in [
        (tmp_path / "results.xlsx", "csv or .jsonl"),
        (tmp_path / "absent" / "results.csv", "does not exist"),
        (source, "overwrite"),
    ]:
        with pytest.raises(InvalidInput, match=words):
            run_batch(parties, screener(engine()), output)
    assert source.read_text().startswith("reference,name")


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_two_processes_give_the_same_bytes(
    source: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the same counts, also of broken rows."""
    monkeypatch.setattr("interdict.screening.batch.CHUNK_ROWS", 7)
    alone, shared = tmp_path / f"alone{suffix}", tmp_path / f"shared{suffix}"
    expected = run_batch(PartiesFile(source), screener(engine()), alone)
    report = run_batch(PartiesFile(source), screener(engine()), shared, n_workers=2)
    assert shared.read_bytes() == alone.read_bytes()
    assert report == expected


def test_two_processes_go_on_where_they_were_interrupted(source: Path, tmp_path: Path) -> None:
    """From the last checkpoint."""
    whole, output = tmp_path / "whole.csv", tmp_path / "results.csv"
    run_batch(PartiesFile(source), screener(engine()), whole)

    def stop(done: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(
            PartiesFile(source),
            screener(engine()),
            output,
            checkpoint_every=10,
            progress=stop,
            n_workers=2,
        )
    assert not output.exists()
    report = run_batch(PartiesFile(source), screener(engine()), output, n_workers=2)
    assert (report.n_resumed, report.n_rows) == (20, 40)
    assert output.read_bytes() == whole.read_bytes()
