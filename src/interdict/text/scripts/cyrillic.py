"""Cyrillic: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Bulgarian, Kazakh, Mongolian.

Three forms: the one of geographic boards (BGN/PCGN, without its marks), the one of passports
(ICAO Doc 9303, part 3), and the one that newspapers use (`-sky`, `x`), where names that can be
Japanese or Chinese stand as those spell them (`cyrillic_east`); for words with Serbian
or Macedonian letters the Latin alphabet of those languages and its English form.
"""

from __future__ import annotations

import re

from interdict.text.scripts.cyrillic_east import eastern

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh",
    "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "җ": "j", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ӏ": "",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj",
    "ѕ": "dz", "ѐ": "e", "ѝ": "i", "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip
_GAJ = _COMMON | {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "ђ": "d"}
_ENGLISH_SERBIAN = _COMMON | {"х": "h", "ц": "c", "ћ": "ch", "џ": "dzh", "ј": "y", "љ": "ly"}
_ENGLISH_SERBIAN["њ"] = "ny"
_UKRAINIAN = _COMMON | {"г": "h", "и": "y", "й": "y"}
_ICAO = _COMMON | {"й": "i", "ю": "iu", "я": "ia", "ъ": "ie", "ё": "e", "є": "ie", "ї": "i"}

_UKRAINIAN_ICAO = _ICAO | {"г": "h", "и": "y"}

_SOUTH_SLAVIC = frozenset("ђјљњћџѓќѕ")
_UKRAINIAN_LETTERS = frozenset("іїєґў")
_NEWSPAPER = (
    (re.compile("(?<=[a-z])(?:iy|yy|yi|iyi)$"), "y"),
    (re.compile("ks"), "x"),
    (re.compile("^ye"), "e"),
    (re.compile("yo"), "e"),
    (re.compile("dzh"), "j"),
    (re.compile("^kh(?=[aeiou])"), "h"),
)


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Three forms, see the module; the language is that of the telling letters of any word."""
    letters = frozenset("".join(words))
    if letters & _SOUTH_SLAVIC:
        tables = (_GAJ, _ENGLISH_SERBIAN)
        return tuple(" ".join(_spell(word, table) for word in words) for table in tables)
    board = _UKRAINIAN if letters & _UKRAINIAN_LETTERS else _COMMON
    first = [_spell(word, board) for word in words]
    first = [_with_y(word, spelt) for word, spelt in zip(words, first, strict=True)]
    icao = _UKRAINIAN_ICAO if board is _UKRAINIAN else _ICAO
    passport = [_spell(word, icao) for word in words]
    return (
        " ".join(first),
        " ".join(passport),
        " ".join(eastern(w) or _newspaper(s) for w, s in zip(words, first, strict=True)),
    )


def _spell(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in word)


def _with_y(word: str, spelt: str) -> str:
    """`Yevgeniy`, `Yelena`: a word's first е is written with its glide."""
    return "y" + spelt if word.startswith("е") else spelt


def _newspaper(spelt: str) -> str:
    for pattern, replacement in _NEWSPAPER:
        spelt = pattern.sub(replacement, spelt)
    return spelt
