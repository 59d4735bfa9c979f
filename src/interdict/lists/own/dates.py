"""Dates as people write them into tables: whether the day or the month comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from interdict.errors import InvalidInput
from interdict.lists.worded_dates import edtf
from interdict.model.dates import PartialDate, Span

Order = Mapping[str, bool | None]
"""Source of a row (empty without such a column) -> whether its dates put the day first."""

_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_TIME = re.compile(r"(?<=\d)(?:[T ]\d{1,2}:\d{2}.*|[+\-]\d{2}:\d{2}|Z)$")
"""What follows a date: a time of day, or the offset of its time zone."""


def day_first(rows: Iterable[tuple[str, Iterable[str]]]) -> Order:
    """Whether `03/04/2021` is the third of April, for the rows of each source.

    By its dates that can only be one of the two; None if none is, or some contradict others.

    Args:
        rows: (source, texts of its dates) of each row.
    """
    seen: dict[str, set[bool]] = {}
    for source, texts in rows:
        orders = seen.setdefault(source, set())
        for text in texts:
            found = _NUMERIC.match(_TIME.sub("", text))
            if found and (int(found.group(1)) > 12) != (int(found.group(2)) > 12):
                orders.add(int(found.group(1)) > 12)
    return {source: orders.pop() if len(orders) == 1 else None for source, orders in seen.items()}


def date_of(text: str, first_is_day: bool | None) -> str | None:
    """EDTF of a date as people write it; None if it cannot be read with certainty."""
    bare = _TIME.sub("", text)
    found = _NUMERIC.match(bare)
    if found is None:
        try:
            Span.parse(bare)
        except InvalidInput:
            return edtf(bare)
        return bare
    first, second, year = (int(group) for group in found.groups())
    if first > 12 or second > 12 or first == second:
        first_is_day = first > 12 or first == second
    if first_is_day is None:
        return None
    day, month = (first, second) if first_is_day else (second, first)
    try:
        return str(PartialDate(year, month, day))
    except InvalidInput:
        return None
