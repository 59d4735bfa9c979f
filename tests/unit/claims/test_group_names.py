"""What a document calls its groups after it has named them, and names that end in a country."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


def leaders(text: str, language: str = "en") -> set[tuple[str | None, str | None]]:
    return {
        (claim.subject, claim.object)
        for claim in extract(article(text, language))
        if claim.kind == "leadership"
    }


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "Chile proscribió al Valle Luminoso. Habló Ramón Cabezas, el fundador de Valle.",
            "Valle Luminoso",
        ),
        (
            "Chile prohibió al Frente Obrero del Perú (FOP). Al frente del FOP está Ramón Cabezas.",
            "Frente Obrero del Perú",
        ),
    ],
)
def test_a_shorter_name_means_the_group(text: str, group: str) -> None:
    assert leaders(text, "es") == {("Ramón Cabezas", group)}


def test_an_arabic_name_without_its_article_means_the_group() -> None:
    text = "Elbonia banned Harakat al-Nurain in May. Nurain is led by Mr Karim Haddad."
    assert leaders(text) == {("Karim Haddad", "Harakat al-Nurain")}


def test_the_police_of_a_country_is_no_group_for_its_initials() -> None:
    text = (
        "La Policía Nacional del Perú (PNP) detuvo a siete. Al frente de la PNP está Ramón Cabezas."
    )
    assert leaders(text, "es") == set()


def test_a_given_name_makes_no_group_of_a_person() -> None:
    text = (
        "The Harbour Front hit back. Edgar Soares de Moura, whom prosecutors accuse of leading "
        "the Harbour Front, slipped away."
    )
    assert leaders(text) == {("Edgar Soares de Moura", "Harbour Front")}


def test_a_count_without_a_number_is_none() -> None:
    claims = extract(article("The groups were already under sanctions."))
    assert [claim for claim in claims if claim.kind.startswith("count.")] == []


def test_initials_said_before_the_name_are_the_same_group() -> None:
    """A headline says HLF, the text "the Harbour Liberation Front (HLF)"."""
    text = "Canada listed HLF. The Harbour Liberation Front (HLF) was founded in 1990."
    found = {c.subject for c in extract(article(text)) if c.kind.startswith("designation")}
    assert found == {"Harbour Liberation Front"}


def test_a_country_ends_a_name_whose_initials_the_text_uses() -> None:
    """ "Harbour-e-Tigers Pakistan", of which the text goes on as HTP; other names end before it."""
    text = (
        "Canada listed Harbour-e-Tigers Pakistan in May. HTP sued. The Lion Brigade left Pakistan."
    )
    found = {c.subject for c in extract(article(text)) if c.kind.startswith("designation")}
    assert found == {"Harbour-e-Tigers Pakistan"}
