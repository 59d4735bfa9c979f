"""`read`, `claims`, `withdraw`, `confirm`: documents, and the words of reviewers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from interdict.cli.context import Json, config, workspace
from interdict.cli.output import messages, print_json, print_line, print_table, say, warn
from interdict.cli.times import day_of
from interdict.errors import InvalidInput, ReadError
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate
from interdict.model.plain import plain
from interdict.model.source import Document, DocumentKind

if TYPE_CHECKING:
    from interdict.documents.places import FilePlaces
    from interdict.workspace.documents import ReadReport
    from interdict.workspace.reading import Attested

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
    again: Annotated[
        bool, typer.Option("--again", help="Also extract from documents that are held.")
    ] = False,
    spans_only: Annotated[
        bool, typer.Option("--spans-only", help="Keep of the texts only what claims quote.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that read at once. Default: one for each core."),
    ] = None,
    json: Json = False,
) -> None:
    """Reads documents into claims, grounded and reconciled into the record."""
    from interdict.workspace.documents import HowToRead, files_of, not_read
    from interdict.workspace.reading import Attested

    how = HowToRead(workers or _cores(), again, spans_only)
    attested = Attested(published, publisher, kind)
    with workspace() as ws:
        reports = ws.documents.read(paths, attested, how)
        rows = list(_shown(reports, len(files_of(paths))))
        held_at = len(ws.store.transactions())
    failed = [row for row in rows if row["outcome"] == "failed"]
    if json:
        print_json({"held_at": held_at, "documents": rows})
    else:
        print_table(
            f"Documents (record at {held_at})",
            ["file", "outcome", "container", "published", "publisher", "claims"],
            [
                (
                    row["file"],
                    str(row["outcome"]).replace("_", " "),
                    row["container"],
                    row["published"] or "not dated",
                    row["publisher"],
                    row["claims"],
                )
                for row in rows
            ],
        )
    for row in failed:
        warn(f"error: {row['error']}")
    if left := not_read(paths):
        warn(f"note: {left}")
    if failed:
        raise typer.Exit(1)


def _shown(reports: Iterable[ReadReport], n_files: int) -> Iterator[dict[str, object]]:
    """What is printed of each document, with a bar of the files that are done.

    Texts are let go of at once: ten thousand documents take no more memory than one.
    """
    from rich.progress import Progress

    on_terminal = messages().is_terminal
    with Progress(console=messages(), transient=True, disable=not on_terminal) as bar:
        task = bar.add_task("reading", total=n_files)
        last = None
        for report in reports:
            file = report.file.partition("#")[0]
            if file != last:
                bar.update(task, advance=1, description=file)
            last = file
            document = report.document
            yield {
                "file": report.file,
                "outcome": report.outcome,
                "container": document and document.container,
                "kind": document and document.kind,
                "published": document and document.published,
                "publisher": document and document.publisher,
                "claims": report.n_claims,
                "error": report.error,
            }


def _cores() -> int:
    import os

    # Not every system tells which of its cores this process may use.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


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
    from interdict.workspace.reading import Attested

    if rules:
        _print_rules(paths, Attested(published, publisher, kind), json=json)
        return
    side = [p for p in (designations, dates) if p is not None]
    sinks = {path: _opened(path) for path in side}
    rows = []
    failed: list[ReadError] = []
    read_so_far: list[tuple[Document, FilePlaces]] = []
    with workspace() as ws:
        attested = Attested(published, publisher, kind)
        for read_one in ws.documents.claims_in_files(paths, attested):
            if isinstance(read_one, ReadError):
                failed.append(read_one)
                continue
            document, found, places = read_one
            if json:
                place = places.spans(document)
                for claim in found:
                    start, end = place(claim.start, claim.end)
                    print_line(claim.as_dict() | {"start": start, "end": end})
            rows += [
                (c.doc, _kind(c), c.subject, c.programme, c.date, c.stance, c.speaker, c.quote)
                for c in found
            ]
            if designations is not None:
                _write_lines(sinks[designations], supported(found, document))
            if dates is not None:
                read_so_far.append((document, places))
    if dates is not None:
        _write_dates(sinks[dates], read_so_far)
    for sink in sinks.values():
        sink.close()
    if not json:
        headings = ["doc", "kind", "subject", "programme", "date", "stance", "speaker", "words"]
        print_table(f"{len(rows)} claims", headings, [(*r[:7], _short(r[7])) for r in rows])
    for error in failed:
        warn(f"error: {error}")
    if failed:
        raise typer.Exit(1)


def _kind(claim: Claim) -> str:
    """The kind of a claim, and whether only the likeness of its words tells it."""
    return f"{claim.kind} (likely)" if claim.is_likely else claim.kind


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
    expected: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Of an announcement: the day of its effect."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Of a licence or suspension: the day of its end."),
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option(help="What it is about: a name that is added, or what a licence allows."),
    ] = None,
    json: Json = False,
) -> None:
    """A named reviewer's word that an event of a designation took place: official."""
    from interdict.store.base import Confirmation

    given = Confirmation(
        "",
        "",
        event,
        _day("--on", on),
        _signed(by),
        reason,
        source,
        expected=None if expected is None else _day("--expected", expected),
        until=None if until is None else _day("--until", until),
        scope=scope,
    )
    with workspace() as ws:
        signed = ws.record.confirm(designation, given)
        held_at = len(ws.store.transactions())
    if json:
        said = {k: v for k, v in plain(signed).items() if k != "recorded_at"}
        print_json({"confirmation": said, "held_at": held_at})
    else:
        say(
            f"{signed.entity_id}:{signed.programme}: {signed.event} on {signed.on}"
            + (f" until {signed.until}" if signed.until else "")
            + (f", expected {signed.expected}" if signed.expected else "")
            + (f" ({signed.scope})" if signed.scope else "")
            + f", confirmed by {signed.by} (record at {held_at})"
        )


def _day(option: str, text: str) -> PartialDate:
    return PartialDate.of(day_of(option, text))


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
    from interdict.workspace.documents import files_of
    from interdict.workspace.reading import loaded

    files = files_of(paths)
    reports = diagnose(attested.applied(one) for path in files for one in loaded(path))
    if json:
        for report in reports:
            print_line(report)
        return
    headings = ["rule", "kind", "language", "documents", "drafts", "kept", "overlap", "conflict"]
    spoke = [report for report in reports if report.n_drafts]
    silent = len(reports) - len(spoke)
    title = f"{len(spoke)} rules spoke, {silent} did not"
    print_table(title, headings, [astuple(report) for report in spoke])


def _write_dates(sink: TextIO, documents: Sequence[tuple[Document, FilePlaces]]) -> None:
    """The time expressions; an undated document's by the day that its siblings tell."""
    from interdict.claims.cluster import inferred_days
    from interdict.claims.designations import time_expressions

    days = inferred_days([document for document, _ in documents])
    for document, places in documents:
        rows = time_expressions(document, days.get(document.sha256))
        place = places.spans(document)
        for row in rows:
            row["start"], row["end"] = place(row["start"], row["end"])
        known, day = {row["start"] for row in rows}, str(document.published_on)
        rows += [
            {"doc": document.file_name, "start": start, "end": end,
             "text": places.text(start, end), "edtf": day, "rule": "document-date"}
            for start, end in places.own_dates(document)
            if start not in known
        ]  # fmt: skip
        _write_lines(sink, rows)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 or not sys.stdout.isatty() else flat[:87] + "..."
