"""Which names of two parties are held against each other, and how they are read."""

import pytest

from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE
from interdict.matching.compare import compare

ALERT = DEFAULT_THRESHOLD / FULL_SCORE


def score(left: str, right: str, schema: str = "Person") -> float:
    """Of two names alone."""
    return compare(
        {"schema": schema, "properties": {"name": [left]}},
        {"schema": schema, "properties": {"name": [right]}},
    )


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Samir bin Halvor", "Samir bin Karim ibn Yunus ibn Halvor"),
        ("Teodor Vaskelis", "Teodor Karimovich Vaskelis"),
        ("Yusef Al-Halwani", "Yusuf Karim Hasan Al-Halwani"),
    ],
)
def test_names_between_the_first_and_the_last_may_be_left_away(short: str, full: str) -> None:
    """Fathers' names above all, on either side."""
    assert score(short, full) >= ALERT
    assert score(full, short) >= ALERT


def test_names_that_cost_more_the_more_of_them_are_left_away() -> None:
    """Nothing is as good as the whole name."""
    whole = score("Teodor Karim Vaskelis", "Teodor Karim Vaskelis")
    one = score("Teodor Vaskelis", "Teodor Karim Vaskelis")
    two = score("Teodor Vaskelis", "Teodor Karim Lukas Vaskelis")
    assert two < one < whole


def test_a_syllable_is_no_middle_name() -> None:
    """Kim Yong Ho is not Kim Ho."""
    assert score("Jang Ho", "Jang Yong Ho") < score("Janis Holmar", "Janis Yonas Holmar")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Vaskelis Teodor", "Teodor Karim Holm"), ("Teodor Holm", "Lukas Teodor Holm")],
)
def test_other_ends_are_no_middle_names(left: str, right: str) -> None:
    """The first and the last word have to stand for each other."""
    assert score(left, right) < 0.85


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Teodor silek", "Teodor Keils"),
        ("Teodor sileksav", "Teodor Vaskelis"),
        ("silevaskA rodoeT", "Teodor Aksavelis"),
        ("T€od0r V@sk*lis", "Teodor Vaskelis"),
        ("V a s k e l i s", "Vaskelis"),
        ("Prime Minister Teodor Vaskelis", "Teodor Vaskelis"),
        ("His Excellency Teodor Vaskelis", "Teodor Vaskelis"),
        ("Teodor Vaskelis III", "Teodor Vaskelis"),
        ("Barry Vaskelis", "Barrington Vaskelis"),
    ],
)
def test_hidden_letters_offices_and_pet_forms_are_read(left: str, right: str) -> None:
    """As people read them."""
    assert score(left, right) >= ALERT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Salim Vaskelis", "Islam Vaskelis"),
        ("Barry Vaskelis", "Lawrence Vaskelis"),
        ("Teodor Vas", "Teodor Vaskelis"),
    ],
)
def test_two_names_in_use_stay_two(left: str, right: str) -> None:
    """Names of the same letters, names that begin otherwise, a family name cut short."""
    assert score(left, right) < ALERT


def test_an_office_that_is_the_name_stays_the_name() -> None:
    """Emir Holm is called Emir."""
    assert score("Emir Holm", "Emir Holm") >= 0.9
    assert score("Emir Holm", "Lukas Holm") < ALERT


def test_one_of_two_names_in_a_field_is_enough() -> None:
    """It costs a little."""
    both = score("Artavil/Northern Front", "Artavil/Northern Front", "Organization")
    one = score("Artavil", "Artavil/Northern Front", "Organization")
    assert ALERT <= one < both


def test_the_best_pair_counts_with_its_doubts() -> None:
    """An alias of the same legal form outweighs a name of another."""
    left = {"schema": "Company", "properties": {"name": ["Artavil GmbH"]}}
    right = {"schema": "Company", "properties": {"name": ["Artavil AG"], "alias": ["Artavil GmbH"]}}
    assert compare(left, right) >= 0.9


def test_a_weak_alias_that_agrees_supports_another_name() -> None:
    """As in a search."""
    left = {"schema": "Person", "properties": {"name": ["Teodor Vaskelis", "Tedo"]}}
    right = {"schema": "Person", "properties": {"name": ["Teodor Vaskelis"], "weakAlias": ["Tedo"]}}
    alone = {"schema": "Person", "properties": {"name": ["Teodor Vaskelis"]}}
    assert compare(left, right) > compare(left, alone)
