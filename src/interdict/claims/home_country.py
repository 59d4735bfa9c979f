"""Whose acts a document tells: the countries that it names most often, by their bodies.

Laws and bodies have the same names in several countries ("the High Court", "MPs"); whose they are
is told by the countries that the document names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from interdict.claims.authority_mentions import state_of
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
    """Those named most often, or more than half as often; none where no body is named.

    Countries none of whose bodies is known count by their names.
    """
    counts = Counter(country for row in sentences for country in countries_named(row))
    bodies = set(counts)
    counts.update(state_of(m.name) for row in sentences for m in row if m.kind == "PLACE")
    most = max(counts.values(), default=0)
    return frozenset(country for country in bodies if 2 * counts[country] > most)


def with_own_bodies(sentences: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each sentence, where a body of another country is of no known one.

    "The High Court" is Britain's where the document is at home there by other names, or names no
    country at all.
    """
    plain = [[mention for mention in row if not _is_shared(mention)] for row in sentences]
    home = home_countries(plain)
    places = any(mention.kind == "PLACE" for row in plain for mention in row)
    if not home and not places and not any(map(countries_named, plain)):
        return [list(row) for row in sentences]
    return [
        [
            changed(mention, kind=_FOREIGN[mention.kind], authority=None)
            if _is_shared(mention) and not home.issuperset(countries_named([mention]))
            else mention
            for mention in row
        ]
        for row in sentences
    ]


_FOREIGN = {"AUTHORITY": "SPEAKERS", "OFFICIAL": "PERSON"}
"""What a body, or a president, is that is of no country known here."""


def _is_shared(mention: Mention) -> bool:
    if mention.kind == "OFFICIAL":
        return fold(mention.title) == "president"
    return mention.kind == "AUTHORITY" and fold(mention.name) in _shared_names()


@cache
def _shared_names() -> frozenset[str]:
    return frozenset(map(fold, words_of("authorities")["shared"]))
