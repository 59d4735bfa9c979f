"""What a reviewer should look at, and in which order.

A contradiction on a core question comes first, then a designation newly announced, then what only
a language model has found on a core question, then what the rules are unsure of or only the
likeness of words makes a designation, then renderings
that drift, then everything else that is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from interdict.model.claim import Claim
from interdict.model.designation import Designation, State, StateName
from interdict.reconcile.policies import Settled
from interdict.reconcile.questions import Question
from interdict.reconcile.relations import Relation


class Reason(IntEnum):
    """Why something waits for a reviewer; the smallest comes first."""

    CORE_CONFLICT = 0
    NEW_DESIGNATION = 1
    MODEL_ONLY = 2
    UNSURE = 3
    DRIFT = 4
    OPEN = 5


CORE = (
    "announced", "begins", "ends", "designation", "sanction", "leadership", "count", "reward",
    "indictment", "legal_effect", "decision",
)  # fmt: skip
"""What questions and kinds of claims of the first importance are named with."""

UNSURE_BELOW = 0.5
"""A claim of lower confidence than this is shown to a reviewer."""

_CONTRADICTIONS = frozenset({Relation.CONFLICT, Relation.MISLABEL, Relation.REGRESSION})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to look at: `reference` is a question's key, a designation's or a claim's id."""

    reason: Reason
    reference: str
    says: str


def review_list(
    questions: Iterable[tuple[Question, Settled]],
    announced: Iterable[tuple[Designation, State]],
    claims: Iterable[Claim],
) -> list[Waiting]:
    """What waits, in the order in which to look at it; what a reviewer has resolved is left out."""
    found = []
    for question, settled in questions:
        if settled.resolution is None and (reason := _reason(question)) is not None:
            found.append(Waiting(reason, question.key, _says(question)))
    for designation, state in announced:
        if state.name in (StateName.PENDING, StateName.DUE_UNCONFIRMED):
            says = f"{state.name.value.replace('_', ' ')}, expected {state.expected or 'no day'}"
            found.append(Waiting(Reason.NEW_DESIGNATION, designation.id, says))
    for claim in claims:
        if claim.is_proposed and claim.kind.startswith(CORE):
            found.append(Waiting(Reason.MODEL_ONLY, claim.id, _quoted(claim)))
        elif claim.confidence < UNSURE_BELOW or _is_likely_act(claim):
            found.append(Waiting(Reason.UNSURE, claim.id, _quoted(claim)))
    return sorted(dict.fromkeys(found), key=lambda w: (w.reason, w.reference))


def _is_likely_act(claim: Claim) -> bool:
    """True for a designation of which only the likeness of its words tells."""
    return claim.is_likely and claim.kind.startswith("designation.")


def _reason(question: Question) -> Reason | None:
    if question.relation in _CONTRADICTIONS:
        return Reason.CORE_CONFLICT if question.about.startswith(CORE) else Reason.OPEN
    if question.relation is Relation.DRIFT:
        return Reason.DRIFT
    return Reason.OPEN if question.relation is Relation.OPEN else None


def _says(question: Question) -> str:
    values = " / ".join(answer.value[:60] for answer in question.answers)
    return f"{question.relation}: {values}"


def _quoted(claim: Claim) -> str:
    return f"{claim.kind} ({claim.confidence:.2f}): {' '.join(claim.quote.split())[:80]}"
