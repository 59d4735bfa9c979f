"""Who a sentence opens with, for verbs of saying that go on with its subject.

"It sued, *calling* the order a stunt", "Mara Quist, the union's head, turned it down, *saying* a
court had to rule first", "The council doubted the film and *held* that ...": the verb has no
subject of its own beside it.
"""

from __future__ import annotations

import re

from interdict.claims.noun_phrases import UPPER, Phrase, phrase_ending_at
from interdict.claims.speech_words import words

_PRONOUN = re.compile(r"(?:[^,.;:·]{0,40},\s)?(?P<np>It|They|He|She|Él|Ella|it|they|he|she)\s")
_CAPITAL = rf"[{UPPER}][\w’'.-]*"
_BODIES = (
    "group|movement|party|council|committee|court|ministry|government|commission|army|gang|cartel"
    "|organi[sz]ation|militia|union|network|company|bank|bloc|opposition|lawyers|family|charity"
    "|grupo|gobierno|consejo|tribunal|ministerio|ejército|partido|organización|banda|cártel|fiscalía"
)
_OFFICES = "|".join(sorted(words("offices") | words("person_nouns")))
_OPENING = re.compile(
    r"\s*(?:(?:But|And|Then|Later|Still|Yet|Pero)\s|(?:On|In|At|By|Last|El|En|A)\s[^,.;:·]{1,40},\s)?"
    rf"(?P<np>(?:[Tt]he|Its|Their|El|La|Su|Sus|Los|Las)\s(?:[a-z]+\s){{0,2}}?(?:{_BODIES}|{_OFFICES})"
    rf"|(?:[A-Z][\w-]+\s(?:[a-z]+\s)?)?(?i:{'|'.join(sorted(words('plural_speakers')))})"
    rf"|(?:(?:[Tt]he|El|La)\s)?(?!(?:The|El|La|An?|In|On|At|By|Last|En)\b){_CAPITAL}(?:\s(?:(?:of|for|and|the|de|la|del|bin|al)\s){{0,2}}{_CAPITAL}){{0,6}}"
    r")(?=,\s|\s[a-záéíóú])(?!\s(?:of|de|del)\s)"
)
_POSSESSIVE = re.compile(r"[’']s$")


def opening_phrase(text: str, start: int, end: int) -> Phrase | None:
    """The pronoun, the name or the body that opens `text[start:end]` as its subject."""
    first = _PRONOUN.match(text, start, end)
    if first is None:
        first = _OPENING.match(text, start, end)
        if first is None or _POSSESSIVE.search(first["np"]):
            return None
    phrase = phrase_ending_at(text, first.start("np"), first.end("np"))
    if phrase is None or phrase.kind == "other":
        return None
    return phrase
