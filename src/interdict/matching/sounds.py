"""How a word is spoken, roughly: what different romanisations of one name have in common.

`spoken` takes away what spellings differ in (doubled letters, `kh` or `k`, `o` or `u`); its
consonants (`skeleton`) are the key under which words that sound alike are found.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GROUPS = {
    "sch": "s",
    "tch": "s",
    "dzh": "j",
    "dsch": "j",
    "tsch": "s",
    "sh": "s",
    "ch": "s",
    "zh": "j",
    "dj": "j",
    "kh": "k",
    "gh": "k",
    "ck": "k",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "ts": "s",
    "tz": "s",
    "cz": "s",
    "sz": "s",
    "ks": "x",
    "ou": "u",
    "oo": "u",
    "eu": "u",
    "eo": "u",
    "ee": "i",
    "ei": "i",
    "ai": "i",
    "ay": "i",
    "ey": "i",
    "ie": "i",
    "iy": "i",
    "ij": "i",
    "yy": "i",
    "ae": "e",
}
_GROUP = re.compile("|".join(sorted(_GROUPS, key=lambda group: (-len(group), group))))
_SOFT = re.compile("^x(?=i.?$)|c(?=[eiy])|(?<=[ei])c$")
"""The x of pinyin, and c where it is spoken soft (-ovic): all are an s."""
_LETTERS = str.maketrans("cqgzvwyoe", "kkksffiui")
_DOUBLED = re.compile(r"(.)\1+")
_INNER_WEAK = re.compile("(?<=.)h")
_VOWELS = str.maketrans("", "", "aeiou")

SHORTEST_SKELETON = 2
"""Consonants below which a word's key is all that is spoken: too many words would share it."""

LONGEST_SKELETON = 8
"""As many letters as fit into one 64-bit number."""


@lru_cache(maxsize=65_536)
def spoken(word: str) -> str:
    """The word with its spelling levelled: `qadhafi` and `gaddafi` give `kadafi`.

    Words with a digit are left as they are.
    """
    if not word.isalpha():
        return word
    plain = _SOFT.sub("s", _GROUP.sub(lambda found: _GROUPS[found[0]], word)).translate(_LETTERS)
    return _DOUBLED.sub(r"\1", _INNER_WEAK.sub("", plain))


def skeleton(word: str, *, longest: int | None = LONGEST_SKELETON) -> str:
    """The first consonants of the spoken word, after an `a` if it begins with a vowel.

    At most `longest` letters. With fewer than `SHORTEST_SKELETON` consonants the spoken word
    itself (`li` for lee); empty for single letters and words with digits.
    """
    if len(word) < 2 or not word.isalpha():
        return ""
    plain = spoken(word)
    bones = _DOUBLED.sub(r"\1", plain.translate(_VOWELS))
    if len(bones) < SHORTEST_SKELETON:
        return plain[:longest]
    return ("a" + bones if plain[0] in "aeiou" else bones)[:longest]
