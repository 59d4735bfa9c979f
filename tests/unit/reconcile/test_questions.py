"""Questions on which sources speak: nothing is dropped, and nothing silently wins."""

from __future__ import annotations

import pytest

from interdict.model.designation import Designation, Event
from interdict.model.source import Citation, Grade
from interdict.reconcile.questions import is_designation_event, questions_of, relation_of
from interdict.reconcile.relations import Relation


def said(
    name: str, on: str | None, grade: Grade = Grade.PRESS, *, source: str = "a.txt",
    expected: str | None = None,
) -> Event:  # fmt: skip
    return Event(name, on, grade, Citation(source, grade), expected=expected)


def asked(*events: Event) -> dict[str, tuple[list[str], Relation]]:
    """What is asked, with the values in their order and how they stand to each other."""
    designation = Designation("doc-x", "US-FTO", "US-STATE", events)
    return {q.about: ([a.value for a in q.answers], q.relation) for q in questions_of(designation)}


@pytest.mark.parametrize(
    ("values", "relation"),
    [
        (["2025-11-24"], Relation.AGREE),
        (["2025-11-24", "2025-11-24"], Relation.AGREE),
        (["2025-11", "2025-11-24"], Relation.REFINES),
        (["2025", "2025-11", "2025-11-24"], Relation.REFINES),
        (["../2025-11-30", "2025-11-24"], Relation.REFINES),
        (["2025-10/2025-11", "2025-11/2025-12"], Relation.COMPATIBLE),
        (["../2025-11-24", "2025-11"], Relation.COMPATIBLE),
        (["2025-11-24", "2025-11-25"], Relation.CONFLICT),
        (["2025-10", "2025-11-24"], Relation.CONFLICT),
        (["XXXX-11-24", "2025-11-24"], Relation.OPEN),
        (["2025-11", "2025-11-23", "2025-11-24"], Relation.CONFLICT),
        (["XXXX-11-24", "2025-11-23", "2025-11-24"], Relation.CONFLICT),
        (["2025-11", "2025-11-24", "XXXX-11-24"], Relation.OPEN),
    ],
)
def test_relation(values: list[str], relation: Relation) -> None:
    """The pair that agrees least decides, whatever the order."""
    assert relation_of(values) is relation
    assert relation_of(reversed(values)) is relation


def test_each_question_has_its_own_answers() -> None:
    """When it was announced, when it begins and when it ends are three questions."""
    assert asked(
        said("announced", "2025-11-16", expected="2025-11-24"),
        said("published", "2025-11-24", Grade.COPY),
        said("revoked", "2026-03-01", Grade.COPY),
    ) == {
        "announced": (["2025-11-16"], Relation.AGREE),
        "begins": (["2025-11-24"], Relation.AGREE),
        "ends": (["2026-03-01"], Relation.AGREE),
    }


def test_what_was_expected_and_what_came_answer_one_question() -> None:
    """The stronger source stands first; the other stays beside it."""
    found = asked(
        said("announced", "2025-11-16", expected="2025-11-22"),
        said("published", "2025-11-24", Grade.COPY),
    )
    assert found["begins"] == (["2025-11-24", "2025-11-22"], Relation.CONFLICT)


def test_nobody_is_left_out() -> None:
    """One answer for each value, with everybody who gives it, strongest first and once."""
    events = (
        said("announced", "2025-11-16", source="c.txt"),
        said("announced", "2025-11-16", Grade.ISSUER, source="z.txt"),
        said("announced", "2025-11-16", source="b.txt"),
        said("announced", "2025-11-16", source="b.txt"),
        said("announced", "2025-11", source="a.txt"),
    )
    (question,) = questions_of(Designation("doc-x", "US-FTO", "US-STATE", events))
    assert [[c.source for c in a.citations] for a in question.answers] == [
        ["z.txt", "b.txt", "c.txt"],
        ["a.txt"],
    ]
    assert question.relation is Relation.REFINES
    assert (question.entity_id, question.programme) == ("doc-x", "US-FTO")


def test_several_intervals_are_told_apart() -> None:
    """A second beginning does not contradict the first: an end lies between them."""
    assert asked(
        said("announced", "2021-01-10", expected="2021-01-19"),
        said("in_force", "2021-01-19", Grade.COPY),
        said("revoked", "2021-02-16", Grade.COPY),
        said("announced", "2025-01-22"),
        said("in_force", "2025-03-05", Grade.COPY),
        said("in_force", "2025-03"),
        said("revoked", "2026-01-01", Grade.COPY),
    ) == {
        "announced": (["2021-01-10"], Relation.AGREE),
        "announced #2": (["2025-01-22"], Relation.AGREE),
        "begins": (["2021-01-19"], Relation.AGREE),
        "begins #2": (["2025-03-05", "2025-03"], Relation.REFINES),
        "ends": (["2021-02-16"], Relation.AGREE),
        "ends #2": (["2026-01-01"], Relation.AGREE),
    }


def test_an_end_that_the_press_reports_begins_no_second_interval() -> None:
    """Two beginnings without a confirmed end between them contradict each other."""
    found = asked(
        said("in_force", "2021-01-19"),
        said("revoked", "2021-02-16"),
        said("in_force", "2025-03-05"),
    )
    assert found["begins"][1] is Relation.CONFLICT


def test_what_nobody_dates_is_not_asked() -> None:
    """Events without a date, and events that are neither beginning nor end."""
    assert asked(said("announced", None), said("amended", "2025-01-01")) == {}


def test_the_events_that_answer() -> None:
    """What is asked about is what the predicate says it is."""
    names = [
        n for n in ("announced", "published", "licensed", "revoked", "filed", "reinstated")
        if is_designation_event(said(n, "2025-01-01"))
    ]  # fmt: skip
    assert names == ["announced", "published", "revoked", "reinstated"]
    assert all(asked(said(name, "2025-01-01")) for name in names)
