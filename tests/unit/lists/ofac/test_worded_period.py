"""Periods in words: what is written is read back as the same days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.lists.ofac.worded_period import words
from interdict.lists.worded_dates import edtf
from interdict.model.dates import Span

DAYS = st.dates(date(1900, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(1980, 2, 8), date(1980, 2, 8), "08 Feb 1980"),
        (date(1999, 2, 1), date(1999, 2, 28), "Feb 1999"),
        (date(2000, 2, 1), date(2000, 2, 28), "01 Feb 2000 to 28 Feb 2000"),
        (date(1962, 1, 1), date(1962, 12, 31), "1962"),
        (date(1951, 1, 1), date(1953, 12, 31), "1951 to 1953"),
        (date(1951, 3, 2), date(1953, 12, 31), "02 Mar 1951 to 31 Dec 1953"),
    ],
)
def test_a_period_is_as_precise_as_it_is(first: date, last: date, expected: str) -> None:
    """A day, a month, a year, years, or two days."""
    assert words(first, last) == expected


def test_about_is_written_before_the_date() -> None:
    """As remarks do."""
    assert words(date(1964, 1, 1), date(1964, 12, 31), approximate=True) == "circa 1964"


@given(DAYS, st.integers(0, 4000), st.booleans(), st.booleans())
def test_what_is_written_is_read_back(
    first: date, length: int, approximate: bool, is_range: bool
) -> None:
    """The reader of remarks finds the same first and last day, and the same precision."""
    last = first + timedelta(days=length)
    expression = edtf(words(first, last, approximate=approximate, is_range=is_range))
    assert expression is not None
    assert Span.parse(expression) == Span(first, last, approximate)
