"""Slips of fingers and machines: edits, swapped neighbours, neighbouring keys, misread letters."""

from __future__ import annotations

from random import Random

from interdict.lab.generators.letters import edited, n_letters, replaced
from interdict.lab.subjects import Subject
from interdict.model.schema import is_a

SHORTEST = 3
"""Words of fewer letters are left alone: one edit would leave nothing of them."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"), ("o", "0"),
    ("l", "1"), ("i", "1"), ("s", "5"), ("b", "8"), ("g", "9"), ("z", "2"), ("e", "c"), ("u", "v"),
    ("h", "b"), ("n", "ri"), ("q", "g"),
)  # fmt: skip


def one_edit(subject: Subject, random: Random) -> str | None:
    """One letter changed, left out or added in one word: an ordinary typing error."""
    places = _long_words(subject)
    return _edited_at(subject, [random.choice(places)], random) if places else None


def edit_every_word(subject: Subject, random: Random) -> str | None:
    """One letter changed, left out or added in every word of three letters or more."""
    places = _long_words(subject)
    return _edited_at(subject, places, random) if len(places) > 1 else None


def two_edits(subject: Subject, random: Random) -> str | None:
    """Two typing errors in one word of six letters or more: a name taken down by ear."""
    places = [at for at in _long_words(subject) if n_letters(subject.words[at]) >= 6]
    if not places:
        return None
    at = random.choice(places)
    word = edited(edited(subject.words[at], random), random)
    return replaced(subject.name, {at: word}) if word != subject.words[at] else None


def swapped_letters(subject: Subject, random: Random) -> str | None:
    """Two neighbouring letters of one word swapped: Madruo for Maduro."""
    words = subject.words
    pairs = [
        (place, at)
        for place in _long_words(subject)
        for at in range(len(words[place]) - 1)
        if words[place][at : at + 2].isalpha()
        and words[place][at].lower() != words[place][at + 1].lower()
    ]
    if not pairs:
        return None
    place, at = random.choice(pairs)
    word = words[place]
    left = _cased_as(word[at], word[at + 1])
    right = _cased_as(word[at + 1], word[at])
    return replaced(subject.name, {place: word[:at] + left + right + word[at + 2 :]})


def keyboard_slip(subject: Subject, random: Random) -> str | None:
    """The key beside the right one, on a QWERTY keyboard."""
    places = _long_words(subject)
    if not places:
        return None
    place = random.choice(places)
    word = subject.words[place]
    near = [(at, _neighbours(char)) for at, char in enumerate(word) if _neighbours(char)]
    if not near:
        return None
    at, keys = random.choice(near)
    key = random.choice(keys)
    slipped = word[:at] + (key.upper() if word[at].isupper() else key) + word[at + 1 :]
    return replaced(subject.name, {place: slipped})


def misread_letters(subject: Subject, random: Random) -> str | None:
    """Letters that optical reading mistakes for others: rn for m, 0 for O, 1 for l."""
    words = subject.words
    found = [
        (place, at, seen, read)
        for place in _long_words(subject)
        for seen, read in _MISREAD
        for at in range(len(words[place]))
        if words[place][at : at + len(seen)].lower() == seen
    ]
    if not found:
        return None
    place, at, seen, read = random.choice(found)
    word = words[place]
    new = read.upper() if word[at].isupper() else read
    return replaced(subject.name, {place: word[:at] + new + word[at + len(seen) :]})


def doubled_letter(subject: Subject, random: Random) -> str | None:
    """A double letter written once, or a single one written twice: Hasan, Hassan."""
    words = subject.words
    inner = [
        (place, at)
        for place in _long_words(subject)
        for at in range(1, len(words[place]))
        if words[place][at].isalpha()
    ]
    if not inner:
        return None
    place, at = random.choice(inner)
    word = words[place]
    if word[at].lower() == word[at - 1].lower():
        changed = word[:at] + word[at + 1 :]
    else:
        changed = word[: at + 1] + word[at] + word[at + 1 :]
    return replaced(subject.name, {place: changed})


def _cased_as(place: str, letter: str) -> str:
    return letter.upper() if place.isupper() else letter.lower()


def _long_words(subject: Subject) -> list[int]:
    """Words that may be edited: not numbers and marks of aircraft, another one is another thing."""
    if is_a(subject.schema, "Airplane"):
        return []
    return [
        at
        for at, word in enumerate(subject.words)
        if n_letters(word) >= SHORTEST and not any(char.isdigit() for char in word)
    ]


def _edited_at(subject: Subject, places: list[int], random: Random) -> str:
    return replaced(subject.name, {at: edited(subject.words[at], random) for at in places})


def _neighbours(char: str) -> str:
    for row, keys in enumerate(_KEYS):
        at = keys.find(char.lower())
        if at >= 0:
            beside = keys[max(at - 1, 0) : at] + keys[at + 1 : at + 2]
            above = _KEYS[row - 1][at : at + 2] if row else ""
            return beside + above
    return ""
