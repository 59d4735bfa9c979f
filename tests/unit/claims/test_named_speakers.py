"""Who is named as a speaker behind ranks and asides, and on whose word something is told."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Stance


def speakers(text: str, language: str = "en") -> list[str | None]:
    """Who speaks the quotations of a text, in order."""
    found = extract(article(text, language))
    return [claim.speaker for claim in found if claim.kind == "statement.direct"]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            (
                "“Son objetivos militares”, afirmó el jefe del Comando Conjunto, almirante Jaime"
                " Vera. “No negociaremos con nadie”, añadió."
            ),
            "es",
            ["Jaime Vera", "Jaime Vera"],
        ),
        (
            "“Canadá ya lo hizo”, argumentó la autora de la moción, la diputada Ximena Burgo.",
            "es",
            ["Ximena Burgo"],
        ),
        (
            (
                "El diputado Hugo Ferrero preguntó por qué el decreto no menciona a la banda."
                " “Es el que mata paraguayos”, reclamó."
            ),
            "es",
            ["Hugo Ferrero"],
        ),
        (
            (
                "Campaigner Priya Solan, of the charity Open Lanes, welcomed the move but warned:"
                " “Ban the name and they will print a new one by Monday.”"
            ),
            "en",
            ["Priya Solan"],
        ),
        (
            "Britain is to ban the gang. “These people plan murder,” the Home Secretary said.",
            "en",
            ["Home Secretary"],
        ),
    ],
)
def test_the_one_who_is_named_speaks(text: str, language: str, wanted: list[str]) -> None:
    """Not the office before the name, nor what he works for."""
    assert speakers(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De acuerdo con la policía, Los Choneros están dirigidos por Adolfo Luna.", "es"),
        ("The Harbour Front is, in the Government’s assessment, led by Yusuf Omar.", "en"),
    ],
)
def test_a_leader_by_the_word_of_somebody_is_alleged(text: str, language: str) -> None:
    """Whoever the source is, and wherever it stands."""
    found = [c for c in extract(article(text, language)) if c.kind == "leadership"]
    assert [claim.stance for claim in found] == [Stance.ALLEGED]
