"""Claims of rules that their clauses speak against."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.source import DocumentKind


@pytest.mark.parametrize(
    "odd", ["Dogs are banned from the beach.", "The goalkeeper was barred from the final."]
)
def test_a_pattern_alone_makes_no_claim(odd: str) -> None:
    """What reads like an effect of a listing, in a clause about something else."""
    text = f"The Harbour Front is a terrorist group. {odd}"
    at = text.index(odd)
    assert [c for c in extract(article(text)) if c.start >= at] == []


def test_rules_alone_have_the_last_word_where_asked() -> None:
    """Without the model nothing is doubted."""
    text = "The Harbour Front is a terrorist group. Dogs are banned from the beach."
    kinds = [claim.kind for claim in extract(article(text), rules_alone=True)]
    assert "legal_effect" in kinds


@pytest.mark.parametrize("kind", [DocumentKind.FR_NOTICE, DocumentKind.PRESS_RELEASE])
def test_nothing_is_doubted_in_official_texts(kind: DocumentKind) -> None:
    """Rules have the last word there."""
    doc = replace(article("The Harbour Front is listed. Karaoke is banned."), kind=kind)
    assert extract(doc) == extract(doc, rules_alone=True)


def test_languages_that_were_not_learnt_are_left_to_rules() -> None:
    """French, Portuguese and German have rules, and no model."""
    text = "Le Canada a inscrit le Front du Port sur la liste des entités terroristes en 2019."
    doc = article(text, "fr")
    assert extract(doc) == extract(doc, rules_alone=True)
