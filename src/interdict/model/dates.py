"""Dates as sources give them: often only a month or a year, often a range.

`PartialDate` keeps the precision that was given. Comparing two of them has three
outcomes (`Order`), because a month neither precedes nor follows a day inside it.
`Interval` is half-open, `[start, end)`, as validity is everywhere in the record:
not in force on the end date. `Span` is the closed range that an EDTF expression
such as `1951/1953`, `1964~` or `../2025-11-16` describes.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache

from interdict.errors import InvalidInput


class Order(StrEnum):
    """Where one partial date lies relative to another."""

    BEFORE = "before"
    WITHIN = "within"  # they overlap: equal, or one contains the other
    AFTER = "after"


class Truth(StrEnum):
    """Answer to a question about a date that may be known only in part."""

    NO = "no"
    MAYBE = "maybe"  # rests on a date known only to the month or the year
    YES = "yes"


_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.+Z-]*)?)?)?$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A civil date known to the year, the month or the day.

    Raises:
        InvalidInput: if the parts do not name a date of the calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise InvalidInput(f"a date with a day needs a month: {self.year}-?-{self.day}")
        try:
            date(
                self.year,
                1 if self.month is None else self.month,
                1 if self.day is None else self.day,
            )
        except ValueError as error:
            raise InvalidInput(f"not a date of the calendar: {self} ({error})") from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time of day after a `T` is dropped.

        Raises:
            InvalidInput: if the text has another form.
        """
        return _parsed(text)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The same day, as a partial date of full precision."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can be."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])
        return date(self.year, self.month, self.day)

    @property
    def is_day(self) -> bool:
        """True if it is known to the day."""
        return self.day is not None

    def compare(self, other: PartialDate) -> Order:
        """Where this date lies relative to `other`."""
        if self.last < other.first:
            return Order.BEFORE
        if self.first > other.last:
            return Order.AFTER
        return Order.WITHIN

    def contains(self, other: PartialDate) -> bool:
        """True if every day that `other` can be is a day that this can be."""
        return self.first <= other.first and other.last <= self.last

    def reached(self, on: date) -> Truth:
        """Whether this date has come on the day `on` (it has come on the day itself)."""
        if self.last <= on:
            return Truth.YES
        return Truth.NO if self.first > on else Truth.MAYBE


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> PartialDate:
    found = _PARTIAL.match(text.strip())
    if found is None:
        raise InvalidInput(f"not a date: {text!r}. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    year, month, day = found.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of time, `[start, end)`; None is unbounded on that side."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def holds(self, on: date) -> Truth:
        """Whether the day `on` lies inside; MAYBE where a bound is too coarse to tell."""
        started = Truth.YES if self.start is None else self.start.reached(on)
        ended = Truth.NO if self.end is None else self.end.reached(on)
        if started is Truth.NO or ended is Truth.YES:
            return Truth.NO
        return Truth.MAYBE if Truth.MAYBE in (started, ended) else Truth.YES

    def __str__(self) -> str:
        return f"[{self.start or '..'}, {self.end or '..'})"


@dataclass(frozen=True, slots=True)
class Span:
    """The closed range of days of an EDTF expression; None is open on that side.

    Source: Extended Date/Time Format, level 1 (Library of Congress, 2019), the subset
    that lists and documents need: a date, `~` (approximate), `?` (uncertain), an
    interval `A/B` and an open end `..`.
    """

    first: date | None
    last: date | None
    approximate: bool = False

    @classmethod
    def parse(cls, edtf: str) -> Span:
        """Reads an EDTF date or interval.

        Raises:
            InvalidInput: if it is symbolic (`XXXX-11-24`) or not EDTF.
        """
        low, slash, high = edtf.strip().partition("/")
        approximate = any(mark in edtf for mark in "~?%")
        start, end = _edtf_end(low), _edtf_end(high if slash else low)
        if start is None and end is None:
            raise InvalidInput(f"the expression names no date: {edtf!r}")
        span = cls(start.first if start else None, end.last if end else None, approximate)
        if span.first and span.last and span.first > span.last:
            raise InvalidInput(f"the interval ends before it starts: {edtf!r}")
        return span

    @classmethod
    def of(cls, day: PartialDate) -> Span:
        """The days that a partial date can be."""
        return cls(day.first, day.last)

    @property
    def is_bound(self) -> bool:
        """True if it only says "no later than" or "no earlier than"."""
        return self.first is None or self.last is None

    def reached(self, on: date) -> Truth:
        """Whether what happened somewhere in this span has happened by the day `on`."""
        if self.last is not None and self.last <= on:
            return Truth.YES
        return Truth.NO if self.first is not None and self.first > on else Truth.MAYBE

    def __str__(self) -> str:
        if self.first == self.last and self.first is not None:
            return str(self.first)
        return f"{self.first or '..'}/{self.last or '..'}"

    def overlaps(self, other: Span) -> bool:
        """True if some day lies in both."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def contains(self, other: Span) -> bool:
        """True if every day of `other` lies in this one."""
        low = self.first is None or (other.first is not None and self.first <= other.first)
        high = self.last is None or (other.last is not None and other.last <= self.last)
        return low and high


def _edtf_end(text: str) -> PartialDate | None:
    bare = text.strip().rstrip("~?%")
    return None if bare in ("", "..") else PartialDate.parse(bare)


def resolved(edtf: str | None) -> PartialDate | None:
    """The partial date of an EDTF expression that names exactly one; None otherwise.

    Symbolic dates (`XXXX-11-24`), intervals, approximations and absent values give None.
    """
    if not edtf:
        return None
    try:
        return PartialDate.parse(edtf)
    except InvalidInput:
        return None


def span_of(edtf: str | None) -> Span | None:
    """The span of an EDTF expression; None if it is absent, symbolic or not EDTF."""
    if not edtf:
        return None
    try:
        return Span.parse(edtf)
    except InvalidInput:
        return None


def end_of_day(day: date) -> datetime:
    """The last instant of a civil date, UTC: when a source dated by day alone is known."""
    return datetime.combine(day, time.max, tzinfo=UTC)
