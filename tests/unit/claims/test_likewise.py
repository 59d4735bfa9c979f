"""Acts told plainly: by an office, by what was done to another, of more than one party."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.designations import designations
from interdict.claims.extract import extract

Row = tuple[str, str | None, str | None]


def rows(text: str, language: str = "en") -> set[Row]:
    """(subject, authority, status) of the designations that a text supports."""
    doc = article(text, language)
    return {
        (row["subject"], row["authority"], row["status"]) for row in designations(extract(doc), doc)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Centre bans Harbour Front for five years", ("Harbour Front", None, "announced")),
        (
            (
                "The Prime Minister has today designated the Harbour Front and its founder, Tobias"
                " Pier, as terrorist entities."
            ),
            ("Tobias Pier", None, "announced"),
        ),
        (
            (
                "Two of them came from the Harbour Movement of Elbonia (HMEL), which was itself"
                " banned in March 2004, and kept an office in the capital."
            ),
            ("Harbour Movement of Elbonia", None, "reported"),
        ),
        (
            (
                "Canberra will list the whole of the Harbour Front and the far-right group Quay"
                " League as terrorist organisations."
            ),
            ("Quay League", "AU", "announced"),
        ),
        (
            "The notice, made public on Monday by a clerk, names the Harbour Front as terrorists.",
            ("Harbour Front", None, "announced"),
        ),
        (
            "Canada listed seven gangs, including Mexico's Harbour Front, as terrorist entities.",
            ("Harbour Front", "CA", "announced"),
        ),
        (
            "The notice names the Lanu Boro and Lanu Kesh groups.",
            ("Lanu Boro", None, "announced"),
        ),
    ],
)
def test_an_act_told_plainly_is_read(text: str, expected: Row) -> None:
    """Whoever does it, and in whatever list the party stands."""
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Washington puso al Frente León en su lista de terroristas. Argentina ya había"
                " incluido a la Brigada León en 2019 y al Frente del Puerto el año pasado."
            ),
            ("Frente del Puerto", "Argentina", "reported"),
        ),
        (
            "El decreto amplía las designaciones de Brigada León y del Frente del Puerto.",
            ("Frente del Puerto", None, "amended"),
        ),
        (
            (
                "Canadá declarará organizaciones terroristas a las bandas del puerto. El decreto"
                " mencionará entre otras a la coalición Brigada León."
            ),
            ("Brigada León", "CA", "announced"),
        ),
    ],
)
def test_a_spanish_act_told_plainly_is_read(text: str, expected: Row) -> None:
    """Also where the list, or the paper, was named before."""
    assert expected in rows(text, "es")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("This has nothing to do with the UN's lists of al-Qaeda couriers.", "en"),
        ("The centre bans dogs and Harbour Front flags.", "en"),
        ("The Telegram groups and Facebook groups were banned from the Harbour Forum.", "en"),
        (
            "Press reports said that Canada had banned the Harbour Front. Ottawa denied them.",
            "en",
        ),
        (
            (
                "Versiones de prensa decían que Canadá había incluido al Frente León en su lista"
                " de organizaciones terroristas. Ottawa las desmintió."
            ),
            "es",
        ),
    ],
)
def test_nobody_is_designated_by_such_words(text: str, language: str) -> None:
    """A noun, a thing done in the same way that is no listing, a report that is denied."""
    assert rows(text, language) == set()


def test_an_act_that_its_party_denies_stands() -> None:
    """What a government did is no report, whoever calls it false."""
    text = "Canada banned the Harbour Front on Friday. The group denied the claims."
    assert ("Harbour Front", "CA", "announced") in rows(text)


def test_both_are_those_last_listed() -> None:
    """In Spanish too, before a verb that says what was done to them."""
    text = (
        "Estados Unidos designará organizaciones terroristas extranjeras al Frente del Puerto"
        " y a la Brigada León. Ambas serán también designadas terroristas globales."
    )
    found = [c for c in extract(article(text, "es")) if c.programme == "US-SDGT"]
    assert {claim.subject for claim in found} == {"Frente del Puerto", "Brigada León"}
