"""OFAC's worked examples of indirect ownership, with parties of our own, and other rules."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.model.dates import Interval, PartialDate
from interdict.ownership.grounds import Grounds, Standing, grounds_of
from interdict.ownership.rule import Counting, Measure
from interdict.ownership.sizes import UNKNOWN, read_size
from interdict.ownership.spread import spread
from interdict.ownership.stakes import Register, Stake

DAY = date(2031, 5, 1)
HALF_OR_MORE = Measure("US", 500_000, True, Counting.ALL_LISTED, False)
MORE_THAN_HALF = Measure("UK", 500_000, False, Counting.ONE_PERSON, True)
NOT_SETTLED = Measure("UK", 500_000, False, Counting.UNSETTLED, None)


def standing(
    stakes: str, party: str, *, listed: str = "X", rule: Measure = HALF_OR_MORE, perhaps: str = ""
) -> Grounds:
    """Where a party stands; stakes are written `X 50 A` (`X controls A`), one after the other."""
    read = []
    for told in filter(None, (part.strip() for part in stakes.split(";"))):
        owner, size, asset = told.split(" ", 2)
        control = size == "controls"
        read.append(Stake(owner, asset, read_size("" if control else size), control=control))
    holdings = Register(read).on(DAY)
    persons, maybe = frozenset(listed.split()), frozenset(perhaps.split())
    reach = spread(holdings, persons, rule, maybe)
    return grounds_of(party, holdings, reach, rule, persons, maybe)


@pytest.mark.parametrize(
    ("stakes", "party", "listed", "expected"),
    [
        # A chain: half of A, and A half of B.
        ("X 50 A; A 50 B", "B", "X", Standing.FOLLOWS),
        # Two halves, each with a quarter of C: the quarters add up to a half.
        ("X 50 A; X 50 B; A 25 C; B 25 C", "C", "X", Standing.FOLLOWS),
        # Ten percent directly and forty through A, which is itself owned by half.
        ("X 50 A; X 10 B; A 40 B", "B", "X", Standing.FOLLOWS),
        # A is owned by less than half: what A holds does not count, and A is free.
        ("X 25 A; A 100 B", "A", "X", Standing.FREE),
        ("X 25 A; A 100 B", "B", "X", Standing.FREE),
        ("X 50 A; X 25 B; A 25 C; B 25 C", "C", "X", Standing.FREE),
        # Two listed persons, each with a quarter: together a half, whatever their programmes.
        ("X 25 A; Y 25 A", "A", "X Y", Standing.FOLLOWS),
        # What is a quarter of a half counts as a quarter, not as an eighth.
        ("X 50 A; A 25 B; Y 25 B", "B", "X Y", Standing.FOLLOWS),
        ("X 49.9999 A", "A", "X", Standing.FREE),
        ("X 16.67 A; Y 33.33 A", "A", "X Y", Standing.FOLLOWS),
        # A ring of companies that own each other follows nobody but itself.
        ("A 100 B; B 100 A; X 10 A", "A", "X", Standing.FREE),
    ],
)  # fmt: skip
def test_half_or_more_in_the_aggregate(
    stakes: str, party: str, listed: str, expected: Standing
) -> None:
    """Direct and indirect stakes of all listed persons add up; status goes down the chain.

    Source: OFAC FAQ 398, 399 and 401 (the examples' arithmetic).
    """
    assert standing(stakes, party, listed=listed).standing is expected


def test_control_alone_does_not_block_where_the_rule_counts_shares() -> None:
    """Source: OFAC FAQ 398: control without ownership does not block."""
    assert standing("X controls A", "A").standing is Standing.FREE
    assert standing("X controls A", "A", rule=MORE_THAN_HALF).standing is Standing.FOLLOWS


def test_more_than_half_by_one_person() -> None:
    """Exactly half is not more than half, and strangers' stakes are not added up."""
    for stakes, listed, expected in (
        ("X 50 A", "X", Standing.FREE),
        ("X 50.1 A", "X", Standing.FOLLOWS),
        ("X 30 A; Y 30 A", "X Y", Standing.FREE),
        ("X 60 A; X 20 B; A 40 B", "X", Standing.FOLLOWS),
    ):
        found = standing(stakes, stakes.split()[-1], listed=listed, rule=MORE_THAN_HALF)
        assert found.standing is expected, stakes


def test_where_one_person_counts_the_largest_is_shown_and_not_the_sum() -> None:
    """Two strangers with a third each hold a third: the sum would look like a majority."""
    grounds = standing("X 30 A; Y 35 A", "A", listed="X Y", rule=MORE_THAN_HALF)
    assert (grounds.low, grounds.high, grounds.by) == (350_000, 350_000, "Y")
    through = standing("X 60 B; B 20 A; X 15 A; Y 30 A", "A", listed="X Y", rule=MORE_THAN_HALF)
    assert (through.low, through.by) == (350_000, "X")


def test_the_path_of_one_person_stays_with_that_person() -> None:
    """A stranger's larger stake on the way is no reason."""
    grounds = standing(
        "X 60 B; X 60 C; B 30 A; C 25 A; Y 40 A", "A", listed="X Y", rule=MORE_THAN_HALF
    )
    assert grounds.standing is Standing.FOLLOWS
    assert grounds.path == ("A", "B", "X")


def test_what_the_sources_leave_open_of_the_rule_stays_open() -> None:
    """Whether strangers' stakes add up, and whether control is enough, may not be said."""
    for stakes, expected in (
        ("X 30 A; Y 30 A", Standing.UNDETERMINED),
        ("X 20 A; Y 30 A", Standing.FREE),
        ("X 60 A", Standing.FOLLOWS),
        ("X controls A", Standing.UNDETERMINED),
    ):
        found = standing(stakes, "A", listed="X Y", rule=NOT_SETTLED)
        assert found.standing is expected, stakes
    grounds = standing("X 30 A; Y 30 A", "A", listed="X Y", rule=NOT_SETTLED)
    assert (grounds.low, grounds.high) == (300_000, 600_000)


def test_who_is_perhaps_listed_makes_nobody_follow_for_certain() -> None:
    """A name alone is not a listing: what rests on it stays open."""
    assert standing("X 60 A", "A", listed="", perhaps="X").standing is Standing.UNDETERMINED
    assert standing("X 60 A", "X", listed="", perhaps="X").standing is Standing.UNDETERMINED
    assert standing("X 40 A", "A", listed="", perhaps="X").standing is Standing.FREE
    assert standing("X 60 A; Y 40 A", "A", listed="Y", perhaps="X").low == 400_000


def test_unknown_sizes_leave_the_answer_open_within_what_others_hold() -> None:
    """A stake of unknown size is between nothing and what the others leave."""
    assert standing("X ? A", "A").standing is Standing.UNDETERMINED
    assert standing("X ? A; F 60 A", "A").standing is Standing.FREE
    assert standing("X 25-75 A", "A").standing is Standing.UNDETERMINED
    assert standing("X >=50 A", "A").standing is Standing.FOLLOWS
    grounds = standing("X 25-75 A; F 30 A", "A")
    assert (grounds.low, grounds.high, grounds.stated) == (250_000, 700_000, 550_000)


def test_a_listed_owner_of_a_listed_party_changes_nothing() -> None:
    """Who is listed stands by the listing."""
    assert standing("X 100 A", "A", listed="X A").standing is Standing.LISTED


def test_a_party_without_stakes_is_told_apart_from_one_that_is_free() -> None:
    """No stake known is no answer."""
    assert standing("X 100 A", "Z").standing is Standing.UNKNOWN_PARTY
    assert standing("X 100 A", "Z", listed="X Z").standing is Standing.LISTED


def test_the_path_names_each_owner_up_to_the_listed_one() -> None:
    """Through the largest counting owner."""
    assert standing("X 50 A; A 60 B; F 40 B", "B").path == ("B", "A", "X")
    assert standing("X 10 A", "A").path == ()


def test_stakes_count_within_their_period_and_doubtfully_at_its_edges() -> None:
    """A stake sold ended on that day; a month alone leaves the days of the month open."""
    sold = Interval(PartialDate(2020, 1, 1), PartialDate(2031, 5, 1))
    month = Interval(PartialDate(2031, 5), None)
    for period, expected in (
        (sold, Standing.FREE),
        (month, Standing.UNDETERMINED),
        (Interval(), Standing.FOLLOWS),
    ):
        holdings = Register([Stake("X", "A", read_size("80"), period)]).on(DAY)
        reach = spread(holdings, {"X"}, HALF_OR_MORE)
        found = grounds_of("A", holdings, reach, HALF_OR_MORE, frozenset("X"))
        assert found.standing is expected


def test_sources_that_differ_widen_the_bounds_and_votes_are_not_added_to_shares() -> None:
    """Two sources of one stake are not two stakes."""
    stakes = [
        Stake("X", "A", read_size("40"), source="one"),
        Stake("X", "A", read_size("55"), source="two"),
    ]
    holdings = Register(stakes).on(DAY)
    assert (holdings.low.tolist(), holdings.high.tolist()) == ([400_000], [550_000])
    votes = [Stake("X", "A", read_size("30")), Stake("X", "A", read_size("30"), kind="votes")]
    assert Register(votes).on(DAY).low.tolist() == [300_000]


def test_no_stakes_at_all() -> None:
    """An empty register answers."""
    holdings = Register([]).on(DAY)
    assert spread(holdings, {"X"}, HALF_OR_MORE).surely.tolist() == []
    assert Register([Stake("A", "A", UNKNOWN)]).ids == ()
