"""Stretches of time that are no dates: "seven days", "a more than two-month campaign"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.claims.date_patterns import S
from interdict.claims.number_words import DIGITS, WORDS, parse_number

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "hour": "H"}
_DURATION = re.compile(
    rf"(?<![\w$£€.,-])(?i:(?P<bound>more{S}+than|over|at{S}+least|less{S}+than|under|up{S}+to"
    rf"|nearly|almost|about|around|some){S}+)?(?i:(?:a|an|the){S}+(?=\d|[a-z]+-))?"
    rf"(?P<n>{DIGITS}|(?i:{WORDS}|an?\b))(?:{S}+|-)(?:business{S}|working{S}|calendar{S})?"
    rf"(?P<unit>(?i:hour|day|week|month|year|decade))s?\b(?![-’'])(?!{S}+(?:ago|earlier|later|old)\b)"
)
_MARKS = {
    "more than": ">", "over": ">", "at least": ">=", "less than": "<", "under": "<",
    "up to": "<=", "nearly": "~", "almost": "~", "about": "~", "around": "~", "some": "~",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at `text[start:end]`.

    `iso` is ISO 8601 (`P7D`), with the qualifier after the P where there is one (`P>2M`,
    `P>=30D`, `P~3Y`); weeks are counted in days. `days` is the length in days, None for
    hours, months and years, whose length depends on when they start.
    """

    start: int
    end: int
    text: str
    iso: str
    days: float | None


def find_durations(text: str, start: int = 0, end: int | None = None) -> list[Duration]:
    """Durations in `text[start:end]`, in order; what counts from a day ("two days ago") is a date.

    "A week" and the like count only after a qualifier ("more than a week"): alone they mostly
    say how often.
    """
    out = []
    for match in _DURATION.finditer(text, max(start, 0), len(text) if end is None else end):
        n = parse_number(match["n"])
        bare_article = match["n"].lower() in ("a", "an") and not match["bound"]
        if n is None or bare_article:
            continue
        unit, mark = match["unit"].lower(), ""
        if match["bound"]:
            mark = _MARKS[" ".join(match["bound"].lower().split())]
        days = {"day": n, "week": 7 * n}.get(unit)
        amount = days if days is not None else n * 10 if unit == "decade" else n
        code = "D" if days is not None else _UNITS[unit]
        iso = f"P{'T' if unit == 'hour' else ''}{mark}{amount:g}{code}"
        out.append(Duration(*match.span(), match[0], iso, days))
    return out
