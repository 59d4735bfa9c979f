"""Dates in words, as remarks and notes of English lists write them, to EDTF."""

from __future__ import annotations

import re

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate, Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

DATE = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?\d{4}"
"""A day, month or year in a remark: `16 Jul 1951`, `Jul 1951`, `1951`."""

_ONE = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3,9}) )?(\d{4})$")
_RANGE = re.compile(rf"({DATE})(?: to |\s?-\s?)({DATE})$")


def edtf(text: str) -> str | None:
    """A date or range in words, as EDTF; None if it is not one (or not of the calendar).

    `circa 1964` is `1964~`, `1951 to 1953` is `1951/1953`, `Jul 1951` and `Jul. 1951` are
    `1951-07`.
    """
    text = re.sub(r"(?<=[a-z])\.", "", text)
    bare = re.sub(r"^(?:circa|approximately|c|ca) ", "", text.strip(), flags=re.IGNORECASE)
    mark = "" if bare == text.strip() else "~"
    ends = _RANGE.match(bare)
    dates = [_one(end) for end in (ends.groups() if ends else (bare,))]
    if None in dates:
        return None
    expression = "/".join(f"{date}{mark}" for date in dates)
    try:
        Span.parse(expression)
    except InvalidInput:
        return None
    return expression


def _one(text: str) -> PartialDate | None:
    found = _ONE.match(text)
    if found is None:
        return None
    day, month, year = found.groups()
    number = MONTHS.index(month[:3].lower()) + 1 if month and month[:3].lower() in MONTHS else None
    if month and number is None:
        return None
    try:
        return PartialDate(int(year), number, int(day) if day else None)
    except InvalidInput:
        return None
