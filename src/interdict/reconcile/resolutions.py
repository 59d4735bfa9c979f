"""Reviewers' answers to questions: appended with who, when and why; undone by another row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interdict.store.base import Resolution


class Resolutions:
    """The resolutions in force, found under the key of a question.

    Args:
        given: every resolution of a view, in the order they were given.
        canonical: gives the id under which judgements join an id. Parties that were joined (or
            parted) since then answer under another id; the resolution follows them.
    """

    def __init__(self, given: Iterable[Resolution], canonical: Callable[[str], str]) -> None:
        self._canonical = canonical
        self._given: dict[str, list[Resolution]] = {}
        for resolution in given:
            self._given.setdefault(self._current(resolution.question), []).append(resolution)

    def of(self, key: str) -> Resolution | None:
        """The resolution in force for a question; None if there is none, or it was taken back."""
        last = self.history(key)[-1:]
        return last[0] if last and last[0].value is not None else None

    def history(self, key: str) -> list[Resolution]:
        """Every word on a question, in the order they were given."""
        return self._given.get(self._current(key), [])

    def _current(self, key: str) -> str:
        about, *parts = key.split("|")
        return "|".join([about, *(self._canonical(part) for part in parts)])
