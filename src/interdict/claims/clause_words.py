"""What the matcher of clauses knows of a language: verbs by form, and words that govern them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from interdict.claims.conjugation import forms_of
from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import words_of

Strength = Literal[
    "strong", "group", "weak", "ended", "off", "make", "keep", "lift", "give", "strip", "freeze"
]
Form = Literal["past", "now", "base", "ing", "next"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: how much it says by itself, and which form it is."""

    strength: Strength
    form: Form

    @property
    def ends(self) -> bool:
        """True for verbs that end a designation."""
        return self.strength in ("ended", "off", "lift", "strip")


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
    nouns: frozenset[str]
    """Nouns of an act: "designation", "ban", "label"."""
    noun_verbs: dict[str, Verb]
    """Verbs that say what becomes of such an act."""
    giving: frozenset[str]
    """Of these, the verbs with the party as their object: "gave X the label"."""
    joining: frozenset[str]
    """Nouns that tell of an act only with the list that is joined: "the addition of X to"."""
    sanctions: frozenset[str]
    about: frozenset[str]
    assets: frozenset[str]
    """What is frozen: "the assets of X"."""
    labels: frozenset[str]
    """Words by which a verb of naming makes a terrorist of its object: "terroristas"."""
    """Prepositions between such a noun and whom it is about."""


@cache
def clause_words() -> dict[str, ClauseWords]:
    """The words by language; a language that is not here has no clauses read."""
    found = {}
    for code, row in words_of("clauses").items():
        folded = {name: frozenset(map(fold, str(text).split())) for name, text in row.items()}
        folded = _conjugated(folded)
        verbs = _forms(folded, ("weak", "off", "group", "ended", "strong"))
        noun_verbs = _forms(folded, ("freeze", "give", "strip", "make", "keep", "lift"))
        giving = {w for w, verb in noun_verbs.items() if verb.strength in ("give", "strip")}
        found[code] = ClauseWords(
            verbs, folded["be"], folded["by"], folded["in"], folded["list"], folded["listing"],
            folded["away"], folded["wish"], folded["plan"], folded["said"], folded["noun"],
            noun_verbs, frozenset(giving), folded["joining"], folded["sanctions"], folded["about"],
            folded["assets"], folded["labels"],
        )  # fmt: skip
    return found


def _conjugated(folded: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The rows with the forms of the infinitives in `STRENGTH_verbs`; their own words stay."""
    rows = dict(folded)
    for name in [name for name in folded if name.endswith("_verbs")]:
        strength = name.removesuffix("_verbs")
        for tense, forms in forms_of(folded[name]).items():
            row = f"{strength}_{tense}"
            rows[row] = rows.get(row, frozenset()) | forms
    return rows


def _forms(folded: dict[str, frozenset[str]], strengths: tuple[Strength, ...]) -> dict[str, Verb]:
    """Verbs by word; of a word in several rows the last form of the last strength counts."""
    forms: tuple[Form, ...] = ("ing", "base", "next", "now", "past")
    return {
        word: Verb(strength, form)
        for strength in strengths
        for form in forms
        for word in folded.get(f"{strength}_{form}", frozenset())
    }
