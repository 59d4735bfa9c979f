"""Names whose letters hide behind signs, digits, spaces or repetitions, typed to pass a filter.

`$amir H@lvorsen`, `T*odor`, `V a s k e l i s`, `Karrrrim`: what people read at once. What is
read here stands beside the name as it is written, never in its place, since any of these signs
may also be meant.
"""

from __future__ import annotations

import re

from interdict.text.slips import letters_for_digits

_LOOKS = str.maketrans("@$!|€£¡", "asileli")
"""Signs and the letters that they look like."""

_LOOKING = re.compile(r"(?<=[^\W\d_])[@$!|€£¡]+|[@$!|€£¡]+(?=[^\W\d_])")
_PERCENT = re.compile(r"(?<=\d)\s?%")
"""The word that a sign behind a number stands for: of `5% Fund`, of `3%ers`."""

_MAIL = re.compile(r"\S@\S+\.\w")
_HIDING = re.compile(r"(?<=[^\W\d_])[*#?~^+=](?=[^\W\d_])")
_ANY_LETTER = "q"
"""For a sign in a letter's place: a letter that few names have, so that it counts as one edit."""

_REPEATED = re.compile(r"(?<=\w)([a-hj-vyz])\1{2,}|([a-hj-vyz])\2{2,}(?=\w)", re.IGNORECASE)
"""Three and more of one letter beside others, which no spelling has; `i`, `x` and `w` are numerals
or `www`."""

_BACKWARDS = re.compile(r"[a-z]+[A-Z]$")
"""A word whose capital stands last was written from its end."""

_SUSPECT = re.compile(r"[@$!|€£¡*#?~^+=\d]|([^\W\d_])\1\1|[a-z][A-Z]|\b\w\s+\w\b")
"""Without any of these nothing hides, which is quickly seen."""

_FEWEST_SPACED = 5
_LETTERS_PER_DIGIT = 1


def unmasked(text: str, *, person: bool) -> str:
    """The name with its letters in the open; the same text if nothing hides them.

    Digits count as letters in names of persons only, where at least every other sign is a letter.
    """
    if not _SUSPECT.search(text):
        return text
    text = _PERCENT.sub(" percent", text)
    plain = text if _MAIL.search(text) else _LOOKING.sub(_looks, text)
    plain = _REPEATED.sub(r"\1\2", _HIDING.sub(_ANY_LETTER, plain))
    words = plain.split()
    if words and all(map(_BACKWARDS.match, words)):
        return plain[::-1]
    if len(words) >= _FEWEST_SPACED and all(len(word) == 1 and word.isalpha() for word in words):
        return " ".join(run.replace(" ", "") for run in re.split(r"\s{2,}", plain.strip()))
    if person and any(char.isdigit() for char in plain):
        return " ".join(_with_letters(word) for word in words)
    return plain


def _looks(found: re.Match[str]) -> str:
    return found.group().translate(_LOOKS)


def _with_letters(word: str) -> str:
    lower = word.lower()
    read = letters_for_digits(lower, anywhere=True, per_digit=_LETTERS_PER_DIGIT)
    return word if read == lower else read
