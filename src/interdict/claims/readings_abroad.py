"""Readers of dates in other languages: from the groups of a match to what the words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.claims import date_resolution as on
from interdict.claims.date_resolution import Context, Meaning
from interdict.claims.gazetteer import fold


@dataclass(frozen=True, slots=True)
class ReadingsAbroad:
    """The readers of one language.

    `months` and `days` are numbers by folded name; `bounds` and `parts` say what words before a
    date mean ("desde": since, "a finales de": late).
    """

    months: dict[str, int]
    days: dict[str, int]
    bounds: dict[str, str]
    parts: dict[str, str]

    def _month(self, match: re.Match[str]) -> int:
        return self.months[fold(match["month"])]

    def qualified(self, match: re.Match[str], meaning: Meaning | None) -> Meaning | None:
        """The meaning under the words that stand before it."""
        groups = match.groupdict()
        bound, part = groups.get("bound"), groups.get("part")
        return on.qualified(
            meaning,
            _chosen(self.bounds, bound),
            _chosen(self.parts, part),
            approximate=bool(groups.get("approx")),
        )

    def full(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day with its year."""
        named = on.full(int(match["year"]), self._month(match), int(match["day"]))
        return self.qualified(match, named)

    def month_of_year(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A month with its year."""
        return self.qualified(match, on.full(int(match["year"]), self._month(match)))

    def day(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day and month."""
        known = match["weekday"]
        number = self.days[fold(known)] if known else None
        before = match.string[max(0, match.start() - _LATER_WITHIN) : match.start()]
        if ctx.last is not None and _LATER.search(before):
            ctx = on.seen_from_last(ctx)
        named = on.day_of_month(self._month(match), int(match["day"]), ctx, number)
        return self.qualified(match, named)

    def day_alone(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day by its number alone, "el pasado día 6": of this month, or of the one beside it."""
        today, number = ctx.today, int(match["day"])
        if today is None:
            return None
        ahead = bool(match["nextb"]) or (ctx.future and not match["lastb"])
        beyond = number <= today.day if ahead else number > today.day
        month = on.period("month", (1 if ahead else -1) if beyond else 0, ctx)
        year, _, name = (month.edtf or "").partition("-")
        return on.full(int(year), int(name), number) if name else None

    def day_range(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """Two days of a month."""
        number = self._month(match)
        ends = int(match["day"]), int(match["day2"])
        if match["year"]:
            year = int(match["year"])
            return on.between(*(on.full(year, number, each) for each in ends))
        return on.between(*(on.day_of_month(number, each, ctx) for each in ends))

    def month_range(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """Two months of a year, or of this one."""
        known = int(match["year"]) if match["year"] else ctx.published and ctx.published.year
        if not known:
            return None
        ends = self._month(match), self.months[fold(match["month2"])]
        return on.between(*(on.full(known, each) for each in ends))

    def month_alone(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A month behind a preposition, or with "last" or "next"."""
        if not (match["in"] or match["bound"] or match["part"] or match["next"] or match["last"]):
            return None
        ahead = "next" if match["next"] else "last" if match["last"] else None
        return self.qualified(match, on.month(self._month(match), ctx, ahead))

    def month_behind(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A month behind "last" or "next": "el pasado julio"."""
        ahead = "next" if match["nextb"] else "last" if match["lastb"] else None
        return None if ahead is None else on.month(self._month(match), ctx, ahead)

    def of_that_year(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day or month "of that year": in the year last named."""
        if ctx.last is None:
            return None
        known = match["day"]
        return on.full(ctx.last.year, self._month(match), int(known) if known else None)

    def of_year_beside(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day or month of last year, or of the next one: "en julio del año pasado"."""
        if ctx.published is None:
            return None
        known, year = match["day"], ctx.published.year + (-1 if match["ago"] else 1)
        return on.full(year, self._month(match), int(known) if known else None)

    def weekday_alone(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A day of the week."""
        forward = match["next"] or match["nextb"]
        back = match["last"] or match["lastb"]
        ahead = "next" if forward else "last" if back else None
        return on.weekday(self.days[fold(match["weekday"])], ctx, ahead)

    def year(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """A year."""
        return self.qualified(match, on.full(int(match["year"])))

    def year_range(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """Two years."""
        return on.between(on.full(int(match["year"])), on.full(int(match["year2"])))

    def decade(self, match: re.Match[str], ctx: Context) -> Meaning | None:
        """ "Los años noventa": ten years of the last century."""
        first = 1900 + 10 * (DECADES.index(fold(match["decade"])) + 2)
        return Meaning(f"{first}/{first + 9}", "decade")


_LATER = re.compile(
    r"\b(?:más\starde|después|plus\stard|après|mais\starde|depois|später|danach),?\s$", re.I
)
_LATER_WITHIN = 16
DECADES = ("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
"""Spanish names of decades, folded, from the twenties on."""


def _chosen(choices: dict[str, str], words: str | None) -> str | None:
    """What words that stand before a date mean, in any case and with any white space.

    None where they mean nothing more: "a partir del 5 de marzo" names the day.
    """
    if words is None:
        return None
    plain = " ".join(words.split()).casefold()
    return next((v for name, v in choices.items() if name.casefold() == plain), None) or None
