"""Readers of matches: from the groups of a rule's pattern to what the words mean.

Each takes the match and the context and returns a meaning, or None where the match turns out
to be no date ("it may 5", 31 February, a month that is a person's name).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from interdict.claims import date_resolution as on
from interdict.claims.date_direction import Direction
from interdict.claims.date_resolution import VAGUE, Context, Meaning
from interdict.claims.number_words import parse_number

Reader = Callable[[re.Match[str], Context], Meaning | None]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS = "mon tue wed thu fri sat sun".split()


def month_number(match: re.Match[str], group: str = "month") -> int | None:
    """1..12; None where a small letter shows that it is a word ("may", "march")."""
    name = match[group]
    return _MONTHS.index(name[:3].lower()) + 1 if name[0].isupper() else None


def weekday_number(match: re.Match[str]) -> int | None:
    """1 (Monday) .. 7; None where the match has no weekday."""
    name = match["weekday"]
    return _DAYS.index(name[:3].lower()) + 1 if name else None


def _qualified(match: re.Match[str], meaning: Meaning | None) -> Meaning | None:
    groups = match.groupdict()
    return on.qualified(
        meaning, groups.get("bound"), groups.get("part"), approximate=bool(groups.get("approx"))
    )


def iso(match: re.Match[str], ctx: Context) -> Meaning | None:
    return on.full(int(match["year"]), int(match["m"]), int(match["day"]))


def slashes(match: re.Match[str], ctx: Context) -> Meaning | None:
    """Month and day in either order; where both orders name a date, only the year is sure."""
    year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
    readings = {str(r.edtf): r for r in (on.full(year, a, b), on.full(year, b, a)) if r}
    if not readings:
        return None
    return next(iter(readings.values())) if len(readings) == 1 else on.full(year)


def day_month_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    month = month_number(match)
    if month is None:
        return None
    return _qualified(match, on.full(int(match["year"]), month, int(match["day"])))


def day_and_month(match: re.Match[str], ctx: Context) -> Meaning | None:
    month = month_number(match)
    if month is None:
        return None
    seen = _seen_from_last(match, ctx)
    return _qualified(match, on.day_of_month(month, int(match["day"]), seen, weekday_number(match)))


_LATER = re.compile(r"\b(?:later|afterwards?|after that),?\s(?:on\s|in\s|by\s)?$")
_LATER_WITHIN = 24


def _seen_from_last(match: re.Match[str], ctx: Context) -> Context:
    """Behind "less than a month later, on" a day is seen from the date named last."""
    before = match.string[max(0, match.start() - _LATER_WITHIN) : match.start()]
    if ctx.last is None or not _LATER.search(before):
        return ctx
    return on.seen_from_last(ctx)


def day_range(match: re.Match[str], ctx: Context) -> Meaning | None:
    """Two days; the second may name its own month; one year, or none, for both."""
    groups = match.groupdict()
    month = month_number(match)
    month2 = month_number(match, "month2") if groups.get("month2") else month
    if month is None or month2 is None:
        return None
    days = int(match["day"]), int(match["day2"])
    if groups.get("year"):
        year = int(match["year"])
        return on.between(on.full(year, month, days[0]), on.full(year, month2, days[1]))
    return on.between(on.day_of_month(month, days[0], ctx), on.day_of_month(month2, days[1], ctx))


def month_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    month = month_number(match)
    return None if month is None else _qualified(match, on.full(int(match["year"]), month))


def month_alone(match: re.Match[str], ctx: Context) -> Meaning | None:
    month = month_number(match)
    if month is None:
        return None
    which = match.groupdict().get("which")
    return _qualified(match, on.month(month, ctx, {"past": "last"}.get(which or "", which)))


def month_range(match: re.Match[str], ctx: Context) -> Meaning | None:
    first, last = month_number(match), month_number(match, "month2")
    if first is None or last is None:
        return None
    if match["year"]:
        year = int(match["year"])
        return on.between(on.full(year - (first > last), first), on.full(year, last))
    high = on.month(last, ctx)
    if high.edtf is None or high.edtf.startswith("X"):
        return on.between(on.month(first, ctx), high)
    year = int(high.edtf[:4]) - (first > last)
    return on.between(on.full(year, first), high)


def month_year_range(match: re.Match[str], ctx: Context) -> Meaning | None:
    """From a month of one year to a month of another."""
    first, last = month_number(match), month_number(match, "month2")
    if first is None or last is None:
        return None
    return on.between(on.full(int(match["year"]), first), on.full(int(match["year2"]), last))


def full_range(match: re.Match[str], ctx: Context) -> Meaning | None:
    """From one full date to another, in either order of day and month."""
    ends = []
    for year, month, day in (("year", "month", "day"), ("year2", "month2", "day2")):
        name = month if match[month] else f"{month}_b"
        number = month_number(match, name)
        if number is None:
            return None
        ends.append(on.full(int(match[year]), number, int(match[day] or match[f"{day}_b"])))
    return on.between(*ends)


def plain_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    return _qualified(match, on.full(int(match["year"])))


def year_range(match: re.Match[str], ctx: Context) -> Meaning | None:
    first, last = match["year"], match["year2"]
    return on.between(on.full(int(first)), on.full(int(first[: 4 - len(last)] + last)))


def decade(match: re.Match[str], ctx: Context) -> Meaning | None:
    first = int(match["year"])
    return _qualified(match, Meaning(f"{first}/{first + 9}", "decade"))


def quarter(match: re.Match[str], ctx: Context) -> Meaning | None:
    word = (match["quarter"] or match["q"]).lower()
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(word)
    start = 3 * (number or int(word)) - 2
    year = int(match["year"])
    return Meaning(f"{year}-{start:02d}/{year}-{start + 2:02d}", "quarter")


def half_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    """Six months of a year."""
    year = match["year"]
    return Meaning(
        f"{year}-01/{year}-06" if match["half"] == "first" else f"{year}-07/{year}-12", "interval"
    )


def half_of_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    """Six months of this year, or of the last or next one."""
    if ctx.published is None:
        return Meaning(None, "interval")
    year = ctx.published.year + _STEPS.get(match["which"].lower(), 0)
    first = 1 if match["half"].lower() == "first" else 7
    return on.between(on.full(year, first), on.full(year, first + 5))


_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "day": (1, 1), "eve": (12, 31)}


def feast(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "Christmas Day" and its like: a day of a month."""
    words = " ".join(match["feast"].lower().split())
    month, day = _FEASTS.get(words) or _FEASTS[words.rpartition(" ")[2]]
    return on.day_of_month(month, day, ctx)


