"""`index`: the compiled index that names are screened against; it is built by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from interdict.cli.context import Json, workspace
from interdict.cli.output import print_json, say
from interdict.cli.progress import note

if TYPE_CHECKING:
    from interdict.workspace.index import IndexStatus, RecordMark

app = typer.Typer(no_args_is_help=True, help="The compiled index, kept up with the record.")


@app.command()
def build(json: Json = False) -> None:
    """Builds the index of the record as it stands now, whatever is there."""
    with workspace() as ws:
        ws.screening.index.build(note)
        _show(ws.screening.index.status(), json)


@app.command()
def status(json: Json = False) -> None:
    """Says what index is held, and whether the record has moved since."""
    with workspace() as ws:
        _show(ws.screening.index.status(), json)


@app.command()
def verify(json: Json = False) -> None:
    """Checks every byte of the index in use against its hashes."""
    with workspace() as ws:
        found = ws.screening.index.verify()
    _show(found, json)
    if found.index_id is not None and not json:
        say("every file agrees with its hash")


def _show(status: IndexStatus, json: bool) -> None:
    if json:
        print_json(status)
        return
    if status.index_id is None or status.built_for is None:
        say(f"no index yet; the record is {_at(status.record)}. The next screening builds one.")
        return
    say(f"index {status.index_id}: {_STATES[status.state]}", style="bold")
    say(f"  for the record {_at(status.built_for)}; the record is {_at(status.record)}")
    say(f"  {status.n_statements:,} statements, {status.n_bytes / 1e6:,.1f} MB, {status.engine}")
    say(f"  {status.path}")


_STATES = {
    "current": "current",
    "outdated": "the record has moved since; the next screening builds it again",
    "other_engine": "of another engine; the next screening builds it again",
}


def _at(mark: RecordMark) -> str:
    return f"at {mark.seq}" if mark.seq else "empty"
