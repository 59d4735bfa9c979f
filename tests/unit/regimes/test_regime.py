"""A regime's plain data."""

from __future__ import annotations

import dataclasses

import pytest

from interdict.regimes.catalog import load_regimes
from interdict.regimes.regime import Source


def test_source_is_found_by_its_key() -> None:
    """A rule's source key leads to the title and grade of what was read."""
    regime = load_regimes()["US-FTO"]
    source = regime.source("usc-18-2339b")
    assert isinstance(source, Source)
    assert source.grade == "A"
    assert "2339B" in source.title


def test_unknown_source_key_is_an_error() -> None:
    """A key that the file does not define is never answered with another source."""
    with pytest.raises(KeyError, match="no-such-source"):
        load_regimes()["US-FTO"].source("no-such-source")


def test_a_regime_cannot_be_changed() -> None:
    """What was read stays as it was read: the digest vouches for it."""
    regime = load_regimes()["US-SDGT"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        regime.short = "other"  # type: ignore[misc]
