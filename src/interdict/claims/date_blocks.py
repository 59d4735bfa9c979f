"""What looks like a date and is none: addresses, names of groups, titles of laws, papers.

A time expression that overlaps one of these spans is dropped. Groups are often named after a
day ("17 November", "the 23rd of March Movement"); a date read out of such a name would give
them a designation date out of thin air.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from interdict.claims.date_patterns import S

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE_NAME = rf"(?:{_DAY}{S}(?:of{S})?{_MONTH}|{_MONTH}{S}{_DAY})"
_GROUP = (
    r"(?:Movement|Brigades?|Organi[sz]ation|Group|Committee|Front|Army|Martyrs|Unit|Battalion"
    r"|Division|Bloc|Alliance|Militia|Cell|Regiment|Company|Revolutionary|Revolution|Party"
    r"|Square|Street|Avenue|University|Airport|Bridge|School|Hospital|Prize|Club|Foundation)"
)
_LAW = (
    r"(?:Act|Law|Code|Order|Decree|Regulations?|Resolutions?|resolutions?|Proclamation"
    r"|Convention|Directive|Decision|Treaty|Protocol|Statute|Constitution|Bill|E\.O\.|EO)"
)
_FULL_DATE = rf"(?:{_MONTH}{S}{_DAY},?{S}\d{{4}}|{_DAY}{S}{_MONTH}{S}\d{{4}})"

_DATED_GROUP = (
    rf"\b{_DATE_NAME}{S}(?:[A-Z][\w-]*{S}){{0,2}}{_GROUP}\b"
    rf"|\b{_GROUP}{S}(?:of{S}(?:the{S})?)?{_DATE_NAME}(?!\w|,?{S}\d{{4}})"
    rf"|\b[Tt]he{S}{_DATE_NAME}{S}(?:group|movement|cell|brigade|gang|organi[sz]ation)\b"
    rf"|[“\"‘]{S}?{_DATE_NAME}{S}?[”\"’]"
    rf"|\b{_MONTH}{S}(?:Revolution|Movement|Brigades?|Accords?|Agreement)\b"
)
"""17 November Group; Revolutionary Organization 17 November; "November 17"."""

_DATED_LAW = (
    rf"\b{_LAW}(?:{S}No\.)?(?:{S}\d[\w/.-]*)?,?(?:{S}\(|{S}of{S}|{S})"
    rf"(?:{_FULL_DATE}|\d{{4}})(?!\w)"
)
"""Terrorism Act 2000; Act of 2004; resolution 1373 (2001); Order 13224 of September 23, 2001."""

_TITLE = (
    rf"\b(?:Vision|Agenda|Class{S}of|Expo|Horizon|Operation|Euro|Tokyo|Version){S}\d{{4}}\b"
    r"|\b(?:Black|Bloody|Good|Easter|Palm|Ash|Holy|Super|Cyber|Giving|Red|Sheffield)"
    rf"{S}(?:{_MONTH}|[A-Z]\w{{2,8}}day)\b"
    rf"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day{S}(?:Times|Telegraph|Mail|Mirror|Express|Post"
    r"|Herald|Tribune|Star|Standard|World|Mass|Agreement)\b"
    rf"|\b(?:USA|Russia|India|China|Israel|Palestine){S}Today\b"
)
"""Agenda 2030; Black September; Good Friday; the Sunday Times."""

_BLOCKS = re.compile(
    # Small letters other than these begin none: the engine passes over most of a text.
    r"(?=[A-Z\dhtwr“\"‘])"
    rf"(?:(?:https?://|www\.)\S+|{_DATED_GROUP}|{_DATED_LAW}|{_TITLE}"
    rf"|\b\d{{4}}{S}(?:hours|hrs|GMT|UTC|local{S}time|EST|EDT|CET)\b)"
)
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def blocked_spans(text: str, start: int, end: int, *, near: Iterable[int]) -> list[tuple[int, int]]:
    """Spans of `text[start:end]` in which nothing is a date, in order.

    Only lines that hold one of the offsets `near` (in order) are looked at; no span crosses a line.
    """
    spans: list[tuple[int, int]] = []
    done = start
    for at in near:
        if at < done:
            continue
        low = max(_line_start(text, at), done)
        stop = _LINE_END.search(text, at, end)
        done = stop.end() if stop else end
        spans += [match.span() for match in _BLOCKS.finditer(text, low, done)]
    return spans


def _line_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "\n\r") + 1
