"""Foreign names in Han by the sounds that translators spell with these characters.

`han_foreign.txt` has the usual sounds of the characters; one that it has not is read by its
pinyin, whose letters are brought near to those of other languages. Chinese has one sound for l
and r and writes the end of a syllable with few signs, so a name is read twice: once with
the likelier sounds, once with the others.
"""

from __future__ import annotations

import re
from functools import cache

from interdict.text.scripts.han_syllables import syllables
from interdict.text.tables import readings_of

_BY_EAR = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ng$", "n"),
        ("^zh", "j"),
        ("^q", "ch"),
        ("^x", "sh"),
        ("^c(?!h)", "ts"),
        ("(?<=[dtlngkhcs])uo$", "o"),
        ("^(zi|ci|si)$", "z"),
        ("ao$", "au"),
    )
)
"""Pinyin to what its syllables stand for in foreign names, one rule after the other."""

_LIPS = re.compile("n(?=[bp])")


def foreign_readings(word: str) -> tuple[str, str]:
    """A foreign name with the likelier sound of each character, and with the other one."""
    each = [_sounds(char) for char in word]
    first = "".join(sounds[0] for sounds in each)
    return _LIPS.sub("m", first), "".join(sounds[1] for sounds in each)


def _sounds(char: str) -> tuple[str, str]:
    known = _table().get(char)
    if known is not None:
        return known
    heard = "".join(syllables(char))
    for pattern, sound in _BY_EAR:
        heard = pattern.sub(sound, heard)
    return heard, heard


@cache
def _table() -> dict[str, tuple[str, str]]:
    """The two usual sounds of a character, the same one twice where it has one."""
    return {
        char: (sounds[0], sounds[-1])
        for chars, sounds in readings_of("han_foreign.txt").items()
        for char in chars
    }
