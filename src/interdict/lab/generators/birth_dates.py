"""Birth dates as customers and clerks get them wrong; the name beside them is exact.

These functions give a date, not a name. They ask whether a slip in the date hides a party whose
name agrees to the letter.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from interdict.lab.subjects import Subject
from interdict.model.dates import PartialDate, resolved


def same_day(subject: Subject, random: Random) -> str | None:
    """The birth date exactly as listed."""
    day = _day(subject)
    return None if day is None else str(day)


def year_alone(subject: Subject, random: Random) -> str | None:
    """The year of birth alone, as many files keep it."""
    day = _day(subject)
    return None if day is None else str(day.year)


def day_and_month_swapped(subject: Subject, random: Random) -> str | None:
    """Day and month exchanged: 7 March read as 3 July."""
    day = _day(subject)
    if day is None:
        return None
    first = day.first
    if first.day > 12 or first.day == first.month:
        return None
    return first.replace(month=first.day, day=first.month).isoformat()


def year_off_by_one(subject: Subject, random: Random) -> str | None:
    """The year before or after: calendars converted, ages counted back."""
    day = _day(subject)
    if day is None or (day.first.month, day.first.day) == (2, 29):
        return None
    return day.first.replace(year=day.first.year + random.choice((-1, 1))).isoformat()


def day_off_by_one(subject: Subject, random: Random) -> str | None:
    """The day before or after: a time zone, a slip of a key."""
    day = _day(subject)
    return None if day is None else (day.first + timedelta(random.choice((-1, 1)))).isoformat()


def _day(subject: Subject) -> PartialDate | None:
    """The first birth date of a person that is known to the day."""
    days = (resolved(text) for text in subject.birth_dates if subject.is_person)
    return next((day for day in days if day is not None and day.is_day), None)
