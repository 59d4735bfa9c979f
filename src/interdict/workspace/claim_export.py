"""Claims of a workspace in forms that others read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from interdict.model.claim import Claim
from interdict.reconcile.comparing import Comparison
from interdict.reporting.accusing import Names
from interdict.reporting.ftm_claims import Proxy, claim_entities
from interdict.reporting.schema_org import claims_graph
from interdict.store.base import View
from interdict.workspace.brief import documents_with_text, names_of
from interdict.workspace.root import Times, Workspace


def ftm_claims(workspace: Workspace, times: Times, party: str | None = None) -> Iterator[Proxy]:
    """Entities that tell which documents speak of which party, and how; of one party, if given.

    Raises:
        NotFound: if there is no such party.
        InvalidInput: if several parties have that name.
    """
    view = workspace.view(times)
    claims, names = _claims(workspace, view, party), names_of(view)
    schemata = _schemata(view, claims, names)
    yield from claim_entities(claims, documents_with_text(view), names, schemata)


def schema_org_claims(
    workspace: Workspace, times: Times, party: str | None = None
) -> dict[str, Any]:
    """A JSON-LD document of the claims; of one party, if given.

    Raises:
        NotFound: if there is no such party.
        InvalidInput: if several parties have that name.
    """
    view = workspace.view(times)
    claims, names = _claims(workspace, view, party), names_of(view)
    utterances = Comparison(view, workspace.record.designations(view)).utterances()
    schemata = _schemata(view, claims, names)
    return claims_graph(claims, utterances, documents_with_text(view), names, schemata)


def _claims(workspace: Workspace, view: View, party: str | None) -> list[Claim]:
    return view.claims(None if party is None else workspace.record.find(party, view).id)


def _schemata(view: View, claims: Sequence[Claim], names: Names) -> dict[str, str]:
    """The schema of each party in some claims, by canonical id."""
    found = {}
    for claim in claims:
        for entity_id in (claim.subject_id, claim.object_id):
            party = names.canonical(entity_id) if entity_id else None
            if party is not None and party not in found:
                entity = view.entity(party)
                if entity is not None:
                    found[party] = entity.schema
    return found
