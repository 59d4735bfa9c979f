"""Stretches of time that are no dates: "seven days", "a more than two-month campaign"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.claims.date_patterns import S
from interdict.claims.number_words import DIGITS, WORDS, parse_number

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "Y", "hour": "H"}
_BOUNDS = {
    "more than": ">", "over": ">", "little more than": ">", "at least": ">=", "less than": "<",
    "under": "<", "up to": "", "as long as": "", "nearly": "<", "almost": "<", "about": "~",
    "around": "~", "some": "~", "roughly": "~",
}  # fmt: skip
"""What a word before the number makes of it; "up to 36 hours" are 36 hours at most."""
_BOUND = "|".join(rf"{words.replace(' ', S + '+')}" for words in sorted(_BOUNDS, reverse=True))
_DURATION = re.compile(
    rf"(?<![\w$£€.,-])(?i:(?P<bound>{_BOUND}){S}+)?(?i:(?:a|an|the){S}+(?=\d|[a-z]+-))?"
    rf"(?P<n>{DIGITS}|(?i:{WORDS}|an?\b))(?:{S}+|-)(?:business{S}|working{S}|calendar{S})?"
    rf"(?P<unit>(?i:hour|day|week|month|year|decade))s?\b(?![-’'])(?!{S}+(?:ago|earlier|later|old)\b)"
)
_LASTING = re.compile(
    rf"\b(?:for|by|within|in{S}under|lasted|lasting|last|after|over|than|of|takes?|took|about){S}+$",
    re.I,
)
"""Before "a year": a length of time, where "once a year" is none."""
_COUNTING = re.compile(rf"{S}+(?:after|before)\b")
_SENTENCED = re.compile(
    r"\b(?:prison|jail(?:ed|s)?|imprison\w*|sentenced?s?|behind\sbars|penalt(?:y|ies)|convict\w*"
    r"|imprisonment|incarcerat\w*|cárcel|prisión|condena\w*|pena|reclusión|prison\sterm|serving"
    r"|Haft|Gefängnis|detenção|cadeia|punishable|can\smean)\b",
    re.I,
)
_NEAR = 90
"""How far a word of punishment makes a length of time a sentence, in characters."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at `text[start:end]`.

    `iso` is ISO 8601 (`P7D`, `P6W`), with the qualifier after the P where there is one (`P>2M`,
    `P>=30D`), or behind it all as in EDTF (`P3Y~`); weeks under a qualifier are counted in days.
    `days` is the length in days, None for hours, months and years, whose length depends on when
    they start.
    """

    start: int
    end: int
    text: str
    iso: str
    days: float | None


def find_durations(
    text: str, start: int = 0, end: int | None = None, *, penalties: bool = False
) -> list[Duration]:
    """Durations in `text[start:end]`, in order; what counts from a day ("two days ago") is a date.

    "A week" and the like count only after a qualifier or a word of lasting ("more than a week",
    "for a year"): alone they mostly say how often. A term of punishment is the measure of a
    penalty, and counts only if `penalties` are asked for.
    """
    out = []
    stop = len(text) if end is None else end
    for match in _DURATION.finditer(text, max(start, 0), stop):
        n = parse_number(match["n"])
        unit, bound = match["unit"].lower(), match["bound"]
        if (
            n is None
            or _says_how_often(text, match)
            or (not penalties and measures_a_penalty(text, *match.span(), unit))
        ):
            continue
        mark = _BOUNDS[" ".join(bound.lower().split())] if bound else ""
        iso, days = iso_duration(n, unit, mark)
        out.append(Duration(*match.span(), match[0], iso, days))
    return out


def _says_how_often(text: str, match: re.Match[str]) -> bool:
    if match["n"].lower() not in ("a", "an") or match["bound"]:
        return False
    if _COUNTING.match(text, match.end()):
        return False
    return _LASTING.search(text, max(0, match.start() - 14), match.start()) is None


def iso_duration(n: float, unit: str, mark: str) -> tuple[str, float | None]:
    """ISO 8601 of so many units, with its qualifier; and its days, None if they differ."""
    days = {"day": n, "week": 7 * n}.get(unit)
    in_weeks = unit == "week" and not mark
    amount = n if in_weeks or days is None else days
    amount = n * 10 if unit == "decade" else amount
    code = "W" if in_weeks else "D" if days is not None else _UNITS[unit]
    before, after = ("", mark) if mark == "~" else (mark, "")
    return f"P{'T' if unit == 'hour' else ''}{before}{amount:g}{code}{after}", days


def measures_a_penalty(text: str, start: int, end: int, unit: str) -> bool:
    """True near a word of punishment in the same sentence, for months and years."""
    if unit in ("hour", "day", "week"):
        return False
    low = max(text.rfind("\n", 0, start), start - _NEAR, 0)
    before = text[low:start]
    before = before[max(before.rfind(". "), before.rfind(";")) + 1 :]
    after = text[end : end + _NEAR]
    cut = [at for at in (after.find(". "), after.find(".\n"), after.find(";")) if at >= 0]
    after = after[: min(cut)] if cut else after
    return bool(_SENTENCED.search(before) or _SENTENCED.search(after))
