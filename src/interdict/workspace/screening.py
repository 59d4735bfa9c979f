"""Screening in a workspace: the matcher compiled from a view, with designations beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from interdict.lists import catalog
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, INDEXED_PROPERTIES
from interdict.matching.engine import TokenMatcher
from interdict.matching.index import Index
from interdict.model.designation import Designation, State
from interdict.model.entity import Held
from interdict.model.schema import is_a
from interdict.screening.screen import Screener
from interdict.store.base import View
from interdict.workspace.root import Times, Workspace

_KEPT = 4_096
"""Designations of so many parties are kept between rows of a batch."""


class Screening:
    """Screening against a workspace's record; `Workspace.screening` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def screener(
        self,
        times: Times,
        *,
        threshold: int = DEFAULT_THRESHOLD,
        limit: int = DEFAULT_LIMIT,
        weak_aliases: bool = False,
        datasets: frozenset[str] | None = None,
    ) -> Screener:
        """A screener for one moment; compiling its index reads every name of the view.

        With `datasets` (names or aliases) only these are screened against, and only what they
        cover is told; parties that documents name are screened against either way.

        Raises:
            NotFound: if a dataset is named that does not exist.
        """
        only = None if datasets is None else frozenset(catalog.find(d)[0].name for d in datasets)
        view = self._workspace.view(times, only)
        record = self._workspace.record
        reader = record.designations(view)
        coverage = record.coverage(view) if only is None else list(map(view.coverage, sorted(only)))

        @lru_cache(maxsize=_KEPT)
        def designations(entity_id: str) -> tuple[tuple[Designation, State], ...]:
            return tuple(reader.of(entity_id))

        return Screener(
            TokenMatcher(Index.compile(indexed(view)), weak_aliases=weak_aliases),
            designations=lambda entity_id: list(designations(entity_id)),
            coverage=coverage,
            moment=view.moment,
            threshold=threshold,
            limit=limit,
        )


def indexed(view: View) -> Iterator[tuple[str, Held]]:
    """(party, statement) for everything that matching reads; a wallet speaks for its holder."""
    holders: dict[str, str] = {}
    for held in view.held(frozenset({"holder"})):
        statement = held.statement
        if is_a(statement.schema, "CryptoWallet"):
            holders[statement.entity_id] = statement.value
    for held in view.held(INDEXED_PROPERTIES):
        entity_id = held.statement.entity_id
        yield view.canonical(holders.get(entity_id, entity_id)), held
