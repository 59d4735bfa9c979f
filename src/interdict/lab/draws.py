"""Chance that can be repeated: every draw is seeded by what it is drawn for.

A record's test names depend on the seed, the kind of error and the record alone, so that adding a
kind or a record leaves all other test names as they were.
"""

from __future__ import annotations

from hashlib import blake2b
from random import Random


def random_for(seed: int, *keys: str) -> Random:
    """The source of chance for one purpose; the same keys give the same sequence."""
    return Random(_number(seed, *keys))


def place_of(seed: int, key: str) -> int:
    """Where a record stands in the seeded order from which samples are taken."""
    return _number(seed, "sample", key)


def _number(seed: int, *keys: str) -> int:
    text = "\x1f".join((str(seed), *keys))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
