"""Which issues hold a statement, from the rows in which issues differ from their bases.

Bases form trees (an issue's base is recorded before it). An issue holds a statement if an
odd number of issues on its way to the root differ in it. With one bit for each issue, that
is the parity of (where it differs) & (the issue's path).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Membership:
    """Bit arithmetic over the issues of a store; `bases` maps issue -> base or None."""

    def __init__(self, bases: Mapping[int, int | None]) -> None:
        self._bit = {key: 1 << at for at, key in enumerate(sorted(bases))}
        self._path: dict[int, int] = {}
        for key in sorted(bases):
            base = bases[key]
            self._path[key] = self._bit[key] | (0 if base is None else self._path[base])

    def mask(self, differing: Iterable[int]) -> int:
        """The bits of the issues that differ from their bases in a statement."""
        mask = 0
        for key in differing:
            mask |= self._bit[key]
        return mask

    def holds(self, mask: int, issue: int) -> bool:
        """Whether the issue holds the statement of that mask."""
        return (mask & self._path[issue]).bit_count() % 2 == 1
