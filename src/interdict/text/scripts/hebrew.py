"""Hebrew: common names from a table, all other words by their letters.

Vowels are mostly unwritten and some letters have two sounds (ב b or v, פ p or f, ש sh or s,
ו v, o or u), so a word of letters alone has three forms: the usual one, one with the other
sounds, and one with an `e` where a consonant group cannot be spoken.
"""

from __future__ import annotations

import re

from interdict.text.scripts.detect import GERESH
from interdict.text.tables import readings_of

_CONSONANTS = {
    "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "פ": "p",
    "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_WITH_GERESH = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ת": "th", "ד": "dh", "ח": "kh"}
_SECOND_SOUNDS = {"ב": "v", "פ": "f", "ח": "ch", "כ": "ch", "ש": "s", "צ": "z", "ץ": "tz"}
_POINTS = re.compile("[\u0591-\u05c7]")
_VOWELS = "aeiou"
_SPOKEN_ENDS = frozenset(
    "nd nt ns nk ng rt rd rk rg rn rm rs rl rf rts ld lt lk lf lm ls st sk ft ts kh sh th ch zh "
    "mp mb nts rsh lsh nsh ks ps rch nch rj nj".split()
)
_SPOKEN_DIGRAPHS = re.compile("(?:sh|ch|ts|zh|th|kh|dh|[b-df-hj-np-tv-z])")


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Three forms; words that the table knows keep its spellings."""
    spelt = [_word(_POINTS.sub("", word)) for word in words]
    forms = [" ".join(word[min(at, len(word) - 1)] for word in spelt) for at in range(3)]
    return tuple(dict.fromkeys(forms))


def _word(word: str) -> tuple[str, ...]:
    known = readings_of("hebrew_words.txt")
    for bare in (word, word.replace(GERESH, "")):
        if bare in known:
            return known[bare]
    if word.startswith("אל") and word[2:] in known and len(word) > 4:
        return tuple(f"al {reading}" for reading in known[word[2:]])
    plain = _letters(word, {}, "o")
    return tuple(
        dict.fromkeys((plain, _speakable(plain), _speakable(_letters(word, _SECOND_SOUNDS, "u"))))
    )


def _letters(word: str, sounds: dict[str, str], rounded: str) -> str:
    """The word by its letters; `rounded` is how a ו between consonants is read."""
    spelt = _opening(word, rounded)
    at = 2 if spelt else 0
    while at < len(word):
        char, after = word[at], word[at + 1 : at + 2]
        if after == GERESH and char in _WITH_GERESH:
            spelt += _WITH_GERESH[char]
            at += 2
            continue
        if char + after in ("וו", "יי"):
            spelt += "v" if char == "ו" else "ay" if spelt[-1:] not in tuple(_VOWELS) else "y"
            at += 2
            continue
        if char in "אעוי":
            spelt += _weak(char, spelt, after, rounded)
        elif char == "ה" and not after:
            spelt += "" if spelt[-1:] in tuple(_VOWELS) else "a"
        elif char in _CONSONANTS:
            spelt += sounds.get(char, _CONSONANTS[char]) if spelt else _first(char, sounds)
        elif char != GERESH:
            spelt += char
        at += 1
    return spelt


def _opening(word: str, rounded: str) -> str:
    """The vowel of a word that opens with a silent letter and its vowel: אוטו, איתן."""
    if len(word) < 3 or word[0] not in "אע" or word[2] in "אעוי":
        return ""
    return {"ו": rounded, "י": "i"}.get(word[1], "")


def _first(char: str, sounds: dict[str, str]) -> str:
    """At the beginning of a word ב and פ are always hard."""
    return _CONSONANTS[char] if char in "בפכ" else sounds.get(char, _CONSONANTS[char])


def _weak(char: str, before: str, after: str, rounded: str) -> str:
    """The letters that stand for a vowel or for nothing."""
    vowel_before = before[-1:] in tuple(_VOWELS)
    if char in "אע":
        silent = (after and after in "וי") or before.endswith("a")
        return "" if silent else "a"
    if char == "ו":
        return "v" if not before or (vowel_before and before[-1] != "i") else rounded
    if not before and after and after not in "אעוי":
        return "y"
    return "y" if (vowel_before and before[-1] != "i") or not before else "i"


def _speakable(spelt: str) -> str:
    """With an `e` in consonant groups at either end that nobody can say."""
    sounds = _SPOKEN_DIGRAPHS.findall(re.split("[aeiouy]", spelt)[0])
    if len(sounds) > 1 and sounds[1] not in ("r", "l", "v") and sounds[0] not in ("s", "sh"):
        spelt = sounds[0] + "e" + spelt[len(sounds[0]) :]
    tail = re.split("[aeiouy]", spelt)[-1]
    ending = _SPOKEN_DIGRAPHS.findall(tail)
    if len(ending) > 1 and ending[-2] + ending[-1] not in _SPOKEN_ENDS:
        spelt = spelt[: -len(ending[-1])] + "e" + ending[-1]
    return spelt
