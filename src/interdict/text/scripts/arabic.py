"""Arabic and Persian: words of names from a table, all other words by their letters.

Short vowels are not written. A word that the table does not know is read twice: with `a` where
two consonants cannot stand together, and with the sounds that foreign names need (g for ج and
غ, o for و, e for ي). The article is written apart (`al hasan`), `abd` and what it serves
together with the article (`abdul karim`, in the second form `abdelkarim`, in the third `abd al
karim`); in the second form words in `al-din` are one (`nuruddin`).

Source: the letters follow the tables of the Library of Congress (ALA-LC) without their marks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interdict.text.scripts import KEPT_WORDS
from interdict.text.tables import readings_of

_EVENED = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي",
        "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ۀ": "ه",
        "ـ": None,
    }
)  # fmt: skip
_POINTS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڨ": "g", "ں": "n", "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ڭ": "g", "ۆ": "o", "ښ": "sh", "ځ": "z", "څ": "ts", "ډ": "d",
    "ړ": "r", "ټ": "t", "ڼ": "n", "ږ": "zh",
}  # fmt: skip
_FOREIGN = {"ج": "g", "غ": "g", "ف": "v", "ق": "k", "ث": "th"}
_CONSONANTS_ABROAD = _CONSONANTS | _FOREIGN
_SOUNDS = re.compile("sh|th|kh|dh|gh|ch|zh|ts|[a-z]|'")
_VOWELS = frozenset("aeiou")
_SERVANTS = ("abd", "ubayd")


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Three forms, see the module."""
    bare = [_even(word) for word in words]
    forms = []
    for at in range(3):
        spelt = " ".join(_kept_word(word, at) for word in bare if word)
        forms.append(_with_god(_with_faith(_with_servants(spelt, at), at)))
    return tuple(dict.fromkeys(forms))


def _even(word: str) -> str:
    return _POINTS.sub("", word).translate(_EVENED)


@lru_cache(maxsize=3 * KEPT_WORDS)
def _kept_word(word: str, at: int) -> str:
    return _word(word, at)


def _word(word: str, at: int) -> str:
    """One written word; the article and the links written onto it come apart."""
    known = readings_of("arabic_words.txt")
    if word in known:
        return _form(known[word], at)
    if word.endswith("الله") and len(word) > 4:
        stem = _word(word[:-4], at)
        return f"{stem} allah" if stem in _SERVANTS else _joined(stem, "ullah")
    if word.endswith("الدين") and len(word) > 5:
        return f"{_word(word[:-5], at)} al din"
    if word.startswith("عبدال") and len(word) > 6:
        return f"abd al {_word(word[5:], at)}"
    if word.startswith("عبد") and word[3:] in known:
        return f"abd {_form(known[word[3:]], at)}"
    if word.startswith("ال") and len(word) > 4 and (word[2:] in known or at < 2):
        return f"al {_word(word[2:], at)}"
    if word.startswith(("وال", "بال")) and word[3:] in known:
        return f"{'wa' if word[0] == 'و' else 'bil'} al {_form(known[word[3:]], at)}"
    return _by_letters(word, at)


def _form(readings: tuple[str, ...], at: int) -> str:
    return readings[min(at, len(readings) - 1)]


def _joined(stem: str, ending: str) -> str:
    """`sayf` and `ullah`, `ata` and `ullah`: one vowel where they meet."""
    return stem.rstrip("aiu") + ending if len(stem) > 3 else stem + ending


def _with_servants(spelt: str, at: int) -> str:
    """`abd al karim` in the usual joined spellings; God's servant is always one word."""
    spelt = re.sub(r"\babd allah\b", "abdallah" if at == 1 else "abdullah", spelt)
    if at == 0:
        return re.sub(r"\babd al ", "abdul ", spelt)
    if at == 1:
        return re.sub(r"\babd al (\w)", r"abdel\1", spelt)
    return spelt


def _with_god(spelt: str) -> str:
    """`sayf allah` as the one word that it is; a group's `hizb` and `ansar` stay apart."""
    return re.sub(
        r"\b(?!hizb|ansar|ahl|jund)(\w{3,}) allah\b",
        lambda found: _joined(found[1], "ullah"),
        spelt,
    )


def _with_faith(spelt: str, at: int) -> str:
    """`nur al din` as `nuruddin` in the second form; other articles stay."""
    if at != 1:
        return spelt
    return re.sub(r"\b(\w{2,}) al din\b", lambda found: found[1].rstrip("aiu") + "uddin", spelt)


def _by_letters(word: str, at: int) -> str:
    sounds = _CONSONANTS_ABROAD if at == 2 else _CONSONANTS
    spelt: list[str] = []
    if len(word) > 2 and word[0] in "اع" and word[1] in "وي" and word[2] not in "اويع":
        # A vowel at the beginning is written on a silent letter: Umar, Idris, Oviedo.
        spelt.append("i" if word[1] == "ي" else "o" if at > 0 else "u")
        word = word[2:]
    for place, char in enumerate(word):
        before = spelt[-1] if spelt else ""
        after = word[place + 1 : place + 2]
        spelt.append(_sound(char, before, after, sounds, foreign=at > 0))
    plain = "".join(spelt)
    return plain if at == 2 else vocalised(plain)


def _sound(char: str, before: str, after: str, sounds: dict[str, str], *, foreign: bool) -> str:
    vowel_before = before[-1:] in _VOWELS
    if char in "اعء":
        if not before and after and after in "وي":
            return ""
        return "" if before.endswith("a") or char == "ء" else "a"
    if char == "ه" and not after:
        return "" if vowel_before else "a"
    if char == "و" or char == "ؤ":
        if (not before and after != "") or (vowel_before and before != "i") or after == "ا":
            return "w"
        return "o" if foreign else "u"
    if char in "يئ":
        if not before and after and after not in _CONSONANTS:
            return "y"
        if vowel_before and after:
            return "y" if before[-1] != "y" else "i"
        return "iy" if after == "ا" and before else "i"
    return sounds.get(char, char)


def vocalised(plain: str) -> str:
    """With `a` where a word begins or ends in two consonants, or holds three: hsn, hasan."""
    spelt: list[str] = []
    sounds = _SOUNDS.findall(plain)
    run = 0
    for at, sound in enumerate(sounds):
        is_vowel = sound in _VOWELS
        run = 0 if is_vowel else run + 1
        is_last = at == len(sounds) - 1
        # One letter written twice is two syllables: a doubled sound is written once.
        opens = run == 2 and (at == 1 or is_last or sound == sounds[at - 1])
        if opens or run == 3:
            spelt.append("a")
            run = 1
        spelt.append(sound)
    return "".join(spelt)
