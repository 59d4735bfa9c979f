"""Screening of one party."""

from datetime import UTC, date, datetime

import pytest

from interdict.errors import InvalidInput
from interdict.matching import Index, TokenMatcher
from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, State, StateName
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.statement import Statement
from interdict.screening.screen import Screener
from interdict.store.base import Coverage, Moment

MOMENT = Moment(date(2021, 8, 1), datetime(2021, 8, 1, tzinfo=UTC), 3)
COVERED = Coverage("own", "covered", PartialDate.parse("2021-07-07"))
BEFORE = Coverage("late", "before_first_edition", None, PartialDate.parse("2022-01-01"))


def screener(*names: str, coverage: tuple[Coverage, ...] = (COVERED,), **known: int) -> Screener:
    """Over persons of those names, each with one designation in force."""
    pairs = [
        (f"x-{at}", Held(Statement("own", f"x-{at}", "Person", "name", name)))
        for at, name in enumerate(names)
    ]

    def designations(entity_id: str) -> list[tuple[Designation, State]]:
        designation = Designation(entity_id, "US-SDGT", "US-TREASURY")
        return [(designation, State(StateName.IN_FORCE, MOMENT.as_of))]

    return Screener(
        TokenMatcher(Index.compile(pairs)),
        designations=designations,
        coverage=coverage,
        moment=MOMENT,
        **known,
    )


def test_a_listed_party_is_an_alert_with_its_designations() -> None:
    """Each hit carries the designations of its entity."""
    answer = screener("Ion Branescu").screen(Party(("Ion Branescu",)))
    assert answer.status == "alert"
    assert answer.hits[0].designations[0][0].id == "x-0:US-SDGT"
    assert (answer.as_of, answer.held_at, answer.engine) == (
        MOMENT.as_of,
        3,
        f"{TokenMatcher.NAME} {TokenMatcher.VERSION}",
    )
    assert answer.warnings == ()


def mentioned(limit: int = 10) -> Screener:
    """Over a listed person, and persons of the same name that one article names, undesignated."""
    listed = ("x-0", Held(Statement("own", "x-0", "Person", "name", "Ion Marin Branescu")))
    told = [
        (
            f"doc-ion-{at}",
            Held(
                Statement(
                    "documents", f"doc-ion-{at}", "Person", "name", "Ion Branescu",
                    document_id="abc", start=at, end=at + 12,
                )
            ),
        )
        for at in range(30)
    ]  # fmt: skip
    designation = Designation("x-0", "US-SDGT", "US-TREASURY")
    state = State(StateName.IN_FORCE, MOMENT.as_of)
    return Screener(
        TokenMatcher(Index.compile([listed, *told])),
        designations=lambda entity_id: [(designation, state)] if entity_id == "x-0" else [],
        coverage=(COVERED,),
        moment=MOMENT,
        limit=limit,
        files={"abc": "wire.txt"}.get,
    )


def test_whom_documents_alone_name_is_shown_and_is_no_alert() -> None:
    """Nobody is designated because an article names him."""
    answer = mentioned().screen(Party(("Ion Branescu",), schema="Person"))
    assert answer.status == "alert"
    assert [hit.match.entity_id for hit in answer.alerts] == ["x-0"]
    assert answer.hits[0] == answer.alerts[0]
    assert answer.hits[1].is_mention and answer.hits[1].document == "wire.txt"


def test_mentions_never_crowd_out_a_listed_party() -> None:
    """Though all of them are more like it."""
    answer = mentioned(limit=1).screen(Party(("Ion Branescu",)))
    assert [hit.match.entity_id for hit in answer.hits] == ["x-0"]


def test_mentions_alone_leave_a_party_clear() -> None:
    """They are still there to be read."""
    told = Statement("documents", "doc-ion", "Person", "name", "Ion Branescu", document_id="abc")
    only = Screener(
        TokenMatcher(Index.compile([("doc-ion", Held(told))])),
        designations=lambda _: [],
        coverage=(COVERED,),
        moment=MOMENT,
    )
    answer = only.screen(Party(("Ion Branescu",)))
    assert (answer.status, len(answer.hits), answer.alerts) == ("clear", 1, ())


def test_nobody_found_is_clear_where_a_list_covers_the_date() -> None:
    """And only there."""
    answer = screener("Ion Branescu").screen(Party(("Mira Solberg",)))
    assert (answer.status, answer.hits) == ("clear", ())


def test_a_date_that_nothing_covers_is_never_clear() -> None:
    """The status says so, and a warning what to do: documents cover no date either."""
    answer = screener(coverage=(BEFORE,)).screen(Party(("Mira Solberg",)))
    assert answer.status == "not_covered"
    assert "No list in the record covers 2021-08-01" in answer.warnings[0]
    assert screener(coverage=()).screen(Party(("Mira Solberg",))).status == "not_covered"


def test_partial_coverage_warns_for_each_dataset() -> None:
    """By name, in order; the covered one is not named."""
    missing = Coverage("absent", "not_loaded")
    answer = screener("Ion Branescu", coverage=(COVERED, BEFORE, missing)).screen(
        Party(("Ion Branescu",))
    )
    assert answer.status == "alert"
    assert [warning.split()[0] for warning in answer.warnings] == ["late", "Not"]


def test_names_without_substance_are_named() -> None:
    """They are left out, and the answer says so."""
    answer = screener("Ion Branescu").screen(Party(("Ion Branescu", "-")))
    assert answer.warnings == ("Nothing to match in '-': left out.",)


def test_a_full_answer_says_that_there_may_be_more() -> None:
    """When as many hits as the limit were found."""
    many = screener(*["Ion Branescu"] * 3, limit=2).screen(Party(("Ion Branescu",)))
    assert len(many.hits) == 2
    assert "there may be more" in many.warnings[-1]


def test_nothing_to_match_is_an_error() -> None:
    """An empty name is not a clear party."""
    with pytest.raises(InvalidInput):
        screener("Ion Branescu").screen(Party(("",)))


def test_the_digest_changes_with_what_answers_depend_on() -> None:
    """Threshold, limit, coverage; and is the same otherwise."""
    base = screener("Ion Branescu").digest
    assert base == screener("Ion Branescu").digest
    others = {
        screener("Ion Branescu", threshold=7_500).digest,
        screener("Ion Branescu", limit=3).digest,
        screener("Ion Branescu", coverage=(COVERED, BEFORE)).digest,
    }
    assert len(others | {base}) == 4
