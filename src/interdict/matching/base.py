"""What a matching engine offers, and the figures that every caller shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from interdict.errors import InvalidInput
from interdict.model.match import Match, Party
from interdict.model.schema import IDENTIFIER_PROPERTIES, NAME_PROPERTIES

if TYPE_CHECKING:
    from interdict.matching.arrays import Bools

FULL_SCORE = 10_000
"""Scores are integers from 0 to this."""

DEFAULT_THRESHOLD = 6_600
"""Score from which a match is an alert; docs/matching.md says how it was chosen.

An exact weak alias alone stays below.
"""

DEFAULT_LIMIT = 10
"""How many matches an answer carries at most."""

COUNTRY_PROPERTIES = frozenset({"country", "nationality", "citizenship", "jurisdiction", "flag"})

INDEXED_PROPERTIES = (
    frozenset(NAME_PROPERTIES) | {"birthDate"} | COUNTRY_PROPERTIES | IDENTIFIER_PROPERTIES
)
"""Properties that matching reads; a `Party` states nothing that another one could meet."""


def check_asked(threshold: int, limit: int) -> None:
    """Raises InvalidInput if there is no such threshold, or if no answer is wanted."""
    if not 1 <= threshold <= FULL_SCORE:
        raise InvalidInput(f"the threshold lies between 1 and {FULL_SCORE}, not {threshold}")
    if limit < 1:
        raise InvalidInput(f"the limit is at least 1, not {limit}")


class Matcher(Protocol):
    """Finds the entities of the record that a party may be."""

    NAME: str
    """The engine's name, as answers carry it."""

    VERSION: str
    """Any change that can change a score changes it."""

    def search(
        self, party: Party, *, threshold: int, limit: int, alive: Bools | None = None
    ) -> list[Match]:
        """Matches with a score of at least `threshold` (0 to 10,000), at most `limit`.

        Best first, ties by entity id; one match per entity; the same answer every time.
        `alive` says for each life class of the index whether its rows count; None: all do.

        Raises:
            InvalidInput: if the party states nothing to match, or a value cannot be read.
        """

    def search_many(
        self,
        parties: Iterable[Party],
        *,
        threshold: int,
        limit: int,
        alive: Bools | None = None,
    ) -> Iterator[list[Match]]:
        """The answers of `search` for each party, in order, found together.

        Raises:
            InvalidInput: as `search`, when the party's turn comes.
        """
