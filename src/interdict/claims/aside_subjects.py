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


def head_of(token: Token, tokens: Sequence[Token], parties: frozenset[str]) -> Token:
    """The party that a verb behind `token` is about.

    It is the token itself, unless it ends an aside ("..., which ... TOKEN, was ..."); then the
    party before the aside. A group is taken to end it only where no comma stands between.

    Args:
        token: the party next to the verb, on its left.
        tokens: those of the sentence or clause.
        parties: the types of tokens that stand for a party.
    """
    at = next((i for i, each in enumerate(tokens) if each.start == token.start), None)
    if at is None or at + 1 >= len(tokens) or tokens[at + 1].norm != ",":
        return token
    for back in range(at - 1, 1, -1):
        if tokens[back].norm == "," and token.kind == "GROUP":
            return token
        opens = tokens[back].norm in _RELATIVES | _LED and tokens[back - 1].norm == ","
        before = tokens[back - 2]
        if opens and before.kind in parties and before.kind != "PERSON":
            return before
    return token
