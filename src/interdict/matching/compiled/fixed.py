"""Arrays and texts as loops take them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from interdict.matching.arrays import Array


def fixed(array: Array) -> Array:
    """A view that cannot be written to, as of a mapped file: numba compiles for either kind."""
    view = array.view()
    view.flags.writeable = False
    return view


def written(words: Sequence[str]) -> tuple[Array, Array]:
    """The bytes of words, one after the other, and the offsets of each: all words are ASCII."""
    text = np.frombuffer("".join(words).encode("ascii", "replace"), dtype=np.uint8)
    return text, np.array([0, *accumulate(map(len, words))], dtype=np.int64)
