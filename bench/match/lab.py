"""The validation lab at its budget of alerts: recall by kind of change, on two lists."""

from __future__ import annotations

from bench.match.figures import Figure, Row
from bench.match.inputs import Inputs, Pairs
from interdict.lab.clean import COMMON, clean_names
from interdict.lab.metrics import alerting, by_kind, recall
from interdict.lab.probes import Plan, probes_of
from interdict.lab.proposal import propose
from interdict.lab.run import measure
from interdict.lab.subjects import subjects_of
from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher
from interdict.matching.base import FULL_SCORE

BUDGET = 12
"""Names of 1,000 clean ones that may alert."""

TARGETS = {
    "exact": 1.0,
    "strong_alias": 1.0,
    "one_edit": 0.995,
    "edit_every_word": 0.95,
    "first_and_last": 0.97,
    "joined_words": 0.98,
    "extra_word": 0.97,
    "cyrillic_romanised": 0.90,
    "arabic_romanised": 0.90,
}
WATCHMAN = {
    "exact": 1.0,
    "strong_alias": 0.724,
    "one_edit": 0.974,
    "edit_every_word": 0.135,
    "first_and_last": 0.729,
    "joined_words": 0.091,
    "extra_word": 0.0,
}
"""Watchman's matching core at its threshold 0.80, measured once on an OFAC list (1,000 to 1,500
names of each kind) where 12 of 1,000 clean names alerted; it is not run here."""

PLAN = Plan(sample=300, clean=1_000, kinds=tuple(TARGETS))


def lab(inputs: Inputs) -> Row:
    """Recall by kind at the lowest threshold that keeps the budget, and at the default one."""
    figures, lists = [], {}
    for name, held in (("OFAC", inputs.protocol_held("ofac")), ("large", inputs.large_held)):
        found, n = _figures(name, held)
        figures += found
        lists[name] = f"{n:,} parties"
    return Row(
        tuple(figures),
        {
            "list": lists,
            "queries": f"{PLAN.sample} names of each kind, {PLAN.clean:,} common names, with the "
            "kind of party",
            "seed": PLAN.seed,
            "note": "Watchman's figures are from an earlier run on an OFAC list, not from this one",
        },
    )


def _figures(name: str, held: Pairs) -> tuple[list[Figure], int]:
    subjects = subjects_of(held)
    clean = [one for one in clean_names(subjects, PLAN) if one.kind == COMMON]
    measured = measure(
        TokenMatcher(Index.compile(held)),
        probes_of(subjects, PLAN),
        clean,
        plan=PLAN,
        threshold=DEFAULT_THRESHOLD,
    )
    kinds = by_kind(measured.outcomes)
    proposal = propose(measured.clean, kinds, budget=BUDGET, in_use=DEFAULT_THRESHOLD)
    at = FULL_SCORE if proposal.threshold is None else proposal.threshold
    common = 1e3 * alerting(measured.clean, DEFAULT_THRESHOLD).share
    figures = [
        Figure(f"{name}: threshold that keeps {BUDGET} alerts of 1,000", at / FULL_SCORE),
        Figure(f"{name}: alerts of 1,000 at the default threshold", common, less=True),
    ]
    for kind, outcomes in kinds.items():
        share = recall(outcomes, at).share
        title = kind.replace("_", " ")
        figures += [
            Figure(f"{name}: {title}, within the budget", share, "", "Watchman, earlier",
                   WATCHMAN.get(kind) or None, TARGETS[kind]),
            Figure(f"{name}: {title}, default", recall(outcomes, DEFAULT_THRESHOLD).share),
        ]  # fmt: skip
    return figures, len(subjects)
