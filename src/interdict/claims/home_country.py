"""Whose acts a document tells: the countries whose bodies it names most often.

Laws and bodies have the same names in several countries ("the High Court", "MPs"); whose they are
is told by the countries that the document names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import words_of
from interdict.model.changing import changed


def countries_named(mentions: Iterable[Mention]) -> list[str]:
    """The country, or union, of each body and official named, as codes are begun with it."""
    return [
        mention.authority.partition("-")[0]
        for mention in mentions
        if mention.kind in ("AUTHORITY", "OFFICIAL") and mention.authority
    ]


def home_countries(sentences: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """Those named most often; none where the document names no body."""
    counts = Counter(country for row in sentences for country in countries_named(row))
    most = max(counts.values(), default=0)
    return frozenset(country for country, count in counts.items() if count == most)


def with_own_bodies(sentences: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each sentence, where a body of another country is of no known one.

    "The High Court" is Britain's where the document names Britain otherwise, or no country at all.
    """
    plain = [m for row in sentences for m in row if not _is_shared(m)]
    named = set(countries_named(plain))
    if not named and not any(mention.kind == "PLACE" for mention in plain):
        return [list(row) for row in sentences]
    return [
        [
            changed(mention, kind="SPEAKERS", authority=None)
            if _is_shared(mention) and not named.issuperset(countries_named([mention]))
            else mention
            for mention in row
        ]
        for row in sentences
    ]


def _is_shared(mention: Mention) -> bool:
    return mention.kind == "AUTHORITY" and fold(mention.name) in _shared_names()


@cache
def _shared_names() -> frozenset[str]:
    return frozenset(map(fold, words_of("authorities")["shared"]))
