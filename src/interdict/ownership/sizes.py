"""How large a stake is: whole millionths of the asset, with bounds where the source gives bounds.

Percentages are kept as whole numbers, so that 16.67 and 33.33 and 50 add up to what they should
and a threshold is met or not, never met by rounding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

WHOLE = 1_000_000
"""All of an asset: 100 percent."""

_NUMBER = r"\d+(?:[.,]\d+)?"
_EXACT = re.compile(rf"({_NUMBER})")
_RANGE = re.compile(rf"({_NUMBER})(?:-|–|\.\.|/|to)({_NUMBER})")
_BOUND = re.compile(rf"(>=|≥|<=|≤|>|<|\+|over|morethan|atleast|upto|under|lessthan)({_NUMBER})")
_OPEN_ENDED = re.compile(rf"({_NUMBER})\+")
_UNKNOWN = frozenset({"", "?", "unknown", "n/a", "na", "-"})


@dataclass(frozen=True, slots=True)
class Size:
    """A share between two bounds, both included, in millionths (`WHOLE` is everything)."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= WHOLE:
            raise ValueError(f"not a share: {self.low} to {self.high} millionths")

    @property
    def is_exact(self) -> bool:
        """True if both bounds are the same."""
        return self.low == self.high

    def __str__(self) -> str:
        if self == UNKNOWN:
            return "unknown"
        if self.is_exact:
            return f"{percent(self.low)} %"
        return f"{percent(self.low)} to {percent(self.high)} %"


UNKNOWN = Size(0, WHOLE)
"""A stake that is stated without its size."""


def percent(millionths: int) -> str:
    """`500000` as `50`, `166700` as `16.67`."""
    whole, part = divmod(millionths, 10_000)
    return f"{whole}.{part:04}".rstrip("0") if part else str(whole)


def read_size(text: str | None) -> Size:
    """The size that a file states: `50`, `50.1 %`, `25-50`, `>= 25`, `more than 50`, `75+`.

    Strict bounds move by a millionth: `more than 50` is 50.0001 to 100 percent.

    Raises:
        ValueError: if it is none of these forms, or lies outside 0 to 100.
    """
    told = (text or "").strip()
    plain = re.sub(r"[\s%]|percent", "", told.lower())
    if plain in _UNKNOWN:
        return UNKNOWN
    if exact := _EXACT.fullmatch(plain):
        return Size(_millionths(exact[1], told), _millionths(exact[1], told))
    if between := _RANGE.fullmatch(plain):
        low, high = (_millionths(number, told) for number in between.groups())
        return Size(min(low, high), max(low, high))
    if ended := _OPEN_ENDED.fullmatch(plain):
        return Size(_millionths(ended[1], told), WHOLE)
    if bound := _BOUND.fullmatch(plain):
        return _bounded(bound[1], _millionths(bound[2], told))
    raise ValueError(
        f"not a share: {told!r}; write a percentage such as 50, 25-50, >=25 or nothing at all"
    )


def _bounded(sign: str, value: int) -> Size:
    if sign in (">=", "≥", "atleast", "+"):
        return Size(value, WHOLE)
    if sign in ("<=", "≤", "upto"):
        return Size(0, value)
    if sign in (">", "over", "morethan"):
        return Size(min(value + 1, WHOLE), WHOLE)
    return Size(0, max(value - 1, 0))


def _millionths(number: str, told: str) -> int:
    try:
        value = int((Decimal(number.replace(",", ".")) * 10_000).to_integral_value())
    except InvalidOperation:  # pragma: no cover - the patterns let only numbers through
        raise ValueError(f"not a number: {told!r}") from None
    if value > WHOLE:
        raise ValueError(f"more than the whole: {told!r}")
    return value
