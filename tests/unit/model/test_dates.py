"""Partial dates, intervals and spans: what is known of a date is kept, and nothing is guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from interdict.errors import InvalidInput
from interdict.model.dates import (
    Interval,
    Order,
    PartialDate,
    Span,
    Truth,
    end_of_day,
    resolved,
    span_of,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def known(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


class TestPartialDate:
    """A civil date keeps the precision in which it was given."""

    @pytest.mark.parametrize(
        ("text", "first", "last", "is_day"),
        [
            ("2025", "2025-01-01", "2025-12-31", False),
            ("2025-02", "2025-02-01", "2025-02-28", False),
            ("2024-02", "2024-02-01", "2024-02-29", False),
            ("1900-02", "1900-02-01", "1900-02-28", False),
            ("2025-12", "2025-12-01", "2025-12-31", False),
            ("2025-11-24", "2025-11-24", "2025-11-24", True),
        ],
    )
    def test_covers_the_days_it_can_be(
        self, text: str, first: str, last: str, is_day: bool
    ) -> None:
        """A year or a month stands for all of its days."""
        parsed = PartialDate.parse(text)
        assert (parsed.first, parsed.last, parsed.is_day) == (day(first), day(last), is_day)

    @pytest.mark.parametrize("text", ["0987", "2025", "2025-01", "2025-11-24"])
    def test_prints_as_it_was_written(self, text: str) -> None:
        """Text and partial date are two forms of one thing."""
        assert str(PartialDate.parse(text)) == text

    def test_a_time_of_day_is_dropped(self) -> None:
        """Dates of documents often come with a time; the civil date is what counts."""
        assert PartialDate.parse(" 2025-11-17T02:08:21Z ") == PartialDate(2025, 11, 17)

    def test_of_a_calendar_day(self) -> None:
        """A day of the calendar has full precision."""
        assert PartialDate.of(date(2025, 7, 25)) == PartialDate.parse("2025-07-25")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "yesterday",
            "25-11-24",
            "2025-1-2",
            "2025/11/24",
            "20251124",
            "2025-13",
            "2025-02-30",
            "2023-02-29",
            "0000",
            "2025-11-24 10:00",
            "1964~",
            "2021/2022",
            "XXXX-11-24",
            "-2025",
        ],
    )
    def test_what_is_no_date_is_refused(self, text: str) -> None:
        """Neither another form nor a day that no calendar has is taken for a date."""
        with pytest.raises(InvalidInput):
            PartialDate.parse(text)

    @pytest.mark.parametrize("text", ["2025-00", "2025-00-10", "2025-01-00"])
    def test_month_and_day_are_counted_from_one(self, text: str) -> None:
        """Zeros, which some lists write for "unknown", are not read as a precise date."""
        with pytest.raises(InvalidInput):
            PartialDate.parse(text)

    def test_a_day_needs_a_month(self) -> None:
        """A day of an unknown month is no date."""
        with pytest.raises(InvalidInput, match="needs a month"):
            PartialDate(2025, None, 3)

    @pytest.mark.parametrize(
        ("left", "right", "order"),
        [
            ("2025-11-23", "2025-11-24", Order.BEFORE),
            ("2025-11-24", "2025-11-24", Order.WITHIN),
            ("2025-11-25", "2025-11-24", Order.AFTER),
            ("2025-11", "2025-11-24", Order.WITHIN),
            ("2025-11-24", "2025-11", Order.WITHIN),
            ("2025-10", "2025-11-01", Order.BEFORE),
            ("2025-12", "2025-11-30", Order.AFTER),
            ("2025", "2025-06", Order.WITHIN),
            ("2024", "2025-01-01", Order.BEFORE),
            ("2026", "2025-12-31", Order.AFTER),
        ],
    )
    def test_comparing_has_three_outcomes(self, left: str, right: str, order: Order) -> None:
        """A month neither precedes nor follows a day inside it."""
        assert PartialDate.parse(left).compare(PartialDate.parse(right)) is order

    @pytest.mark.parametrize(
        ("outer", "inner", "inside"),
        [
            ("2025", "2025-07", True),
            ("2025-07", "2025-07-25", True),
            ("2025-07-25", "2025-07-25", True),
            ("2025-07", "2025", False),
            ("2025-07", "2025-08-01", False),
        ],
    )
    def test_contains_the_finer_date(self, outer: str, inner: str, inside: bool) -> None:
        """A coarser date contains the finer ones inside it, and itself."""
        assert PartialDate.parse(outer).contains(PartialDate.parse(inner)) is inside

    @pytest.mark.parametrize(
        ("text", "on", "truth"),
        [
            ("2025-07-25", "2025-07-24", Truth.NO),
            ("2025-07-25", "2025-07-25", Truth.YES),
            ("2025-07", "2025-06-30", Truth.NO),
            ("2025-07", "2025-07-01", Truth.MAYBE),
            ("2025-07", "2025-07-30", Truth.MAYBE),
            ("2025-07", "2025-07-31", Truth.YES),
            ("2025", "2025-07-31", Truth.MAYBE),
        ],
    )
    def test_reached(self, text: str, on: str, truth: Truth) -> None:
        """A date has come on its own day; a month surely on its last."""
        assert PartialDate.parse(text).reached(day(on)) is truth


class TestInterval:
    """Validity is half-open: not in force on the end date."""

    @pytest.mark.parametrize(
        ("start", "end", "on", "truth"),
        [
            ("2021-01-19", "2021-02-16", "2021-01-18", Truth.NO),
            ("2021-01-19", "2021-02-16", "2021-01-19", Truth.YES),
            ("2021-01-19", "2021-02-16", "2021-02-15", Truth.YES),
            ("2021-01-19", "2021-02-16", "2021-02-16", Truth.NO),
            (None, "2021-02-16", "1900-01-01", Truth.YES),
            ("2021-01-19", None, "2999-01-01", Truth.YES),
            (None, None, "2021-01-01", Truth.YES),
            ("2021-01", None, "2021-01-10", Truth.MAYBE),
            ("2021-01", "2021-01", "2021-01-10", Truth.MAYBE),
            (None, "2021-02", "2021-02-10", Truth.MAYBE),
            (None, "2021-02", "2021-02-28", Truth.NO),
            ("2021-01-19", "2021-01-19", "2021-01-19", Truth.NO),
        ],
    )
    def test_holds(self, start: str | None, end: str | None, on: str, truth: Truth) -> None:
        """The start belongs to it and the end does not; a coarse bound leaves it open."""
        assert Interval(known(start), known(end)).holds(day(on)) is truth

    def test_prints_both_bounds(self) -> None:
        """An open side is shown as open."""
        assert str(Interval(known("2021-01"), None)) == "[2021-01, ..)"
        assert str(Interval(None, known("2021-02-16"))) == "[.., 2021-02-16)"


class TestSpan:
    """The closed range of days that an EDTF expression describes."""

    @pytest.mark.parametrize(
        ("edtf", "first", "last", "approximate"),
        [
            ("2025-11-24", "2025-11-24", "2025-11-24", False),
            ("2025-11", "2025-11-01", "2025-11-30", False),
            ("1964~", "1964-01-01", "1964-12-31", True),
            ("1964-03?", "1964-03-01", "1964-03-31", True),
            ("1964%", "1964-01-01", "1964-12-31", True),
            ("1951/1953", "1951-01-01", "1953-12-31", False),
            ("1951~/1953-05", "1951-01-01", "1953-05-31", True),
            ("../2021-07-07", None, "2021-07-07", False),
            ("/2021-07-07", None, "2021-07-07", False),
            ("2021-07-07/..", "2021-07-07", None, False),
            ("2021-07-07/", "2021-07-07", None, False),
            (" 2025 ", "2025-01-01", "2025-12-31", False),
            ("2025-01-01/2025-01-01", "2025-01-01", "2025-01-01", False),
        ],
    )
    def test_reads_the_forms_that_sources_use(
        self, edtf: str, first: str | None, last: str | None, approximate: bool
    ) -> None:
        """Dates, approximate ones, ranges, and ranges that are open on a side."""
        low, high = (None if d is None else day(d) for d in (first, last))
        assert Span.parse(edtf) == Span(low, high, approximate)

    @pytest.mark.parametrize(
        "edtf", ["XXXX-11-24", "2021/2020", "soon", "2025-02-30", "2020/2021/2022", "x~"]
    )
    def test_refuses_what_it_cannot_place(self, edtf: str) -> None:
        """Symbolic dates, ranges that run backwards, and plain words."""
        with pytest.raises(InvalidInput):
            Span.parse(edtf)

    @pytest.mark.parametrize("edtf", ["", "  ", "..", "~"])
    def test_what_says_nothing_is_no_span(self, edtf: str) -> None:
        """An expression without any date is not "at any time"."""
        with pytest.raises(InvalidInput):
            Span.parse(edtf)

    @pytest.mark.parametrize(
        ("edtf", "on", "truth"),
        [
            ("../2021-07-07", "2021-07-06", Truth.MAYBE),
            ("../2021-07-07", "2021-07-07", Truth.YES),
            ("2021-07-07/..", "2021-07-06", Truth.NO),
            ("2021-07-07/..", "2999-01-01", Truth.MAYBE),
            ("1951/1953", "1950-12-31", Truth.NO),
            ("1951/1953", "1952-01-01", Truth.MAYBE),
            ("1951/1953", "1953-12-31", Truth.YES),
        ],
    )
    def test_reached(self, edtf: str, on: str, truth: Truth) -> None:
        """What happened within a range has surely happened by its end, if it has one."""
        assert Span.parse(edtf).reached(day(on)) is truth

    @pytest.mark.parametrize(
        ("edtf", "is_bound"),
        [("../2021", True), ("2021/..", True), ("2021", False), ("2020/2021", False)],
    )
    def test_is_bound(self, edtf: str, is_bound: bool) -> None:
        """A bound only says "no later than" or "no earlier than"."""
        assert Span.parse(edtf).is_bound is is_bound

    @pytest.mark.parametrize(
        ("edtf", "text"),
        [
            ("2025-11-24", "2025-11-24"),
            ("2025-11", "2025-11-01/2025-11-30"),
            ("../2021-07-07", "../2021-07-07"),
            ("2021-07-07/..", "2021-07-07/.."),
        ],
    )
    def test_prints_its_days(self, edtf: str, text: str) -> None:
        """A span shows its first and last day, or the one day that it is."""
        assert str(Span.parse(edtf)) == text

    def test_of_a_partial_date(self) -> None:
        """The span of a partial date is the days it can be."""
        assert Span.of(PartialDate(2025, 2)) == Span(day("2025-02-01"), day("2025-02-28"))


class TestDatesOfSources:
    """What a source writes is a date, a range, or nothing that can be used."""

    @pytest.mark.parametrize(
        ("edtf", "expected"),
        [
            ("2025-11-24", "2025-11-24"),
            ("2025-11", "2025-11"),
            ("2025-11-17T02:08:21", "2025-11-17"),
            ("1964~", None),
            ("1951/1953", None),
            ("XXXX-11-24", None),
            ("", None),
            (None, None),
        ],
    )
    def test_resolved_names_exactly_one_date(self, edtf: str | None, expected: str | None) -> None:
        """Only an expression that names one date, of any precision, is resolved."""
        assert resolved(edtf) == known(expected)

    @pytest.mark.parametrize("edtf", [None, "", "XXXX-11-24", "soon", "2021/2020"])
    def test_no_span_of_what_cannot_be_placed(self, edtf: str | None) -> None:
        """What is absent or symbolic gives no span, and no error."""
        assert span_of(edtf) is None

    def test_span_of_a_range(self) -> None:
        """A range gives its span."""
        assert span_of("1951/1953") == Span(day("1951-01-01"), day("1953-12-31"))

    def test_a_day_is_known_at_its_end(self) -> None:
        """A source dated by day alone counts as known at the last instant of it, UTC."""
        known_at = end_of_day(day("2025-11-16"))
        assert known_at == datetime(2025, 11, 16, 23, 59, 59, 999999, tzinfo=UTC)
        assert known_at < datetime(2025, 11, 17, tzinfo=UTC)
