"""Dates as documents print them, written as EDTF; None for what is not a date."""

from __future__ import annotations

import re
import unicodedata
from email.utils import parsedate_to_datetime
from functools import cache

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate

_MONTHS = """
january february march april may june july august september october november december
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januar februar marz april mai juni juli august september oktober november dezember
"""
_ALSO = {"sept": 9, "set": 9, "setiembre": 9, "maerz": 3}
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|º|er|\.)? (?:de )?([^\W\d_]{3,10})\.?,? (?:del? )?(\d{4})$"
)
_STAMP = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"[ ]*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
)
_MAX_DATE = 100
_SHORT = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{2})$")
_FIRST_REGISTER_YEAR = 36
"""The Federal Register begins in 1936: a filing of year 36 to 99 is of the last century."""


def edtf(text: str) -> str | None:
    """EDTF of a date or a timestamp: ISO, `November 16, 2025`, `16 Nov. 2025`, `4 de mayo de 2025`.

    Months in English, Spanish, French, Portuguese and German, in full or by their first letters.

    A time of day and its offset from UTC are kept as given (`2025-11-17T02:08:21`).
    """
    text = text.strip()
    stamp = _STAMP.match(text)
    if stamp is not None:
        return _stamped(stamp)
    written = _MONTH_FIRST.match(text)
    if written is not None:
        return _civil(written[3], written[1], written[2])
    written = _DAY_FIRST.match(text)
    if written is not None:
        return _civil(written[3], written[2], written[1])
    return None if "T" in text else _checked(text)


def filing_date(text: str) -> str | None:
    """ISO date of a filing as the Federal Register prints it: `1-5-15`, month first.

    Source: the closing line of every Federal Register document, `[FR Doc. ... Filed 1-5-15;
    8:45 am]`.
    """
    found = _SHORT.match(text.strip())
    if found is None:
        return None
    month, day, year = (int(part) for part in found.groups())
    century = 1900 if year >= _FIRST_REGISTER_YEAR else 2000
    return _checked(f"{century + year:04d}-{month:02d}-{day:02d}")


def _stamped(found: re.Match[str]) -> str | None:
    day, hour, minute, second, zone = found.groups()
    if _checked(day) is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    if zone in ("UTC", "GMT"):
        zone = "Z"
    elif zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{hour}:{minute}:{second or '00'}{zone or ''}"


def _civil(year: str, month: str, day: str) -> str | None:
    number = _month_numbers().get(_folded(month))
    return None if number is None else _checked(f"{year}-{number:02d}-{int(day):02d}")


@cache
def _month_numbers() -> dict[str, int]:
    """The names of months and their first three letters, where these mean one month alone."""
    numbers: dict[str, int] = dict(_ALSO)
    for names in _MONTHS.strip().splitlines():
        for number, name in enumerate(names.split(), start=1):
            for form in (name, name[:3]):
                if numbers.setdefault(form, number) != number:
                    numbers[form] = 0
    return {form: number for form, number in numbers.items() if number}


def _folded(month: str) -> str:
    apart = unicodedata.normalize("NFKD", month.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _checked(text: str) -> str | None:
    try:
        return str(PartialDate.parse(text))
    except InvalidInput:
        return None


def any_edtf(text: str | None) -> str | None:
    """EDTF of a date in any form that documents print, mail's among them; None for others."""
    return None if not text else edtf(text) or mail_date(text)


def mail_date(text: str) -> str | None:
    """EDTF of `Sun, 16 Nov 2031 20:15:00 -0500`, as mail and RSS write it.

    Source: RFC 5322, section 3.3.
    """
    try:
        stamp = parsedate_to_datetime(text.strip()[:_MAX_DATE])
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return edtf(stamp.replace(microsecond=0).isoformat())
