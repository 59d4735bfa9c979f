"""Laws of the states: what the press can never do, and what certain dates always mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, Event, Listing, State, StateName
from interdict.model.schema import EVENTS
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence
from interdict.regimes.catalog import load_regimes
from interdict.regimes.lifecycle import state_of
from interdict.regimes.regime import Lifecycle

# Laws of the events alone: what the end of a programme does to them has tests of its own.
LIFECYCLES = st.sampled_from(
    [replace(regime.lifecycle, programme=()) for regime in load_regimes().values()]
)
START = date(2025, 1, 1)
DAY = st.integers(0, 120).map(lambda n: START + timedelta(days=n))
ON = st.one_of(
    DAY.map(str),
    st.sampled_from(["2025-01", "2025-03", "2025", "../2025-02-10", "2025-02-10/..", "XXXX-02-10"]),
    st.none(),
)
CONFIRMING = st.sampled_from([grade for grade in Grade if grade.confirms])
MANY = settings(max_examples=200, deadline=None)


def events(grades: st.SearchStrategy[Grade]) -> st.SearchStrategy[list[Event]]:
    """Any events that sources of those grades could give."""
    return st.lists(
        st.builds(
            lambda name, on, grade, expected, told, prior: Event(
                name,
                on,
                grade,
                Citation(f"{grade} {name} {on}", grade),
                datetime(told.year, told.month, told.day, tzinfo=UTC),
                expected,
                prior,
            ),
            st.sampled_from(EVENTS),
            ON,
            grades,
            ON,
            DAY,
            st.booleans(),
        ),
        max_size=6,
    )


PRESS = events(st.just(Grade.PRESS))
ANY = events(st.sampled_from(list(Grade)))
LISTINGS = st.lists(
    st.builds(
        lambda days, holds: Listing(
            "mylist",
            "TAG",
            Presence(
                edition=PartialDate.of(max(days)),
                holds=holds,
                first_seen=PartialDate.of(min(days)),
                last_seen=PartialDate.of(sorted(days)[1]),
                absent_after=None if holds else PartialDate.of(max(days)),
            ),
            Citation("mylist", Grade.COPY),
        ),
        st.lists(DAY, min_size=3, max_size=3),
        st.booleans(),
    ),
    max_size=2,
)


def state(
    given_events: list[Event],
    lifecycle: Lifecycle,
    as_of: date,
    known_on: date,
    listings: list[Listing] | None = None,
) -> State:
    designation = Designation("e", "P", "X", tuple(given_events), tuple(listings or ()))
    return state_of(designation, lifecycle, as_of=as_of, known_on=known_on, covered=True)


@MANY
@given(ANY, LISTINGS, LIFECYCLES, DAY, DAY)
def test_in_force_rests_on_a_confirming_source(
    found: list[Event], listings: list[Listing], lifecycle: Lifecycle, as_of: date, known: date
) -> None:
    """Never without an act that begins it, or a list that carries it; and so with every end."""
    got = state(found, lifecycle, as_of, known, listings)
    acts = {e.name for e in found if e.grade.confirms and not e.prior and e.span is not None}
    begun = acts & set(lifecycle.starts)
    if got.name is StateName.IN_FORCE:
        assert begun or any(entry.presence.holds for entry in listings)
        assert got.grade is not None
        assert got.grade.confirms
    if got.name is StateName.ENDED:
        dropped = any(not entry.presence.holds for entry in listings)
        cancelled = acts & {"withdrawn", "disapproved"}
        assert dropped or cancelled or (begun and acts & set(lifecycle.ends))


@MANY
@given(ANY, PRESS, LISTINGS, LIFECYCLES, DAY, DAY)
def test_the_press_never_puts_in_force_and_never_ends(
    found: list[Event],
    press: list[Event],
    listings: list[Listing],
    lifecycle: Lifecycle,
    as_of: date,
    known: date,
) -> None:
    """However much it writes, the state in force is the same before and after, in every field.

    What the press announces can be seen to end only where an act takes it back.
    """
    before = state(found, lifecycle, as_of, known, listings)
    after = state(found + press, lifecycle, as_of, known, listings)
    if before.name is StateName.IN_FORCE:
        assert after == before
    else:
        assert after.name is not StateName.IN_FORCE
    if before.name is not StateName.ENDED and after.name is StateName.ENDED:
        assert after.ended_by in ("withdrawn", "disapproved")
        assert after.grade is not None
        assert after.grade.confirms


@MANY
@given(ANY, LISTINGS, LIFECYCLES, DAY, DAY, DAY)
def test_what_is_due_stays_due(
    found: list[Event],
    listings: list[Listing],
    lifecycle: Lifecycle,
    as_of: date,
    known: date,
    later: date,
) -> None:
    """Knowing later changes nothing but pending into due, from the same sources."""
    early, late = sorted((known, later))
    before = state(found, lifecycle, as_of, early, listings)
    after = state(found, lifecycle, as_of, late, listings)
    if before.name is StateName.PENDING:
        assert after in (before, replace(before, name=StateName.DUE_UNCONFIRMED))
    else:
        assert after == before
    if before.name is StateName.DUE_UNCONFIRMED:
        assert as_of >= date.fromisoformat(_last_day(before.expected))


def _last_day(expected: str | None) -> str:
    """The first day on which an expected date has surely passed: never due before it."""
    assert expected is not None
    low, _, high = expected.partition("/")
    return str(PartialDate.parse(high or low).last)


@MANY
@given(st.lists(st.tuples(st.booleans(), DAY, CONFIRMING), max_size=7), LIFECYCLES, DAY)
def test_days_alone_are_simple(
    acts: list[tuple[bool, date, Grade]], lifecycle: Lifecycle, as_of: date
) -> None:
    """Where every act is dated to the day: in force from a beginning until the next end."""
    found = [
        Event(
            lifecycle.starts[0] if begins else lifecycle.ends[0],
            str(day),
            grade,
            Citation(f"{begins} {day}", grade),
        )
        for begins, day, grade in acts
    ]
    past = [(day, begins) for begins, day, _ in acts if day <= as_of]
    begun = any(begins for _, begins in past)
    expected = StateName.NONE
    if begun:
        # Of one day's acts the end comes first: what ended and began on a day is in force.
        expected = StateName.IN_FORCE if max(past)[1] else StateName.ENDED
    got = state(found, lifecycle, as_of, as_of)
    assert got.name is expected
    assert got.certain
    if expected is StateName.IN_FORCE:
        ends = [day for day, begins in past if not begins]
        since = min(day for day, begins in past if begins and day >= max(ends, default=START))
        assert got.since == str(since)
