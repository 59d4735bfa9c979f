"""`interdict screen`: one party, or a file of parties, against the record as of any date."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, Chosen, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.one_party import ALERTS_FOUND, Asked, answer
from interdict.cli.output import messages, print_json, say, warn
from interdict.cli.progress import note
from interdict.cli.times import times_of
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, FULL_SCORE
from interdict.screening.screen import Screener

WORKERS = 2
"""Processes that share a file of parties."""


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
    _check_usage(bool(names or identifier), file, output, bool(schema or birth_date or country))
    if file is None or output is None:
        asked = Asked(
            names=names or (),
            schema=schema,
            birth_date=birth_date,
            country=country or (),
            identifier=identifier or (),
            threshold=threshold,
            limit=limit,
            weak_aliases=weak_aliases,
            dataset=dataset or (),
            fail_on_alert=fail_on_alert,
            as_of=as_of,
            known_at=known_at,
            held_at=held_at,
            json=json,
        )
        raise typer.Exit(answer(asked, Chosen.folder))
    with workspace() as ws:
        screener = ws.screening.screener(
            times_of(config(), as_of, known_at, held_at),
            threshold=round(threshold * FULL_SCORE),
            limit=limit,
            weak_aliases=weak_aliases,
            datasets=frozenset(dataset) if dataset else None,
            progress=note,
        )
        alerts, broken = _screen_file(screener, file, output, json)
    if broken:
        raise typer.Exit(1)
    if fail_on_alert and alerts:
        raise typer.Exit(ALERTS_FOUND)


def _check_usage(asked: bool, file: Path | None, output: Path | None, described: bool) -> None:
    """One party, or a file of parties with a place for the results.

    Raises:
        typer.BadParameter: if it is neither, or both.
    """
    if (file is None) != asked:
        raise typer.BadParameter("give a NAME (or --id), or --file FILE with --output FILE")
    if (file is None) != (output is None):
        raise typer.BadParameter("--file and --output go together: parties in, results out")
    if file is not None and described:
        raise typer.BadParameter(
            "--schema, --birth-date and --country describe one party; "
            "a file of parties has columns for them"
        )


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
        auto_refresh=False,  # its thread must not be there when workers are forked
    )
    with bar:
        task = bar.add_task("screening", total=_lines(file) if not bar.disable else None)
        report = run_batch(
            parties,
            screener,
            output,
            checkpoint_every=4_000,
            progress=lambda done: bar.update(task, completed=done, refresh=True),
            n_workers=min(WORKERS, os.cpu_count() or 1),
        )
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
