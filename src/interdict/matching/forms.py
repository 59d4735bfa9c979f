"""Deletion forms of words, as numbers: two words within `k` edits share one of theirs.

Only the first `PREFIX` letters are taken, which keeps that promise and most of the memory: an
alignment of the whole words aligns the prefix of one with some beginning of the other. Eight
letters of `a-z0-9` are one 64-bit number, so forms are compared exactly, without hashing.

Source: W. Garbe, SymSpell (2012), for the prefix; Mor and Fraenkel (1982) for the principle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from interdict.matching.similarity import allowed_edits

PREFIX = 8

_DELETIONS = [at for n_deleted in (1, 2) for at in combinations(range(PREFIX), n_deleted)]


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
    keys, of_keys = [plain], [np.arange(len(words), dtype=np.int64)]
    for places in _DELETIONS:
        rows = np.flatnonzero((allowed >= len(places)) & (length > places[-1]))
        if len(rows):
            kept = [at for at in range(PREFIX) if at not in places]
            form = np.zeros((len(rows), PREFIX), dtype=np.uint8)
            form[:, : len(kept)] = letters[rows][:, kept]
            keys.append(form.view(">u8").ravel().astype(np.uint64))
            of_keys.append(rows)
    return np.concatenate(keys), np.concatenate(of_keys)


def forms_of(word: str) -> set[str]:
    """The deletion forms of one word."""
    prefix = word[:PREFIX]
    made = {prefix}
    level = {prefix}
    for _ in range(allowed_edits(len(word)) if word.isalpha() else 0):
        level = {form[:at] + form[at + 1 :] for form in level for at in range(len(form))}
        made |= level
    return made
