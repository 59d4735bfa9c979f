"""Dates without a year or a week, placed by the documents that share a story.

An undated document says "on Sunday" or "on 24 November". Where it shares passages with dated
documents it tells of the same days: its window is that of their publication, and a symbolic date
is read relative to it. The claim itself is never changed; the answer says how it was placed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from interdict.model.claim import Claim, Modality
from interdict.model.dates import PartialDate, span_of

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")
_YEARLESS = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?$")

MOST_APART = timedelta(days=14)
"""Publications further apart than this are no window: a story that is retold is told anew."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which the documents of one story appeared."""

    first: date
    last: date


def windows(
    published: Mapping[str, str | None], stories: Mapping[str, Iterable[str]]
) -> dict[str, Window]:
    """For each undated document, the window of the dated ones that share its story.

    Args:
        published: date of publication (EDTF) by document.
        stories: for each document, the others that share a passage with it.
    """
    found = {}
    for document, day in published.items():
        if day is not None:
            continue
        spans = [span_of(published.get(other)) for other in stories.get(document, ())]
        days = [
            s.first for s in spans if s is not None and s.first is not None and s.first == s.last
        ]
        if days and max(days) - min(days) <= MOST_APART:
            found[document] = Window(min(days), max(days))
    return found


def placed(claim: Claim, window: Window | None) -> Claim:
    """The claim with its symbolic dates placed in the window; itself if there is none."""
    if window is None:
        return claim
    ahead = claim.modality is Modality.PLANNED and claim.kind == "designation.effective"
    return replace(
        claim,
        date=_place(claim.date, window, ahead=ahead),
        effective_on=_place(claim.effective_on, window, ahead=True),
    )


def place(edtf: str | None, window: Window | None, *, ahead: bool) -> str | None:
    """A date in the window's terms; unchanged if it is not symbolic or cannot be placed."""
    return edtf if window is None else _place(edtf, window, ahead=ahead)


def _place(edtf: str | None, window: Window, *, ahead: bool) -> str | None:
    if edtf is None:
        return None
    if weekday := _WEEKDAY.match(edtf):
        return _weekday(int(weekday[1]), window, ahead=ahead) or edtf
    if yearless := _YEARLESS.match(edtf):
        return _year(yearless[1], yearless[2], window, ahead=ahead) or edtf
    return edtf


def _weekday(weekday: int, window: Window, *, ahead: bool) -> str | None:
    """The nearest such weekday, if it is the same one for every day of the window."""
    found = set()
    for day in (window.first, window.last):
        away = (weekday - day.isoweekday()) % 7 if ahead else (weekday - day.isoweekday()) % -7
        found.add(day + timedelta(days=away))
    return found.pop().isoformat() if len(found) == 1 else None


def _year(month: str, day: str | None, window: Window, *, ahead: bool) -> str | None:
    """The nearest such day before the window, or after it for what lies ahead."""
    tail = f"-{month}-{day}" if day else f"-{month}"
    years = range(window.last.year - 4, window.last.year + 5)
    spans = [span_of(f"{year}{tail}") for year in years]
    fits = [
        (span.first, span.last)
        for span in spans
        if span is not None and span.first is not None and span.last is not None
    ]
    if ahead:
        ends = [first for first, last in fits if last >= window.first]
        chosen = min(ends, default=None)
    else:
        ends = [first for first, last in fits if first <= window.last]
        chosen = max(ends, default=None)
    return None if chosen is None else str(PartialDate.parse(f"{chosen.year}{tail}"))
