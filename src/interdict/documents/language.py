"""The language of a text, told by its function words; None where they do not tell."""

from __future__ import annotations

import re

_FUNCTION_WORDS = {
    "en": "the of and to in that is was for on with as by has have from at which be it an this",
    "es": "el la los las de del y en que un una por con para se es su al lo como más fue ha",
    "fr": "le la les des du de et en que un une dans pour est par au aux sur qui pas avec ce ses",
    "pt": "o a os as de do da dos das e em que um uma não por com para se no na foi ao pelo",
    "de": "der die das und den dem des zu in ist von mit sich auf ein eine nicht für als auch im",
}
_TABLE = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_MIN_WORDS = 12
_MIN_SHARE = 0.15
_MIN_LEAD = 1.3
"""How far the best language must lead the next: Spanish and Portuguese share many words."""


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of en, es, fr, pt or de; None for another language or too little text."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE_CHARS])]
    if len(words) < _MIN_WORDS:
        return None
    hits = sorted(
        ((sum(word in table for word in words), language) for language, table in _TABLE.items()),
        reverse=True,
    )
    (best, language), (second, _) = hits[0], hits[1]
    if best < _MIN_SHARE * len(words) or best < _MIN_LEAD * second:
        return None
    return language
