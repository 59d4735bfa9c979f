"""What the matcher of clauses knows of a language: verbs by form, and words that govern them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import words_of

Strength = Literal["strong", "group", "weak", "ended", "off"]
Form = Literal["past", "now", "base", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: how much it says by itself, and which form it is."""

    strength: Strength
    form: Form

    @property
    def ends(self) -> bool:
        """True for verbs that end a designation."""
        return self.strength in ("ended", "off")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Folded words of one language, by what they do around a designation."""

    verbs: dict[str, Verb]
    be: frozenset[str]
    by: frozenset[str]
    within: frozenset[str]
    lists: frozenset[str]
    listing: frozenset[str]
    off: frozenset[str]
    wish: frozenset[str]
    plan: frozenset[str]
    said: frozenset[str]


@cache
def clause_words() -> dict[str, ClauseWords]:
    """The words by language; a language that is not here has no clauses read."""
    found = {}
    for code, row in words_of("clauses").items():
        folded = {name: frozenset(map(fold, str(text).split())) for name, text in row.items()}
        verbs = {
            word: Verb(strength, form)
            for strength in ("weak", "off", "group", "ended", "strong")
            for form in ("ing", "base", "now", "past")
            for word in folded.get(f"{strength}_{form}", frozenset())
        }
        found[code] = ClauseWords(
            verbs, folded["be"], folded["by"], folded["in"], folded["list"], folded["listing"],
            folded["away"], folded["wish"], folded["plan"], folded["said"],
        )  # fmt: skip
    return found
