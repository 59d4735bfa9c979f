"""A sentence as pieces of about a clause each: what one claim is mostly cited with."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.tokens import Token

_MARKS = frozenset({",", ".", "?", "!", "-", "–", "—", "…"})
_STOPS = frozenset({"BREAK", "COLON", "LPAR", "RPAR"})
_OPENERS = frozenset(
    """
    but while although though because after before since when where which who whom whose until
    unless if whereas so pero mientras aunque porque despues antes cuando donde cual quien quienes
    hasta si que
    """.split()
)
"""Words with which a clause begins."""
_JOINS = frozenset("and or y e o".split())
_CUTTING = _MARKS | _OPENERS | _JOINS
"""Words without which, and without a stop, no clause ends."""
_PARTIES = frozenset("GROUP PERSON OFFICIAL NAME PLACE REGION AUTHORITY".split())
_LISTED = _PARTIES | frozenset("PROGRAMME LABEL DATE MONEY COUNT".split())
_FEWEST = 3
"""Tokens of the shortest piece; a shorter one belongs to the one before it."""


def segments(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The pieces, as indices (first, stop) of their tokens, in order; marks are left out."""
    pieces: list[tuple[int, int]] = []
    first = 0
    may_cut = [n for n, t in enumerate(tokens) if t.norm in _CUTTING or t.kind in _STOPS]
    for at in (*(n for n in may_cut if _cuts(tokens, n)), len(tokens)):
        if at > first:
            short = at - first < _FEWEST and pieces and pieces[-1][1] >= first - 1
            if short:
                pieces[-1] = (pieces[-1][0], at)
            else:
                pieces.append((first, at))
        first = at + 1 if at < len(tokens) and _is_mark(tokens[at]) else at
    return pieces


def _is_mark(token: Token) -> bool:
    return token.kind in _STOPS or token.norm in _MARKS


def _cuts(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _is_mark(token) or token.norm in _OPENERS:
        return True
    if token.norm not in _JOINS or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1] if at else token, tokens[at + 1]
    together = left.kind == right.kind or (left.kind in _PARTIES and right.kind in _PARTIES)
    return not (together and left.kind in _LISTED)
