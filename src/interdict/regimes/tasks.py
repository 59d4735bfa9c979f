"""What a reviewer has to look up: designations that are due, and that nothing confirms yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interdict.model.dates import span_of
from interdict.model.designation import Designation, State, StateName
from interdict.regimes.regime import Regime


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look up.

    `due` is the day from which it exists: that on which the designation should have taken effect.
    `look_in` are the journal and the lists that would show it, `event` is what to confirm.
    """

    designation: str
    due: date
    open_days: int
    look_in: tuple[str, ...]
    event: str

    @property
    def command(self) -> str:
        """How to record what was found."""
        return (
            f'interdict confirm "{self.designation}" --event {self.event} --on {self.due} '
            '--by NAME --reason "where you read it"'
        )


def task_of(designation: Designation, state: State, regime: Regime | None) -> Task | None:
    """The task of a designation that is due and unconfirmed; None for any other."""
    expected = span_of(state.expected)
    if state.name is not StateName.DUE_UNCONFIRMED or expected is None or expected.last is None:
        return None
    look_in: tuple[str, ...] = ()
    event = "in_force"
    if regime is not None:
        journal = () if regime.journal is None else (regime.journal,)
        look_in = (*journal, *dict.fromkeys(tag.dataset for tag in regime.list_tags))
        event = regime.lifecycle.starts[0]
    open_days = (state.as_of - expected.last).days
    return Task(designation.id, expected.last, open_days, look_in, event)
