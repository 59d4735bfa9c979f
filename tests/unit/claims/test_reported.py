"""Reported statements, wishes, judgements and denials: what counts as one, and whose it is."""

from __future__ import annotations

import pytest
from tests.unit.claims.test_quotes import document

from interdict.claims.extract import extract
from interdict.model.claim import Claim

INTRO = "Foreign Minister Ada Lark and the Transport Ministry of Ruritania disagreed on the port."


def reported(*paragraphs: str) -> list[Claim]:
    return [
        claim
        for claim in extract(document(INTRO, *paragraphs))
        if claim.rule.startswith("reported.")
    ]


def said(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    return [(claim.kind, claim.speaker, claim.quote) for claim in reported(*paragraphs)]


@pytest.mark.parametrize(
    "text",
    [
        "Lark said that the port would stay shut",
        "Lark said on Friday the port would stay shut",
        "Lark told the council that ships were late",
        "Lark has repeatedly insisted the port was safe",
        "Lark, who took office in May, warned that oil was leaking",
        "Lark urged the council to open the port",
        "Lark called on ships to wait",
        "Lark called the order a mistake",
        "Lark welcomed the decision",
    ],
)
def test_a_verb_with_what_is_said_is_a_statement(text: str) -> None:
    """A sentence, a wish or a judgement; the claim covers speaker and words."""
    assert said(f"{text}.") == [("statement.indirect", "Ada Lark", text)]


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut, Lark said on Friday.",
        "Lark announced the plan a day earlier.",
        "Lark was told that the port was shut.",
        "Lark asked about the port.",
        "Lark added two ships to the fleet of her country.",
        "“The port is shut,” Lark told reporters afterwards.",
        "Lark said the port was “shut for good”.",
        "The United States has ships.",
    ],
)
def test_a_verb_without_content_is_none(text: str) -> None:
    """Attributions, objects, passives and quotations make no statement of their own."""
    assert said(text) == []


def test_joined_verbs_are_statements_of_their_own() -> None:
    """The second verb has the first one's subject."""
    assert said("Lark called the order a mistake, and said that the port would open.") == [
        ("statement.indirect", "Ada Lark", "Lark called the order a mistake"),
        ("statement.indirect", "Ada Lark", "said that the port would open"),
    ]
    assert said("Lark said the port was safe, adding that ships could come.") == [
        ("statement.indirect", "Ada Lark", "Lark said the port was safe"),
        ("statement.indirect", "Ada Lark", "adding that ships could come"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ruritania’s Transport Ministry shut the port on Monday and said it was safe.",
         "Ruritania's Transport Ministry"),
        ("The harbour ministry shut the port on Monday and said that it was safe.",
         "The harbour ministry"),
        ("The Pilots Union left the port last week but said its ships would return.",
         "Pilots Union"),
        ("In Strelsau, the High Court opened the port, but said that ships had to wait.",
         "High Court"),
    ],
)  # fmt: skip
def test_who_did_something_and_spoke_is_the_speaker(text: str, speaker: str) -> None:
    """Not what was done with it, nor the place that the sentence opens with."""
    assert [claim.speaker for claim in reported(text)] == [speaker]


def test_bodies_and_pronouns_speak() -> None:
    """It is the body that the sentence before was about; she the person."""
    assert said("The Transport Ministry said that it was ready. It added that fees rise.") == [
        ("statement.indirect", "Transport Ministry", "Transport Ministry said that it was ready"),
        ("statement.indirect", "Transport Ministry", "It added that fees rise"),
    ]
    assert said("Lark left early. She said that the port was full.") == [
        ("statement.indirect", "Ada Lark", "She said that the port was full")
    ]


def test_what_comes_before_an_added_quotation_is_reported() -> None:
    """The quotation is a claim of its own."""
    assert said("Lark said ships had been warned in May, and that “nobody was listening”.") == [
        ("statement.indirect", "Ada Lark", "Lark said ships had been warned in May")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lark denied that oil was leaking.",
        "Lark has denied selling the port.",
        "Lark denied any involvement.",
        "Lark rejected the accusations.",
        "Lark called the allegations absurd.",
    ],
)
def test_denials_are_denied(text: str) -> None:
    """A denial says no to something that others say."""
    (claim,) = [c for c in extract(document(INTRO, text)) if c.kind == "denial"]
    assert (claim.speaker or claim.subject, claim.stance, claim.polarity) == (
        "Ada Lark",
        "denied",
        "-",
    )


@pytest.mark.parametrize(
    "text", ["Lark denied them entry.", "Lark denied bail.", "Lark dismissed her deputy."]
)
def test_refusals_are_no_denials(text: str) -> None:
    """Who denies a visa or rejects a loan contradicts nobody."""
    assert [c.kind for c in extract(document(INTRO, text)) if c.kind == "denial"] == []


def test_spanish_statements_are_read() -> None:
    """The conjunction opens what is said; a verb may stand before its subject."""
    text = "La ministra de Defensa, Inés Robledo, añadió que el puerto seguirá cerrado."
    more = "El puerto está en la costa y es de todos los que viven en la ciudad."
    claims = extract(document(text, more))
    found = [claim for claim in claims if claim.kind == "statement.indirect"]
    assert [c.speaker for c in found] == ["Inés Robledo"]


def test_what_goes_on_behind_a_quotation_is_reported() -> None:
    """The speaker is that of the quotation."""
    found = said("Lark said the order was “much too late”, and that the port would stay open.")
    assert found == [("statement.indirect", "Ada Lark", "that the port would stay open")]


def test_an_act_told_of_oneself_is_no_statement() -> None:
    """It is the claim of the act."""
    assert said("The Transport Ministry said on Friday that it would list the ships.") == []


def test_a_relative_clause_is_none() -> None:
    """It belongs to what it stands behind."""
    assert said("The port opens in May, which Lark said ships expected of her.") == []


def test_words_of_saying_inside_a_sentence_report_all_of_it() -> None:
    """What is said stands on both sides; at the end they only attribute."""
    assert said("The port was, Lark said on Friday, the largest of the coast.") == [
        (
            "statement.indirect",
            "Ada Lark",
            "The port was, Lark said on Friday, the largest of the coast",
        )
    ]
