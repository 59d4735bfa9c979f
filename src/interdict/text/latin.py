"""Latin letters, marks and ASCII punctuation to plain lower-case words.

The floor on which `normalize` and the readers of other scripts stand.
"""

from __future__ import annotations

import unicodedata

JOINING = "'`´’‘ʼʻʿʾ′\"“”„«»"
"""Marks that stand inside a word: dropped, so that Qa'ida and Qaida are one token."""

SPOKEN_MARKS = "ー々"
"""Modifier letters of Japanese that belong to the word: long vowel, repeated kanji."""

_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128))
_ASCII += bytes(128)
_JOINING_ASCII = "".join(mark for mark in JOINING if mark.isascii()).encode()
_LETTERS = {
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
"""Latin letters that have no decomposition in Unicode; own compilation."""

_KEPT_SIGNS = 16_384
"""So many signs are remembered: all that names are written in."""


def plain_words(text: str) -> str:
    """ASCII text as lower-case words of `a-z` and `0-9`, one space between them."""
    if "&" in text:
        text = text.replace("&", " and ")
    # Bytes are put through a table ten times as fast as text.
    return b" ".join(text.encode("ascii").translate(_ASCII, _JOINING_ASCII).split()).decode()


def without_accents(text: str) -> str:
    """Text in lower case with Latin marks and extra letters taken away.

    Letters and vowel signs of other scripts stay as they are; all else becomes a space.
    """
    return unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)


class _Signs(dict[int, str]):
    """For `str.translate`: what becomes of a sign of decomposed text, decided at first sight."""

    def __missing__(self, code: int) -> str:
        plain = _plain_sign(chr(code))
        if len(self) < _KEPT_SIGNS:
            self[code] = plain
        return plain


_PLAIN = _Signs()


def _plain_sign(char: str) -> str:
    if char.isascii():
        return char
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    # Cf: joiners and direction marks, invisible inside words.
    if category == "Mn" and not _is_accent(char):
        return char  # vowel signs of Indic scripts carry sound
    if category in ("Mn", "Cf", "Sk") or char in JOINING:
        return ""
    if category == "Lm" and char not in SPOKEN_MARKS:
        return ""
    return char if category[0] in "LMN" else " "


def _is_accent(char: str) -> bool:
    """True for the combining marks that accents of Latin, Greek and Cyrillic leave behind."""
    return "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff"
