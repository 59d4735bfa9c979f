"""Which script a character belongs to, and runs of words in one script."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache

from interdict.text.latin import JOINING, SPOKEN_MARKS
from interdict.text.scripts import KEPT_WORDS


class Script(Enum):
    """The scripts that have a reader of their own; `OTHER` is read letter by letter."""

    LATIN = "latin"
    ARABIC = "arabic"
    CYRILLIC = "cyrillic"
    DEVANAGARI = "devanagari"
    GREEK = "greek"
    HANGUL = "hangul"
    HAN = "han"
    HEBREW = "hebrew"
    KANA = "kana"
    OTHER = "other"


_RANGES = (
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x3005, 0x3007, Script.HAN),
    (0x3040, 0x30FF, Script.KANA),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7A3, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x3134F, Script.HAN),
)
"""Blocks of the Unicode Standard, first and last code point."""

_UNSPACED = frozenset({Script.HAN, Script.KANA, Script.HANGUL})
_LOOKALIKES = str.maketrans("авекмнорстухіјѕԁԛԝαβεικνορτυχ", "abekmhopctyxijsdqwabeikvoptux")
"""Cyrillic and Greek letters that look like Latin ones, each as what it looks like."""

_TATWEEL = "ـ"
_HEBREW_APOSTROPHES = "'`´’‘ʼ′"
_APOSTROPHES = frozenset(_HEBREW_APOSTROPHES)
GERESH = "׳"


@lru_cache(maxsize=4096)
def script_of(char: str) -> Script:
    """The script of a letter; of unlisted blocks, Latin if its name says so."""
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return Script.LATIN
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return Script.LATIN if "LATIN" in unicodedata.name(char, "") else Script.OTHER


def words_by_script(text: str) -> list[tuple[Script, tuple[str, ...]]]:
    """Runs of neighbouring words in one script, in the order of the text.

    Text is composed (NFKC) and in lower case. A word that mixes Latin with letters that only
    look Latin counts as Latin: a spelling made to pass a filter reads as it looks. Words that
    hold Han and kana are `KANA`; where Latin meets an East Asian script a new word begins.
    """
    runs: list[tuple[Script, tuple[str, ...]]] = []
    for word in _words(text):
        for script, part in _parts(word):
            if runs and runs[-1][0] is script:
                runs[-1] = (script, (*runs[-1][1], part))
            else:
                runs.append((script, (part,)))
    return runs


def _words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFKC", text).casefold()
    # Casefolding may undo the composition of what it expands.
    composed = unicodedata.normalize("NFC", composed)
    if _APOSTROPHES.isdisjoint(composed):
        return composed.translate(_SIGNS).split()
    kept: list[str] = []
    before = " "
    for char in composed:
        if char in _HEBREW_APOSTROPHES and script_of(before) is Script.HEBREW:
            kept.append(GERESH)
        else:
            kept.append(_kept(char))
        before = char
    return "".join(kept).split()


@lru_cache(maxsize=4096)
def _kept(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char
    if char in JOINING or char == _TATWEEL:
        return ""
    if char == "&":
        return " and "
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Cf":
        return ""
    if category == "Lm" and char not in SPOKEN_MARKS:
        return ""
    return char if category[0] in "LMN" or char == GERESH else " "


class _Signs(dict[int, str]):
    """For `str.translate`: what is kept of a sign, decided at first sight."""

    def __missing__(self, code: int) -> str:
        kept = _kept(chr(code))
        if len(self) < KEPT_WORDS:
            self[code] = kept
        return kept


_SIGNS = _Signs()


@lru_cache(maxsize=KEPT_WORDS)
def _parts(word: str) -> tuple[tuple[Script, str], ...]:
    """The word, or its parts where an East Asian script meets another."""
    scripts = set(map(script_of, word))
    if len(scripts) == 1:
        return ((scripts.pop(), word),)
    parts: list[tuple[Script, str]] = []
    for char in word:
        is_mark = unicodedata.category(char)[0] == "M" or char.isdigit()
        script = parts[-1][0] if parts and is_mark else script_of(char)
        if parts and _joins(parts[-1][0], script):
            last, text = parts[-1]
            parts[-1] = (_merged(last, script), text + char)
        else:
            parts.append((script, char))
    return tuple(_as_it_looks(script, part) for script, part in parts)


def _joins(left: Script, right: Script) -> bool:
    if left is right:
        return True
    if {left, right} == {Script.HAN, Script.KANA}:
        return True
    return not {left, right} & _UNSPACED


def _merged(left: Script, right: Script) -> Script:
    if {left, right} == {Script.HAN, Script.KANA}:
        return Script.KANA
    return left if right is Script.LATIN else right


def _as_it_looks(script: Script, word: str) -> tuple[Script, str]:
    if script in (Script.CYRILLIC, Script.GREEK) and any("a" <= char <= "z" for char in word):
        looks = word.translate(_LOOKALIKES)
        if all(script_of(char) is Script.LATIN for char in looks):
            return Script.LATIN, looks
    return script, word
