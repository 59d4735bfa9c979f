"""The rules that read time expressions: one row each of id, pattern and reader.

Where matches overlap, the one that starts first and is longest wins, and among equals the
earlier row. A reader that returns None says that the match is no date after all. What only
looks like a date (URLs, names of groups, titles of laws) is in `date_blocks.py`.
"""

from __future__ import annotations

import re

from interdict.claims import date_readings as read
from interdict.claims.date_patterns import (
    APPROX,
    BOUND,
    COARSE,
    DATED_WEEKDAY,
    DAY,
    DAY_2,
    DAY_2_FIRST,
    DAY_FIRST,
    EVENT,
    MONTH,
    MONTH_2,
    MONTH_2_FIRST,
    MONTH_FIRST,
    NO_COUNT,
    NOT_COUNTED,
    PART,
    PLAIN_MONTH,
    TO,
    YEAR,
    S,
)
from interdict.claims.date_rule import DateRule, RuleGroup
from interdict.claims.date_rule import date_rule as _rule
from interdict.claims.relative_dates import RELATIVE

_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_WITH_YEAR = (
    _rule(
        "iso-date",
        r"(?<![/.-])(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
        read.iso,
        needs="-",
    ),
    _rule(
        "slash-date",
        r"(?<![/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\w/])",
        read.slashes,
        needs="/",
    ),
    _rule(
        "month-day-year",
        rf"{BOUND}?{DATED_WEEKDAY}{MONTH}{S}+(?:the{S}+)?{DAY},?{S}+{YEAR}",
        read.day_month_year,
        needs=_MONTHS,
    ),
    _rule(
        "day-month-year",
        rf"{BOUND}?{DATED_WEEKDAY}(?:the{S}+)?{DAY}(?:{S}+of{S}+|{S}+|-){MONTH}(?:,?{S}+|-){YEAR}",
        read.day_month_year,
        needs=_MONTHS,
    ),
    _rule(
        "month-year-range",
        rf"(?i:from|between){S}+{MONTH},?{S}+{YEAR}{TO}{MONTH_2},?{S}+(?P<year2>(?:19|20)\d\d)(?!\w)",
        read.month_year_range,
        needs=_MONTHS,
    ),
    _rule(
        "full-range",
        rf"(?i:from|between){S}+(?:{MONTH}{S}+{DAY},?|{DAY_FIRST}{S}+{MONTH_FIRST}){S}+{YEAR},?{TO}"
        rf"(?:{MONTH_2}{S}+{DAY_2},?|{DAY_2_FIRST}{S}+{MONTH_2_FIRST}){S}+(?P<year2>(?:19|20)\d\d)(?!\w)",
        read.full_range,
        needs=_MONTHS,
    ),
    _rule("month-year", rf"{COARSE}{MONTH}(?:,|{S}+of)?{S}+{YEAR}", read.month_year, needs=_MONTHS),
    _rule(
        "quarter",
        rf"(?:(?i:in{S}+)?(?i:the{S}+)?(?:(?P<quarter>first|second|third|fourth|last){S}+quarter"
        rf"(?:{S}+of)?|Q(?P<q>[1-4]))){S}+{YEAR}",
        read.quarter,
        needs="quarter q1 q2 q3 q4",
    ),
    _rule(
        "season-year",
        rf"(?i:in{S}+)?(?i:the{S}+)?(?i:spring|summer|autumn|fall|winter){S}+(?:of{S}+)?{YEAR}",
        read.plain_year,
        needs="spring summer autumn fall winter",
    ),
    _rule(
        "decade",
        rf"(?:(?i:in|since|during|from){S}+)?{PART}?(?:(?i:the){S}+)?"
        r"(?P<year>(?:1[89]|20)\d0)s(?!\w)",
        read.decade,
        needs="0s",
    ),
    _rule(
        "year-range",
        rf"(?!from{S}+\d{{4}}{S}+and)(?i:from|between|in|during){S}+(?P<year>1[89]\d\d|20\d\d){TO}"
        r"(?P<year2>(?:1[89]|20)?\d\d)(?![\w%]|[.,/-]\d)",
        read.year_range,
        needs="from between in during",
    ),
    _rule(
        "year-approximate",
        rf"{BOUND}?(?:(?i:in){S}+)?{APPROX}{YEAR}{NOT_COUNTED}",
        read.plain_year,
        needs="around about circa c. ca. approximately roughly",
    ),
    _rule(
        "year-part",
        rf"{BOUND}?(?:(?i:in){S}+)?{PART}{YEAR}",
        read.plain_year,
        needs="early late mid beginning start end",
    ),
    _rule(
        "year-bounded",
        rf"{BOUND}{YEAR}{NO_COUNT}{NOT_COUNTED}",
        read.plain_year,
        needs="since until till through before after by",
    ),
    _rule(
        "year",
        rf"(?i:in|during|throughout|back{S}+in|as{S}+(?:early|late|recently){S}+as"
        rf"|as{S}+(?:long{S}+ago|far{S}+back){S}+as|dat(?:es|ed|ing){S}+(?:back{S}+)?(?:from|to)"
        rf"|(?:goes|going|go|went|stretch(?:es|ing)){S}+back{S}+to){S}+{YEAR}{NO_COUNT}",
        read.plain_year,
    ),
    _rule(
        "year-from",
        rf"(?:(?<=\bfrom{S})|(?<=\d{{4}}{S}and{S}))(?:the{S}+year{S}+)?{YEAR}{NO_COUNT}{NOT_COUNTED}",
        read.plain_year,
        needs="from and",
    ),
    _rule(
        "year-of",
        rf"(?<=[a-z]{S})of{S}+{YEAR}{NO_COUNT}{NOT_COUNTED}",
        read.plain_year,
        needs="of",
    ),
    _rule(
        "half-year",
        rf"(?:(?i:in{S}+)?(?i:the{S}+)?(?P<half>first|second|last){S}+half{S}+of){S}+{YEAR}",
        read.half_year,
        needs="half",
    ),
    _rule(
        "year-of-event",
        rf"(?:(?<=[Tt]he )|(?<=\b[Aa] )){YEAR}(?={S}+(?:[A-Za-z]+{S}+){{0,2}}{EVENT})",
        read.plain_year,
    ),
)

