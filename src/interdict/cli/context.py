"""What every command shares: the workspace, opened when used, and its options."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.times import now
from interdict.config import Config, load_config
from interdict.workspace.root import Workspace

Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="What held on that day. Default: today."),
]
KnownAt = Annotated[
    str | None,
    typer.Option(
        "--known-at", metavar="DATE", help="Only what had been published by then. Default: now."
    ),
]
HeldAt = Annotated[
    str | None,
    typer.Option(
        "--held-at",
        metavar="SEQ|TIME",
        help="Only what this record held then: a sequence number or a time. Default: now.",
    ),
]


class Chosen:
    """The workspace that `--workspace` names, for the commands below."""

    folder: Path | None = None


def config() -> Config:
    """The settings of the chosen workspace."""
    return load_config(Chosen.folder)


@contextmanager
def workspace() -> Iterator[Workspace]:
    """The chosen workspace, closed again when the command is done."""
    with Workspace(config(), now) as opened:
        yield opened
