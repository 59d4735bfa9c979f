"""Changing letters in a word while its case stays as it was; shared by the families."""

from __future__ import annotations

from random import Random

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def like(model: str, text: str) -> str:
    """`text` in the case of `model`: capitals for capitals, a capital first for a capital first."""
    if model.isupper() and len(model) + len(text) > 2:
        return text.upper()
    if model[:1].isupper():
        return text[:1].upper() + text[1:]
    return text


def n_letters(word: str) -> int:
    """How many letters and digits a word holds."""
    return sum(char.isalnum() for char in word)


def other_letter(char: str, random: Random) -> str:
    """Another letter in the same case."""
    chosen = random.choice(ALPHABET.replace(char.lower(), ""))
    return chosen.upper() if char.isupper() else chosen


def letter_places(word: str) -> list[int]:
    """Where the letters of a word stand."""
    return [at for at, char in enumerate(word) if char.isalnum()]


def edited(word: str, random: Random) -> str:
    """The word with one letter changed, left out or added, each as likely as the others."""
    places = letter_places(word)
    if not places:
        return word
    at = random.choice(places)
    kind = random.choice(("changed", "left out", "added"))
    if kind == "left out" and len(places) > 1:
        shorter = word[:at] + word[at + 1 :]
        # Leaving out one of two equal neighbours is an edit; leaving the word as it was is not.
        return shorter
    if kind == "added":
        return word[:at] + other_letter(word[at], random) + word[at:]
    return word[:at] + other_letter(word[at], random) + word[at + 1 :]


def replaced(name: str, places: dict[int, str]) -> str:
    """The name with the words at those places replaced; an empty text takes a word out."""
    words = [places.get(at, word) for at, word in enumerate(name.split())]
    return " ".join(word for word in words if word)
