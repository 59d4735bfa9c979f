"""How surely a relation is told: hearsay, releases and denials assert nothing."""

from __future__ import annotations

import pytest

from interdict.claims.extract import extract
from interdict.claims.names import looks_like_group
from interdict.model.claim import Claim, Stance
from interdict.model.source import Block, Document, DocumentKind, Segment


def claims(text: str, kind: str = "news") -> list[Claim]:
    """The claims of a document of one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return extract(
        Document(
            sha256="0" * 64,
            file_name="t.txt",
            container="plain",
            kind=DocumentKind(kind),
            raw=text,
            text=text,
            segments=(Segment(0, 0, len(text)),),
            blocks=tuple(blocks),
            published="2024-05-10",
            language="en",
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Front is led by Mr Karim Haddad, according to people in the port.",
        "The Harbour Front is believed to be led by Mr Karim Haddad.",
        "There is little evidence that the Harbour Front is led by Mr Karim Haddad.",
        "PRESS RELEASE\nThe Department of State spoke. Mr Karim Haddad heads the Harbour Front.",
    ],
)
def test_hearsay_and_releases_allege(text: str) -> None:
    """Whoever is named as the source, or none."""
    (led,) = [claim for claim in claims(text) if claim.kind == "leadership"]
    assert led.stance is Stance.ALLEGED


def test_a_release_is_its_issuers_word() -> None:
    """The body named first speaks."""
    text = "The Department of State met. The Harbour Front is led by Mr Karim Haddad."
    found = claims(f"For Immediate Release\n{text}")
    (led,) = [claim for claim in found if claim.kind == "leadership"]
    assert led.speaker == "US Department of State"


def test_a_reporter_asserts() -> None:
    """A relation told as a fact is asserted."""
    (led,) = [
        claim
        for claim in claims("The Harbour Front is led by Mr Karim Haddad.")
        if claim.kind == "leadership"
    ]
    assert led.stance is Stance.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Mr Karim Haddad did not deny that he had met them.",
        "Mr Karim Haddad has never denied it.",
        "The court denied the appeal of Mr Karim Haddad.",
    ],
)
def test_no_denial_where_nobody_denies(text: str) -> None:
    """Negated verbs, courts."""
    assert [claim for claim in claims(text) if claim.kind == "denial"] == []


def test_what_is_denied_is_not_told() -> None:
    """An attack inside a denial is none."""
    found = claims("The Harbour Front denied on Monday that gunmen had stormed the quay.")
    assert [claim.kind for claim in found] == ["denial"]


@pytest.mark.parametrize(
    ("name", "group"),
    [("maria del carmen lopez", False), ("juan de dios paz ruiz", False), ("tren de aragua", True)],
)
def test_given_names_of_devotion_make_no_group(name: str, group: bool) -> None:
    """ "de" joins the names of groups, and some given names."""
    assert looks_like_group(name.split()) is group


def test_it_that_denies_is_the_group_that_opens_the_sentence_before() -> None:
    """ "It took it back" goes on with the group spoken of, not with the last authority named."""
    told = claims("The Harbour Front claimed the blast. On May 3 it took the claim back.")
    assert [c.subject for c in told if c.kind == "denial"] == ["Harbour Front"]


def test_who_reports_an_act_does_not_commit_it() -> None:
    """Behind "officials allege that", the officials are no party to the deed."""
    told = claims("Officials allege that Ruritania's army supplied the Harbour Front with drones.")
    assert not [c for c in told if c.kind == "support" and c.subject == "Officials"]


@pytest.mark.parametrize(
    "text",
    [
        "The Lion Brigade is widely regarded as a proxy of the Harbour Front.",
        "Elbonia calls the Lion Brigade a front for the Harbour Front.",
        "Elbonia says the Lion Brigade is an offshoot of the Harbour Front.",
        "The Lion Brigade was founded by Karim Haddad, a former lawmaker, according to a panel.",
    ],
)
def test_links_that_others_tell_are_not_asserted(text: str) -> None:
    """What a party is called, seen as or said to be is alleged."""
    links = [c for c in claims(text) if c.kind in ("affiliation", "leadership", "origin")]
    assert links
    assert all(c.stance is not Stance.ASSERTED for c in links)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations accused the Harbour Front of killing at least 30 people in Port Avara.",
        "Officials said the Harbour Front killed 30 people in Port Avara in 2019.",
        "The ministry said that it blames the Harbour Front for the deaths of 30 people.",
        "Elbonia blames the group for the deaths of more than 12,000 people.",
    ],
)
def test_a_toll_laid_at_a_door_is_an_allegation(text: str) -> None:
    """As soon as somebody is named who says so."""
    (toll,) = [claim for claim in claims(text) if claim.kind == "count.killed"]
    assert toll.stance is Stance.ALLEGED


def test_a_toll_alone_accuses_nobody() -> None:
    """Whoever counts the dead says how many there are, and not whose they are."""
    text = "Officials said that at least 30 people have died in Port Avara."
    (toll,) = [claim for claim in claims(text) if claim.kind == "count.killed"]
    assert toll.stance is Stance.ASSERTED


def test_a_denial_is_of_whom_the_sentence_lets_speak() -> None:
    """Not of the one of whom something is said, nor of the place where it happened."""
    told = claims("Mr Karl Mundt said Elbonia would keep calm and denied that he had fled.")
    assert {c.subject for c in told if c.kind == "denial"} == {"Karl Mundt"}
    text = "The gang's boss, Mr Karim Haddad, was flown to Port Sable, where he pleaded not guilty."
    assert {c.subject for c in claims(text) if c.kind == "denial"} == {"Karim Haddad"}
