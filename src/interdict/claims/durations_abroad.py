"""Stretches of time in other languages: "45 días", "deux ans", "mehr als drei Monate"."""

from __future__ import annotations

import re
from functools import cache

from interdict.claims.durations import Duration, iso_duration, measures_a_penalty
from interdict.claims.gazetteer import fold
from interdict.claims.relative_abroad import COUNTED, UNITS, pairs

_MORE = {
    "es": r"más\s+de", "fr": r"plus\s+de", "pt": r"mais\s+de", "de": r"mehr\s+als|über",
}  # fmt: skip
_ABOUT = {
    "es": r"casi|unos|unas|cerca\s+de|alrededor\s+de", "fr": r"près\s+de|environ|quelque",
    "pt": r"quase|cerca\s+de", "de": r"fast|rund|etwa|knapp",
}  # fmt: skip
_COUNTS_BEFORE = re.compile(
    r"\b(?:hace|há|vor|il\s+y\s+a|últim[oa]s|derniers|dernières|letzten|vergangenen)\s+"
    r"(?:más\s+de\s+|casi\s+|un[oa]s\s+)?$",
    re.I,
)
_COUNTS_AFTER = re.compile(
    r"\s+(?:antes|atrás|más\s+tarde|mais\s+tarde|plus\s+tard|plus\s+tôt|später|zuvor|vorher|danach)\b"
    r"|\s+(?:después|depois|après|avant)(?!\s+(?:de|d[oa]s?|que|la|le|les|l['’]))\b",
    re.I,
)
"""Behind these a number of days is a date: "dos años después", but not "dos años después de"."""


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    counted, units = pairs(COUNTED[language]), pairs(UNITS[language])
    # "One" is an article as often as a number.
    numbers = [word for word, value in counted.items() if value != "1"]
    pattern = re.compile(
        rf"(?<![\w.,$€])(?i:(?:(?P<more>{_MORE[language]})|(?P<about>{_ABOUT[language]}))\s+)?"
        rf"(?P<n>\d{{1,3}}|(?i:{'|'.join(sorted(numbers, key=len, reverse=True))}))\s+"
        rf"(?P<unit>(?i:{'|'.join(sorted(units, key=len, reverse=True))}))(?!\w)"
    )
    return pattern, counted, {fold(word): unit for word, unit in units.items()}


def find_durations_abroad(text: str, language: str, *, penalties: bool = False) -> list[Duration]:
    """Durations of a text in another language, in order; none in one that is not read."""
    if language not in COUNTED:
        return []
    pattern, counted, units = _pattern(language)
    out = []
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        unit = units[fold(match["unit"])]
        if _COUNTS_BEFORE.search(before) or _COUNTS_AFTER.match(text, match.end()):
            continue
        if not penalties and measures_a_penalty(text, *match.span(), unit):
            continue
        said = match["n"].lower()
        n = int(said) if said.isdigit() else int(counted[said])
        iso, days = iso_duration(n, unit, ">" if match["more"] else "~" if match["about"] else "")
        out.append(Duration(*match.span(), match[0], iso, days))
    return out
