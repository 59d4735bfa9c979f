"""Relative times in Spanish, French, Portuguese and German: "hace dos semanas", "hier".

They count from the document's own day ("la semana pasada"), or from the date last named in the
text ("el mismo día", "cuatro años después"). One table of words a language, one set of rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from interdict.claims import date_resolution as on
from interdict.claims.date_readings import Reader
from interdict.claims.date_resolution import VAGUE, Context, Meaning
from interdict.claims.date_rule import DateRule, RuleGroup
from interdict.claims.gazetteer import fold

COUNTED = {
    "es": "un|una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11"
    " doce=12 quince=15 veinte=20 treinta=30",
    "fr": "un|une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11"
    " douze=12 quinze=15 vingt=20 trente=30",
    "pt": "um|uma=1 dois|duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10"
    " onze=11 doze=12 quinze=15 vinte=20 trinta=30",
    "de": "ein|eine|einem|einer|einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9"
    " zehn=10 elf=11 zwölf=12 fünfzehn=15 zwanzig=20 dreißig=30",
}
UNITS = {
    "es": "día|días=day semana|semanas=week mes|meses=month año|años=year década|décadas=decade"
    " hora|horas=hour",
    "fr": "jour|jours=day semaine|semaines=week mois=month an|ans|année|années=year"
    " heure|heures=hour décennie|décennies=decade",
    "pt": "dia|dias=day semana|semanas=week mês|meses=month ano|anos=year hora|horas=hour"
    " década|décadas=decade",
    "de": "tag|tage|tagen|tages=day woche|wochen=week monat|monate|monaten|monats=month"
    " jahr|jahre|jahren|jahres=year stunde|stunden=hour jahrzehnt|jahrzehnte|jahrzehnten=decade",
}
_DAYS = {
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "anoche": -1, "esta noche": 0, "esta mañana": 0,
           "esta tarde": 0, "este mismo día": 0, "por la noche": 0, "por la mañana": 0,
           "por la tarde": 0, "pasado mañana": 2, "para mañana": 1, "hasta mañana": 1,
           "desde mañana": 1, "partir de mañana": 1, "mañana mismo": 1,
           "mañana lunes": 1, "mañana martes": 1, "mañana miércoles": 1, "mañana jueves": 1,
           "mañana viernes": 1, "mañana sábado": 1, "mañana domingo": 1},
    "fr": {"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "avant-hier": -2, "demain": 1,
           "ce soir": 0, "ce matin": 0},
    "pt": {"hoje": 0, "ontem": -1, "anteontem": -2, "amanhã": 1, "esta noite": 0},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2},
}  # fmt: skip
"""Words for days seen from the document's; "mañana" alone is as often the morning."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns of one language, each around a number `n` and a unit `unit`; ~ divides them."""

    this: str
    last: str
    next: str
    ago: str
    after: str
    before: str
    same: str
    past: str
    since: str
    vague: str


