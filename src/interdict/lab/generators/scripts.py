"""Other scripts and other romanisations: Cyrillic and Arabic names as customers write them.

Where the list carries a name in its own script, that is taken; where it only carries the
romanised name, the script is written back, and only for names where that is not guesswork:
Cyrillic by the rules of the usual English romanisation, Arabic by a table of common names.
"""

from __future__ import annotations

import unicodedata
from random import Random

from interdict.lab.generators.letters import like
from interdict.lab.generators.tables import arabic_names
from interdict.lab.subjects import Subject

_CYRILLIC_COUNTRIES = frozenset({"ru", "by", "ua", "kz", "kg", "tj", "uz", "bg"})
_PATRONYMICS = ("ovich", "evich", "ovna", "evna", "yevich", "ievich")
_ENDINGS = ("ov", "ova", "ev", "eva", "in", "ina", "sky", "skiy", "skaya", "enko", "chuk", "yuk")

# Source: BGN/PCGN romanisation of Russian (1947), read backwards; longest first.
_TO_CYRILLIC = (
    ("ilya", "илья"),
    ("iya", "ия"), ("ia", "ия"), ("iye", "ие"), ("lye", "лье"), ("x", "кс"),
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("ya", "я"), ("ye", "е"), ("yo", "ё"), ("iy", "ий"), ("yy", "ый"), ("ay", "ай"), ("ey", "ей"),
    ("oy", "ой"), ("uy", "уй"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"),
    ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"),
    ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"),
)  # fmt: skip

_PLAIN = dict(zip("абвгдезийклмнопрстуфы", "abvgdeziiklmnoprstufy", strict=True)) | {
    "ь": "",
    "ъ": "",
}
_STANDARDS: dict[str, dict[str, str]] = {
    # Source: ICAO Doc 9303, part 3, section 6.B: as passports print it.
    "icao": {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu",
             "я": "ia", "э": "e", "ё": "e", "ъ": "ie"},
    # Source: ISO 9:1995 and GOST 7.79 A, without their marks, as systems keep them.
    "iso": {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ю": "u", "я": "a",
            "э": "e", "ё": "e", "й": "j"},
    # Source: the usual German transcription (Duden).
    "german": {"ж": "sch", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
               "ю": "ju", "я": "ja", "э": "e", "ё": "jo", "в": "w", "й": "i"},
    # Source: the usual French transcription, as in older passports.
    "french": {"ж": "j", "х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou",
               "я": "ia", "э": "e", "ё": "io", "у": "ou", "й": "i"},
}  # fmt: skip


def native_script(subject: Subject, random: Random) -> str | None:
    """The name in its own script, exactly as the list carries it."""
    return random.choice(subject.native) if subject.native else None


def cyrillic_script(subject: Subject, random: Random) -> str | None:
    """The name in Cyrillic letters, where the list has only the romanised form."""
    if any("CYRILLIC" in unicodedata.name(n[0], "") for n in subject.native):
        return None  # the list carries the script itself: `native_script` asks for that
    return _cyrillic(subject)


def cyrillic_romanised(subject: Subject, random: Random) -> str | None:
    """A Russian name romanised by another standard: passport, ISO, German, French."""
    written = next((n for n in subject.native if _is_script(n, "CYRILLIC")), _cyrillic(subject))
    if written is None:
        return None
    readings = (_romanised(written, table) for table in _STANDARDS.values())
    others = [name for name in readings if name.lower() != subject.name.lower()]
    return random.choice(others) if others else None


def arabic_script(subject: Subject, random: Random) -> str | None:
    """The name in Arabic letters, for names whose every word is a common one."""
    if any(_is_script(name, "ARABIC") for name in subject.native):
        return None
    words = _arabic_words(subject)
    return None if words is None else " ".join(script for script, _ in words)


def arabic_romanised(subject: Subject, random: Random) -> str | None:
    """An Arabic name in another usual romanisation, every common word of it respelt."""
    table = arabic_names()
    words = []
    changed = False
    for word in subject.words:
        article, stem = _article(word)
        found = table.get(stem.lower())
        others = [v for v in found[1] if v != stem.lower()] if found else []
        if others:
            words.append(article + like(stem, random.choice(others)))
            changed = True
        else:
            words.append(word)
    return " ".join(words) if changed else None


def _cyrillic(subject: Subject) -> str | None:
    """A Russian-looking person's name in Cyrillic; None for others, and where a letter resists."""
    if not subject.is_person or len(subject.words) < 2:
        return None
    lowered = [word.lower() for word in subject.words]
    russian = any(word.endswith(_PATRONYMICS) for word in lowered) or (
        bool(subject.countries & _CYRILLIC_COUNTRIES)
        and any(word.endswith(_ENDINGS) for word in lowered)
    )
    written = [_word_in_cyrillic(word) for word in lowered] if russian else [None]
    if any(word is None for word in written):
        return None
    return " ".join(word.title() for word in written if word)


def _word_in_cyrillic(word: str) -> str | None:
    at, letters = 0, ""
    if word.endswith("sky"):
        word = word.removesuffix("y") + "iy"
    while at < len(word):
        for latin, cyrillic in _TO_CYRILLIC:
            if word.startswith(latin, at):
                letters += "э" if latin == "e" and at == 0 else cyrillic
                at += len(latin)
                break
        else:
            return None
    return letters


def _romanised(name: str, table: dict[str, str]) -> str:
    letters = []
    for char in name:
        small = char.lower()
        latin = table.get(small, _PLAIN.get(small, small))
        letters.append(latin if char == small else latin.capitalize())
    return "".join(letters)


def _arabic_words(subject: Subject) -> list[tuple[str, str]] | None:
    """(Arabic, Latin) for each word of a person's name; None unless all are in the table."""
    if not subject.is_person or len(subject.words) < 2:
        return None
    table = arabic_names()
    words = []
    for word in subject.words:
        article, stem = _article(word)
        found = table.get(stem.lower()) or table.get(word.lower())
        if found is None:
            return None
        words.append((("ال" if article else "") + found[0], word))
    return words


def _article(word: str) -> tuple[str, str]:
    """`AL-HASSAN` as (`AL-`, `HASSAN`); an empty article where there is none."""
    head, hyphen, stem = word.partition("-")
    is_article = hyphen and head.lower() in ("al", "el", "ar", "as", "ad", "at", "an", "ash", "az")
    return (head + hyphen, stem) if is_article else ("", word)


def _is_script(name: str, script: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all(script in unicodedata.name(char, "") for char in letters)
