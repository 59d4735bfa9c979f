"""`joined` for one asked name: where words written together may meet words apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from interdict.matching.index import Index
from interdict.matching.joined import SHORTEST
from interdict.matching.lookup import MAX_WORD
from interdict.matching.one_asked import Asked
from interdict.matching.run_tables import PLACE_BITS
from interdict.matching.runs import run_key, run_keys, run_places, run_similarity
from interdict.matching.word_columns import UNLISTED
from interdict.text.names import Kind

MOST = 128
"""Meetings that are looked at one by one, where all that follows is."""

_FEW_RUNS = 24

_INITIAL, _PARTICLE = int(Kind.INITIAL), int(Kind.PARTICLE)


class Meeting(NamedTuple):
    """Words of the query and of a listed name that may stand for one another (see `Joined`)."""

    name: int
    start: int
    n_words: int
    weight: int
    listed_start: int
    listed_n: int
    listed_word: int

    def places(self, words: Sequence[int]) -> Iterator[int]:
        """The places of the listed words, in a name of those words."""
        if self.listed_n:
            yield from range(self.listed_start, self.listed_start + self.listed_n)
        else:
            yield from (at for at, word in enumerate(words) if word == self.listed_word)


class _Run(NamedTuple):
    """A word or run of the query, and the numbers of its outer words."""

    start: int
    n_words: int
    weight: int
    first: int
    last: int


def runs_of_one(index: Index, asked: Asked) -> list[Meeting] | None:
    """Where words written together may meet words apart; None if more than `MOST` times."""
    texts, runs = _runs(asked)
    if not texts:
        return []
    keys = (
        np.array([run_key(text) for text in texts], dtype=np.uint64)
        if len(texts) <= _FEW_RUNS
        else run_keys(texts)
    )
    arrays = index.arrays
    table, alone = arrays["joined_key"], arrays["bone_key"]
    starts, ends = table.searchsorted(keys, "left"), table.searchsorted(keys, "right")
    if int((ends - starts).sum()) > MOST:
        return None
    found: list[Meeting] = []
    for at in (ends > starts).nonzero()[0].tolist():
        found += _with_runs(index, runs[at], int(starts[at]), int(ends[at]))
    starts, ends = alone.searchsorted(keys, "left"), alone.searchsorted(keys, "right")
    for at in (ends > starts).nonzero()[0].tolist():
        if runs[at].n_words > 1:
            for word in arrays["bone_word"][starts[at] : ends[at]].tolist():
                found += _with_word(index, runs[at], word)
                if len(found) > MOST:
                    return None
    return found


def _runs(asked: Asked) -> tuple[list[str], list[_Run]]:
    """The words and runs that may stand for something, each as written together."""
    surfaces = [token.surface for token in asked.question.name.tokens]
    words = asked.words
    numbers = [word.number for word in words]
    outer = [
        word.number if word.kind <= _INITIAL and numbers.count(word.number) == 1 else UNLISTED
        for word in words
    ]
    texts, runs = [], []
    for at, text in enumerate(surfaces):
        if SHORTEST <= len(text) <= MAX_WORD:
            texts.append(text)
            runs.append(_Run(at, 1, words[at].weight, UNLISTED, UNLISTED))
    for start, n_words in run_places(len(surfaces)):
        text = "".join(surfaces[start : start + n_words])
        if len(text) <= MAX_WORD:
            end = start + n_words
            texts.append(text)
            weight = sum([word.weight for word in words[start:end]])
            runs.append(_Run(start, n_words, weight, outer[start], outer[end - 1]))
    return texts, runs


def _with_runs(index: Index, run: _Run, start: int, end: int) -> Iterator[Meeting]:
    """Meetings with listed runs under one key.

    Left out are those that begin or end with a word that both sides have once: such words are
    linked with each other first.
    """
    arrays = index.arrays
    names = arrays["joined_name"][start:end]
    offsets = arrays["token_offsets"][names].tolist()
    words, kinds, repeats = arrays["token_word"], arrays["token_kind"], arrays["name_repeats"]
    places = arrays["joined_place"][start:end].tolist()
    for name, place, offset in zip(names.tolist(), places, offsets, strict=True):
        first, n_listed = place & (1 << PLACE_BITS) - 1, (place >> PLACE_BITS) + 1
        if run.n_words == 1 and n_listed == 1:
            continue
        if run.n_words > 1 and not repeats[name]:
            begin, last = offset + first, offset + first + n_listed - 1
            if (words[begin] == run.first and kinds[begin] < _PARTICLE) or (
                words[last] == run.last and kinds[last] < _PARTICLE
            ):
                continue
        yield Meeting(name, run.start, run.n_words, run.weight, first, n_listed, UNLISTED)


def _with_word(index: Index, run: _Run, word: int) -> list[Meeting]:
    """Meetings of a run with a single listed word, wherever it stands."""
    start, end = index.arrays["posting_offsets"][word : word + 2].tolist()
    names = index.arrays["posting_name"][start : min(end, start + MOST + 1)].tolist()
    return [Meeting(name, run.start, run.n_words, run.weight, 0, 0, word) for name in names]


def verified_run(index: Index, asked: Asked, first: int, run: Meeting) -> tuple[int, bool]:
    """The likeness of the texts of a meeting, 0 if none; whether all listed words are light.

    Args:
        first: where the words of the listed name begin.
    """
    tokens = asked.question.name.tokens[run.start : run.start + run.n_words]
    left = "".join([token.surface for token in tokens])
    if not run.listed_n:
        return run_similarity(left, index.words[run.listed_word]), False
    begin = first + run.listed_start
    numbers = index.arrays["token_surface"][begin : begin + run.listed_n].tolist()
    likeness = run_similarity(left, "".join([index.words[number] for number in numbers]))
    kinds = index.arrays["token_kind"][begin : begin + run.listed_n].tolist()
    return likeness, min(kinds) >= _PARTICLE
