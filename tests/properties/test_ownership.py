"""Ownership against a plain reading of the rule, and against worlds drawn within the bounds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.ownership import spread as spreading
from interdict.ownership.grounds import Standing, grounds_of
from interdict.ownership.rule import Counting, Measure
from interdict.ownership.sizes import WHOLE, Size
from interdict.ownership.spread import NOT_REACHED, spread
from interdict.ownership.stakes import Register, Stake

DAY = date(2031, 5, 1)
PARTIES = "abcdefgh"

Graph = dict[tuple[str, str], Size]


def rule(counting: Counting, *, inclusive: bool, control: bool = False) -> Measure:
    """A rule of half of an asset."""
    return Measure("T", WHOLE // 2, inclusive, counting, control)


@st.composite
def graphs(draw: st.DrawFn, *, exact: bool) -> Graph:
    """Owners and assets among eight parties; the shares of an asset can stand side by side."""
    graph: Graph = {}
    for asset in PARTIES:
        left = WHOLE
        for owner in draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=4)):
            if owner == asset:
                continue
            share = draw(st.sampled_from((100_000, 250_000, 400_000, 500_000, 510_000, 1_000_000)))
            low = min(share, left)
            high = low if exact else draw(st.sampled_from((low, min(low + 200_000, WHOLE), WHOLE)))
            graph[owner, asset] = Size(0 if not exact and draw(st.booleans()) else low, high)
            left -= low
    return graph


def follows(graph: dict[tuple[str, str], int], listed: set[str], r: Measure) -> set[str]:
    """The rule read plainly: add parties until nothing changes."""
    if r.counting is Counting.ONE_PERSON:
        together = rule(Counting.ALL_LISTED, inclusive=r.inclusive)
        return set().union(*(follows(graph, {person}, together) for person in listed), listed)
    reached = set(listed)
    while True:
        more = {
            asset
            for asset in PARTIES
            if asset not in reached
            and r.least <= sum(n for (o, a), n in graph.items() if a == asset and o in reached)
        }
        if not more:
            return reached
        reached |= more


def found(graph: Graph, listed: set[str], r: Measure) -> tuple[set[str], set[str]]:
    """Who surely and who perhaps follows, by the engine."""
    holdings = Register(Stake(o, a, size) for (o, a), size in graph.items()).on(DAY)
    reach = spread(holdings, listed, r)
    surely = {holdings.ids[n] for n in range(len(holdings.ids)) if reach.surely[n] != NOT_REACHED}
    perhaps = {holdings.ids[n] for n in range(len(holdings.ids)) if reach.perhaps[n] != NOT_REACHED}
    return surely | listed, perhaps | listed


SETTLED = (Counting.ALL_LISTED, Counting.ONE_PERSON)
RULES = st.builds(rule, st.sampled_from(SETTLED), inclusive=st.booleans())
LISTED = st.sets(st.sampled_from(PARTIES), max_size=3)


@given(graphs(exact=True), LISTED, RULES)
def test_exact_stakes_give_one_answer_as_the_rule_reads(
    graph: Graph, listed: set[str], r: Measure
) -> None:
    """With every size known, nobody is undetermined, and the answer is the plain reading's."""
    expected = follows({pair: size.low for pair, size in graph.items()}, listed, r)
    assert found(graph, listed, r) == (expected, expected)


@given(graphs(exact=False), LISTED, RULES, st.data())
def test_no_world_within_the_bounds_escapes_them(
    graph: Graph, listed: set[str], r: Measure, data: st.DataObject
) -> None:
    """Whatever the sizes are: who surely follows does, and who follows was held possible."""
    world: dict[tuple[str, str], int] = {}
    for asset in PARTIES:
        pairs = [pair for pair in graph if pair[1] == asset]
        room = WHOLE - sum(graph[pair].low for pair in pairs)
        for pair in pairs:
            size = graph[pair]
            more = data.draw(st.integers(0, min(size.high - size.low, max(room, 0))))
            more = data.draw(st.sampled_from((0, more, min(size.high - size.low, max(room, 0)))))
            world[pair] = size.low + more
            room -= more
    surely, perhaps = found(graph, listed, r)
    truly = follows(world, listed, r)
    assert surely <= truly <= perhaps


@given(graphs(exact=False), LISTED, LISTED, st.booleans())
def test_what_is_not_settled_lies_between_the_settled_readings(
    graph: Graph, listed: set[str], perhaps: set[str], inclusive: bool
) -> None:
    """Surely as for one person, perhaps as for all; who is perhaps listed adds to perhaps only."""
    holdings = Register(Stake(o, a, size) for (o, a), size in graph.items()).on(DAY)
    together, alone, open_ = (
        rule(counting, inclusive=inclusive)
        for counting in (Counting.ALL_LISTED, Counting.ONE_PERSON, Counting.UNSETTLED)
    )
    reach = spread(holdings, listed, open_, perhaps)
    surely = spread(holdings, listed, alone).surely
    most = spread(holdings, listed | perhaps, together).perhaps
    assert (reach.surely == surely).all()
    assert (reach.perhaps == most).all()


@given(graphs(exact=False), LISTED, RULES)
def test_few_parties_and_many_are_followed_alike(
    graph: Graph, listed: set[str], r: Measure
) -> None:
    """The arrays and the loop for few parties give the same answer."""
    before = spreading.FEW
    try:
        spreading.FEW = 0
        by_arrays = found(graph, listed, r)
    finally:
        spreading.FEW = before
    assert found(graph, listed, r) == by_arrays


@given(graphs(exact=False), LISTED, RULES)
@settings(max_examples=60)
def test_grounds_add_up_and_their_path_ends_at_a_listed_party(
    graph: Graph, listed: set[str], r: Measure
) -> None:
    """The bounds shown are those of the counting holders; the path goes from owner to owner."""
    holdings = Register(Stake(o, a, size) for (o, a), size in graph.items()).on(DAY)
    reach = spread(holdings, listed, r)
    for entity_id in holdings.ids:
        grounds = grounds_of(entity_id, holdings, reach, r, frozenset(listed))
        if grounds.standing is Standing.FOLLOWS:
            assert grounds.low >= r.least
        if grounds.standing is Standing.FREE and r.counting is Counting.ONE_PERSON:
            assert grounds.low < r.least
        if grounds.path:
            assert grounds.path[0] == entity_id
            assert grounds.path[-1] in listed
            for asset, owner in zip(grounds.path, grounds.path[1:], strict=False):
                assert (owner, asset) in graph
        assert Fraction(grounds.low, WHOLE) <= 1
