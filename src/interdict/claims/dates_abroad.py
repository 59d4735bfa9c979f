"""Time expressions in Spanish, French, Portuguese and German: names of days, months and years.

Words that count from the document's day or from a date before them ("hace dos semanas", "el
mismo día") are in `relative_abroad.py`. The rules run on documents of their language alone, so
that "mars" and "domingo" stay names in English.
"""

from __future__ import annotations

import re
from functools import cache

from interdict.claims.date_direction import Direction
from interdict.claims.date_readings import Reader
from interdict.claims.date_rule import DateRule, RuleGroup
from interdict.claims.gazetteer import fold
from interdict.claims.readings_abroad import DECADES, ReadingsAbroad
from interdict.claims.relative_abroad import relative_groups

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
_IN = {
    "es": "en", "fr": "en|au(?:\\s+mois\\s+de)?", "pt": "em", "de": "im|in",
}  # fmt: skip
_BOUND = {
    "es": {"desde": "since", "después de": "after", "tras": "after", "hasta": "until",
           "antes de": "before", "a partir de": ""},
    "fr": {"depuis": "since", "après": "after", "jusqu'en": "until", "jusqu’en": "until",
           "avant": "before", "dès": ""},
    "pt": {"desde": "since", "depois de": "after", "após": "after", "até": "until",
           "antes de": "before", "a partir de": ""},
    "de": {"seit": "since", "nach": "after", "bis": "until", "vor": "before", "ab": ""},
}  # fmt: skip
_PART = {
    "es": {"a principios de": "early", "a comienzos de": "early", "a inicios de": "early",
           "a mediados de": "mid", "a finales de": "late", "a fines de": "late"},
    "fr": {"début": "early", "au début de": "early", "à la mi-": "mid", "mi-": "mid",
           "fin": "late", "à la fin de": "late"},
    "pt": {"no início de": "early", "em meados de": "mid", "no final de": "late",
           "no fim de": "late"},
    "de": {"Anfang": "early", "Mitte": "mid", "Ende": "late"},
}  # fmt: skip
_APPROX = {
    "es": "hacia|alrededor de|en torno a",
    "fr": "vers",
    "pt": "por volta de",
    "de": "um|etwa",
}
_ARTICLE = {
    "es": "el|del|al|los",
    "fr": "le|du|au|ce",
    "pt": "no dia|o|do|ao|em",
    "de": "am|den|dem|vom|der",
}
_RANGE = {
    "es": r"\s*(?:-|–|al?|y(?:\s+el)?|hasta(?:\s+el)?)\s*", "fr": r"\s*(?:-|–|au|et(?:\s+le)?)\s*",
    "pt": r"\s*(?:-|–|a|e)\s*", "de": r"\.?\s*(?:-|–|bis(?:\s+zum)?|und)\s*",
}  # fmt: skip
_DAY_LEAD = {
    "es": r"(?:este|el|la|del|al|noche\s+del|tarde\s+del|mañana\s+del)",
    "fr": r"(?:ce|le|du)", "pt": r"(?:n?est[ae]|[nd]?[ao])",
    "de": r"(?:am|an\s+diesem|diesen)",
}  # fmt: skip
_NEXT = {
    "es": r"próximo|que viene|entrante", "fr": r"prochain|prochaine", "pt": r"próxim[ao]|que vem",
    "de": r"nächste[nrs]?|kommende[nrs]?",
}  # fmt: skip
_LAST = {
    "es": r"pasad[oa]|último", "fr": r"dernier|dernière", "pt": r"passad[oa]|últim[oa]",
    "de": r"letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?",
}  # fmt: skip
_THAT_YEAR = {
    "es": r"de(?:l\s+mismo|\s+ese(?:\s+mismo)?|\s+aquel|\s+dicho)\s+año",
    "fr": r"de\s+(?:la\s+même\s+année|cette\s+année-là)",
    "pt": r"d(?:o\s+mesmo|aquele|esse)\s+ano", "de": r"(?:desselben|jenes)\s+Jahres",
}  # fmt: skip
_BESIDE_YEAR = {
    "es": r"del?\s+(?:(?P<ago>pasado\s+año|año\s+pasado|año\s+anterior)|próximo\s+año|año\s+próximo"
    r"|año\s+que\s+viene)",
    "fr": r"de\s+l['’]an(?:née)?\s+(?:(?P<ago>derni(?:er|ère)|passée?)|prochaine?)",
    "pt": r"do\s+(?:(?P<ago>ano\s+passado)|próximo\s+ano|ano\s+que\s+vem)",
    "de": r"(?:(?P<ago>letzten|vergangenen|vorigen)|nächsten|kommenden)\s+Jahres",
}
_THIS_YEAR = {
    "es": r"de\s+este(?:\s+mismo)?\s+año", "fr": r"de\s+cette\s+année", "pt": r"deste\s+ano",
    "de": r"dieses\s+Jahres",
}  # fmt: skip
_BETWEEN = {"es": "entre|de", "fr": "entre|de", "pt": "entre|de", "de": "zwischen|von"}
_AND = {"es": "y|a", "fr": "et|à", "pt": "e|a", "de": "und|bis"}
_DAY_WORD = {"es": r"(?:(?i:el|al|del)\s+)?(?i:día)\s+", "pt": r"(?:(?i:n?o|ao)\s+)?(?i:dia)\s+"}
_NUMBER = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w%]|[.,/-]\d)"

