"""Two parties against each other, without a list."""

from typing import Any

import pytest

from interdict.matching.compare import compare, compared


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


def test_names_are_made_of_their_parts_where_there_is_none() -> None:
    """In speaking order."""
    left = party("Person", firstName="Karim", lastName="Vaskelis")
    assert compare(left, party("Person", name="Karim Vaskelis")) >= 0.9


def test_a_number_that_decides_needs_no_name() -> None:
    """Without names and numbers nothing is known."""
    left = party("Company", name="Artavil", leiCode="529900T8BM49AURSDO55")
    right = party("Company", name="Dunarea", leiCode="529900T8BM49AURSDO55")
    assert compare(left, right) >= 0.9
    assert compare(party("Company"), party("Company")) == 0
    assert compared(party("Company"), party("Company")) == []
