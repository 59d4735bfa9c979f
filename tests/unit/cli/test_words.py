"""Designations, states, citations and coverage in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interdict.cli.words import (
    citation_in_words,
    citations_in_words,
    coverage_in_words,
    designation_in_words,
    state_in_words,
)
from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, State, StateName
from interdict.model.source import Citation, Grade
from interdict.store.base import Coverage

ON = date(2031, 5, 31)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def state(name: StateName, **rest: Any) -> str:
    """The words for a state."""
    return state_in_words(State(name, ON, **rest))


def test_in_force_says_since_when_and_on_whose_word() -> None:
    """The grade stands behind it."""
    assert state(StateName.IN_FORCE, since="2031-03-10", grade=Grade.ISSUER) == (
        "in force since 2031-03-10 · issuer"
    )


def test_in_force_by_a_list_gives_the_bounds_of_the_editions() -> None:
    """A first sight is not called a beginning; where it ended, both bounds are given."""
    words = state(
        StateName.IN_FORCE,
        grade=Grade.COPY,
        first_seen=day("2031-02-01"),
        absent_before=day("2031-01-01"),
        last_seen=day("2031-06-01"),
        absent_after=day("2031-07-01"),
    )
    assert words == (
        "in force, first seen 2031-02-01 (not in 2031-01-01); "
        "last seen 2031-06-01, absent from 2031-07-01 · copy"
    )


def test_a_bound_is_not_shown_as_a_date() -> None:
    """`../2031-02-01` means no later than."""
    assert "since on or before 2031-02-01" in state(StateName.IN_FORCE, since="../2031-02-01")


def test_ended_says_how_or_between_which_editions() -> None:
    """A date where one is known, else the two editions."""
    assert state(StateName.ENDED, ended="2031-04-01", ended_by="revoked") == (
        "ended 2031-04-01 · revoked"
    )
    assert state(StateName.ENDED, last_seen=day("2031-02-01"), absent_after=day("2031-03-01")) == (
        "ended between 2031-02-01 (last seen) and 2031-03-01 (absent)"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [(StateName.PENDING, "pending"), (StateName.DUE_UNCONFIRMED, "due, unconfirmed")],
)
def test_what_is_announced_says_since_and_until_when(name: StateName, said: str) -> None:
    """A date that nobody gives is said to be unknown."""
    assert state(name, announced="2031-05-01", expected="2031-05-08") == (
        f"{said}: announced 2031-05-01, expected 2031-05-08"
    )
    assert state(name) == (f"{said}: announced on a date not known, expected on a date not known")


def test_reported_says_that_only_the_press_says_so() -> None:
    """Never in the words for what is in force."""
    words = state(StateName.REPORTED, since="2031-03")
    assert words == "reported, as of 2031-03 (press only)"
    assert "in force" not in words


def test_not_covered_is_not_the_same_as_not_in_force() -> None:
    """Both give their notes."""
    assert state(StateName.NONE, notes=("denied",)) == "not in force (denied)"
    assert state(StateName.NOT_COVERED) == "not covered by any list held"


def test_flags_and_doubts_are_added() -> None:
    """A licence, and an answer that rests on a date not known to the day."""
    words = state(StateName.IN_FORCE, since="2031-03", flags=("licensed",), certain=False)
    assert words == ("in force since 2031-03 [licensed] (rests on a date not known to the day)")


@pytest.mark.parametrize("name", list(StateName))
def test_every_state_has_words(name: StateName) -> None:
    """Of its own."""
    others = {state(other) for other in StateName if other is not name}
    assert state(name) not in others


def test_a_list_is_cited_by_edition_row_and_record() -> None:
    """What one needs to look it up in the file."""
    citation = Citation(
        "my_list", Grade.COPY, edition="2031-02-01", file="sdn.csv", line=12, record_id="77"
    )
    assert citation_in_words(citation) == "my_list 2031-02-01, sdn.csv line 12, record 77"


def test_a_document_is_cited_by_characters() -> None:
    """With its footnote, if it has one."""
    citation = Citation("notice.md", Grade.COPY, document_id="d", start=5, end=9, detail="99 FR 1")
    assert citation_in_words(citation) == "notice.md (99 FR 1) [5:9]"


def test_a_compiled_fact_is_cited_by_its_own_source() -> None:
    """With the grade of its proof, not with the file that we keep it in."""
    citation = Citation(
        "ours",
        Grade.COPY,
        edition="2031-02-01",
        file="record.yml",
        detail="99 FR 1",
        fact_grade="A",
    )
    assert citation_in_words(citation) == "99 FR 1 (grade A)"


def test_a_reviewer_is_cited_by_what_he_says() -> None:
    """Where he points to, and his words."""
    citation = Citation("https://journal.example/1", Grade.OFFICIAL, detail="confirmed by A: read")
    assert citation_in_words(citation) == "https://journal.example/1: confirmed by A: read"


def test_spans_of_one_document_stand_together() -> None:
    """One line for each source, in the order of first mention, without repeats."""
    spans = [("b.txt", 1), ("a.txt", 2), ("b.txt", 8)]
    citations = [Citation(n, Grade.PRESS, document_id=n, start=s, end=s + 1) for n, s in spans]
    listed = Citation("my_list", Grade.COPY, edition="2031-02-01", file="sdn.csv", line=3)
    assert citations_in_words([*citations, listed, listed]).splitlines() == [
        "b.txt [1:2] [8:9]",
        "a.txt [2:3]",
        "my_list 2031-02-01, sdn.csv line 3",
    ]


def test_a_designation_names_programme_and_issuer() -> None:
    """Both, for one programme may have several issuers."""
    assert designation_in_words(Designation("x-1", "US-FTO", "US-STATE")) == "US-FTO (US-STATE)"


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (Coverage("l", "not_loaded"), "l: not loaded"),
        (
            Coverage("l", "before_first_edition", next_edition=day("2031-02-01")),
            "l: not covered (no edition on or before that date, the first is of 2031-02-01)",
        ),
        (
            Coverage("l", "covered", day("2031-02-01"), day("2031-03-01")),
            "l: answered from the edition of 2031-02-01, 14 days before, the next is of 2031-03-01",
        ),
        (
            Coverage("l", "covered", day("2031-02-15")),
            "l: answered from the edition of 2031-02-15",
        ),
    ],
)
def test_coverage_says_what_answers_and_what_comes_next(coverage: Coverage, words: str) -> None:
    """How old it is, what is not covered, and why."""
    assert coverage_in_words(coverage, date(2031, 2, 15)) == words
