"""Counts that grow: bounds, days, and what shrinks."""

from __future__ import annotations

from datetime import date

from interdict.model.claim import Quantity
from interdict.model.dates import span_of
from interdict.reconcile.answers import figure_in_words
from interdict.reconcile.counters import Envelope, Point, envelope, in_words, point_of
from interdict.reconcile.relations import Figure

EARLY, LATE = date(2031, 5, 2), date(2031, 5, 9)


def test_bounds_of_several_sources_hold_together() -> None:
    """About thirty, and at least thirty-one: thirty-one or more; nobody is contradicted."""
    points = [Point(27, 33, LATE, "about 30 people"), Point(31, None, EARLY, "at least 31 people")]
    assert envelope(points) == Envelope(31, None, LATE, False)
    assert (
        in_words(points, 2) == "about 30 people to at least 31 people (2 sources, as of 2031-05-09)"
    )


def test_a_later_smaller_count_is_a_regression() -> None:
    """It cannot follow from the earlier one; of the same day it is no regression."""
    assert envelope([Point(14, 14, EARLY, "14"), Point(12, 12, LATE, "12")]).regressed
    assert not envelope([Point(14, 14, LATE, "14"), Point(12, 12, LATE, "12")]).regressed
    assert not envelope([Point(12, 12, EARLY, "12"), Point(14, 14, LATE, "14")]).regressed
    assert not envelope([Point(14, 14, None, "14"), Point(12, 12, LATE, "12")]).regressed


def test_no_count_bounds_nothing() -> None:
    """An empty counter has no bounds."""
    assert envelope([]) == Envelope(None, None, None, False)


def test_a_count_goes_to_the_last_day_of_its_date() -> None:
    """A running total is as of the day on which it was published."""
    figure = Figure(Quantity(31, None, "people", "at_least", 31), span_of("../2031-05-02"))
    assert point_of(figure, "x") == Point(31, None, EARLY, "x")


def test_quantities_are_shown_as_they_were_said() -> None:
    """With their limits and doubts."""
    shown = {
        figure_in_words(Quantity(low, high, unit, how, stated))
        for low, high, unit, how, stated in (
            (31, None, "people", "at_least", 31),
            (27, 33, "people", "about", 30),
            (22, None, "raids", "ordinal", 22),
            (11, None, "raid", "ordinal", 11),
            (3, 6, "boats", "vague", None),
            (24, None, "boats", "vague", None),
            (0, 2_500_000, "EUR", "at_most", 2_500_000),
        )
    }
    assert shown == {
        "at least 31 people", "about 30 people", "22nd raid", "11th raid", "3 to 6 boats",
        "24 or more boats", "up to 2,500,000 EUR",
    }  # fmt: skip
