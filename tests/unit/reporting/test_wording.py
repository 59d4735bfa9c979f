"""Dates and states in sentences: nothing said that the data do not say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.model.claim import Stance
from interdict.model.designation import State, StateName
from interdict.model.source import Grade
from interdict.reconcile.relations import Relation
from interdict.reporting.wording import GRADES, RELATIONS, STANCES, day_in_words, state_sentence


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-11-24", "24 November 2025"),
        ("2025-11-17T02:08:21", "17 November 2025"),
        ("2025-07", "July 2025"),
        ("1999", "1999"),
        ("1999~", "about 1999"),
        ("../2021-07-07", "on or before 7 July 2021"),
        ("1999~/..", "since about 1999"),
        ("2025-11-10/2025-11-16", "between 10 November 2025 and 16 November 2025"),
        ("XXXX-11-24", "24 November, year not given"),
        ("XXXX-07", "July, year not given"),
        ("XXXX-WXX-7", "a Sunday, date not given"),
        (None, "date not given"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_written_out(edtf: str | None, words: str) -> None:
    """As exactly as it is given; what is missing is said."""
    assert day_in_words(edtf) == words


@given(st.dates())
def test_every_day_keeps_its_parts(day: date) -> None:
    """Day, month and year all stand in the words, for every day of the calendar."""
    words = day_in_words(day.isoformat()).split()
    assert words == [str(day.day), day.strftime("%B"), str(day.year)]


@pytest.mark.parametrize("name", list(StateName))
def test_only_what_is_in_force_is_called_so(name: StateName) -> None:
    """Every state has a sentence; none but `in_force` begins with "In force"."""
    said = state_sentence(State(name, date(2025, 11, 20), grade=Grade.PRESS))
    assert said.endswith(".")
    assert said.startswith("In force") == (name is StateName.IN_FORCE)


def test_a_doubtful_day_and_flags_are_told() -> None:
    """A licence on record and a date that is not known to the day change what one may rely on."""
    state = State(
        StateName.IN_FORCE, date(2025, 1, 1), since="../2019-01-15", flags=("held_unlawful",),
        certain=False,
    )  # fmt: skip
    said = state_sentence(state)
    assert "on or before 15 January 2019" in said
    assert "held unlawful" in said
    assert "not known to the day" in said


def test_every_stance_grade_and_relation_has_words() -> None:
    """A new one cannot be shown as an empty space."""
    assert set(STANCES) == set(Stance)
    assert set(GRADES) == set(Grade)
    assert set(RELATIONS) == set(Relation)
