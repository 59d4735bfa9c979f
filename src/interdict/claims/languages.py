"""Languages that the extractor reads, and what it needs to know of each.

The words are data (`words/languages.yml`); rules for a language are rule files with its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import words_of
from interdict.model.source import Document

DEFAULT = "en"
"""Read where a text does not tell: most of what is read is English, its rules the richest."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_MIN_LEAD = 1.15
"""How far the best language must lead English to be taken."""

_MIN_HITS = 5
"""Fewer function words than this tell nothing."""


_VERB_FIRST = re.compile(r"[A-ZÁÉÍÓÚÑ].*(?:ó|...aron|ieron|iendo|(?<!Cle)mente)\Z")
"""Forms of verbs, and adverbs: "Reconoció", "Sancionaron", "Recientemente"."""


@dataclass(frozen=True, slots=True)
class Language:
    """Folded words with a role in one language.

    `pronouns` maps a word, accents and all, to the kind of mention that it makes (PRONOUN or
    IT); `nouns` refer back to a group after an article, `roles` to a person; `group_words`
    stand beside the name of a group ("le groupe X").
    """

    code: str
    telling: frozenset[str]
    articles: frozenset[str]
    date_prepositions: frozenset[str]
    negations: frozenset[str]
    hedges: frozenset[str]
    pronouns: dict[str, str]
    nouns: frozenset[str]
    group_words: frozenset[str]
    roles: frozenset[str]
    plurals: frozenset[str]
    never_names: frozenset[str]
    """Common nouns of a language that writes all its nouns like names."""
    first_words: frozenset[str]
    """Verbs, pronouns and the like that often begin a sentence, and are no name."""

    @property
    def openers(self) -> frozenset[str]:
        """Words that are capitalised at the start of a sentence without being names."""
        words = (*self.telling, *self.articles, *self.pronouns, *self.first_words)
        return frozenset(map(fold, words))

    def openers_in(self, first: Iterable[str]) -> frozenset[str]:
        """The same, in Spanish with the verbs and adverbs among the first words of sentences.

        None in English, whose openers the names themselves know.
        """
        if self.code == DEFAULT:
            return frozenset()
        if self.code != "es":
            return self.openers
        return self.openers | {fold(word) for word in first if _VERB_FIRST.match(word)}


@cache
def languages() -> dict[str, Language]:
    """The known languages by ISO 639-1 code."""
    known = {}
    for code, row in words_of("languages").items():
        folded = {
            name: frozenset(fold(word) for word in str(row.get(name, "")).split())
            for name in (
                "articles", "date_prepositions", "negations", "hedges", "nouns", "group_words",
                "roles", "never_names", "plurals", "first_words",
            )
        }  # fmt: skip
        known[code] = Language(
            code=code,
            telling=frozenset(str(row["telling"]).split()),
            pronouns=dict(row.get("pronouns", {})),
            **folded,
        )
    return known


def language_of(doc: Document) -> Language:
    """The document's own language if it is known here, else what its function words tell."""
    known = languages()
    own = (doc.language or "").split("-")[0].casefold()
    if own in known:
        return known[own]
    words = [word.lower() for word in _WORD.findall(doc.text[:_SAMPLE_CHARS])]
    hits = {code: sum(w in each.telling for w in words) for code, each in known.items()}
    best = max(hits, key=lambda code: hits[code])
    sure = hits[best] >= _MIN_HITS and hits[best] > _MIN_LEAD * hits[DEFAULT]
    return known[best if sure else DEFAULT]
