"""Dates as files of customers and people at a prompt write them, as EDTF.

Only what can mean one thing: `12/05/1974` may be May or December and is left alone.
"""

from __future__ import annotations

import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_CIRCA = re.compile(r"(?:circa|ca?\.|ca|about|approximately|approx\.?)\s*", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?:[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})|(?P<md>\d{4}))")
_DOTTED = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})")
_PARTED = re.compile(r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4})")
_NAMED = re.compile(
    r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<m>[a-z]{3,9})\.?[ -]"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<y>\d{4})",
    re.IGNORECASE,
)
_NAMES = (
    "january february march april may june july august september october november december"
).split()


def edtf_of(text: str) -> str:
    """The date as EDTF if it is written in a way that means one day, month or year; else `text`.

    `23.11.1962` (dots: day first), `1962/11/23`, `19621123`, `23 Nov 1962`, `November 23, 1962`,
    `23/11/1962` (there is no month 23) give `1962-11-23`; `circa 1962` gives `1962~`.
    """
    stripped = text.strip()
    about = _CIRCA.match(stripped)
    if about is not None and about.end() < len(stripped):
        return f"{edtf_of(stripped[about.end() :])}~"
    return _year_first(stripped) or _year_last(stripped) or _named(stripped) or stripped


def _year_first(text: str) -> str | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    both = found["md"]
    month, day = (both[:2], both[2:]) if both else (found["m"], found["d"])
    return _written(found["y"], int(month), int(day))


def _year_last(text: str) -> str | None:
    if found := _DOTTED.fullmatch(text):
        return _written(found["y"], int(found["m"]), int(found["d"]))
    found = _PARTED.fullmatch(text)
    if found is None:
        return None
    first, second = int(found["a"]), int(found["b"])
    if first == second or (first > 12) != (second > 12):
        month, day = (second, first) if first > 12 else (first, second)
        return _written(found["y"], month, day)
    return None


def _named(text: str) -> str | None:
    found = _NAMED.fullmatch(text)
    if found is None or (found["d"] and found["d2"]):
        return None
    name = found["m"].lower()
    if name != "sept" and name not in _MONTHS and name not in _NAMES:
        return None
    month = _MONTHS.index(name[:3]) + 1
    day = found["d"] or found["d2"]
    return _written(found["y"], month, int(day)) if day else f"{found['y']}-{month:02}"


def _written(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}"
