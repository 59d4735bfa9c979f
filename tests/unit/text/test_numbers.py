"""Numbers in names."""

import pytest

from interdict.text.numbers import joined_number, number_of, number_spellings


@pytest.mark.parametrize(
    ("tens", "unit", "number"),
    [
        ("forty", "four", "44"),
        ("forty", "4", "44"),
        ("veinte", "primero", "21"),
        ("ninety", "first", "91"),
        ("40", "4", ""),
        ("forty", "ten", ""),
        ("four", "four", ""),
        ("forty", "0", ""),
        ("forty", "thieves", ""),
    ],
)
def test_tens_and_units_make_one_number(tens: str, unit: str, number: str) -> None:
    """Words, or a word and a digit; two numbers in digits stay two."""
    assert joined_number(tens, unit) == number


def test_spellings_of_a_number_name_each_other() -> None:
    """In digits, words and Roman numerals, ordinals at a higher cost."""
    assert number_of("007") == number_of("seven") == number_of("vii") == "7"
    costs = number_spellings("seven")
    assert costs["7"] < costs["seventh"]
    assert number_spellings("kasuri") == {}
