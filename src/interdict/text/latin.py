"""Latin letters, marks and ASCII punctuation to plain lower-case words.

The floor on which `normalize` and the readers of other scripts stand.
"""

from __future__ import annotations

import re
import unicodedata

JOINING = "'`´’‘ʼʻʿʾ′\"“”„«»"
"""Marks that stand inside a word: dropped, so that Qa'ida and Qaida are one token."""

SPOKEN_MARKS = "ー々"
"""Modifier letters of Japanese that belong to the word: long vowel, repeated kanji."""

_ASCII: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_ASCII.update({ord("'"): None, ord("`"): None, ord('"'): None, ord("&"): " and "})
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
    }
)
"""Latin letters that have no decomposition in Unicode; own compilation."""

_SPACES = re.compile(r" {2,}")


def plain_words(text: str) -> str:
    """ASCII text as lower-case words of `a-z` and `0-9`, one space between them."""
    return _SPACES.sub(" ", text.lower().translate(_ASCII)).strip()


def without_accents(text: str) -> str:
    """Text in lower case with Latin marks and extra letters taken away.

    Letters and vowel signs of other scripts stay as they are; all else becomes a space.
    """
    kept = []
    for char in unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS):
        if char.isascii():
            kept.append(char)
            continue
        category = unicodedata.category(char)
        # Cf: joiners and direction marks, invisible inside words.
        if category == "Mn" and not _is_accent(char):
            kept.append(char)  # vowel signs of Indic scripts carry sound
            continue
        if category in ("Mn", "Cf", "Sk") or char in JOINING:
            continue
        if category == "Lm" and char not in SPOKEN_MARKS:
            continue
        kept.append(char if category[0] in "LMN" else " ")
    return "".join(kept)


def _is_accent(char: str) -> bool:
    """True for the combining marks that accents of Latin, Greek and Cyrillic leave behind."""
    return "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff"
