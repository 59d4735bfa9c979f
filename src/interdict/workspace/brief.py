"""Briefs from a workspace: one view of the record, gathered for whoever is to read it."""

from __future__ import annotations

from collections.abc import Mapping

from interdict.lists import catalog
from interdict.reconcile.comparing import Comparison
from interdict.reconcile.policies import policy_named, settle
from interdict.reconcile.resolutions import Resolutions
from interdict.reporting.accusing import Names
from interdict.reporting.brief import Brief, Material, build_brief
from interdict.store.base import HeldDocument, View
from interdict.workspace.root import Times, Workspace


def brief_of(
    workspace: Workspace, reference: str, times: Times, policy: str | None = None
) -> Brief:
    """The brief on a party (an id, or its exact name) at those times.

    Raises:
        NotFound: if there is no such party or policy.
        InvalidInput: if several parties have that name.
    """
    chosen = policy_named(policy)
    view = workspace.view(times)
    entity = workspace.record.find(reference, view)
    designations = workspace.record.designations(view)
    comparison = Comparison(view, designations)
    given = Resolutions(view.resolutions(), view.canonical)
    return build_brief(
        Material(
            entity=entity,
            as_of=times.as_of,
            known_at=times.known_at,
            held_at=view.moment.held_at,
            designations=designations.of(entity.id),
            claims=comparison.claims,
            documents=documents_with_text(view),
            questions=[
                (question, settle(question, chosen, given.of(question.key)))
                for question in comparison.questions(entity.id)
            ],
            coverage=workspace.record.coverage(view),
            regimes=workspace.regimes,
            datasets=catalog.datasets(),
            names=names_of(view),
            designated=designations.of,
        )
    )


def documents_with_text(view: View) -> Mapping[str, HeldDocument]:
    """The documents that make claims in a view, by hash, with their texts."""
    found = {}
    for sha256 in sorted({claim.document_id for claim in view.claims() if claim.document_id}):
        held = view.document(sha256)
        if held is not None:
            found[sha256] = held
    return found


def names_of(view: View) -> Names:
    """Names of parties by id, looked up once."""
    known: dict[str, str] = {}

    def caption(entity_id: str) -> str:
        if entity_id not in known:
            entity = view.entity(entity_id)
            known[entity_id] = entity_id if entity is None else entity.caption
        return known[entity_id]

    return Names(caption, view.canonical)
