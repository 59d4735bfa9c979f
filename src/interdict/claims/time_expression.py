"""A time expression of a text: its words, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, at `text[start:end]`.

    `edtf` is a date or interval (`2025-11-24`, `2025-09/..`, `1999~`), symbolic where the
    document gives no date to resolve against (`XXXX-11-24`, `XXXX-WXX-7`), None if vague.
    `granularity`: day, weekend, week, month, quarter, year, decade, interval, vague.
    `modifier`: start, mid, end, approx, before, after, since, until, earlier, later or None.
    `anchor` is the date it was resolved against, `previous:` and a day for an expression that
    counts from an event before it, None if it stands alone or is unresolved; `rule` is the id
    of the rule that read it.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    granularity: str
    modifier: str | None
    anchor: str | None
    rule: str
