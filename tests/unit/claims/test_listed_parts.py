"""Whom "the two groups" means where an aside names the parts of one of them."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract

_ENGLISH = (
    "Canada banned the Harbour Front and the Lion Brigade in March. The Lion Brigade, an alliance"
    " of the Pier Gang and the Quay Gang, robbed a bank. The US designated the two groups as"
    " foreign terrorist organizations in 2019."
)
_SPANISH = (
    "Canadá designó al Frente del Puerto y al Frente del Norte en marzo. El Frente del Puerto,"
    " formado en 2015 por las bandas Frente del Muelle y Frente del Faro, robó un banco. Estados"
    " Unidos designó a los dos grupos como organizaciones terroristas extranjeras en 2019."
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (_ENGLISH, "en", {"Harbour Front", "Lion Brigade"}),
        (_SPANISH, "es", {"Frente del Puerto", "Frente del Norte"}),
    ],
)
def test_the_parts_of_a_group_are_not_those_listed(
    text: str, language: str, expected: set[str]
) -> None:
    claims = extract(article(text, language))
    assert {c.subject for c in claims if c.programme == "US-FTO"} == expected
