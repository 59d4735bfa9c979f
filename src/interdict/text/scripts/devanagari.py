"""Devanagari (Hindi, Marathi, Nepali) as passports write it: silent `a` left away."""

from __future__ import annotations

import re
import unicodedata

_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j",
    "झ": "jh", "ञ": "n", "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t",
    "थ": "th", "द": "d", "ध": "dh", "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "bh",
    "म": "m", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "v", "श": "sh", "ष": "sh",
    "स": "s", "ह": "h", "क़": "q", "ख़": "kh", "ग़": "gh", "ज़": "z", "ड़": "r", "ढ़": "rh",
    "फ़": "f", "य़": "y",
}  # fmt: skip
_CONSONANTS = {unicodedata.normalize("NFC", key): value for key, value in _CONSONANTS.items()}
_VOWELS = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e",
    "ऐ": "ai", "ओ": "o", "औ": "au", "ऑ": "o", "ऍ": "e",
}  # fmt: skip
_SIGNS = {
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai",
    "ो": "o", "ौ": "au", "ॉ": "o", "ॅ": "e",
}  # fmt: skip
_NASAL = {"ं": "n", "ँ": "n", "ः": "h"}
_VIRAMA = "्"
_NUKTA = "़"
_INHERENT = "A"
_SILENT_END = re.compile(f"(?<=[a-z]){_INHERENT}$")
_SILENT_INSIDE = re.compile(
    f"(?<=[aeiou{_INHERENT}])([a-z]h?){_INHERENT}(?=[b-df-hj-np-tv-z]h?[aeiou])"
)


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """With the silent vowels left away; with those inside words kept; with `w` for `v`."""
    spelt = [_SILENT_END.sub("", _spell(word)) for word in words]
    short = " ".join(_SILENT_INSIDE.sub(r"\1", word) for word in spelt).lower()
    full = " ".join(spelt).lower()
    return tuple(dict.fromkeys((short, full, short.replace("v", "w"))))


def _spell(word: str) -> str:
    spelt: list[str] = []
    for at, char in enumerate(word):
        after = word[at + 1 : at + 2]
        if after == _NUKTA:
            continue
        if char == _NUKTA:
            letter = _CONSONANTS.get(word[at - 1] + _NUKTA) or _CONSONANTS.get(word[at - 1], "")
            spelt.append(letter + _inherent(word[at + 1 : at + 2]))
        elif char in _CONSONANTS:
            spelt.append(_CONSONANTS[char] + _inherent(after))
        elif char != _VIRAMA:
            spelt.append(_VOWELS.get(char) or _SIGNS.get(char) or _NASAL.get(char) or char)
    return "".join(spelt)


def _inherent(after: str) -> str:
    return "" if after in _SIGNS or after == _VIRAMA else _INHERENT
