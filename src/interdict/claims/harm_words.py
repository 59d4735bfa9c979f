"""Words beside a party that tell whether it acts there, or only describes another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from interdict.claims.tokens import Token
from interdict.claims.vocabulary import lexicon


def does_harm(token: Token) -> bool:
    """True for a verb of doing harm: who does it stands before it."""
    return token.kind == "W" and token.norm in _deeds()


def is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """True for a group's name before what somebody is of it: "a Hamas affiliate"."""
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return tokens[at].kind == "GROUP" and behind in _of_a_group()


def is_of_a_group(behind: Sequence[str]) -> bool:
    """True for words that go on with who belongs to a group: "(Lantern) deputy commander"."""
    return bool(behind) and (behind[0] in _of_a_group() or behind[0] in _RANKS)


_RANKS = frozenset("deputy senior top former leaders members fighters operatives officials".split())


def is_place_of(tokens: Sequence[Token], at: int, relative: int) -> bool:
    """True for a place before the noun that "who" or "which" stands for: "a Dubai firm that"."""
    if tokens[at].kind not in ("PLACE", "AUTHORITY", "NAME") or at + 1 >= relative:
        return False
    behind = tokens[at + 1]
    return behind.kind == "W" and behind.norm.isalpha()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(lexicon().classes["misdeed"])


@cache
def _of_a_group() -> frozenset[str]:
    classes = lexicon().classes
    return frozenset((*classes["branch"], *classes["mate"], *classes["post"]))
