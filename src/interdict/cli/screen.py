"""`interdict screen`: one party, or a file of parties, against the record as of any date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import messages, print_json, print_table, say, warn
from interdict.cli.times import times_of
from interdict.cli.words import citations_in_words, coverage_in_words, state_in_words
from interdict.errors import InvalidInput
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, FULL_SCORE
from interdict.model.match import Party
from interdict.model.schema import PARENTS, PARTY_SCHEMATA, compatible
from interdict.screening.answer import ALERT, NOT_COVERED, Answer, Hit, as_dict
from interdict.screening.screen import Screener

ALERTS_FOUND = 3
"""Exit code with `--fail-on-alert`."""


def screen(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="A name; further ones are aliases.")
    ] = None,
    schema: Annotated[
        str | None, typer.Option(help="Person, Organization, Company, Vessel ...")
    ] = None,
    birth_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
    country: Annotated[list[str] | None, typer.Option(help="Name or ISO code; may repeat.")] = None,
    identifier: Annotated[
        list[str] | None, typer.Option("--id", help="Passport, tax, IMO number ...; may repeat.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option(help="A file of parties (.csv, .tsv, .jsonl) instead of a name.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="Where the results of --file go (.csv or .jsonl).")
    ] = None,
    threshold: Annotated[
        float, typer.Option(min=0.01, max=1.0, help="Score from which a match is an alert.")
    ] = DEFAULT_THRESHOLD / FULL_SCORE,
    limit: Annotated[
        int, typer.Option(min=1, max=1000, help="Matches that an answer carries at most.")
    ] = DEFAULT_LIMIT,
    weak_aliases: Annotated[
        bool, typer.Option("--weak-aliases", help="Let a weak alias alone make an alert.")
    ] = False,
    dataset: Annotated[
        list[str] | None, typer.Option(help="Only against this dataset; may repeat.")
    ] = None,
    fail_on_alert: Annotated[
        bool, typer.Option("--fail-on-alert", help="Exit with 3 if there is an alert.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Screens one party, or a file of parties, against the record as of any date."""
    if (file is None) == (not names and not identifier):
        raise typer.BadParameter("give a NAME (or --id), or --file FILE with --output FILE")
    if (file is None) != (output is None):
        raise typer.BadParameter("--file and --output go together: parties in, results out")
    if file is not None and (schema or birth_date or country):
        raise typer.BadParameter(
            "--schema, --birth-date and --country describe one party; "
            "a file of parties has columns for them"
        )
    kind = None if schema is None else _schema(schema)
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        screener = ws.screening.screener(
            times,
            threshold=round(threshold * FULL_SCORE),
            limit=limit,
            weak_aliases=weak_aliases,
            datasets=frozenset(dataset) if dataset else None,
        )
        if file is not None and output is not None:
            alerts, broken = _screen_file(screener, file, output, json)
        else:
            party = Party(
                names=tuple(names or ()),
                schema=kind,
                birth_date=birth_date,
                countries=tuple(country or ()),
                identifiers=tuple(identifier or ()),
            )
            answer = screener.screen(party)
            alerts, broken = len(answer.hits), 0
            if json:
                print_json(as_dict(answer))
            else:
                print_answer(answer)
    if broken:
        raise typer.Exit(1)
    if fail_on_alert and alerts:
        raise typer.Exit(ALERTS_FOUND)


def _schema(text: str) -> str:
    """The schema of that name, letter case aside.

    Raises:
        InvalidInput: if there is none: screened against nothing, a party would seem clear.
    """
    kinds = sorted(k for k in PARENTS if any(compatible(k, party) for party in PARTY_SCHEMATA))
    found = next((kind for kind in kinds if kind.lower() == text.strip().lower()), None)
    if found is None:
        raise InvalidInput(f"--schema: no schema {text!r}. Known: {', '.join(kinds)}.")
    return found


def _screen_file(screener: Screener, file: Path, output: Path, json: bool) -> tuple[int, int]:
    """Runs a batch; returns how many parties alerted and how many rows were broken."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from interdict.screening.batch import run_batch
    from interdict.screening.parties_file import PartiesFile

    parties = PartiesFile(file)
    messages().print(
        "columns: "
        + ", ".join(f"{role} from {title}" for role, title in parties.columns.describe()),
        markup=False,
    )
    bar = Progress(
        TextColumn("screening"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=messages(),
        disable=not messages().is_terminal,
    )
    with bar:
        task = bar.add_task("screening", total=_lines(file) if not bar.disable else None)
        report = run_batch(
            parties, screener, output, checkpoint_every=500,
            progress=lambda done: bar.update(task, completed=done),
        )  # fmt: skip
        bar.update(task, total=report.n_rows)
    for row in report.broken:
        warn(f"{file.name}, line {row.line}: {row.reason}")
    if report.n_broken > len(report.broken):
        warn(f"... and {report.n_broken - len(report.broken):,} more; all stand in {output}")
    if json:
        print_json({"output": output, **{k: getattr(report, k) for k in report.__slots__}})
    else:
        resumed = f", {report.n_resumed:,} of them in an earlier run" if report.n_resumed else ""
        say(
            f"{report.n_rows:,} rows{resumed}: {report.n_screened:,} screened, "
            f"{report.n_alerts:,} with alerts, {report.n_broken:,} broken -> {output}"
        )
    return report.n_alerts, report.n_broken


def _lines(file: Path) -> int:
    """Rows of the file, about: its lines without the header."""
    with file.open("rb") as stream:
        return max(
            sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) - 1, 1
        )


def print_answer(answer: Answer) -> None:
    """An answer as a reader takes it in: who, how sure, why, designated how, covered by what."""
    asked = ", ".join(answer.party.names) or ", ".join(answer.party.identifiers)
    verdict = {ALERT: f"{len(answer.hits)} match(es)", NOT_COVERED: "NOT COVERED"}.get(
        answer.status, "no match"
    )
    say(f"{asked} on {answer.as_of}: {verdict}", style="bold")
    for hit in answer.hits:
        _print_hit(hit)
    for coverage in answer.coverage:
        if coverage.status == "covered":
            say(f"  {coverage_in_words(coverage, answer.as_of)}")
    for warning in answer.warnings:
        say(f"  {warning}", style="yellow")


def _print_hit(hit: Hit) -> None:
    match = hit.match
    say(f"\n{match.share:.2f}  {match.caption}  ({match.schema}, {match.entity_id})", style="bold")
    statement, presence = match.statement, match.presence
    where = f"document {statement.document_id[:12]}" if statement.document_id else statement.dataset
    if presence is not None and presence.edition is not None:
        row = f" line {presence.line}" if presence.line else ""
        where += f" {presence.edition}, {presence.file}{row}, record {statement.record_id}"
        where += f"; first seen {presence.first_seen}, last seen {presence.last_seen}"
    say(f"      by {match.name_kind} {match.name!r}: {where}")
    for part in match.parts:
        say(f"      {part.points / FULL_SCORE:+.4f}  {part.feature}: {part.detail}")
    print_table(
        "Designations",
        ["programme", "state", "source"],
        [
            (d.programme, state_in_words(s), citations_in_words(s.citations))
            for d, s in hit.designations
        ],
    )
