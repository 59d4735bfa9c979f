"""Policies: which answer is shown first, by rules kept as data. No answer is ever overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from interdict.errors import NotFound
from interdict.model.claim import Stance
from interdict.model.dates import span_of
from interdict.reconcile.asking import Shape
from interdict.reconcile.questions import Answer, Question
from interdict.reconcile.relations import Relation
from interdict.store.base import Resolution


@dataclass(frozen=True, slots=True)
class Policy:
    """A named order of rules (`data/policies.yml` says what each does)."""

    name: str
    says: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a policy, or a reviewer, makes of a question.

    `value` is None where the question stays open (`open`), or where its answers stand beside
    each other and none is to be chosen. `resolution` is the reviewer's word, if one is in force;
    it is shown first, and `value` is then the reviewer's.
    """

    policy: str
    value: str | None
    open: bool
    why: str
    resolution: Resolution | None = None


@cache
def policies() -> Mapping[str, Policy]:
    """The policies of this version of Interdict, the default one first."""
    data: dict[str, Any] = _data()
    found = [Policy(row["name"], row["says"], tuple(row["order"])) for row in data["policies"]]
    return {policy.name: policy for policy in found}


def policy_named(name: str | None) -> Policy:
    """The policy of that name; the default one for None.

    Raises:
        NotFound: if there is no such policy; those that there are are named.
    """
    wanted = name or _data()["default"]
    if wanted not in policies():
        raise NotFound(f"no policy {wanted!r}. There are: {', '.join(policies())}.")
    return policies()[wanted]


def settle(question: Question, policy: Policy, resolution: Resolution | None = None) -> Settled:
    """The value that a policy shows first, and why; a reviewer's resolution goes before it."""
    if resolution is not None and resolution.value is not None:
        why = f"resolved by {resolution.by}: {resolution.reason}"
        return Settled(policy.name, resolution.value, False, why, resolution)
    if question.contests or _only_alleged(question.answers):
        return Settled(policy.name, None, False, "alleged: shown with who alleges and who denies")
    if len(question.answers) == 1:
        return Settled(policy.name, question.answers[0].value, False, "the only answer")
    if question.shape in (Shape.SET, Shape.RELATION):
        return Settled(policy.name, None, False, "the answers stand beside each other")
    left = list(question.answers)
    for rule in policy.order:
        # A cumulative count never falls: of several the largest lower bound says the most.
        counts = rule == "exact" and question.shape is Shape.COUNTER
        measure = _largest if counts else _RULES[rule]
        best = min(measure(answer) for answer in left)
        kept = [answer for answer in left if measure(answer) == best]
        if len(kept) == 1:
            return Settled(policy.name, kept[0].value, False, _WHY[rule])
        left = kept
    disputed = question.relation is Relation.CONFLICT
    why = "equal under every rule of the policy"
    return Settled(policy.name, None if disputed else left[0].value, disputed, why)


def _only_alleged(answers: Sequence[Answer]) -> bool:
    """Whether nobody asserts any of it: no policy makes a fact of an allegation."""
    stances = {stance for answer in answers for stance in answer.stances}
    return bool(stances) and stances <= {Stance.ALLEGED, Stance.DENIED}


def _grade(answer: Answer) -> Any:
    return min((c.grade.rank for c in answer.citations), default=9)


def _voice(answer: Answer) -> Any:
    return min(answer.voices, default=9)


def _recent(answer: Answer) -> Any:
    days = [
        span.last
        for c in answer.citations
        if (span := span_of((c.published or "").partition("T")[0])) is not None and span.last
    ]
    return -max(days).toordinal() if days else 0


def _exact(answer: Answer) -> Any:
    """Days that a date leaves open, or the width of an interval; the symbolic comes last."""
    if answer.bounds is not None:
        low, high = answer.bounds
        return float("inf") if low is None or high is None else high - low
    span = span_of(answer.placed or answer.value)
    if span is None:
        return float("inf")
    first, last = span.first or date.min, span.last or date.max
    return (last - first).days


def _least(answer: Answer) -> Any:
    return 0.0 if answer.bounds is None or answer.bounds[0] is None else answer.bounds[0]


def _largest(answer: Answer) -> Any:
    return -_least(answer)


def _sources(answer: Answer) -> Any:
    return -answer.n_sources


_RULES: Mapping[str, Callable[[Answer], Any]] = {
    "grade": _grade,
    "voice": _voice,
    "recent": _recent,
    "exact": _exact,
    "least": _least,
    "sources": _sources,
}

_WHY = {
    "grade": "the strongest source",
    "voice": "the weightiest voice",
    "recent": "the latest published",
    "exact": "the most exact",
    "least": "the smallest",
    "sources": "the most independent sources",
}


@cache
def _data() -> dict[str, Any]:
    text = files("interdict.reconcile").joinpath("data/policies.yml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
