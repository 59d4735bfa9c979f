"""Dates and enumerations of tables: precision kept, nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.lists.written_dates import day_first, enumerated, written_date, written_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14/03/1961", "1961-03-14"),
        ("00/03/1961", "1961-03"),
        ("00/00/1961", "1961"),
        ("dd/mm/1961", "1961"),
        ("31-12-2020", "2020-12-31"),
        ("23.6.2008", "2008-06-23"),
        ("1961-03-14", "1961-03-14"),
        ("14 Mar. 1961", "1961-03-14"),
        ("14 Mar.1961", "1961-03-14"),
        ("Approximately 1955- 1958", "1955~/1958~"),
        ("circa 1964", "1964~"),
        ("c. 1964", "1964~"),
        ("Between 1951 and 1953", "1951/1953"),
        ("Between Mar. and May 1963", "1963-03/1963-05"),
        ("approximately 1977/1978", "1977~/1978~"),
        ("(Aug. 1961)", "1961-08"),
        ("1964-1966", "1964/1966"),
        ("00/13/1961", None),
        ("14/00/1961", None),
        ("31/02/1961", None),
        ("1966-1964", None),
        ("07/04/62", None),
        ("spring", None),
        ("", None),
    ],
)
def test_a_date_keeps_the_precision_it_has(text: str, expected: str | None) -> None:
    """Unknown days and months, ranges and approximations; what is no date is none."""
    assert written_date(text) == expected


@given(st.dates())
def test_every_day_is_read_day_first(day: date) -> None:
    """The figures of any day of the calendar give that day."""
    assert day_first(f"{day.day:02d}/{day.month:02d}/{day.year:04d}") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a) Zenda b) Strelsau", ["Zenda", "Strelsau"]),
        ("(1) Zenda (2) Strelsau", ["Zenda", "Strelsau"]),
        ("(1)-(2) Ruritania (3) Grustark (4) to (6) -", ["Ruritania", "Grustark"]),
        ("a) General b)Major General", ["General", "Major General"]),
        ("Passport a) R1 b) R2", ["Passport R1", "Passport R2"]),
        ("Article 5(a) of the act", ["Article 5(a) of the act"]),
        ("a member (b) of it", ["a member (b) of it"]),
        ("a) Zenda c) Strelsau", ["a) Zenda c) Strelsau"]),
        ("Zenda", ["Zenda"]),
        ("", []),
    ],
)
def test_enumerations_are_divided_only_where_labels_count_on(text: str, items: list[str]) -> None:
    """A bracketed letter in a sentence divides nothing."""
    assert enumerated(text) == items


def test_alternatives_are_several_dates_and_the_rest_is_handed_back() -> None:
    """`or`, semicolons and labels; each date once."""
    found = written_dates("a) 14 Mar. 1961; alt DOB: 1962 b) Approximately 1964 or spring c) 1962")
    assert found.dates == ("1961-03-14", "1962", "1964~")
    assert found.rest == ("spring",)
