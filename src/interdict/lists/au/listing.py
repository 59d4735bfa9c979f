"""The dates in the listing information of Australia's list, which is told in sentences.

`Listed on 2 Sep. 2014 (relisted on 1 Sep. 2017)`, `Listed by UN 1267 Committee on ...
(amended on ...)`, `This listing will cease to have effect on ...`. A relisting continues a
listing and begins nothing: its date is an amendment's.

Source: Charter of the United Nations Act 1945 (Cth), sections 15 and 15A; Autonomous Sanctions
Regulations 2011 (Cth), regulation 6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.lists.written_dates import written_date

_DATE = r"\d{1,2}(?:st|nd|rd|th)?\s*[A-Z][a-z]{2,8}\.?,?\s*\d{4}|\d{1,2}/\d{1,2}/\d{4}"
_WORD = re.compile(
    rf"(?P<date>{_DATE})"
    r"|\b(?P<other>(?:formerly|previously)(?: listed| designated)?|review)\b"
    r"|\b(?P<later>re-?listed|amended|updated|continue[sd]?|declared)\b"
    r"|\b(?P<start>listed|designated)\b|\b(?P<end>cease to have effect|expires?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Listing:
    """ISO dates of a listing, each in the order of the text."""

    listed: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def read_listing(text: str) -> Listing:
    """The dates of a listing and what they are the dates of.

    A date belongs to the last of the words before it that says what happened; one that the
    text starts with is that of the listing. A date of something else (a former listing, a
    review), or of nothing, is left out.
    """
    alone = written_date(text)
    if alone:
        return Listing(listed=(alone,))
    found: dict[str, dict[str, None]] = {"start": {}, "later": {}, "end": {}, "other": {}}
    kind = "start" if re.match(_DATE, text) else "other"
    for word in _WORD.finditer(text):
        if word.lastgroup != "date":
            kind = str(word.lastgroup)
            continue
        day = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", word["date"]).replace(",", " ")
        date = written_date(re.sub(r"(?<=\d)(?=[A-Z])|(?<=[a-z])(?=\d)", " ", day))
        if date:
            found[kind][date] = None
    return Listing(tuple(found["start"]), tuple(found["later"]), tuple(found["end"]))
