"""What an index is made from, and what it is made of: rows in, flat arrays out.

`IndexArrays` holds nothing but one-dimensional numpy arrays of fixed types, so that it can be
written to a folder and mapped back as it is. Texts are kept as one blob of UTF-8 bytes with
offsets (`Texts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Bools = npt.NDArray[np.bool_]

_WORTH_ALL = 512
"""Texts asked for at once from which the whole table is decoded."""


@dataclass(frozen=True, slots=True, order=True)
class IndexRow:
    """One fact that matching reads: a name, identifier, birth date or country of a party.

    `entity_id` is the canonical id of the party the fact is filed under; `statement_id` names
    the row of the record. `life` is an integer class, 0 or more: whoever asks says for each
    class whether its rows are valid and known (`alive[life]`).
    """

    entity_id: str
    schema: str
    prop: str
    value: str
    qualifier: str = ""
    dataset: str = ""
    record_id: str = ""
    statement_id: str = ""
    life: int = 0


@dataclass(frozen=True, slots=True)
class IndexArrays:
    """A compiled index as named one-dimensional arrays; `compile_index` makes them."""

    arrays: Mapping[str, Array]

    def __getitem__(self, name: str) -> Array:
        return self.arrays[name]

    @property
    def n_bytes(self) -> int:
        """Bytes that the arrays take."""
        return sum(array.nbytes for array in self.arrays.values())


class Texts:
    """A table of texts by number, decoded one by one when they are asked for."""

    __slots__ = ("_all", "_blob", "_decoded", "_offsets")

    def __init__(self, blob: Array, offsets: Array) -> None:
        self._blob = memoryview(np.ascontiguousarray(blob).data)
        self._offsets = offsets
        self._decoded: dict[int, str] = {}
        self._all: list[str] | None = None

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> str:
        text = self._decoded.get(number)
        if text is None:
            start, end = int(self._offsets[number]), int(self._offsets[number + 1])
            text = str(self._blob[start:end], "utf-8")
            self._decoded[number] = text
        return text

    def several(self, numbers: Sequence[int]) -> list[str]:
        """The texts of those numbers, in order."""
        if self._all is None and len(numbers) < _WORTH_ALL:
            return [self[number] for number in numbers]
        texts = self.all()
        return [texts[number] for number in numbers]

    def all(self) -> list[str]:
        """Every text, by number; decoded once and kept."""
        if self._all is None:
            bounds = self._offsets.tolist()
            blob = bytes(self._blob)
            pairs = pairwise(bounds)
            if blob.isascii():
                whole = blob.decode("ascii")
                self._all = [whole[start:end] for start, end in pairs]
            else:
                self._all = [blob[start:end].decode("utf-8") for start, end in pairs]
        return self._all


def packed(texts: Sequence[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """Texts as one blob of bytes and the offsets in it, one more than there are texts."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.zeros(len(encoded) + 1, dtype=np.uint32)
    np.cumsum([len(one) for one in encoded], out=offsets[1:])
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets


def grouped(keys: Array, n_keys: int) -> npt.NDArray[np.uint32]:
    """Offsets of a table sorted by `keys` (0 to `n_keys` - 1): key k holds [o[k], o[k + 1])."""
    offsets = np.zeros(n_keys + 1, dtype=np.uint32)
    np.cumsum(np.bincount(keys, minlength=n_keys), out=offsets[1:])
    return offsets


def spread(starts: Array, ends: Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Every place of the ranges [starts, ends), one range after the other, and its range."""
    lengths = ends.astype(np.int64) - starts
    of = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(of), dtype=np.int64) - (before - starts)[of], of


def distinct(keys: Array) -> Array:
    """Sorted, without repeats (`np.unique` would load more of numpy than all the rest)."""
    keys = np.sort(keys)
    first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    result: Array = keys[first]
    return result


def distinct_pairs(keys: Array, values: Array) -> tuple[Array, Array]:
    """Pairs sorted, without repeats."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return keys[first], values[first]


def hashed(text: str) -> int:
    """64 bits of a text; who looks something up by it compares the texts as well."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def unique_texts(rows: Iterable[IndexRow]) -> list[str]:
    """All texts of the rows, sorted."""
    texts: set[str] = set()
    for row in rows:
        texts.update((row.entity_id, row.schema, row.prop, row.value, row.qualifier, row.dataset))
        texts.update((row.record_id, row.statement_id))
    return sorted(texts)
