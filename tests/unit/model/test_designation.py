"""Designations and their events: dates as the sources give them."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.model.dates import Span
from interdict.model.designation import Designation, Event, StateName
from interdict.model.source import Citation, Grade

CITED = Citation("notice.txt", Grade.COPY)


@pytest.mark.parametrize(
    ("on", "span"),
    [
        ("2025-07-25", Span(date(2025, 7, 25), date(2025, 7, 25))),
        ("2025-07", Span(date(2025, 7, 1), date(2025, 7, 31))),
        ("../2021-07-07", Span(None, date(2021, 7, 7))),
        (None, None),
        ("XXXX-07-25", None),
    ],
)
def test_the_span_of_an_event(on: str | None, span: Span | None) -> None:
    """The days on which it can have happened; none where nothing usable is said."""
    assert Event("in_force", on, Grade.COPY, CITED).span == span


def test_the_id_is_what_the_command_line_takes() -> None:
    """Party and programme, joined by a colon."""
    assert Designation("mylist-1", "US-FTO", "US-STATE").id == "mylist-1:US-FTO"


def test_the_states_are_the_seven_of_the_record() -> None:
    """There is no other state, and none is missing."""
    named = "none not_covered reported pending due_unconfirmed in_force ended".split()
    assert [state.value for state in StateName] == named
