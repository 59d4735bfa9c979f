"""What is known of the words of queries, as columns that grow: one place for each word."""

from __future__ import annotations

import numpy as np

from interdict.matching.arrays import Array

UNLISTED = -1
"""The number of a word that no listed name has."""

_FIRST_SIZE = 64


class WordColumns:
    """Columns over the slots of words.

    `number` is that of the listed word that is equal, or `UNLISTED`; `kind` as `Kind`, with one
    for all light words; `weight` what it weighs in an asked name; `is_light` says that some
    name has it as a light word; `n_postings` counts the places in listed names that it leads to;
    `letter` is the bit of its first letter; `is_called` says that people are called so
    (`kept.is_own`), as far as anybody looked. The listed words it may stand for are
    `near_words`, each with `near_likeness`, from `near_start` to `near_end`.
    """

    def __init__(self) -> None:
        self._size = self._n_near = 0
        self.near_start = self.near_end = np.empty(0, dtype=np.int64)
        self.number = self.kind = self.weight = np.empty(0, dtype=np.int64)
        self.n_postings = self.letter = np.empty(0, dtype=np.int64)
        self.is_light = self.is_called = np.empty(0, dtype=np.bool_)
        self.near_words = np.empty(0, dtype=np.uint32)
        self.near_likeness = np.empty(0, dtype=np.uint8)

    def add(
        self, *, near_words: Array, near_likeness: Array, n_near: Array, **of_word: Array
    ) -> None:
        """Appends words: their other columns by name, and the neighbours of each, `n_near` many."""
        before = self._size
        self._size += len(n_near)
        ends = self._n_near + np.cumsum(n_near)
        of_word |= {"near_end": ends, "near_start": ends - n_near}
        for name, values in of_word.items():
            setattr(self, name, _written(getattr(self, name), before, values))
        self.near_words = _written(self.near_words, self._n_near, near_words)
        self.near_likeness = _written(self.near_likeness, self._n_near, near_likeness)
        self._n_near += len(near_words)

    def near(self, slot: int) -> tuple[Array, Array]:
        """The numbers of the listed words that a word may stand for, rising, and the percent."""
        start, end = int(self.near_start[slot]), int(self.near_end[slot])
        return (
            self.near_words[start:end].astype(np.int64),
            self.near_likeness[start:end].astype(np.int64),
        )


def _written(column: Array, at: int, values: Array) -> Array:
    """The column with values from a place on; a longer copy of it where they do not fit."""
    end = at + len(values)
    if end > len(column):
        longer = np.empty(max(2 * len(column), end, _FIRST_SIZE), dtype=column.dtype)
        longer[:at] = column[:at]
        column = longer
    column[at:end] = values
    return column
