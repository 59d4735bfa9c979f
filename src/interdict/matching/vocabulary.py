"""All listed words, and for any other word those of them that may stand for it.

Words a few edits away are found by deletion neighbourhoods (`forms`), words that sound alike by
their skeleton, packed in the same way; equivalent words by a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from interdict.matching import compiled
from interdict.matching.arrays import Array, Texts, distinct, spread
from interdict.matching.forms import forms, packed_keys
from interdict.matching.heard import heard
from interdict.matching.one_word import OneWord
from interdict.matching.similarity import (
    EQUAL,
    EQUIVALENT,
    LEFT_OUT,
    NEARLY,
    TWO_EDITS_FROM,
    begin_apart,
    edit_percents,
    lacks_a_letter,
    may_lack_a_letter,
    sound_percents,
)
from interdict.matching.sounds import skeleton, spoken
from interdict.text.equivalence import equivalents

if TYPE_CHECKING:
    from interdict.matching.compiled.hearing import Hearing
    from interdict.matching.compiled.spellings import Spellings

_TOGETHER = 8_192
"""Words whose neighbours are looked for together when an index is compiled."""

_OF_THREE = 3

_NO_WORDS = np.empty(0, dtype=np.int64)


class Near(NamedTuple):
    """Listed words (by number, rising) that one word may stand for, each with percent."""

    words: npt.NDArray[np.int64]
    likeness: npt.NDArray[np.int64]


NOTHING_NEAR = Near(_NO_WORDS, _NO_WORDS)


class Vocabulary:
    """Distinct words with a look-up by nearness.

    Guarantee: `near` holds every listed word that `similarity.asked_similarity` gives more than
    0, with that likeness, and besides only words that the table of equivalents names.

    Args:
        words: all texts of tokens.
        arrays: those of the index about words: `word_offsets`, `form_*`, `sound_*`, `spoken_*`,
            `alike_*`, and, for `near`, `near_*` (see `neighbours`).
        equivalents: False leaves the learned equivalents out.
    """

    def __init__(
        self, words: Texts, arrays: Mapping[str, Array], *, equivalents: bool = True
    ) -> None:
        self._words = words
        self._arrays = arrays
        self._spoken = Texts(arrays["spoken_bytes"], arrays["spoken_offsets"])
        self._lengths = np.diff(arrays["word_offsets"].astype(np.int64))
        self._spoken_lengths = np.diff(arrays["spoken_offsets"].astype(np.int64))
        self._numbers: dict[str, int] | None = None
        self._equivalents = equivalents and len(arrays["alike_word"]) > 0
        self._hearing: Hearing | None = None
        self._spellings: Spellings | None = None
        self._one = OneWord(words, self._spoken, arrays, learned=self._equivalents)

    def near(self, words: Sequence[str], *, by_sound: bool = False) -> list[Near]:
        """For each of the words, in order, the listed words that it may stand for.

        `by_sound` adds those that merely sound near, for words out of other scripts (`heard`).
        """
        if not words:
            return []
        if self._spellings is None:
            self._spellings = compiled.spellings_of(self._arrays, learned=self._equivalents)
        if self._spellings is not None:
            asked, found, likeness = self._spelt(self._spellings, words)
        else:
            asked, found, likeness = self._in_columns(words)
        if by_sound:
            ways = [(asked, found, likeness), self._heard(words)]
            asked, found, likeness = _best_of(ways)
        ends = np.searchsorted(asked, np.arange(len(words) + 1)).tolist()
        return [
            Near(found[ends[at] : ends[at + 1]], likeness[ends[at] : ends[at + 1]])
            for at in range(len(words))
        ]

    def _spelt(self, spellings: Spellings, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) in loops."""
        is_known, *near = spellings.near(words)
        others = np.flatnonzero(~is_known)
        at, found, likeness = self._by_knowledge([words[place] for place in others.tolist()])
        if not len(at):
            return near[0], near[1], near[2]
        return _best_of([(near[0], near[1], near[2]), (others[at], found, likeness)])

    def _in_columns(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness), all words at once."""
        numbers = self._listed(words)
        listed = np.flatnonzero(numbers >= 0)
        others = np.flatnonzero(numbers < 0)
        offsets = self._arrays["near_offsets"]
        places, of = spread(offsets[numbers[listed]], offsets[numbers[listed] + 1])
        asked = listed[of]
        found = self._arrays["near_word"][places].astype(np.int64)
        likeness = self._arrays["near_likeness"][places].astype(np.int64)
        if len(others):
            more = self.computed([words[at] for at in others.tolist()])
            asked = np.concatenate([asked, others[more[0]]])
            found = np.concatenate([found, more[1]])
            likeness = np.concatenate([likeness, more[2]])
        if self._equivalents:
            alike = self._by_table(listed, numbers[listed])
            if len(alike[0]):
                asked, found, likeness = _best_of([(asked, found, likeness), alike])
        order = np.argsort(asked, kind="stable")
        return asked[order], found[order], likeness[order]

    def _heard(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        if self._hearing is None:
            self._hearing = compiled.hearing_of(self._arrays)
        if self._hearing is None:
            return heard(words, self._arrays)
        return self._hearing.heard(words)

    def near_one(self, word: str) -> dict[int, int]:
        """`near` of one word, in plain Python: the listed words by number, each with percent."""
        return self._one.near(word)

    def computed(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(place in `words`, listed word, likeness), rising, without the table of the index."""
        told = _agreed(self._by_edits(words), self._by_sound(words))
        return _best_of([told, self._by_knowledge(words)])

    def _listed(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """The number of each word whose neighbours the index holds, -1 for the others."""
        if self._numbers is None:
            self._numbers = {word: at for at, word in enumerate(self._words.all())}
        known = self._numbers
        numbers = [known.get(word, -1) for word in words]
        result = np.array(numbers, dtype=np.int64)
        offsets = self._arrays["near_offsets"]
        if len(offsets) > 1:
            result[offsets[result] == offsets[result + 1]] = -1
        return result

    def _by_edits(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) of words within the allowed edits, equal ones among them."""
        keys, asked = forms(words)
        found, asked = _looked_up(self._arrays["form_key"], self._arrays["form_word"], keys, asked)
        pairs = distinct(asked << 32 | found)
        asked, found = pairs >> 32, pairs & 0xFFFFFFFF
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        left, right = lengths[asked], self._lengths[found]
        close = np.abs(left - right) <= np.where(np.minimum(left, right) < TWO_EDITS_FROM, 1, 2)
        asked, found, left, right = asked[close], found[close], left[close], right[close]
        if not len(asked):
            return _NO_WORDS, _NO_WORDS, _NO_WORDS
        listed = self._words.several(found.tolist())
        given = [words[at] for at in asked.tolist()]
        edits = cpdist(given, listed, scorer=OSA.distance, score_cutoff=2, dtype=np.int64)
        first = np.frombuffer("".join([word[0] for word in words]).encode(), dtype=np.uint8)
        begins = self._arrays["word_bytes"][self._arrays["word_offsets"][found]]
        likeness = edit_percents(edits, left, right, first[asked] != begins)
        alpha = np.fromiter(map(str.isalpha, words), dtype=np.bool_, count=len(words))
        inexact = np.flatnonzero((edits > 0) & (likeness > 0))
        # words that are short or hold digits must be equal
        strict = (left[inexact] < 3) | (right[inexact] < 3) | ~alpha[asked[inexact]]
        strict |= ~np.array([listed[at].isalpha() for at in inexact.tolist()], dtype=np.bool_)
        likeness[inexact[strict]] = 0
        lacking = np.fromiter(map(may_lack_a_letter, words), dtype=np.bool_, count=len(words))
        for at in np.flatnonzero(lacking[asked] & (right == _OF_THREE)).tolist():
            if lacks_a_letter(given[at], listed[at]):
                likeness[at] = LEFT_OUT
        return asked, found, likeness

    def _by_sound(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(asked, listed, likeness) of words with the same skeleton."""
        keyed = [(at, bones) for at, word in enumerate(words) if (bones := skeleton(word))]
        if not keyed:
            return _NO_WORDS, _NO_WORDS, _NO_WORDS
        keys = packed_keys([bones for _, bones in keyed])
        at = np.array([at for at, _ in keyed], dtype=np.int64)
        found, row = _looked_up(
            self._arrays["sound_key"],
            self._arrays["sound_word"],
            keys,
            np.arange(len(keyed), dtype=np.int64),
        )
        said = [spoken(words[at]) for at, _ in keyed]
        left = np.fromiter(map(len, said), dtype=np.int64, count=len(said))[row]
        right = self._spoken_lengths[found]
        close = sound_percents(np.abs(left - right), np.maximum(left, right)) > 0
        found, row, left, right = found[close], row[close], left[close], right[close]
        if not len(row):
            return _NO_WORDS, _NO_WORDS, _NO_WORDS
        edits = cpdist(
            [said[at] for at in row.tolist()],
            self._spoken.several(found.tolist()),
            scorer=OSA.distance,
            dtype=np.int64,
        )
        given = [keyed[place][0] for place in row.tolist()]
        listed = self._words.several(found.tolist())
        apart = np.array(
            [begin_apart(words[at], other) for at, other in zip(given, listed, strict=True)]
        )
        return at[row], found, sound_percents(edits, np.maximum(left, right), apart)

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
            self._arrays["form_key"],
            self._arrays["form_word"],
            keys,
            np.arange(len(known), dtype=np.int64),
        )
        same = [
            self._words[number] == known[at][1]
            for number, at in zip(found.tolist(), of.tolist(), strict=True)
        ]
        found, of = found[same], of[same]
        asked = np.array([at for at, _, _ in known], dtype=np.int64)[of]
        return asked, found, np.array([likeness for _, _, likeness in known], dtype=np.int64)[of]

    def _by_table(self, asked: Array, numbers: Array) -> tuple[Array, Array, Array]:
        """The equivalents that the lists teach of listed words."""
        offsets = self._arrays["alike_offsets"]
        places, of = spread(offsets[numbers], offsets[numbers + 1])
        alike = self._arrays["alike_word"][places].astype(np.int64)
        return asked[of], alike, np.full(len(alike), EQUIVALENT, dtype=np.int64)


