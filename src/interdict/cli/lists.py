"""`interdict list`: load editions of official lists, see what is held, compare dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import messages, print_json, print_table, say
from interdict.cli.times import day_of, instant, times_of
from interdict.model.plain import plain
from interdict.model.source import EditionPart, Signal
from interdict.model.statement import Statement
from interdict.workspace.list_diff import Change, DesignationChange, ListDiff, by_property
from interdict.workspace.list_significance import significance_of
from interdict.workspace.lists import LoadReport

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
    accept: Annotated[
        bool, typer.Option("--accept", help="Record it though it is much smaller than the last.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=PROPERTY", help="Your own list: what a column is."),
    ] = None,
    mapping: Annotated[
        str | None, typer.Option(metavar="NAME", help="Your own list: columns as kept by name.")
    ] = None,
    save_mapping: Annotated[
        str | None, typer.Option(metavar="NAME", help="Keep how the columns were read.")
    ] = None,
    json: Json = False,
) -> None:
    """Parses the files of one edition into the record, in one transaction."""
    at = None if edition is None else instant("--edition", edition)
    with workspace() as ws, messages().status(f"{dataset}: reading") as shown:
        read_as = ws.lists.mappings.get(mapping) if mapping else {}
        read_as |= dict(_mapped(column) for column in columns or [])
        resolved = ws.lists.columns(dataset, paths or [], read_as) if save_mapping else {}
        report = ws.lists.load(
            dataset,
            paths or [],
            published_at=at,
            mapping=read_as,
            accept=accept,
            progress=lambda step: shown.update(f"{dataset}: {step}"),
        )
        if save_mapping:
            ws.lists.mappings.save(save_mapping, resolved)
    _print_load(report, json)


def _mapped(text: str) -> tuple[str, str]:
    """`COLUMN=PROPERTY`; a title may hold the sign, a property does not."""
    title, sign, role = text.rpartition("=")
    if not (sign and title and role):
        raise typer.BadParameter(
            f"--map {text!r}: write COLUMN=PROPERTY, such as 'Born on=birthDate'"
        )
    return title.strip(), role.strip()


def _print_load(report: LoadReport, json: bool) -> None:
    if json:
        print_json(
            {
                "dataset": report.edition.dataset,
                "edition": report.edition.published_on,
                "statements_added": report.added.statements,
                "already_held": report.added.already_held,
                "linked": report.n_linked,
                "renumbered": report.n_renumbered,
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
    if report.n_renumbered:
        say(f"  {report.n_renumbered:,} entries have another number and are otherwise the same")
    print_table(
        "Files",
        ["part", "file", "rows", "entries", "statements"],
        [
            (p.part, p.file_name, f"{p.n_rows:,}", f"{p.n_records:,}", f"{p.n_statements:,}")
            for p in report.edition.parts
        ],
    )
    _print_columns(report.edition.parts)
    _print_signals(
        [(p.file_name, s) for p in report.edition.parts for s in p.signals if not _is_column(s)]
    )


def _is_column(signal: Signal) -> bool:
    """Whether it tells how a column of one's own list was read."""
    return signal.field.startswith("column ") and signal.field.endswith("read as")


def _column_of(signal: Signal) -> str:
    return signal.field.removeprefix("column ").removesuffix("read as").rstrip(" ,")


def _print_columns(parts: Iterable[EditionPart]) -> None:
    rows = [
        (_column_of(signal), signal.sample)
        for part in parts
        for signal in part.signals
        if _is_column(signal)
    ]
    if rows:
        print_table("Columns by their titles (another meaning: --map)", ["column", "as"], rows)


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
    span: Annotated[
        str | None, typer.Argument(metavar="[A..B]", help="Two days or times, such as A..B.")
    ] = None,
    before: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    after: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
    major: Annotated[
        bool, typer.Option("--major", help="Leave out changes that change no screening.")
    ] = False,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Entries that a list added, removed, renumbered and changed between two moments."""
    first, last = _span(span, before, after)
    with workspace() as ws:
        found = ws.lists.diff(dataset, first, last, times_of(config(), None, known_at, held_at))
    found = found.major() if major else found
    if json:
        print_json(_diff_data(found))
    else:
        _print_diff(found)


def _span(
    span: str | None, before: str | None, after: str | None
) -> tuple[date | datetime, date | datetime]:
    """The two moments, given in one of the two ways."""
    if span is not None and before is None and after is None:
        before, dots, after = span.partition("..")
        if not (dots and before and after):
            raise typer.BadParameter(f"{span!r}: write A..B, such as 2021-04-14..2021-07-07")
    elif span is not None:
        raise typer.BadParameter("give the two days as A..B or as --from and --to, not both")
    if before is None or after is None:
        missing = "--from" if before is None else "--to"
        raise typer.BadParameter(f"two days are compared: {missing} is missing (or write A..B)")
    return _moment("--from", before), _moment("--to", after)


def _moment(option: str, text: str) -> date | datetime:
    return instant(option, text) if "T" in text else day_of(option, text)


def _diff_data(found: ListDiff) -> dict[str, object]:
    return {
        "dataset": found.dataset,
        "from_edition": found.before,
        "to_edition": found.after,
        "added": [{"id": i, "caption": c} for i, c in found.added],
        "removed": [{"id": i, "caption": c} for i, c in found.removed],
        "renumbered": [
            {"id": new, "previous_id": old, "caption": c} for old, new, c in found.renumbered
        ],
        "changed": [
            {
                "id": change.record_id,
                "caption": change.caption,
                "significance": change.significance,
                "began": [_said(s) for s in change.began],
                "ended": [_said(s) for s in change.ended],
                "designations": [
                    {
                        "programme": one.programme,
                        "event": one.event,
                        "began": [_said(s) for s in one.began],
                        "ended": [_said(s) for s in one.ended],
                    }
                    for one in change.designations
                ],
            }
            for change in found.changed
        ],
    }


def _print_diff(found: ListDiff) -> None:
    say(f"{found.dataset}: edition of {found.before} against edition of {found.after}")
    print_table(f"Added ({len(found.added):,})", ["id", "name"], found.added)
    print_table(f"Removed ({len(found.removed):,})", ["id", "name"], found.removed)
    if found.renumbered:
        print_table(
            f"Renumbered ({len(found.renumbered):,})", ["was", "is", "name"], found.renumbered
        )
    print_table(
        f"Changed ({len(found.changed):,})",
        ["id", "name", "weight", "what", "began", "ended"],
        [row for change in found.changed for row in _change_rows(change)],
    )


def _change_rows(change: Change) -> Iterable[tuple[object, ...]]:
    """One row for each designation and property; the entry is named on the first."""
    rows: list[tuple[object, ...]] = [_designation_row(one) for one in change.designations]
    rows += [
        (weight.value, prop, "\n".join(began), "\n".join(ended))
        for prop, weight, began, ended in by_property(change)
    ]
    for at, row in enumerate(rows):
        yield (*(("", "") if at else (change.record_id, change.caption)), *row)


def _designation_row(one: DesignationChange) -> tuple[object, ...]:
    what = f"designation {one.programme}"
    if one.event == "changed":
        return ("major", what, _in_words(one.began), _in_words(one.ended))
    return ("major", what, *(("listed", "") if one.event == "began" else ("", "listed")))


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
        "significance": significance_of(statement),
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
