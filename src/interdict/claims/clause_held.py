"""Whom "have" and a participle are about: "Britain has X proscribed", "to have Y listed"."""

from __future__ import annotations

from interdict.claims.clause_parties import Clause
from interdict.claims.party_lists import PARTIES, joined_before
from interdict.claims.tokens import Token

_HOLDING = frozenset("has have had having keeps keep kept get gets got getting see".split())
_BETWEEN = frozenset("the a an still long also now already both".split())
_WANTING = frozenset("to would will could should may might must".split())
_WISHING = frozenset("want wants wanted".split())
_ENDING = frozenset("to be that is are was were been who which and but".split())
"""Words between a wish and a participle that it does not govern."""
_REACH = 22
"""Tokens between "have" and its participle: the party may be described on the way."""
_HELD = PARTIES - {"COUNT", "IT", "PERSON"}


def held_objects(clause: Clause) -> list[Token]:
    """X in "has X proscribed": the party before a participle that "have" governs."""
    at = _holder(clause)
    last = clause.at - 1 if at is not None else -1
    if last > 0 and clause.tokens[last].norm == ",":
        last -= 1
    if at is None or last <= at or clause.tokens[last].kind not in _HELD:
        return []
    return joined_before(clause.tokens, last)


def is_wanted(clause: Clause) -> bool:
    """True for "to have X proscribed", "want X banned": somebody wants it, nobody has done it."""
    at = _holder(clause)
    if at is not None and not _WANTING.isdisjoint(clause.norms(at - 1, at)):
        return True
    return _is_wished(clause)


def _is_wished(clause: Clause) -> bool:
    """True where a wish governs the participle ("want the bank, X, blacklisted as well").

    What follows a day, an author or a list was done: "wants to visit X, banned in 2014".
    """
    if clause.verb.form != "past":
        return False
    behind = clause.tokens[clause.at + 1] if clause.at + 1 < len(clause.tokens) else None
    if behind is not None and (behind.kind == "DATE" or behind.norm in clause.words.by):
        return False
    before = clause.tokens[max(0, clause.at - _REACH) : clause.at]
    wish = next((i for i, t in enumerate(before) if t.norm in _WISHING), None)
    if wish is None or not any(t.kind in PARTIES for t in before[wish + 1 :]):
        return False
    return _ENDING.isdisjoint(t.norm for t in before[wish + 1 :])


def _holder(clause: Clause) -> int | None:
    """The place of the "have" right behind which a party stands, the participle following it."""
    if clause.verb.form != "past":
        return None
    for at in range(clause.at - 2, max(-1, clause.at - _REACH), -1):
        if clause.tokens[at].norm in clause.words.be:
            return None
        if clause.tokens[at].norm in _HOLDING:
            here = at + 1
            while here < clause.at and clause.tokens[here].norm in _BETWEEN:
                here += 1
            return at if here < clause.at and clause.tokens[here].kind in _HELD else None
    return None
