"""Senses of words, and how a clause shows them."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.clause_chances import ClauseChances, told_between
from interdict.claims.clause_features import features, senses_in, shown
from interdict.claims.clause_senses import senses
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import Reading, read
from interdict.claims.vocabulary import known_regimes


def reading(text: str, language: str = "en") -> Reading:
    """An article as it is read."""
    return read(article(text, language), gazetteer=Gazetteer(), regimes=known_regimes(()))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("gazetted", "blacklists", "inscribing")), ("es", ("inscribieron", "incluira"))],
)
def test_forms_of_words_share_a_sense(language: str, words: tuple[str, ...]) -> None:
    """Whatever their ending."""
    assert set.intersection(*(set(senses(language)[word]) for word in words))


def test_languages_without_a_thesaurus_have_no_senses() -> None:
    """Their words are words."""
    assert senses("fr") == {}


def test_a_piece_shows_words_senses_mentions_and_what_rules_made_of_it() -> None:
    """Names are shown by their kind alone; so is no word twice."""
    tokens = reading("Canada gazetted the Harbour Front in 2019.").encoded[0].tokens
    words = shown(tokens, "2024-05-10")
    assert words == ["AUTHORITY", "gazetted", "GROUP", "DATE:past", "."]
    found = features(words, language="en", told=["alias"])
    assert {"GROUP", "DATE", "DATE:past", "gazetted", "gaze*", "*ted", "rule=alias"} <= {*found}
    assert len(found) == len(set(found))
    assert "%list_verb" in senses_in(words, "en")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(0, 10, "alias")], ["alias"]),
        ([(8, 30, "alias")], []),
        ([(4, 6, "alias"), (2, 40, "origin")], ["alias", "origin"]),
        ([], []),
    ],
)
def test_a_claim_is_told_by_the_stretch_that_shares_most_of_it(
    told: list[tuple[int, int, str]], expected: list[str]
) -> None:
    """Or of which it shares most."""
    assert told_between(told, 0, 10) == expected


def test_a_stretch_touches_its_clauses() -> None:
    """Those of its sentence that it shares, also written around an aside; none beyond the text."""
    text = "The group sued. The group, which Canada outlawed in 2019, has shops in Ostvale."
    chances = ClauseChances(reading(text), ())
    at = text.index("outlawed")
    touched = [text[c.start : c.end] for c in chances.touched(at, at + 3)]
    around = "The group, which Canada outlawed in 2019, has shops in Ostvale"
    assert touched == ["which Canada outlawed in 2019", around]
    assert chances.touched(len(text) + 5, len(text) + 9) == []
