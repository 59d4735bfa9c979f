"""A file of parties, screened row by row into a file of results; an interrupted run goes on.

Two processes may share the work: the results are those of one, byte for byte, in the same order.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from interdict.errors import InvalidInput
from interdict.screening.answer import ALERT, Answer, Hit, as_dict
from interdict.screening.checkpoint import Checkpoint, PartFile
from interdict.screening.parties_file import BrokenRow, PartiesFile, PartyRow
from interdict.screening.screen import Screener
from interdict.screening.workers import spread

RESULTS_VERSION = "2"
"""Changes with the columns of the results, so that a part of an older form is not continued."""

RESULT_COLUMNS = (
    "reference line name status n_hits best_score best_entity_id best_name programmes states "
    "owned_by note"
).split()

BROKEN = "broken"
"""Status of a row that could not be screened; `note` says why."""

CHUNK_ROWS = 4_000
"""Rows that are searched together, and that a worker takes at once."""

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


class ChunkResult(NamedTuple):
    """The results of some rows as one text; `broken` holds the line and reason of each bad one."""

    text: str
    n_rows: int
    n_alerts: int
    n_hits: int
    broken: tuple[tuple[int, str], ...]


def run_batch(
    parties: PartiesFile,
    screener: Screener,
    output: Path,
    *,
    checkpoint_every: int = 2_000,
    progress: Progress | None = None,
    n_workers: int = 1,
) -> BatchReport:
    """Screens every row of a file into `output`: CSV or JSON lines, by its extension.

    Rows keep their order, one result each: also broken ones. Results go to `OUTPUT.part` and
    are on disk after every `checkpoint_every` rows; a later call with the same input and
    configuration goes on from there. `output` appears when all is done, and replaces what
    was there. Memory does not grow with the file. `progress` is told the rows done so far.
    With `n_workers` of two or more that many processes screen, and this one reads and writes.

    Raises:
        InterdictError: if a worker process dies; a later call goes on.
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
        rows = islice(parties.rows(), part.start.n_rows, None)
        size = min(CHUNK_ROWS, checkpoint_every)
        chunks = iter(lambda: list(islice(rows, size)), [])

        def screened(chunk: list[PartyRow | BrokenRow]) -> ChunkResult:
            parties_asked = [row.party for row in chunk if isinstance(row, PartyRow)]
            return _chunk_result(chunk, screener.screen_many(parties_asked), as_json=as_json)

        marked = done.n_rows
        for result in spread(screened, chunks, n_workers=n_workers):
            part.write(result.text)
            done = _counted(done, result)
            # An interruption costs `checkpoint_every` rows at most.
            is_last = result.n_rows < size
            if not is_last and done.n_rows + size > marked + checkpoint_every:
                done = replace(done, n_bytes=part.tell())
                part.mark(done)
                marked = done.n_rows
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


def _chunk_result(
    rows: Sequence[PartyRow | BrokenRow],
    answers: Iterator[Answer | InvalidInput],
    *,
    as_json: bool,
) -> ChunkResult:
    """The results of rows; each party takes the next of the answers."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    n_alerts = n_hits = 0
    broken: list[tuple[int, str]] = []
    for row in rows:
        answer = next(answers) if isinstance(row, PartyRow) else None
        if isinstance(answer, Answer):
            n_alerts += answer.status == ALERT
            n_hits += len(answer.hits)
            if as_json:
                text.write(_json_answer(row.line, answer))
            else:
                lines.writerow(_cells(row.line, answer))
            continue
        reason = row.reason if isinstance(row, BrokenRow) else str(answer)
        reference = row.party.reference if isinstance(row, PartyRow) else None
        broken.append((row.line, reason))
        record = {"reference": reference, "line": row.line, "status": BROKEN, "note": reason}
        if as_json:
            text.write(_json_line(record))
        else:
            lines.writerow([record.get(column) for column in RESULT_COLUMNS])
    return ChunkResult(text.getvalue(), len(rows), n_alerts, n_hits, tuple(broken))


def _counted(done: Checkpoint, result: ChunkResult) -> Checkpoint:
    """The counts with more rows."""
    room = max(0, _KEPT_BROKEN - len(done.broken))
    n_broken = len(result.broken)
    return replace(
        done,
        n_rows=done.n_rows + result.n_rows,
        n_screened=done.n_screened + result.n_rows - n_broken,
        n_alerts=done.n_alerts + result.n_alerts,
        n_hits=done.n_hits + result.n_hits,
        n_broken=done.n_broken + n_broken,
        broken=(*done.broken, *result.broken[:room]),
    )


def _json_answer(line: int, answer: Answer) -> str:
    return _json_line({"reference": answer.party.reference, "line": line} | as_dict(answer))


def _json_line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _cells(line: int, answer: Answer) -> Sequence[object]:
    """One party as a line of CSV: its best hit, and the programmes and states of that one."""
    party = answer.party
    name = party.names[0] if party.names else ""
    note = " ".join(answer.warnings)
    if not answer.hits:
        return party.reference or "", line, name, answer.status, 0, "", "", "", "", "", "", note
    best = answer.hits[0]
    return (
        party.reference or "",
        line,
        name,
        answer.status,
        len(answer.hits),
        f"{best.match.share:.4f}",
        best.match.entity_id,
        best.match.name,
        "; ".join(designation.programme for designation, _ in best.designations),
        "; ".join(state.name.value for _, state in best.designations),
        _owned_by(answer.hits),
        note,
    )


def _owned_by(hits: Sequence[Hit]) -> str:
    """Whose the hits are: of the best one as it is, of another with its id before."""
    if all(hit.owned is None for hit in hits):
        return ""
    from interdict.ownership.plain import owned_in_short  # only where stakes are held

    told = []
    for place, hit in enumerate(hits):
        if hit.owned is not None:
            whose = owned_in_short(hit.owned)
            told.append(f"{hit.match.entity_id}: {whose}" if place else whose)
    return "; ".join(told)


def _csv_line(cells: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
