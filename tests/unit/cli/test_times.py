"""The three times as options."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from interdict.cli import times
from interdict.config import Config
from interdict.errors import InvalidInput
from interdict.model.dates import end_of_day

CONFIG = Config(Path("unused"))


@pytest.fixture(autouse=True)
def late_evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 23:30 UTC on 31 May 2031."""
    monkeypatch.setattr(times, "now", lambda: datetime(2031, 5, 31, 23, 30, tzinfo=UTC))


def test_nothing_given_is_today_with_everything_known_and_held() -> None:
    """What is dated today counts as known, though only its day is known."""
    found = times.times_of(CONFIG, None, None, None)
    assert found.as_of == date(2031, 5, 31)
    assert found.known_at == end_of_day(date(2031, 5, 31))
    assert found.held_at is None


@pytest.mark.parametrize(
    ("zone", "today", "known"),
    [
        ("Pacific/Auckland", date(2031, 6, 1), date(2031, 6, 1)),
        ("Pacific/Honolulu", date(2031, 5, 31), date(2031, 5, 31)),
        ("UTC", date(2031, 5, 31), date(2031, 5, 31)),
    ],
)
def test_today_is_the_configured_zones(zone: str, today: date, known: date) -> None:
    """Where it is tomorrow already, tomorrow's documents are known too."""
    found = times.times_of(Config(Path("unused"), zone), None, None, None)
    assert (found.as_of, found.known_at) == (today, end_of_day(known))


def test_west_of_utc_what_utc_has_dated_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 01:00 UTC it is yesterday in Honolulu; a source of today's UTC date is still known."""
    monkeypatch.setattr(times, "now", lambda: datetime(2031, 6, 1, 1, tzinfo=UTC))
    found = times.times_of(Config(Path("unused"), "Pacific/Honolulu"), None, None, None)
    assert (found.as_of, found.known_at) == (date(2031, 5, 31), end_of_day(date(2031, 6, 1)))


def test_each_option_is_its_own_time() -> None:
    """None of the three moves another."""
    found = times.times_of(CONFIG, "2030-01-02", "2030-03-04", "7")
    assert (found.as_of, found.known_at, found.held_at) == (
        date(2030, 1, 2),
        end_of_day(date(2030, 3, 4)),
        7,
    )


def test_held_at_is_a_number_or_a_time() -> None:
    """A day is its end, a time is itself, digits are a transaction."""
    held = [
        times.times_of(CONFIG, None, None, text).held_at
        for text in ("0", "12", "2030-03-04", "2030-03-04T05:06Z")
    ]
    assert held == [0, 12, end_of_day(date(2030, 3, 4)), datetime(2030, 3, 4, 5, 6, tzinfo=UTC)]


@pytest.mark.parametrize("text", ["-1", "1.5", "²", "seven", "", "2030-02-30"])
def test_other_words_are_no_held_at(text: str) -> None:
    """The message names the option and shows what was given."""
    with pytest.raises(InvalidInput, match="--held-at") as caught:
        times.times_of(CONFIG, None, None, text)
    assert text in str(caught.value)


def test_a_day_is_read() -> None:
    """A time of day behind it does not matter."""
    assert times.day_of("--as-of", "2030-02-28") == date(2030, 2, 28)
    assert times.day_of("--as-of", "2030-02-28T23:59") == date(2030, 2, 28)


@pytest.mark.parametrize("text", ["2030", "2030-02"])
def test_a_date_known_to_the_month_is_no_day(text: str) -> None:
    """The message shows a day that would do."""
    with pytest.raises(
        InvalidInput, match=rf"--from needs a day, such as 2030-01-31, not '{text}'"
    ):
        times.day_of("--from", text)


@pytest.mark.parametrize("text", ["2030-02-29", "tomorrow", "28/02/2030", "20300228", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    """With the option's name."""
    with pytest.raises(InvalidInput, match="--as-of: not a date"):
        times.day_of("--as-of", text)


def test_a_bare_day_is_known_at_its_end() -> None:
    """The end of the day, UTC."""
    found = times.instant("--known-at", "2030-02-28")
    assert found == datetime(2030, 3, 1, tzinfo=UTC) - timedelta(microseconds=1)


def test_a_time_keeps_its_zone_and_is_utc_without_one() -> None:
    """An offset is the issuer's own clock."""
    assert times.instant("--edition", "2030-02-28T15:00") == datetime(2030, 2, 28, 15, tzinfo=UTC)
    away = times.instant("--edition", "2030-02-28T15:00-05:00")
    assert (away.date(), away.utcoffset()) == (date(2030, 2, 28), timedelta(hours=-5))
    assert away == datetime(2030, 2, 28, 20, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2030-02-28T25:00", "T", "15:00", "2030-02-28Tnoon"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """The message names the option and shows two ways to write it."""
    with pytest.raises(InvalidInput, match="--known-at: not a time") as caught:
        times.instant("--known-at", text)
    assert "2025-11-20T18:00Z" in str(caught.value)


@pytest.mark.parametrize("text", ["0001-01-01T00:00+14:00", "9999-12-31T23:00-05:00"])
def test_a_time_that_utc_cannot_express_is_refused(text: str) -> None:
    """At the edges of the calendar an offset leads out of it."""
    with pytest.raises(InvalidInput, match=r"--edition.*outside the calendar"):
        times.instant("--edition", text)
