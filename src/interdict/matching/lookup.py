"""The words of queries, looked up in an index: each once, remembered between queries.

Each distinct word has a `slot`; what is known of it stands in columns at that place
(`WordColumns`), so that the words of a whole batch are read with a few array operations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from interdict.matching import compiled
from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.asked import AskedName, weight_beyond
from interdict.matching.compiling import letter_bit
from interdict.matching.index import Index
from interdict.matching.kept import is_own
from interdict.matching.links import Words
from interdict.matching.similarity import EQUAL
from interdict.matching.vocabulary import NOTHING_NEAR, Near, Vocabulary
from interdict.matching.weights import UNKNOWN, weight_of
from interdict.matching.word_columns import UNLISTED, WordColumns
from interdict.text.names import Kind, Token

if TYPE_CHECKING:
    from interdict.matching.compiled.meetings import Meetings

MAX_WORD = 48
"""Letters of a word beyond which nothing like it is looked for."""

_KEPT_WORDS = 200_000
_KEPT_NAMES = 8_000_000
"""Numbers of listed names that are kept, of all words together."""

FEW_WORDS = 8
"""Words up to which each is looked up by itself."""

_BY_SOUND = "+"
"""Before all else, for words that those which sound near may stand for."""

_AS_INITIAL, _AS_LIGHT = "=", "~"
"""Before the text of an initial or light word: of whole words these stand for equal ones alone."""


class Question(NamedTuple):
    """An asked name, the score its matches need, and what narrows them down.

    `day_needed` is the score needed from parties in `same_day`: those born on the day asked.
    """

    name: AskedName
    needed: int
    fitting: Bools | None
    same_day: Array
    day_needed: int


class KnownWord(NamedTuple):
    """What `WordColumns` hold of one word, in plain numbers; `near` listed words with percent."""

    slot: int
    number: int
    kind: int
    weight: int
    is_light: bool
    n_postings: int
    letter: int
    near: dict[int, int]


class Lookup:
    """The words of queries against one index, remembered between queries."""

    def __init__(self, index: Index, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._slots: dict[str, int] = {}
        self.columns = WordColumns()
        self._likeness: dict[str, dict[str, int]] = {}
        self._words: dict[int, KnownWord] = {}
        self._names_near: dict[tuple[str, int], tuple[Array, Array]] = {}
        self._n_kept = 0
        self._marks: Array | None = None
        self._meetings: Meetings | None = None

    def prepare(self, names: Sequence[AskedName]) -> list[int]:
        """Looks up all words of the names that are not known yet, at once.

        Returns:
            The slot of every token, name by name. Slots hold until words are next prepared.
        """
        if len(self._slots) > _KEPT_WORDS:
            self._forget()
        keys = [
            (token.text if token.kind is _NAME else _other_key(token))
            if not name.by_sound
            else _sound_key(token)
            for name in names
            for token in name.tokens
        ]
        slots = self._slots
        new = [key for key in dict.fromkeys(keys) if key not in slots]
        if new:
            self._add(new)
        return [slots[key] for key in keys]

    def _forget(self) -> None:
        self._slots.clear()
        self._likeness.clear()
        self._words.clear()
        self._names_near.clear()
        self._n_kept = 0
        self.columns = WordColumns()

    def _add(self, keys: Sequence[str]) -> None:
        """Slots for words that have none."""
        by_sound = [key[0] == _BY_SOUND for key in keys]
        bare = [key.lstrip(_BY_SOUND) for key in keys]
        texts = [key.lstrip(_AS_INITIAL + _AS_LIGHT) for key in bare]
        first = len(self._slots)
        self._slots.update(zip(keys, range(first, first + len(keys)), strict=True))
        if len(keys) <= FEW_WORDS:
            self._add_few(bare, texts, by_sound, first)
            return
        near: dict[tuple[str, bool], Near] = {}
        for sounds in dict.fromkeys(by_sound):
            pairs = zip(texts, by_sound, strict=True)
            searched = [t for t, own in dict.fromkeys(pairs) if own is sounds and _is_short(t)]
            found = self._vocabulary.near(searched, by_sound=sounds)
            near |= {(t, sounds): one for t, one in zip(searched, found, strict=True)}
        nears = [near.get(pair, NOTHING_NEAR) for pair in zip(texts, by_sound, strict=True)]
        kinds = np.array([_KINDS.get(key[0], Kind.NAME) for key in bare], dtype=np.int64)
        lengths = np.array([len(one.words) for one in nears], dtype=np.int64)
        of = np.repeat(np.arange(len(keys)), lengths)
        words = np.concatenate([one.words for one in nears])
        likeness = np.concatenate([one.likeness for one in nears])
        number = np.full(len(keys), UNLISTED, dtype=np.int64)
        equal = likeness == EQUAL
        number[of[equal]] = words[equal]
        keep = equal | (kinds[of] == Kind.NAME)
        words, likeness, of = words[keep], likeness[keep], of[keep]
        arrays = self._index.arrays
        offsets = arrays["posting_offsets"]
        counts = offsets[words + 1].astype(np.int64) - offsets[words]
        is_listed = number >= 0
        rarity = np.full(len(keys), UNKNOWN, dtype=np.int64)
        rarity[is_listed] = arrays["word_weight"][number[is_listed]]
        is_light = np.zeros(len(keys), dtype=np.bool_)
        is_light[is_listed] = arrays["word_is_light"][number[is_listed]] != 0
        weight = np.where(
            kinds == Kind.NAME, rarity, np.where(kinds == Kind.INITIAL, *_OTHER_WEIGHTS)
        )
        self.columns.add(
            near_words=words,
            near_likeness=likeness,
            n_near=np.bincount(of, minlength=len(keys)),
            number=number,
            kind=kinds,
            weight=weight,
            is_light=is_light & (kinds == Kind.NAME),
            is_called=_are_called(texts, kinds.tolist()),
            n_postings=np.bincount(of, weights=counts, minlength=len(keys)).astype(np.int64),
            letter=np.array([letter_bit(text) for text in texts], dtype=np.int64),
        )

    def _add_few(
        self, keys: Sequence[str], texts: Sequence[str], by_sound: Sequence[bool], first: int
    ) -> None:
        """`_add` in plain Python, for the words of a single query."""
        arrays = self._index.arrays
        words = []
        nears = self._near_few(texts, by_sound)
        for at, (key, text, near) in enumerate(zip(keys, texts, nears, strict=True)):
            equal = [number for number, percent in near.items() if percent == EQUAL]
            number = equal[0] if equal else UNLISTED
            kind = _KINDS.get(key[0], _NAME)
            if kind is not _NAME:
                near = dict.fromkeys(equal, EQUAL)
                weight, is_light = weight_of(kind, 0), False
            else:
                weight = int(arrays["word_weight"][number]) if equal else UNKNOWN
                is_light = bool(equal and arrays["word_is_light"][number])
            letter = letter_bit(text)
            words.append(
                KnownWord(first + at, number, int(kind), weight, is_light, 0, letter, near)
            )
        numbers = [sorted(word.near) for word in words]
        every = np.array([number for some in numbers for number in some], dtype=np.int64)
        offsets = arrays["posting_offsets"]
        counts = (offsets[every + 1].astype(np.int64) - offsets[every]).tolist()
        begin = 0
        n_postings = []
        for some in numbers:
            n_postings.append(sum(counts[begin : begin + len(some)]))
            begin += len(some)
        for word, n in zip(words, n_postings, strict=True):
            self._words[word.slot] = word._replace(n_postings=n)
        percents = [w.near[at] for w, some in zip(words, numbers, strict=True) for at in some]
        self.columns.add(
            near_words=every,
            near_likeness=np.array(percents, dtype=np.int64),
            n_near=np.array([len(some) for some in numbers], dtype=np.int64),
            number=np.array([word.number for word in words], dtype=np.int64),
            kind=np.array([word.kind for word in words], dtype=np.int64),
            weight=np.array([word.weight for word in words], dtype=np.int64),
            is_light=np.array([word.is_light for word in words], dtype=np.bool_),
            is_called=_are_called(texts, [word.kind for word in words]),
            n_postings=np.array(n_postings, dtype=np.int64),
            letter=np.array([word.letter for word in words], dtype=np.int64),
        )

    def _near_few(self, texts: Sequence[str], by_sound: Sequence[bool]) -> list[dict[int, int]]:
        """What each of a few words may stand for, by number, with percent."""
        found: list[dict[int, int]] = [{} for _ in texts]
        short = [at for at, text in enumerate(texts) if _is_short(text)]
        for sounds in {*by_sound}:
            places = [at for at in short if by_sound[at] is sounds]
            if not sounds and not compiled.is_loaded():
                for at in places:
                    found[at] = self._vocabulary.near_one(texts[at])
                continue
            nears = self._vocabulary.near([texts[at] for at in places], by_sound=sounds)
            for at, near in zip(places, nears, strict=True):
                found[at] = dict(zip(near.words.tolist(), near.likeness.tolist(), strict=True))
        return found

    @property
    def marks(self) -> Array:
        """A number for each listed name, 0 before it is lent and to be 0 again after that."""
        if self._marks is None:
            self._marks = np.zeros(self._index.n_names, dtype=np.int32)
        return self._marks

    @property
    def meetings(self) -> Meetings | None:
        """The loops that find candidates, if they are loaded."""
        if self._meetings is None:
            self._meetings = compiled.meetings_of(self._index, self)
        return self._meetings

    def known(self, slot: int) -> KnownWord:
        """What is known of one word."""
        word = self._words.get(slot)
        if word is None:
            columns = self.columns
            numbers, likeness = columns.near(slot)
            word = self._words[slot] = KnownWord(
                slot=slot,
                number=int(columns.number[slot]),
                kind=int(columns.kind[slot]),
                weight=int(columns.weight[slot]),
                is_light=bool(columns.is_light[slot]),
                n_postings=int(columns.n_postings[slot]),
                letter=int(columns.letter[slot]),
                near=dict(zip(numbers.tolist(), likeness.tolist(), strict=True)),
            )
        return word

    def names_near(self, slots: Sequence[int], table: str = "posting") -> list[tuple[Array, Array]]:
        """For each word the listed names that hold one which it may stand for, and the percent.

        The percents of a word rise; a name that holds several such words stands there as often.

        Args:
            table: `posting`, or `initialled` for names with initials alone.
        """
        known = self._names_near
        if self._n_kept > _KEPT_NAMES:
            known.clear()
            self._n_kept = 0
        new = [slot for slot in slots if (table, slot) not in known]
        if new:
            names, likeness, ends = self._posted(np.array(new, dtype=np.int64), table)
            starts = [0, *ends[:-1]]
            for slot, start, end in zip(new, starts, ends, strict=True):
                known[table, slot] = names[start:end], likeness[start:end]
            self._n_kept += len(names)
        return [known[table, slot] for slot in slots]

    def _posted(self, slots: Array, table: str) -> tuple[Array, Array, list[int]]:
        """Names and percents of several words, one after the other, and where each ends."""
        columns, arrays = self.columns, self._index.arrays
        places, of = spread(columns.near_start[slots], columns.near_end[slots])
        percent = columns.near_likeness[places]
        order = np.argsort(of << 7 | percent, kind="stable")
        word, percent, of = columns.near_words[places[order]], percent[order], of[order]
        offsets = arrays[f"{table}_offsets"]
        places, at = spread(offsets[word], offsets[word + 1])
        ends = np.cumsum(np.bincount(of[at], minlength=len(slots)))
        names = arrays[f"{table}_name"][places]
        return names, percent[at].astype(np.int32), ends.tolist()

    def near(self, text: str) -> Near:
        """What a word that has been prepared may stand for."""
        return Near(*self.columns.near(self._slots[text]))

    def similar(self, asked: str, listed: str) -> int:
        """Percent of likeness of a word that has been prepared and a listed one."""
        known = self._likeness.get(asked)
        if known is None:
            words, likeness = self.columns.near(self._slots[asked])
            texts = self._index.words.several(words.tolist())
            known = dict(zip(texts, likeness.tolist(), strict=True))
            self._likeness[asked] = known
        return known.get(listed, 0)

    def heard(self, asked: str, listed: str) -> int:
        """`similar` for a word of a name asked by sound."""
        return self.similar(_BY_SOUND + asked, listed)

    def weighted(self, name: AskedName) -> Words:
        """The words of a name with the weights that the list gives them, having been prepared."""
        slots, weight = self._slots, self.columns.weight
        sound = _BY_SOUND if name.by_sound else ""
        weights = tuple(
            [
                int(weight[slots[sound + t.text]]) if t.kind is _NAME else weight_of(t.kind, 0)
                for t in name.tokens
            ]
        )
        total = sum(weights) + (weight_beyond(name.n_beyond) if name.n_beyond else 0)
        return Words(name.tokens, weights, total)


_NAME = Kind.NAME
_KINDS = {_AS_INITIAL: Kind.INITIAL, _AS_LIGHT: Kind.PARTICLE}
_OTHER_WEIGHTS = weight_of(Kind.INITIAL, 0), weight_of(Kind.PARTICLE, 0)


def _are_called(texts: Sequence[str], kinds: Sequence[int]) -> Bools:
    """Which words are names that people are called; none where no loop asks for it."""
    if not compiled.is_loaded():
        return np.zeros(len(texts), dtype=np.bool_)
    pairs = zip(texts, kinds, strict=True)
    return np.array([kind == _NAME and is_own(text) for text, kind in pairs], dtype=np.bool_)


def _is_short(text: str) -> bool:
    return len(text) <= MAX_WORD


def _sound_key(token: Token) -> str:
    return _BY_SOUND + (token.text if token.kind is _NAME else _other_key(token))


def _other_key(token: Token) -> str:
    return (_AS_INITIAL if token.kind is Kind.INITIAL else _AS_LIGHT) + token.text
