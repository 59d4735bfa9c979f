"""The page of the regimes' words has every literal of the closed lists, with its boundary."""

from __future__ import annotations

from pathlib import Path

import pytest

from interdict.model.schema import EVENTS
from interdict.regimes import vocabulary

PAGE = (Path(__file__).parents[2] / "docs" / "vocabulary.md").read_text("utf-8")

LISTS = {
    "EFFECTS": vocabulary.EFFECTS,
    "ADDRESSEES": vocabulary.ADDRESSEES,
    "TOPICS": vocabulary.TOPICS,
    "GRADES": vocabulary.GRADES,
    "PROGRAMME_EVENTS": vocabulary.PROGRAMME_EVENTS,
    "STAGES": vocabulary.STAGES,
    "DECIDED_ON": vocabulary.DECIDED_ON,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_word_stands_there_as_it_is_defined(name: str) -> None:
    """With its title and boundary, word for word; effects also with their duty."""
    for key, word in LISTS[name].items():
        duty = f" {vocabulary.duty_of(key)} |" if name == "EFFECTS" else ""
        within = ", ".join(f"`{one}`" for one in getattr(word, "within", ())) or "–"
        extra = f" {within} |" if name == "ADDRESSEES" else duty
        assert f"| `{key}` | {word.title} | {word.boundary} |{extra}\n" in PAGE, key


def test_refused_words_stand_there_with_their_reason() -> None:
    """So that nobody looks for them among the effects."""
    for key, why in vocabulary.REFUSED_EFFECTS.items():
        assert f"| `{key}` | {why} |" in PAGE


def test_events_stand_there() -> None:
    """Every event that a life cycle may name."""
    assert all(f"`{event}`" in PAGE for event in EVENTS)


def test_the_page_has_no_word_that_is_not_defined() -> None:
    """A word that was taken out of the code goes from the page, too."""
    known = {key for words in LISTS.values() for key in words} | set(vocabulary.REFUSED_EFFECTS)
    rows = [line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert set(rows) == known
