"""Ownership rules as dated data: how much of a party, held by whom, makes it follow its owner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from interdict.model.dates import Interval
from interdict.ownership.sizes import WHOLE

ALWAYS = Interval()
"""A period without bounds."""


class Counting(StrEnum):
    """Whose stakes add up.

    `all_listed`: the stakes of every listed person together, also under different programmes.
    `one_person`: only those of one listed person, held directly and through what it owns.
    """

    ALL_LISTED = "all_listed"
    ONE_PERSON = "one_person"


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """One authority's rule within its dates.

    `threshold` is in millionths; `inclusive` says whether meeting it is enough (50 or more) or
    it has to be passed (more than 50). `control` says whether stated control alone is enough,
    too. An indirect stake counts in full through an owner that meets the rule itself (status
    goes down the chain; percentages are not multiplied).
    """

    key: str
    authority: str
    threshold: int
    inclusive: bool
    counting: Counting
    control: bool
    binding: bool
    citation: str
    grade: str
    period: Interval = ALWAYS
    """When it was in force; the end is the first day without it."""

    def __post_init__(self) -> None:
        if not 0 < self.threshold <= WHOLE:
            raise ValueError(f"{self.key}: a threshold lies between 0 and 100 percent")

    @property
    def least(self) -> int:
        """The smallest sum, in millionths, that meets the rule."""
        return self.threshold if self.inclusive else self.threshold + 1
