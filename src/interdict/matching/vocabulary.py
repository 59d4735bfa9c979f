"""All listed words, and for any other word those of them that may stand for it.

Words a few edits away are found by deletion neighbourhoods: two words within `k` edits share
a form that leaves at most `k` letters of each away. Only the first `PREFIX` letters are
taken, which keeps that promise and most of the memory: an alignment of the whole words aligns
the prefix of one with some beginning of the other. Eight letters of `a-z0-9` are one 64-bit
number, so forms are compared exactly, without hashing. Words that sound alike are found by
their skeleton, packed in the same way; equivalent words by a table.

Source: W. Garbe, SymSpell (2012), for the prefix; Mor and Fraenkel (1982) for the principle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from interdict.matching.arrays import Array, Texts, spread
from interdict.matching.similarity import (
    EQUAL,
    EQUIVALENT,
    allowed_edits,
    edit_similarities,
    sound_similarities,
)
from interdict.matching.sounds import skeleton, spoken
from interdict.text.equivalence import equivalents

PREFIX = 8

_DELETIONS = [at for n_deleted in (1, 2) for at in combinations(range(PREFIX), n_deleted)]
_NO_WORDS = np.empty(0, dtype=np.int64)


class Near(NamedTuple):
    """Listed words (by number, rising) that one word may stand for, each with percent."""

    words: npt.NDArray[np.int64]
    likeness: npt.NDArray[np.int64]


NOTHING_NEAR = Near(_NO_WORDS, _NO_WORDS)


class Vocabulary:
    """Distinct words with a look-up by nearness.

    Guarantee: `near` holds every listed word that `similarity.word_similarity` gives more than
    0, with that likeness, and besides only words that the table of equivalents names.

    Args:
        words: all texts of tokens.
        arrays: `form_key`, `form_word`, `sound_key`, `sound_word`, and, for equivalents,
            `alike_offsets`, `alike_word`.
        equivalents: False leaves the learned equivalents out.
    """

    def __init__(
        self, words: Texts, arrays: Mapping[str, Array], *, equivalents: bool = True
    ) -> None:
        self._words = words
        self._form_key, self._form_word = arrays["form_key"], arrays["form_word"]
        self._sound_key, self._sound_word = arrays["sound_key"], arrays["sound_word"]
        self._alike_offsets, self._alike_word = arrays["alike_offsets"], arrays["alike_word"]
        self._equivalents = equivalents and len(self._alike_word) > 0

    def near(self, words: Sequence[str]) -> list[Near]:
        """For each of the words, in order, the listed words that it may stand for."""
        if not words:
            return []
        by_edits = self._by_edits(words)
        ways = [by_edits, self._by_sound(words), self._by_knowledge(words)]
        asked, found, likeness = (np.concatenate(column) for column in zip(*ways, strict=True))
        if self._equivalents:
            alike = self._by_table(asked, found, likeness)
            asked = np.concatenate([asked, alike[0]])
            found = np.concatenate([found, alike[1]])
            likeness = np.concatenate([likeness, alike[2]])
        order = np.lexsort((-likeness, found, asked))
        asked, found, likeness = asked[order], found[order], likeness[order]
        if len(asked):
            first = np.ones(len(asked), dtype=np.bool_)
            first[1:] = (asked[1:] != asked[:-1]) | (found[1:] != found[:-1])
            first &= likeness > 0
            asked, found, likeness = asked[first], found[first], likeness[first]
        ends = np.searchsorted(asked, np.arange(len(words) + 1)).tolist()
        return [
            Near(found[ends[at] : ends[at + 1]], likeness[ends[at] : ends[at + 1]])
            for at in range(len(words))
        ]

    def _by_edits(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) of words within the allowed edits, equal ones among them."""
        keys, asked = forms(words)
        found, asked = _looked_up(self._form_key, self._form_word, keys, asked)
        if len(found) > 1:
            pairs = np.unique(asked << 32 | found)
            asked, found = pairs >> 32, pairs & 0xFFFFFFFF
        listed = [self._words[number] for number in found.tolist()]
        given = [words[at] for at in asked.tolist()]
        likeness = _edits_of(given, listed)
        return asked, found, likeness

    def _by_sound(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) of words with the same skeleton."""
        keyed = [(at, bones) for at, word in enumerate(words) if (bones := skeleton(word))]
        if not keyed:
            return _NO_WORDS, _NO_WORDS, _NO_WORDS
        keys = packed_keys([bones for _, bones in keyed])
        asked = np.array([at for at, _ in keyed], dtype=np.int64)
        found, asked = _looked_up(self._sound_key, self._sound_word, keys, asked)
        left = [spoken(words[at]) for at in asked.tolist()]
        right = [spoken(self._words[number]) for number in found.tolist()]
        likeness = sound_similarities(left, right) if left else _NO_WORDS
        return asked, found, likeness

    def _by_knowledge(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) of nicknames, number words and known spellings."""
        known = [
            (at, other, EQUAL - cost)
            for at, word in enumerate(words)
            for other, cost in equivalents(word)
        ]
        if not known:
            return _NO_WORDS, _NO_WORDS, _NO_WORDS
        keys = packed_keys([other for _, other, _ in known])
        found, of = _looked_up(
            self._form_key, self._form_word, keys, np.arange(len(known), dtype=np.int64)
        )
        same = [
            self._words[number] == known[at][1]
            for number, at in zip(found.tolist(), of.tolist(), strict=True)
        ]
        found, of = found[same], of[same]
        asked = np.array([at for at, _, _ in known], dtype=np.int64)[of]
        return asked, found, np.array([likeness for _, _, likeness in known], dtype=np.int64)[of]

    def _by_table(self, asked: Array, found: Array, likeness: Array) -> tuple[Array, Array, Array]:
        """The equivalents of equal words."""
        equal = likeness == EQUAL
        asked, found = asked[equal], found[equal]
        places, of = spread(self._alike_offsets[found], self._alike_offsets[found + 1])
        alike = self._alike_word[places].astype(np.int64)
        return asked[of], alike, np.full(len(alike), EQUIVALENT, dtype=np.int64)


