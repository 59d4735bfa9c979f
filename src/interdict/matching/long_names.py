"""Names of more words than are aligned: what stands beyond counts as found if it is the same.

Words beyond the first `MAX_TOKENS` count against a match, since nobody has looked at them.
Where both names go on with the very same words, they count on neither side.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from interdict.matching.arrays import hashed
from interdict.matching.index import Index, ListedName
from interdict.matching.links import Words


def names_ending(index: Index, tail: str) -> list[int]:
    """Listed names that go on with those words beyond the first ones; none for no words."""
    if not tail:
        return []
    keys, key = index.arrays["tail_key"], np.uint64(hashed(tail))
    start, end = keys.searchsorted(key, "left"), keys.searchsorted(key, "right")
    numbers: list[int] = index.arrays["tail_name"][start:end].tolist()
    return numbers


def without_tails(asked: Words, listed: ListedName) -> tuple[Words, ListedName]:
    """Both sides without what stands beyond the words aligned."""
    return _shortened(asked), replace(listed, side=_shortened(listed.side))


def _shortened(words: Words) -> Words:
    return replace(words, total=sum(words.weights))
