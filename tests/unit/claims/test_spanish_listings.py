"""Spanish listings without a name beside the verb: pronouns, ordinals, subjects left out."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.clitics import clitic_before
from interdict.claims.conjugation import forms_of
from interdict.claims.extract import extract
from interdict.claims.tokens import encode
from interdict.model.claim import Claim


def claims(text: str) -> list[Claim]:
    """The claims of a one-line article of 10 May 2024."""
    return extract(article(text, "es"))


def listings(text: str) -> set[tuple[str, str | None, str | None]]:
    """(kind, subject, date) of what it says of designations and sanctions."""
    return {
        (c.kind, c.subject, c.date)
        for c in claims(text)
        if c.kind.startswith(("designation", "sanction"))
    }


LISTED = "Canadá incluyó al Frente del Puerto en su lista en 1998. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LISTED + "Chile lo volvió a incluir el 3 de mayo de 2019.",
            ("designation.prior", "Frente del Puerto", "2019-05-03"),
        ),
        (
            LISTED + "Canadá lo sacó de ella en 2015.",
            ("designation.revoked", "Frente del Puerto", "2015"),
        ),
        (
            (
                "Elbonia entró en la lista de Estados patrocinadores del terrorismo en 1982. "
                "Rosa Luna la sacó en 2015."
            ),
            ("designation.revoked", "Elbonia", "2015"),
        ),
        (
            (
                "Ramón Cabezas y Tomás Luna están presos. "
                "El Departamento del Tesoro congeló los bienes del segundo en 2021."
            ),
            ("sanction.prior", "Tomás Luna", "2021"),
        ),
        (
            "Canadá sancionó a la jueza Rosa Luna. En 2021 había sido incluida en la Lista Puerto.",
            ("designation.prior", "Rosa Luna", "2021"),
        ),
    ],
)
def test_who_is_meant_is_found(text: str, expected: tuple[str, ...]) -> None:
    """By a pronoun, an ordinal or the form of a participle."""
    assert expected in listings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Elbonia entró en guerra en 1982. Rosa Luna la sacó en 2015.",
        "Ramón Cabezas llegó tarde. El club lo incluyó en su lista de invitados.",
        LISTED + "Si Chile lo volviera a incluir, apelaría.",
    ],
)
def test_nothing_is_listed_by_it(text: str) -> None:
    """Another thing is done, or it is only thought of."""
    assert not listings(text) & {("designation.revoked", "Elbonia", "2015")}
    assert all(subject != "Ramón Cabezas" for _, subject, _ in listings(text))
    assert len(listings(text)) <= (text.startswith(LISTED))


def test_a_pronoun_is_none_behind_a_preposition() -> None:
    """ "A la isla" has an article."""
    tokens = encode("fue a la retirar", 0, 16, mentions=(), breaks=frozenset()).tokens
    assert clitic_before(tokens, 3) is None


def test_infinitives_stand_for_their_forms() -> None:
    """Regular endings, and those of verbs in -uir and -ucir."""
    forms = forms_of(["sancionar", "incluir", "introducir"])
    assert {"sanciono", "sancionadas", "incluyeron", "incluyera", "introdujo"} <= forms["past"]
    assert {"sanciona", "incluye"} <= forms["now"]
    assert "incluira" in forms["next"]


def test_a_verb_that_opens_a_sentence_is_no_name() -> None:
    """ "Reconoció" and "Ningún" are written like names there."""
    found = claims("Ramón Cabezas calló. Reconoció que el Frente del Puerto existe.")
    assert ("admission", "Ramón Cabezas") in {(c.kind, c.subject) for c in found}
