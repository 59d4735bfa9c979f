"""The rules that read time expressions: one row each of id, pattern and reader.

Where matches overlap, the one that starts first and is longest wins, and among equals the
earlier row. A reader that returns None says that the match is no date after all. What only
looks like a date (URLs, names of groups, titles of laws) is in `date_blocks.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

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
    NUMBER,
    PART,
    PART_NOUN,
    PLAIN_MONTH,
    TO,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
    S,
)
from interdict.claims.number_words import DIGITS, WORDS


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a time; `directed` if the words around it decide past or future.

    `needs` are strings in small letters of which the expression holds at least one; empty if
    nothing of the kind can be said.
    """

    id: str
    pattern: re.Pattern[str]
    read: read.Reader
    directed: bool = False
    needs: tuple[str, ...] = ()

    def may_match(self, lowered: str) -> bool:
        """False if the rule can match nowhere in a text that is given in small letters."""
        for need in self.needs:
            if need in lowered:
                return True
        return not self.needs


def _rule(
    name: str, pattern: str, reader: read.Reader, *, directed: bool = False, needs: str = ""
) -> DateRule:
    compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})")
    return DateRule(name, compiled, reader, directed, tuple(needs.split()))


_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_RELATING = "last next this past coming previous current following same"
"""The words of `WHICH`."""


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
    ),
    _rule(
        "day-month-year",
        rf"{BOUND}?{DATED_WEEKDAY}(?:the{S}+)?{DAY}(?:{S}+of{S}+|{S}+|-){MONTH}(?:,?{S}+|-){YEAR}",
        read.day_month_year,
    ),
    _rule(
        "month-year-range",
        rf"(?i:from|between){S}+{MONTH},?{S}+{YEAR}{TO}{MONTH_2},?{S}+(?P<year2>(?:19|20)\d\d)(?!\w)",
        read.month_year_range,
    ),
    _rule(
        "full-range",
        rf"(?i:from|between){S}+(?:{MONTH}{S}+{DAY},?|{DAY_FIRST}{S}+{MONTH_FIRST}){S}+{YEAR},?{TO}"
        rf"(?:{MONTH_2}{S}+{DAY_2},?|{DAY_2_FIRST}{S}+{MONTH_2_FIRST}){S}+(?P<year2>(?:19|20)\d\d)(?!\w)",
        read.full_range,
    ),
    _rule("month-year", rf"{COARSE}{MONTH}(?:,|{S}+of)?{S}+{YEAR}", read.month_year),
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
        rf"(?i:from|between|in|during){S}+(?P<year>1[89]\d\d|20\d\d){TO}"
        r"(?P<year2>(?:1[89]|20)?\d\d)(?![\w%]|[.,/-]\d)",
        read.year_range,
        needs="from between in during",
    ),
    _rule(
        "year-approximate",
        rf"{BOUND}?(?:(?i:in){S}+)?{APPROX}{YEAR}{NOT_COUNTED}",
        read.plain_year,
    ),
    _rule("year-part", rf"{BOUND}?(?:(?i:in){S}+)?{PART}{YEAR}", read.plain_year),
    _rule("year-bounded", rf"{BOUND}{YEAR}{NO_COUNT}{NOT_COUNTED}", read.plain_year),
    _rule(
        "year",
        rf"(?i:in|during|throughout|back{S}+in|as{S}+early{S}+as){S}+{YEAR}{NO_COUNT}",
        read.plain_year,
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
        rf"(?:(?<=[Tt]he )|(?<=\b[Aa] )){YEAR}(?={S}+(?:[a-z]+{S}+)?{EVENT})",
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
        rf"{COARSE}(?:(?:the{S}+)?{DAY}(?:{S}+of{S}+|{S}+))?{MONTH}{S}+(?:of{S}+)?"
        rf"(?P<whose>(?i:that|this|last|next|(?:the{S}+)?same|(?:the{S}+)?following"
        rf"|(?:the{S}+)?previous)){S}+year\b",
        read.of_that_year,
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
        rf"{PART}?(?P<which>(?i:last|next|this|past)){S}+{MONTH}",
        read.month_alone,
        directed=True,
        needs="last next this past",
    ),
    _rule("month-bare", PLAIN_MONTH, read.bare_month, directed=True),
)