_WITHOUT_YEAR = (
    # Days that need no year: with any other they would be resolved against the document.
    _rule(
        "september-11",
        rf"Sept(?:ember|\.)?{S}+11(?:th)?(?={S}+(?:attack|terror|hijack))|9/11(?![/\d])",
        read.fixed("2001-09-11"),
        needs="sep 9/11",
    ),
    _rule(
        "october-7",
        rf"Oct(?:ober|\.)?{S}+7(?:th)?(?={S}+(?:attack|massacre|terror))",
        read.fixed("2023-10-07"),
        needs="oct",
    ),
    _rule(
        "month-day-range",
        rf"{MONTH}{S}+{DAY}{TO}(?:{MONTH_2}{S}+)?{DAY_2}(?:,?{S}+{YEAR})?{NO_COUNT}",
        read.day_range,
        directed=True,
        needs=_DIGITS,
    ),
    _rule(
        "day-month-range",
        rf"(?:the{S}+)?{DAY}{TO}(?:the{S}+)?{DAY_2}{S}+(?:of{S}+)?{MONTH}(?:,?{S}+{YEAR})?",
        read.day_range,
        directed=True,
        needs=_DIGITS,
    ),
    _rule(
        "month-day",
        rf"{BOUND}?{DATED_WEEKDAY}{MONTH}{S}+(?:the{S}+)?{DAY}{NO_COUNT}",
        read.day_and_month,
        directed=True,
        needs=_DIGITS,
    ),
    _rule(
        "day-month",
        rf"{BOUND}?{DATED_WEEKDAY}(?:the{S}+)?{DAY}(?:{S}+of{S}+|{S}+){MONTH}",
        read.day_and_month,
        directed=True,
        needs=_DIGITS,
    ),
    _rule(
        "of-that-year",
        rf"{COARSE}(?:(?:the{S}+)?{DAY_FIRST}(?:{S}+of{S}+|{S}+))?{MONTH}(?:{S}+{DAY})?,?{S}+(?:of{S}+)?"
        rf"(?P<whose>(?i:that|this|last|next|(?:the{S}+)?same|(?:the{S}+)?following"
        rf"|(?:the{S}+)?previous)){S}+year\b",
        read.of_that_year,
        needs="year",
    ),
    _rule(
        "that-month",
        rf"(?i:(?:in|during){S}+)?that{S}+(?:same{S}+)?{MONTH}",
        read.that_month,
        needs="that",
    ),
    _rule(
        "month-range",
        rf"(?i:from|between){S}+{MONTH}{S}+(?:to|and|until|through){S}+{MONTH_2}(?:{S}+{YEAR})?",
        read.month_range,
        directed=True,
        needs="from between",
    ),
    _rule(
        "month-pair",
        rf"(?i:in|during){S}+{MONTH}{S}+and{S}+{MONTH_2}(?:{S}+{YEAR})?",
        read.month_range,
        directed=True,
        needs="and",
    ),
    _rule(
        "month-governed",
        rf"(?=(?i:[bsutdiemlao][a-z]{{1,9}})[ -]){COARSE}{MONTH}",
        read.governed_month,
        directed=True,
    ),
    _rule(
        "month-relative",
        rf"{BOUND}?{PART}?(?P<which>(?i:last|next|this|past)){S}+{MONTH}",
        read.month_alone,
        directed=True,
        needs="last next this past",
    ),
    _rule("month-bare", PLAIN_MONTH, read.bare_month, directed=True),
)

GROUPS = (
    RuleGroup(re.compile(r"(?:1[89]|20)\d\d"), _WITH_YEAR),
    RuleGroup(
        re.compile(
            r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
            r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|9/11"
        ),
        _WITHOUT_YEAR,
    ),
    RELATIVE,
)
RULES: tuple[DateRule, ...] = tuple(rule for group in GROUPS for rule in group.rules)
"""All rules, in order of preference."""
