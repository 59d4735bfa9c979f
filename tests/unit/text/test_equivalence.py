"""Words that may stand for others."""

import pytest

from interdict.text.equivalence import SPELLING_COST, TRANSLATION_COST, equivalents
from interdict.text.numbers import ORDINAL_COST, SAME_COST, number_of, number_spellings


@pytest.mark.parametrize(
    ("token", "other", "cost"),
    [
        ("front", "jabhat", TRANSLATION_COST),
        ("partido", "hizb", TRANSLATION_COST),
        ("defense", "defence", SPELLING_COST),
        ("three", "3", SAME_COST),
        ("three", "tercero", ORDINAL_COST),
        ("pepe", "jose", 25),
        ("chan", "chen", 25),
    ],
)
def test_each_table_is_reached(token: str, other: str, cost: int) -> None:
    """With the cost of its table."""
    assert dict(equivalents(token))[other] == cost


def test_the_cheapest_come_first_and_never_the_word_itself() -> None:
    """Ties by alphabet, so that answers repeat."""
    found = equivalents("jose")
    assert list(found) == sorted(found, key=lambda item: (item[1], item[0]))
    assert "jose" not in dict(found)
    assert equivalents("brandyuk") == ()


def test_numbers() -> None:
    """Digits, words, ordinals and Roman numerals; `xi` is a family name."""
    assert [number_of(word) for word in ("007", "seven", "vii", "seventh", "xi", "of")] == [
        "7",
        "7",
        "7",
        "7",
        "",
        "",
    ]
    assert "4" not in number_spellings("seven") and number_spellings("of") == {}
