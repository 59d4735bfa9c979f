"""Other names and places that print alone tells, and who stands behind a relative clause."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim, Stance


def claims(text: str, kind: str, language: str = "en") -> list[Claim]:
    """The claims of a kind in a news text of one paragraph."""
    return [claim for claim in extract(article(text, language)) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "subject", "other"),
    [
        ('Police want Juan "Loco" Luna. Luna fled.', "Juan Luna", "Loco"),
        ('They want Juan José Luna, "El Loco", dead.', "Juan José Luna", "El Loco"),
    ],
)
def test_print_alone_tells_another_name(text: str, subject: str, other: str) -> None:
    """Quotation marks in or behind a person's name."""
    found = claims(text, "alias")
    assert [(one.subject, one.object) for one in found] == [(subject, other)]


@pytest.mark.parametrize(
    "text",
    [
        "The Treasury (OFAC) met on Monday.",
        "The Harbour Front (HFT) met on Monday.",
        "The Harbour Front (which met) left.",
        "He said “no” Friday to Juan Luna.",
    ],
)
def test_other_parentheses_and_quotations_are_no_names(text: str) -> None:
    """Authorities, initials, clauses and utterances."""
    assert claims(text, "alias") == []


def test_initials_of_a_group_that_is_listed_are_its_other_name() -> None:
    """Once, and not those of other groups and of bodies."""
    text = (
        "Canada listed the Harbour Front Tigers (HFT), rivals of the Lion Brigade Army (LBA). The"
        " Harbour Front Tigers (HFT) sued Public Safety Canada (PSC)."
    )
    (found,) = claims(text, "alias")
    assert (found.subject, found.object) == ("Harbour Front Tigers", "HFT")


def test_a_pair_of_names_is_told_once() -> None:
    """However often it is printed."""
    text = 'Police want Juan "Loco" Luna. Ana Sol saw Juan "Loco" Luna.'
    assert len(claims(text, "alias")) == 1


def test_an_adjective_tells_where_a_group_is_based() -> None:
    """Behind the adjective or, in apposition, before it."""
    behind = claims("The Port Sable-based Harbour Front met.", "location")
    before = claims(
        "They listed the Harbour Front, the Lima-based network of smugglers.", "location"
    )
    assert [(one.subject, one.object) for one in behind] == [
        ("Harbour Front", "based in Port Sable")
    ]
    assert [(one.subject, one.object) for one in before] == [("Harbour Front", "based in Lima")]
    assert claims("A Lima-based lawyer of the Harbour Front met.", "location") == []


def test_what_officials_say_of_an_antecedent_is_alleged() -> None:
    """ "The Harbour Front, which X says is backed by Y": X says it of the Front."""
    text = "The Harbour Front, which Washington says is backed by Iran, left."
    (found,) = claims(text, "support")
    assert (found.subject, found.stance) == ("Iran", Stance.ALLEGED)
    assert found.speaker == "United States"


@pytest.mark.parametrize(
    "text",
    [
        "If the Lion Brigade pledged allegiance to the Harbour Front, it would split.",
        "There is no evidence that the Lion Brigade takes orders from the Harbour Front.",
        "It is an offence to support the Harbour Front.",
        "Iran denies backing the Harbour Front.",
    ],
)
def test_what_is_supposed_or_forbidden_is_no_tie(text: str) -> None:
    """Conditions, missing proof, prohibitions, denials."""
    assert claims(text, "affiliation") + claims(text, "support") == []


def test_the_source_between_commas_is_not_who_acts() -> None:
    """ "The Front, officials say, arms X": the Front arms."""
    (found,) = claims("The Harbour Front, officials say, arms the Lion Brigade.", "support")
    assert (found.subject, found.stance) == ("Harbour Front", Stance.ALLEGED)
