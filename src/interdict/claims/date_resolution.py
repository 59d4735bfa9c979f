"""From the parts of a time expression to the date it means, seen from the document's date.

Everything here is calendar arithmetic over EDTF text: no regular expressions, no tenses.
Without a document date the answers are symbolic (`XXXX-11-24`, `XXXX-WXX-7`), so that a
later step can resolve them once it learns the date. Weeks are ISO weeks, Monday to Sunday.

Source: Extended Date/Time Format (Library of Congress, 2019), levels 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from interdict.claims.date_direction import Direction
from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against.

    `direction` is which way its governing words point; `previous` the last day of an event that
    the text resolved before it, for "hours earlier"; `last` the last date it named at all, be it
    a year, for "the same day" and "that year".
    """

    published: PartialDate | None
    direction: Direction = Direction.UNKNOWN
    previous: date | None = None
    last: PartialDate | None = None

    @property
    def today(self) -> date | None:
        """The document's own day, None if it is not known to the day."""
        known = self.published
        return known.first if known is not None and known.is_day else None

    @property
    def future(self) -> bool:
        """True if the words point ahead; everything else is read as past."""
        return self.direction is Direction.FUTURE


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means; fields as in `TimeExpression`."""

    edtf: str | None
    granularity: str
    modifier: str | None = None
    anchor: str | None = None


VAGUE = Meaning(None, "vague")


def _add_months(year: int, month: int, n: int) -> tuple[int, int]:
    return divmod(year * 12 + month - 1 + n, 12)[0], (month - 1 + n) % 12 + 1


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _anchor(ctx: Context) -> str | None:
    return None if ctx.published is None else str(ctx.published)


def full(year: int, month: int | None = None, day: int | None = None) -> Meaning | None:
    """A date with its year; None if the calendar has no such date."""
    try:
        known = PartialDate(year, month, day)
    except InvalidInput:
        return None
    return Meaning(str(known), "day" if day else "month" if month else "year")


def day_of_month(month: int, day: int, ctx: Context, weekday: int | None = None) -> Meaning | None:
    """A day and month without a year; a weekday beside it settles the year if it can.

    Without any governing words the nearest such day is meant.
    """
    if full(2000, month, day) is None:
        return None
    today = ctx.today
    if today is None:
        known = ctx.published
        if known is None or known.month is None:
            return Meaning(f"XXXX-{month:02d}-{day:02d}", "day")
        today = known.last if ctx.direction is Direction.PAST else known.first
    choices = []
    for year in range(today.year - 8, today.year + 9):
        try:
            choices.append(date(year, month, day))
        except ValueError:
            continue
    near = [c for c in choices if abs((c - today).days) < 400]
    if weekday is not None and any(c.isoweekday() == weekday for c in near):
        choices = [c for c in near if c.isoweekday() == weekday]
    ahead = [c for c in choices if c >= today]
    behind = [c for c in choices if c <= today]
    if ctx.direction is Direction.UNKNOWN or not (ahead if ctx.future else behind):
        chosen = min(choices, key=lambda c: abs((c - today).days))
    else:
        chosen = ahead[0] if ctx.future else behind[-1]
    return Meaning(chosen.isoformat(), "day", None, _anchor(ctx))


def month(number: int, ctx: Context, which: str | None = None) -> Meaning:
    """A month without a year; `which` is `last`, `next`, `this` or None."""
    known = ctx.published
    if known is None or known.month is None:
        return Meaning(f"XXXX-{number:02d}", "month")
    year = known.year
    if which == "last":
        year -= number >= known.month
    elif which == "next":
        year += number <= known.month
    elif which != "this":
        if ctx.future and number < known.month:
            year += 1
        elif not ctx.future and number > known.month:
            year -= 1
    if not 1 <= year <= 9999:
        return Meaning(f"XXXX-{number:02d}", "month")
    return Meaning(f"{year:04d}-{number:02d}", "month", None, _anchor(ctx))


def weekday(number: int, ctx: Context, which: str | None = None) -> Meaning:
    """A day of the week (1 is Monday); `which` is `last`, `next`, `this` or None.

    A bare weekday that is the document's own is that very day: news names the day of its
    writing so.
    """
    today = ctx.today
    if today is None:
        return Meaning(f"XXXX-WXX-{number}", "day")
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    if which == "last":
        days = -(back or 7)
    elif which == "next":
        days = ahead or 7
    elif which == "this" and ctx.direction is Direction.UNKNOWN:
        days = number - today.isoweekday()
    else:
        days = ahead if ctx.future else -back
    found = _shift(today, days)
    return Meaning(found.isoformat() if found else None, "day", None, _anchor(ctx))


def day_of_week(number: int, weeks: int, ctx: Context) -> Meaning:
    """A weekday of the week before, of this one or of the next: "Tuesday of last week"."""
    today = ctx.today
    found = None if today is None else _shift(today, 7 * weeks + number - today.isoweekday())
    return Meaning(found.isoformat() if found else None, "day", None, _anchor(ctx))


def period(unit: str, n: int, ctx: Context) -> Meaning:
    """The calendar week, weekend, month, quarter, year or decade `n` away from the document's."""
    known, today = ctx.published, ctx.today
    anchor = _anchor(ctx)
    if known is None or not 40 < known.year < 9960:  # the calendar ends before a step does
        return Meaning(None, unit)
    if unit == "year":
        return Meaning(f"{known.year + n:04d}", "year", None, anchor)
    if unit == "decade":
        first = known.year // 10 * 10 + 10 * n
        return Meaning(f"{first:04d}/{first + 9:04d}", "decade", None, anchor)
    if unit in ("month", "quarter"):
        if known.month is None:
            return Meaning(None, unit)
        if unit == "quarter":
            first_month = (known.month - 1) // 3 * 3 + 1
            year, start = _add_months(known.year, first_month, 3 * n)
            return Meaning(f"{year:04d}-{start:02d}/{year:04d}-{start + 2:02d}", unit, None, anchor)
        year, number = _add_months(known.year, known.month, n)
        return Meaning(f"{year:04d}-{number:02d}", "month", None, anchor)
    if today is None:
        return Meaning(None, unit)
    monday = _shift(today, 7 * n - today.weekday())
    if monday is None:
        return Meaning(None, unit)
    first_day = monday + timedelta(days=5 if unit == "weekend" else 0)
    return Meaning(f"{first_day}/{monday + timedelta(days=6)}", unit, None, anchor)


