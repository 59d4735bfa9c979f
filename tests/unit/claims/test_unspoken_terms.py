"""Words in quotation marks that nobody says, bans of the pages on sport, wishes behind "that"."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.extract import extract


def kinds(text: str, language: str = "en") -> list[str]:
    """The kinds of the claims of a text."""
    return [claim.kind for claim in extract(article(text, language))]


def test_words_in_marks_without_a_speaker_are_a_term() -> None:
    """They are nobody's statement."""
    text = "Canada banned the Harbour Front. The match ended in “a reign of terror” on the trains."
    assert "statement.direct" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Officials of the league had in June banned the Pier Brigade ultras for life.", "en"),
        ("La liga declaró terroristas a los hinchas del Frente del Puerto.", "es"),
    ],
)
def test_a_ban_from_grounds_designates_nobody(text: str, language: str) -> None:
    """Whatever it is called."""
    assert not [kind for kind in kinds(text, language) if kind.startswith("designation")]


def test_what_is_only_proposed_is_not_likely_either() -> None:
    """A wish stands before its "que"."""
    text = (
        "Canadá designó al Frente del Puerto. Un congresista propuso que Lima también declare"
        " terroristas a Los Lobos."
    )
    found = extract(article(text, "es"))
    assert "Los Lobos" not in {c.subject for c in found if c.kind.startswith("designation")}


def test_a_notice_tells_when_a_group_was_designated() -> None:
    """Also without the programme beside the day."""
    text = "The committee has five seats. The group was designated on October 8, 1997."
    assert "designation.prior" in kinds(f"Canada listed the Harbour Front. {text}")
