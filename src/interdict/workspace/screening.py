"""Screening in a workspace: the compiled index at a moment, with designations beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from interdict.errors import StoreError
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD
from interdict.matching.dated import DatedMatcher
from interdict.matching.engine import TokenMatcher
from interdict.matching.history_view import HistoryView
from interdict.screening.screen import Screener
from interdict.store.base import Coverage, Moment
from interdict.workspace.index import Progress, WorkspaceIndex, history_of, names_of
from interdict.workspace.root import Times, Workspace
from interdict.workspace.stakes_held import has_stakes

if TYPE_CHECKING:
    from interdict.model.designation import Designation, State
    from interdict.ownership.outcome import OwnedBy
    from interdict.store.base import View
    from interdict.workspace.ownership import Reader

_KEPT = 65_536
"""Designations of so many parties are kept between rows of a batch."""


class Screening:
    """Screening against a workspace's record; `Workspace.screening` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def index(self) -> WorkspaceIndex:
        """The compiled index of the workspace."""
        engine = f"{TokenMatcher.NAME} {TokenMatcher.VERSION}"
        return WorkspaceIndex(self._workspace.config, lambda: self._workspace.store, engine=engine)

    def screener(
        self,
        times: Times,
        *,
        threshold: int = DEFAULT_THRESHOLD,
        limit: int = DEFAULT_LIMIT,
        weak_aliases: bool = False,
        datasets: frozenset[str] | None = None,
        progress: Progress = lambda _: None,
    ) -> Screener:
        """A screener for one moment, over the compiled index; it is built if the record moved.

        Raises:
            IntegrityError: if the index is damaged.
            InvalidInput: if `held_at` names what the record has not reached.
        """
        folder = self.index.current(progress)
        history = history_of(folder)
        moment = Moment(times.as_of, times.known_at, history.sequence(times.held_at))
        only = None if datasets is None else _datasets(datasets)
        view = HistoryView(history, moment, only)
        matcher = DatedMatcher(names_of(folder), view, weak_aliases=weak_aliases)
        return Screener(
            matcher,
            designations=self._designations(view),
            coverage=self._coverage(view) if only is None else _told(view, only),
            moment=moment,
            threshold=threshold,
            limit=limit,
            owners=self._owners(view, matcher, only),
            files=_files(view),
        )

    def _owners(
        self, view: HistoryView, matcher: DatedMatcher, only: frozenset[str] | None
    ) -> Callable[[str], OwnedBy | None]:
        """Whose a party is, by the record itself, which is opened at the first stake.

        A store of its own: workers are forked, and connections must not be shared with them.
        """
        database = self._workspace.config.database

        @lru_cache(maxsize=1)
        def reader() -> Reader:
            from interdict.store.sql import SqlStore
            from interdict.workspace.ownership import Reader

            at = view.moment
            store = SqlStore.at(database, _reads_only)
            record = store.view(
                as_of=at.as_of, known_at=at.known_at, held_at=at.held_at, datasets=only
            )
            return Reader(record, self._workspace.regimes, matcher)

        @lru_cache(maxsize=_KEPT)
        def owners(entity_id: str) -> OwnedBy | None:
            if not has_stakes(database, view.members(entity_id)):
                return None
            return reader().owned(entity_id)

        return owners

    def _designations(self, view: HistoryView) -> Callable[[str], list[tuple[Designation, State]]]:
        """Designations of a party, read from the index; their reader is made at the first hit."""

        @lru_cache(maxsize=1)
        def reader() -> Callable[[str], list[tuple[Designation, State]]]:
            from interdict.reconcile.designations import Designations

            # `Designations.of` asks a view only for what the index carries.
            return Designations(cast("View", view), self._workspace.regimes).of

        @lru_cache(maxsize=_KEPT)
        def kept(entity_id: str) -> tuple[tuple[Designation, State], ...]:
            return tuple(reader()(entity_id))

        return lambda entity_id: list(kept(entity_id))

    def _coverage(self, view: HistoryView) -> list[Coverage]:
        """What each dataset says about the date: those held, and those a regime rests on."""
        named = self._workspace.regimes.official_lists
        return [view.coverage(name) for name in sorted(set(view.datasets()) | named)]


def _files(view: HistoryView) -> Callable[[str], str | None]:
    """File names of documents by hash, read at the first hit in one."""

    @lru_cache(maxsize=1)
    def names() -> dict[str, str]:
        return {held.document.sha256: held.document.file_name for held in view.documents()}

    return lambda sha256: names().get(sha256)


def _reads_only() -> datetime:
    raise StoreError("this record was opened for reading")


def _datasets(names: frozenset[str]) -> frozenset[str]:
    """The datasets of those names or aliases.

    Raises:
        NotFound: if a dataset is named that does not exist.
    """
    from interdict.lists import catalog

    return frozenset(catalog.find(name)[0].name for name in names)


def _told(view: HistoryView, only: frozenset[str]) -> list[Coverage]:
    return [view.coverage(name) for name in sorted(only)]
