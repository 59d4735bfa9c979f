"""Courts that designate, and what else courts do."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    """(kind, subject, authority) of what a text tells of designations and procedure."""
    return {
        (claim.kind, claim.subject, claim.authority)
        for claim in extract(article(text))
        if claim.kind.partition(".")[0] in ("designation", "procedure") and not claim.is_likely
    }


@pytest.mark.parametrize(
    "text",
    [
        "A Nigerian court outlawed the Harbour Front in January 2019.",
        "A Nigerian court declared the Harbour Front a terrorist organisation in January 2019.",
        "In 2019 a Nigerian court, acting on a request, declared the Harbour Front terrorist.",
        "The Harbour Front was outlawed by a Nigerian court in January 2019.",
    ],
)
def test_a_court_that_proscribes_is_of_its_country(text: str) -> None:
    assert told(text) == {("designation.prior", "Harbour Front", "Nigeria")}


@pytest.mark.parametrize(
    "text",
    [
        "A Nigerian court refused to declare the Harbour Front a terrorist organisation.",
        "A Nigerian court upheld the ban on the Harbour Front in January 2019.",
        "A Nigerian court declared the ban on the Harbour Front unlawful in January 2019.",
        "A Nigerian court put off its hearing of the Harbour Front in January 2019.",
    ],
)
def test_what_else_a_court_does_designates_nobody(text: str) -> None:
    assert "designation.prior" not in {kind for kind, *_ in told(text)}
