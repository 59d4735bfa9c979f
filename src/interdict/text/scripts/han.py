"""Han characters: Chinese names and firms, and the names of Japanese and Koreans.

A name is read as Japanese if a list of family names and one of given names make it up whole;
as Chinese (pinyin) otherwise, a known family name apart from the given one; and in a further
form as Korean if every character is common in Korean names. Firms and institutions are cut at
the words that all of them use. Names that begin with no family name are foreign ones: one word,
first by the sounds that their characters stand for, then in pinyin.

The syllables of single characters are those of anyascii (its table is from Unihan).
"""

from __future__ import annotations

from functools import cache, lru_cache

from interdict.text.scripts import KEPT_WORDS
from interdict.text.scripts.han_foreign import foreign_readings
from interdict.text.scripts.han_syllables import syllables
from interdict.text.scripts.hangul import readings as hangul_readings
from interdict.text.tables import lines_of, readings_of

_LONGEST_NAME = 4
_LONGEST_PART = 2


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """One to four readings; neighbouring words are read one by one.

    Chinese writes its own names in one piece, and parts only those of foreigners (by a dot):
    several words are read as foreign if one is longer than a name's part, or none can be a
    family name.
    """
    if len(words) > 1 and _are_foreign(words) and not any(map(_cut, words)):
        by_word = [(*foreign_readings(word), "".join(syllables(word))) for word in words]
        return tuple(dict.fromkeys(" ".join(forms) for forms in zip(*by_word, strict=True)))
    if len(words) == 2 and words[0] in readings_of("han_surnames.txt"):
        words = ("".join(words),)  # its own family name apart, as lists write it
    each = [_word(word) for word in words]
    forms = [" ".join(word[min(at, len(word) - 1)] for word in each) for at in range(3)]
    return tuple(dict.fromkeys(forms))


def _are_foreign(words: tuple[str, ...]) -> bool:
    if max(map(len, words)) > _LONGEST_PART:
        return True
    families, givens = _japanese_tables()
    return not any(
        len(word) == 1 or word in table
        for word in words
        for table in (readings_of("han_surnames.txt"), families, givens)
    )


@lru_cache(maxsize=KEPT_WORDS)
def _word(word: str) -> tuple[str, ...]:
    japanese = _japanese(word)
    cut = None if japanese else _cut(word)
    if cut is not None:
        return (" ".join(cut),)
    forms = [japanese] if japanese else []
    forms += _chinese(word)
    korean = _korean(word)
    if korean:
        # A Korean reading is rare among all names in Han: first only where no Chinese family
        # name opens the name.
        place = 1 if word[0] in readings_of("han_surnames.txt") else 0
        forms[place:] = [korean, *forms[place:]]
    return tuple(dict.fromkeys(forms))[:3]


@cache
def _longest_word() -> int:
    """Characters of the longest of the words of firms."""
    return max(map(len, readings_of("han_words.txt")))


def _chinese(word: str) -> list[str]:
    """`wang wei`: family name apart, given name joined, then syllable by syllable."""
    surnames = readings_of("han_surnames.txt")
    length = 2 if word[:2] in surnames and len(word) > 2 else 1
    if (
        word[:length] not in surnames
        or not length < len(word) <= _LONGEST_NAME
        or (length == 1 and len(word) == _LONGEST_NAME)
    ):
        # What is as short as a Chinese name is not compared by sound, so doubts do not help it.
        n_read = 2 if len(word) >= _LONGEST_NAME else 1
        return [*foreign_readings(word)[:n_read], "".join(syllables(word))]
    surname = surnames[word[:length]][0]
    given = syllables(word[length:])
    given_apart = f"{surname} {' '.join(given)}"
    return [f"{surname} {''.join(given)}", given_apart, foreign_readings(word)[0]]


def _japanese(word: str) -> str:
    """The reading of a name made of a listed family name and perhaps a listed given one."""
    families, givens = _japanese_tables()
    if word in families and len(word) > 1:
        return families[word]
    for length in (3, 2, 1):
        family, given = word[:length], word[length:]
        if family in families and given in givens and (length > 1 or len(given) > 1):
            return f"{families[family]} {givens[given]}"
    return ""


@cache
def _japanese_tables() -> tuple[dict[str, str], dict[str, str]]:
    """Family names and given names with their readings."""
    tables: tuple[dict[str, str], dict[str, str]] = ({}, {})
    at = 0
    for line in lines_of("japanese_names.txt"):
        if line == "=given":
            at = 1
            continue
        for entry in line.split(";"):
            kanji, _, reading = entry.partition("=")
            tables[at].setdefault(kanji.strip(), reading.strip())
    return tables


def _korean(word: str) -> str:
    """The northern Korean reading of three characters that all are common in Korean names."""
    table = readings_of("hanja.txt")
    if len(word) not in (2, 3) or any(char not in table for char in word):
        return ""
    hangul = "".join(table[char][0] for char in word)
    forms = hangul_readings((hangul,))
    return forms[-1] if " " in forms[-1] else ""


@lru_cache(maxsize=KEPT_WORDS)
def _cut(word: str) -> tuple[str, ...] | None:
    """The words of a firm's name; None if no word of firms is in it."""
    known = readings_of("han_words.txt")
    longest = _longest_word()
    parts: list[str] = []
    rest = ""
    at = 0
    found = False
    while at < len(word):
        for length in range(min(longest, len(word) - at), 1, -1):
            piece = word[at : at + length]
            if piece in known:
                parts += ["".join(syllables(rest))] if rest else []
                parts += known[piece]
                rest, found = "", True
                at += length
                break
        else:
            rest += word[at]
            at += 1
    parts += ["".join(syllables(rest))] if rest else []
    return tuple(parts) if found else None