_LANGUAGES = {
    "es": _Words(
        this=r"(?:en\s+)?est[ea](?:\s+mism[oa])?\s+{unit}",
        last=r"(?:en\s+)?(?:el|la)\s+pasad[oa]\s+{unit}~(?:en\s+)?(?:el|la)\s+{unit}\s+pasad[oa]",
        next=r"(?:en\s+)?(?:el|la)\s+próxim[oa]\s+{unit}"
        r"~(?:en\s+)?(?:el|la)\s+{unit}\s+(?:próxim[oa]|que\s+viene)",
        ago=r"(?:desde\s+)?hace\s+(?:más\s+de\s+|casi\s+|unos\s+|unas\s+)?{n}\s+{unit}",
        after=r"{n}\s+{unit}\s+(?:después|más\s+tarde)(?!\s+de)",
        before=r"{n}\s+{unit}\s+(?:antes|atrás)(?!\s+de)",
        same=r"(?:en\s+)?(?:(?:el|la|ese|esa|aquel|aquella)\s+mism[oa]|ese|esa|aquel|aquella)\s+{unit}",
        past=r"en\s+(?:los|las)\s+últim[oa]s\s+{n}\s+{unit}",
        since=r"desde\s+",
        vague=r"recientemente|hace\s+poco|actualmente|hasta\s+ahora|por\s+ahora|anteriormente"
        r"|en\s+(?:los|las)\s+últim[oa]s\s+(?:días|semanas|meses|años)|desde\s+hace\s+años"
        r"|hace\s+(?:años|meses|semanas|días)|poco\s+después|en\s+breve|horas\s+(?:después|antes)"
        r"|(?:días|semanas|meses|años|décadas)\s+(?:atrás|antes|después|más\s+tarde)(?!\s+de)"
        r"|(?:durante|desde\s+hace|en\s+cuestión\s+de)\s+(?:horas|días|semanas|meses|años|décadas)",
    ),
    "fr": _Words(
        this=r"ce(?:tte|t)?\s+{unit}",
        last=r"(?:le\s+|la\s+|l['’])?{unit}\s+(?:derni(?:er|ère)|passée?)",
        next=r"(?:le\s+|la\s+|l['’])?{unit}\s+prochaine?",
        ago=r"il\s+y\s+a\s+(?:plus\s+de\s+|près\s+de\s+|environ\s+)?{n}\s+{unit}",
        after=r"{n}\s+{unit}\s+(?:après|plus\s+tard)(?!\s+(?:le|la|les|l['’]))",
        before=r"{n}\s+{unit}\s+(?:avant|plus\s+tôt|auparavant)(?!\s+(?:le|la|les|l['’]))",
        same=r"(?:le|la)\s+même\s+{unit}~cette?\s+{unit}-là",
        past=r"(?:au\s+cours\s+)?des\s+{n}\s+derni(?:ers|ères)\s+{unit}",
        since=r"depuis\s+",
        vague=r"récemment|actuellement|jusqu['’]à\s+présent|auparavant|pour\s+l['’]instant"
        r"|ces\s+derni(?:ers|ères)\s+(?:jours|semaines|mois|années)",
    ),
    "pt": _Words(
        this=r"n?est[ea](?:\s+mesm[oa])?\s+{unit}",
        last=r"(?:n?[oa]\s+)?{unit}\s+passad[oa]~(?:n?[oa]\s+)?últim[oa]\s+{unit}",
        next=r"(?:n?[oa]\s+)?próxim[oa]\s+{unit}~(?:n?[oa]\s+)?{unit}\s+que\s+vem",
        ago=r"há\s+(?:mais\s+de\s+|quase\s+|cerca\s+de\s+)?{n}\s+{unit}",
        after=r"{n}\s+{unit}\s+(?:depois|mais\s+tarde)(?!\s+d)",
        before=r"{n}\s+{unit}\s+(?:antes|atrás)(?!\s+d)",
        same=r"n?(?:o|a|aquele|aquela|esse|essa)\s+mesm[oa]\s+{unit}~naquel[ea]\s+{unit}",
        past=r"n[oa]s\s+últim[oa]s\s+{n}\s+{unit}",
        since=r"desde\s+",
        vague=r"recentemente|atualmente|até\s+agora|anteriormente|por\s+enquanto"
        r"|n[oa]s\s+últim[oa]s\s+(?:dias|semanas|meses|anos)|há\s+(?:anos|meses|semanas|dias)",
    ),
    "de": _Words(
        this=r"(?:in\s+)?diese[nrsm]?\s+{unit}",
        last=r"(?:im\s+|in\s+der\s+)?(?:letzte|vergangene|vorige)[nrsm]?\s+{unit}",
        next=r"(?:im\s+|in\s+der\s+)?(?:nächste|kommende)[nrsm]?\s+{unit}",
        ago=r"vor\s+(?:mehr\s+als\s+|fast\s+|rund\s+|etwa\s+)?{n}\s+{unit}",
        after=r"{n}\s+{unit}\s+(?:später|danach)",
        before=r"{n}\s+{unit}\s+(?:zuvor|vorher|früher)",
        same=r"(?:am|im|in\s+der)\s+(?:selben|gleichen)\s+{unit}",
        past=r"in\s+den\s+(?:letzten|vergangenen)\s+{n}\s+{unit}",
        since=r"seit\s+",
        vague=r"kürzlich|derzeit|bisher|zuvor|vorerst|in\s+den\s+letzten\s+(?:Tagen|Wochen|Monaten"
        r"|Jahren)",
    ),
}


