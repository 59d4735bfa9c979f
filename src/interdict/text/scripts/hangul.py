"""Hangul: Korean names, and foreign names as Korean writes them.

A Korean name is a family name of a known list and one or two syllables more. It has three
forms: the state's romanisation of 2000 with the family name as its bearers spell it, the habit
of South Korean passports (`Jung`, `Soo`), and the North Korean one (`Jong`, `Chol`, `Ri`).
Syllables stand apart, as lists mostly have them. Everything else is read as a foreign name:
syllables run together, and the filler vowel `eu` dropped.

Source: Revised Romanization of Korean (2000); McCune-Reischauer (1939) for the northern form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from interdict.text.sounds import MAYBE_R
from interdict.text.tables import readings_of

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = tuple("g kk n d tt r m b pp s ss _ j jj ch k t p h".split())
_MEDIALS = tuple("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split())
_FINALS = tuple("_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split())
_LINKED_FINALS = tuple(
    "_ g kk ks n nj n d r lg lm lb ls lt lp l m b ps s ss ng j ch k t p _".split()
)
"""A final before a syllable without an initial is spoken as that syllable's first sound."""

_NORTH_INITIALS = {"g": "k", "d": "t", "b": "p"}
_NORTH_MEDIALS = {"eo": "o", "yeo": "yo", "eu": "u"}
_HABIT_MEDIALS = {"eo": "u", "yeo": "yu"}
_FOREIGN_INITIALS = {"kk": "k", "tt": "t", "pp": "p", "ss": "ts", "jj": "j"}
_FOREIGN_MEDIALS = {"yeo": "ye", "eo": "e", "ae": "a", "ui": "i", "oe": "o"}
"""The vowels of foreign names are nearer to these than to the state's romanisation."""

_FRICATIVES = str.maketrans("pbj", "fvz")

_SH = re.compile("sy(?=[aeou])")
_FILLER = re.compile("(?<=[bcdfgjklmnprstz])eu|(?<=h)eu(?=[a-z])")

_WORDS_OF_NAME = (3, 4)

