"""`network`: who stands to a party, by whose word."""

from __future__ import annotations

from typing import Annotated

import typer

from interdict.cli.brief import write_text
from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json
from interdict.cli.times import times_of
from interdict.errors import InvalidInput


def network(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    depth: Annotated[int, typer.Option(metavar="N", help="Steps from the party: 1 to 3.")] = 1,
    dot: Annotated[bool, typer.Option("--dot", help="Print it for Graphviz.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Who leads, supports, owns or is linked to a party: each relation with who says so."""
    from interdict.reporting.network_forms import to_dot, tree_lines
    from interdict.workspace.network import network_around

    if dot and json:
        raise InvalidInput("choose one of --dot and --json")
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        found = network_around(ws, party, times, depth)
    if json:
        print_json(found)
    elif dot:
        write_text(to_dot(found), None)
    else:
        lines = [*tree_lines(found)]
        if not found.edges:
            lines.append("  no source in this record relates it to anybody")
        write_text("\n".join([*lines, ""]), None)