_RELATIVE = (
    _rule(
        "weekday",
        rf"(?:(?P<bound>(?i:since|until)){S}+)?"
        rf"(?:(?i:(?:the{S}+|this{S}+)?{WHICH}{S}+))?{WEEKDAY}"
        rf"(?:{S}+(?:morning|afternoon|evening|night)\b)?",
        read.weekday_alone,
        directed=True,
        needs="day",
    ),
    _rule(
        "weekend",
        rf"(?i:(?:(?:over|at|on|during){S}+)?the{S}+weekend\b)",
        read.weekend,
        directed=True,
        needs="weekend",
    ),
    _rule(
        "part-of-current",
        rf"(?i:(?P<side>earlier|later){S}+(?:this|in{S}+the)"
        rf"{S}+(?P<unit>week|month|year|decade)\b)",
        read.part_of_current,
        needs="earlier later",
    ),
    _rule(
        "day-of-that-month",
        rf"(?i:(?:on|by|from|until|since){S}+)the{S}+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
        rf"(?!{S}+(?:of|[a-z]*day|anniversary|century|time|floor|place|round|session|[A-Z]))",
        read.day_of_that_month,
        needs="th st nd rd",
    ),
    _rule(
        "that-period",
        rf"(?i:(?:(?:in|during|later|earlier|on|by){S}+)?(?:that{S}+(?:same{S}+)?|the{S}+same{S}+)"
        rf"(?P<unit>day|month|year|morning|afternoon|evening|night)\b)",
        read.that_period,
    ),
    _rule(
        "end-of-period",
        rf"(?i:(?:{BOUND}|(?:at|towards?|near|in){S}+)?{PART_NOUN}"
        rf"(?:(?P<which>this|next|last|the|coming){S}+)?(?P<unit>month|quarter|year|decade)\b)"
        rf"(?!{S}+(?:of|before|after))",
        read.month_of,
    ),
    _rule(
        "half-of-year",
        rf"(?i:(?:in{S}+)?the{S}+(?P<half>first|second|last){S}+half{S}+of{S}+"
        rf"(?P<which>the|this|last|next){S}+year\b)",
        read.half_of_year,
        needs="half",
    ),
    _rule(
        "season",
        rf"(?i:(?:(?P<bound>since){S}+|in{S}+)?(?P<which>last|this|next){S}+"
        rf"(?P<season>spring|summer|autumn|fall|winter)\b)",
        read.season,
        needs="spring summer autumn fall winter",
    ),
    _rule(
        "stretch",
        rf"(?i:(?:(?:in|over|for|during|within){S}+)?the{S}+{WHICH}{S}+{NUMBER}{S}+{UNIT})",
        read.stretch,
        needs=_RELATING,
    ),
    _rule(
        "calendar-period",
        rf"(?i:{PART}?(?P<the>the{S}+)?{WHICH}"
        rf"{S}+(?P<unit>day|weekend|week|month|quarter|year|decade)\b)",
        read.calendar_period,
        directed=True,
        needs=_RELATING,
    ),
    _rule(
        "day-word",
        rf"(?i:(?P<word>today|tonight|yesterday|tomorrow|last{S}+night"
        rf"|this{S}+(?:morning|afternoon|evening))\b)",
        read.day_word,
        needs="today tonight yesterday tomorrow last this",
    ),
    _rule(
        "ago",
        rf"(?i:(?P<over>(?:more{S}+than|over){S}+)?(?:(?:about|around|nearly|almost|some){S}+)?"
        rf"{NUMBER}{S}+{UNIT}{S}+ago\b)",
        read.ago,
        needs="ago",
    ),
    _rule(
        "from-previous-event",
        rf"(?i:(?:(?P<n>{DIGITS}|{WORDS}|an?){S}+)?(?P<unit>minute|moment|hour|day|week|month|year)"
        rf"s?{S}+(?P<way>earlier|later)\b)(?!{S}+(?:this|than|in{S}the)\b)",
        read.from_previous,
        needs="earlier later",
    ),
    _rule(
        "vague",
        rf"(?i:(?:most{S}+)?recently|previously|formerly|currently|until{S}+now"
        rf"|(?:in{S}+recent|in|for){S}+(?:days|weeks|months|years|decades)"
        rf"|shortly{S}+(?:after|before|afterwards)|for{S}+now|so{S}+far|to{S}+date|at{S}+present|right{S}+now"
        rf"|lately|nowadays|these{S}+days|in{S}+the{S}+coming{S}+(?:days|weeks|months|years)"
        rf"|(?:over|in|during){S}+(?:the{S}+)?(?:past|last|recent){S}+(?:days|weeks|months|years)(?!{S}+of)"
        rf"|within{S}+(?:days|weeks|months)|(?<=,{S})(?:days|weeks|months){S}+(?:after|before)"
        rf"|(?:some|a{S}+long|a{S}+short){S}+(?:time|while){S}+ago|soon{S}+(?:after|afterwards)|(?<=after{S})(?:weeks|months|years)(?={S}+of))\b",
        read.vague,
        needs="ently viously formerly until days weeks months years decades shortly now far date"
        " present lately soon while",
    ),
)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that can match only near their trigger; elsewhere they need not be tried.

    `in_word` tells for one word in small letters from where to where it holds the trigger,
    where the trigger is nothing but (a part of) one word.
    """

    trigger: re.Pattern[str]
    rules: tuple[DateRule, ...]
    in_word: Callable[[str], tuple[int, int] | None] | None = None


_RELATIVE_TRIGGER = re.compile(
    r"day|night|\d(?:st|nd|rd|th)\b|\bnow\b|\bpresent\b|\bdate\b|\bfar\b|\bsoon\b|lately|\bwhile\b|weekend|week|month|year|decade|hour|minute|moment|morrow|morning"
    r"|afternoon|evening|quarter|ago|ently|viously|formerly|until|shortly"
    r"|spring|summer|autumn|\bfall\b|winter"
)


@lru_cache(maxsize=50_000)
def _relative_in(word: str) -> tuple[int, int] | None:
    spans = [match.span() for match in _RELATIVE_TRIGGER.finditer(word)]
    return (spans[0][0], spans[-1][1]) if spans else None


GROUPS = (
    RuleGroup(re.compile(r"(?:1[89]|20)\d\d"), _WITH_YEAR),
    RuleGroup(
        re.compile(
            r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
            r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|9/11"
        ),
        _WITHOUT_YEAR,
    ),
    RuleGroup(
        _RELATIVE_TRIGGER,
        _RELATIVE,
        in_word=_relative_in,
    ),
)
RULES: tuple[DateRule, ...] = tuple(rule for group in GROUPS for rule in group.rules)
"""All rules, in order of preference."""
