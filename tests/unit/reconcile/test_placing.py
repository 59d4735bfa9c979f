"""Dates without a year or a week: placed by the story's dated documents, or left open."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.reconcile.placing import Window, place, windows

WINDOW = Window(date(2031, 5, 5), date(2031, 5, 6))  # a Monday and a Tuesday


@pytest.mark.parametrize(
    ("said", "ahead", "meant"),
    [
        ("XXXX-WXX-7", False, "2031-05-04"),
        ("XXXX-WXX-7", True, "2031-05-11"),
        ("XXXX-05-19", True, "2031-05-19"),
        ("XXXX-01-02", True, "2032-01-02"),
        ("XXXX-01-02", False, "2031-01-02"),
        ("XXXX-12", False, "2030-12"),
        ("XXXX-02-29", False, "2028-02-29"),
        ("XXXX-WXX-2", False, "XXXX-WXX-2"),
        ("2029-01-01", True, "2029-01-01"),
        (None, False, None),
    ],
)
def test_the_nearest_day_in_its_direction(said: str | None, ahead: bool, meant: str | None) -> None:
    """A weekday that would differ with the day of publication is left open."""
    assert place(said, WINDOW, ahead=ahead) == meant
    assert place(said, None, ahead=ahead) == said


def test_a_window_needs_dated_documents_of_one_story() -> None:
    """Close together; a document with a date of its own gets none."""
    published = {"a": None, "b": "2031-05-05", "c": "2031-05-06", "d": "2031-08-01", "e": "2031"}
    assert windows(published, {"a": {"b", "c"}}) == {"a": WINDOW}
    assert windows(published, {"a": {"b", "d"}}) == {}
    assert windows(published, {"a": {"e"}}) == {}
    assert windows(published, {"b": {"c"}}) == {}
