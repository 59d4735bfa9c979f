"""`read`, `claims`, `withdraw`, `confirm`: documents, and the words of reviewers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from interdict.cli.context import Json, config, workspace
from interdict.cli.output import messages, print_json, print_line, print_table, say, warn
from interdict.errors import InvalidInput
from interdict.model.plain import plain
from interdict.model.source import Document, DocumentKind

if TYPE_CHECKING:
    from interdict.workspace.documents import Attested

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
    rules: Annotated[
        bool, typer.Option("--rules", help="Print what each rule did on them, not the claims.")
    ] = False,
    json: Json = False,
) -> None:
    """Extracts claims and leaves the record as it is: one JSON object for each claim."""
    from interdict.claims.designations import designations as supported
    from interdict.workspace.documents import Attested

    if rules:
        _print_rules(paths, Attested(published, publisher, kind), json=json)
        return
    side = [p for p in (designations, dates) if p is not None]
    sinks = {path: _opened(path) for path in side}
    rows = []
    read_so_far = []
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
                read_so_far.append(document)
    if dates is not None:
        _write_dates(sinks[dates], read_so_far)
    for sink in sinks.values():
        sink.close()
    if not json:
        headings = ["doc", "kind", "subject", "programme", "date", "stance", "speaker", "words"]
        print_table(f"{len(rows)} claims", headings, [(*r[:7], _short(r[7])) for r in rows])


def explain(
    claim: Annotated[str, typer.Argument(help="The id that `claims --json` or `show` prints.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files that it was extracted from. Default: the documents held."),
    ] = None,
    json: Json = False,
) -> None:
    """Why a claim is there: the rule that made it, and the tokens that the rule saw."""
    from interdict.claims.explaining import explain as explained
    from interdict.errors import NotFound

    with workspace() as ws:
        if paths:
            pairs = (
                (found, document) for document, all_found in ws.documents.claims(paths)
                for found in all_found
            )  # fmt: skip
        else:
            view = ws.record.everything()
            held = {h.document.sha256: h.document for h in view.documents()}
            pairs = (
                (found, held[found.document_id])
                for found in view.claims()
                if found.document_id in held
            )
        hits = [(found, document) for found, document in pairs if found.id == claim]
    if not hits:
        raise NotFound(
            f"no claim {claim!r}. `interdict claims FILE --json` prints ids; give the file as well"
            " if it has not been read into the record."
        )
    told = explained(*hits[0])
    if json:
        print_json(told)
        return
    say(f"{told.claim.doc}, characters {told.claim.start} to {told.claim.end}:")
    say(f"  {_short(told.claim.quote)}")
    say(f"{told.claim.kind} by rule {told.rule}")
    for pattern in told.patterns:
        say(f"  {pattern}")
    print_table("Tokens", ["type", "words", "meaning"],
                [(t.kind, t.text, t.meaning) for t in told.tokens])  # fmt: skip
    say("Confidence: " + "; ".join(told.reasons))


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


def _print_rules(paths: Sequence[Path], attested: Attested, *, json: bool) -> None:
    from dataclasses import astuple

    from interdict.claims.diagnostics import diagnose
    from interdict.workspace.documents import files_of, load

    reports = diagnose(attested.applied(load(path)) for path in files_of(paths))
    if json:
        for report in reports:
            print_line(report)
        return
    headings = ["rule", "kind", "language", "documents", "drafts", "kept", "overlap", "conflict"]
    spoke = [report for report in reports if report.n_drafts]
    silent = len(reports) - len(spoke)
    title = f"{len(spoke)} rules spoke, {silent} did not"
    print_table(title, headings, [astuple(report) for report in spoke])


def _write_dates(sink: TextIO, documents: Sequence[Document]) -> None:
    """The time expressions; an undated document's by the day that its siblings tell."""
    from interdict.claims.cluster import inferred_days
    from interdict.claims.designations import time_expressions

    days = inferred_days(documents)
    for document in documents:
        _write_lines(sink, time_expressions(document, days.get(document.sha256)))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 or not sys.stdout.isatty() else flat[:87] + "..."
