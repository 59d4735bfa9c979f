"""Text to the plain form in which names are compared: `a-z`, `0-9` and single spaces.

Case, accents, punctuation and script are taken away here, once, for the listed and the
asked name alike; nothing that tells two names apart by sound is.
"""

from __future__ import annotations

import re
import unicodedata

_JOINING = "'`´’‘ʼʻʿʾ′\"“”„«»"
"""Marks that stand inside a word: dropped, so that Qa'ida and Qaida are one token."""

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


def fold(text: str) -> str:
    """The comparable form of a name: lower-case ASCII words, one space between them.

    `NICOLÁS Maduro-Moros` gives `nicolas maduro moros`; other scripts are romanised letter
    by letter. Idempotent. Empty if the text holds no letter and no digit.
    """
    if not text.isascii():
        text = _romanised(text)
    plain = text.lower().translate(_ASCII)
    return _SPACES.sub(" ", plain).strip()


def _romanised(text: str) -> str:
    """The text in ASCII; characters without any reading become spaces."""
    kept = []
    for char in unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS):
        if char.isascii():
            kept.append(char)
            continue
        category = unicodedata.category(char)
        # Cf: zero-width joiners and direction marks stand inside words of Persian or Hindi names.
        if category in ("Mn", "Cf") or char in _JOINING:
            if not _is_latin_mark(char) and category == "Mn":
                kept.append(char)  # vowel signs of Indic scripts carry sound: for the romaniser
            continue
        kept.append(char if category[0] in "LMN" else " ")
    plain = "".join(kept)
    if plain.isascii():
        return plain
    from anyascii import anyascii  # 5 ms to import: only where another script is present

    # The romaniser writes Han syllables in CamelCase, and apostrophes inside words.
    return anyascii(plain)


def _is_latin_mark(char: str) -> bool:
    """True for the combining marks that accents of Latin, Greek and Cyrillic leave behind."""
    return "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff" or char == "\u0670"
