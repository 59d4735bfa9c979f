"""Claims of rules that their clauses speak against.

A rule sees a pattern; "karaoke is banned" has that of a ban. Where the clause most likely tells
nothing (`clause_model`), or what is another kind of claim, the pattern alone makes no claim of a
press text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from interdict.claims.clause_chances import Clause, ClauseChances
from interdict.claims.clause_families import Family, families, is_judged
from interdict.claims.clause_model import NOTHING
from interdict.claims.reading import Reading
from interdict.model.claim import Claim, Stance

_LEAST_OF_NOTHING = 0.3
"""The chance that a clause tells nothing, from which on it speaks against the claim of a rule."""
_NOTHING = (NOTHING,)
_SURE = 0.8
"""The chance from which on a clause tells a family, and no other."""


def without_doubtful(
    told: Sequence[Claim], reading: Reading, chances: ClauseChances
) -> list[Claim]:
    """The claims of rules whose clauses do not tell something else altogether."""
    if not is_judged(reading):
        return list(told)
    return [claim for claim in told if not _is_doubtful(claim, chances)]


def _is_doubtful(claim: Claim, chances: ClauseChances) -> bool:
    family = _doubting().get(claim.kind)
    if family is None or claim.stance is Stance.OPINION:
        return False  # an opinion is none the less one for the words it is told in
    clauses = chances.touched(claim.start, claim.end)
    return bool(clauses) and all(_speaks_against(clause, claim, family) for clause in clauses)


def _speaks_against(clause: Clause, claim: Claim, family: Family) -> bool:
    if clause.chance_of(family.kinds) >= family.doubted:
        return False
    if clause.chance_of(_NOTHING) >= _LEAST_OF_NOTHING:
        return True
    return family.either and clause.is_mostly(claim.start, claim.end) and _tells_else(clause)


def _tells_else(clause: Clause) -> bool:
    """True for a clause that tells a family for sure of which claims are made."""
    return any(clause.chance_of(family.kinds) >= max(family.least, _SURE) for family in families())


@cache
def _doubting() -> dict[str, Family]:
    """Kind -> its family, of those whose claims are doubted."""
    return {kind: family for family in families() if family.doubted for kind in family.kinds}
