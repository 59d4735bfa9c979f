"""The date that a text without a container gives itself: in a line of its head, or its dateline.

    Published: 3 July 2025, 18:42 BST           LONDON, July 3, 2025 (Wire) - Britain ...
    Por Ana Ruiz | Quito, 4 de mayo de 2025     Bogotá, 14 ene 2026 (Agencia).- El Gobierno ...
    Lena Voss, Brussels - 29 January 2026       WASHINGTON (March 5, 2025) - The department ...

Only what can hardly be anything else counts: a date in a title or in a sentence is that of an
event.
"""

from __future__ import annotations

import re

from interdict.documents.written_dates import edtf

_HEAD_LINES = 12
_HEAD_LINE = 120
"""Longer lines are paragraphs: the head of a text is over."""

_DAY_LENGTH = len("2025-01-31")
_WEEKDAY = r"(?:[^\W\d_]{3,10},? )?"
_DATE = (
    r"(?P<date>\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|º|er|\.)? (?:de )?[^\W\d_]{3,10}\.?,? (?:del? )?\d{4})"
)
_TIME = (
    r"(?:(?:,| at| a las| -| –| \||T)? ?\d{1,2}[:.h]\d\d(?::\d\d)?"
    r" ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{1,4}(?:[+-]\d{1,4})?| h(?:oras)?\.?)?)?"
)
_ALONE = re.compile(rf"{_WEEKDAY}{_DATE}{_TIME}$")
_LABEL = (
    "(?:first |last )?(?:published|posted|issued|released|updated|dated?|publicad[oa]|actualizado"
    "|fecha|publié|data"
    "|veröffentlicht|datum)(?: on| el| le| em| am)?"
)
_LABELLED = re.compile(
    rf"{_LABEL}:? {_WEEKDAY}{_DATE}{_TIME}(?: ?[|·•–-] .*| by .*)?$", re.IGNORECASE
)
_WORD = r"(?=[^\W\d_])[^\Wa-zß-ÿ\d_][\w.'’-]*"
_PLACE = rf"(?:{_WORD}(?: (?:de |del |la |el |d[aeiou] )?{_WORD}){{0,3}})"
_BETWEEN = "(?: ?[|·•–—-] ?|, )"
_UNDER_A_NAME = re.compile(
    rf"(?:(?:By|Por|Par|Von|De) .{{2,80}}|{_PLACE}(?:, {_PLACE})?)"
    rf"{_BETWEEN}(?:{_PLACE}, )?(?:le )?{_WEEKDAY}{_DATE}{_TIME}$"
)
_BEFORE_A_PLACE = re.compile(rf"{_DATE}{_BETWEEN}{_PLACE}(?:, {_PLACE})?(?: ?[—–-].*)?$")
_DATELINE = re.compile(
    rf"{_PLACE}(?: ?[,/] ?{_PLACE})?,? (?:\((?:[^()\d]{{2,30}}, )?{_DATE}\)"
    rf"|(?:le )?{_DATE.replace('<date>', '<day>')}(?: ?[(/][^()/]{{2,40}}[)/])?)"
    r"[.,]? ?(?:—|–|--?|:|\.-) ?\S"
)


def own_date(raw: str) -> str | None:
    """EDTF of the day that a text says it is of, None if it does not."""
    lines = [line.strip() for line in raw[: _HEAD_LINES * 4 * _HEAD_LINE].splitlines()]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        dateline = _DATELINE.match(line)
        if dateline is not None:
            return edtf(dateline["date"] or dateline["day"])
        if len(line) > _HEAD_LINE:
            return None
        shapes = (_ALONE, _LABELLED, _UNDER_A_NAME, _BEFORE_A_PLACE)
        found = next((match for shape in shapes if (match := shape.match(line))), None)
        day = edtf(found["date"]) if found else None
        if day is not None and len(day) == _DAY_LENGTH:
            return day
    return None
