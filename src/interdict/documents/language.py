"""The language of a text, told by its script and its function words; None where unsure."""

from __future__ import annotations

import re
from collections import Counter

_FUNCTION_WORDS = {
    "en": "the of and to in that is was for on with as by has have from at which be it an this",
    "es": "el la los las de del y en que un una por con para se es su al lo como más fue ha",
    "fr": "le la les des du de et en que un une dans pour est par au aux sur qui pas avec ce ses",
    "pt": "o a os as de do da dos das e em que um uma não por com para se no na foi ao pelo",
    "de": "der die das und den dem des zu in ist von mit sich auf ein eine nicht für als auch im",
}
_TABLE = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_SCRIPT_CHARS = 4_000
_MIN_WORDS = 12
_MIN_SHARE = 0.15
_MIN_LEAD = 1.3
"""How far the best language must lead the next: Spanish and Portuguese share many words."""

_SCRIPTS = re.compile(
    r"(?P<latin>[A-Za-z\u00c0-\u024f]+)|(?P<cyrillic>[\u0400-\u04ff]+)|(?P<arabic>[\u0620-\u06ff]+)"
    r"|(?P<kana>[\u3040-\u30ff]+)|(?P<han>[\u4e00-\u9fff]+)|(?P<ko>[\uac00-\ud7af]+)"
    r"|(?P<he>[\u05d0-\u05ea]+)|(?P<el>[\u0370-\u03ff]+)|(?P<th>[\u0e00-\u0e7f]+)"
)
_ONE_LANGUAGE = frozenset({"ko", "he", "el", "th"})
"""Scripts that one language of the press is written in, named by it."""
_MIN_LETTERS = 24
_MOST = 0.6
_MIN_KANA_SHARE = 0.05


def guess_language(text: str) -> str | None:
    """ISO 639-1 code; None for a language that is not told apart, or too little text.

    By function words: en, es, fr, pt, de. By script and telling letters: ar, el, fa, he, ja,
    ko, ru, th, uk, ur, zh.
    """
    sample = text[:_SAMPLE_CHARS]
    scripts: Counter[str] = Counter()
    for found in _SCRIPTS.finditer(sample, 0, _SCRIPT_CHARS):
        scripts[str(found.lastgroup)] += len(found[0])
    n_letters = sum(scripts.values())
    if n_letters < _MIN_LETTERS:
        return None
    east_asian = scripts["kana"] + scripts["han"]
    if east_asian > _MOST * n_letters:
        return "ja" if scripts["kana"] > _MIN_KANA_SHARE * east_asian else "zh"
    script, n_most = scripts.most_common(1)[0]
    if n_most < _MOST * n_letters:
        return None
    if script == "latin":
        return _by_function_words(sample)
    if script in _ONE_LANGUAGE:
        return script
    return _by_letters(script, sample)


def _by_function_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    n_words = sum(words.values())
    if n_words < _MIN_WORDS:
        return None
    hits = sorted(
        ((sum(words[word] for word in table), language) for language, table in _TABLE.items()),
        reverse=True,
    )
    (best, language), (second, _) = hits[0], hits[1]
    if best < _MIN_SHARE * n_words or best < _MIN_LEAD * second:
        return None
    return language


def _by_letters(script: str, sample: str) -> str | None:
    """Languages that share a script, by letters that only one of them has."""
    lower = sample.lower()
    if script == "cyrillic":
        ukrainian = sum(lower.count(letter) for letter in "іїєґ")
        russian = sum(lower.count(letter) for letter in "ыэё")
        if ukrainian == russian:
            return None
        return "uk" if ukrainian > russian else "ru"
    if script == "arabic":
        if any(letter in sample for letter in "ٹڈڑےں"):
            return "ur"
        return "fa" if any(letter in sample for letter in "پچژگ") else "ar"
    return None