def neighbours(words: Texts, numbers: Array, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """For each of the words by number what `Vocabulary.computed` finds, as flat arrays.

    Most words of most queries stand in some listed name: for them this is all that is looked up.
    """
    vocabulary = Vocabulary(words, arrays)
    texts = words.all()
    found: list[Array] = []
    likeness: list[Array] = []
    counts = np.zeros(len(words), dtype=np.int64)
    for start in range(0, len(numbers), _TOGETHER):
        some = numbers[start : start + _TOGETHER]
        at, near, percent = vocabulary.computed([texts[number] for number in some.tolist()])
        counts[some] = np.bincount(at, minlength=len(some))
        found.append(near.astype(np.uint32))
        likeness.append(percent.astype(np.uint8))
    offsets = np.zeros(len(words) + 1, dtype=np.uint32)
    np.cumsum(counts, out=offsets[1:])
    return {
        "near_offsets": offsets,
        "near_word": np.concatenate(found) if found else np.empty(0, dtype=np.uint32),
        "near_likeness": np.concatenate(likeness) if found else np.empty(0, dtype=np.uint8),
    }


def _agreed(
    by_edits: tuple[Array, Array, Array], by_sound: tuple[Array, Array, Array]
) -> tuple[Array, Array, Array]:
    """`similarity.agreed` of pairs found in either way or in both."""
    asked, found, likeness = _best_of([by_edits, by_sound])
    keys = asked << 32 | found
    slips = ~np.isin(by_edits[2], (0, LEFT_OUT, EQUAL))
    heard_alike = by_sound[2] > 0
    both = np.isin(keys, by_edits[0][slips] << 32 | by_edits[1][slips])
    both &= np.isin(keys, by_sound[0][heard_alike] << 32 | by_sound[1][heard_alike])
    return asked, found, np.where(both, np.minimum(NEARLY, likeness + 1), likeness)


def _best_of(ways: Sequence[tuple[Array, Array, Array]]) -> tuple[Array, Array, Array]:
    """(asked, listed, likeness) of several ways, rising; of repeated pairs the most alike."""
    asked, found, likeness = (np.concatenate(column) for column in zip(*ways, strict=True))
    keep = likeness > 0
    keys = asked[keep] << 40 | found[keep] << 7 | (127 - likeness[keep])
    keys.sort()
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = (keys[1:] >> 7) != (keys[:-1] >> 7)
    keys = keys[first]
    return keys >> 40, keys >> 7 & 0xFFFFFFFF, 127 - (keys & 127)


def _looked_up(table: Array, values: Array, keys: Array, asked: Array) -> tuple[Array, Array]:
    """Values of a sorted table under each key, and which asked word each belongs to."""
    if not len(table):
        return _NO_WORDS, _NO_WORDS
    order = np.argsort(keys)  # neighbouring keys are found in the same part of the table
    keys, asked = keys[order], asked[order]
    start = np.searchsorted(table, keys, side="left")
    hit = np.flatnonzero(table[np.minimum(start, len(table) - 1)] == keys)
    end = np.searchsorted(table, keys[hit], side="right")
    places, of = spread(start[hit], end)
    return values[places].astype(np.int64), asked[hit[of]]
