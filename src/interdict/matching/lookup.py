"""The words of queries, looked up in an index: each once, remembered between queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interdict.matching.arrays import Array, Bools
from interdict.matching.asked import AskedName, weight_beyond
from interdict.matching.index import Index
from interdict.matching.runs import Run, run_places
from interdict.matching.similarity import EQUAL
from interdict.matching.vocabulary import NOTHING_NEAR, Near, Vocabulary
from interdict.matching.weights import UNKNOWN, weight_of

MAX_WORD = 48
"""Letters of a word beyond which nothing like it is looked for."""

UNLISTED = -1
"""The number of a word that no listed name has."""

_KEPT_WORDS = 200_000


class KnownWord(NamedTuple):
    """A word of queries: its number, what it may stand for, its weight, and where that leads.

    `n_postings` counts the places in listed names; `is_light_somewhere` says that some name
    has the word as a particle, title or legal form.
    """

    number: int
    near: Near
    weight: int
    n_postings: int
    is_light_somewhere: bool


class Weighted(NamedTuple):
    """An asked name with the weights that the list gives its words.

    `runs` are neighbouring words that a list may write together, each with its text; `total`
    is the sum of all weights, also of words beyond those kept.
    """

    name: AskedName
    weights: tuple[int, ...]
    total: int
    runs: tuple[tuple[Run, str], ...]


class Question(NamedTuple):
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
        self._heard: dict[str, KnownWord] = {}
        self._likeness: dict[tuple[str, bool], dict[str, int]] = {}

    def prepare(self, names: Sequence[AskedName]) -> None:
        """Looks up all words of the names that are not known yet, at once."""
        if len(self._known) > _KEPT_WORDS:
            self._known.clear()
            self._likeness.clear()
        if len(self._heard) > _KEPT_WORDS:
            self._heard.clear()
            self._likeness.clear()
        self._prepare([name for name in names if not name.by_sound], by_sound=False)
        self._prepare([name for name in names if name.by_sound], by_sound=True)

    def _prepare(self, names: Sequence[AskedName], *, by_sound: bool) -> None:
        known = self.words(by_sound)
        texts = {token.text: None for name in names for token in name.tokens}
        new = [text for text in texts if text not in known]
        if not new:
            return
        searched = [word for word in new if len(word) <= MAX_WORD]
        if len(searched) < len(new):
            nothing = KnownWord(UNLISTED, NOTHING_NEAR, UNKNOWN, 0, False)
            known.update({word: nothing for word in new if len(word) > MAX_WORD})
        if searched:
            known.update(zip(searched, self._looked_up(searched, by_sound), strict=True))

    def words(self, by_sound: bool) -> dict[str, KnownWord]:
        """The words known so far; those of names in other scripts are known by themselves."""
        return self._heard if by_sound else self._known

    def _looked_up(self, words: Sequence[str], by_sound: bool) -> list[KnownWord]:
        nears = self._vocabulary.near(words, by_sound=by_sound)
        arrays = self._index.arrays
        lengths = np.array([len(near.words) for near in nears], dtype=np.int64)
        found = np.concatenate([near.words for near in nears])
        likeness = np.concatenate([near.likeness for near in nears])
        of = np.repeat(np.arange(len(words)), lengths)
        offsets = arrays["posting_offsets"]
        counts = offsets[found + 1].astype(np.int64) - offsets[found]
        n_postings = np.bincount(of, weights=counts, minlength=len(words)).astype(np.int64)
        number = np.full(len(words), UNLISTED, dtype=np.int64)
        equal = likeness == EQUAL
        number[of[equal]] = found[equal]
        weight = np.full(len(words), UNKNOWN, dtype=np.int64)
        light = np.zeros(len(words), dtype=np.bool_)
        listed = number[number >= 0]
        weight[number >= 0] = arrays["word_weight"][listed]
        light[number >= 0] = arrays["word_is_light"][listed] != 0
        columns = number.tolist(), nears, weight.tolist(), n_postings.tolist(), light.tolist()
        return [KnownWord(*row) for row in zip(*columns, strict=True)]

    def similar(self, asked: str, listed: str, by_sound: bool = False) -> int:
        """Percent of likeness of a word that has been prepared and a listed one."""
        known = self._likeness.get((asked, by_sound))
        if known is None:
            near = self.words(by_sound)[asked].near
            texts = self._index.words.several(near.words.tolist())
            known = dict(zip(texts, near.likeness.tolist(), strict=True))
            self._likeness[asked, by_sound] = known
        return known.get(listed, 0)

    def heard(self, asked: str, listed: str) -> int:
        """`similar` of a word of a name in another script."""
        return self.similar(asked, listed, True)

    def weighted(self, name: AskedName) -> Weighted:
        """The name with weights and runs; its words have been prepared."""
        known = self.words(name.by_sound)
        weights = tuple([weight_of(t.kind, known[t.text].weight) for t in name.tokens])
        total = sum(weights) + (weight_beyond(name.n_beyond) if name.n_beyond else 0)
        surfaces = [token.surface for token in name.tokens]
        runs = tuple(
            [
                (place, run)
                for place in run_places(len(surfaces))
                if len(run := "".join(surfaces[place[0] : place[0] + place[1]])) <= MAX_WORD
            ]
        )
        return Weighted(name, weights, total, runs)
