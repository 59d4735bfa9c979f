"""Courts that end a designation, and judgments that end nothing."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.designations import designations
from interdict.claims.extract import extract

ENDED = "designation.revoked"


def told(text: str, language: str = "en") -> set[tuple[str, str | None, str | None]]:
    """(kind, subject, authority) of what a text tells of designations and steps."""
    return {
        (claim.kind, claim.subject, claim.authority)
        for claim in extract(article(text, language))
        if claim.kind.partition(".")[0] in ("designation", "procedure") and not claim.is_likely
    }


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("A Kenyan court quashed the ban on the Harbour Front in January 2019.", "Kenya"),
        ("Kenya's High Court struck down the government's ban on the Harbour Front.", "Kenya"),
        ("The ban on the Harbour Front was set aside by a Nigerian court in 2019.", "Nigeria"),
        ("A Nigerian court on Thursday quashed the order banning the Harbour Front.", "Nigeria"),
        ("The High Court in London quashed the proscription of the Harbour Front.", "GB"),
        (
            "The General Court annulled the EU's decision to keep the Harbour Front on its list.",
            "EU-COUNCIL",
        ),
        ("The Harbour Front's designation was annulled by the EU General Court.", "EU-COUNCIL"),
        (
            "A US appeals court vacated the designation of the Harbour Front on Thursday.",
            "US",
        ),
        ("A court overturned the ban on the Harbour Front in 2019.", None),
    ],
)
def test_a_court_that_annuls_ends_it_for_its_country(text: str, authority: str | None) -> None:
    assert told(text) == {(ENDED, "Harbour Front", authority)}


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("El Tribunal Supremo de Colombia anuló la designación del Frente del Puerto.", "Colombia"),
        (
            "La designación del Frente del Puerto fue anulada por el Tribunal General en 2019.",
            "EU-COUNCIL",
        ),
        ("El Tribunal Supremo dejó sin efecto la ilegalización del Frente del Puerto.", None),
    ],
)  # fmt: skip
def test_a_spanish_court_ends_it_as_well(text: str, authority: str | None) -> None:
    assert told(text, "es") == {(ENDED, "Frente del Puerto", authority)}


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan court annulled the listing of the Harbour Front but left the freeze in place.",
        "A Kenyan court quashed the ban on the Harbour Front. The ruling was stayed until May.",
        "A Kenyan court quashed the ban on the Harbour Front, kept pending an appeal.",
        "A Kenyan court suspended the ban on the Harbour Front in January 2019.",
        "A Kenyan court annulled in part the listing of the Harbour Front.",
        "A Kenyan court overturned the ruling lifting the ban on the Harbour Front.",
        "A Kenyan court refused to lift the ban on the Harbour Front.",
        "If a Kenyan court quashes the ban on the Harbour Front, its leaders will return.",
        "A Kenyan court heard that the minister had lifted the ban on the Harbour Front.",
        "A Kenyan court lifted the ban on Coast newspapers in 2019.",
    ],
)
def test_what_is_kept_stayed_or_only_sought_has_not_ended(text: str) -> None:
    assert ENDED not in {kind for kind, *_ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "El Tribunal General anuló la designación del Frente del Puerto pero mantiene sus efectos.",
        "Un juez suspendió de forma cautelar las sanciones contra el Frente del Puerto.",
        "El Tribunal Supremo anuló la designación del Frente del Puerto. El fallo no es firme.",
    ],
)
def test_in_spanish_what_is_kept_has_not_ended(text: str) -> None:
    assert ENDED not in {kind for kind, *_ in told(text, "es")}


def test_the_row_ends_as_others_that_press_reports() -> None:
    document = article(
        "A Nigerian court quashed the ban on the Harbour Front in 2019. Nigeria banned it in 2014."
    )
    rows = designations(extract(document), document)
    assert [(row["subject"], row["status"], row["ended"]) for row in rows] == [
        ("Harbour Front", "revoked", "2019")
    ]


def test_a_minister_of_internal_security_is_not_britains() -> None:
    text = "Internal Security Minister Ida Park banned the Harbour Front in 2019."
    assert "GB" not in str(told(text))
