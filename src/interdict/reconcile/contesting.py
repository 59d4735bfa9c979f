"""What a denial denies and a rebuttal rebuts: ties between claims, never between values.

A denial or rebuttal answers what its own document has said before. What it answers is found by
the scope of its words: everything ("all allegations"), what is alleged of the one who denies, or
the nearest allegation before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from interdict.model.claim import Claim, Stance
from interdict.reconcile.relations import Relation
from interdict.reconcile.wording import content_words
from interdict.text.normalize import fold

_EVERYTHING = frozenset({"all", "any", "every", "everything", "allegations", "accusations"})

CONTESTS = {"denial": Relation.DENIED_BY, "rebuttal": Relation.REBUTTED_BY}
"""Kinds of claims that contest another, and the relation that they make."""

_CONTESTED = ("leadership", "allegation", "affiliation", "support", "indictment", "statement.")

Tie = tuple[Claim, Relation]


def ties(
    claims: Sequence[Claim], same_party: Callable[[Claim, Claim], bool]
) -> dict[str, list[Tie]]:
    """For each contested claim (by id), the claims that contest it, in document order.

    Args:
        claims: of any number of documents.
        same_party: whether the speaker of the first claim is the party that the second is about.
    """
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id or claim.doc, []).append(claim)
    found: dict[str, list[Tie]] = {}
    for told in by_document.values():
        told.sort(key=lambda c: (c.start, c.end))
        for claim in told:
            relation = CONTESTS.get(claim.kind)
            if relation is not None:
                for target in _targets(claim, told, same_party):
                    found.setdefault(target.id, []).append((claim, relation))
    return found


def _targets(
    claim: Claim, told: Sequence[Claim], same_party: Callable[[Claim, Claim], bool]
) -> list[Claim]:
    open_to_it = [c for c in told if _alleges(c) and c.start <= claim.start and c is not claim]
    if claim.kind == "rebuttal":
        words = content_words(claim.quote)
        sharing = [c for c in open_to_it if content_words(c.quote) & words]
        return sharing[-1:]
    scope = set(fold(f"{claim.object or ''} {claim.quote}").split())
    alleged = [c for c in open_to_it if not c.kind.startswith("statement.")]
    if len(scope & _EVERYTHING) > 1:
        return alleged
    own = [c for c in alleged if same_party(claim, c)]
    if own:
        nearest = own[-1]
        return [c for c in own if c.kind == nearest.kind]
    return alleged[-1:]


def _alleges(claim: Claim) -> bool:
    if not claim.kind.startswith(_CONTESTED):
        return False
    return claim.stance is Stance.ALLEGED or claim.kind.startswith("statement.")


def contested_by(claims: Sequence[Claim], tied: Mapping[str, list[Tie]]) -> list[Tie]:
    """Everything that contests any of some claims, once each, in order."""
    found: dict[str, Tie] = {}
    for claim in claims:
        for contesting, relation in tied.get(claim.id, ()):
            found.setdefault(contesting.id, (contesting, relation))
    return list(found.values())
