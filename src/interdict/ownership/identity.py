"""Who a party of an ownership file is, among the parties that official sources designate.

An id that the file states, or a judgement in the record, is certain. A name alone is followed
only where it is exactly that of one designated party; for a person it stays open unless the date
of birth agrees, since many share a name. Nothing is joined in the record by this: each answer
says by what a party was recognised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interdict.model.dates import span_of
from interdict.model.entity import Entity
from interdict.model.schema import compatible, is_a


class Recognised(StrEnum):
    """By what a party was recognised."""

    ITSELF = "itself"  # by its id: stated in the file, or joined by a judgement
    NAME = "exact name"
    NAME_AND_BIRTH = "exact name and date of birth"
    NAME_ALONE = "name alone"  # not certain
    SEVERAL = "several of that name"  # not certain
    NOBODY = "nobody"  # no designated party of that name
    MISSING = "missing id"  # stated in the file, and never held by the record


CERTAIN = frozenset((Recognised.ITSELF, Recognised.NAME, Recognised.NAME_AND_BIRTH))
"""Ways of being recognised that leave no doubt to show."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A party of a file, and the designated parties that it is, or may be."""

    entity_id: str
    by: Recognised
    same_as: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """True if there is no doubt that it is one of them."""
        return self.by in CERTAIN


Named = Callable[[Entity], Sequence[Entity]]
"""Designated parties of exactly one of a party's names."""


def identify(party: Entity, candidates: Iterable[Entity]) -> Identity:
    """Which of the designated parties of its name a party is.

    Those of several lists can be one party; two on one list cannot.
    """
    same = [c for c in candidates if c.id != party.id and compatible(party.schema, c.schema)]
    fitting = [c for c in same if _births(party, c) is not False]
    if not fitting:
        return Identity(party.id, Recognised.NOBODY)
    ids = tuple(sorted(c.id for c in fitting))
    datasets = [name for c in fitting for name in {s.dataset for s in c}]
    if len(datasets) > len(set(datasets)):
        return Identity(party.id, Recognised.SEVERAL, ids)
    if all(_births(party, c) for c in fitting):
        return Identity(party.id, Recognised.NAME_AND_BIRTH, ids)
    if any(is_a(c.schema, "Person") for c in (party, *fitting)):
        return Identity(party.id, Recognised.NAME_ALONE, ids)
    return Identity(party.id, Recognised.NAME, ids)


def _births(left: Entity, right: Entity) -> bool | None:
    """Whether some dates of birth of the two agree; None if one of them has none."""
    ours = [span for text in left.get("birthDate") if (span := span_of(text))]
    theirs = [span for text in right.get("birthDate") if (span := span_of(text))]
    if not ours or not theirs:
        return None
    return any(a.overlaps(b) for a in ours for b in theirs)
