"""Counts that hold names, figures without a noun, and currencies that countries share."""

from __future__ import annotations

import pytest

from interdict.claims.amounts import find_amounts
from interdict.claims.currencies import currency
from interdict.claims.mention import Mention
from interdict.claims.whole_counts import with_whole_counts


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("it killed 241 U.S. service members", "241 U.S. service members", "members"),
        ("holding dozens of UN and aid workers", "dozens of UN and aid workers", "workers"),
        ("Dozens died in the market", "Dozens", ""),
        ("the junta admits to 3,117", "3,117", ""),
        ("wounding another 40", "40", ""),
    ],
)
def test_counts_with_names_and_without_nouns(text: str, span: str, unit: str) -> None:
    """The head noun stands behind what describes it, or is left out beside words of tolls."""
    (found,) = find_amounts(text)
    assert text[found.start : found.end].endswith(span)
    assert found.quantity.unit == unit


def test_a_year_behind_a_verb_of_counting_is_none() -> None:
    """ "Confirmed 2019 as the start" counts nothing."""
    assert find_amounts("the junta confirmed 2019 as the start") == []


def test_a_name_inside_a_count_is_part_of_it() -> None:
    """The authority in "241 U.S. service members" does nothing; the one beside it stays."""
    count = Mention("COUNT", 10, 34, "members")
    inside = Mention("AUTHORITY", 14, 18, "US")
    beside = Mention("AUTHORITY", 40, 44, "GB")
    assert with_whole_counts([inside, beside, count]) == [beside, count]
    assert with_whole_counts([inside, beside]) == [inside, beside]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("rupees", "Police in Karachi, Pakistan, ...", "PKR"),
        ("rupees", "An agency of India, ...", "INR"),
        ("pesos", "El Gobierno de Colombia ofrece ...", "COP"),
        ("pesos", "México y los mexicanos ...", "MXN"),
        ("dollars", "", "USD"),
        ("EUR", "", "EUR"),
        ("doubloons", "", None),
    ],
)
def test_a_shared_currency_is_of_the_country_told_of(
    name: str, text: str, code: str | None
) -> None:
    """Rupees and pesos are of the country that the document names most."""
    assert currency(name, text) == code