def that_month(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "That August": in the year last named."""
    number = month_number(match)
    if number is None or ctx.last is None:
        return None
    return on.full(ctx.last.year, number)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "Since last summer": three months, as the northern half of the world counts them."""
    known = ctx.published
    if known is None or known.month is None:
        return Meaning(None, "interval")
    first = _SEASONS[match["season"].lower()]
    year, which = known.year, match["which"].lower()
    running = first <= known.month < first + 3
    if which == "last" and (running or known.month < first):
        year -= 1
    elif which == "next" and known.month >= first:
        year += 1
    last_year, last_month = year + (first + 2 > 12), (first + 1) % 12 + 1
    whole = on.between(on.full(year, first), on.full(last_year, last_month))
    since = on.qualified(on.full(year, first), "since", None, approximate=False)
    return since if match["bound"] else whole


def weekday_alone(match: re.Match[str], ctx: Context) -> Meaning | None:
    number, which = weekday_number(match), (match["which"] or "").lower()
    if number is None:
        return None
    if which in ("following", "same", "previous"):
        if ctx.previous is None:
            return Meaning(None, "day")
        gap = (number - ctx.previous.isoweekday()) % 7
        if which == "previous":
            gap = gap - 7
        elif which == "following":
            gap = gap or 7
        return on.after_previous(gap, ctx)
    which = {"past": "last", "coming": "next", "current": "this"}.get(which, which)
    if match["of_week"]:
        return on.day_of_week(number, {"last": -1, "next": 1}.get(match["of_week"].lower(), 0), ctx)
    return _qualified(match, on.weekday(number, ctx, which or None))


def calendar_period(match: re.Match[str], ctx: Context) -> Meaning | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if which == "same":
        return on.same(unit, ctx)
    if unit == "day":
        days = {"previous": -1, "following": 1, "next": 1}.get(which)
        return None if days is None else on.counted_from_last(days, "day", ctx)
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    if which in ("previous", "following") and unit in ("week", "month", "year"):
        return on.counted_from_last(steps[which], unit, ctx)  # seen from an event
    if which in ("previous", "following"):
        return Meaning(None, unit)
    told = which == "next" and match["the"] and ctx.direction is Direction.PAST
    if told and unit in ("week", "month", "year"):
        return on.counted_from_last(1, unit, ctx)  # "... and again the next year"
    if unit not in ("weekend", "quarter") and (
        which == "past" or (match["the"] and which in steps)
    ):
        return on.last_or_next(1, unit, ctx, ahead=steps[which] > 0)  # "the last year"
    if which in ("last", "past") and unit == "weekend":
        return on.weekend(replace(ctx, direction=Direction.PAST))
    if which == "this" and unit == "weekend":
        return on.weekend(ctx)
    return _qualified(match, on.period(unit, steps.get(which, 0), ctx))


def stretch(match: re.Match[str], ctx: Context) -> Meaning | None:
    n = parse_number(match["n"])
    ahead = match["which"].lower() in ("next", "coming")
    if n is None:
        return Meaning(None, "interval")
    return on.last_or_next(n, match["unit"].lower(), ctx, ahead=ahead)


def ago(match: re.Match[str], ctx: Context) -> Meaning | None:
    n = parse_number(match["n"])
    if n is None:
        return VAGUE
    found = on.ago(n, match["unit"].lower(), ctx)
    if match["over"] and found.edtf:
        return Meaning(f"../{found.edtf.rstrip('~')}", "interval", "before", found.anchor)
    return found


def from_previous(match: re.Match[str], ctx: Context) -> Meaning | None:
    unit, n = match["unit"].lower(), parse_number(match["n"] or "")
    sign = -1 if match["way"].lower().startswith(("earlier", "before")) else 1
    if unit in ("hour", "minute", "moment"):
        return on.after_previous(0, ctx)
    if n is None:
        return Meaning(None, unit, "earlier" if sign < 0 else "later")
    return on.counted_from_last(sign * int(n), unit, ctx)


def next_to_previous(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "The day after": next to the date named last."""
    return on.counted_from_last(
        -1 if match["way"].lower() == "before" else 1, match["unit"].lower(), ctx
    )


def that_period(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "That year", "the same month"."""
    unit = match["unit"].lower()
    return on.same("day" if unit in ("morning", "afternoon", "evening", "night") else unit, ctx)


def day_of_that_month(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "On the 8th": of the month last named."""
    known = ctx.last
    if known is None or known.month is None:
        return None
    return on.full(known.year, known.month, int(match["day"]))


def of_that_year(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "In April of that year", "16 February of the same year": in the year last named."""
    number = month_number(match)
    if number is None:
        return None
    whose = match["whose"].lower()
    known = ctx.published if whose in ("this", "last", "next") else ctx.last
    if known is None:
        return None
    step = {"next": 1, "following": 1, "previous": -1, "last": -1}.get(whose.split()[-1], 0)
    year = known.year + step
    day = match["day_b"] or match["day"]
    return _qualified(match, on.full(year, number, int(day) if day else None))


def month_of(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "The end of the month", "by the end of next year": the month or year it is a part of."""
    whole = on.period(match["unit"].lower(), _STEPS.get((match["which"] or "this").lower(), 0), ctx)
    return _qualified(match, whole)


_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}


def part_of_current(match: re.Match[str], ctx: Context) -> Meaning | None:
    return on.within_current(match["unit"].lower(), match["side"].lower(), ctx)


_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}


def relative_day(match: re.Match[str], ctx: Context) -> Meaning | None:
    return on.relative_day(_RELATIVE_DAYS.get(" ".join(match["word"].lower().split()), 0), ctx)


def fixed(edtf: str) -> Reader:
    meaning = Meaning(edtf, "day")
    return lambda match, ctx: meaning


def vague(match: re.Match[str], ctx: Context) -> Meaning | None:
    return VAGUE


def governed_month(match: re.Match[str], ctx: Context) -> Meaning | None:
    """A month after a preposition or a word of part; "by May" is a person as often as not."""
    if not any(match[group] for group in ("bound", "in", "part")):
        return None
    unsure = match["month"] == "May" and (match["bound"] or "").lower() in ("by", "before", "after")
    if unsure and match.string[match.end() : match.end() + 1] not in (",", ".", ";"):
        return None
    return month_alone(match, ctx)


def bare_month(match: re.Match[str], ctx: Context) -> Meaning | None:
    """A month without any preposition ("July sanctions"), unless it is part of a name."""
    return month_alone(match, ctx) if _stands_alone(match) else None


def day_word(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "Today" and its like, unless part of a name (a newspaper, a programme)."""
    return relative_day(match, ctx) if _stands_alone(match) else None


def weekend(match: re.Match[str], ctx: Context) -> Meaning | None:
    """ "The weekend", "over the weekend"."""
    return on.weekend(ctx)


_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
_WORD_BEFORE = re.compile(r"([A-Z][\w'’-]*) $")
_SMALL_WORDS = frozenset(
    "On The In Since That By After Before And But Following Its His Their This A As When".split()
)


def _stands_alone(match: re.Match[str]) -> bool:
    """True if no capitalised word stands beside it, as one would in a name."""
    text, start, end = match.string, match.start(), match.end()
    if not match[0][0].isupper():
        return True
    if _NAME_GOES_ON.match(text, end):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    return before is None or before[1] in _SMALL_WORDS