def pairs(row: str) -> dict[str, str]:
    """A row of a table ("un|una=1 dos=2") as values by word."""
    found = {}
    for each in row.split():
        words, _, value = each.partition("=")
        found.update(dict.fromkeys(words.split("|"), value))
    return found


@cache
def relative_groups(language: str) -> tuple[RuleGroup, ...]:
    """The rules of relative times of a language; none for one that is not read."""
    if language not in _LANGUAGES:
        return ()
    words = _LANGUAGES[language]
    counted, units = pairs(COUNTED[language]), pairs(UNITS[language])
    number = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(counted, key=len, reverse=True))})"
    unit = rf"(?P<unit>{'|'.join(sorted(units, key=len, reverse=True))})(?!\w)"
    by_fold = {fold(word): value for word, value in units.items()}
    days = {fold(word): value for word, value in _DAYS[language].items()}

    def unit_of(match: re.Match[str]) -> str:
        return by_fold[fold(match["unit"])]

    def number_of(match: re.Match[str]) -> int:
        said = match["n"].lower()
        return int(said) if said.isdigit() else int(counted[said])

    def step(n: int) -> Reader:
        def read(match: re.Match[str], ctx: Context) -> Meaning | None:
            name = unit_of(match)
            return on.period(name, n, ctx) if name in _PERIODS else None

        return read

    def ago(match: re.Match[str], ctx: Context) -> Meaning | None:
        name = unit_of(match)
        if name == "hour":
            return on.relative_day(0, ctx)
        return on.ago(number_of(match), name, ctx)

    def later(sign: int) -> Reader:
        def read(match: re.Match[str], ctx: Context) -> Meaning | None:
            name = unit_of(match)
            if name == "hour":
                return on.same("day", ctx)
            found = on.counted_from_last(sign * number_of(match), name, ctx)
            return found if found.edtf else None  # with nothing to count from, a length of time

        return read

    def same(match: re.Match[str], ctx: Context) -> Meaning | None:
        name = unit_of(match)
        return on.same(name, ctx) if name in ("day", "month", "year") else None

    def past(match: re.Match[str], ctx: Context) -> Meaning | None:
        name = unit_of(match)
        return None if name == "hour" else on.last_or_next(number_of(match), name, ctx, ahead=False)

    def day_word(match: re.Match[str], ctx: Context) -> Meaning | None:
        named = on.relative_day(days[fold(" ".join(match["word"].split()))], ctx)
        return on.qualified(named, "since" if match["since"] else None, None, approximate=False)

    def rule(name: str, patterns: str, reader: Reader) -> list[DateRule]:
        made = []
        for pattern in patterns.split("~"):
            filled = pattern.replace("{n}", number).replace("{unit}", unit)
            compiled = re.compile(rf"(?<!\w)(?i:{filled})(?!\w)")
            made.append(DateRule(f"{language}.{name}", compiled, reader))
        return made

    day_words = "|".join(sorted(_DAYS[language], key=len, reverse=True)).replace(" ", r"\s+")
    rules = (
        *rule("day-word", rf"(?P<since>{words.since})?(?P<word>{day_words})", day_word),
        *rule("this-period", words.this, step(0)),
        *rule("last-period", words.last, step(-1)),
        *rule("next-period", words.next, step(1)),
        *rule("ago", words.ago, ago),
        *rule("later", words.after, later(1)),
        *rule("earlier", words.before, later(-1)),
        *rule("same", words.same, same),
        *rule("past-stretch", words.past, past),
        *rule("vague", words.vague, _vague_unless_after(counted)),
    )
    trigger = re.compile(rf"(?i:{'|'.join([*units, day_words, words.vague])})")
    return (RuleGroup(trigger, rules),)


def _vague_unless_after(counted: Collection[str]) -> Reader:
    """ "Años antes" is vague, and a length of time behind a number ("dos años antes")."""

    def read(match: re.Match[str], ctx: Context) -> Meaning | None:
        before = match.string[max(0, match.start() - 20) : match.start()].lower().split()[-1:]
        return None if before and (before[0] in counted or before[0].isdigit()) else VAGUE

    return read


_PERIODS = frozenset({"week", "month", "year", "decade"})
