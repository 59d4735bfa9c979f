"""`interdict demo`: stub while the rest is put together."""

from __future__ import annotations


def demo() -> None:
    """Tells the story."""
