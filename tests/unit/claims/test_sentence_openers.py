"""Whom a verb of saying goes on with that has no subject of its own."""

from __future__ import annotations

import pytest

from interdict.claims.quote_attribution import tags
from interdict.claims.sentence_openers import opening_phrase


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("It sued, calling the order a stunt.", "It"),
        ("Mara Quist, the union's head, turned it down.", "Mara Quist"),
        ("The group petitioned for an end on May 2.", "The group"),
        ("Aid agencies left the town.", "Aid agencies"),
        ("On Monday, Elbonia closed the port.", "Elbonia"),
        ("Elbonia's envoy left the hall.", None),
        ("The rain fell on the port.", None),
    ],
)
def test_the_subject_that_opens_a_sentence(text: str, opener: str | None) -> None:
    """Names, pronouns and bodies; an owner is not the subject."""
    found = opening_phrase(text, 0, len(text))
    assert (found.words if found else None) == opener


def test_a_participle_behind_a_comma_goes_on_with_the_opener() -> None:
    """ "Mara Quist turned it down, saying ...": it is she who says it."""
    text = "Mara Quist turned the bid down within days, saying a court had to rule first."
    (tag,) = tags(text, 0, len(text))
    assert (tag.phrase.words, tag.verb, tag.carried) == ("Mara Quist", "saying", True)


def test_a_participle_in_the_middle_of_a_clause_does_not() -> None:
    """ "A sign saying the port is shut" has a subject of its own."""
    text = "Mara Quist painted a sign saying the port is shut."
    assert list(tags(text, 0, len(text))) == []