def weekend(ctx: Context) -> Meaning:
    """A bare weekend: the last one begun, or the next one where the words point ahead."""
    today = ctx.today
    if today is None:
        return Meaning(None, "weekend")
    begun = today.isoweekday() >= 6
    return period("weekend", 0 if begun or ctx.future else -1, ctx)


def relative_day(days: int, ctx: Context) -> Meaning:
    """Today (0), yesterday (-1), tomorrow (1)."""
    found = None if ctx.today is None else _shift(ctx.today, days)
    return Meaning(found.isoformat() if found else None, "day", None, _anchor(ctx))


_ABOUT = timedelta(days=10)


def seen_from_last(ctx: Context) -> Context:
    """As seen from some days before the date named last: "six weeks later" is about six weeks."""
    known = ctx.last
    if known is not None and known.is_day:
        known = PartialDate.of(known.first - _ABOUT)
    return replace(ctx, published=known, direction=Direction.FUTURE)


def same(unit: str, ctx: Context) -> Meaning:
    """ "The same day", "that year": the date last named, as far as it is known."""
    known = ctx.last
    if known is None:
        return Meaning(None, unit)
    if unit == "year":
        found = PartialDate(known.year)
    elif unit == "month":
        found = PartialDate(known.year, known.month)
    else:
        found = known
    named = "day" if found.day else "month" if found.month else "year"
    return Meaning(str(found), named, None, f"previous:{known}")


def counted_from_last(n: int, unit: str, ctx: Context) -> Meaning:
    """ "Four years later", "two months earlier": seen from the date last named."""
    known = ctx.last
    if known is None or abs(n) > 3000:
        return Meaning(None, unit)
    anchor = f"previous:{known}"
    if unit in ("year", "decade"):
        year = known.year + n * (10 if unit == "decade" else 1)
        return Meaning(f"{year:04d}" if 1 <= year <= 9999 else None, "year", None, anchor)
    if unit == "month" and known.month:
        year, number = _add_months(known.year, known.month, n)
        return Meaning(f"{year:04d}-{number:02d}" if year > 0 else None, "month", None, anchor)
    if known.day and unit in ("day", "week"):
        found = _shift(known.first, n * (7 if unit == "week" else 1))
        return Meaning(found.isoformat() if found else None, "day", None, anchor)
    return Meaning(None, unit)


def after_previous(days: int, ctx: Context) -> Meaning:
    """So many days after (or before) the day last named in the text."""
    found = None if ctx.previous is None else _shift(ctx.previous, days)
    if found is None:
        return Meaning(None, "day", "earlier" if days < 0 else None)
    return Meaning(found.isoformat(), "day", None, f"previous:{ctx.previous}")


