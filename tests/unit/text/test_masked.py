"""Names whose letters hide behind other signs."""

import pytest

from interdict.text.masked import unmasked


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("$amir H@lvorsen", "samir Halvorsen"),
        ("Te!dor", "Teidor"),
        ("T*odor Vaskelis", "Tqodor Vaskelis"),
        ("Karrrrim", "Karim"),
        ("V a s k e l i s", "Vaskelis"),
        ("K a r i m   H o l m", "Karim Holm"),
        ("mloH miraK", "Karim Holm"),
        ("V4s1l Karim", "vasil Karim"),
    ],
)
def test_letters_come_into_the_open(text: str, plain: str) -> None:
    """Signs, digits, repetitions, spaces, another direction."""
    assert unmasked(text, person=True) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Karim Holm",
        "karim.holm@artavil.example",
        "J. R. R. Holm",
        "Henry VIII Holm",
        "Artavil III",
        "OOO Artavil",
        "www.artavil.example",
        "Аліна Холм",
        "",
    ],
)
def test_other_names_stay(text: str) -> None:
    """Addresses, initials, numerals."""
    assert unmasked(text, person=True) == text


def test_digits_of_firms_are_digits() -> None:
    """Firms have numbers."""
    assert unmasked("Artavil 4you", person=False) == "Artavil 4you"
