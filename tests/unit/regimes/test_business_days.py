"""Business days: which days are holidays in which year, and what a deadline comes to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.errors import InvalidInput, NotFound
from interdict.regimes.business_days import calendar_of, parse_calendar

FEDERAL = calendar_of("us-federal")

# Days on which federal offices were closed, as their published tables give them.
KEPT = {
    2019: "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25",
    2020: "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
    2021: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    2022: "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
    2023: "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
    2024: "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
    2025: "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
}


@pytest.mark.parametrize("year", KEPT)
def test_federal_holidays_are_those_that_were_kept(year: int) -> None:
    """Also where one falls on a weekend, and New Year's Day is kept in December."""
    got = [f"{day:%m-%d}" for day in FEDERAL.holidays_in(year)]
    assert got == KEPT[year].split()


def test_a_rule_applies_from_its_first_year() -> None:
    """Juneteenth from 2021, Martin Luther King's birthday from 1986, Veterans Day as it moved."""
    assert date(2020, 6, 19) not in FEDERAL.holidays_in(2020)
    assert FEDERAL.is_business_day(date(2020, 6, 19))
    assert not FEDERAL.is_business_day(date(2023, 6, 19))
    assert date(1985, 1, 21) not in FEDERAL.holidays_in(1985)
    assert date(1986, 1, 20) in FEDERAL.holidays_in(1986)
    assert date(1975, 10, 27) in FEDERAL.holidays_in(1975)
    assert date(1975, 11, 11) not in FEDERAL.holidays_in(1975)
    assert date(1978, 11, 10) in FEDERAL.holidays_in(1978)


def test_inauguration_day_is_kept_where_it_applies() -> None:
    """Every fourth year, in its area alone; a Sunday moves it to Monday."""
    assert FEDERAL.is_business_day(date(2021, 1, 20))
    assert not FEDERAL.is_business_day(date(2021, 1, 20), area="DC")
    assert FEDERAL.is_business_day(date(2022, 1, 20), area="DC")
    assert "Inauguration Day" in FEDERAL.holidays_in(2013, area="DC").values()
    assert date(2013, 1, 21) in FEDERAL.holidays_in(2013, area="DC")


@pytest.mark.parametrize(
    ("day", "n_days", "by"),
    [
        ("2025-11-24", 10, "2025-12-09"),  # Thanksgiving lies between
        ("2025-07-25", 10, "2025-08-08"),
        ("2025-11-22", 1, "2025-11-24"),  # from a Saturday
        ("2021-12-23", 1, "2021-12-27"),  # Christmas kept on Friday
        ("2021-12-30", 1, "2022-01-03"),  # New Year's Day kept in December
        ("2020-06-18", 1, "2020-06-19"),  # no holiday yet
        ("2021-06-17", 1, "2021-06-21"),  # the first time
    ],
)
def test_a_deadline_is_counted_without_holidays(day: str, n_days: int, by: str) -> None:
    """The day itself is not counted."""
    assert FEDERAL.after(date.fromisoformat(day), n_days).isoformat() == by


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1971, 1, 1), date(2060, 1, 1)), st.integers(1, 40))
def test_counting_agrees_with_counting_by_hand(day: date, n_days: int) -> None:
    """The answer is a business day, and so many of them lie after the first and up to it."""
    by = FEDERAL.after(day, n_days)
    between = [day + timedelta(days=n) for n in range(1, (by - day).days + 1)]
    assert sum(FEDERAL.is_business_day(d) for d in between) == n_days
    assert FEDERAL.is_business_day(by)


def test_what_the_calendar_does_not_reach_is_told() -> None:
    """Before its first rule nothing is guessed; no calendar and no days are errors, too."""
    with pytest.raises(InvalidInput, match="no rules before 1971"):
        FEDERAL.after(date(1970, 6, 1), 10)
    with pytest.raises(InvalidInput, match="at least one"):
        FEDERAL.after(date(2025, 1, 1), 0)
    with pytest.raises(NotFound, match="us-federal"):
        calendar_of("xx-none")


GOOD = """
key: xx-test
title: Test
legal_basis: [Test Act]
observed: on_the_day
source: Test
url: null
grade: U
verified_on: null
holidays:
  - {name: Fixed, day: 05-02, from: 2000}
  - {name: Moving, weekday: monday, nth: -1, month: 8, from: 2000}
"""


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("day: 05-02", "day: 13-40", "holidays[0].day"),
        ("nth: -1", "nth: 5", "holidays[1].nth"),
        ("month: 8", "month: 18", "holidays[1].month"),
        ("weekday: monday", "weekday: moonday", "holidays[1].weekday"),
        ("from: 2000}\n  - {name: Moving", "until: 2000}\n  - {name: Moving", "holidays[0].from"),
        ("observed: on_the_day", "observed: never", "observed"),
        ("key: xx-test", "key: yy-test", "key"),
    ],
)
def test_a_mistake_in_a_calendar_is_told_with_its_place(old: str, new: str, place: str) -> None:
    """File, path in the document, and what is allowed."""
    assert parse_calendar("xx-test.yml", GOOD.encode()).first_year == 2000
    with pytest.raises(InvalidInput) as raised:
        parse_calendar("xx-test.yml", GOOD.replace(old, new).encode())
    assert str(raised.value).startswith(f"xx-test.yml, {place} (line ")
