"""How much of a score the name has to bring, where what stands beside it may lift it."""

from __future__ import annotations

from functools import lru_cache

from interdict.matching.asked import AskedParty
from interdict.matching.evidence import BIRTHDAY_CLOSES, COUNTRY_CLOSES, YEAR_CLOSES
from interdict.matching.found import IDENTIFIER_CLOSES, SUPPORT_CLOSES
from interdict.matching.scoring import name_needed


def needed_of(asked: AskedParty, threshold: int) -> tuple[int, int]:
    """The name score needed from anybody, and from a party born on the day asked."""
    return _needed_beside(
        threshold, bool(asked.birth), bool(asked.countries), bool(asked.identifiers)
    )


@lru_cache(maxsize=256)
def _needed_beside(
    threshold: int, has_birth: bool, has_countries: bool, has_identifiers: bool
) -> tuple[int, int]:
    left = 1 - SUPPORT_CLOSES / 1_000
    if has_countries:
        left *= 1 - COUNTRY_CLOSES / 1_000
    if has_identifiers:
        left *= 1 - IDENTIFIER_CLOSES / 1_000
    by_year = left * (1 - YEAR_CLOSES / 1_000) if has_birth else left
    by_day = left * (1 - BIRTHDAY_CLOSES / 1_000)
    return name_needed(threshold, 1 - by_year), name_needed(threshold, 1 - by_day)
