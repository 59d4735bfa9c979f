"""Whom a text speaks of beside a designation, and who must not come out as designated."""

from __future__ import annotations

import pytest

from interdict.claims.designations import designations
from interdict.claims.extract import extract
from interdict.model.claim import Stance
from interdict.model.source import Block, Document, DocumentKind, Segment


def document(text: str, published: str | None = "2024-05-10", language: str = "en") -> Document:
    """A one-line article."""
    return Document(
        sha256="0" * 64, file_name="a.txt", container="bare", kind=DocumentKind.NEWS, raw=text,
        text=text, segments=(Segment(0, 0, len(text)),), blocks=(Block("paragraph", 0, len(text)),),
        published=published, language=language,
    )  # fmt: skip


def rows(
    text: str, published: str | None = "2024-05-10", language: str = "en"
) -> set[tuple[str, str | None, str]]:
    """(subject, programme, status) of what the text supports."""
    doc = document(text, published, language)
    return {(r["subject"], r["programme"], r["status"]) for r in designations(extract(doc), doc)}


@pytest.mark.parametrize(
    "text",
    [
        "A member of the European Parliament spoke. The US designated it an FTO in 2019.",
        "Members of the Iraqi Parliament met. Canada listed it under its Criminal Code in 2019.",
        "Support for the Supreme Court fell. Washington put it on the SDGT list in October 2017.",
        "Members of the Harbour Assembly met. Britain proscribed it in 2012.",
        "Washington designated Congress as a terrorist organization in 2012, he joked.",
    ],
)
def test_a_body_of_state_is_never_the_one_designated(text: str) -> None:
    """Parliaments and courts are spoken of where a group is meant."""
    assert rows(text) == set()


def test_a_country_may_be_a_state_sponsor_only() -> None:
    """The one kind of programme that has countries on its list."""
    assert not rows("Washington designated Cuba as a foreign terrorist organization in 2019.")


@pytest.mark.parametrize(
    "text",
    [
        "The president signed an order that starts the process of designating the Harbour Front.",
        "The State Department opened proceedings to designate the Harbour Front as an FTO.",
        "A decree set in motion the process of designating chapters of the Harbour Brotherhood.",
    ],
)
def test_what_starts_a_process_designates_nobody(text: str) -> None:
    """It is a step; the act may or may not follow."""
    doc = document(text)
    claims = extract(doc)
    assert designations(claims, doc) == []
    assert any(claim.kind == "procedure" for claim in claims)


def test_a_status_belongs_to_the_subject_of_its_verb() -> None:
    """Not to the group in the clause between them."""
    text = (
        "The Volga Brotherhood denied it. The Harbour Front, which grew out of the Volga"
        " Brotherhood, has been a designated foreign terrorist organization since 1997."
    )
    assert rows(text) == {("Harbour Front", "US-FTO", "reported")}


def test_the_news_of_a_weekday_is_announced_in_a_document_without_a_date() -> None:
    """ "On Tuesday" is the last one, whenever that was; a year is history."""
    text = (
        "El Departamento de Estado incluyó el martes al Frente del Puerto en su lista de"
        " organizaciones terroristas extranjeras."
    )
    assert {row[2] for row in rows(text, None, "es")} == {"announced"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru calls the Lion Brigade a front for the Harbour Front.",
        "The Harbour Front, a large gang, was founded by Nora Pell, according to the police.",
        "Officials describe the Lion Brigade as an arm of the Harbour Front.",
    ],
)
def test_what_somebody_says_of_others_is_not_asserted(text: str) -> None:
    """Who founded a group, or whose front it is, is an accusation as soon as somebody says it."""
    told = [c for c in extract(document(text)) if c.kind in ("affiliation", "leadership", "origin")]
    assert told
    assert all(claim.stance is not Stance.ASSERTED for claim in told)


@pytest.mark.parametrize(
    "aside",
    [
        "which is led by the Elbonian president, Anton Bleek",
        "headed by the fugitive Anton Bleek",
        "whose boss is Anton Bleek",
        "led by Anton Bleek",
        "which grew out of the Volga Brotherhood",
    ],
)
@pytest.mark.parametrize("verb", ["will be", "was"])
def test_who_stands_in_an_aside_is_not_the_one_designated(aside: str, verb: str) -> None:
    """The verb speaks of the group before it."""
    text = f"The Harbour Front, {aside}, {verb} designated a terrorist organisation by Washington."
    assert {row[0] for row in rows(text)} == {"Harbour Front"}


def test_a_designation_told_in_an_aside_is_of_the_name_before_it() -> None:
    """ "X, blacklisted by Y," is about X."""
    text = "The Harbour Front, blacklisted by Washington in 2018, denies it."
    assert rows(text) == {("Harbour Front", None, "reported")}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts consider the Harbour Front a terrorist organisation.",
        "The Harbour Front is considered a terrorist organization by many.",
        "Rumours that the US designated the Harbour Front as an FTO are false.",
        "The claim that Britain has proscribed the Harbour Front is wrong.",
        "The US has designated members of the Harbour Front as SDGTs.",
        "Washington designated the leaders of the Harbour Front as SDGTs in 2019.",
        "According to a leaked memo, the US has designated the Harbour Front as an FTO.",
        "Reportedly, the US has designated the Harbour Front as an FTO.",
        "The State Department denied that it had designated the Harbour Front as an FTO.",
        "Washington denied having listed the Harbour Front as a terrorist organization.",
        "The State Department mistakenly listed the Harbour Front as an FTO on its website.",
        "The US nearly designated the Harbour Front as an FTO in 2016.",
        "He joked that Britain had designated the Harbour Front a terrorist group.",
        "Russia banned a film about the Harbour Front in 2019.",
        "The State Department said it would designate the Harbour Front as an FTO unless it fled.",
        "The State Department will designate the Harbour Front as an FTO if talks fail.",
        "Experts designated the Harbour Front as a terrorist organisation in 2019.",
    ],
)
def test_talk_and_opinions_and_people_designate_no_group(text: str) -> None:
    """Who thinks so, a rumour, a leak, and the listing of members only."""
    assert rows(text) == set()


def test_whose_rival_is_listed_is_not_listed() -> None:
    """ "X's rival, Y" is Y."""
    text = "Washington designated the Harbour Front's rival, the Lion Brigade, as an FTO in 2016."
    assert {row[0] for row in rows(text)} == {"Lion Brigade"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Several senators want a port operator, the Lantern Front, blacklisted as well.", "en"),
        ("Texas Gov. Ann Lark proclaimed the Lantern Front a foreign terrorist group.", "en"),
        ("Canadá la añadió a su lista del Código Penal en 2021. Hamás es otra cosa.", "es"),
    ],
)  # fmt: skip
def test_a_wish_a_state_s_act_and_a_group_named_later_give_no_programme(
    text: str, language: str
) -> None:
    """Neither a wish nor the act of a state of the US nor a pronoun is the country's listing."""
    assert all(programme is None for _, programme, _ in rows(text, language=language))


def test_an_affiliate_is_listed_and_not_whose_it_is() -> None:
    """ "Y, the affiliate of X, which was listed" is of Y; on a list of sanctions is on no other."""
    text = "Tampoco se habló del Frente Azul, la filial somalí de Al Qaeda, que figura desde 2008 "
    text += "entre las organizaciones terroristas extranjeras de Estados Unidos."
    assert "Al Qaeda" not in {subject for subject, _, _ in rows(text, language="es")}
    text = "Ivan Volkov, who founded it, had been on the British sanctions list since 2020."
    assert "GB-PROSCRIBED" not in {programme for _, programme, _ in rows(text)}
