"""`Workspace`: opens the record and hands out what works on it, each part when it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from interdict.config import Config
from interdict.errors import InvalidInput

if TYPE_CHECKING:
    from interdict.regimes.known import Regimes
    from interdict.store.base import Store, View
    from interdict.workspace.documents import Documents
    from interdict.workspace.lab import Lab
    from interdict.workspace.lists import Lists
    from interdict.workspace.record import Record
    from interdict.workspace.screening import Screening


@dataclass(frozen=True, slots=True)
class Times:
    """The three times of a question. `held_at` is a sequence number, a time, or None for now."""

    as_of: date
    known_at: datetime
    held_at: int | datetime | None = None


class Workspace:
    """One record, opened; its parts are made when first used, so that a command stays light.

    Args:
        config: where the record is.
        clock: gives the time at which rows are recorded (aware, UTC).
    """

    def __init__(self, config: Config, clock: Callable[[], datetime]) -> None:
        self.config = config
        self._clock = clock

    @cached_property
    def store(self) -> Store:
        """The record itself, made if it does not exist.

        Raises:
            StoreError: if it cannot be opened.
        """
        from interdict.store.sql import SqlStore

        return SqlStore.at(self.config.database, self._clock)

    @cached_property
    def regimes(self) -> Regimes:
        """The programmes that are known as data."""
        from interdict.regimes.catalog import load_regimes

        return load_regimes()

    @cached_property
    def lists(self) -> Lists:
        """Official lists: load, status, differences."""
        from interdict.workspace.lists import Lists

        return Lists(self)

    @cached_property
    def documents(self) -> Documents:
        """Documents: read, extract, withdraw."""
        from interdict.workspace.documents import Documents

        return Documents(self)

    @cached_property
    def record(self) -> Record:
        """Parties, designations, timelines, conflicts, effects."""
        from interdict.workspace.record import Record

        return Record(self)

    @cached_property
    def screening(self) -> Screening:
        """Names against the record."""
        from interdict.workspace.screening import Screening

        return Screening(self)

    @cached_property
    def lab(self) -> Lab:
        """Validation of screening against the record."""
        from interdict.workspace.lab import Lab

        return Lab(self)

    def view(self, times: Times, datasets: frozenset[str] | None = None) -> View:
        """The record at those times.

        Raises:
            InvalidInput: if `held_at` is a number that the record has not reached. At a time
                before its first transaction it held nothing, and covers nothing.
        """
        held_at = self._sequence(times.held_at)
        return self.store.view(
            as_of=times.as_of, known_at=times.known_at, held_at=held_at, datasets=datasets
        )

    def _sequence(self, held_at: int | datetime | None) -> int | None:
        if held_at is None:
            return None
        transactions = self.store.transactions()
        if isinstance(held_at, datetime):
            return sum(t.recorded_at <= held_at for t in transactions)
        if not 0 <= held_at <= len(transactions):
            held = f"transactions 1 to {len(transactions)}" if transactions else "nothing yet"
            raise InvalidInput(f"--held-at {held_at}: the record holds {held}")
        return held_at

    def close(self) -> None:
        """Releases the record."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
