"""`claims-export`: claims in forms that others read: FollowTheMoney, schema.org."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.brief import write_text
from interdict.cli.context import AsOf, HeldAt, KnownAt, config, workspace
from interdict.cli.times import times_of


class Form(StrEnum):
    """What can be written."""

    FTM = "ftm"
    SCHEMA_ORG = "schema-org"


def claims_export(
    output: Annotated[
        Path | None, typer.Argument(help="The file to write. Default: standard output.")
    ] = None,
    form: Annotated[
        Form, typer.Option(help="ftm: JSON lines of entities; schema-org: one JSON-LD document.")
    ] = Form.FTM,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Only claims about this party.")
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
) -> None:
    """Writes what documents claim, with every document, quotation and speaker, for other tools."""
    from interdict.workspace.claim_export import ftm_claims, schema_org_claims

    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        if form is Form.FTM:
            lines = [json.dumps(e, ensure_ascii=False) for e in ftm_claims(ws, times, party)]
            text = "".join(f"{line}\n" for line in lines)
        else:
            graph = schema_org_claims(ws, times, party)
            text = json.dumps(graph, ensure_ascii=False, indent=2) + "\n"
    write_text(text, output)
