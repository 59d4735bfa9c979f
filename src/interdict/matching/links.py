"""The two sides of an alignment, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass

from interdict.matching.runs import Run
from interdict.text.names import Token


@dataclass(frozen=True, slots=True)
class Words:
    """One side of an alignment: tokens with their weights; `total` counts also words left away."""

    tokens: tuple[Token, ...]
    weights: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words `asked` of the query stand for words `listed` of the name; similarity in percent."""

    asked: Run
    listed: Run
    similarity: int
    asked_weight: int
    listed_weight: int

    @property
    def worth(self) -> int:
        """Similarity times weight."""
        return self.similarity * (self.asked_weight + self.listed_weight)
