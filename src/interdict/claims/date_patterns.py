"""The building blocks of the date rules' patterns. None of them crosses a line."""

from __future__ import annotations

from interdict.claims.number_words import DIGITS, WORDS

S = r"[ \t\u00a0\u202f\r\n]"
"""White space inside an expression; lines of official texts are broken anywhere."""

_MONTH_NAMES = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
MONTH = rf"(?P<month>(?i:{_MONTH_NAMES}))(?!\w)"
MONTH_2 = rf"(?P<month2>(?i:{_MONTH_NAMES}))(?!\w)"

PLAIN_MONTH = r"(?P<month>January|February|July|September|October|November|December)(?!\w)"
"""Months that are no other word and nobody's name."""

_DAY_NUMBER = r"3[01]|[12]\d|0?[1-9]"
DAY = rf"(?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)?(?!\w|[.,]\d)"
DAY_2 = rf"(?P<day2>{_DAY_NUMBER})(?:st|nd|rd|th)?(?!\w|[.,]\d)"
MONTH_FIRST = MONTH.replace("<month>", "<month_b>")
MONTH_2_FIRST = MONTH.replace("<month>", "<month2_b>")
DAY_FIRST = DAY.replace("<day>", "<day_b>")
DAY_2_FIRST = DAY.replace("<day>", "<day2_b>")
"""The same, where the day stands before the month."""
YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\w%]|[.,/–-]\d)"

_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY = rf"(?P<weekday>{_WEEKDAYS})(?!\w)"
DATED_WEEKDAY = (
    rf"(?:(?P<weekday>{_WEEKDAYS}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?)"
    rf"(?:,{S}*|{S}+)(?:the{S}+)?)?"
)
"""A weekday in front of a date; abbreviations ("Sun.") count only there."""

TO = rf"(?:{S}?[-–—]{S}?|{S}+(?:to|and|through|until){S}+)"
NO_COUNT = (
    rf"(?!{S}*(?:people|persons|km|kilomet|miles|per{S}?cent|%|[mb]illion|thousand|hundred"
    r"|years?|months|weeks|days|hours|members|men\b|women|soldiers|dollars|cases|:\d))"
)
"""What follows a number of things rather than a day or a year."""

NOT_COUNTED = (
    rf"(?!{S}+(?!(?:and|or|but|when|after|before|as|with|by|for|to|in|on|at|of|it|he|she|they|the"
    r"|a|an|this|that|which|who|while|until|through|over|under|amid|because|where|is|was|were|has"
    r"|had|did|would|will|said|from|during|following|alone|onwards?)\b)[a-z])"
)
"""After a year that might be a number: any other word in small letters is what it counts."""

BOUND = rf"(?:(?P<bound>(?i:since|until|till|through|before|after|by)){S}+(?:at{S}+least{S}+)?)"
APPROX = rf"(?:(?P<approx>(?i:around|about|circa|c\.|ca\.|approximately|roughly)){S}+)"
PART = (
    rf"(?:(?:(?i:the){S}+)?(?P<part>(?i:early|late|mid|(?:middle|beginning|start|end){S}+of))"
    rf"(?:-|{S}+)(?:in{S}+)?)"
)
PART_NOUN = (
    rf"(?:(?:the{S}+)?(?P<part>early|late|mid|(?:middle|beginning|start|end){S}+of)(?:-|{S}+))"
)
IN = rf"(?:(?P<in>(?i:in|during|throughout|over|back{S}+in|as{S}+early{S}+as)){S}+)"
COARSE = rf"{BOUND}?{IN}?{APPROX}?{PART}?"
"""What may stand in front of a month or a year and bears on what it means."""

NUMBER = rf"(?P<n>{DIGITS}|{WORDS}|an?|(?:a{S}+)?few|several|a{S}+couple{S}+of)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?\b"
WHICH = r"(?P<which>last|next|this|past|coming|previous|current|following|same)"

EVENT = (
    r"(?:attacks?|elections?|bombings?|wars?|indictment|coup|campaign|ruling|decision|report|deal"
    r"|agreement|accord|invasion|offensive|protests?|massacre|uprising|revolution|designation"
    r"|listing|order|summit|referendum|raid|strike|killing|assassination|hijacking|siege|riots?"
    r"|shootings?|break|break-in|murders?|blast|explosion|crackdown|clashes|earthquake|ban|vote|law|treaty"
    r"|operation|escape|kidnapping|abduction|truce|ceasefire|elections|speech|interview|resolution"
    r"|assaults?|ambush|atrocity|genocide|famine|floods?|crash|crisis|pact|charter|constitution"
    r"|statute|act|decree|regulation|judge?ment|verdict|conviction|trial|arrests?|sanctions"
    r"|survey|study|audit|census|budget|edition|rebellion|revolt|takeover|withdrawal|merger|split"
    r"|overthrow|toppling|fall|capture|death|outbreak|offensives|hijackings)\b"
)
"""Nouns before which a year tells one event from the others ("the 2015 bombing")."""
