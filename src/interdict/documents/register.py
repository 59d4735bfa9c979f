"""The numbers by which the Federal Register names its documents, and how they are printed.

Source: the Federal Register's own layout (FR-citation `volume FR page`; document number;
`[FR Doc. number Filed month-day-year; time]`, printed after every document).
"""

from __future__ import annotations

import re

PUBLISHER = "Federal Register"
_FIRST_VOLUME_YEAR = 1936
"""Volume 1 is the year 1936; every volume is one calendar year."""

_CITATION = re.compile(
    r"\[?(?P<volume>\d{1,3}) FR (?:\d{1,3} (?:pg|p)\. ?)?(?P<page>\d{1,3}(?:,\d{3})+|\d{1,6})\]?$"
)
_NUMBER = re.compile(r"(?:[A-Z]\d{0,2}[-–])?(?:[A-Z]\d|\d{2}|\d{4})[-–]\d{1,6}$")
_PUBLIC_NOTICE = re.compile(r"\[?Public Notice:?\s*(?P<number>\d{1,6})\]?$", re.IGNORECASE)
_FILED = re.compile(
    r"\[FR Doc\. (?P<number>[A-Z0-9–-]{4,20}) Filed (?P<day>\d{1,2}-\d{1,2}-\d{2});"
    r" ?\d{1,2}:\d{2} [ap]\.?m\.?\]$"
)


def citation(line: str) -> str | None:
    """`80 FR 603` of `80 FR 603` or `80 FR 3 pg. 603` (volume, issue, page); else None."""
    found = _CITATION.match(line.strip())
    return None if found is None else f"{found['volume']} FR {found['page'].replace(',', '')}"


def volume_year(cited: str) -> int:
    """The year in which the volume of a citation came out."""
    return int(cited.split(" ", 1)[0]) + _FIRST_VOLUME_YEAR - 1


def document_number(text: str) -> str | None:
    """`2025-20750` (or the older `E7-1234`, `97-26684`), if the text is such a number."""
    text = text.strip()
    return text.replace("–", "-") if _NUMBER.match(text) else None


def public_notice(text: str) -> str | None:
    """`Public Notice 12869` of `[Public Notice: 12869]` and the like; else None."""
    found = _PUBLIC_NOTICE.match(text.strip())
    return None if found is None else f"Public Notice {found['number']}"


def filed_line(line: str) -> tuple[str, str] | None:
    """Document number and filing date as printed (`1-5-15`) of a closing line; else None."""
    found = _FILED.match(line.strip())
    number = None if found is None else document_number(found["number"])
    return None if found is None or number is None else (number, found["day"])