def _edits_of(given: list[str], listed: list[str]) -> Array:
    """Edit similarity of pairs; pairs of words that are short or hold digits must be equal."""
    if not given:
        return _NO_WORDS
    likeness = edit_similarities(given, listed)
    strict = [
        (len(a) < 3 or len(b) < 3 or not (a.isalpha() and b.isalpha())) and a != b
        for a, b in zip(given, listed, strict=True)
    ]
    likeness[np.array(strict)] = 0
    return likeness


def _looked_up(table: Array, values: Array, keys: Array, asked: Array) -> tuple[Array, Array]:
    """Values of a sorted table under each key, and which asked word each belongs to."""
    start = np.searchsorted(table, keys, side="left")
    end = np.searchsorted(table, keys, side="right")
    places, of = spread(start, end)
    return values[places].astype(np.int64), asked[of]


def packed_keys(texts: Iterable[str]) -> npt.NDArray[np.uint64]:
    """The first eight letters of each ASCII text as one number."""
    joined = b"".join(
        text[:PREFIX].encode("ascii", "replace").ljust(PREFIX, b"\0") for text in texts
    )
    return np.frombuffer(joined, dtype=">u8").astype(np.uint64)


def forms(words: Sequence[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Every deletion form of the words' prefixes, and the place of the word it comes from."""
    plain = packed_keys(words)
    letters = plain.astype(">u8").view(np.uint8).reshape(-1, PREFIX)
    allowed = np.array(
        [allowed_edits(len(word)) if word.isalpha() else 0 for word in words], dtype=np.int64
    )
    length = np.minimum(np.array([len(word) for word in words], dtype=np.int64), PREFIX)
    keys, of = [plain], [np.arange(len(words), dtype=np.int64)]
    for places in _DELETIONS:
        rows = np.flatnonzero((allowed >= len(places)) & (length > places[-1]))
        if len(rows):
            kept = [at for at in range(PREFIX) if at not in places]
            form = np.zeros((len(rows), PREFIX), dtype=np.uint8)
            form[:, : len(kept)] = letters[rows][:, kept]
            keys.append(form.view(">u8").ravel().astype(np.uint64))
            of.append(rows)
    return np.concatenate(keys), np.concatenate(of)
