"""Told in passing: who is held responsible, what courts did, hearsay, effects."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Stance


def kinds(text: str, language: str = "en") -> set[str]:
    """The kinds of the claims that rules make of a text."""
    return {claim.kind for claim in extract(article(text, language), rules_alone=True)}


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Police hold the Harbour Front responsible for the raid at Quay.", "en", "allegation"),
        (
            (
                "The Harbour Front was banned. The minister sought leave; the Court of"
                " Appeal refused it"
                " on 7 May 2024."
            ),
            "en",
            "procedure",
        ),
        (
            "The court granted the order on 2 May, and the President signed it on 4 May.",
            "en",
            "procedure",
        ),
        ("Canada listed the Harbour Front. Property may be attached.", "en", "legal_effect"),
        (
            "Senator Tom Alder said that the Front had bought the port, offering no evidence.",
            "en",
            "evidence_state",
        ),
        ("El Frente del Puerto, cuyo jefe sería Luis Mora, calló.", "es", "leadership"),
        (
            "El líder del Frente del Puerto, Luis Mora, está en prisión, imputado por hurto.",
            "es",
            "indictment",
        ),
        (
            (
                "Canadá designó al Frente del Puerto. Las empresas que pertenezcan a"
                " personas designadas"
                " quedan bloqueadas."
            ),
            "es",
            "legal_effect",
        ),
        (
            "Canadá retiró al Frente del Puerto. La salida no borra los procesos abiertos.",
            "es",
            "legal_effect",
        ),
    ],
)
def test_it_is_told_in_passing(text: str, language: str, kind: str) -> None:
    """A short clause tells it, whatever the sentence is about."""
    assert kind in kinds(text, language)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Ningún vecino suyo ha sido condenado por terrorismo.", "es", "event.sentence"),
        (
            "Canada listed the Harbour Front. Its funds are frozen with immediate effect.",
            "en",
            "designation.effective",
        ),
        ("The tribunal directed the minister to lay a draft order.", "en", "statement.direct"),
        ("The Harbour Front's lawyer, Imran Pell, left.", "en", "affiliation"),
    ],
)
def test_it_is_none_of_that(text: str, language: str, kind: str) -> None:
    """Nobody, a lawyer, and what is frozen at once."""
    assert kind not in kinds(text, language)


def test_hearsay_is_alleged() -> None:
    """A Spanish conditional vouches for nothing."""
    doc = article("El Frente del Puerto, cuyo jefe sería Luis Mora, calló.", "es")
    told = [claim for claim in extract(doc) if claim.kind == "leadership"]
    assert told and all(claim.stance is Stance.ALLEGED for claim in told)


@pytest.mark.parametrize(
    "text",
    [
        "Police say self-styled “commandant” Tom Alder ran the Harbour Front.",
        "That holds for “unlawful associations”, such as the Harbour Front.",
        "Washington made it a “significant transnational criminal organization” in January.",
    ],
)
def test_terms_in_marks_are_nobodys_words(text: str) -> None:
    """What somebody calls himself, what the law calls a kind, and the name of a status."""
    assert "statement.direct" not in kinds(text)
