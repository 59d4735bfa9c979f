"""`propose`: what a configured language model finds in documents, verified against their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from interdict.cli.context import Json, config, workspace
from interdict.cli.documents import Kind, Paths, Published, Publisher
from interdict.cli.output import messages, print_json, print_table

if TYPE_CHECKING:
    from interdict.workspace.proposing import ProposedDocument


def propose(
    paths: Paths,
    record: Annotated[
        bool, typer.Option("--record", help="Hold them in the record, for a reviewer to see.")
    ] = False,
    published: Published = None,
    publisher: Publisher = None,
    kind: Kind = None,
    json: Json = False,
) -> None:
    """Asks the language model of interdict.toml for claims; only what the text bears out counts."""
    from interdict.workspace.documents import Attested
    from interdict.workspace.language_model import LanguageModel
    from interdict.workspace.proposing import Proposals

    model = LanguageModel(config())
    attested = Attested(published, publisher, kind)
    found = []
    with workspace() as ws:
        for one in Proposals(ws, model).of(paths, attested, record=record):
            found.append(one)
            messages().print(f"{one.document.file_name}: asked", markup=False)
        held_at = len(ws.store.transactions()) if record else None
    if json:
        print_json({"held_at": held_at, "documents": [_data(one) for one in found]})
        return
    for one in found:
        _print(one)


def _data(one: ProposedDocument) -> dict[str, Any]:
    from interdict.claims.backends.settings import EXTRACTOR

    return {
        "file": one.document.file_name,
        "claims": [
            {**claim.as_dict(), "extractor": EXTRACTOR, "new": claim.id in one.merged.added}
            for claim in one.proposed.claims
        ],
        "agreed": len(one.merged.agreed),
        "refused": [{"reason": r.reason, "proposal": r.proposal} for r in one.proposed.refused],
    }


def _print(one: ProposedDocument) -> None:
    print_table(
        f"{one.document.file_name}: proposed, and borne out by the text",
        ["kind", "subject", "stance", "found by", "words"],
        [
            (c.kind, c.subject, c.stance,
             "the model alone" if c.id in one.merged.added else "the rules, too",
             " ".join(c.quote.split()))
            for c in one.proposed.claims
        ],
    )  # fmt: skip
    print_table(
        f"{one.document.file_name}: refused",
        ["why", "kind", "words"],
        [
            (r.reason, r.proposal.get("kind"), " ".join(str(r.proposal.get("quote", "")).split()))
            for r in one.proposed.refused
        ],
    )
