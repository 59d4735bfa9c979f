"""Rules over typed values: symmetrical, and blind to what a question is about."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.model.claim import Quantity, Stance
from interdict.model.dates import span_of
from interdict.reconcile.relations import (
    Affair,
    Bound,
    Called,
    Day,
    Figure,
    Option,
    Parts,
    Relation,
    Term,
    Value,
    Wording,
    compare,
    relation_across,
    relation_between,
)


def day(text: str) -> Day:
    return Day(text, span_of(text))


def count(
    low: float | None, high: float | None, on: str | None = None, how: str = "exact"
) -> Figure:
    return Figure(Quantity(low, high, "people", how, low), span_of(on))


def offer(low: float, high: float, stated: float, how: str) -> Figure:
    return Figure(Quantity(low, high, "EUR", how, stated), capped=True)


def words(*given: str, many: bool = False) -> Wording:
    return Wording(frozenset(given), many)


R = Relation
PAIRS: list[tuple[Value, Value, Relation]] = [
    (day("2031-05-02"), day("2031-05-02"), R.AGREE),
    (day("2031-05"), day("2031-05-02"), R.REFINES),
    (day("2031-04/2031-05"), day("2031-05/2031-06"), R.COMPATIBLE),
    (day("2031-05-02"), day("2031-05-03"), R.CONFLICT),
    (day("XXXX-05-02"), day("2031-05-02"), R.OPEN),
    (count(27, 33), count(31, None), R.COMPATIBLE),
    (count(31, None), count(31, None), R.AGREE),
    (count(31, None), count(40, None), R.REFINES),
    (count(12, 12), count(14, 14), R.CONFLICT),
    (count(12, 12, "../2031-05-02"), count(14, 14, "../2031-05-09"), R.SERIES),
    (count(12, 12, "../2031-05-09"), count(14, 14, "../2031-05-02"), R.REGRESSION),
    (count(12, 12, "../2031-05-02"), count(14, 14, "../2031-05-02"), R.CONFLICT),
    (count(7, None, how="more_than"), count(7, 7), R.CONFLICT),
    (offer(0, 9, 9, "at_most"), offer(9, 9, 9, "exact"), R.AGREE),
    (offer(0, 9, 9, "at_most"), offer(5, 5, 5, "exact"), R.REFINES),
    (Term("RU"), Term("RU-INTERIOR"), R.REFINES),
    (Term(""), Term("RU-INTERIOR"), R.REFINES),
    (Term("RU-JUSTICE"), Term("RU-INTERIOR"), R.CONFLICT),
    (Term("RUR"), Term("RU"), R.CONFLICT),
    (words("arrest"), words("arrest", "conviction"), R.SOFT),
    (words("arrest"), words("arrest"), R.AGREE),
    (words("north", many=True), words("south", many=True), R.COMPATIBLE),
    (Called(frozenset({"president"})), Called(frozenset({"dictator"})), R.LABEL),
    (Affair(True), Affair(False), R.CONFLICT),
    (Affair(True), Affair(True, Stance.UNVERIFIED), R.SOFT),
    (Affair(False, words=frozenset({"a"})), Affair(False, words=frozenset({"b"})), R.COMPATIBLE),
    (Option("offered", frozenset({"raised"})), Option("raised"), R.COMPATIBLE),
    (Option("offered"), Option("raised"), R.CONFLICT),
    (Parts((day("2031-05-02"), None)), Parts((day("2031-05"), None)), R.REFINES),
    (Parts((day("2031-05-02"), None)), Parts((day("2031-05"), count(3, 3))), R.COMPATIBLE),
    (Parts((day("2031-05-02"), count(3, 3))), Parts((day("2031-05"), None)), R.COMPATIBLE),
    (Parts((None, count(3, 3))), Parts((day("2031-05"), None)), R.COMPATIBLE),
    (Parts((day("2031-05-02"), count(3, 3))), Parts((day("2031-05-04"), None)), R.CONFLICT),
    (Bound(Quantity(7, None, "days", "at_least", 7)), count(8, 8), R.COMPATIBLE),
    (Bound(Quantity(9, None, "days", "at_least", 9)), count(8, 8), R.CONFLICT),
    (Term("RU"), day("2031"), R.COMPATIBLE),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_a_pair_of_values(left: Value, right: Value, relation: Relation) -> None:
    """The same whichever comes first."""
    assert compare(left, right) is relation
    assert compare(right, left) is relation


VALUES = st.sampled_from([value for pair in PAIRS for value in pair[:2]])


@given(st.lists(VALUES, max_size=6))
def test_several_values_stand_as_the_pair_that_agrees_least(values: list[Value]) -> None:
    """Against every pair; order and repetition change nothing."""
    order = list(Relation)
    pairs = [compare(a, b) for a, b in product(values, repeat=2) if a != b]
    expected = max(pairs, key=order.index, default=Relation.AGREE)
    assert relation_between(values) is expected
    assert relation_between([*reversed(values), *values]) is expected


@given(VALUES)
def test_a_value_agrees_with_itself(value: Value) -> None:
    """Unless it cannot be placed at all."""
    open_day = isinstance(value, Day) and value.span is None
    assert compare(value, value) is (Relation.OPEN if open_day else Relation.AGREE)


def test_a_document_is_taken_by_its_most_exact_word() -> None:
    """ "This month" and then the day is the day; another document's month still refines."""
    month, exact = day("2031-05"), day("2031-05-02")
    assert relation_across([("a", month), ("a", exact), ("b", exact)]) is Relation.AGREE
    assert relation_across([("a", exact), ("b", month)]) is Relation.REFINES
    assert relation_across([("a", Term("RU")), ("a", Term("RU-X")), ("b", Term("RU-X"))]) is R.AGREE
    assert relation_across([("a", exact), ("a", day("2031-05-03"))]) is Relation.CONFLICT
