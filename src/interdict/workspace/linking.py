"""Joining parties that only documents name to listed ones, after a load or a read."""

from __future__ import annotations

from interdict.reconcile.ground import NameTable, links
from interdict.workspace.root import Workspace

_OF_DOCUMENTS = {"read", "propose", "link"}
"""Kinds of transactions that change nothing of what lists name."""


def link(workspace: Workspace, before: NameTable | None = None) -> int:
    """Joins provisional parties to others of the same name; returns how many it joined.

    Args:
        before: the names as an earlier state of the record had them. Those of the lists are
            taken over from it, and not read again, unless a list has been loaded since.
    """
    known = before if before is not None and _lists_stand(workspace, before) else None
    record = workspace.record
    view = record.everything() if known is None else record.everything(datasets=frozenset())
    if not view.documents():
        return 0
    found = links(view, NameTable(view, known))
    if found:
        with workspace.store.write("link", f"{len(found)} by name") as writer:
            for judgement in found:
                writer.add_judgement(judgement)
    return len(found)


def _lists_stand(workspace: Workspace, before: NameTable) -> bool:
    since = workspace.store.transactions()[before.held_at :]
    return all(transaction.kind in _OF_DOCUMENTS for transaction in since)
