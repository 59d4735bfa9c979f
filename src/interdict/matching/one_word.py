"""`Vocabulary.near` for one word, in plain Python: what a single query asks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from interdict.matching.arrays import Array, Texts
from interdict.matching.forms import forms_of, packed_keys
from interdict.matching.similarity import (
    EQUAL,
    EQUIVALENT,
    LEFT_OUT,
    agreed,
    begin_apart,
    edit_similarity,
    lacks_a_letter,
    may_lack_a_letter,
    sound_similarity,
    within_edits,
)
from interdict.matching.sounds import skeleton, spoken
from interdict.text.equivalence import equivalents

_FARTHEST = 2
"""More or fewer letters than a word may have and be within the allowed edits."""


class OneWord:
    """Looks up words one at a time.

    Args:
        words: all texts of tokens, and `heard` how each is spoken.
        arrays: those of the index about words.
        learned: whether the equivalents that the lists teach count.
    """

    def __init__(
        self, words: Texts, heard: Texts, arrays: Mapping[str, Array], *, learned: bool
    ) -> None:
        self._words, self._heard, self._arrays, self._learned = words, heard, arrays, learned

    def near(self, word: str) -> dict[int, int]:
        """The listed words, by number, that a word may stand for, each with percent."""
        arrays = self._arrays
        number = self.number(word)
        start, end = arrays["near_offsets"][number : number + 2].tolist() if number >= 0 else (0, 0)
        if start == end:
            return self._computed(word)
        found = dict(
            zip(
                arrays["near_word"][start:end].tolist(),
                arrays["near_likeness"][start:end].tolist(),
                strict=True,
            )
        )
        if self._learned:
            start, end = arrays["alike_offsets"][number : number + 2].tolist()
            for alike in arrays["alike_word"][start:end].tolist():
                found[alike] = max(EQUIVALENT, found.get(alike, 0))
        return found

    def number(self, word: str) -> int:
        """The number of a word, -1 if it is in no name: it is a form of itself."""
        (key,) = packed_keys([word])
        for number in self._under("form", key):
            if self._words[number] == word:
                return number
        return -1

    def _computed(self, word: str) -> dict[int, int]:
        found: dict[int, int] = {}
        words, size, lacking = self._words, len(word), may_lack_a_letter(word)
        for number in self._of_forms(word):
            other = words[number]
            if abs(len(other) - size) <= _FARTHEST:
                edits = within_edits(word, other)
                percent = 0 if edits is None else edit_similarity(word, other, edits)
                if lacking and lacks_a_letter(word, other):
                    percent = LEFT_OUT
                if percent:
                    found[number] = percent
        bones = skeleton(word)
        if bones:
            said = spoken(word)
            (key,) = packed_keys([bones])
            for number in self._under("sound", key):
                apart = begin_apart(word, words[number])
                percent = sound_similarity(said, self._heard[number], apart=apart)
                if percent:
                    found[number] = agreed(found.get(number, 0), percent)
        for other, cost in equivalents(word):
            number = self.number(other)
            if number >= 0 and EQUAL - cost > found.get(number, 0):
                found[number] = EQUAL - cost
        return found

    def _of_forms(self, word: str) -> set[int]:
        """Listed words that share a deletion form with a word."""
        keys = np.sort(packed_keys(forms_of(word)))
        table, values = self._arrays["form_key"], self._arrays["form_word"]
        starts, ends = table.searchsorted(keys, "left"), table.searchsorted(keys, "right")
        found: set[int] = set()
        for at in (ends > starts).nonzero()[0].tolist():
            found.update(values[starts[at] : ends[at]].tolist())
        return found

    def _under(self, table: str, key: np.uint64) -> list[int]:
        keys = self._arrays[f"{table}_key"]
        start, end = keys.searchsorted(key, "left"), keys.searchsorted(key, "right")
        numbers: list[int] = self._arrays[f"{table}_word"][start:end].tolist()
        return numbers
