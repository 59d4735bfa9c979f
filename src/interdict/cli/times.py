"""The three times as options: the edge is the only place where "now" is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from interdict.config import Config
from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate, end_of_day
from interdict.workspace.root import Times


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def today(config: Config) -> date:
    """The day it is in the configured time zone."""
    return now().astimezone(config.zone).date()


def times_of(config: Config, as_of: str | None, known_at: str | None, held_at: str | None) -> Times:
    """The times that the options give; today, and everything known and held, by default.

    What is published today counts as known today, though it is dated by day alone.
    """
    day = today(config) if as_of is None else day_of("--as-of", as_of)
    latest = max(today(config), now().date())
    known = end_of_day(latest) if known_at is None else instant("--known-at", known_at)
    return Times(day, known, None if held_at is None else _held("--held-at", held_at))


def day_of(option: str, text: str) -> date:
    """A day.

    Raises:
        InvalidInput: if the text is not `YYYY-MM-DD`.
    """
    try:
        found = PartialDate.parse(text)
    except InvalidInput as error:
        raise InvalidInput(f"{option}: {error}") from None
    if not found.is_day:
        raise InvalidInput(f"{option} needs a day, such as {found.year}-01-31, not {text!r}")
    return found.first


def instant(option: str, text: str) -> datetime:
    """A time: `YYYY-MM-DD` is the end of that day, UTC; a time without a zone is UTC.

    Raises:
        InvalidInput: if the text is neither.
    """
    if "T" not in text and ":" not in text:
        return end_of_day(day_of(option, text))
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            f"{option}: not a time: {text!r}. Write 2025-11-20 or 2025-11-20T18:00Z."
        ) from error
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    try:
        found.astimezone(UTC)
    except OverflowError:
        raise InvalidInput(f"{option}: {text!r} lies outside the calendar in UTC") from None
    return found


def _held(option: str, text: str) -> int | datetime:
    """A sequence number of the record, or a time."""
    return int(text) if text.isascii() and text.isdigit() else instant(option, text)
