"""The packed content of an edition's file: what goes in comes out."""

from __future__ import annotations

import random
import zlib

import pytest

from interdict.errors import IntegrityError
from interdict.store.content import pack, unpack


@pytest.mark.parametrize(
    "lines",
    [
        {},
        {1: 0},
        {1: 1},
        {7: 3, 2: 9, 2**60: 1},
        {5: 2**40, 6: 1, 7: 2**40},
    ],
)
def test_keys_and_lines_come_back(lines: dict[int, int]) -> None:
    """Any keys with any lines; line 0 says that there is none."""
    content = unpack(pack(lines))
    assert list(content.keys) == sorted(lines)
    assert {key: content.line(key) or 0 for key in lines} == lines
    assert all(key in content for key in lines)


def test_what_is_not_held_has_no_line() -> None:
    """Below, between and above the keys that are held."""
    content = unpack(pack({10: 1, 20: 2}))
    for key in (0, 9, 11, 15, 21, 2**62):
        assert key not in content
        assert content.line(key) is None


def test_a_large_list_stays_small() -> None:
    """Consecutive statements on consecutive lines cost about a byte or less each."""
    lines = {key: key // 4 for key in range(1, 100_001)}
    assert len(pack(lines)) < 20_000


@pytest.mark.parametrize("damage", ["cut", "noise", "empty", "odd"])
def test_damaged_bytes_are_noticed(damage: str) -> None:
    """A stored file that was cut or overwritten is an error, never a shorter list."""
    blob = pack({key: key for key in range(1_000)})
    noise = random.Random(1).randbytes(len(blob))
    broken = {
        "cut": blob[: len(blob) // 2],
        "noise": noise,
        "empty": b"",
        "odd": zlib.compress(b"12345"),
    }[damage]
    with pytest.raises(IntegrityError, match="damaged"):
        unpack(broken)
