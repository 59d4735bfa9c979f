"""Words of saying and of who says: `words/speech.yml`, folded where they are compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import words_of

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,14}\b(?![-’'])")


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one row of the file, as printed there."""
    return frozenset(str(words_of_speech()[kind]).split())


@cache
def folded(kind: str) -> frozenset[str]:
    """The words of one row without accents."""
    return frozenset(map(fold, words(kind)))


@cache
def words_of_speech() -> dict[str, str]:
    """The whole file."""
    return dict(words_of("speech"))


@cache
def speech_verbs() -> dict[str, str]:
    """Every finite verb of saying and participle with its kind.

    A verb with two kinds ("called", "dismissed") has the one that stands first here.
    """
    found: dict[str, str] = {}
    for kind in ("content", "denial", "judgement", "demand", "participle"):
        for verb in words(kind):
            found.setdefault(verb, kind)
    for verb in words("abroad"):
        found.setdefault(verb, "content")
    for verb in words("abroad_participles"):
        found.setdefault(verb, "content")
    for verb in words("abroad_demand"):
        found.setdefault(verb, "demand")
    return found


@cache
def abroad_verbs() -> frozenset[str]:
    """Verbs of languages that leave out the pronoun of a subject."""
    return words("abroad") | words("abroad_demand") - words("content")


_ON = re.compile(r"\son(?:[,.:]|\sto\s(?:say|add|argue|warn|explain|accuse|call)\b)")
_TO_SAY = re.compile(
    r"\sa\s(?:decir|señalar|responder|afirmar|comentar|indicar|recordar|asegurar|apuntar|explicar)\b"
)
_ONLY_BEFORE = dict.fromkeys(("went", "goes", "carried"), _ON) | dict.fromkeys(
    ("limitó", "limita", "alcanzó"), _TO_SAY
)
"""What makes a verb one of saying: "he went on, “...”", "se limitó a decir que"."""


@lru_cache(maxsize=4)
def _verbs(text: str) -> tuple[tuple[re.Match[str], ...], tuple[int, ...]]:
    """The verbs of a text and where they begin; all who ask about a document share them."""
    known = speech_verbs()
    found = tuple(
        match
        for match in _WORD.finditer(text)
        # A capital letter inside a sentence is a name's ("United States", "Stated Clerk").
        if match[0].lower() in known
        and (match[0][0].islower() or text[match.start() - 1 : match.start()] != " ")
        and (match[0] not in _ONLY_BEFORE or _ONLY_BEFORE[match[0]].match(text, match.end()))
    )
    return found, tuple(match.start() for match in found)


def find_verbs(text: str, start: int, end: int) -> Sequence[re.Match[str]]:
    """The words of `text[start:end]` that are verbs of saying, in order."""
    found, starts = _verbs(text)
    low, high = bisect_left(starts, start), bisect_left(starts, end)
    if low < high and found[high - 1].end() > end:
        high -= 1
    return found[low:high]


def verb_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The verb of saying that starts at an offset."""
    match = _WORD.match(text, at, end)
    return match if match is not None and match[0].lower() in speech_verbs() else None


def verb_kind(verb: str) -> str:
    """content, demand, denial, judgement or participle."""
    return speech_verbs()[verb.lower()]


_ARTICLES = frozenset({"el", "la", "the"})


def is_rank(before: str) -> bool:
    """True for nothing, and for an office or a rank: ", *la diputada* Mara Luna"."""
    ranks = folded("offices") | folded("other_titles") | folded("person_nouns")
    return all(fold(word) in _ARTICLES or fold(word) in ranks for word in before.split())
