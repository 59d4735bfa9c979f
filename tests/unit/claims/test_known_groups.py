"""Groups that are known by name alone, on a machine whose record holds nobody."""

from __future__ import annotations

import pytest

from interdict.claims.known_groups import is_known_group, spanning_groups
from interdict.claims.tokens import split_words
from interdict.claims.word_scan import WordScan


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Islamic State–Mozambique was listed.", ["Islamic State–Mozambique"]),
        ("ISIS-Democratic Republic of the Congo was.", ["ISIS-Democratic Republic of the Congo"]),
        ("Islamic State - The army said so - fled.", []),
        ("ISIS-linked fighters fled.", []),
    ],
)
def test_a_branch_is_called_by_its_parent_and_its_country(text: str, names: list[str]) -> None:
    """With a dash between them and no space."""
    words = split_words(text, 0, len(text))
    sentence = WordScan.of_words([words]).within(0, len(text))
    assert [found.name for found in spanning_groups(text, sentence)] == names
