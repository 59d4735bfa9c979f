"""Money and counts as intervals."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interdict.claims.amounts import find_amounts
from interdict.claims.number_words import parse_number, parse_ordinal
from interdict.model.claim import Quantity


def only(text: str) -> tuple[str, Quantity]:
    (found,) = find_amounts(text)
    return text[found.start : found.end], found.quantity


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit", "qualifier"),
    [
        ("a fine of $12m was paid", "$12m", 12e6, 12e6, "USD", "exact"),
        ("a fine of $1.5 billion", "$1.5 billion", 1.5e9, 1.5e9, "USD", "exact"),
        ("US$300,000 in cash", "US$300,000", 3e5, 3e5, "USD", "exact"),
        ("a reward of up to $7 million", "up to $7 million", 0, 7e6, "USD", "at_most"),
        ("worth (£2.4m)", "£2.4m", 2.4e6, 2.4e6, "GBP", "exact"),
        ("some EUR 40,000", "some EUR 40,000", 36e3, 44e3, "EUR", "about"),
        ("three million euros", "three million euros", 3e6, 3e6, "EUR", "exact"),
        ("more than 500 dollars", "more than 500 dollars", 500, None, "USD", "more_than"),
    ],
)
def test_money(
    text: str, span: str, low: float, high: float | None, unit: str, qualifier: str
) -> None:
    """Signs, codes and names of currencies; short and long scales; qualifiers."""
    found, quantity = only(text)
    assert found == span
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)
    assert quantity.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit", "qualifier"),
    [
        ("at least 45 villagers died", "at least 45 villagers", 45, None, "villagers", "at_least"),
        ("about 60 men fled", "about 60 men", 54, 66, "men", "about"),
        ("about 5 men fled", "about 5 men", 4, 6, "men", "about"),
        (
            "approximately 12,000 armed fighters in the hills",
            "approximately 12,000 armed fighters", 10800, 13200, "fighters", "about",
        ),
        ("nearly 200 ships", "nearly 200 ships", 180, 200, "ships", "about"),
        ("more than 30 lethal air raids on", "more than 30 lethal air raids", 30, None, "raids",
         "more_than"),
        ("fewer than 40 members", "fewer than 40 members", 0, 40, "members", "at_most"),
        ("as many as 90 hostages", "as many as 90 hostages", 0, 90, "hostages", "at_most"),
        ("twenty-one boats sank", "twenty-one boats", 21, 21, "boats", "exact"),
        ("two of the ships", "two of the ships", 2, 2, "ships", "exact"),
        ("at least one of its ships", "at least one of its ships", 1, None, "ships", "at_least"),
        ("dozens of gunmen", "dozens of gunmen", 24, None, "gunmen", "vague"),
        ("a handful of other bands", "a handful of other bands", 3, 6, "bands", "vague"),
        ("40 or more hostages", "40 or more hostages", 40, None, "hostages", "at_least"),
        ("between 5 and 9 boats", "between 5 and 9 boats", 5, 9, "boats", "about"),
        ("10-12 trucks", "10-12 trucks", 10, 12, "trucks", "about"),
        ("12 arms dealers", "12 arms dealers", 12, 12, "dealers", "exact"),
        ("12 Americans left", "12 Americans", 12, 12, "Americans", "exact"),
        ("half a dozen firms", "half a dozen firms", 5, 7, "firms", "about"),
        ("at least 45 were killed", "at least 45", 45, None, "", "at_least"),
        ("killing 12 and losing one", "12", 12, 12, "", "exact"),
        ("about 2000 fighters", "about 2000 fighters", 1800, 2200, "fighters", "about"),
    ],
)  # fmt: skip
def test_counts(
    text: str, span: str, low: float, high: float | None, unit: str, qualifier: str
) -> None:
    """The counted noun is the unit; the interval follows the policy of its qualifier."""
    found, quantity = only(text)
    assert found == span
    assert (quantity.low, quantity.high) == (
        pytest.approx(low),
        None if high is None else pytest.approx(high),
    )
    assert (quantity.unit, quantity.qualifier) == (unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("the 17th known raid against a convoy", 17, "raid"),
        ("its third attack came at dawn", 3, "attack"),
        ("the twenty-second such seizure this month", 22, "seizure"),
    ],
)
def test_an_ordinal_says_that_there_are_at_least_so_many(text: str, low: int, unit: str) -> None:
    """The 17th raid makes 17 or more, and the claim stays recognisable as an ordinal."""
    (found,) = find_amounts(text)
    assert found.ordinal
    assert (found.quantity.low, found.quantity.high, found.quantity.unit) == (low, None, unit)
    assert found.quantity.qualifier == "ordinal"


@pytest.mark.parametrize(
    "text",
    [
        "on 24 November 2020 and May 5",
        "in 2020 charges were filed",
        "under E.O. 13224, section 219 and 8 U.S.C. 1189",
        "a 45-year-old man, aged 45 years",
        "Unit 8200 officers flew Boeing 737 planes",
        "lawmakers have seven days and three weeks",
        "the 101st Airborne, the 21st century, a third party",
        "one of them, the first time",
        "at 10:30 a.m. on the 5th of May",
        "the 1990s wars",
        "Resolutions 1267 and 1989",
        "No. 12 and page 40",
        "one in five people",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    """Dates, durations, ages, laws, names and ranks give nothing."""
    assert find_amounts(text) == []


def test_two_amounts_stand_side_by_side() -> None:
    """Each number takes its own qualifier, and spans do not overlap."""
    text = "It paid $5m (about £4m) for at least 20 boats and 300 rifles."
    found = find_amounts(text)
    assert [text[a.start : a.end] for a in found] == [
        "$5m",
        "about £4m",
        "at least 20 boats",
        "300 rifles",
    ]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_numbers_in_words_and_ordinals_are_parsed() -> None:
    """Words, digits and scales combine; other words are no numbers."""
    assert parse_number("two hundred and fifty-one") == 251
    assert parse_number("a dozen") == 12
    assert parse_number("37.2m") == pytest.approx(37.2e6)
    assert parse_number("one million two hundred thousand") == 1_200_000
    assert parse_number("few") is None
    assert parse_ordinal("21st") == 21
    assert parse_ordinal("forty-third") == 43
    assert parse_ordinal("worst") is None


@pytest.mark.parametrize(
    "text",
    ["1," * 10_000, "$" * 10_000, "one " * 5_000, "9" * 20_000, "at least " * 3_000 + "5 boats"],
)
def test_degenerate_text_is_read(text: str) -> None:
    """Long repetitions end, with spans inside the text."""
    assert all(0 <= a.start < a.end <= len(text) for a in find_amounts(text))


def test_a_toll_in_words_needs_no_noun() -> None:
    """ "Puts the toll at “dozens”" is a vague number of dead; "saw dozens" is none."""
    (found,) = find_amounts("The government puts the toll at “dozens”.")
    assert (found.quantity.low, found.quantity.qualifier) == (24, "vague")
    assert find_amounts("The government saw dozens.") == []
