"""Bodies and papers that designate without a name: "the committee listed X", "the order bans Y"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interdict.claims.clause_courts import court_before
from interdict.claims.clause_parties import Clause
from interdict.claims.gazetteer import fold
from interdict.claims.tokens import Token

_BODIES = frozenset(
    """
    committee council panel cabinet order decree regulation notice notification legislation
    instrument commission administration government ministry prosecutors ministers comite consejo
    decreto orden resolucion pais gobierno ejecutivo administracion
    """.split()
)
_OF_STATE = frozenset({"centre"})
"""What a government is called with a capital, as a name: "Centre bans X"."""
_IN_CAPITALS = _BODIES | _OF_STATE
_OFFICES = (("prime", "minister"), ("home", "minister"), ("interior", "minister"))
"""Offices that designate where the law of their country says so, and which nobody is named for."""
_PAPERS = (["decreto"], ["orden"], ["resolucion"], ["decree"], ["order"], ["proclamation"])
_DRAFTS = frozenset(
    "proyecto borrador draft bill iniciativa propuesta proposed anteproyecto".split()
)
_DEFINITE = frozenset(
    "the same a an new this that his her its their el la mismo misma un una sanctions".split()
)
_BODY_REACH = 5
"""Tokens before a verb among which the body or the order stands that acts."""


def by_a_body(clause: Clause) -> bool:
    """True where "the committee", "the same order" does it: a body or an act, not named."""
    if clause.norms(clause.at - 1, clause.at)[-1:] in (["which"], ["that"], ["que"]):
        if _is_paper(clause):
            return True
        return not {"government", "gobierno"}.isdisjoint(clause.norms(clause.at - 9, clause.at))
    return bool(body_before(clause))


def is_of_a_draft(clause: Clause) -> bool:
    """True for "un proyecto de decreto que designa a X": nothing is done by it yet."""
    before = clause.norms(clause.at - 8, clause.at)
    return before[-1:] in (["que"], ["that"], ["which"]) and not _DRAFTS.isdisjoint(before)


def _is_paper(clause: Clause) -> bool:
    """True for "(firmó) el decreto que designa a X": a paper in force, and no draft or bill."""
    before = clause.norms(clause.at - 8, clause.at - 1)
    return before[-1:] in _PAPERS and _DRAFTS.isdisjoint(before)


def body_before(clause: Clause) -> tuple[Token, ...]:
    """The words for the body or act that stands before the verb as its subject; () if none does."""
    before = _without_asides(clause.tokens[: clause.at])[-_BODY_REACH:]
    for left, right in pairwise((clause.tokens[0], *before)):
        counted = right.kind == "COUNT" and right.start < clause.tokens[clause.at].start
        if right.norm in _BODIES and (left.norm in _DEFINITE or counted):
            return (right,)  # "a second notification", too
        if (left.norm, right.norm) in _OFFICES:
            return (left, right)
    for token in before[-2:]:
        if token.kind == "NAME" and token.mention and fold(token.mention.name) in _IN_CAPITALS:
            return (token,)  # "the Council", in capitals
    return court_before(clause)


def _without_asides(before: Sequence[Token]) -> Sequence[Token]:
    """What stands before a verb, less an aside that ends there: "a notice, issued today, names"."""
    if not before or before[-1].norm != ",":
        return before
    opens = next((i for i in range(len(before) - 2, 0, -1) if before[i].norm == ","), None)
    return before if opens is None else before[:opens]
