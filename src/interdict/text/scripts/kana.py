"""Japanese kana in Hepburn without length marks, and foreign names without filler vowels.

Words that hold kanji beside kana (`田中さくら`) are cut: the kanji are read as a family name.
"""

from __future__ import annotations

import re

from interdict.text.scripts.detect import Script, script_of

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト",
    "n": "ナニヌネノ", "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ",
    "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ",
    "p": "パピプペポ",
}  # fmt: skip
_SYLLABLES = {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
}
_SYLLABLES |= {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o",
    "ン": "n", "ヴ": "vu", "ー": "", "ヶ": "ga", "ヵ": "ka",
}  # fmt: skip
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_LONG = ((re.compile("ou|oo"), "o"), (re.compile("uu"), "u"))
_FILLER_U = re.compile("(?<=[bcdfghkmprsvz])u(?=[bcdfghjkmnprstvz]|$)")
_FILLER_O = re.compile("(?<=[td])o(?=[bcdfghjkmnprstvz]|$)")


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Hepburn; for names wholly in katakana also without the vowels that only carry consonants."""
    plain = [" ".join(_parts(word)) for word in words]
    shortened = " ".join(_short(word) for word in plain)
    if any(script_of(char) is Script.HAN for word in words for char in word):
        return (shortened,)
    if all("\u30a0" <= char <= "\u30ff" for word in words for char in word):
        foreign = [_FILLER_O.sub("", _FILLER_U.sub("", word)) for word in plain]
        return tuple(dict.fromkeys((shortened, " ".join(foreign).replace("ts", "t"))))
    return (shortened,)


def _parts(word: str) -> list[str]:
    """Kana as syllables; kanji between them as the Han reader has a Japanese name's part."""
    parts: list[tuple[bool, str]] = []
    for char in word:
        is_han = script_of(char) is Script.HAN
        if parts and parts[-1][0] == is_han:
            parts[-1] = (is_han, parts[-1][1] + char)
        else:
            parts.append((is_han, char))
    return [_kanji(text) if is_han else hepburn(text) for is_han, text in parts]


def _kanji(text: str) -> str:
    from interdict.text.scripts.han import readings as han_readings

    return han_readings((text,))[0]


def hepburn(word: str) -> str:
    """Kana as syllables, doubled consonants doubled, long vowels as they are written."""
    spelt = ""
    doubled = False
    for char in word.translate(_HIRAGANA_TO_KATAKANA):
        if char == "ッ":
            doubled = True
            continue
        if char in _SMALL_Y and spelt:
            spelt = _with_small_y(spelt, _SMALL_Y[char])
            continue
        if char in _SMALL_VOWELS:
            spelt = _with_small_vowel(spelt, _SMALL_VOWELS[char])
            continue
        syllable = _SYLLABLES.get(char, "")
        if doubled and syllable:
            spelt += "t" if syllable.startswith("ch") else syllable[0]
        spelt += syllable
        doubled = False
    return spelt


def _with_small_y(spelt: str, vowel: str) -> str:
    glide = "" if spelt.endswith(("shi", "chi", "ji")) else "y"
    return spelt[:-1] + glide + vowel


def _with_small_vowel(spelt: str, vowel: str) -> str:
    """`ファ` is fa, `ティ` ti, `ウィ` wi, `シェ` she."""
    if spelt.endswith(("fu", "vu", "te", "de", "to", "do", "shi", "chi", "ji", "tsu")):
        return spelt[:-1] + vowel
    if spelt.endswith("u") and (len(spelt) == 1 or spelt[-2] in "aeiou"):
        return spelt[:-1] + "w" + vowel
    return spelt + vowel


def _short(spelt: str) -> str:
    for pattern, vowel in _LONG:
        spelt = pattern.sub(vowel, spelt)
    return spelt
