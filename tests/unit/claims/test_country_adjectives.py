"""Countries by their adjectives."""

from __future__ import annotations

import pytest

from interdict.claims.country_adjectives import country_of_adjective, country_of_adjective_abroad


@pytest.mark.parametrize(
    ("word", "country"),
    [("canadian", "CA"), ("european", "EU-COUNCIL"), ("nigerian", "Nigeria"), ("canada", None)],
)
def test_an_adjective_is_of_its_country_or_of_the_body_that_is_known(
    word: str, country: str | None
) -> None:
    assert country_of_adjective(word) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("comunitaria", "EU-COUNCIL"),
        ("estadounidense", "US"),
        ("britanicas", "GB"),
        ("larga", None),
    ],
)
def test_spanish_adjectives_in_every_gender(word: str, country: str | None) -> None:
    assert country_of_adjective_abroad(word) == country
