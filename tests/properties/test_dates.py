"""Dates against an oracle that goes through every day one by one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.model.dates import Interval, Order, PartialDate, Span, Truth, resolved, span_of

FIRST, LAST = date(2019, 12, 30), date(2022, 1, 2)
"""Three years with a leap day and both their ends: every date drawn lies well inside."""

DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
DAY = st.dates(FIRST, LAST)
PARTIAL = st.one_of(
    st.builds(PartialDate, st.just(2021) | st.just(2020)),
    st.builds(PartialDate, st.sampled_from([2020, 2021]), st.integers(1, 12)),
    st.dates(date(2020, 1, 1), date(2021, 12, 31)).map(PartialDate.of),
)
OPEN = st.none() | PARTIAL
MANY = settings(max_examples=150, deadline=None)


@cache
def days_of(partial: PartialDate) -> list[date]:
    """All days whose text begins as the partial date does."""
    return [day for day in DAYS if day.isoformat().startswith(str(partial))]


def days_between(low: date | None, high: date | None) -> set[date]:
    return {d for d in DAYS if (low is None or d >= low) and (high is None or d <= high)}


def truth(outcomes: set[bool]) -> Truth:
    """What can be said where each of several outcomes is possible."""
    if outcomes == {True}:
        return Truth.YES
    return Truth.NO if outcomes == {False} else Truth.MAYBE


@MANY
@given(PARTIAL)
def test_text_and_days_say_the_same(partial: PartialDate) -> None:
    """Reading what was printed gives it back; its ends are those of the days it names."""
    days = days_of(partial)
    assert PartialDate.parse(str(partial)) == partial == resolved(str(partial))
    assert (partial.first, partial.last) == (days[0], days[-1])
    assert partial.is_day is (len(days) == 1)
    assert span_of(str(partial)) == Span.of(partial)


@MANY
@given(PARTIAL, PARTIAL)
def test_order(left: PartialDate, right: PartialDate) -> None:
    """Before or after only if every day of one is before or after every day of the other."""
    here, there = days_of(left), days_of(right)
    expected = Order.WITHIN
    if max(here) < min(there):
        expected = Order.BEFORE
    elif max(there) < min(here):
        expected = Order.AFTER
    assert left.compare(right) is expected
    mirrored = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE, Order.WITHIN: Order.WITHIN}
    assert right.compare(left) is mirrored[left.compare(right)]
    assert left.contains(right) is (set(days_of(right)) <= set(days_of(left)))


@MANY
@given(PARTIAL, DAY)
def test_reached(partial: PartialDate, on: date) -> None:
    """Whether a date has come is certain only if it is so whichever day it was."""
    expected = truth({day <= on for day in days_of(partial)})
    assert partial.reached(on) is expected
    assert Span.of(partial).reached(on) is expected


@MANY
@given(OPEN, OPEN, DAY)
def test_an_interval_is_half_open(
    start: PartialDate | None, end: PartialDate | None, on: date
) -> None:
    """A day lies inside if the start has come and the end has not, for every reading of both."""
    starts: list[date] = [date.min] if start is None else days_of(start)
    ends: list[date] = [date.max] if end is None else days_of(end)
    outcomes = {s <= on < e for s in (starts[0], starts[-1], _near(starts, on)) for e in ends}
    assert Interval(start, end).holds(on) is truth(outcomes)


def _near(days: list[date], on: date) -> date:
    return min(days, key=lambda day: abs(day - on))


@MANY
@given(OPEN, OPEN, OPEN, OPEN, DAY)
def test_spans(  # two spans by their ends, and a day
    a: PartialDate | None,
    b: PartialDate | None,
    c: PartialDate | None,
    d: PartialDate | None,
    on: date,
) -> None:
    """Overlap and containment are those of the sets of days; open sides reach beyond any day."""
    left, right = _span(a, b), _span(c, d)
    mine, other = (days_between(span.first, span.last) for span in (left, right))
    assert left.overlaps(right) is right.overlaps(left) is bool(mine & other)
    # A side that is open reaches further than the days gone through here.
    reaches = (left.first is None or right.first is not None) and (
        left.last is None or right.last is not None
    )
    assert left.contains(right) is (reaches and other <= mine)
    assert left.is_bound is (left.first is None or left.last is None)
    reached = truth(
        {False for _ in [0] if left.last is None}
        | {True for _ in [0] if left.first is None}
        | {day <= on for day in mine}
    )
    assert left.reached(on) is reached


def _span(low: PartialDate | None, high: PartialDate | None) -> Span:
    """A span by its ends, swapped if it would run backwards; read from its EDTF text."""
    if low is not None and high is not None and low.first > high.last:
        low, high = high, low
    if low is None and high is None:
        return Span(None, None)
    return Span.parse(f"{low or '..'}/{high or '..'}")


@MANY
@given(st.text(alphabet="0123456789-/.~?TX ", max_size=14))
def test_any_text_is_a_span_or_none(text: str) -> None:
    """Nothing that a source writes breaks the reading of dates; what is read prints and reads."""
    span = span_of(text)
    if span is not None and (span.first or span.last):
        again = Span.parse(str(span))
        assert (again.first, again.last) == (span.first, span.last)
    whole = resolved(text)
    assert whole is None or PartialDate.parse(str(whole)) == whole
