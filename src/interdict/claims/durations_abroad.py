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
_NEARLY = {
    "es": r"casi|menos\s+de", "fr": r"près\s+de|presque|moins\s+de", "pt": r"quase|menos\s+de",
    "de": r"fast|knapp|beinahe|weniger\s+als",
}  # fmt: skip
_ABOUT = {
    "es": r"unos|unas|cerca\s+de|alrededor\s+de", "fr": r"environ|quelque",
    "pt": r"cerca\s+de", "de": r"rund|etwa",
}  # fmt: skip
_COUNTS_BEFORE = re.compile(
    r"\b(?:hace|há|vor|il\s+y\s+a|últim[oa]s|derniers|dernières|letzten|vergangenen)\s+"
    r"(?:más\s+de\s+|casi\s+|un[oa]s\s+)?$",
    re.I,
)
_LASTS = {
    "es": r"durante|por|dur(?:ó|a|ará|aron)|dentro\s+de|(?:pos|a)p(?:uso|laz\w+|on\w+)|prorrog\w+"
    r"|retras\w+|suspend\w+",
    "fr": r"pendant|durant|dur(?:e|a|era)|report\w+\s+d['’]|dans",
    "pt": r"durante|por|dur(?:ou|a|ará)|dentro\s+de|adi\w+|prorrog\w+",
    "de": r"für|dauert\w*|binnen",
}  # fmt: skip
"""Before "un mes": what lasts so long."""
_MARKS = {"more": ">", "less": "<", "about": "~"}


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    counted, units = pairs(COUNTED[language]), pairs(UNITS[language])
    pattern = re.compile(
        rf"(?<![\w.,$€])(?i:(?:(?P<more>{_MORE[language]})|(?P<less>{_NEARLY[language]})"
        rf"|(?P<about>{_ABOUT[language]}))\s+)?"
        rf"(?P<n>\d{{1,3}}|(?i:{'|'.join(sorted(counted, key=len, reverse=True))}))\s+"
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
        if _COUNTS_BEFORE.search(before):
            continue
        bound = next((mark for name, mark in _MARKS.items() if match[name]), "")
        alone = counted.get(match["n"].lower()) == "1" and not bound
        if alone and not re.search(rf"\b(?:{_LASTS[language]})\s*$", before, re.IGNORECASE):
            continue  # "one" is an article as often as a number
        if not penalties and measures_a_penalty(text, *match.span(), unit):
            continue
        said = match["n"].lower()
        n = int(said) if said.isdigit() else int(counted[said])
        iso, days = iso_duration(n, unit, bound)
        out.append(Duration(*match.span(), match[0], iso, days))
    return out
