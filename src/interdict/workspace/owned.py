"""What a party holds, and which of it follows: ownership asked from above, down the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interdict.ownership.chain import Person
from interdict.ownership.outcome import OwnedBy
from interdict.ownership.record import OWNERSHIP, stakes_in
from interdict.ownership.rule import Authority, chosen
from interdict.store.base import View
from interdict.workspace.index import Progress
from interdict.workspace.ownership import Ownership, OwnershipAnswer, Reader
from interdict.workspace.root import Times

MOST_HELD = 1_000
"""Parties below one that are looked at; what lies beyond is told, not answered."""


@dataclass(frozen=True, slots=True)
class Held:
    """One party in which the one asked about has a stake, `steps` below it, with what follows.

    A party can follow by the stakes of others, too: its answer has all its owners.
    """

    answer: OwnershipAnswer
    steps: int

    @property
    def owned(self) -> OwnedBy:
        """Outcomes by which it follows a listed owner, or may."""
        return OwnedBy(self.answer.chain, self.answer.outcomes)


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything below a party on a day, nearest first; `is_whole` is False where it was cut."""

    party: Person
    held: tuple[Held, ...]
    is_whole: bool = True


def owned_by(
    ownership: Ownership,
    reference: str,
    times: Times,
    *,
    rule: str | None = None,
    progress: Progress = lambda _: None,
) -> Holdings:
    """The parties in which a party has a stake, directly or through others, and what follows.

    Raises:
        NotFound: if there is no such party or rule.
        InvalidInput: if several parties have that name; their ids are listed.
    """
    wanted = chosen(ownership.authorities, rule)
    reader = ownership.reader(times, progress)
    party = reader.person(reader.find(reference))
    found, is_whole = below(reader, party)
    return Holdings(party, tuple(_held(reader, found, wanted)), is_whole)


def below(reader: Reader, party: Person) -> tuple[dict[str, int], bool]:
    """Ids of the parties below one, with the fewest steps to each; and whether these are all."""
    steps: dict[str, int] = {}
    frontier = [*reader.same_party(party)]
    seen = set(frontier)
    at = 0
    while frontier:
        at += 1
        reached: list[str] = []
        for owner in frontier:
            for asset in _assets(reader.view, owner):
                person = reader.person(asset)
                if asset in seen or person.id == party.id:
                    continue
                if len(steps) == MOST_HELD:
                    return steps, False
                seen.add(asset)
                steps[asset] = at
                reached += reader.same_party(person)
        frontier = list(dict.fromkeys(reached))
    return steps, True


def _assets(view: View, owner: str) -> list[str]:
    """Parties in which the owner holds a stake on the day, by id."""
    day = view.moment.as_of
    links = (link for link in view.referring("owner", owner) if link.schema == OWNERSHIP)
    assets = sorted({view.canonical(asset) for link in links for asset in link.get("asset")})
    root = view.canonical(owner)
    return [
        asset
        for asset in assets
        if any(stake.owner == root for stake in stakes_in(view, asset, day).stakes)
    ]


def _held(reader: Reader, found: dict[str, int], wanted: Sequence[Authority]) -> list[Held]:
    held = [Held(reader.of(asset, wanted), steps) for asset, steps in found.items()]
    return sorted(held, key=lambda one: (one.steps, one.answer.party.caption, one.answer.party.id))
