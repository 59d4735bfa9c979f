"""The words of queries, looked up in an index: each once, remembered between queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interdict.matching.arrays import Array, Bools
from interdict.matching.asked import AskedName, weight_beyond
from interdict.matching.index import Index
from interdict.matching.runs import Run, run_key, run_places
from interdict.matching.similarity import EQUAL
from interdict.matching.vocabulary import NOTHING_NEAR, Near, Vocabulary
from interdict.matching.weights import UNKNOWN, weight_of

_MAX_WORD = 48
"""Letters of a word beyond which nothing like it is looked for."""

_KEPT_WORDS = 200_000

_MOST_RUNS = 24


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word of queries: what it may stand for, its weight, and how many names that leads to."""

    near: Near
    weight: int
    n_postings: int
    is_light_somewhere: bool


@dataclass(frozen=True, slots=True)
class Weighted:
    """An asked name with the weights that the list gives its words.

    `runs` are neighbouring words that the list has written together or apart; `total` is the
    sum of all weights, also of words beyond those kept.
    """

    name: AskedName
    weights: tuple[int, ...]
    total: int
    runs: tuple[tuple[Run, str, int], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An asked name, the score its matches need, and what narrows them down.

    `day_needed` is the score needed from parties in `same_day`: those born on the day asked.
    """

    name: Weighted
    needed: int
    fitting: Bools | None
    same_day: Array
    day_needed: int


class Lookup:
    """The words of queries against one index, remembered between queries."""

    def __init__(self, index: Index, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._known: dict[str, KnownWord] = {}
        self._likeness: dict[str, dict[str, int]] = {}

    def prepare(self, names: Sequence[AskedName]) -> None:
        """Looks up all words of the names that are not known yet, at once."""
        if len(self._known) > _KEPT_WORDS:
            self._known.clear()
            self._likeness.clear()
        new = {
            token.text: None
            for name in names
            for token in name.tokens
            if token.text not in self._known
        }
        words = list(new)
        searched = [word for word in words if len(word) <= _MAX_WORD]
        found = dict(zip(searched, self._vocabulary.near(searched), strict=True))
        arrays = self._index.arrays
        offsets, weights = arrays["posting_offsets"], arrays["word_weight"]
        for word in words:
            near = found.get(word, NOTHING_NEAR)
            n_postings = int((offsets[near.words + 1].astype(np.int64) - offsets[near.words]).sum())
            equal = near.words[near.likeness == EQUAL]
            weight = int(weights[equal[0]]) if len(equal) else UNKNOWN
            light = bool(len(equal)) and bool(arrays["word_is_light"][equal[0]])
            self._known[word] = KnownWord(near, weight, n_postings, light)

    def similar(self, asked: str, listed: str) -> int:
        """Percent of likeness of a word that has been prepared and a listed one."""
        return self._likeness_of(asked).get(listed, 0)

    def _likeness_of(self, word: str) -> dict[str, int]:
        known = self._likeness.get(word)
        if known is None:
            near = self._known[word].near
            words = self._index.words
            known = {
                words[number]: likeness
                for number, likeness in zip(
                    near.words.tolist(), near.likeness.tolist(), strict=True
                )
            }
            self._likeness[word] = known
        return known

    def __getitem__(self, word: str) -> KnownWord:
        return self._known[word]

    def weighted(self, name: AskedName) -> Weighted:
        """The name with weights and runs; its words have been prepared."""
        weights = tuple(weight_of(t.kind, self._known[t.text].weight) for t in name.tokens)
        surfaces = [token.surface for token in name.tokens]
        runs = tuple(
            ((start, length), run, run_key(run))
            for start, length in run_places(len(surfaces))[:_MOST_RUNS]
            if len(run := "".join(surfaces[start : start + length])) <= _MAX_WORD
        )
        return Weighted(name, weights, sum(weights) + weight_beyond(name.n_beyond), runs)
