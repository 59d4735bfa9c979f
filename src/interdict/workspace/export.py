"""The record as of a moment in FollowTheMoney's forms: a file of entities, or of statements."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from interdict.errors import InvalidInput
from interdict.lists import catalog
from interdict.lists.ftm.writing import StatementRow, entity_object, statement_rows
from interdict.store.base import View
from interdict.workspace.root import Times, Workspace

EVERY = 500
"""After so many entities the caller is told how many there were."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: lines (rows below the header), about how many entities, as of when.

    `held_at` is the transaction of the record up to which it goes.
    """

    path: Path
    n_entities: int
    n_lines: int
    held_at: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export: at which times, and of which lists (by any name; all for an empty tuple).

    An entity that other lists speak of, too, is given as the chosen ones know it.
    """

    times: Times
    datasets: tuple[str, ...] = ()


def export_entities(
    workspace: Workspace, path: Path, selection: Selection, progress: Callable[[int], None]
) -> ExportReport:
    """Writes `entities.ftm.json`: one JSON object on each line, by id.

    Entities that judgements in force join are one, under their canonical id; references name
    that id. The file appears, in place of one that was there, when all of it is written.

    Args:
        progress: told how many entities are written, now and then.

    Raises:
        InvalidInput: if the file cannot be written there.
        NotFound: if there is no such list.
    """
    view = _view(workspace, selection)
    n_entities = 0
    with _replaced(path) as out:
        for entity in view.entities():
            line = json.dumps(entity_object(entity, view.canonical), ensure_ascii=False)
            out.write(line + "\n")
            n_entities += 1
            if n_entities % EVERY == 0:
                progress(n_entities)
    return ExportReport(path, n_entities, n_entities, view.moment.held_at)


def export_statements(
    workspace: Workspace, path: Path, selection: Selection, progress: Callable[[int], None]
) -> ExportReport:
    """Writes `statements.csv`: every statement with its source id, by canonical id.

    As `export_entities` otherwise.
    """
    view = _view(workspace, selection)
    n_entities = n_rows = 0
    with _replaced(path) as out:
        # Source: FollowTheMoney, `statement/serialize.py`: the columns, in unix dialect.
        writer = csv.writer(out, dialect=csv.unix_dialect, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(StatementRow._fields)
        for entity in view.entities():
            rows = statement_rows(entity, view.canonical)
            writer.writerows(rows)
            n_entities, n_rows = n_entities + 1, n_rows + len(rows)
            if n_entities % EVERY == 0:
                progress(n_entities)
    return ExportReport(path, n_entities, n_rows, view.moment.held_at)


def _view(workspace: Workspace, selection: Selection) -> View:
    names = frozenset(catalog.find(name)[0].name for name in selection.datasets)
    return workspace.view(selection.times, names or None)


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    """A file that takes its place only when the block has succeeded."""
    part = path.with_name(f"{path.name}.part")
    try:
        if path.is_dir():
            raise InvalidInput(f"{path} is a folder: name a file in it")
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise InvalidInput(f"{path} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
