"""Printed dates."""

from __future__ import annotations

import pytest

from interdict.documents.written_dates import edtf, filing_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03"),
        (" 2031 ", "2031"),
        ("2031-03-04T02:08:21", "2031-03-04T02:08:21"),
        ("2031-03-04 10:00:00", "2031-03-04T10:00:00"),
        ("2031-03-04 10:00", "2031-03-04T10:00:00"),
        ("2031-03-04T10:00:00.123Z", "2031-03-04T10:00:00Z"),
        ("2031-03-04 10:00:00 +0130", "2031-03-04T10:00:00+01:30"),
        ("2031-03-04 10:00:00 GMT", "2031-03-04T10:00:00Z"),
        ("March 4, 2031", "2031-03-04"),
        ("Mar. 4, 2031", "2031-03-04"),
        ("4 march 2031", "2031-03-04"),
        ("4 Sept. 2031", "2031-09-04"),
        ("2031-13-04", None),
        ("2031-02-30 10:00:00", None),
        ("2031-03-04 25:00:00", None),
        ("2031-03-04Tnoon", None),
        ("February 30, 2031", None),
        ("Monday 4, 2031", None),
        ("3/4/2031", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_become_edtf(written: str, expected: str | None) -> None:
    """Known forms become EDTF; an ambiguous form or an impossible day becomes None."""
    assert edtf(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1-5-15", "2015-01-05"),
        ("7-8-24", "2024-07-08"),
        ("10-7-97", "1997-10-07"),
        ("3-14-36", "1936-03-14"),
        ("3-14-35", "2035-03-14"),
        ("13-1-24", None),
        ("2024-07-08", None),
    ],
)
def test_filing_dates_have_the_month_first(written: str, expected: str | None) -> None:
    """The Register prints month, day and two digits of the year; it begins in 1936."""
    assert filing_date(written) == expected
