"""Whose verb stands behind an aside: "the Front, which is led by X, was listed" is of the Front."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.tokens import Token

_RELATIVES = frozenset("which who whose whom que quien cuyo cuya cuyos".split())
_LED = frozenset(
    """
    led headed run commanded founded chaired controlled headquartered based linked allied backed
    dirigido dirigida liderado liderada encabezado encabezada fundado fundada vinculado vinculada
    """.split()
)
_OPENING = _RELATIVES | _LED
_AFFILIATES = frozenset(
    "filial rama franquicia affiliate branch franchise offshoot wing ally aliada".split()
)
_PLACED = frozenset({"NAME", "PLACE", "REGION"})
_OF = frozenset({"of", "de"})
_WHERE = _OF | frozenset("in on at near from en".split())
_ASIDE_REACH = 9
"""Tokens of an aside that only says what somebody is."""
_NOUN_REACH = 4
"""Tokens before "of X" among which "the Somali affiliate" stands, behind its comma."""


def head_of(token: Token, tokens: Sequence[Token], parties: frozenset[str]) -> Token:
    """The party that a verb behind `token` is about.

    It is the token itself, unless it ends an aside ("..., which ... TOKEN, was ..."); then the
    party before the aside. A group is taken to end it only where no comma stands between.
    A person is one where the aside is his and ends in "it": "Y, who founded it, was listed".

    Args:
        token: the party next to the verb, on its left.
        tokens: those of the sentence or clause.
        parties: the types of tokens that stand for a party.
    """
    at = next((i for i, each in enumerate(tokens) if each.start == token.start), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].norm != ",":
        return token
    if (whole := _affiliate(tokens, at, parties) or _described(tokens, at, parties)) is not None:
        return whole
    for back in range(at - 1, 1, -1):
        if tokens[back].norm == "," and token.kind == "GROUP":
            return token
        opens = tokens[back].norm in _OPENING and tokens[back - 1].norm == ","
        before = tokens[back - 2]
        told = before.kind != "PERSON" or (tokens[back].norm == "who" and token.kind == "IT")
        if opens and before.kind in parties and told:
            return before
    return token


def _affiliate(tokens: Sequence[Token], at: int, parties: frozenset[str]) -> Token | None:
    """Y in "Y, the Somali affiliate of X, which was listed": it is not X."""
    if at < 1 or tokens[at - 1].norm not in ("of", "de"):
        return None
    for comma in range(at - 2, max(0, at - 2 - _NOUN_REACH), -1):
        if tokens[comma].norm == ",":
            apposed = {t.norm for t in tokens[comma:at]}
            before = tokens[comma - 1]
            return before if before.kind in parties and apposed & _AFFILIATES else None
    return None


def _described(tokens: Sequence[Token], at: int, parties: frozenset[str]) -> Token | None:
    """Y in "Y, the old host of gunmen on X, was listed": a place at the end of the aside."""
    where = at > 0 and tokens[at - 1].norm in _WHERE
    if not where or (tokens[at].kind not in _PLACED and tokens[at - 1].norm in _OF):
        return None
    for comma in range(at - 2, max(0, at - 2 - _ASIDE_REACH), -1):
        if tokens[comma].norm == ",":
            before = tokens[comma - 1]
            return before if before.kind in parties else None
    return None
