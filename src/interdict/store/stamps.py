"""Times as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """UTC with microseconds always written, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
