"""Dates in words, to EDTF."""

from __future__ import annotations

import pytest

from interdict.lists.worded_dates import edtf


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("16 Jul 1951", "1951-07-16"),
        ("6 July 1951", "1951-07-06"),
        ("Nov. 1973", "1973-11"),
        ("1951", "1951"),
        ("circa 1964", "1964~"),
        ("circa 01 Jan 1961", "1961-01-01~"),
        ("1951 to 1953", "1951/1953"),
        ("Mar 1980 to Mar 1981", "1980-03/1981-03"),
        ("08 Nov 1985 to 07 Nov 1986", "1985-11-08/1986-11-07"),
        ("circa 1979-1982", "1979~/1982~"),
        ("31 Feb 1951", None),
        ("1953 to 1951", None),
        ("16 Foo 1951", None),
        ("12 1951", None),
        ("summer 1951", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision_or_are_none(words: str, expected: str | None) -> None:
    """Day, month, year, about, between; never a guess at what is no date."""
    assert edtf(words) == expected
