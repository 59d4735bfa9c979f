"""Which words of a table another one is a slip for: one letter more, less, other, or swapped."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA


class OneEdit:
    """A table of words that is asked for those one edit away.

    Two words one edit apart share a text that leaves at most one letter of each away, so each
    word is kept under all of these.
    """

    __slots__ = ("_near",)

    def __init__(self, words: Iterable[str]) -> None:
        near: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for key in _shortened(word):
                near.setdefault(key, []).append(word)
        self._near = near

    def near(self, word: str) -> list[str]:
        """The words of the table that are equal or one edit away."""
        found = dict.fromkeys(one for key in _shortened(word) for one in self._near.get(key, ()))
        return [one for one in found if OSA.distance(one, word, score_cutoff=1) < 2]


def _shortened(word: str) -> dict[str, None]:
    """The word, and the word with each of its letters left away."""
    return dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))
