"""Every command, put together: one small module for each group of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from interdict import __version__
from interdict.cli import (
    brief,
    claims_export,
    conflicts,
    demo,
    documents,
    effects,
    export,
    fetch,
    index,
    lab,
    list_diff,
    lists,
    network,
    ownership,
    parties,
    propose,
    record,
    regimes,
    screen,
)
from interdict.cli.context import Chosen
from interdict.logs import configure

app = typer.Typer(
    name="interdict",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who is designated, since when, under what authority and on whose word; and screening "
    "against that record as of any date. Reference, not legal advice.",
)


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(help="Folder of the record. Default: INTERDICT_WORKSPACE, else user data."),
    ] = None,
    log_level: Annotated[
        str | None,
        typer.Option(help="Log to standard error as JSON: debug, info, warning, error, off."),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Options of every command."""
    if version:
        typer.echo(f"interdict {__version__}")
        raise typer.Exit
    Chosen.folder = workspace
    if log_level is not None:
        configure(log_level)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


lists.app.command()(list_diff.diff)
lists.app.command()(fetch.fetch)
lists.app.command()(fetch.sources)
app.add_typer(lists.app, name="list")
app.add_typer(parties.app, name="parties")
app.add_typer(export.app, name="export")
app.add_typer(regimes.app, name="regime")
app.add_typer(index.app, name="index")
app.add_typer(lab.app, name="lab")
_COMMANDS: tuple[Callable[..., None], ...] = (
    demo.demo,
    documents.read,
    documents.claims,
    documents.explain,
    documents.confirm,
    documents.withdraw,
    screen.screen,
    record.show,
    record.timeline,
    record.pending,
    conflicts.conflicts,
    conflicts.resolve,
    effects.effects,
    brief.brief,
    network.network,
    claims_export.claims_export,
    propose.propose,
    ownership.ownership,
    ownership.owned,
)
for _one in _COMMANDS:
    app.command()(_one)


def run(words: Sequence[str]) -> None:
    """Runs a command line by the framework, which may end the process with its exit code."""
    _command()(args=list(words))


@cache
def _command() -> Callable[..., None]:
    """All commands with their options: read out of the functions once, which takes a while."""
    return typer.main.get_command(app)
