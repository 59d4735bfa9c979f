"""Groups that are known by name alone, on a machine whose record holds nobody."""

from __future__ import annotations

import pytest

from interdict.claims.known_groups import is_known_group


@pytest.mark.parametrize(
    "name", ["Hamas", "Hezbolá", "The Houthis", "Lashkar-e-Taiba", "La Mara Salvatrucha", "ELN"]
)
def test_a_known_name_is_a_groups(name: str) -> None:
    """With its article or without, with its accents or without."""
    assert is_known_group(name)


@pytest.mark.parametrize("name", ["Eln", "Hamasa", "Islamic", "La", ""])
def test_other_words_are_not(name: str) -> None:
    """An acronym must be written as one, and a part of a name is not the name."""
    assert not is_known_group(name)
