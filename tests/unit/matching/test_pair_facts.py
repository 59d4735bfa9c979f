"""What two parties state besides their names."""

from typing import Any

import pytest

from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE
from interdict.matching.compare import compare

ALERT = DEFAULT_THRESHOLD / FULL_SCORE
NAMES = {
    "Person": "Teodor Vaskelis",
    "Company": "Artavil Dunarea Shipping",
    "Vessel": "Northern Gull",
}


def score(schema: str, left: dict[str, Any], right: dict[str, Any]) -> float:
    """Of two parties of one name that state these properties."""
    name = {"name": [NAMES[schema]]}
    return compare(
        {"schema": schema, "properties": {**name, **left}},
        {"schema": schema, "properties": {**name, **right}},
    )


def alone(schema: str) -> float:
    """Of the names alone."""
    return score(schema, {}, {})


@pytest.mark.parametrize(
    ("schema", "prop", "left", "right"),
    [
        ("Vessel", "imoNumber", "9187629", "9074729"),
        ("Vessel", "buildDate", "1999", "2008"),
        ("Company", "innCode", "7707083893", "7736050003"),
        ("Company", "jurisdiction", "cy", "ru"),
        ("Company", "incorporationDate", "1999-02-03", "2011-05-06"),
        ("Person", "gender", "male", "female"),
        ("Person", "birthDate", "1960-02-03", "1975-02-03"),
    ],
)
def test_what_differs_takes_from_the_score(schema: str, prop: str, left: str, right: str) -> None:
    """In either direction, and nothing where one side does not say."""
    assert score(schema, {prop: [left]}, {prop: [right]}) < alone(schema)
    assert score(schema, {prop: [right]}, {prop: [left]}) < alone(schema)
    assert score(schema, {prop: [left]}, {}) == alone(schema)


@pytest.mark.parametrize(
    ("schema", "prop", "value"),
    [
        ("Vessel", "imoNumber", "9187629"),
        ("Company", "incorporationDate", "1999-02-03"),
        ("Company", "jurisdiction", "cy"),
        ("Person", "birthPlace", "Halvorsund"),
        ("Person", "birthDate", "1960-02-03"),
    ],
)
def test_what_agrees_adds_to_it(schema: str, prop: str, value: str) -> None:
    """A share of what is lacking."""
    assert score(schema, {prop: [value]}, {prop: [value]}) > alone(schema)


def test_a_number_with_a_slip_says_nothing() -> None:
    """Its check digits do not hold."""
    assert score("Vessel", {"imoNumber": ["9187629"]}, {"imoNumber": ["9187628"]}) == alone(
        "Vessel"
    )


def test_registration_numbers_are_compared_within_one_jurisdiction() -> None:
    """Two registers give their own numbers."""

    def of(left: str, right: str) -> float:
        return score(
            "Company",
            {"registrationNumber": ["HE 123456"], "jurisdiction": [left]},
            {"registrationNumber": ["HE 654321"], "jurisdiction": [right]},
        )

    assert of("cy", "cy") < of("cy", "") == score("Company", {"jurisdiction": ["cy"]}, {})


def test_the_dates_that_fit_best_count() -> None:
    """A list may state several."""
    both = {"birthDate": ["1975-02-03", "1960-02-03"]}
    assert score("Person", both, {"birthDate": ["1960-02-03"]}) > alone("Person")


def test_dates_that_are_none_say_nothing() -> None:
    """Neither for nor against."""
    assert score("Person", {"birthDate": ["unknown"]}, {"birthDate": ["1960"]}) == alone("Person")
