"""The command line: one small module for each group of commands, put together here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from interdict import __version__
from interdict.cli import demo, documents, effects, lab, lists, record, screen
from interdict.cli.context import Chosen
from interdict.cli.output import ReaderGone, messages
from interdict.errors import InterdictError
from interdict.logs import configure

INTERRUPTED = 130
"""Exit code after Ctrl-C."""

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


app.add_typer(lists.app, name="list")
app.add_typer(effects.app, name="regime")
app.add_typer(lab.app, name="lab")
_COMMANDS: tuple[Callable[..., None], ...] = (
    demo.demo,
    documents.read,
    documents.claims,
    documents.confirm,
    documents.withdraw,
    screen.screen,
    record.show,
    record.timeline,
    record.pending,
    record.conflicts,
    effects.effects,
)
for _command in _COMMANDS:
    app.command()(_command)


def main() -> None:
    """Runs the command line; errors meant for the user end it with 1 and a message."""
    try:
        app()
    except InterdictError as error:
        messages().print(f"error: {error}", style="red", markup=False)
        sys.exit(1)
    except ReaderGone:
        # Not an error; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            messages().print("stopped; what was done before stands", markup=False)
        raise


if __name__ == "__main__":
    main()
