"""A threshold for a stated budget of alerts, and what that threshold costs in recall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interdict.errors import InvalidInput
from interdict.lab.metrics import (
    FINE_THRESHOLDS,
    CleanOutcome,
    Outcome,
    Rate,
    alerting,
    recall,
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Recall of one kind at the threshold in use and at the proposed one."""

    kind: str
    in_use: Rate
    proposed: Rate

    @property
    def change(self) -> float:
        """Recall won (positive) or lost by taking the proposal; in [-1, 1]."""
        return self.proposed.share - self.in_use.share


@dataclass(frozen=True, slots=True)
class Proposal:
    """The lowest threshold whose alerts on one kind of clean name stay within the budget.

    `budget` is in alerting names per 1,000. `threshold` is None where none does. `certain` is
    True if even the upper bound of the alert rate stays within the budget.
    """

    clean_kind: str
    budget: float
    threshold: int | None
    alerts: Rate | None
    costs: tuple[Cost, ...] = ()

    @property
    def certain(self) -> bool:
        """True if the budget also holds at the upper bound of the interval."""
        return self.alerts is not None and self.alerts.high * 1_000 <= self.budget


def propose(
    clean: Sequence[CleanOutcome],
    groups: Mapping[str, Sequence[Outcome]],
    *,
    budget: float,
    in_use: int,
) -> Proposal:
    """The proposal for one kind of clean name.

    Args:
        clean: outcomes of that kind alone, at least one.
        groups: test outcomes by kind.
        budget: alerting names per 1,000 clean names that can be worked off.
        in_use: the threshold to compare with.

    Raises:
        InvalidInput: if the budget is not between 0 and 1,000.
    """
    if not 0 <= budget <= 1_000:
        raise InvalidInput(f"the budget is alerts per 1,000 names, 0 to 1000, not {budget}")
    kind = clean[0].kind
    for threshold in FINE_THRESHOLDS:
        alerts = alerting(clean, threshold)
        if alerts.share * 1_000 <= budget:
            costs = tuple(
                Cost(name, recall(outcomes, in_use), recall(outcomes, threshold))
                for name, outcomes in groups.items()
            )
            return Proposal(kind, budget, threshold, alerts, costs)
    return Proposal(kind, budget, None, None)
