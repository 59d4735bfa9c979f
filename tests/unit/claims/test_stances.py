"""How surely a claim is told: as a fact, as what somebody alleges, or unverified."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract

LISTED = "Canada listed the Harbour Front as a terrorist group."


def stance(text: str, kind: str) -> str:
    """The stance of the claim of a kind that a text makes."""
    (found,) = {c.stance.value for c in extract(article(f"{LISTED} {text}")) if c.kind == kind}
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elbonian prosecutors say the group is led by Karim Haddad.", "leadership"),
        ("Officials accuse it of sending $900,000 to the Lion Brigade.", "support"),
        ("Karim Haddad was listed in 2013 as a financier of the Harbour Front.", "support"),
        ("Police attribute at least 40 killings in the north to the group.", "count.killed"),
        ("An attack on Port Sable in March 2024 is attributed to the group.", "event.attack"),
        (
            "The group had carried out more than 400 attacks since 2019, the minister said.",
            "count.attacks",
        ),
    ],
)
def test_what_somebody_says_is_alleged(text: str, kind: str) -> None:
    assert stance(text, kind) == "alleged"


def test_what_the_text_itself_says_is_asserted() -> None:
    assert stance("The group is led by Karim Haddad.", "leadership") == "asserted"


def test_a_number_that_is_said_to_be_so_is_unverified() -> None:
    text = "The group is thought to have about 9,000 fighters."
    assert stance(text, "count.members") == "unverified"
    assert stance("The group has about 9,000 fighters.", "count.members") == "asserted"
