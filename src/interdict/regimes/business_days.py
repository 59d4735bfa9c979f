"""Business days: days of the week without the public holidays of a calendar, as dated data.

A calendar says by which rules holidays fall and in which years each rule applies, so that a
deadline of 2019 is counted without a holiday that began in 2021. It covers the years from the
first of its rules on; before them a question is an error, never a guess.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from interdict.errors import InvalidInput, NotFound
from interdict.regimes.document import Node, parse_yaml
from interdict.regimes.vocabulary import GRADES

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY, _SUNDAY = 5, 6

OBSERVED = ("nearest_weekday", "next_monday", "on_the_day")
"""When a holiday on a weekend is kept: Friday or Monday; Monday after a Sunday alone; not moved."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One rule: `day` of `month`, or the `nth` weekday of it (-1 is the last).

    It applies to the years `[since, until)`, and of them to each `every`-th. `area` limits it to
    where it is kept; None is everywhere.
    """

    name: str
    month: int
    since: int
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    until: int | None = None
    every: int = 1
    area: str | None = None
    observed: str = "nearest_weekday"

    def on(self, year: int) -> date | None:
        """The day on which it is kept in that year, None if the rule does not apply to it.

        New Year's Day of a year can be kept on 31 December of the year before.
        """
        if year < self.since or (self.until is not None and year >= self.until):
            return None
        if (year - self.since) % self.every:
            return None
        if self.day is not None:
            return _observed(date(year, self.month, self.day), self.observed)
        days = [d for d in _days_of(year, self.month) if d.weekday() == self.weekday]
        nth = self.nth or 1
        return days[nth - 1 if nth > 0 else nth]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays of a state, with what they rest on."""

    key: str
    title: str
    legal_basis: tuple[str, ...]
    source: str
    grade: str
    holidays: tuple[Holiday, ...]

    @property
    def first_year(self) -> int:
        """The first year that the rules speak of."""
        return min(holiday.since for holiday in self.holidays)

    def holidays_in(self, year: int, *, area: str | None = None) -> dict[date, str]:
        """The days kept within that year, in order, with their names.

        Args:
            year: the civil year.
            area: also those kept in that area alone; None leaves such days out.

        Raises:
            InvalidInput: if the calendar does not reach back to that year.
        """
        if year < self.first_year:
            raise InvalidInput(
                f"the calendar {self.key} has no rules before {self.first_year}: no day of {year} "
                "can be counted"
            )
        kept = {
            day: holiday.name
            for holiday in self.holidays
            if holiday.area in (None, area)
            for of_year in (year, year + 1)
            if (day := holiday.on(of_year)) is not None and day.year == year
        }
        return dict(sorted(kept.items()))

    def is_business_day(self, day: date, *, area: str | None = None) -> bool:
        """True on a weekday that is no holiday."""
        return day.weekday() < _SATURDAY and day not in self.holidays_in(day.year, area=area)

    def after(self, day: date, n_days: int, *, area: str | None = None) -> date:
        """The `n_days`-th business day after a day, which is not itself counted.

        Raises:
            InvalidInput: if `n_days` is not positive, or a year is out of the calendar's reach.
        """
        if n_days < 1:
            raise InvalidInput(f"{n_days} business days: at least one is needed")
        left = n_days
        for later in _following(day):
            left -= self.is_business_day(later, area=area)
            if not left:
                return later
        raise InvalidInput(f"the calendar ends before {n_days} business days after {day}")


@lru_cache
def calendar_of(key: str) -> Calendar:
    """A calendar that comes with the package.

    Raises:
        NotFound: if there is none of that key; the message lists them.
        InvalidInput: if its file does not hold what it must.
    """
    folder = files("interdict.regimes").joinpath("calendars")
    known = sorted(i.name.removesuffix(".yml") for i in folder.iterdir() if i.name.endswith(".yml"))
    if key not in known:
        raise NotFound(f"no calendar {key!r}. Known are: {', '.join(known)}.")
    name = f"{key}.yml"
    return parse_calendar(name, folder.joinpath(name).read_bytes())


def parse_calendar(name: str, content: bytes) -> Calendar:
    """Reads a calendar's file.

    Raises:
        InvalidInput: if it does not hold what it must (`ReadError` if it is not YAML).
    """
    root = parse_yaml(name, content)
    root.only(
        "key", "title", "legal_basis", "observed", "source", "url", "grade", "verified_on",
        "holidays", "notes",
    )  # fmt: skip
    if name != f"{root.text('key')}.yml":
        raise root.child("key").error(f"belongs in a file named {root.text('key')}.yml")
    observed = root.choice("observed", OBSERVED, "a way to keep a holiday of a weekend")
    holidays = tuple(_holiday(node, observed) for node in root.items("holidays"))
    if not holidays:
        raise root.child("holidays").error("missing: at least one is needed")
    return Calendar(
        key=root.text("key"),
        title=root.text("title"),
        legal_basis=root.texts("legal_basis"),
        source=root.text("source"),
        grade=root.choice("grade", GRADES, "a grade"),
        holidays=holidays,
    )


def _holiday(node: Node, observed: str) -> Holiday:
    node.only(
        "name", "day", "weekday", "nth", "month", "from", "until", "every", "area", "observed"
    )
    since = node.optional_count("from")
    if since is None:
        raise node.child("from").error("missing: the first year of the rule is needed")
    if node.child("observed").value is not None:
        observed = node.choice("observed", OBSERVED, "a way to keep a holiday of a weekend")
    month, day, weekday, nth = _rule(node)
    return Holiday(
        name=node.text("name"),
        month=month,
        since=since,
        day=day,
        weekday=weekday,
        nth=nth,
        until=node.optional_count("until"),
        every=node.optional_count("every") or 1,
        area=node.optional_text("area"),
        observed=observed,
    )


def _rule(node: Node) -> tuple[int, int | None, int | None, int | None]:
    """(month, day, weekday, nth) of a rule: a day of the year, or a weekday of a month."""
    fixed = node.optional_text("day")
    if fixed is not None:
        try:
            day = date.fromisoformat(f"2024-{fixed}")
        except ValueError:
            raise node.child("day").error(f"{fixed!r} is not a day. Write MM-DD") from None
        return day.month, day.day, None, None
    weekday = node.choice("weekday", WEEKDAYS, "a day of the week")
    nth, month = node.child("nth").value, node.optional_count("month")
    if nth not in (1, 2, 3, 4, -1) or isinstance(nth, bool):
        raise node.child("nth").error("must be 1, 2, 3, 4, or -1 for the last")
    if month is None or not 1 <= month <= 12:
        raise node.child("month").error("must be a month, 1 to 12")
    return month, None, WEEKDAYS.index(weekday), int(nth)


def _observed(day: date, how: str) -> date:
    if how == "on_the_day":
        return day
    if day.weekday() == _SUNDAY:
        return day + timedelta(days=1)
    if day.weekday() == _SATURDAY and how == "nearest_weekday":
        return day - timedelta(days=1)
    return day


def _days_of(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(calendar.monthrange(year, month)[1])]


def _following(day: date) -> Iterator[date]:
    while day < date.max - timedelta(days=366):
        day += timedelta(days=1)
        yield day
