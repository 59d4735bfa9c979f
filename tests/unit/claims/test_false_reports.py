"""What the text itself calls false designates nobody, and is a rebuttal."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


def kinds(text: str, language: str = "en") -> list[str]:
    """The kinds of the claims of a text."""
    return [claim.kind for claim in extract(article(text, language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A 2019 post saying that Canada had banned the Harbour Front was later withdrawn.", "en"),
        ("Claims that Canada has listed the Harbour Front are untrue, the minister said.", "en"),
        ("A fake account claimed that Canada had banned the Harbour Front.", "en"),
        ("Una cuenta falsa difundió que Brasil había declarado terrorista a Los Pulpos.", "es"),
        ("Un diario publicó por error que Los Pulpos habían sido incluidos en la lista.", "es"),
    ],
)
def test_a_false_report_designates_nobody(text: str, language: str) -> None:
    """Neither what a fake account says nor what was taken back is told."""
    assert not [kind for kind in kinds(text, language) if kind.startswith("designation")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A rumour that the Harbour Front was taken off the list is false, he said.", "en"),
        ("Canada was said to ban the Harbour Front. There is no such ban, she said.", "en"),
        ("El rumor de que el Frente del Puerto fue incluido en la lista es falso.", "es"),
    ],
)
def test_what_is_called_false_is_rebutted(text: str, language: str) -> None:
    """The words that call it so are a rebuttal."""
    assert "rebuttal" in kinds(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "In a post, the minister announced that Canada had banned the Harbour Front on Friday.",
        "The newspaper reported that Canada had banned the Harbour Front.",
        "The newspaper reported that Canada had banned the Harbour Front over fake charities.",
    ],
)
def test_a_report_that_nobody_takes_back_stands(text: str) -> None:
    """A post is no lie by being one."""
    assert [kind for kind in kinds(text) if kind.startswith("designation")]


def test_what_somebody_promises_if_elected_is_no_plan() -> None:
    """Also with the promise between commas."""
    spanish = "Si gana en noviembre, ha prometido, declarará terroristas a Los Pulpos."
    english = "If she wins, she has promised, she will ban the Harbour Front."
    assert not kinds(spanish, "es")
    assert not kinds(english)


def test_a_verb_of_the_first_person_is_no_party() -> None:
    """ "Leí" opens a sentence as any verb does."""
    text = "Canadá designó al Frente del Puerto. Leí que ya estaban en la lista."
    assert "Leí" not in {claim.subject for claim in extract(article(text, "es"))}
