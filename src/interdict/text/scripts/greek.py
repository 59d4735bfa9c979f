"""Modern Greek: the standard form (ELOT 743) and the form of the classics."""

from __future__ import annotations

import re
import unicodedata

_VOICELESS = "θκξπσςτφχψ"
_SEQUENCES = (
    (re.compile(f"([αεη])υ(?=[{_VOICELESS}]|$)"), r"\1f"),
    (re.compile("([αεη])υ(?=[βγδζλμνρ]|[αεηιουω])"), r"\1v"),
    (re.compile("ου"), "ou"),
    (re.compile("^μπ"), "b"),
    (re.compile("^ντ"), "d"),
    (re.compile("^γκ"), "g"),
    (re.compile("γ(?=[γξχ])"), "n"),
)
_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p",
    "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o",
}  # fmt: skip
_CLASSIC = _LETTERS | {"β": "b", "η": "e", "φ": "ph", "χ": "ch"}
_BY_SOUND = _LETTERS | {"χ": "h", "υ": "i", "ξ": "ks"}
_BY_SOUND_PAIRS = (("ει", "i"), ("οι", "i"), ("αι", "e"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"))


def readings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The standard form, the form by sound, and the classical one."""
    bare = [_bare(word) for word in words]
    return (
        " ".join(_spell(_sequences(word), _LETTERS) for word in bare),
        " ".join(_spell(_sequences(_by_sound(word)), _BY_SOUND) for word in bare),
        " ".join(_spell(word.replace("ου", "ou"), _CLASSIC) for word in bare),
    )


def _bare(word: str) -> str:
    """Without accents."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _sequences(word: str) -> str:
    for pattern, replacement in _SEQUENCES:
        word = pattern.sub(replacement, word)
    return word


def _by_sound(word: str) -> str:
    for pair, sound in _BY_SOUND_PAIRS:
        word = word.replace(pair, sound)
    return word


def _spell(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in word)
