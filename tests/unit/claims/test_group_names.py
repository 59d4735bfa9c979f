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
