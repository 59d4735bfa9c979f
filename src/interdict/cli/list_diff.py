"""`list diff`: what changed on a list between two moments, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import typer

from interdict.cli.context import HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.times import day_of, instant, times_of
from interdict.model.statement import Statement
from interdict.workspace.list_diff import (
    Change,
    DesignationChange,
    ListDiff,
    by_property,
)
from interdict.workspace.list_significance import significance_of


def diff(
    dataset: Annotated[str, typer.Argument(help="The list to compare with itself.")],
    span: Annotated[
        str | None,
        typer.Argument(metavar="[A..B]", help="Two days or times, such as A..B."),
    ] = None,
    before: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    after: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
    major: Annotated[
        bool,
        typer.Option("--major", help="Leave out changes that change no screening."),
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
            f"Renumbered ({len(found.renumbered):,})",
            ["was", "is", "name"],
            found.renumbered,
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
    return (
        "major",
        what,
        *(("listed", "") if one.event == "began" else ("", "listed")),
    )


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
