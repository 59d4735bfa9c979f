"""The day that a bare text gives itself: on a line of its head, or in its dateline.

Read are a date alone on a line, behind a word such as "Published:", or at the end of a byline
("By Ann Lowell | Quito, 4 September 2025"), with or without a time of day; and the dateline of
the first paragraph ("CITY, Feb 27, 2026 (Agency) -", "CITY (Nov. 14, 2025) —").
"""

from __future__ import annotations

import re

from interdict.documents.written_dates import edtf

_HEAD_LINES = 12
_HEAD_LINE = 120
"""Longer lines are paragraphs: the head of a text is over."""
_DAY_LENGTH = len("2025-01-31")
_MONTHS_ABROAD = {
    name: month
    for month, names in {
        "January": "enero ene", "February": "febrero feb", "March": "marzo mar",
        "April": "abril abr", "May": "mayo may", "June": "junio jun",
        "July": "julio jul", "August": "agosto ago",
        "September": "septiembre setiembre sep sept", "October": "octubre oct",
        "November": "noviembre nov", "December": "diciembre dic",
    }.items()
    for name in names.split()
}  # fmt: skip
_DATE = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}(?: de)? [a-z]{3,10}\.?(?: de| del)? \d{4})"
)
_TIME = (
    r"(?:,?(?: at| -| –|T)? ?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:Z|[A-Z]{2,5}|[+-]\d\d:?\d\d|h|hrs))?)?"
)
_WEEKDAY = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Lunes|Martes|Miércoles|Jueves|Viernes"
    r"|Sábado|Domingo|lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?"
)
_ALONE = re.compile(rf"{_WEEKDAY}(?P<date>[A-Z0-9][\w. ,]{{6,24}})$")
_BEHIND_WORD = re.compile(
    r"(?:First |Last )?(?:Published|Posted|Issued|Updated|Released|Date|Publicado|Fecha"
    r"|Actualizado)"
    rf"(?: on| el)?:? ?{_WEEKDAY}(?P<date>{_DATE}){_TIME}\.?$",
    re.IGNORECASE,
)
_BEHIND_BYLINE = re.compile(
    rf"(?:By|Por|From|De) [^\n]{{3,90}}(?:[|,·•–—-] ?)+{_WEEKDAY}(?P<date>{_DATE}){_TIME}$"
)
_DATELINE = re.compile(
    rf"[^\W\d_a-z][^\W\d_]*(?:[ ,.'’/-]{{1,2}}(?:[^\W\d_a-z][\w.'’]*|de|del|of|la)){{0,6}},? "
    rf"(?:\((?P<bracketed>{_DATE})\)|(?P<date>{_DATE})(?: ?\([^()\n]{{2,40}}\))?)"
    r"(?:[.:]? ?(?:—|–|--?))"
)


def own_date(raw: str) -> str | None:
    """The day that a text gives itself in its head, EDTF; None where it gives none."""
    lines = [line.strip() for line in raw[: _HEAD_LINES * 4 * _HEAD_LINE].splitlines()]
    for line in [line for line in lines if line][:_HEAD_LINES]:
        dateline = _DATELINE.match(line[:_HEAD_LINE])
        if dateline is not None:
            known = _day(dateline["bracketed"] or dateline["date"])
        elif len(line) > _HEAD_LINE:
            return None
        else:
            told = _BEHIND_WORD.match(line) or _BEHIND_BYLINE.match(line) or _ALONE.match(line)
            known = _day(told["date"]) if told and re.search("[A-Za-z]{3}", line) else None
        if known is not None:
            return known
        if len(line) > _HEAD_LINE:
            return None
    return None


def _day(text: str) -> str | None:
    """A full day; months may be Spanish."""
    known = edtf(text) or edtf(_in_english(text))
    return known if known is not None and len(known) == _DAY_LENGTH else None


def _in_english(text: str) -> str:
    """ "4 de septiembre de 2025" as "4 September 2025"."""
    words = [w.strip(".,") for w in text.split() if w not in ("de", "del")]
    return " ".join(_MONTHS_ABROAD.get(word.lower(), word) for word in words)
