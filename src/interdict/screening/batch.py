"""A file of parties, screened row by row into a file of results; an interrupted run goes on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from interdict.errors import InvalidInput
from interdict.screening.answer import Answer, as_dict
from interdict.screening.checkpoint import Checkpoint, PartFile
from interdict.screening.parties_file import BrokenRow, PartiesFile, PartyRow
from interdict.screening.screen import Screener

RESULTS_VERSION = "1"
"""Changes with the columns of the results, so that a part of an older form is not continued."""

RESULT_COLUMNS = (
    "reference line name status n_hits best_score best_entity_id best_name programmes states note"
).split()

BROKEN = "broken"
"""Status of a row that could not be screened; `note` says why."""

_KEPT_BROKEN = 100

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What a batch did; a resumed one counts the rows of all its runs.

    `broken` holds the first 100 of the `n_broken` rows that could not be screened; all of them
    stand in the results. `n_resumed` rows were done by an earlier run.
    """

    n_rows: int
    n_screened: int
    n_alerts: int
    n_hits: int
    n_broken: int
    broken: tuple[BrokenRow, ...]
    n_resumed: int = 0


def run_batch(
    parties: PartiesFile,
    screener: Screener,
    output: Path,
    *,
    checkpoint_every: int = 2_000,
    progress: Progress | None = None,
) -> BatchReport:
    """Screens every row of a file into `output`: CSV or JSON lines, by its extension.

    Rows keep their order, one result each: also broken ones. Results go to `OUTPUT.part` and
    are on disk after every `checkpoint_every` rows; a later call with the same input and
    configuration goes on from there. `output` appears when all is done, and replaces what
    was there. Memory does not grow with the file. `progress` is told the rows done so far.

    Raises:
        InvalidInput: if the output's kind is unknown, its folder is missing, or it is the input.
    """
    _check_output(parties.path, output)
    as_json = output.suffix.lower() != ".csv"
    settings = f"{RESULTS_VERSION}\x1f{screener.digest}\x1f{output.suffix.lower()}"
    configuration = sha256(settings.encode()).hexdigest()
    with PartFile(output, input_hash=parties.fingerprint(), configuration=configuration) as part:
        done = part.start
        if not done.n_rows and not as_json:
            part.write(_csv_line(RESULT_COLUMNS))
        for number, row in enumerate(parties.rows()):
            if number < part.start.n_rows:
                continue
            text, done = _row_result(row, screener, done, as_json=as_json)
            part.write(text)
            if done.n_rows % checkpoint_every == 0:
                done = replace(done, n_bytes=part.tell())
                part.mark(done)
                if progress is not None:
                    progress(done.n_rows)
        part.finish()
        if progress is not None:
            progress(done.n_rows)
    return BatchReport(
        n_rows=done.n_rows,
        n_screened=done.n_screened,
        n_alerts=done.n_alerts,
        n_hits=done.n_hits,
        n_broken=done.n_broken,
        broken=tuple(BrokenRow(line, reason) for line, reason in done.broken),
        n_resumed=part.start.n_rows,
    )


def _check_output(source: Path, output: Path) -> None:
    if output.suffix.lower() not in (".csv", ".jsonl", ".ndjson"):
        raise InvalidInput(f"{output}: results are written as .csv or .jsonl.")
    if not output.parent.is_dir():
        raise InvalidInput(f"{output}: the folder {output.parent} does not exist.")
    if output.exists() and output.samefile(source):
        raise InvalidInput(f"{output}: the results would overwrite the file of parties.")


def _row_result(
    row: PartyRow | BrokenRow, screener: Screener, done: Checkpoint, *, as_json: bool
) -> tuple[str, Checkpoint]:
    """The result of one row as text, and the counts with it."""
    done = replace(done, n_rows=done.n_rows + 1)
    answer: Answer | None = None
    reference = None
    if isinstance(row, PartyRow):
        reference = row.party.reference
        try:
            answer = screener.screen(row.party)
        except InvalidInput as error:
            row = BrokenRow(row.line, str(error))
    if answer is not None:
        done = replace(
            done,
            n_screened=done.n_screened + 1,
            n_alerts=done.n_alerts + bool(answer.hits),
            n_hits=done.n_hits + len(answer.hits),
        )
        text = _json_answer(row.line, answer) if as_json else _csv_answer(row.line, answer)
        return text, done
    reason = row.reason if isinstance(row, BrokenRow) else ""
    kept = done.broken if len(done.broken) >= _KEPT_BROKEN else (*done.broken, (row.line, reason))
    done = replace(done, n_broken=done.n_broken + 1, broken=kept)
    if as_json:
        record = {"reference": reference, "line": row.line, "status": BROKEN, "note": reason}
        return _json_line(record), done
    cells = {"reference": reference or "", "line": row.line, "status": BROKEN, "note": reason}
    return _csv_line([cells.get(column, "") for column in RESULT_COLUMNS]), done


def _json_answer(line: int, answer: Answer) -> str:
    return _json_line({"reference": answer.party.reference, "line": line} | as_dict(answer))


def _json_line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _csv_answer(line: int, answer: Answer) -> str:
    """One line for one party: its best hit, and the programmes and states of that one."""
    best = answer.hits[0] if answer.hits else None
    designations = best.designations if best else ()
    return _csv_line(
        [
            answer.party.reference or "",
            line,
            answer.party.names[0] if answer.party.names else "",
            answer.status,
            len(answer.hits),
            f"{best.match.share:.4f}" if best else "",
            best.match.entity_id if best else "",
            best.match.name if best else "",
            "; ".join(designation.programme for designation, _ in designations),
            "; ".join(state.name.value for _, state in designations),
            " ".join(answer.warnings),
        ]
    )


def _csv_line(cells: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
