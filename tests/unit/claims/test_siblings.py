"""Siblings who share a surname."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Treasury sanctioned the brothers Juan and Luis Pell Rojas on Thursday.", "en"),
        ("El Tesoro sancionó el jueves a los hermanos Juan y Luis Pell Rojas.", "es"),
    ],
)
def test_the_first_takes_the_surname_of_the_second(text: str, language: str) -> None:
    told = {claim.subject for claim in extract(article(text, language))}
    assert {"Juan Pell Rojas", "Luis Pell Rojas"} <= told


def test_two_who_are_no_siblings_keep_their_names() -> None:
    text = "The Treasury sanctioned the singer Juan and Luis Pell Rojas on Thursday."
    assert "Juan Pell Rojas" not in {claim.subject for claim in extract(article(text))}
