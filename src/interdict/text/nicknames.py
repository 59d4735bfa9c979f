"""Given names that are one name: across languages, and as short and pet forms.

Groups are small and precise: one name, one gender. The table and its sources are in
`data/given_names.txt`. Arabic by-names (kunya: Abu X) are not variants of a given name and
are not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from interdict.text.tables import lines_of

FORMAL_COST = 15
"""Both are full forms of one name: Nikolai, Nicolas."""

SHORT_COST = 25
"""A full form and a short form: Aleksandr, Sasha."""

BOTH_SHORT_COST = 38
"""Two short forms: Bob, Robbie."""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """One given name: its full forms, the first of which names it, and its short forms."""

    formal: tuple[str, ...]
    short: tuple[str, ...]


def nickname_groups(token: str) -> tuple[str, ...]:
    """The names of the groups in which a folded word stands, in the order of the table."""
    return tuple(group.formal[0] for group in _groups_of().get(token, ()))


def given_name_variants(token: str) -> dict[str, int]:
    """Other forms of a given name with their cost (1 to 100), the least where groups overlap."""
    variants: dict[str, int] = {}
    for group in _groups_of().get(token, ()):
        is_formal = token in group.formal
        for other in group.formal + group.short:
            both_formal = is_formal and other in group.formal
            both_short = not is_formal and other in group.short
            cost = FORMAL_COST if both_formal else BOTH_SHORT_COST if both_short else SHORT_COST
            if other != token:
                variants[other] = min(cost, variants.get(other, cost))
    return variants


@cache
def _groups_of() -> dict[str, tuple[NameGroup, ...]]:
    groups: dict[str, tuple[NameGroup, ...]] = {}
    for line in lines_of("given_names.txt"):
        formal, _, short = line.partition(";")
        group = NameGroup(tuple(formal.split()), tuple(short.split()))
        for word in dict.fromkeys(group.formal + group.short):
            groups[word] = (*groups.get(word, ()), group)
    return groups
