"""Names as OFAC lists them."""

from __future__ import annotations

import pytest

from interdict.lists.ofac.names import is_inverted_person, person_name


@pytest.mark.parametrize(
    ("listed", "natural"),
    [
        ("GRAU PICO, Anselm", "Anselm GRAU PICO"),
        ("GRAU, Anselm Otto, Jr.", "Anselm Otto GRAU Jr."),
        ("AL-GRAU, Abu Otto", "Abu Otto AL-GRAU"),
        ("ABU GRAU", "ABU GRAU"),
        ("GRAU, Anselm, of Zenda", "Anselm, of Zenda GRAU"),
    ],
)
def test_a_listed_name_is_turned_round_at_its_first_comma(listed: str, natural: str) -> None:
    """Given names come first, a suffix last; a name without a comma stays whole."""
    assert person_name(listed).natural == natural


def test_surname_and_given_names_are_told_only_where_the_list_divides_them() -> None:
    """A name without a comma has no given name that could be wrong."""
    assert person_name("GRAU, Anselm, Sr.").suffix == "Sr."
    assert person_name("ABU GRAU").first == ""


@pytest.mark.parametrize(
    ("listed", "inverted"),
    [
        ("GRAU, Anselm", True),
        ("O'GRAU, Anselm", True),
        ("PIER CARGO, S.A.", False),
        ("PIER CARGO, S. de R.L. de C.V.", False),
        ("GRAU", False),
        ("Otto, Prince of Zenda", False),
        ("GRAU, ANSELM", False),
    ],
)
def test_an_alternate_name_is_a_persons_by_its_letters_alone(listed: str, inverted: bool) -> None:
    """The alias file does not say whose name it is: capitals, comma, lower case do."""
    assert is_inverted_person(listed) is inverted
