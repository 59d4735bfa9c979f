"""The same words written another way: order, case, punctuation, accents, spaces, length."""

from __future__ import annotations

import unicodedata
from random import Random

from interdict.lab.generators.letters import like, n_letters
from interdict.lab.generators.tables import accented_words
from interdict.lab.subjects import Subject

LINE = 35
"""Characters in a line of a payment message. Source: SWIFT MT 103, field 59: lines of 35x."""

_PUNCTUATION = str.maketrans(dict.fromkeys("'’`´ʼ\".,;:()/-–", ""))
_SPACED = str.maketrans(dict.fromkeys("'’`´ʼ\".,;:()/-–&", " "))
_STROKES = str.maketrans("øØłŁđĐıħĦŧŦ", "oOlLdDihHtT")


def exact(subject: Subject, random: Random) -> str | None:
    """The name exactly as it is listed, in speaking order."""
    return subject.name


def listed_order(subject: Subject, random: Random) -> str | None:
    """The name exactly as the list prints it: family name, comma, given names."""
    return subject.listed


def family_first(subject: Subject, random: Random) -> str | None:
    """Family name first and no comma, as registers and many cultures write it."""
    parts = subject.given_and_family
    return None if parts is None else f"{parts[1]} {parts[0]}"


def shuffled(subject: Subject, random: Random) -> str | None:
    """Words in any order: form fields that were filled in or joined in the wrong order."""
    words = subject.words
    if len(set(words)) < 2:
        return None
    mixed = list(words)
    while mixed == words:
        random.shuffle(mixed)
    return " ".join(mixed)


def other_case(subject: Subject, random: Random) -> str | None:
    """All capitals, all small or Each Word So: what entry screens and exports do to names."""
    forms = (subject.name.lower(), subject.name.upper(), subject.name.title())
    others = [form for form in forms if form != subject.name]
    return random.choice(others) if others else None


def punctuation_dropped(subject: Subject, random: Random) -> str | None:
    """Hyphens, apostrophes and dots taken out, the letters around them joined."""
    if subject.name.translate(_PUNCTUATION) == subject.name:
        return None
    return " ".join(subject.name.translate(_PUNCTUATION).split())


def punctuation_spaced(subject: Subject, random: Random) -> str | None:
    """Hyphens, apostrophes and dots turned into spaces, as message formats do."""
    spaced = " ".join(subject.name.translate(_SPACED).split())
    return spaced if spaced != subject.name else None


def diacritics_dropped(subject: Subject, random: Random) -> str | None:
    """Accents lost on the way through a system that knows plain letters only."""
    if subject.name.isascii():
        return None
    kept = unicodedata.normalize("NFKD", subject.name.translate(_STROKES))
    return "".join(char for char in kept if not unicodedata.combining(char))


def diacritics_added(subject: Subject, random: Random) -> str | None:
    """Accents that the bearer writes and the list leaves out: JOSE is José on his passport."""
    table = accented_words()
    words = [
        like(word, table[word.lower()]) if word.lower() in table else word for word in subject.words
    ]
    return " ".join(words) if words != subject.words else None


def joined_words(subject: Subject, random: Random) -> str | None:
    """The whole name without spaces: an identifier, a handle, a field that drops blanks."""
    return "".join(subject.words) if 2 <= len(subject.words) <= 4 else None


def joined_pair(subject: Subject, random: Random) -> str | None:
    """Two neighbouring words run together, the other words apart: Abdulrahman, JSCARGUMENT."""
    words = subject.words
    if len(words) < 3:
        return None
    at = random.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def split_word(subject: Subject, random: Random) -> str | None:
    """A blank inside a word: a line break, a scan, or a compound that is written apart."""
    words = subject.words
    long = [at for at, word in enumerate(words) if n_letters(word) == len(word) >= 6]
    if not long:
        return None
    at = random.choice(long)
    cut = random.randint(3, len(words[at]) - 3)
    words[at] = f"{words[at][:cut]} {words[at][cut:]}"
    return " ".join(words)


def truncated(subject: Subject, random: Random) -> str | None:
    """A long name cut after 35 characters, the width of a line in a payment message."""
    return subject.name[:LINE].rstrip() if len(subject.name) > LINE else None


def truncated_listed(subject: Subject, random: Random) -> str | None:
    """A long name, family name first, cut after 35 characters: given names are lost."""
    listed = subject.listed
    return listed[:LINE].rstrip() if listed is not None and len(listed) > LINE else None
