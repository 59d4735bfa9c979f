"""What `spelling.near_words` is given: an index and asked words as plain arrays and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from interdict.matching import similarity
from interdict.matching.arrays import Array, Texts
from interdict.matching.compiled.fixed import fixed, written
from interdict.matching.compiled.spelling import Asked, Listed, Rules, near_words
from interdict.matching.forms import packed_keys
from interdict.matching.similarity import is_one_syllable
from interdict.matching.sounds import skeleton, spoken

RULES = Rules(
    equal=similarity.EQUAL,
    equivalent=similarity.EQUIVALENT,
    nearly=similarity.NEARLY,
    shortest=similarity.SHORTEST_EDITED,
    two_edits_from=similarity.TWO_EDITS_FROM,
    edit_cost=similarity.EDIT_COST,
    first_letter_cost=similarity.FIRST_LETTER_COST,
    left_out=similarity.LEFT_OUT,
    sound_cost=similarity.SOUND_COST,
    short_sound_cost=similarity.SHORT_SOUND_COST,
    short_sounds=similarity.SHORT,
    sound_edit_cost=similarity.SOUND_EDIT_COST,
    least_by_sound=similarity.LEAST_BY_SOUND,
)


class Spellings:
    """The words of one index that others may stand for, by letters and by sound.

    For one thread at a time.
    """

    def __init__(self, arrays: Mapping[str, Array], *, learned: bool) -> None:
        named = {field: fixed(arrays[field]) for field in Listed._fields if field in arrays}
        for table in ("form_key", "sound_key"):
            named[table] = fixed(arrays[table].view(np.int64))  # no byte has its highest bit
        words = Texts(arrays["word_bytes"], arrays["word_offsets"]).all()
        self._listed = Listed(
            **named,
            is_alpha=np.array([word.isalpha() for word in words], dtype=np.bool_),
            is_syllable=np.array([is_one_syllable(word) for word in words], dtype=np.bool_),
        )
        self._percent = np.zeros(len(words), dtype=np.int64)
        self._learned = learned

    def near(self, words: Sequence[str]) -> tuple[Array, Array, Array, Array]:
        """Whether the index knows the words near each; (place in `words`, listed word, percent)."""
        text, text_offsets = written(words)
        said, said_offsets = written([spoken(word) for word in words])
        bones = packed_keys([skeleton(word) for word in words]).view(np.int64)
        asked = Asked(
            text=text,
            text_offsets=text_offsets,
            spoken=said,
            spoken_offsets=said_offsets,
            is_alpha=np.array([word.isalpha() for word in words], dtype=np.bool_),
            may_lack=np.array([similarity.may_lack_a_letter(word) for word in words]),
            is_syllable=np.array([is_one_syllable(word) for word in words]),
            bones=bones,
        )
        result: Any = near_words(asked, self._listed, self._percent, self._learned, RULES)
        is_known, counts, found, percent = result
        return is_known, np.repeat(np.arange(len(words)), counts), found, percent