_YEAR_RANGE = (
    rf"(?i:entre|de|desde|between|zwischen|von)\s+{_YEAR}\s*"
    r"(?:-|–|y|a|et|à|e|und|bis|hasta)\s*(?P<year2>1[89]\d\d|20\d\d)(?!\w)"
)


def _numbers(names: str) -> dict[str, int]:
    return {fold(w): n for n, each in enumerate(names.split(), 1) for w in each.split("|")}


def _short_months(language: str) -> dict[str, int]:
    """The first three letters of the months, where they mean one month alone."""
    short: dict[str, list[int]] = {}
    for name, number in _numbers(_MONTHS[language]).items():
        short.setdefault(name[:3], []).append(number)
    return {name: numbers[0] for name, numbers in short.items() if len(set(numbers)) == 1}


def _short_date(language: str) -> str:
    """A day as datelines write it: "14 ene 2026"."""
    months = "|".join(sorted(_short_months(language)))
    return rf"{_NUMBER}\s+(?P<month>(?i:{months}))(?!\w)\.?\s+{_YEAR}"


def _month_range(language: str, month: str) -> str:
    """Two months of one year: "entre enero y junio de 2019", "de este año"."""
    return (
        rf"(?i:{_BETWEEN[language]})\s+{month}\s+(?i:{_AND[language]})\s+"
        rf"{month.replace('<month>', '<month2>')}"
        rf"(?:{_OF_YEAR[language]}{_YEAR}|\s+(?i:{_THIS_YEAR[language]}))"
    )


@cache
def groups_abroad(language: str) -> tuple[RuleGroup, ...]:
    """The rules of a language; none for one that is not read."""
    if language not in _MONTHS:
        return ()
    month = rf"(?P<month>(?i:{'|'.join(_MONTHS[language].replace(' ', '|').split('|'))}))(?!\w)"
    weekday = rf"(?P<weekday>(?i:{_DAYS[language].replace(' ', '|')}))(?!\w)"
    ordinal = {"fr": r"(?:er)?", "de": r"\.", "es": "[°º]?", "pt": "º?"}[language]
    bounds, parts, lead = _BOUND[language], _PART[language], _day_lead(language, weekday)
    of, of_year = _OF[language], _OF_YEAR[language]
    months = _numbers(_MONTHS[language]) | _short_months(language)
    read = ReadingsAbroad(months, _numbers(_DAYS[language]), bounds, parts)
    bound = _lead("bound", bounds)
    coarse = bound + _lead("part", parts)
    in_ = _in(language)
    next_, last, to = _NEXT[language], _LAST[language], _RANGE[language]
    which = _which(language)
    before = rf"(?:(?:el\s+|la\s+|le\s+|o\s+|am\s+)?(?:(?P<nextb>{next_})|(?P<lastb>{last}))\s+)?"

    def rule(name: str, pattern: str, reader: Reader, *, directed: bool = False) -> DateRule:
        compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})")
        return DateRule(f"{language}.{name}", compiled, reader, directed)

    approx = rf"(?:(?P<approx>(?i:{_APPROX[language]}))\s+)"
    days = _DAY_WORD.get(language, r"(?!)")
    number2 = _NUMBER.replace("day", "day2")
    numbered = rf"{lead}{_NUMBER}{ordinal}"
    rules = (
        rule(
            "day-month-year",
            rf"{bound}{lead}{_NUMBER}{ordinal}{of}{month}(?:{of_year}|,\s+){_YEAR}",
            read.full,
        ),
        rule("short-day-month-year", _short_date(language), read.full),
        rule("month-range", _month_range(language, month), read.month_range),
        rule("month-year", rf"{coarse}{in_}?{month}(?:{of_year}){_YEAR}", read.month_of_year),
        rule(
            "day-range",
            rf"{numbered}{to}{number2}{ordinal}{of}{month}(?:{of_year}{_YEAR})?",
            read.day_range,
            directed=True,
        ),
        rule("day-month", rf"{bound}{numbered}{of}{month}", read.day, directed=True),
        rule("month", rf"{coarse}(?P<in>{in_})?{month}{which}", read.month_alone, directed=True),
        rule("month-behind", rf"{in_}?{before}{month}", read.month_behind, directed=True),
        rule("day", rf"{before}{days}{_NUMBER}(?!{of}|[.,]?\d)", read.day_alone, directed=True),
        rule(
            "of-that-year",
            rf"(?:{in_}|{numbered}{of})?{month}\s+(?i:{_THAT_YEAR[language]})(?!\w)",
            read.of_that_year,
        ),
        rule(
            "of-year-beside",
            rf"(?:{in_}|{numbered}{of})?{month}\s+(?i:{_BESIDE_YEAR[language]})(?!\w)",
            read.of_year_beside,
        ),
        rule("year-range", _YEAR_RANGE, read.year_range),
        rule(
            "year",
            rf"(?:{_lead('bound', bounds, must=True)}|{in_}|(?i:{_YEAR_LEAD[language]})\s+"
            rf"|{approx}|{_lead('part', parts, must=True)})(?:el\s+año\s+)?{_YEAR}",
            read.year,
        ),
        rule(
            "decade",
            rf"(?i:(?:(?:en|desde|durante)\s+)?(?:los\s+)?años\s+(?P<decade>{'|'.join(DECADES)}))(?!\w)",
            read.decade,
        ),
        rule(
            "weekday",
            rf"(?:(?i:{_DAY_LEAD[language]})\s+){{0,2}}{before}{weekday}{which}",
            read.weekday_alone,
            directed=True,
        ),
    )
    return (
        RuleGroup(re.compile(rf"{month}|{weekday}|(?:1[89]|20)\d\d|(?i:años|\bd[ií]a\s)"), rules),
        *relative_groups(language),
    )


