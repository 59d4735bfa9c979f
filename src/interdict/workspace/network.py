"""The network around a party of a workspace."""

from __future__ import annotations

from interdict.reconcile.comparing import Comparison
from interdict.reporting.network import Ground, Network, network_of
from interdict.workspace.brief import documents_with_text
from interdict.workspace.root import Times, Workspace


def network_around(workspace: Workspace, reference: str, times: Times, depth: int = 1) -> Network:
    """Who stands to the party (an id, or its exact name), as lists and documents say.

    Raises:
        NotFound: if there is no such party.
        InvalidInput: if several parties have that name, or the depth lies outside its bounds.
    """
    view = workspace.view(times)
    entity = workspace.record.find(reference, view)
    designations = workspace.record.designations(view)
    comparison = Comparison(view, designations)
    ground = Ground(
        view=view,
        claims=comparison.claims,
        documents=documents_with_text(view),
        designated=designations.of,
        contested=[question for question in comparison.questions() if question.contests],
    )
    return network_of(ground, entity.id, depth)
