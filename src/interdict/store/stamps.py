"""Times as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def stamp(moment: datetime) -> str:
    """UTC with microseconds always written, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def offset_minutes(moment: datetime) -> int:
    """How far a time's own clock is ahead of UTC."""
    ahead = moment.utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds() // 60)


def unstamped(text: str, offset: int) -> datetime:
    """The time of a stamp, on a clock `offset` minutes ahead of UTC."""
    zone = UTC if offset == 0 else timezone(timedelta(minutes=offset))
    return datetime.fromisoformat(text).astimezone(zone)