def ago(n: float, unit: str, ctx: Context) -> Meaning:
    """`n` units before the document, as exactly as the unit warrants."""
    known = ctx.published
    if known is None or n > 3000:
        return Meaning(None, unit)
    if unit == "day":
        return relative_day(-int(n), ctx)
    if unit == "week":
        found = None if ctx.today is None else _shift(ctx.today, -int(7 * n))
        return Meaning(f"{found}~" if found else None, "day", "approx", _anchor(ctx))
    if unit == "month":
        return period("month", -int(n), ctx)
    years = int(n * (10 if unit == "decade" else 1))
    if known.year - years < 1:
        return Meaning(None, unit)
    return Meaning(f"{known.year - years:04d}", "year", "approx", _anchor(ctx))


def last_or_next(n: float, unit: str, ctx: Context, *, ahead: bool) -> Meaning:
    """ "The past three months", "the next ten days": an interval that the document's day ends."""
    today = ctx.today
    if today is None:
        return Meaning(None, "interval")
    if unit in ("day", "week"):
        days = int(n * (7 if unit == "week" else 1))
        other = _shift(today, days if ahead else -days) if days < 400_000 else None
    else:
        months = int(n * {"month": 1, "year": 12, "decade": 120}[unit])
        year, number = _add_months(today.year, today.month, months if ahead else -months)
        # A shorter month has no 31st: its last day is as far as one can go.
        other = None
        if 1 <= year <= 9999:
            other = date(year, number, min(today.day, PartialDate(year, number).last.day))
    if other is None:
        return Meaning(None, "interval")
    first, last = sorted((today, other))
    return Meaning(f"{first}/{last}", "interval", None, _anchor(ctx))


def within_current(unit: str, part: str, ctx: Context) -> Meaning:
    """ "Earlier this year", "later this month": the part of it before or after the document."""
    whole, today = period(unit, 0, ctx), ctx.today
    if whole.edtf is None or today is None:
        return Meaning(None, unit, part)
    first, last = (
        PartialDate.parse(whole.edtf.split("/")[0]),
        PartialDate.parse(whole.edtf.split("/")[-1]),
    )
    edtf = f"{first.first}/{today}" if part == "earlier" else f"{today}/{last.last}"
    return Meaning(edtf, "interval", part, whole.anchor)


_BOUNDS = {
    "since": ("since", "{}/.."),
    "after": ("after", "{}/.."),
    "until": ("until", "../{}"),
    "till": ("until", "../{}"),
    "through": ("until", "../{}"),
    "before": ("before", "../{}"),
    "by": ("before", "../{}"),
}

_PARTS = {
    "early": "start",
    "beginning": "start",
    "start": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "end",
    "end": "end",
}


def qualified(
    meaning: Meaning | None, bound: str | None, part: str | None, *, approximate: bool
) -> Meaning | None:
    """The meaning under its words of limit ("since"), of part ("early") and of doubt ("around")."""
    if meaning is None:
        return None
    if part:
        meaning = replace(meaning, modifier=_PARTS[part.split()[0].lower()])
    if meaning.edtf is None or (approximate and "/" in meaning.edtf):
        return meaning
    if approximate:
        meaning = replace(meaning, edtf=f"{meaning.edtf}~", modifier="approx")
    if bound and bound.lower() == "after" and meaning.granularity == "day":
        return replace(meaning, modifier="after")  # what came after a day is told of that day
    if bound and "/" not in (meaning.edtf or ""):
        modifier, form = _BOUNDS[bound.lower()]
        if form.startswith("..") and meaning.modifier == "end" and "X" not in (meaning.edtf or ""):
            # "By the end of the month" is by its last day.
            meaning = replace(meaning, edtf=str(PartialDate.parse(meaning.edtf or "").last))
        meaning = replace(meaning, edtf=form.format(meaning.edtf), modifier=modifier)
    return meaning


def between(low: Meaning | None, high: Meaning | None) -> Meaning | None:
    """The interval from one date to another; None if they do not follow each other."""
    if low is None or high is None or low.edtf is None or high.edtf is None:
        return None
    if "X" not in low.edtf + high.edtf and (
        PartialDate.parse(low.edtf).first > PartialDate.parse(high.edtf).last
    ):
        return None
    return Meaning(f"{low.edtf}/{high.edtf}", "interval", None, low.anchor or high.anchor)
