"""The owners above one party: its owners, their owners and so on, as far as the record goes.

A party's standing depends on nobody but those above it, so that a question costs what stands
above the party, however large the registers are that are held.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from interdict.errors import InvalidInput
from interdict.model.designation import Designation, State, StateName
from interdict.ownership.identity import Identity
from interdict.ownership.record import Stated, StatedStake
from interdict.ownership.rule import Authority

MOST_PARTIES = 5_000
"""A chain with more parties is refused: registers of whole countries hold none that is close."""


@dataclass(frozen=True, slots=True)
class Person:
    """One party of a chain, with its designations and what it was recognised by.

    `ids` are all ids under which the record's files speak of it.
    """

    id: str
    caption: str
    schema: str
    ids: tuple[str, ...]
    identity: Identity
    designations: tuple[tuple[Designation, State], ...] = ()

    def programmes(self, authority: Authority) -> tuple[tuple[Designation, State], ...]:
        """Its designations in force under the authority's programmes."""
        return tuple(
            (designation, state)
            for designation, state in self.designations
            if designation.programme in authority.programmes
            and state.name is StateName.IN_FORCE
            and "suspended" not in state.flags
        )

    def is_listed(self, authority: Authority) -> bool | None:
        """Whether it is designated under the authority on the day; None if that is not certain."""
        held = self.programmes(authority)
        if not held:
            return False
        return True if self.identity.is_certain and any(s.certain for _, s in held) else None


@dataclass(frozen=True, slots=True)
class Chain:
    """Everybody above a party and the stakes between them. `asked` is the party's id in it."""

    asked: str
    persons: Mapping[str, Person]
    stakes: tuple[StatedStake, ...]
    n_undated: int = 0


def chain_above(
    asked: str, person: Callable[[str], Person], stakes_in: Callable[[str], Stated]
) -> Chain:
    """Gathers the owners above a party.

    Args:
        asked: the party's id.
        person: the party under an id; the id that it gives is the one under which it counts.
        stakes_in: what is stated of the owners of an id.

    Raises:
        InvalidInput: if more than `MOST_PARTIES` stand above it.
    """
    persons: dict[str, Person] = {}
    counted: dict[str, str] = {}
    stakes: list[StatedStake] = []
    undated = 0
    waiting = [asked]
    while waiting:
        entity_id = waiting.pop()
        if entity_id in counted:
            continue
        found = person(entity_id)
        counted |= dict.fromkeys((entity_id, *found.ids, found.id), found.id)
        before = persons.get(found.id)
        ids = found.ids if before is None else tuple(dict.fromkeys((*before.ids, *found.ids)))
        persons[found.id] = replace(before or found, ids=ids)
        if len(persons) > MOST_PARTIES:
            raise InvalidInput(f"more than {MOST_PARTIES:,} parties stand above {asked}")
        for one in dict.fromkeys((entity_id, *found.ids)):
            stated = stakes_in(one)
            undated += stated.n_undated
            stakes += stated.stakes
            waiting += [stake.owner for stake in stated.stakes]
    kept = dict.fromkeys(
        replace(s, owner=counted[s.owner], asset=counted.get(s.asset, s.asset)) for s in stakes
    )
    return Chain(counted[asked], persons, tuple(kept), undated)
