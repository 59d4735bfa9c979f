""" "Today" in somebody's mouth: the day on which it was said, where the words around tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from interdict.claims.quote_spans import QuotedSpan, quoted_spans
from interdict.claims.time_expression import TimeExpression
from interdict.model.dates import PartialDate

_COUNTS_FROM_SAYING = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TAG = 110
"""How far behind its quotation a tag may say when it was spoken, in characters."""
_SENTENCE_END = re.compile(r"[.!?;:]\s|[“«\"]|\n")
_SAID_THEN = re.compile(r"\s[^.,;:“”]{2,60}\s(?:then|at\sthe\stime|back\sthen|that\sday)\b")


def with_quoted_days(text: str, found: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions, with "today" in a quotation seen from the day on which it was said.

    That is the day that the tag behind the quotation names ("“It starts today,” Quist said on
    Saturday"), or the day named last before it, for what somebody said "then".
    """
    out = list(found)
    for index, when in enumerate(found):
        days = _COUNTS_FROM_SAYING.get(when.text.lower())
        span = _quotation_around(text, when) if days is not None else None
        if days is None or span is None:
            continue
        said = _said_on(text, span, found[index + 1 :], found[:index])
        if said is not None:
            moved = said + timedelta(days=days)
            out[index] = replace(when, edtf=moved.isoformat(), anchor=f"said:{said}")
    return out


def _quotation_around(text: str, when: TimeExpression) -> QuotedSpan | None:
    low = text.rfind("\n", 0, when.start) + 1
    high = text.find("\n", when.end)
    spans = quoted_spans(text, low, len(text) if high < 0 else high)
    return next((s for s in spans if s.start < when.start and when.end < s.end), None)


def _said_on(
    text: str,
    span: QuotedSpan,
    following: Sequence[TimeExpression],
    before: Sequence[TimeExpression],
) -> date | None:
    """The day on which the quotation was spoken, None where the words do not tell."""
    stop = _SENTENCE_END.search(text, span.end, span.end + _TAG)
    limit = stop.start() if stop else span.end + _TAG
    if _SAID_THEN.match(text, span.end, limit):
        return next((day for each in reversed(before) if (day := _day(each))), None)
    tagged = (each for each in following if span.end <= each.start < limit)
    return next((day for each in tagged if (day := _day(each))), None)


def _day(when: TimeExpression) -> date | None:
    known = when.edtf or ""
    if when.granularity != "day" or not known[-1:].isdigit() or "X" in known or "/" in known:
        return None
    return PartialDate.parse(known).first