def _in(language: str) -> str:
    """A pattern of the preposition before a month or a year: "en", "en el mes de"."""
    return (
        rf"(?:(?i:{_IN[language]})(?:\s+(?:el\s+año|(?:el|este|ese)(?:\s+mismo)?\s+mes\s+de|Jahr"
        r"|o\s+ano))?\s+)"
    )


def _which(language: str) -> str:
    """A pattern of "last" and "next" behind a day or a month; German has them in front."""
    if language == "de":
        return r"(?P<next>(?!))?(?P<last>(?!))?"
    return rf"(?:\s+(?:(?P<next>{_NEXT[language]})|(?P<last>{_LAST[language]})))?(?!\w)"


def _day_lead(language: str, weekday: str) -> str:
    """A pattern of what may stand before the number of a day: "el lunes, día "."""
    article = _ARTICLE[language]
    return rf"(?:(?:(?i:{article})\s+)?{weekday},?\s+)?(?:(?i:{article})\s+)?(?:(?i:día)\s+)?"


def _lead(group: str, choices: dict[str, str], *, must: bool = False) -> str:
    """A pattern of words that stand before a date and bear on what it means."""
    words = "|".join(sorted((re.escape(c).replace("\\ ", r"\s+") for c in choices), reverse=True))
    # "del": the preposition with the article of what follows.
    return (
        rf"(?:(?P<{group}>(?i:{words}))(?:l)?(?:\s+(?:(?:est?e|el)(?:\s+mismo)?\s+mes\s+de|el|la|le|o|dem|mes\s+de))?(?:\s+|(?<=-)))"
        + ("" if must else "?")
    )


def direction_abroad(text: str, start: int, sentence: tuple[int, int], language: str) -> Direction:
    """Ahead if a word of the future stands before the date in its sentence, else back.

    A date that opens its clause ("desde el viernes, será ...") is governed by what follows.
    """
    before = text[sentence[0] : start]
    ahead = re.search(_AHEAD[language], before)
    if ahead is None and _OPENS_CLAUSE.search(before):
        ahead = re.search(_AHEAD[language], text[start : min(start + _NEAR, sentence[1])])
    elif ahead is None and language == "es" and _FROM_ON.match(text, start):
        ahead = _FROM_ON.match(text, start)
    return Direction.FUTURE if ahead else Direction.PAST


_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:]|\b(?:y|e|et|und))\s*(?:(?:desde|hasta|para|dès|depuis|ab|seit|bis|até)\s+)?$"
)
_FROM_ON = re.compile(r"a\s+partir\s+de", re.IGNORECASE)
_NEAR = 60
"""How far behind a date that opens its clause the verb of the clause is looked for."""
