"""A day as documents write it outside their text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?"


def written_forms(day: date) -> re.Pattern[str]:
    """A day as the heads and fields of documents write it, with or without a time of day."""
    weekday, plain = format_datetime(datetime.combine(day, time(), UTC))[:16].split(", ")
    month = _MONTHS[day.month - 1]
    return re.compile(
        rf"(?<![\w-])(?:(?:{day.isoformat()}|(?:{weekday}, )?{plain.replace(' 0', ' 0?')}){_CLOCK}"
        rf"|(?:{weekday}[a-z]*,? )?{month} {day.day}, {day.year})(?![\w])"
    )
