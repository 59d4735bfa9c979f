"""Foreign names in Han by the sounds that translators spell with these characters.

`han_foreign.txt` has the usual sounds of the characters; one that it has not is read by its
pinyin, whose letters are brought near to those of other languages. Chinese writes l and r with the
same characters, and an r that closes a syllable mostly not at all (`ha ding` is Hardin), so a name
is read as it is spelt, and with these sounds in doubt (`sounds.L_OR_R`, `sounds.MAYBE_R`): once by
the likelier sounds of its characters, once by the others.
"""

from __future__ import annotations

import re
from functools import cache

from interdict.text.scripts.han_syllables import syllables
from interdict.text.sounds import L_OR_R, MAYBE_R
from interdict.text.tables import readings_of

_BY_EAR = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ng$", "n"),
        ("^zh", "j"),
        ("^q", "ch"),
        ("^x", "sh"),
        ("(?:(?<=^j)|(?<=[cs]h))i(?=[aou])", ""),
        ("^c(?!h)", "ts"),
        ("(?<=[dtlngkhcs])uo$", "o"),
        ("^(zi|ci|si)$", "z"),
        ("ao$", "au"),
    )
)
"""Pinyin to what its syllables stand for in foreign names, one rule after the other."""

_LIPS = re.compile("n(?=[bp])")

_OPEN = re.compile("[^aeiou][aeou]$")
"""A syllable after which an r may have been left out."""

_NO_R_BEFORE = frozenset("aeiouyrlwn")
"""Before these Chinese writes an r, or has drawn the consonant to the vowel before it."""


def foreign_readings(word: str) -> tuple[str, str, str]:
    """A foreign name as it is spelt; the same with its doubts; by the other sounds, with doubts."""
    likely, other = zip(*map(_sounds, word), strict=True)
    plain = _LIPS.sub("m", "".join(likely))
    return plain, _with_doubts(word, likely), _with_doubts(word, other)


def _with_doubts(word: str, sounds: tuple[str, ...]) -> str:
    spelt = ""
    for at, (char, sound) in enumerate(zip(word, sounds, strict=True)):
        spelt += L_OR_R + sound[1:] if _is_liquid(char, sound) else sound
        after = sounds[at + 1][:1] if at + 1 < len(sounds) else ""
        if _OPEN.search(sound) and after not in _NO_R_BEFORE:
            spelt += MAYBE_R
    return _LIPS.sub("m", spelt)


def _is_liquid(char: str, sound: str) -> bool:
    """True for a character of l, which stands for r as well, and for one that is l or r alone."""
    return sound in ("l", "r") or (sound[:1] in ("l", "r") and syllables(char)[0][0] == "l")


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
