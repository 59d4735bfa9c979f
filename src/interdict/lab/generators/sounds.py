"""Names as they are heard: respelt sounds, other vowels, nicknames, spellings, numbers."""

from __future__ import annotations

import re
from random import Random

from interdict.lab.generators.letters import like, n_letters, replaced
from interdict.lab.generators.tables import nicknames, numbers, spellings
from interdict.lab.subjects import Subject

_RESPELLED = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("k", "c"), ("q", "k"), ("x", "ks"), ("kh", "h"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("sch", "sh"), ("sh", "ch"), ("ch", "tch"), ("ts", "tz"),
    ("tz", "ts"), ("zh", "j"), ("dj", "j"), ("j", "dj"), ("v", "w"), ("w", "v"), ("z", "s"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ay"), ("ay", "ai"), ("ai", "ay"), ("y", "i"),
    ("iy", "y"), ("ij", "y"), ("yu", "iu"), ("ya", "ia"), ("eau", "o"), ("ll", "y"), ("gn", "ny"),
)  # fmt: skip
_VOWELS = "aeiou"


def phonetic_respelling(subject: Subject, random: Random) -> str | None:
    """One sound written another way: ph as f, q as k, ou as u; taken down over the telephone."""
    places = [
        (at, match.start(), sound, other)
        for at, word in enumerate(subject.words)
        if n_letters(word) > 3
        for sound, other in _RESPELLED
        for match in re.finditer(sound, word.lower())
        if len(word) == len(word.lower())
    ]
    if not places:
        return None
    at, start, sound, other = random.choice(places)
    word = subject.words[at]
    new = like(word[start : start + len(sound)], other)
    if word.isupper():
        new = new.upper()
    return replaced(subject.name, {at: word[:start] + new + word[start + len(sound) :]})


def vowel_change(subject: Subject, random: Random) -> str | None:
    """One vowel for another in one word: Mohamed, Mohamad; the commonest romanisation noise."""
    places = [
        (at, inner)
        for at, word in enumerate(subject.words)
        if n_letters(word) > 3
        for inner in range(1, len(word))
        if word[inner].lower() in _VOWELS
    ]
    if not places:
        return None
    at, inner = random.choice(places)
    word = subject.words[at]
    vowel = random.choice(_VOWELS.replace(word[inner].lower(), ""))
    new = vowel.upper() if word[inner].isupper() else vowel
    return replaced(subject.name, {at: word[:inner] + new + word[inner + 1 :]})


def nickname(subject: Subject, random: Random) -> str | None:
    """A given name in its short or familiar form: Pepe for José, Sasha for Aleksandr."""
    parts = subject.given_and_family
    if parts is None:
        return None
    return _from_table(subject, nicknames(), range(len(parts[0].split())), random)


def other_spelling(subject: Subject, random: Random) -> str | None:
    """British for American spelling in a company's name, and the reverse: centre, center."""
    if not subject.is_organisation:
        return None
    return _from_table(subject, spellings(), range(len(subject.words)), random)


def number_words(subject: Subject, random: Random) -> str | None:
    """A number in figures written in words, and the reverse: 17 November, Seventeen November."""
    if subject.is_person:
        return None
    return _from_table(subject, numbers(), range(len(subject.words)), random)


def _from_table(
    subject: Subject, table: dict[str, tuple[str, ...]], places: range, random: Random
) -> str | None:
    """One word, at one of the places, replaced by another one of its line in a table."""
    words = subject.words
    found = [at for at in places if words[at].lower().strip(",.") in table]
    if not found:
        return None
    at = random.choice(found)
    other = random.choice(table[words[at].lower().strip(",.")])
    model = words[at] if words[at].strip(",.").isalpha() else subject.name
    return replaced(subject.name, {at: like(model, other)})
