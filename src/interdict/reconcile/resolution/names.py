"""Names as what two lists have in common of them: words, sounds, and how rare they are.

Lists copy from each other, so the names of one party mostly agree to the letter, in another
order or with particles left out; where they do not, it is by transliteration. So a name has
three keys, each coarser than the one before: its words, their sounds, and all of it run together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interdict.matching.similarity import word_similarity
from interdict.matching.sounds import skeleton, spoken
from interdict.text.legal_forms import legal_class
from interdict.text.names import Kind, tokenise

ALIKE = 80
"""Percent of likeness from which two words are spellings of one."""

FEWEST_PARTIES = 1_000
"""Rarity is counted as among so many parties at least: alone on a short list is not rare."""

_LONG_RUN = 8
"""Letters from which a name written together is no chance: `Tay Za` and `Tesa` are two."""

_SAID_KINDS = (Kind.NAME, Kind.INITIAL)


@dataclass(frozen=True, slots=True)
class PartyName:
    """One name of an entry: its words in order, without particles, titles and legal forms.

    `words` sorted is what two orders of one name share; `sounds` are the words' consonants,
    sorted; `run` is the whole name as spoken, spaces taken out (so that `Abd al-Rahman` meets
    `Abdulrahman` half way).
    """

    text: str
    weak: bool
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    run: str
    forms: frozenset[str] = frozenset()
    """Classes of its legal forms: `limited`, `joint_stock`; empty where it states none."""

    @property
    def n_words(self) -> int:
        """How many words name the party."""
        return len(self.words)


@lru_cache(maxsize=200_000)
def party_name(text: str, weak: bool, person: bool | None) -> PartyName | None:
    """A name with its keys; None if nothing in it can be compared."""
    tokens = tokenise(text, person=person)
    said = [token for token in tokens if token.kind in _SAID_KINDS]
    if not said:
        return None
    words = tuple(sorted(token.text for token in said))
    run = "".join(t.surface for t in tokens if t.kind not in (Kind.TITLE, Kind.LEGAL_FORM))
    forms = frozenset(legal_class(t.text) for t in tokens if t.kind is Kind.LEGAL_FORM)
    return PartyName(text, weak, words, tuple(sorted(map(sound_of, words))), spoken(run), forms)


@lru_cache(maxsize=200_000)
def sound_of(word: str) -> str:
    """What spellings of one word share; the word itself where it has too few consonants."""
    return skeleton(word, longest=None) or word


class Rarity:
    """How much an agreement of words says: bits, by how many parties bear each word.

    Counted over all entries that are looked at, persons and others apart, since `Ali` is common
    among persons and rare among companies. A party that five lists hold counts five times: that
    takes at most a few bits from everybody alike.
    """

    def __init__(self, names: Iterable[tuple[bool, Iterable[PartyName]]]) -> None:
        self._counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._parties: Counter[bool] = Counter()
        for person, own in names:
            self._parties[person] += 1
            self._counts[person].update({sound for name in own for sound in name.sounds})

    def bits(self, sounds: Iterable[str], *, person: bool) -> float:
        """The sum over the words' sounds of -log2(share of parties that bear it)."""
        counts = self._counts[person]
        n_parties = max(self._parties[person], FEWEST_PARTIES)
        return sum(math.log2(n_parties / max(counts[sound], 1)) for sound in sounds)


def run_together(left: PartyName, right: PartyName) -> bool:
    """True if the two are one name, but for where its words are parted; short ones do not count."""
    return left.run == right.run and len(left.run) >= _LONG_RUN


def agreeing(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pairs of words, each used once, that are equal or spellings of one; equal ones first."""
    rest = list(right)
    pairs, open_words = [], []
    for word in left:
        if word in rest:
            rest.remove(word)
            pairs.append((word, word))
        else:
            open_words.append(word)
    for word in open_words:
        best = max(rest, key=lambda other: _likeness(word, other), default=None)
        if best is not None and _likeness(word, best) >= ALIKE:
            rest.remove(best)
            pairs.append((word, best))
    return pairs


@lru_cache(maxsize=500_000)
def _likeness(left: str, right: str) -> int:
    return word_similarity(left, right, strict=True)
