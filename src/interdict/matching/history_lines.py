"""On which line of which file a statement stands: packed by issue, unpacked when printed.

An issue's lines are the rows it holds and their lines, each as differences from the one before,
compressed: rows of a file follow each other, so a full list takes some tens of kilobytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

import numpy as np

from interdict.matching.arrays import Array


def packed_lines(
    issues: Iterable[Iterable[tuple[int, int]]], rows_of_key: Mapping[int, int]
) -> dict[str, Array]:
    """Packs the (statement key, line) pairs of every issue, as far as they have a row."""
    blobs: list[bytes] = []
    counts: list[int] = []
    for pairs in issues:
        held = sorted((rows_of_key[key], line) for key, line in pairs if key in rows_of_key)
        flat = np.array(held, dtype=np.int64).reshape(-1, 2)
        steps = np.diff(flat, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
        blobs.append(zlib.compress(steps.T.astype("<i4").tobytes(), 6))
        counts.append(len(held))
    return {
        "lines.blob": np.frombuffer(b"".join(blobs), dtype=np.uint8),
        "lines.at": np.cumsum([0, *map(len, blobs)]).astype(np.uint64),
        "lines.count": np.array(counts, dtype=np.uint32),
    }


class Lines:
    """The lines of one issue."""

    def __init__(self, blob: bytes, count: int) -> None:
        steps = np.frombuffer(zlib.decompress(blob), dtype="<i4").reshape(2, count)
        self._rows, self._lines = np.cumsum(steps, axis=1, dtype=np.int64)

    def of(self, row: int) -> int | None:
        """The line of a row; None if it has none, or is not held."""
        at = int(np.searchsorted(self._rows, row))
        if at == len(self._rows) or self._rows[at] != row:
            return None
        return int(self._lines[at]) or None
