"""What a file of an edition says, counted: for bounds on the edition that follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from interdict.store import tables as t
from interdict.store.assembly import tally_of
from interdict.store.base import Tally
from interdict.store.content import Content
from interdict.store.reading import Issue


def tallies(
    read: Callable[[Select[Any]], Sequence[Row[Any]]],
    contents: Iterable[tuple[Issue, Content]],
    dataset: str,
    props: frozenset[str],
) -> dict[str, Tally]:
    """Part -> the tally of its file.

    All statements of the dataset in those properties are read at once: that is cheaper than to
    look up the hundred thousand of one file by their keys.
    """
    query = select(t.statement.c.id, t.record.c.record_id, t.statement.c.prop).join(t.record)
    rows = read(query.where(t.record.c.dataset == dataset, t.statement.c.prop.in_(props)))
    found = {}
    for issue, content in contents:
        held = set(content.keys)
        said = ((row.record_id, row.prop) for row in rows if row.id in held)
        found[issue.part] = tally_of(issue.on, said)
    return found
