"""Which rules a sentence may match, by the words and kinds of tokens that it holds.

There are some fifteen hundred patterns, and a sentence matches two or three. What a pattern needs
(`Pattern.needs`) rules out nearly all others without looking at the order of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from interdict.claims.pattern import Pattern
from interdict.claims.rules_file import Rule
from interdict.claims.sentences import FUNCTION_WORDS
from interdict.claims.tokens import Encoded
from interdict.model.source import DocumentKind

_ROWS = 4
"""How many needs of each pattern are asked for in one go, the narrowest first."""
_FREQUENT = FUNCTION_WORDS | {",", ".", "'s", "has", "have", "had", "be", "been", "said"}
_RARE = 0.01
"""How often a word stands in a sentence beside one that stands in most, roughly."""


class RuleIndex:
    """Rules by what their patterns need, so that a sentence meets only those that it may match.

    Each pattern is a bit in a row of bits for its narrowest need, in one for its second, and so
    on; the rows stand side by side in one number. A word has the bits of the needs that it meets.
    The patterns whose bit is met in all rows by the words of a sentence are very few; the needs
    of these that have no row are looked at one by one.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._patterns: list[tuple[Rule, Pattern, tuple[frozenset[str], ...]]] = []
        self._met: dict[str, int] = {}
        self._free = 0
        self._size = sum(len(rule.patterns) for rule in rules)
        bits: dict[frozenset[str], int] = {}
        for rule in rules:
            for pattern in rule.patterns:
                needs = sorted(dict.fromkeys((rule.trigger, *pattern.needs)), key=_breadth)
                for row in range(_ROWS):
                    bit = 1 << (row * self._size + len(self._patterns))
                    if row < len(needs):
                        bits[needs[row]] = bits.get(needs[row], 0) | bit
                    else:
                        self._free |= bit
                self._patterns.append((rule, pattern, tuple(needs[_ROWS:])))
        for need, met in bits.items():
            for atom in need:
                self._met[atom] = self._met.get(atom, 0) | met

    def patterns_for(self, encoded: Encoded) -> Iterator[tuple[Rule, re.Pattern[str]]]:
        """The patterns that can match, in the order of the rules."""
        atoms, met, rows = encoded.atoms, self._met, self._free
        for atom in atoms:
            if atom in met:
                rows |= met[atom]
        left = (1 << self._size) - 1
        for _ in range(_ROWS):
            left &= rows
            rows >>= self._size
        while left:
            bit = left & -left
            left ^= bit
            rule, pattern, needs = self._patterns[bit.bit_length() - 1]
            for need in needs:
                if need.isdisjoint(atoms):
                    break
            else:
                yield rule, pattern.regex


@lru_cache(maxsize=10_000)
def _breadth(need: frozenset[str]) -> float:
    """How many sentences meet a need, roughly; kinds of tokens are in capitals."""
    return sum(1 if atom.isupper() or atom in _FREQUENT else _RARE for atom in need)


@lru_cache(maxsize=64)
def rule_index(rules: tuple[Rule, ...], language: str, kind: DocumentKind) -> RuleIndex:
    """The index of the sequence rules for documents of a language and a kind."""
    return RuleIndex(_for(rules, language, kind, anchored=False))


@lru_cache(maxsize=64)
def clause_index(rules: tuple[Rule, ...], language: str, kind: DocumentKind) -> RuleIndex:
    """The same of the clause rules."""
    return RuleIndex(_for(rules, language, kind, anchored=True))


def _for(
    rules: tuple[Rule, ...], language: str, kind: DocumentKind, *, anchored: bool
) -> list[Rule]:
    return [
        rule
        for rule in rules
        if rule.language == language and kind in rule.documents and rule.anchored is anchored
    ]
