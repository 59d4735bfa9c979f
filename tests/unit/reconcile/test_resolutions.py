"""Resolutions: the last word counts, every word stays, and parties that are joined are followed."""

from __future__ import annotations

from interdict.reconcile.resolutions import Resolutions
from interdict.store.base import Resolution

FIRST = Resolution("decision|doc-x", "no", "Ann", "asked", 1)
BACK = Resolution("decision|doc-x", None, "Ben", "she has changed her mind", 2)


def test_the_last_word_counts() -> None:
    """Taken back, nothing is in force; the history keeps both."""
    held = Resolutions([FIRST, BACK], str)
    assert Resolutions([FIRST], str).of("decision|doc-x") == FIRST
    assert held.of("decision|doc-x") is None
    assert held.history("decision|doc-x") == [FIRST, BACK]
    assert held.of("decision|doc-y") is None


def test_a_resolution_follows_a_party_that_is_joined_to_another() -> None:
    """The question has another key from then on."""
    joined = Resolutions([FIRST], lambda i: "list-1" if i == "doc-x" else i)
    assert joined.of("decision|list-1") == FIRST
    assert joined.of("decision|doc-x") == FIRST
