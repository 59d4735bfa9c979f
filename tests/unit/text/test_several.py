"""Several names in one field."""

import pytest

from interdict.text.several import names_within, without_own_abbreviation


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Artavil/Northern Front", ("Artavil", "Northern Front")),
        ("Artavil / Dunarea", ("Artavil", "Dunarea")),
        ("Artavil a.k.a. Dunarea", ("Artavil", "Dunarea")),
        ("Artavil Ltd, formerly known as Dunarea Ltd", ("Artavil Ltd", "Dunarea Ltd")),
        ("Artavil (f/k/a Dunarea)", ("Artavil", "Dunarea")),
        ("Alina Holm née Vaskelis", ("Alina Holm", "Vaskelis")),
    ],
)
def test_each_name_counts(text: str, names: tuple[str, ...]) -> None:
    """Whichever sign or words stand between them."""
    assert names_within(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Artavil",
        "M/V Artavil",
        "Artavil A/S",
        "c/o Artavil",
        "Artavil Import/Export",
        "Alias Holm",
        "Ali Asad",
    ],
)
def test_one_name_is_one(text: str) -> None:
    """Abbreviations with a stroke, words of business, names that resemble the links."""
    assert names_within(text) == ()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Artavil Dunarea Holding (ADH)", "Artavil Dunarea Holding"),
        ("Artavil Trade Co. (ATCO) Limited", "Artavil Trade Co. Limited"),
        ("Artavil (USA) Inc.", "Artavil (USA) Inc."),
        ("Artavil Sweden (Sweden) AB", "Artavil Sweden (Sweden) AB"),
        ("Artavil (Dunarea)", "Artavil (Dunarea)"),
        ("Artavil", "Artavil"),
    ],
)
def test_what_is_short_for_the_name_itself_is_left_away(text: str, bare: str) -> None:
    """A country tells firms of one group apart."""
    assert without_own_abbreviation(text) == bare
