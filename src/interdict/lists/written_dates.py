"""Dates and enumerations as publishers type them into one cell of a table.

`00/03/1961`, `dd/mm/1945`, `Approximately 1955-1958`, `a) 1962 b) Between Mar. and May 1963`:
each date keeps the precision it has, and what is not understood is handed back, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.errors import InvalidInput
from interdict.lists.worded_dates import edtf
from interdict.model.dates import PartialDate, Span

_SLASHED = re.compile(r"(\d{1,2}|dd|mm|xx)[/.-](\d{1,2}|mm|dd|xx)[/.-](\d{4})$", re.I)
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_ISO_RANGE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)\s*/\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)$")
_ABOUT = re.compile(r"(?:approximately|approx\.?|circa|c\.|about|around|between about)\s+", re.I)
_BETWEEN = re.compile(r"between\s+(.+?)\s+(?:and|to)\s+(.+)$", re.I)
_GLUED = re.compile(r"(?<=[A-Za-z])\.(?=\d)")
_BORN = re.compile(r"^(?:alt\.? )?(?:born|DOB:?)\s+", re.I)
_SHORT_RANGE = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})$")
_OR = re.compile(r"\s*(?:;|,|\bor\b|>>)\s*(?:alt\.? DOB:?\s*)?", re.I)
_MONTH_ONLY = re.compile(r"[A-Za-z]{3,9}\.?$")

_MARK = re.compile(
    r"(?:(?<=^)|(?<=[\s,;.:]))\(?(?P<first>[A-Za-z]|\d{1,2})\)"
    r"(?:\s*(?:-|–|to|and)\s*\(?(?P<last>[A-Za-z]|\d{1,2})\))?\s*"
)


@dataclass(frozen=True, slots=True)
class WrittenDates:
    """What a text says of dates: EDTF expressions in order, and what was not understood."""

    dates: tuple[str, ...]
    rest: tuple[str, ...]


def enumerated(text: str) -> list[str]:
    """The items of `a) ... b) ...`, `(1) ... (2)-(3) ...`; the whole text where it is no such list.

    Labels must begin with a or 1 and count on, so that a bracketed letter inside a sentence
    does not divide it. Text before the first label stays before each item; an item that is
    only a dash is nothing.
    """
    marks = list(_MARK.finditer(text))
    # A letter in brackets among numbered items belongs to an item.
    marks = [m for m in marks if m["first"].isdigit() == marks[0]["first"].isdigit()]
    if not marks or not _counts_on(marks):
        return [text.strip()] if text.strip() else []
    prefix = text[: marks[0].start()].strip()
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        item = text[mark.end() : end].strip().rstrip(",;").strip()
        if item.strip("-–. "):
            items.append(f"{prefix} {item}".strip())
    return items


def _counts_on(marks: list[re.Match[str]]) -> bool:
    expected = 1
    for mark in marks:
        if _ordinal(mark["first"]) != expected:
            return False
        expected = (_ordinal(mark["last"]) if mark["last"] else expected) + 1
    return True


def _ordinal(label: str) -> int:
    return int(label) if label.isdigit() else ord(label.lower()) - ord("a") + 1


def day_first(text: str) -> str | None:
    """`03/11/1961`, `00/11/1961`, `dd/mm/1961`, `03-11-1961` as EDTF; None if it is no such date.

    Zeros and letters stand for what is not known; a day without a month is no date.
    """
    found = _SLASHED.match(text.strip())
    if found is None:
        return None
    day, month = (0 if not part.isdigit() else int(part) for part in found.groups()[:2])
    if day and not month:
        return None
    return _checked(f"{found[3]}{f'-{month:02d}' if month else ''}{f'-{day:02d}' if day else ''}")


def written_date(text: str) -> str | None:
    """One date or range in figures or English words, as EDTF; None if it is none.

    Figures with slashes are day first, as outside North America.
    """
    text = " ".join(_GLUED.sub(". ", text).split()).strip(" .,;()").replace("\u2011", "-")
    text = _BORN.sub("", text)
    bare = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    found = (
        _iso(bare) or day_first(bare) or _between(bare) or _short_range(bare) or edtf(bare)
    )  # fmt: skip
    if found is None or bare == text:
        return found
    return "/".join(end if end.endswith("~") else f"{end}~" for end in found.split("/"))


def written_dates(text: str) -> WrittenDates:
    """All dates of a cell, with alternatives set out as an enumeration or with `or` and `;`."""
    dates: dict[str, None] = {}
    rest = []
    for item in enumerated(text):
        whole = written_date(item)
        for piece in [item] if whole else _OR.split(item):
            found = written_date(piece)
            if found:
                dates[found] = None
            elif piece.strip(" .,;"):
                rest.append(piece.strip())
    return WrittenDates(tuple(dates), tuple(rest))


def _iso(text: str) -> str | None:
    if _ISO.match(text):
        return _checked(text)
    ends = _ISO_RANGE.match(text)
    return _checked(f"{ends[1]}/{ends[2]}") if ends else None


def _between(text: str) -> str | None:
    found = _BETWEEN.match(text)
    if found is None:
        return None
    low, high = found[1], found[2]
    last = edtf(high) or day_first(high)
    if last and _MONTH_ONLY.match(low):  # `Between Mar. and May 1963`
        low = f"{low} {last[:4]}"
    first = edtf(low) or day_first(low)
    return _checked(f"{first}/{last}") if first and last else None


def _short_range(text: str) -> str | None:
    found = _SHORT_RANGE.match(text)
    return _checked(f"{found[1]}/{found[2]}") if found else None


def _checked(expression: str) -> str | None:
    try:
        if "/" in expression:
            Span.parse(expression)
        else:
            PartialDate.parse(expression)
    except InvalidInput:
        return None
    return expression
