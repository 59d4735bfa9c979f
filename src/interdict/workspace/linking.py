"""Joining parties that only documents name to listed ones, after a load or a read."""

from __future__ import annotations

from interdict.reconcile.ground import NameTable, links
from interdict.workspace.root import Workspace


def link(workspace: Workspace) -> int:
    """Joins provisional parties to others of the same name; returns how many it joined."""
    view = workspace.record.everything()
    if not view.documents():
        return 0
    found = links(view, NameTable(view))
    if found:
        with workspace.store.write("link", f"{len(found)} by name") as writer:
            for judgement in found:
                writer.add_judgement(judgement)
    return len(found)
