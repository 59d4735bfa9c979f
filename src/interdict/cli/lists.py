"""`interdict list`: load editions of official lists, see what is held, compare dates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import messages, print_json, print_table, say
from interdict.cli.times import day_of, instant, times_of
from interdict.model.plain import plain
from interdict.model.source import Signal
from interdict.model.statement import Statement

app = typer.Typer(no_args_is_help=True, help="Official lists: load, status, diff.")


@app.command()
def load(
    dataset: Annotated[str, typer.Argument(help="Such as us_ofac_sdn, un_sc, or bundled.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files of one edition, or their folder.")
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When it was published, where no file says so."),
    ] = None,
    json: Json = False,
) -> None:
    """Parses the files of one edition into the record, in one transaction."""
    at = None if edition is None else instant("--edition", edition)
    with workspace() as ws, messages().status(f"{dataset}: reading") as status:
        report = ws.lists.load(
            dataset,
            paths or [],
            published_at=at,
            progress=lambda step: status.update(f"{dataset}: {step}"),
        )
    if json:
        print_json(
            {
                "dataset": report.edition.dataset,
                "edition": report.edition.published_on,
                "statements_added": report.added.statements,
                "already_held": report.added.already_held,
                "linked": report.n_linked,
                "held_at": report.seq,
                "parts": report.edition.parts,
            }
        )
        return
    on = report.edition.published_on
    if report.added.already_held:
        say(f"{report.edition.dataset}, edition of {on}: held already, 0 statements added")
        return
    say(
        f"{report.edition.dataset}, edition of {on}: {report.added.statements:,} statements added"
        f" (record at {report.seq})"
    )
    print_table(
        "Files",
        ["part", "file", "rows", "entries", "statements"],
        [
            (p.part, p.file_name, f"{p.n_rows:,}", f"{p.n_records:,}", f"{p.n_statements:,}")
            for p in report.edition.parts
        ],
    )
    _print_signals([(p.file_name, s) for p in report.edition.parts for s in p.signals])


@app.command()
def status(
    dataset: Annotated[str | None, typer.Argument(help="One list; all if left out.")] = None,
    programmes: Annotated[
        bool, typer.Option(help="Count entries by programme for each edition.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Editions held, their age, counts, and what in them was not understood."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        found = ws.lists.status(
            times, dataset, programmes=programmes or (json and dataset is not None)
        )
    if json:
        print_json({"as_of": times.as_of, "datasets": [_status_data(s) for s in found]})
        return
    for one in found:
        if not one.editions:
            say(f"{one.dataset}: no edition held ({one.title})")
            continue
        age = "" if one.age_days is None else f", {one.age_days} days before {times.as_of}"
        answering = f"edition of {one.edition}{age}" if one.edition else "none on that date"
        say(f"\n{one.dataset}: {one.title}\n  answers {times.as_of} from: {answering}")
        print_table(
            "Editions",
            ["published", "part", "file", "rows", "entries", "statements", "signals"],
            [
                (
                    held.edition.published_on,
                    part.part,
                    part.file_name,
                    f"{part.n_rows:,}",
                    f"{part.n_records:,}",
                    f"{part.n_statements:,}",
                    sum(s.count for s in part.signals) or "",
                )
                for held in one.editions
                for part in held.edition.parts
            ],
        )
        print_table(
            f"In force on {times.as_of}",
            ["part", "from edition", "rows", "entries"],
            [
                (part, on, f"{described.n_rows:,}", f"{described.n_records:,}")
                for part, (on, described) in one.in_force.items()
            ],
        )
        for on, counts in one.programmes.items():
            print_table(
                f"Programmes in the edition of {on}",
                ["programme", "entries", "by schema"],
                [
                    (
                        tag,
                        c["entries"],
                        ", ".join(f"{k} {n}" for k, n in c.items() if k != "entries"),
                    )
                    for tag, c in counts.items()
                ],
            )
        if dataset is not None:
            _print_signals(
                [
                    (f"{held.edition.published_on} {part.file_name}", signal)
                    for held in one.editions
                    for part in held.edition.parts
                    for signal in part.signals
                ]
            )


@app.command()
def diff(
    dataset: Annotated[str, typer.Argument(help="The list to compare with itself.")],
    before: Annotated[str, typer.Option("--from", metavar="DATE")],
    after: Annotated[str, typer.Option("--to", metavar="DATE")],
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Entries that a list added, removed and changed between two dates."""
    with workspace() as ws:
        found = ws.lists.diff(
            dataset,
            day_of("--from", before),
            day_of("--to", after),
            times_of(config(), None, known_at, held_at),
        )
    if json:
        print_json(
            {
                "dataset": found.dataset,
                "from_edition": found.before,
                "to_edition": found.after,
                "added": [{"id": i, "caption": c} for i, c in found.added],
                "removed": [{"id": i, "caption": c} for i, c in found.removed],
                "changed": [
                    {
                        "id": change.record_id,
                        "caption": change.caption,
                        "began": [_said(s) for s in change.began],
                        "ended": [_said(s) for s in change.ended],
                    }
                    for change in found.changed
                ],
            }
        )
        return
    say(f"{found.dataset}: edition of {found.before} against edition of {found.after}")
    print_table(f"Added ({len(found.added):,})", ["id", "name"], found.added)
    print_table(f"Removed ({len(found.removed):,})", ["id", "name"], found.removed)
    print_table(
        f"Changed ({len(found.changed):,})",
        ["id", "name", "began", "ended"],
        [(c.record_id, c.caption, _in_words(c.began), _in_words(c.ended)) for c in found.changed],
    )


def _status_data(status: object) -> dict[str, object]:
    """The status with each edition as one row, whatever loads it came in."""
    data = plain(status)
    data["editions"] = [
        {
            "published_on": held["edition"]["published_at"][:10],
            "grade": held["edition"]["grade"],
            "recorded_at": held["recorded_at"],
            "held_at": held["seq"],
            "parts": held["edition"]["parts"],
        }
        for held in data["editions"]
    ]
    data["in_force"] = {
        part: {"edition": on, **described} for part, (on, described) in data["in_force"].items()
    }
    return dict(data)


def _said(statement: Statement) -> dict[str, object]:
    found: dict[str, object] = {
        "entity_id": statement.entity_id,
        "prop": statement.prop,
        "value": statement.value,
    }
    return found | ({"qualifier": statement.qualifier} if statement.qualifier else {})


def _in_words(statements: Iterable[Statement]) -> str:
    return "\n".join(f"{s.prop}: {s.value}" for s in statements)


def _print_signals(signals: Iterable[tuple[str, Signal]]) -> None:
    rows = []
    for where, signal in signals:
        place = where if signal.line is None else f"{where} line {signal.line}"
        rows.append((signal.kind, signal.field, f"{signal.count:,}", place, signal.sample[:80]))
    if rows:
        print_table(
            "Not understood or held aside", ["kind", "field", "n", "first at", "such as"], rows
        )
