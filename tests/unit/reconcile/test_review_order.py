"""What waits for a reviewer, in the order in which to look at it."""

from __future__ import annotations

from datetime import date

from interdict.model.claim import Claim
from interdict.model.designation import Designation, State, StateName
from interdict.model.source import Citation, Grade
from interdict.reconcile.policies import Settled
from interdict.reconcile.questions import Answer, Question
from interdict.reconcile.relations import Relation
from interdict.reconcile.review_order import Reason, review_list
from interdict.store.base import Resolution

OPEN = Settled("official-first", None, True, "")


def question(about: str, relation: Relation) -> Question:
    cited = Citation("a.txt", Grade.PRESS)
    return Question(f"{about}|x", "x", "", about, (Answer("v", (cited,)),), relation)


def claim(start: int, rule: str, confidence: float, kind: str = "leadership") -> Claim:
    return Claim("a.txt", kind, start, start + 1, "q", rule, confidence=confidence)


def test_the_order_of_reasons() -> None:
    """Core contradictions, new designations, a model's finds, weak claims, drift, the rest."""
    asked = [
        question("utterance", Relation.DRIFT),
        question("attribute", Relation.CONFLICT),
        question("begins", Relation.OPEN),
        question("count.killed", Relation.REGRESSION),
        question("begins", Relation.CONFLICT),
        question("leadership", Relation.DENIED_BY),
        question("announced", Relation.AGREE),
    ]
    designation = Designation("x", "US-FTO", "US-STATE")
    states = [
        (designation, State(StateName.PENDING, date(2031, 5, 1), expected="2031-05-09")),
        (designation, State(StateName.IN_FORCE, date(2031, 5, 1))),
    ]
    claims = [
        claim(1, "rule.sure", 0.9),
        claim(2, "rule.unsure", 0.3),
        claim(3, "model.found", 0.9),
        claim(4, "model.found", 0.9, "attribute"),
    ]
    found = review_list([(q, OPEN) for q in asked], states, claims)
    assert [w.reason for w in found] == [
        Reason.CORE_CONFLICT, Reason.CORE_CONFLICT, Reason.NEW_DESIGNATION, Reason.MODEL_ONLY,
        Reason.UNSURE, Reason.DRIFT, Reason.OPEN, Reason.OPEN,
    ]  # fmt: skip
    assert [w.reference for w in found[:3]] == ["begins|x", "count.killed|x", "x:US-FTO"]


def test_what_is_resolved_no_longer_waits() -> None:
    """Until it is taken back."""
    asked = question("begins", Relation.CONFLICT)
    done = Settled("official-first", "v", False, "", Resolution("begins|x", "v", "Ann", "read it"))
    assert review_list([(asked, done)], [], []) == []
