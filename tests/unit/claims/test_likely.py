"""Claims of clauses that no rule has read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.claims.articles import article

from interdict.claims.clause_features import features
from interdict.claims.clause_model import clause_model
from interdict.claims.clause_rows import rows_of
from interdict.claims.designations import designations
from interdict.claims.explaining import explain
from interdict.claims.extract import extract
from interdict.model.claim import Claim
from interdict.model.source import Document, DocumentKind

TOLD = (
    "The Marsh Lantern Brigade is a militia in Ostvale. It ended up on Ottawa's register of"
    " terrorists in 2019."
)
"""The second sentence tells a listing in words that no rule has."""


def likely(doc: Document) -> list[Claim]:
    """The claims that the model alone makes of a document."""
    return [claim for claim in extract(doc) if claim.is_likely]


def test_a_clause_that_no_rule_reads_makes_a_claim() -> None:
    """With its kind, the party spoken of, its day and the characters that say it."""
    (claim,) = likely(article(TOLD))
    assert claim.kind == "designation.prior"
    assert claim.subject == "Marsh Lantern Brigade"
    assert claim.date == "2019"
    assert TOLD[claim.start : claim.end] == claim.quote
    assert claim.quote.startswith("It ended up on")


def test_no_designation_rests_on_it() -> None:
    """It gives no row beside what a document supports."""
    doc = article(TOLD)
    assert designations(likely(doc), doc) == []


def test_an_explanation_gives_the_words_that_speak_for_it() -> None:
    """And says that no rule does."""
    doc = article(TOLD)
    (claim,) = likely(doc)
    told = explain(claim, doc)
    assert told.patterns == ()
    assert "no rule reads this clause" in told.reasons[0]
    assert "'LABEL'" in told.reasons[1]


def test_the_same_text_gives_the_same_claims() -> None:
    """Chances are sums in a fixed order."""
    assert likely(article(TOLD)) == likely(article(TOLD))


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Lantern Brigade is a militia. It may end up on Ottawa's register of terrorists.",
        "The Marsh Lantern Brigade is a militia. If it ends up on Ottawa's register, it will sue.",
        "The Quay Inn is in Ostvale. It ended up on the city's register of old houses in 2019.",
        "",
    ],
)
def test_wishes_conditions_and_other_matters_make_none(text: str) -> None:
    """Nor do texts that speak of no listing at all."""
    assert [c for c in likely(article(text)) if c.kind.startswith("designation")] == []


@pytest.mark.parametrize("kind", [DocumentKind.FR_NOTICE, DocumentKind.PRESS_RELEASE])
def test_official_texts_are_read_by_their_wording_alone(kind: DocumentKind) -> None:
    """Nothing is guessed in a journal's notice, or in an issuer's own release."""
    assert likely(replace(article(TOLD), kind=kind)) == []


def test_chances_add_up_to_one() -> None:
    """Also of a clause that shows nothing known."""
    clauses: list[list[str]] = [[], ["outlawed", "GROUP"], ["no such feature"]]
    for chances in clause_model().chances(clauses):
        assert sum(chances.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_rows_are_those_of_the_features(language: str) -> None:
    """They are found word by word, the features one by one."""
    words = "GROUP was outlawed in the 2019 ballot , DATE:past and outlawed in PLACE".split()
    told = ["designation.prior", "location"]
    known = clause_model().rows
    for piece in (words, words[3:], []):
        shown = features(piece, language=language, told=told)
        wanted = {0, *(known[one] for one in shown if one in known)}
        assert rows_of(piece, language=language, told=told) == wanted


def test_many_clauses_are_judged_as_each_alone() -> None:
    """However long a text is; none gives none."""
    one = ["outlawed", "GROUP", "lang=en"]
    (alone,) = clause_model().chances([one])
    assert clause_model().chances([one] * 2_500) == [alone] * 2_500
    assert clause_model().chances([]) == []


def test_a_clause_read_in_part_may_tell_more() -> None:
    """A rule has read in it who leads; that the same clause tells a listing is told as well."""
    text = (
        "The Marsh Lantern Brigade is a militia. Anselm Grau, its leader, saw it end up on Ottawa's"
        " register of terrorists in 2019."
    )
    kinds = {claim.kind for claim in extract(article(text))}
    assert {"leadership", "designation.prior"} <= kinds
