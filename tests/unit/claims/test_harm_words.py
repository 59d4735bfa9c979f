"""Parties beside words that describe others, and groups named behind what they split from."""

from __future__ import annotations

from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim


def claims(text: str) -> list[Claim]:
    """The claims of a news text of one paragraph."""
    return extract(article(text))


def pairs(text: str, kind: str) -> set[tuple[str | None, str | None]]:
    """Subject and object of the claims of a kind."""
    return {(claim.subject, claim.object) for claim in claims(text) if claim.kind == kind}


def test_a_group_named_before_what_somebody_is_of_it_is_no_subject() -> None:
    """ "A Harbour Front affiliate" is led by somebody; the Harbour Front is not."""
    text = "The Quay Band, a Harbour Front affiliate, is led by Karim Haddad."
    assert pairs(text, "leadership") == {("Karim Haddad", "Quay Band")}


def test_who_does_harm_stands_before_its_verb() -> None:
    """The name behind the verb is not whom the accusation is about."""
    text = "Prosecutors allege the pair organised the 2022 Kuje prison break."
    assert [c.subject for c in claims(text) if c.kind == "allegation"] != ["Kuje"]


def test_splinter_groups_named_in_a_list_are_tied_to_the_group_spoken_of() -> None:
    """Each of the names in the list makes one affiliation."""
    text = (
        "The Harbour Front disbanded. Two splinter groups, the Lion Brigade and the Tide Brigade, "
        "fought on."
    )
    assert pairs(text, "affiliation") == {
        ("Lion Brigade", "Harbour Front"),
        ("Tide Brigade", "Harbour Front"),
    }


def test_two_allied_parties_of_a_parliament_are_no_splinters() -> None:
    """Names that no group has are left alone."""
    text = "The Harbour Front was listed. Two allied parties, Labour and the Greens, agreed."
    assert pairs(text, "affiliation") == set()


def test_the_latter_is_the_group_named_last() -> None:
    """It stands for the second of two groups."""
    text = (
        "The order names the Harbour Front and the Lion Brigade. Karim Haddad, leader of the "
        "latter, fled."
    )
    assert ("Karim Haddad", "Lion Brigade") in pairs(text, "leadership")


def test_bold_print_is_no_part_of_a_sentence() -> None:
    """Asterisks around a name do not keep it from what is said of it."""
    text = "The **Harbour Front** and its splinter **Lion Brigade** were listed."
    assert pairs(text, "affiliation") == {("Lion Brigade", "Harbour Front")}


def test_an_agency_of_intelligence_has_no_alias_and_no_leader() -> None:
    """Its acronym and its chief are no claims about a party."""
    text = (
        "The National Intelligence Organisation (NIO) blamed the Harbour Front. NIO chief Ida Park "
        "said so."
    )
    assert pairs(text, "alias") == set()
    assert pairs(text, "leadership") == set()
