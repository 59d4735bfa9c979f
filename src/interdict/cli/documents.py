"""`read`, `claims`, `withdraw`, `confirm`: documents, and the words of reviewers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from interdict.cli.context import Json, config, workspace
from interdict.cli.output import messages, print_json, print_line, print_table, say, warn
from interdict.errors import InvalidInput
from interdict.model.plain import plain
from interdict.model.source import DocumentKind

Paths = Annotated[list[Path], typer.Argument(help="Files, or folders of files.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was published, as you attest.")
]
Publisher = Annotated[str | None, typer.Option(help="Who published it, as you attest.")]
Kind = Annotated[
    DocumentKind | None,
    typer.Option(help="What it is, as you attest: a release counts as its issuer's word."),
]


def read(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    kind: Kind = None,
    json: Json = False,
) -> None:
    """Reads documents into claims, grounded and reconciled into the record."""
    from interdict.workspace.documents import Attested, files_of

    attested = Attested(published, publisher, kind)
    with workspace() as ws:
        reports = []
        total = len(files_of(paths))
        with messages().status("reading") as status:
            for report in ws.documents.read(paths, attested):
                reports.append(report)
                status.update(f"read {len(reports)} of {total}: {report.file}")
        held_at = len(ws.store.transactions())
    failed = [r for r in reports if r.outcome == "failed"]
    if json:
        print_json(
            {
                "held_at": held_at,
                "documents": [
                    {
                        "file": r.file,
                        "outcome": r.outcome,
                        "container": r.document and r.document.container,
                        "kind": r.document and r.document.kind,
                        "published": r.document and r.document.published,
                        "publisher": r.document and r.document.publisher,
                        "claims": r.n_claims,
                        "error": r.error,
                    }
                    for r in reports
                ],
            }
        )
    else:
        print_table(
            f"Documents (record at {held_at})",
            ["file", "outcome", "container", "published", "publisher", "claims"],
            [
                (
                    r.file,
                    r.outcome.replace("_", " "),
                    r.document and r.document.container,
                    (r.document and r.document.published) or "not dated",
                    r.document and r.document.publisher,
                    r.n_claims,
                )
                for r in reports
            ],
        )
    for report in failed:
        warn(f"error: {report.error}")
    if failed:
        raise typer.Exit(1)


def claims(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    kind: Kind = None,
    designations: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also write what designations each supports, as JSONL."),
    ] = None,
    dates: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write time expressions, as JSONL.")
    ] = None,
    json: Json = False,
) -> None:
    """Extracts claims and leaves the record as it is: one JSON object for each claim."""
    from interdict.claims.designations import designations as supported
    from interdict.claims.designations import time_expressions
    from interdict.workspace.documents import Attested

    side = [p for p in (designations, dates) if p is not None]
    sinks = {path: _opened(path) for path in side}
    rows = []
    with workspace() as ws:
        for document, found in ws.documents.claims(paths, Attested(published, publisher, kind)):
            if json:
                for claim in found:
                    print_line(claim.as_dict())
            rows += [
                (c.doc, c.kind, c.subject, c.programme, c.date, c.stance, c.speaker, c.quote)
                for c in found
            ]
            if designations is not None:
                _write_lines(sinks[designations], supported(found, document))
            if dates is not None:
                _write_lines(sinks[dates], time_expressions(document))
    for sink in sinks.values():
        sink.close()
    if not json:
        headings = ["doc", "kind", "subject", "programme", "date", "stance", "speaker", "words"]
        print_table(f"{len(rows)} claims", headings, [(*r[:7], _short(r[7])) for r in rows])


def withdraw(
    document: Annotated[str, typer.Argument(help="File name or sha256 of a document held.")],
    reason: Annotated[str, typer.Option(help="Why it is taken back.")],
    by: Annotated[str | None, typer.Option(help="Who takes it back.")] = None,
    shred: Annotated[
        bool, typer.Option(help="Also blank its text, for good; hash and spans stay.")
    ] = False,
    json: Json = False,
) -> None:
    """Takes a document back: its claims end for every later question."""
    name = _signed(by)
    with workspace() as ws:
        held = ws.documents.withdraw(document, reason=reason, by=name, shred=shred)
        held_at = len(ws.store.transactions())
    if json:
        print_json(
            {"document": held.document.sha256, "reason": reason, "by": name, "shredded": shred,
             "held_at": held_at}
        )  # fmt: skip
    else:
        done = "withdrawn and shredded" if shred else "withdrawn"
        say(f"{held.document.file_name}: {done} (record at {held_at}). Reason: {reason}")


def confirm(
    designation: Annotated[str, typer.Argument(help="PARTY:PROGRAMME, as `pending` shows it.")],
    event: Annotated[str, typer.Option(help="What took place: published, in_force, revoked ...")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The day on which it took place.")],
    reason: Annotated[str, typer.Option(help="How you know.")],
    by: Annotated[str | None, typer.Option(help="Your name.")] = None,
    source: Annotated[str | None, typer.Option(help="Where it can be checked.")] = None,
    json: Json = False,
) -> None:
    """A named reviewer's word that an event of a designation took place: official."""
    from interdict.store.base import Confirmation
    from interdict.workspace.record import day_of

    given = Confirmation("", "", event, day_of(on), _signed(by), reason, source)
    with workspace() as ws:
        signed = ws.record.confirm(designation, given)
        held_at = len(ws.store.transactions())
    if json:
        said = {k: v for k, v in plain(signed).items() if k != "recorded_at"}
        print_json({"confirmation": said, "held_at": held_at})
    else:
        say(
            f"{signed.entity_id}:{signed.programme}: {signed.event} on {signed.on}, confirmed by "
            f"{signed.by} (record at {held_at})"
        )


def _signed(by: str | None) -> str:
    name = by or config().reviewer
    if not name:
        raise InvalidInput("who says so? Give --by NAME, or set reviewer in interdict.toml")
    return name


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"{path} cannot be written: {error.strerror}") from error


def _write_lines(sink: TextIO, rows: object) -> None:
    import json

    for row in plain(rows):
        sink.write(json.dumps(row, ensure_ascii=False) + "\n")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 or not sys.stdout.isatty() else flat[:87] + "..."
