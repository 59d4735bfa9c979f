"""`interdict export`: the record in FollowTheMoney's forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import messages, print_json, say
from interdict.cli.times import times_of
from interdict.workspace.export import (
    ExportReport,
    Selection,
    export_entities,
    export_statements,
)
from interdict.workspace.root import Times, Workspace

app = typer.Typer(no_args_is_help=True, help="The record in FollowTheMoney's forms.")

Target = Annotated[Path, typer.Argument(help="The file to write; replaced if it is there.")]
Datasets = Annotated[
    list[str] | None,
    typer.Option("--dataset", metavar="NAME", help="Only this list; may be given again."),
]
_Export = Callable[[Workspace, Path, Selection, Callable[[int], None]], ExportReport]


@app.command()
def ftm(
    path: Target,
    dataset: Datasets = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Entities as JSON lines (`entities.ftm.json`), joined as the judgements in force have it."""
    _export(export_entities, path, dataset, times_of(config(), as_of, known_at, held_at), json)


@app.command()
def statements(
    path: Target,
    dataset: Datasets = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Statements as a table (`statements.csv`), each with its source id and its dates of sight."""
    _export(export_statements, path, dataset, times_of(config(), as_of, known_at, held_at), json)


def _export(
    export: _Export, path: Path, dataset: list[str] | None, times: Times, json: bool
) -> None:
    with workspace() as ws, messages().status(f"{path.name}: reading the record") as shown:
        report = export(
            ws,
            path,
            Selection(times, tuple(dataset or ())),
            lambda n: shown.update(f"{path.name}: {n:,} entities"),
        )
    if json:
        print_json(report)
        return
    say(
        f"{report.path}: {report.n_entities:,} entities in {report.n_lines:,} lines, "
        f"as of {times.as_of} (record at {report.held_at})"
    )
