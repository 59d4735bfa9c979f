"""What `compiled.heard` is given: an index, asked words and rules as plain arrays and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from interdict.matching import heard as rules
from interdict.matching.arrays import Array
from interdict.matching.compiled.fixed import fixed
from interdict.matching.compiled.heard import heard_words
from interdict.matching.similarity import INITIAL, NEARLY
from interdict.text.phonetic import FARTHEST, sound_costs
from interdict.text.sounds import sounds_of

_COUNTED = 64
"""Nearer words up to which each costs more."""


class Hearing:
    """`matching.heard.heard` over the tables of one index."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        taken, dropped, weight = sound_costs()
        offsets = arrays["heard_offsets"].astype(np.int64)
        sounds = rules.sound_codes(arrays["heard_bytes"])
        sums = np.concatenate([[0], np.cumsum(weight[sounds])])
        self._tables = (
            arrays["heard_key"].astype(np.int64),
            fixed(arrays["heard_sound"]),
            sounds.astype(np.uint8),
            offsets.astype(np.int32),
            (sums[offsets[1:]] - sums[offsets[:-1]]).astype(np.int32),
            fixed(arrays["heard_word"]),
            arrays["heard_word_offsets"].astype(np.int32),
            int(np.diff(offsets).max(initial=0)),
        )
        company = rules.company_costs(np.arange(_COUNTED))
        swaps = np.zeros((1 << rules.BITS, 2), dtype=np.int64)
        for code, others in rules.SWAPS.items():
            swaps[code, : len(others)] = others
        self._costs = taken.astype(np.int32), dropped.astype(np.int32), weight, company, swaps
        self._rules = (
            rules.ONE_FROM,
            rules.BOTH_FROM,
            rules.TWO_FROM,
            FARTHEST,
            rules.MARGIN,
            rules.LEAST,
            rules.FAR_COSTS,
            NEARLY,
            INITIAL,
        )

    def heard(self, words: Sequence[str]) -> tuple[Array, Array, Array]:
        """(place in `words`, listed word, percent) of listed words that sound near."""
        places = np.array([at for at, word in enumerate(words) if rules.is_heard(word)], np.int64)
        own = [words[at] for at in places.tolist()]
        spoken = [sounds_of(word) for word in own]
        codes = [rules.codes(sounds) for sounds in spoken]
        sounds = [one.encode() for one in spoken]
        asked: Any = (
            np.array([code for some in codes for code in some], dtype=np.int64),
            np.cumsum([0, *map(len, codes)]),
            rules.sound_codes(np.frombuffer(b"".join(sounds), dtype=np.uint8)),
            np.cumsum([0, *map(len, sounds)]),
        )
        at, listed, percent = heard_words(asked, self._tables, self._costs, self._rules)
        return places[at], listed, percent
