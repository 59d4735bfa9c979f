"""Two parties against each other, without a list."""

from typing import Any

import pytest

from interdict.matching.compare import compare


def party(schema: str, **properties: str) -> dict[str, Any]:
    """A FollowTheMoney dictionary."""
    return {"schema": schema, "properties": {key: [value] for key, value in properties.items()}}


def named(left: str, right: str, schema: str = "Person") -> float:
    """The score of two names."""
    return compare(party(schema, name=left), party(schema, name=right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("김영호", "Kim Young Ho"),
        ("Choe Yong Ho", "최영호"),
        ("테오도르 바스켈리스", "Teodor Vaskelis"),
    ],
)
def test_each_reading_of_a_name_counts_on_either_side(left: str, right: str) -> None:
    """Whichever of the two is in another script."""
    assert named(left, right) >= 0.72
    assert named(right, left) >= 0.72


def test_given_and_family_name_that_have_changed_places_are_a_doubt() -> None:
    """Only where both sides say which is which."""
    left = party("Person", firstName="Karim", lastName="Teodor")
    right = party("Person", firstName="Teodor", lastName="Karim")
    assert compare(left, right) < 0.72 <= named("Karim Teodor", "Teodor Karim")
    assert compare(left, left) >= 0.9


def test_kinds_that_exclude_each_other_score_nothing() -> None:
    """A vessel is no person."""
    assert (
        compare(party("Vessel", name="Northern Gull"), party("Person", name="Northern Gull")) == 0
    )
