"""Policies choose what is shown first; no answer is lost, a reviewer goes before them."""

from __future__ import annotations

import pytest

from interdict.errors import NotFound
from interdict.model.claim import Stance
from interdict.model.source import Citation, Grade
from interdict.reconcile.asking import Shape
from interdict.reconcile.policies import policies, policy_named, settle
from interdict.reconcile.questions import Answer, Contest, Question
from interdict.reconcile.relations import Relation
from interdict.reconcile.speakers import Voice
from interdict.store.base import Resolution


def answer(
    value: str, grade: Grade = Grade.PRESS, *, voice: Voice = Voice.REPORTER,
    on: str = "2031-05-05", bounds: tuple[float | None, float | None] | None = None,
    n_sources: int = 1, stance: Stance = Stance.ASSERTED,
) -> Answer:  # fmt: skip
    cited = Citation(f"{value}.txt", grade, published=on)
    return Answer(value, (cited,), (stance,), (None,), n_sources, (int(voice),), bounds)


def asked(
    *answers: Answer, relation: Relation = Relation.CONFLICT, shape: Shape = Shape.FUNCTIONAL,
    contests: tuple[Contest, ...] = (),
) -> Question:  # fmt: skip
    return Question("q|x", "x", "", "begins", answers, relation, shape, 2, contests)


OFFICIAL, LATEST, CAREFUL = (policy_named(n) for n in ("official-first", "latest", "conservative"))


def test_official_text_is_shown_before_later_press() -> None:
    """And by the policy of the latest, the press; the question keeps both answers."""
    question = asked(
        answer("2031-05-09", Grade.COPY, on="2031-05-01"),
        answer("2031-05-10", on="2031-06-01", n_sources=5),
    )
    assert settle(question, OFFICIAL).value == "2031-05-09"
    assert settle(question, LATEST).value == "2031-05-10"
    assert len(question.answers) == 2


def test_quoted_officials_come_before_reporters_and_these_before_nobody() -> None:
    """Where no official text is at hand."""
    voices = (Voice.UNNAMED_SOURCE, Voice.REPORTER, Voice.NAMED_SOURCE, Voice.OFFICIAL_QUOTED)
    question = asked(*(answer(f"2031-05-1{at}", voice=v) for at, v in enumerate(voices)))
    assert settle(question, OFFICIAL).value == "2031-05-13"


def test_the_conservative_number_is_the_smallest() -> None:
    """The latest is the latest, whatever its size."""
    question = asked(
        answer("about 30", bounds=(27, 33), on="2031-05-01"),
        answer("at least 31", bounds=(31, None), on="2031-05-02"),
        relation=Relation.COMPATIBLE,
        shape=Shape.COUNTER,
    )
    assert settle(question, CAREFUL).value == "about 30"
    assert settle(question, LATEST).value == "at least 31"
    assert settle(question, OFFICIAL).value == "at least 31"


def test_a_contradiction_of_equals_stays_open() -> None:
    """No rule is left that could tell them apart: somebody has to look."""
    question = asked(answer("no"), answer("yes"))
    for policy in policies().values():
        settled = settle(question, policy)
        assert (settled.value, settled.open) == (None, True)


def test_what_can_be_true_together_is_not_chosen_from() -> None:
    """Each of several places, names or effects stands."""
    question = asked(answer("north"), answer("south", Grade.COPY), shape=Shape.SET)
    assert (settle(question, OFFICIAL).value, settle(question, OFFICIAL).open) == (None, False)


def test_no_policy_makes_a_fact_of_an_allegation() -> None:
    """Alleged by all, or denied by somebody: shown with who says so, and never as the value."""
    alleged = asked(answer("Grau", stance=Stance.ALLEGED), shape=Shape.RELATION)
    denial = Contest(Relation.DENIED_BY, "Grau", Citation("a.txt", Grade.PRESS))
    denied = asked(answer("Grau"), shape=Shape.RELATION, contests=(denial,))
    for policy in policies().values():
        assert settle(alleged, policy).value is None
        assert settle(denied, policy).value is None


def test_a_reviewer_goes_before_the_policy() -> None:
    """With name and reason; a resolution that is taken back decides nothing."""
    question = asked(answer("no"), answer("yes"))
    settled = settle(question, OFFICIAL, Resolution("q|x", "yes", "Ann", "asked her"))
    assert (settled.value, settled.open) == ("yes", False)
    assert "Ann" in settled.why
    assert settle(question, OFFICIAL, Resolution("q|x", None, "Ann", "in error")).open


def test_an_unknown_policy_is_named_with_those_that_there_are() -> None:
    """And without a name the first one of the data is taken."""
    with pytest.raises(NotFound, match="official-first, latest, conservative"):
        policy_named("loudest")
    assert policy_named(None).name == "official-first"
