"""What a report says, as plain data: the JSON report, and all that the HTML page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from interdict.lab.catalog import BY_POLICY, MANIPULATIONS, Manipulation
from interdict.lab.clean import COMMON, KINDS, NAMESAKES, OWN
from interdict.lab.compare import compare
from interdict.lab.limits import limits_of
from interdict.lab.metrics import (
    FINE_THRESHOLDS,
    TABLE_THRESHOLDS,
    CleanOutcome,
    Outcome,
    Rate,
    alerting,
    by_kind,
    clean_by_kind,
    first_rank,
    hits_per_name,
    mean_recall,
    precision,
    recall,
)
from interdict.lab.proposal import Proposal, propose
from interdict.lab.regulators import expectations
from interdict.lab.run import Explained
from interdict.lab.runfile import Run
from interdict.matching.base import FULL_SCORE
from interdict.model.plain import plain

_TITLES = {one.key: one for one in MANIPULATIONS}


def content_of(
    run: Run,
    *,
    threshold: int | None = None,
    budget: float | None = None,
    before: Run | None = None,
) -> dict[str, Any]:
    """The report of a run; shares and thresholds are 0.0 to 1.0, alerts are per 1,000 names.

    Args:
        run: the run.
        threshold: the threshold in use, 0 to 10,000; the run's own for None.
        budget: alerting names per 1,000; the run's own for None.
        before: an earlier run to set beside it.

    Raises:
        InvalidInput: if the budget is not between 0 and 1,000, or the runs share no test.
    """
    in_use = run.card.threshold if threshold is None else threshold
    allowed = run.card.budget if budget is None else budget
    groups, clean = by_kind(run.outcomes), clean_by_kind(run.clean)
    proposals = {
        kind: propose(found, groups, budget=allowed, in_use=in_use)
        for kind, found in clean.items()
        if kind != NAMESAKES
    }
    main = main_clean_kind(clean)
    proposed = proposals[main].threshold if main else None
    unlisted = [one for one in run.clean if one.kind != NAMESAKES]
    controls = [one for one in run.outcomes if _TITLES[one.kind].is_control]
    return {
        "format": "interdict-lab-report/1",
        "card": asdict(run.card) | {"threshold": _share(run.card.threshold)},
        "threshold": _share(in_use),
        "budget": allowed,
        "controls": _rate(recall(controls, in_use)),
        "kinds": [_kind(_TITLES[key], one, in_use, proposed) for key, one in groups.items()],
        "clean": [_clean(kind, found, in_use, proposed) for kind, found in clean.items()],
        "precision": {
            _label(at): _rate(precision(run.outcomes, unlisted, at)) for at in TABLE_THRESHOLDS
        },
        "curve": _curve(groups, clean.get(main, []) if main else [], main),
        "proposals": [_proposal(one, main) for one in proposals.values()],
        "misses": [_explained(one) for one in run.misses],
        "false_alerts": [_explained(one) for one in run.false_alerts],
        "comparison": (
            None if before is None else plain(compare(before, run, threshold=threshold))
        ),
        "speed": None if run.speed is None else asdict(run.speed),
        "limits": limits_of(run, groups, clean),
        "expectations": [asdict(one) for one in expectations()],
    }


def main_clean_kind(clean: Mapping[str, Sequence[CleanOutcome]]) -> str | None:
    """The clean names that the budget is about: the user's own file, else common names."""
    for kind in (OWN, COMMON, *clean):
        if clean.get(kind) and kind != NAMESAKES:
            return kind
    return None


def _kind(
    kind: Manipulation, outcomes: Sequence[Outcome], in_use: int, proposed: int | None
) -> dict[str, Any]:
    return {
        "key": kind.key,
        "title": kind.title,
        "family": kind.family,
        "purpose": kind.purpose,
        "is_control": kind.is_control,
        "by_policy": kind.key == BY_POLICY,
        "n": len(outcomes),
        "recall": {_label(at): _rate(recall(outcomes, at)) for at in TABLE_THRESHOLDS},
        "recall_in_use": _rate(recall(outcomes, in_use)),
        "recall_proposed": None if proposed is None else _rate(recall(outcomes, proposed)),
        "first": _rate(first_rank(outcomes, in_use)),
    }


