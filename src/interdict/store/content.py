"""What one file of an edition holds, packed: statement keys with the lines they stand on.

Two arrays of differences, compressed: a full list of 170,000 statements takes about 100 kB.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate

from interdict.errors import IntegrityError


class Content:
    """Statement keys of an issue, ascending, with a line for each (0: none)."""

    __slots__ = ("keys", "lines")

    def __init__(self, keys: array[int], lines: array[int]) -> None:
        self.keys = keys
        self.lines = lines

    def __contains__(self, key: int) -> bool:
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key

    def line(self, key: int) -> int | None:
        """The line of a statement; None if it has none, or is not held."""
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            return self.lines[at] or None
        return None


def pack(lines: Mapping[int, int]) -> bytes:
    """Packs {statement key: line}."""
    keys = sorted(lines)
    packed = (
        array("q", _steps(keys)).tobytes() + array("q", _steps(lines[k] for k in keys)).tobytes()
    )
    return zlib.compress(_portable(packed), 6)


def unpack(blob: bytes) -> Content:
    """The content of a packed issue.

    Raises:
        IntegrityError: if the bytes were damaged.
    """
    try:
        values = array("q", _portable(zlib.decompress(blob)))
    except (zlib.error, ValueError) as error:
        raise IntegrityError(f"the stored content of an edition is damaged: {error}") from error
    half = len(values) // 2
    return Content(array("q", accumulate(values[:half])), array("q", accumulate(values[half:])))


def _steps(values: Iterable[int]) -> Iterable[int]:
    last = 0
    for value in values:
        yield value - last
        last = value


def _portable(data: bytes) -> bytes:
    """Little-endian bytes on every machine."""
    if sys.byteorder == "little":
        return data
    swapped = array("q", data)
    swapped.byteswap()
    return swapped.tobytes()
