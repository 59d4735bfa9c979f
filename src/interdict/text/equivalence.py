"""Words that may stand for another word of a name, each at a cost.

The one entrance to the tables of given names, of words of organisations, of numbers and of
spellings. Costs are percent of the word's weight: 5 is another way to write the same, 40 a
guess. What only sounds alike is not here: see `phonetic`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from interdict.text.nicknames import given_name_variants
from interdict.text.numbers import number_spellings
from interdict.text.tables import lines_of

TRANSLATION_COST = 15
"""The same word of organisations in another language: front, frente, jabhat."""

SPELLING_COST = 8
"""Spellings of one word: organisation, organization; intl, international."""

SURNAME_COST = 25
"""A family name in the spelling of another dialect: Chan, Chen; Lee, Ri."""


@lru_cache(maxsize=65536)
def equivalents(token: str) -> tuple[tuple[str, int], ...]:
    """Other folded words that may stand for a folded word, with cost 1 to 100.

    The cheapest first, then by alphabet; never the word itself; not transitive. The relation
    is symmetric, at the same cost.
    """
    found: dict[str, int] = {}
    for table in (given_name_variants(token), number_spellings(token), _grouped(token)):
        for word, cost in table.items():
            found[word] = min(cost, found.get(word, cost))
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _grouped(token: str) -> dict[str, int]:
    """Other words of the lines on which a word stands."""
    found: dict[str, int] = {}
    for words, cost in _groups().get(token, ()):
        for word in words:
            if word != token:
                found[word] = min(cost, found.get(word, cost))
    return found


@cache
def _groups() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Word -> the groups that hold it, each with its cost."""
    groups: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for file_name, cost in (
        ("organisation_words.txt", TRANSLATION_COST),
        ("word_spellings.txt", SPELLING_COST),
        ("surname_spellings.txt", SURNAME_COST),
    ):
        for line in lines_of(file_name):
            words = tuple(dict.fromkeys(line.split()))
            for word in words:
                groups[word] = (*groups.get(word, ()), (words, cost))
    return groups
