"""The regimes' ownership rules, put together by authority and turned into measures of a day."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.errors import NotFound
from interdict.ownership.rule import Authority, Counting, Measure, authorities, chosen
from interdict.regimes.catalog import load_regimes


@pytest.fixture(scope="module")
def known() -> dict[str, Authority]:
    """The authorities of the package's regimes, by key."""
    return {authority.key: authority for authority in authorities(load_regimes())}


def test_programmes_of_one_authority_stand_together(known: dict[str, Authority]) -> None:
    """Stakes under different programmes add up; what does not block stands apart."""
    assert {"US-SDGT", "US-RUSSIA", "US-SDNTK"} <= set(known["US"].programmes)
    assert "US-FTO" not in known["US"].programmes, "its statute has banks retain, it blocks nobody"
    assert known["US-SSI"].programmes == ("US-SSI",)
    assert not known["US-SSI"].blocks
    assert list(known)[:3] == ["EU", "UK", "US"]


@pytest.mark.parametrize(
    ("key", "day", "inclusive", "counting", "control"),
    [
        ("US", date(2014, 8, 13), True, Counting.ALL_LISTED, False),
        ("EU", date(2024, 7, 2), False, Counting.ALL_LISTED, True),
        ("EU", date(2024, 7, 3), True, Counting.ALL_LISTED, True),
        ("UK", date(2024, 7, 3), False, Counting.UNSETTLED, True),
    ],
)
def test_a_rule_is_measured_as_it_was_on_the_day(
    known: dict[str, Authority],
    key: str,
    day: date,
    inclusive: bool,
    counting: Counting,
    control: bool,
) -> None:
    """Half or more, or more than half; together, or whoever holds most."""
    assert known[key].measure_on(day) == Measure(key, 500_000, inclusive, counting, control)


def test_before_its_first_day_there_is_no_rule(known: dict[str, Authority]) -> None:
    """What held before the guidance of 2014 is not known here."""
    assert known["US"].measure_on(date(2014, 8, 12)) is None


def test_rules_are_chosen_by_key(known: dict[str, Authority]) -> None:
    """All that block, or the one that is named."""
    assert [a.key for a in chosen(known.values(), None)] == ["EU", "UK", "US"]
    assert [a.key for a in chosen(known.values(), "us-ssi")] == ["US-SSI"]
    with pytest.raises(NotFound, match="EU, UK, US, US-SSI"):
        chosen(known.values(), "FR")


def test_a_threshold_lies_within_the_whole() -> None:
    """Zero would block everybody."""
    with pytest.raises(ValueError, match="between"):
        Measure("T", 0, True, Counting.ALL_LISTED, False)
