"""Behaviour of the gazetteer."""

from __future__ import annotations

from interdict.claims.gazetteer import Gazetteer, GazetteerEntry, fold


def names(*given: str) -> Gazetteer:
    """A gazetteer of organizations."""
    return Gazetteer(GazetteerEntry(n, f"id-{i}", "Organization") for i, n in enumerate(given))


def test_case_accents_and_hyphens_do_not_matter() -> None:
    """Names are compared word by word, folded."""
    text = "Talks with HARAKAT al-Qá’im ended."
    (hit,) = names("Harakat Al Qa'im").find(text)
    assert text[hit.start : hit.end] == "HARAKAT al-Qá’im"


def test_only_whole_words_match() -> None:
    """A name inside a longer word is no match."""
    assert names("Harbour Front").find("Harbour Fronts and Oldharbour Front") == []


def test_the_longest_name_wins() -> None:
    """Of names that begin alike the longest that fits is found, once."""
    (hit,) = names("Blue Front", "Blue Front of Avara").find("the Blue Front of Avara today")
    assert hit.entry.name == "Blue Front of Avara"


def test_short_single_words_must_stand_as_written() -> None:
    """A three-letter name does not match an ordinary word in other letters."""
    assert names("ALE").find("a glass of ale") == []
    assert len(names("ALE").find("the ALE said")) == 1


def test_equal_names_answer_with_the_first_entity() -> None:
    """The order of the entries decides between homonyms."""
    (hit,) = names("Blue Front", "BLUE FRONT").find("Blue Front")
    assert hit.entry.entity_id == "id-0"
    assert len(names("Blue Front", "BLUE FRONT")) == 1


def test_fold() -> None:
    """Accents, case and typographic apostrophes are folded."""
    assert fold("Cártel Qa’im") == "cartel qa'im"


def test_an_empty_gazetteer_finds_nothing() -> None:
    """No names, no hits; names without words are ignored."""
    assert names("--").find("anything -- at all") == []
