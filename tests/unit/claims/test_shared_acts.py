"""Acts that several parties share: lists, gaps, "both groups"; and acts of an order."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim


def acts(text: str, language: str = "en") -> list[Claim]:
    """The designations of a text."""
    found = extract(article(text, language))
    return [claim for claim in found if claim.kind.startswith(("designation", "sanction"))]


@pytest.mark.parametrize(
    ("text", "language", "subjects"),
    [
        (
            (
                "El presidente de Ecuador, Daniel Roca, declaró el martes un conflicto armado y"
                " calificó como organizaciones terroristas a 22 bandas, entre ellas Los Pulpos y"
                " Los Tigres."
            ),
            "es",
            {"Los Pulpos", "Los Tigres"},
        ),
        (
            "La ONU sancionó el martes a la coalición Viv Roca y a la banda Gran Roca.",
            "es",
            {"Viv Roca", "Gran Roca"},
        ),
        (
            (
                "Quay Shipping, registered in Elbonia, and Pier Freight, registered in Malta, were"
                " designated for being owned by the network."
            ),
            "en",
            {"Quay Shipping", "Pier Freight"},
        ),
        (
            (
                "Ilona Petrov was designated for having assisted it; the group’s accountant, Dritan"
                " Lek, for acting on its behalf."
            ),
            "en",
            {"Ilona Petrov", "Dritan Lek"},
        ),
    ],
)
def test_all_of_them_are_designated(text: str, language: str, subjects: set[str]) -> None:
    """Whoever stands in the list, or shares the verb."""
    assert {claim.subject for claim in acts(text, language)} == subjects


def test_both_groups_are_those_of_the_list_before() -> None:
    """Also where a noun stands before each name."""
    text = (
        "La ONU sancionó el martes a la coalición Viv Roca y a la banda Gran Roca. Canadá, que el"
        " 2 de mayo designó a ambos grupos como entidades terroristas, celebró el paso."
    )
    by_canada = {claim.subject for claim in acts(text, "es") if claim.authority == "CA"}
    assert by_canada == {"Viv Roca", "Gran Roca"}


def test_an_order_that_adds_groups_is_news() -> None:
    """Under the law that the document names, for all that it lists."""
    text = (
        "A draft of the Terrorism Act 2000 (Proscribed Organisations) (Amendment) Order 2024 was"
        " laid before the House. The minister spoke. Nobody left. The order adds two groups to the"
        " list: Kateeba al-Nur, which is also known as the Quay Company, and Jamaat ul-Haq."
    )
    found = {(c.subject, c.programme) for c in acts(text) if c.kind == "designation.announced"}
    assert found == {("Kateeba al-Nur", "GB-PROSCRIBED"), ("Jamaat ul-Haq", "GB-PROSCRIBED")}


def test_a_notification_names_somebody() -> None:
    """With an aside between the paper and its verb."""
    text = "A second notification, issued the same evening, names Bashir Lune as a terrorist."
    assert {(c.kind, c.subject) for c in acts(text)} == {("designation.announced", "Bashir Lune")}


def test_a_list_of_the_un_on_a_country_is_none_of_terrorists() -> None:
    """Where the text names the resolution of another committee, and nothing of al-Qaeda."""
    text = "El comité de la resolución 2653 se reunió. Juan Luna ya figuraba en la lista de la ONU."
    assert {claim.programme for claim in acts(text, "es")} == {None}
    other = "El Consejo persigue a Al Qaeda. Juan Luna ya figuraba en la lista de la ONU."
    assert "UN-1267" in {claim.programme for claim in acts(other, "es")}


def test_the_same_register_is_one_told_before() -> None:
    """And not the only programme that the text names, further on."""
    text = (
        "El Gobierno declaró terrorista al Frente del Puerto y ordenó su inscripción en el"
        " registro. La Liga del Muelle figura en el mismo registro desde julio de 2019. Estados"
        " Unidos considera al Frente del Puerto organización terrorista extranjera desde 1997."
    )
    assert {c.programme for c in acts(text, "es") if c.subject == "Liga del Muelle"} == {None}