def _clean(
    kind: str, outcomes: Sequence[CleanOutcome], in_use: int, proposed: int | None
) -> dict[str, Any]:
    groups: dict[str, list[CleanOutcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.group, []).append(outcome)
    return {
        "kind": kind,
        "purpose": KINDS[kind],
        "n": len(outcomes),
        "alerts": {_label(at): _per_thousand(alerting(outcomes, at)) for at in TABLE_THRESHOLDS},
        "alerts_in_use": _per_thousand(alerting(outcomes, in_use)),
        "alerts_proposed": (
            None if proposed is None else _per_thousand(alerting(outcomes, proposed))
        ),
        "pairs_in_use": round(1_000 * hits_per_name(outcomes, in_use), 1),
        "groups": [
            {"group": group, "n": len(found), "alerts": _per_thousand(alerting(found, in_use))}
            for group, found in groups.items()
            if group and kind != NAMESAKES
        ],
    }


def _curve(
    groups: Mapping[str, Sequence[Outcome]], clean: Sequence[CleanOutcome], kind: str | None
) -> dict[str, Any]:
    """One line for each family: the mean recall of its kinds against alerts per 1,000."""
    families: dict[str, dict[str, Sequence[Outcome]]] = {}
    for key, outcomes in groups.items():
        if key != BY_POLICY:
            families.setdefault(_TITLES[key].family, {})[key] = outcomes
    alerts = {at: 1_000 * alerting(clean, at).share for at in FINE_THRESHOLDS}
    return {
        "clean_kind": kind,
        "lines": [
            {
                "family": family,
                "points": [
                    [_share(at), round(alerts[at], 2), round(mean_recall(kinds, at), 4)]
                    for at in FINE_THRESHOLDS
                ],
            }
            for family, kinds in families.items()
        ],
    }


def _proposal(one: Proposal, main: str | None) -> dict[str, Any]:
    return {
        "clean_kind": one.clean_kind,
        "is_main": one.clean_kind == main,
        "budget": one.budget,
        "threshold": None if one.threshold is None else _share(one.threshold),
        "alerts": None if one.alerts is None else _per_thousand(one.alerts),
        "certain": one.certain,
        "costs": [
            {
                "kind": cost.kind,
                "title": _TITLES[cost.kind].title,
                "in_use": _rate(cost.in_use),
                "proposed": _rate(cost.proposed),
                "change": round(cost.change, 4),
            }
            for cost in one.costs
        ],
    }


def _explained(one: Explained) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": _TITLES[one.kind].title if one.kind in _TITLES else one.kind,
        "query": one.query,
        "birth_date": one.birth_date,
        "origin": one.origin,
        "entity_id": one.match_id,
        "listed_name": one.listed_name,
        "score": _share(one.score),
        "parts": [asdict(part) | {"points": _share(part.points)} for part in one.parts],
    }


def _rate(one: Rate) -> dict[str, Any]:
    return {
        "n_hits": one.n_hits,
        "n": one.n,
        "share": round(one.share, 4),
        "low": round(one.low, 4),
        "high": round(one.high, 4),
    }


def _per_thousand(one: Rate) -> dict[str, Any]:
    return {
        "n_hits": one.n_hits,
        "n": one.n,
        "per_1000": round(1_000 * one.share, 1),
        "low": round(1_000 * one.low, 1),
        "high": round(1_000 * one.high, 1),
    }


def _share(points: int) -> float:
    return points / FULL_SCORE


def _label(threshold: int) -> str:
    return f"{threshold / FULL_SCORE:.2f}"
