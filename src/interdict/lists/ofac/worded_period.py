"""Periods of OFAC's XML formats, put into the words of its remarks.

The formats give a date by the first and the last day that it can be: 1 January to 31 December
is a year, the days of a month are the month. Remarks print the same as `1962`, `Jul 1951`,
`08 Feb 1980`, `circa 1964`, `1951 to 1953`; `lists.worded_dates` reads these.

Source: OFAC, "Advanced Sanctions Data Model" notes, `DatePeriod`; ENHANCED_XML.xsd, `valueDate`.
"""

from __future__ import annotations

import calendar
from datetime import date

from interdict.lists.worded_dates import MONTHS


def words(first: date, last: date, *, approximate: bool = False, is_range: bool = False) -> str:
    """A period in words, as precise as it is.

    Args:
        is_range: the publisher says that it means a range, so that the first and the last day
            of a year are two ends and not a year.
    """
    mark = "circa " if approximate else ""
    whole = _whole(first, last)
    if whole and not (is_range and first.year != last.year):
        return mark + whole
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return f"{mark}{first.year} to {last.year}"
    return f"{mark}{_day(first)} to {_day(last)}"


def _whole(first: date, last: date) -> str:
    """The day, month or year that the two bound exactly; empty if they bound none."""
    if first == last:
        return _day(first)
    if first.year != last.year or first.day != 1:
        return ""
    if (first.month, last.month, last.day) == (1, 12, 31):
        return str(first.year)
    month_end = calendar.monthrange(last.year, last.month)[1]
    if first.month == last.month and last.day == month_end:
        return f"{MONTHS[first.month - 1].title()} {first.year}"
    return ""


def _day(day: date) -> str:
    return f"{day.day:02d} {MONTHS[day.month - 1].title()} {day.year}"
