"""How files write the size of a stake."""

from __future__ import annotations

import pytest

from interdict.ownership.sizes import UNKNOWN, Size, read_size


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("50", 500_000, 500_000),
        ("16.67 %", 166_700, 166_700),
        ("33,33", 333_300, 333_300),
        ("25-50", 250_000, 500_000),
        ("25 to 50 percent", 250_000, 500_000),
        (">= 25", 250_000, 1_000_000),
        ("more than 50", 500_001, 1_000_000),
        ("75+", 750_000, 1_000_000),
        ("less than 10%", 0, 99_999),
        ("up to 10", 0, 100_000),
        ("", 0, 1_000_000),
        (None, 0, 1_000_000),
    ],
)
def test_sizes_are_read_with_their_bounds(told: str | None, low: int, high: int) -> None:
    """Exact shares, ranges, bounds, and no size at all."""
    assert read_size(told) == Size(low, high)


@pytest.mark.parametrize("told", ["101", "half", "-5", "50 or so", "1e3", "٥٠x"])
def test_what_is_no_share_is_refused(told: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=r"share|whole"):
        read_size(told)


def test_sizes_are_shown_as_percentages() -> None:
    """Without needless zeros."""
    assert str(Size(500_000, 500_000)) == "50 %"
    assert str(Size(166_700, 500_001)) == "16.67 to 50.0001 %"
    assert str(UNKNOWN) == "unknown"
