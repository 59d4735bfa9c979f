"""The engine at one moment: only what is alive counts, and one party answers once.

The index holds source ids. Ids that judgements in force join are answered as one party under
their canonical id, with the best score that any of them reaches; births and countries that
any of them gives count for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from interdict.matching.arrays import Bools, IndexRow
from interdict.matching.engine import TokenMatcher
from interdict.matching.history_view import HistoryView
from interdict.matching.index import Index
from interdict.model.entity import Held
from interdict.model.match import Match, Party


class DatedMatcher:
    """A `Matcher` over the history at the moment of a view.

    Args:
        index: the compiled names; `statement_id` of its rows is the row of the history.
        view: the history at the moment.
        weak_aliases: True counts weak aliases as if they were strong.
    """

    NAME = TokenMatcher.NAME

    def __init__(self, index: Index, view: HistoryView, *, weak_aliases: bool = False) -> None:
        self._view = view
        self._engine = TokenMatcher(
            index, weak_aliases=weak_aliases, resolve=self._held, kin=_kin(index, view)
        )
        self.VERSION = self._engine.VERSION
        self._alive: Bools | None = None if view.alive.all() else view.alive

    def search(
        self, party: Party, *, threshold: int, limit: int, alive: Bools | None = None
    ) -> list[Match]:
        """See `Matcher.search`; `alive` narrows further what the moment leaves."""
        more = limit + self._view.n_joined
        found = self._engine.search(
            party, threshold=threshold, limit=more, alive=self._narrowed(alive)
        )
        return self._joined(found)[:limit]

    def search_many(
        self, parties: Iterable[Party], *, threshold: int, limit: int, alive: Bools | None = None
    ) -> Iterator[list[Match]]:
        """See `Matcher.search_many`."""
        more = limit + self._view.n_joined
        answers = self._engine.search_many(
            parties, threshold=threshold, limit=more, alive=self._narrowed(alive)
        )
        return (self._joined(found)[:limit] for found in answers)

    def _narrowed(self, alive: Bools | None) -> Bools | None:
        if alive is None or self._alive is None:
            return self._alive if alive is None else alive
        both: Bools = self._alive & alive
        return both

    def _held(self, row: IndexRow) -> Held:
        return self._view.held_row(int(row.statement_id))

    def _joined(self, found: list[Match]) -> list[Match]:
        """One match for each party, best first, ties by id."""
        if not self._view.n_joined:
            return found
        best: dict[str, Match] = {}
        for match in found:
            best.setdefault(self._view.canonical(match.entity_id), match)
        joined = [self._as_party(root, match) for root, match in best.items()]
        return sorted(joined, key=lambda match: (-match.score, match.entity_id))

    def _as_party(self, root: str, match: Match) -> Match:
        """The match under the canonical id, shown by the name and kind of the whole party."""
        if self._view.members(root) == [match.entity_id]:
            return match
        party = self._view.party(root)
        if party is None:
            return replace(match, entity_id=root)
        return replace(match, entity_id=root, schema=party.schema, caption=party.caption)


def _kin(index: Index, view: HistoryView) -> dict[int, tuple[int, ...]]:
    """For each entity that a judgement in force joins with others, all of them by number."""
    found: dict[int, tuple[int, ...]] = {}
    for entity_id in view.joined:
        members = (index.entity_number(one) for one in view.members(entity_id))
        numbers = tuple(number for number in members if number is not None)
        found |= dict.fromkeys(numbers, numbers)
    return found
