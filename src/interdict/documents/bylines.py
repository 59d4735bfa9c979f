"""Bylines: telling names from prose, and one name from the next."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"\s*(?:;|,(?!\s*(?:Jr|Sr|II|III|IV)\b)|\s+(?:and|with)\s+|&)\s*")
_AFTER_COMMA = re.compile(r"^(?:and|with)\s+")
_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter ten zu al el bin ibn ben bint y"
    " e abu af av".split()
)
_MAX_CHARS = 200
_MAX_WORDS = 6
_SENTENCE_END = re.compile(r"[.!?:;…]$")
_NAME_END = re.compile(r"\b(?:Jr|Sr|[A-Z])\.$")


def split_names(text: str) -> tuple[str, ...]:
    """The names of a byline, in order: `A, B and C` gives three.

    A comma before `Jr.` or a numeral belongs to the name.
    """
    parts = (_AFTER_COMMA.sub("", part.strip()) for part in _SEPARATOR.split(text))
    return tuple(part for part in parts if part)


def are_names(text: str) -> bool:
    """True if the text can be the names of a byline, and not the start of a sentence.

    Every part has at most six words, none starts in lower case (particles such as `van`
    aside), none holds a digit, and no sentence ends here.
    """
    text = text.strip()
    if not text or len(text) > _MAX_CHARS:
        return False
    if _SENTENCE_END.search(text) and not _NAME_END.search(text):
        return False
    names = split_names(text)
    return bool(names) and all(_is_name(name) for name in names)


def _is_name(name: str) -> bool:
    words = name.split()
    if len(words) > _MAX_WORDS or any(character.isdigit() for character in name):
        return False
    return all(word in _PARTICLES or _starts_a_name(word) for word in words)


def _starts_a_name(word: str) -> bool:
    # Not `isupper`: most scripts have no case, and their names are names too.
    return word[0].isalpha() and not word[0].islower()
