"""Time expressions in Spanish, French, Portuguese and German.

Only what names a day, a month or a year: relative words ("hace poco") stay unread. The rules
run on documents of their language alone, so that "mars" and "domingo" stay names in English.
"""

from __future__ import annotations

import re
from functools import cache

from interdict.claims import date_resolution as on
from interdict.claims.date_direction import Direction
from interdict.claims.date_resolution import Context, Meaning
from interdict.claims.date_rules import DateRule, RuleGroup
from interdict.claims.gazetteer import fold

_MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre"
    " diciembre",
    "fr": "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre"
    " décembre|decembre",
    "pt": "janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "de": "januar|jänner februar märz|maerz april mai juni juli august september oktober november"
    " dezember",
}
_DAYS = {
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
}
_OF = {"es": r"\s+de\s+", "fr": r"\s+", "pt": r"\s+de\s+", "de": r"\s+"}
_OF_YEAR = {"es": r"\s+(?:de|del)\s+", "fr": r"\s+", "pt": r"\s+de\s+", "de": r"\s+"}
_YEAR_LEAD = {"es": r"en(?:\s+el\s+año)?", "fr": r"en|depuis", "pt": r"em", "de": r"im\s+Jahr|seit"}
_AHEAD = {
    "es": r"\b(?:a\s+partir\s+del?|será|serán|va\s+a|\w+(?:ará|erá|irá|arán|erán|irán))\b",
    "fr": r"\b(?:à\s+partir\s+du?|à\s+compter\s+du?|dès\s+le|va|vont|\w+(?:era|eront|ira|iront))\b",
    "pt": r"\b(?:a\s+partir\s+de|será|serão|vai|vão|\w+(?:ará|erá|irá|arão|erão|irão))\b",
    "de": r"\b(?:ab\s+dem|wird|werden|soll|sollen)\b",
}
_IN = "en|em|desde|depuis|im|seit|in"
_NUMBER = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w%]|[.,/-]\d)"


def _numbers(names: str) -> dict[str, int]:
    return {fold(w): n for n, each in enumerate(names.split(), 1) for w in each.split("|")}


@cache
def groups_abroad(language: str) -> tuple[RuleGroup, ...]:
    """The rules of a language; none for one that is not read."""
    if language not in _MONTHS:
        return ()
    months, days = _numbers(_MONTHS[language]), _numbers(_DAYS[language])
    month = rf"(?P<month>(?i:{'|'.join(_MONTHS[language].replace(' ', '|').split('|'))}))(?!\w)"
    weekday = rf"(?P<weekday>(?i:{_DAYS[language].replace(' ', '|')}))(?!\w)"
    ordinal = {"fr": r"(?:er)?", "de": r"\.", "es": "", "pt": "º?"}[language]
    lead = rf"(?:{weekday},?\s+(?:el\s+|le\s+|den\s+)?)?"
    of, of_year = _OF[language], _OF_YEAR[language]

    def full(match: re.Match[str], ctx: Context) -> Meaning | None:
        return on.full(int(match["year"]), months[fold(match["month"])], int(match["day"]))

    def month_of_year(match: re.Match[str], ctx: Context) -> Meaning | None:
        return on.full(int(match["year"]), months[fold(match["month"])])

    def day(match: re.Match[str], ctx: Context) -> Meaning | None:
        known = match["weekday"]
        number = days[fold(known)] if known else None
        return on.day_of_month(months[fold(match["month"])], int(match["day"]), ctx, number)

    def month_alone(match: re.Match[str], ctx: Context) -> Meaning | None:
        return on.month(months[fold(match["month"])], ctx)

    def weekday_alone(match: re.Match[str], ctx: Context) -> Meaning | None:
        return on.weekday(days[fold(match["weekday"])], ctx)

    def year(match: re.Match[str], ctx: Context) -> Meaning | None:
        return on.full(int(match["year"]))

    def rule(name: str, pattern: str, reader: object, *, directed: bool = False) -> DateRule:
        compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})")
        return DateRule(f"{language}.{name}", compiled, reader, directed)  # type: ignore[arg-type]

    rules = (
        rule(
            "day-month-year", rf"{lead}{_NUMBER}{ordinal}{of}{month}(?:{of_year}|,\s+){_YEAR}", full
        ),
        rule("month-year", rf"(?:(?i:{_IN})\s+)?{month}(?:{of_year}){_YEAR}", month_of_year),
        rule("day-month", rf"{lead}{_NUMBER}{ordinal}{of}{month}", day, directed=True),
        rule("month", rf"(?i:{_IN})\s+{month}", month_alone, directed=True),
        rule("year", rf"(?i:{_YEAR_LEAD[language]})\s+{_YEAR}", year),
        rule("weekday", weekday, weekday_alone, directed=True),
    )
    return (RuleGroup(re.compile(rf"{month}|{weekday}|(?:1[89]|20)\d\d"), rules),)


def direction_abroad(text: str, start: int, sentence: tuple[int, int], language: str) -> Direction:
    """Ahead if a word of the future stands before the date in its sentence, else back."""
    ahead = re.search(_AHEAD[language], text[sentence[0] : start])
    return Direction.FUTURE if ahead else Direction.PAST