Jamo = tuple[int, int, int]


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Korean forms first where the words can be a Korean name, else the foreign reading."""
    split = [_with_suffix_apart(word) for word in words]
    flat = tuple(part for parts in split for part in parts)
    if len(flat) == 1 or (len(flat) == 2 and len(flat[0]) <= 2 and len(flat[1]) <= 2):
        families = readings_of("korean_surnames.txt")
        is_turned = flat[-1] in families and flat[0] not in families  # the family name last
        whole = _korean_name("".join(flat[::-1] if is_turned else flat))
        if whole is not None:
            return whole
    known = readings_of("korean_words.txt")
    if any(word in known for word in flat):
        spelt = (known[word][0] if word in known else foreign_readings(word)[-1] for word in flat)
        return (" ".join(spelt),)
    each = [foreign_readings(word) for word in flat]
    return tuple(" ".join(forms[at] for forms in each) for at in range(3))


def _with_suffix_apart(word: str) -> list[str]:
    """`금강주식회사` as two words."""
    for known in readings_of("korean_words.txt"):
        if word != known and word.endswith(known) and len(known) > 1:
            return [word[: -len(known)], known]
        if word != known and word.startswith(known) and len(known) > 2:
            return [known, word[len(known) :]]
    return [word]


def _korean_name(word: str) -> tuple[str, ...] | None:
    """Three forms of a full name of two to four syllables; None if it cannot be one."""
    if word in readings_of("korean_words.txt"):
        return None
    if not all(_FIRST <= ord(char) <= _LAST for char in word):
        return None
    surnames = readings_of("korean_surnames.txt")
    length = 2 if word[:2] in surnames and len(word) > 2 else 1
    surname, given = word[:length], word[length:]
    if surname not in surnames or not 1 <= len(given) <= 2:
        return None
    spelt = surnames[surname]
    state = " ".join(_spell(_jamo(char), {}, {}) for char in given)
    habit = " ".join(_habit(_jamo(char)) for char in given)
    north = " ".join(
        _spell(_jamo(char), _NORTH_INITIALS if at == 0 else {}, _NORTH_MEDIALS)
        for at, char in enumerate(given)
    )
    return (
        f"{spelt[0]} {state}",
        f"{spelt[1] if len(spelt) > 1 else spelt[0]} {habit}",
        f"{spelt[-1]} {north}",
    )


def _jamo(char: str) -> Jamo:
    """Initial, medial and final of a syllable, by the arithmetic of the Unicode Standard."""
    index = ord(char) - _FIRST
    return index // 588, index % 588 // 28, index % 28


def is_hangul(text: str) -> bool:
    """True for a text of Hangul syllables alone."""
    return bool(text) and all(_FIRST <= ord(char) <= _LAST for char in text)


def southern(syllable: str) -> str:
    """A syllable as the South writes it where a word begins: 리 is 이 there, and 라 is 나.

    Source: the law of initial sounds (dueum beopchik) of the South Korean orthography of 1988.
    """
    initial, medial, final = _jamo(syllable)
    if _INITIALS[initial] not in ("r", "n"):
        return syllable
    is_dropped = _MEDIALS[medial] in ("ya", "yeo", "ye", "yo", "yu", "i")
    sound = _INITIALS.index("_" if is_dropped else "n")
    return chr(_FIRST + 588 * sound + 28 * medial + final)


def syllables_of(word: str) -> frozenset[str]:
    """The Korean syllables that a folded word may spell in Latin, by the state's romanisation, the
    habit of passports or in the northern form; empty for other words."""
    return _spelt_syllables().get(word, frozenset())


def is_romanised_name(words: Sequence[str]) -> bool:
    """True for folded words that can be a Korean name: three or four of them, a family name first
    or last, and syllables beside it."""
    if len(words) not in _WORDS_OF_NAME or not all(map(syllables_of, words)):
        return False
    return words[0] in _families() or words[-1] in _families()


@cache
def _families() -> frozenset[str]:
    """Spellings of family names."""
    known = readings_of("korean_surnames.txt").values()
    return frozenset(spelt for spellings in known for spelt in spellings)


@cache
def _spelt_syllables() -> dict[str, frozenset[str]]:
    """Spelling -> syllables, each syllable as the South writes it; family names as in their table.

    McCune-Reischauer has ch for j where a word begins, as the North has k, t and p.
    """
    found: dict[str, set[str]] = {}
    for family, forms in readings_of("korean_surnames.txt").items():
        for spelt in forms if len(family) == 1 else ():
            found.setdefault(spelt, set()).add(southern(family))
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        jamo = _jamo(char)
        spellings = {_spell(jamo, {}, {}), _habit(jamo), _spell(jamo, {}, _NORTH_MEDIALS)}
        hard = {**_NORTH_INITIALS, "j": "ch"}
        spellings |= {_spell(jamo, hard, {}), _spell(jamo, hard, _NORTH_MEDIALS)}
        for spelt in spellings:
            found.setdefault(spelt, set()).add(southern(char))
    return {spelt: frozenset(chars) for spelt, chars in found.items()}


def _spell(jamo: Jamo, initials: dict[str, str], medials: dict[str, str]) -> str:
    initial, medial = _INITIALS[jamo[0]], _MEDIALS[jamo[1]]
    spelt = initials.get(initial, initial) + medials.get(medial, medial) + _FINALS[jamo[2]]
    return spelt.replace("_", "")


def _habit(jamo: Jamo) -> str:
    """`soo`, `hyun`, `kyung`, `young`: the spelling that people choose for themselves."""
    initial, medial, final = _INITIALS[jamo[0]], _MEDIALS[jamo[1]], _FINALS[jamo[2]]
    initial = "k" if initial == "g" else initial.replace("_", "")
    if medial == "u" and (final in ("_", "n") or not initial):
        medial = "oo" if initial else "woo"
    elif medial == "ui":
        medial = "ee" if initial else "eui"
    elif medial == "yeo" and not initial:
        medial = "you" if final == "ng" else "yeo"
    else:
        medial = _HABIT_MEDIALS.get(medial, medial)
    return initial + medial + final.replace("_", "")


def foreign_readings(word: str) -> tuple[str, str, str]:
    """A foreign name: with p, b, j and without filler vowels; with f, v, z and the r that is
    not spoken after a vowel (`parker`); as it is written."""
    full = "".join(_linked(word, {}))
    spelt = _linked(word, _FOREIGN_MEDIALS)
    with_r = "".join(
        part + ("r" if _is_open_eo(char) else MAYBE_R if _may_have_r(word, at) else "")
        for at, (part, char) in enumerate(zip(spelt, word, strict=True))
    )
    return _short("".join(spelt)), _short(with_r).translate(_FRICATIVES), full


def _short(spelt: str) -> str:
    """Without filler vowels."""
    return _SH.sub("sh", _FILLER.sub("", spelt).replace("ll", "l"))


def _is_open_eo(char: str) -> bool:
    """True for a syllable that ends with the vowel in which foreign -er is written."""
    if not _FIRST <= ord(char) <= _LAST:
        return False
    _, medial, final = _jamo(char)
    return _MEDIALS[medial] == "eo" and not final


def _may_have_r(word: str, at: int) -> bool:
    """True for an open a or o, which Korean writes for ar and or too (`hadin`, Hardin)."""
    if not _FIRST <= ord(word[at]) <= _LAST:
        return False
    _, medial, final = _jamo(word[at])
    after = _next_initial(word, at)
    return _MEDIALS[medial] in ("a", "o") and not final and after not in ("_", "r", "n", None)


def _linked(word: str, medials: dict[str, str]) -> list[str]:
    """The syllables of a foreign name, finals linked to what follows."""
    spelt: list[str] = []
    for at, char in enumerate(word):
        if not _FIRST <= ord(char) <= _LAST:
            spelt.append(char)
            continue
        initial, medial, final = _jamo(char)
        after = _next_initial(word, at)
        sound = _INITIALS[initial].replace("_", "")
        if sound == "r" and spelt and spelt[-1].endswith("l"):
            sound = "l"
        ending = (_LINKED_FINALS if after == "_" else _FINALS)[final].replace("_", "")
        vowel = medials.get(_MEDIALS[medial], _MEDIALS[medial])
        spelt.append(_FOREIGN_INITIALS.get(sound, sound) + vowel + ending)
    return spelt


def _next_initial(word: str, at: int) -> str | None:
    char = word[at + 1 : at + 2]
    if not char or not _FIRST <= ord(char) <= _LAST:
        return None
    return _INITIALS[_jamo(char)[0]]
