"""Words of names beyond those that are aligned, as one text: a table from it to the names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from interdict.matching.arrays import Array, hashed
from interdict.text.names import Token


def tail_of(tokens: Sequence[Token]) -> str:
    """Words that stand beyond those aligned, as one text; empty if there are none."""
    return " ".join([token.text for token in tokens])


def tails(names: Sequence[str]) -> dict[str, Array]:
    """The hash of each text that is not empty -> the number of the name, rising."""
    rows = sorted((hashed(tail), at) for at, tail in enumerate(names) if tail)
    return {
        "tail_key": np.array([key for key, _ in rows], dtype=np.uint64),
        "tail_name": np.array([at for _, at in rows], dtype=np.uint32),
    }
