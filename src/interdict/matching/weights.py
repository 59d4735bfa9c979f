"""How much a word says about who is named, as a whole number."""

from __future__ import annotations

import math

from interdict.text.names import Kind, Token

HEAVIEST = 1_000
"""Weight of a word that one party alone has."""

COMMONEST = 300
INITIAL_WEIGHT = 300
LIGHT_WEIGHT = 60
UNKNOWN = HEAVIEST
"""Weight of a word that no listed party has."""

_FEWEST_PARTIES = 1_000
"""Rarity is counted as on a list of at least this size: two of two is not common."""


def rarity(n_parties: int, of: int) -> int:
    """1,000 for a word of one party (or none), falling with the logarithm of their number."""
    size = max(of, _FEWEST_PARTIES)
    share = math.log((size + 1) / max(n_parties, 1)) / math.log(size + 1)
    return max(COMMONEST, round(HEAVIEST * share))


def weight_of(kind: Kind, word_rarity: int) -> int:
    """The weight of a token: that of its word if it is a name, else a small fixed one."""
    if kind is Kind.NAME:
        return word_rarity
    return INITIAL_WEIGHT if kind is Kind.INITIAL else LIGHT_WEIGHT


def neutral_weight(token: Token) -> int:
    """The weight of a token where no list says how rare its word is."""
    return weight_of(token.kind, HEAVIEST)
