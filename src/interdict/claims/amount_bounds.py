"""The policy that turns a number as it is said into an interval.

| words | interval | qualifier |
|---|---|---|
| 80 | 80..80 | exact |
| about, approximately 80 | 10 % either way, at least 1 for n up to 10 | about |
| nearly 80 | 0.9 n..n | about |
| at least 80, 80 or more, 80+ | 80.. | at_least |
| more than, over 80 | 80.. | more_than |
| up to, no more than, fewer than 80 | 0..80 | at_most |
| the 21st (strike) | 21.. | ordinal |
| dozens, hundreds, tens of thousands | twice the unit and more | vague |
| a handful, a few, several, a couple | 3..6, 3.., 3.., 2..2 and so on | vague |
| between 5 and 10, 5 to 10 | 5..10 | about |
"""

from __future__ import annotations

import re

from interdict.model.claim import Quantity

POLICY = "2025-11"
"""Version of the policy, to be named wherever its intervals are shown or compared."""

_KINDS = {
    "at_least": (
        r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|a\s+minimum\s+of"
    ),
    "more_than": (
        r"more\s+than|greater\s+than|over|above|exceeding|in\s+excess\s+of|upwards?\s+of|just\s+over"
    ),
    "at_most": (
        r"up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than|as\s+many\s+as|as\s+much\s+as"
        r"|a\s+maximum\s+of|less\s+than|fewer\s+than|under|below|no\s+greater\s+than"
    ),
    "nearly": r"nearly|almost|close\s+to|just\s+under|just\s+short\s+of",
    "about": (
        r"about|around|approximately|approx\.|roughly|some|circa|(?:an\s+)?estimated"
        r"|in\s+the\s+region\s+of"
    ),
    "exact": r"exactly|precisely|only|just",
}

QUALIFIER = re.compile(
    r"(?<![\w’'-])(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _KINDS.items())
    + r")\s+(?:(?:the|a|an|its|their|another)\s+)?$",
    re.I,
)
"""Words of limit or doubt right before a number (searched in the text that ends there)."""

OR_MORE = re.compile(r"\+(?!\w)|\s+or\s+more\b(?!\s+than)|\s+or\s+so\b", re.I)
"""Words of limit right after a number."""

VAGUE: dict[str, tuple[float, float | None]] = {
    "a handful": (3, 6),
    "a couple": (2, 3),
    "a few": (3, None),
    "several": (3, None),
    "a number": (2, None),
    "dozens": (24, None),
    "scores": (40, None),
    "tens": (20, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "tens of thousands": (20_000, None),
    "hundreds of thousands": (200_000, None),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, None),
    "hundreds of millions": (200_000_000, None),
    "billions": (2_000_000_000, None),
}
"""Amounts without a number. "Dozens" is read as two dozen or more, and so up the scale."""


def bounded(n: float, unit: str, kind: str | None) -> Quantity:
    """The interval of a stated number under a kind of qualifier (a group of `QUALIFIER`)."""
    if kind == "at_least":
        return Quantity(n, None, unit, "at_least", n)
    if kind == "more_than":
        return Quantity(n, None, unit, "more_than", n)
    if kind == "at_most":
        return Quantity(0, n, unit, "at_most", n)
    if kind == "nearly":
        return Quantity(round(0.9 * n, 6), n, unit, "about", n)
    if kind == "about":
        margin = max(0.1 * n, 1.0) if n <= 10 else 0.1 * n
        return Quantity(round(max(n - margin, 0.0), 6), round(n + margin, 6), unit, "about", n)
    return Quantity(n, n, unit, "exact", n)


def ordinal(n: float, unit: str) -> Quantity:
    """The n-th of a series: there are at least n."""
    return Quantity(n, None, unit, "ordinal", n)


def vague(words: str, unit: str, kind: str | None) -> Quantity:
    """An amount named without a number ("dozens of", "a handful of")."""
    low, high = VAGUE[" ".join(words.lower().split())]
    if kind == "at_most":
        return Quantity(0, high, unit, "vague")
    return Quantity(low, None if kind in ("at_least", "more_than") else high, unit, "vague")
