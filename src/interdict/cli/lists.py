"""`interdict list`: load editions of official lists, see what is held, compare dates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.fetch_state import state_lines, states_by_dataset, states_data
from interdict.cli.output import messages, print_json, print_table, say
from interdict.cli.times import instant, now, times_of
from interdict.model.plain import plain
from interdict.model.source import EditionPart, Signal
from interdict.workspace.lists import DatasetStatus, LoadReport
from interdict.workspace.root import Times

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
        bool,
        typer.Option("--accept", help="Record it though it says much less than the last."),
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=PROPERTY", help="Your own list: what a column is."),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Your own list: columns as kept by name."),
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
    if report.edition.published_at > now() and report.edition.published_on > now().date():
        messages().print(
            f"warning: {report.edition.published_on} is yet to come: until then the edition "
            "answers nothing",
            style="yellow",
            markup=False,
        )
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
            (
                p.part,
                p.file_name,
                f"{p.n_rows:,}",
                f"{p.n_records:,}",
                f"{p.n_statements:,}",
            )
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
    fetched = states_by_dataset(config().workspace)
    if json:
        data = [_status_data(s) for s in found]
        states = states_data(fetched, now())
        print_json({"as_of": times.as_of, "datasets": data, "fetched": states})
        return
    for one in found:
        lines = state_lines(fetched, one.dataset, now())
        _print_status(one, times, lines, signals=dataset is not None)


def _print_status(
    one: DatasetStatus, times: Times, fetched: Iterable[str], *, signals: bool
) -> None:
    if not one.editions:
        say("\n".join([f"{one.dataset}: no edition held ({one.title})", *fetched]))
        return
    age = "" if one.age_days is None else f", {one.age_days} days before {times.as_of}"
    answering = f"edition of {one.edition}{age}" if one.edition else "none on that date"
    say(f"\n{one.dataset}: {one.title}\n  answers {times.as_of} from: {answering}")
    for line in fetched:
        say(line)
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
    if signals:
        _print_signals(
            [
                (f"{held.edition.published_on} {part.file_name}", signal)
                for held in one.editions
                for part in held.edition.parts
                for signal in part.signals
            ]
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


def _print_signals(signals: Iterable[tuple[str, Signal]]) -> None:
    rows = []
    for where, signal in signals:
        place = where if signal.line is None else f"{where} line {signal.line}"
        rows.append((signal.kind, signal.field, f"{signal.count:,}", place, signal.sample[:80]))
    if rows:
        print_table(
            "Not understood or held aside",
            ["kind", "field", "n", "first at", "such as"],
            rows,
        )
