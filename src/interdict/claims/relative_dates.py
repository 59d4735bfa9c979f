"""Times that are told from another day: "last week", "two days ago", "later this year"."""

from __future__ import annotations

import re
from functools import lru_cache

from interdict.claims import date_readings as read
from interdict.claims.date_patterns import (
    BOUND,
    NUMBER,
    PART,
    PART_NOUN,
    UNIT,
    WEEKDAY,
    WHICH,
    S,
)
from interdict.claims.date_rule import RuleGroup
from interdict.claims.date_rule import date_rule as _rule
from interdict.claims.number_words import DIGITS, WORDS

_RELATING = "last next this past coming previous current following same"
"""The words of `WHICH`."""

_RELATIVE = (
    _rule(
        "weekday",
        rf"(?:(?P<bound>(?i:since|until)){S}+)?"
        rf"(?:(?i:(?:the{S}+|this{S}+)?{WHICH}{S}+))?{WEEKDAY}"
        rf"(?:{S}+(?:morning|afternoon|evening|night)\b)?"
        rf"(?:{S}+of{S}+(?P<of_week>(?i:last|this|next)){S}+week\b)?",
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
        needs="0 1 2 3 4 5 6 7 8 9",
    ),
    _rule(
        "feast",
        rf"(?:on{S}+)?(?P<feast>Christmas{S}+(?:Day|Eve)|New{S}+Year['’]s{S}+(?:Day|Eve))\b",
        read.feast,
        directed=True,
        needs="christmas new",
    ),
    _rule(
        "that-period",
        rf"(?i:(?:(?:in|during|later|earlier|on|by){S}+)?(?:that{S}+(?:same{S}+)?|the{S}+same{S}+)"
        rf"(?P<unit>day|month|year|morning|afternoon|evening|night)\b)",
        read.that_period,
        needs="that same",
    ),
    _rule(
        "end-of-period",
        rf"(?i:(?:{BOUND}|(?:at|towards?|near|in){S}+)?{PART_NOUN}"
        rf"(?:(?P<which>this|next|last|the|coming){S}+)?(?P<unit>month|quarter|year|decade)\b)"
        rf"(?!{S}+(?:of|before|after))",
        read.month_of,
        needs="month quarter year decade",
    ),
    _rule(
        "year-end",
        rf"(?i:(?:{BOUND}|(?:at|towards?|near){S}+)?(?:(?P<which>this|next|last|the){S}+)?"
        rf"(?P<unit>month|year)(?:['’]s{S}+|[-‑]|{S}+)(?P<part>end)\b)(?!{S}+of)",
        read.month_of,
        needs="end",
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
        rf"s?{S}+(?P<way>earlier|later|after{S}+that|before{S}+that|thereafter)\b)"
        rf"(?!{S}+(?:this|than|in{S}the)\b)",
        read.from_previous,
        needs="earlier later that thereafter",
    ),
    _rule(
        "next-to-previous",
        rf"(?i:the{S}+(?P<unit>day|week|month|year){S}+(?P<way>after|before)\b)(?={S}*[,.;])",
        read.next_to_previous,
        needs="after before",
    ),
    _rule(
        "vague",
        rf"(?i:(?:most{S}+)?recently|previously|formerly|currently|until{S}+now"
        rf"|(?:in{S}+recent|in|for){S}+(?:days|weeks|months|years|decades)"
        rf"|shortly{S}+(?:after|before|afterwards)|for{S}+now|so{S}+far|to{S}+date|at{S}+present|right{S}+now"
        rf"|lately|nowadays|these{S}+days|in{S}+the{S}+coming{S}+(?:days|weeks|months|years)"
        rf"|(?:over|in|during){S}+(?:the{S}+)?(?:past|last|recent){S}+(?:days|weeks|months|years)(?!{S}+of)"
        rf"|within{S}+(?:minutes|hours|days|weeks|months)|long{S}+(?:ago|before|after)|(?<=,{S})(?:days|weeks|months){S}+(?:after|before)"
        rf"|(?:some|a{S}+long|a{S}+short){S}+(?:time|while){S}+ago|soon{S}+(?:after|afterwards)|(?<=after{S})(?:weeks|months|years)(?={S}+of))\b",
        read.vague,
        needs="ently viously formerly until days weeks months years decades hours minutes long"
        " shortly now far date"
        " present lately soon while",
    ),
)

_RELATIVE_TRIGGER = re.compile(
    r"day|night|\d(?:st|nd|rd|th)\b|\bnow\b|\bpresent\b|\bdate\b|\bfar\b|\bsoon\b|lately|\bwhile\b|\blong\b|weekend|week|month|year|decade|hour|minute|moment|morrow|morning"
    r"|afternoon|evening|quarter|ago|ently|viously|formerly|until|shortly"
    r"|spring|summer|autumn|\bfall\b|winter"
)


@lru_cache(maxsize=50_000)
def _relative_in(word: str) -> tuple[int, int] | None:
    spans = [match.span() for match in _RELATIVE_TRIGGER.finditer(word)]
    return (spans[0][0], spans[-1][1]) if spans else None


RELATIVE = RuleGroup(_RELATIVE_TRIGGER, _RELATIVE, in_word=_relative_in)
"""The rules, and where they may match."""
