"""The threshold for a budget of alerts."""

from __future__ import annotations

import pytest

from interdict.errors import InvalidInput
from interdict.lab.metrics import CleanOutcome, Outcome
from interdict.lab.proposal import propose


def clean(*scores: int, n: int = 1_000) -> list[CleanOutcome]:
    """So many names, the first of which alert with those scores."""
    rest = [()] * (n - len(scores))
    return [
        CleanOutcome("common names", str(at), "", found)
        for at, found in enumerate([*[(score,) for score in scores], *rest])
    ]


GROUPS = {
    "one_edit": [
        Outcome("one_edit", str(score), "q", "q", score=score, rank=1, best=score)
        for score in (6_100, 6_900, 7_000, 9_000)
    ]
}


def test_the_lowest_threshold_within_the_budget_is_proposed() -> None:
    """Three names alert at 0.70; a budget of two needs one step more."""
    names = clean(7_000, 7_000, 7_000, 8_000)
    found = propose(names, GROUPS, budget=2, in_use=6_000)
    assert found.threshold == 7_100
    assert found.alerts is not None
    assert found.alerts.n_hits == 1
    assert propose(names, GROUPS, budget=4, in_use=6_000).threshold == 4_000


def test_the_cost_in_recall_is_stated_for_each_kind() -> None:
    """From the threshold in use to the proposed one."""
    [cost] = propose(clean(7_000), GROUPS, budget=0, in_use=6_000).costs
    assert (cost.in_use.n_hits, cost.proposed.n_hits, cost.change) == (4, 1, -0.75)


def test_a_budget_that_only_the_average_keeps_is_not_certain() -> None:
    """No alert among 1,000 names can still be 3.8 of 1,000."""
    assert not propose(clean(), GROUPS, budget=3, in_use=6_000).certain
    assert propose(clean(), GROUPS, budget=4, in_use=6_000).certain


def test_an_impossible_budget_proposes_nothing() -> None:
    """A clean name with a full score alerts at every threshold."""
    found = propose(clean(10_000), GROUPS, budget=0, in_use=6_000)
    assert (found.threshold, found.alerts, found.costs) == (None, None, ())


def test_a_budget_outside_its_range_is_refused() -> None:
    """It is names per 1,000."""
    with pytest.raises(InvalidInput, match="0 to 1000"):
        propose(clean(), GROUPS, budget=1_001, in_use=6_000)
