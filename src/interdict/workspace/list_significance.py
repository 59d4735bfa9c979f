"""Which changes of an entry matter: `major` ones change whom screening finds, or why.

By property, else by the type of its values (FollowTheMoney's); whoever disagrees changes a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from interdict.lists.ftm.schemata import properties
from interdict.model.schema import IDENTIFIER_PROPERTIES
from interdict.model.statement import Statement


class Significance(StrEnum):
    """How much a change of an entry matters."""

    MAJOR = "major"
    MINOR = "minor"


_MAJOR_TYPES = frozenset("name identifier country entity".split())
"""Names, numbers, nationalities and flags, and whom it is linked with."""

_BY_PROPERTY = {
    **dict.fromkeys(IDENTIFIER_PROPERTIES, Significance.MAJOR),
    **dict.fromkeys(("program", "programId", "authority", "topics"), Significance.MAJOR),
    **dict.fromkeys(("birthDate", "deathDate", "incorporationDate"), Significance.MAJOR),
    **dict.fromkeys(("role", "percentage", "currencySymbol"), Significance.MAJOR),
    # Types that say more than the property means: contact details come and go.
    **dict.fromkeys(("phone", "email", "website", "birthCountry"), Significance.MINOR),
    **dict.fromkeys(("createdAt", "modifiedAt", "retrievedAt"), Significance.MINOR),
}


def significance_of(statement: Statement) -> Significance:
    """How much it matters that a statement begins or ends; every event of a designation does."""
    if statement.prop.startswith("event:"):
        return Significance.MAJOR
    own = _BY_PROPERTY.get(statement.prop)
    if own is not None:
        return own
    kind = properties(statement.schema).get(statement.prop)
    is_major = kind is not None and kind.name in _MAJOR_TYPES
    return Significance.MAJOR if is_major else Significance.MINOR


def most_significant(statements: Iterable[Statement]) -> Significance:
    """The greatest significance among them; minor if there are none."""
    is_major = any(significance_of(s) is Significance.MAJOR for s in statements)
    return Significance.MAJOR if is_major else Significance.MINOR
