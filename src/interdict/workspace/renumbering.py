"""Entries that a publisher gives another number without changing anything else.

That the two numbers are one party is a judgement: appended with its reason, undone by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

from interdict.lists.ftm.schemata import is_a
from interdict.model.schema import NAME_PROPERTIES
from interdict.model.statement import Statement
from interdict.reconcile.ground import AUTOMATIC
from interdict.store.base import Judgement, View
from interdict.workspace.root import Times, Workspace

_Said = frozenset[tuple[str, str, str, str, str, str]]
"""What an edition says of an entry, with its own number taken out."""


def link_renumbered(workspace: Workspace, dataset: str, published_at: datetime) -> int:
    """Joins entries that an edition and its neighbours in time say the same of; returns how many.

    Looks at the edition published then and at the ones before and after it that hold entries.
    """
    everything = workspace.record.everything()
    days = sorted(
        {
            held.edition.published_at
            for held in everything.editions(dataset)
            if any(part.part == held.edition.primary for part in held.edition.parts)
        }
    )
    if published_at not in days or len(days) == 1:
        return 0
    at = days.index(published_at)
    only = frozenset({dataset})
    views = [workspace.view(Times(day.date(), day), only) for day in days[max(at - 1, 0) : at + 2]]
    judged = {frozenset((j.left, j.right)) for j in everything.judgements()}
    found = [
        judgement
        for before, after in pairwise(views)
        for judgement in renumbered(before, after, dataset)
        if frozenset((judgement.left, judgement.right)) not in judged
    ]
    if found:
        with workspace.store.write("link", f"{len(found)} renumbered in {dataset}") as writer:
            for judgement in found:
                writer.add_judgement(judgement)
    return len(found)


def renumbered(before: View, after: View, dataset: str) -> list[Judgement]:
    """Judgements that join an entry of one edition with the same one of the next.

    The old number is gone, the new one was not there, and all that is said of the one, a name
    at least, is said of the other. Entries of which there are several alike are left alone.
    """
    began, ended = after.changes(before, dataset)
    gone, come = _by_record(ended), _by_record(began)
    kept = after.entries(dataset, gone).keys() | before.entries(dataset, come).keys()
    old = _alone(gone, kept, dataset)
    new = _alone(come, kept, dataset)
    on = before.coverage(dataset).edition, after.coverage(dataset).edition
    return [
        Judgement(
            f"{dataset}-{old[said]}",
            f"{dataset}-{new[said]}",
            True,
            AUTOMATIC,
            f"renumbered: all that the edition of {on[0]} says of {old[said]}, "
            f"the edition of {on[1]} says of {new[said]}",
        )
        for said in old
        if said in new
    ]


def _by_record(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.record_id, []).append(statement)
    return found


def _alone(
    records: Mapping[str, list[Statement]], kept: Iterable[str], dataset: str
) -> dict[_Said, str]:
    """What is said -> the one record that it is said of."""
    found: dict[_Said, list[str]] = {}
    for record_id in records.keys() - set(kept):
        own = f"{dataset}-{record_id}"
        statements = records[record_id]
        if any(s.entity_id == own and s.prop in NAME_PROPERTIES for s in statements) and all(
            s.entity_id != own or is_a(s.schema, "Thing") for s in statements
        ):
            found.setdefault(_said(own, statements), []).append(record_id)
    return {said: ids[0] for said, ids in found.items() if len(ids) == 1}


def _said(own: str, statements: Iterable[Statement]) -> _Said:
    return frozenset(
        (_bare(s.entity_id, own), s.schema, s.prop, _bare(s.value, own), s.lang, s.qualifier)
        for s in statements
    )


def _bare(text: str, own: str) -> str:
    """An id of the entry, or of what belongs to it, without its number."""
    same = text == own or text.startswith(f"{own}-")
    return "\0" + text[len(own) :] if same else text
