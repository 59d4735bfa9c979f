"""The end of a programme, and what it does to designations under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interdict.model.dates import PartialDate
from interdict.model.designation import State, StateName
from interdict.model.source import Grade
from interdict.regimes.catalog import load_regimes
from interdict.regimes.programme import ended_with_programme
from interdict.regimes.regime import Lifecycle, ProgrammeEvent

PLAIN = load_regimes()["US-SDGT"].lifecycle
IN_FORCE = State(StateName.IN_FORCE, date(2025, 7, 1), grade=Grade.COPY, since="2020-01-01")


def _life(*events: tuple[str, str, str]) -> Lifecycle:
    made = tuple(ProgrammeEvent(e, on, f"It {e}.", "source", grade) for e, on, grade in events)
    return replace(PLAIN, programme=made)


ENDED = _life(("enacted", "2012-05-01", "B"), ("ended", "2025-07-01", "B"))


def test_an_end_reaches_every_designation_on_its_day() -> None:
    """In force the day before, ended on the day; who says so is told."""
    before = replace(IN_FORCE, as_of=date(2025, 6, 30))
    assert ended_with_programme(before, ENDED, date.max) == before
    ended = ended_with_programme(IN_FORCE, ENDED, date.max)
    assert (ended.name, ended.ended, ended.ended_by) == (
        StateName.ENDED,
        "2025-07-01",
        "programme ended",
    )
    assert "the programme has ended" in ended.notes[0]


def test_nothing_comes_into_force_under_an_ended_programme() -> None:
    """Pending and due end with it; what was nothing stays nothing."""
    for name in (StateName.PENDING, StateName.DUE_UNCONFIRMED):
        state = replace(IN_FORCE, name=name, expected="2025-08-01")
        ended = ended_with_programme(state, ENDED, date.max)
        assert (ended.name, ended.expected) == (StateName.ENDED, None)
    for name in (StateName.NONE, StateName.NOT_COVERED, StateName.ENDED, StateName.REPORTED):
        state = replace(IN_FORCE, name=name)
        assert ended_with_programme(state, ENDED, date.max) == state


def test_an_end_that_could_not_be_known_is_not_used() -> None:
    """Asked with what was known a day before, it is in force."""
    assert ended_with_programme(IN_FORCE, ENDED, date(2025, 6, 30)) == IN_FORCE


@pytest.mark.parametrize("grade", ["C", "U"])
def test_an_unproved_end_is_told_and_ends_nothing(grade: str) -> None:
    """The press, or nobody's check, leaves the state and adds a note."""
    got = ended_with_programme(IN_FORCE, _life(("ended", "2021-11", grade)), date.max)
    assert got.name is StateName.IN_FORCE
    assert "said to have ended 2021-11" in got.notes[0]


def test_a_suspension_is_no_end() -> None:
    """Only ended, expired and superseded end what is under a programme."""
    life = _life(("suspended", "2025-01-01", "A"), ("amended", "2025-02-01", "A"))
    assert ended_with_programme(IN_FORCE, life, date.max) == IN_FORCE


def test_a_list_that_still_carries_the_tag_is_named() -> None:
    """The tag does not keep the designation alive; that it is still there is told."""
    tagged = replace(IN_FORCE, last_seen=PartialDate(2025, 8, 1))
    got = ended_with_programme(tagged, ENDED, date.max)
    assert got.name is StateName.ENDED
    assert "still carries the tag" in got.notes[-1]
