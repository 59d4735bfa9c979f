"""Words that are slips for what says little about who is named."""

from __future__ import annotations

import pytest

from interdict.text.light_slips import light_slips
from interdict.text.names import Kind, tokenise


def slips(name: str, person: bool | None = False) -> dict[str, tuple[str, Kind]]:
    """Words of a name that may be slips -> the light word and its kind."""
    tokens = tokenise(name, person=person)
    return {
        tokens[at].text: (light.text, light.kind)
        for at, light in light_slips(tokens, person).items()
    }


@pytest.mark.parametrize(
    ("name", "word", "form"),
    [
        ("Quorvane Ktd", "ktd", "ltd"),
        ("Quorvane Trading Co., Ld.", "ld", "ltd"),
        ("Tjsc Quorvane", "tjsc", "jsc"),
        ("Quorvane Cojpany for Grain", "cojpany", "co"),
        ("Thge Quorvane Mills", "thge", "the"),
        ("Quorvane Mills adn Docks", "adn", "and"),
    ],
)
def test_forms_and_small_words_of_firms(name: str, word: str, form: str) -> None:
    """Legal forms around the name, small words before a part of it."""
    assert slips(name)[word][0] == form


def test_titles_and_links_of_persons() -> None:
    """Persons have titles and links between their words, and no legal forms."""
    assert slips("Hdaji Tevrik biin Osvald", True) == {
        "hdaji": ("hadji", Kind.TITLE),
        "biin": ("bin", Kind.PARTICLE),
    }
    assert slips("Tevrik Ktd", True) == {}


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Hani Tevrik", True),  # people are called so: no haji
        ("Biin Tevrik Osvald", True),  # a link stands behind a name
        ("Tevrik Osvald Hdaji", True),  # a title before one
        ("Corq Quorvane Mills", False),  # `corp` stands behind the name
        ("Ktd", False),  # all there is
        ("Quorvane Mills", False),
    ],
)
def test_what_is_no_slip(name: str, person: bool) -> None:
    """Names in use, other places, and names that would have nothing left."""
    assert slips(name, person) == {}
