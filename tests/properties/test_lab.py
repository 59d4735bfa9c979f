"""Laws of the lab: draws depend on nothing but what they are for; rates behave."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.lab.catalog import MANIPULATIONS, manipulations
from interdict.lab.metrics import Outcome, rate, recall
from interdict.lab.probes import Plan, probe_of, probes_of
from interdict.lab.subjects import Subject
from interdict.text.names import is_matchable

WORD = st.sampled_from(
    "orsin karvan VELDT al-dask bin mirel Petrovich zhukov hassan muhammad jose pena tidal "
    "FREIGHT centre 12 LLC S.A. de la O'Hara Ñandú Łoś and trading".split()
)
NAME = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
SUBJECT = st.builds(
    Subject,
    id=st.integers(0, 10_000).map(str),
    schema=st.sampled_from(["Person", "Company", "Organization", "Vessel"]),
    name=NAME,
    aliases=st.lists(NAME, max_size=2).map(tuple),
    weak_aliases=st.lists(NAME, max_size=2).map(tuple),
    birth_dates=st.sampled_from([(), ("1970-03-07",), ("1970",), ("2000-02-29",)]),
    countries=st.sampled_from([frozenset(), frozenset({"ru"}), frozenset({"mx"})]),
)
LIST = st.lists(SUBJECT, min_size=1, max_size=8, unique_by=lambda subject: subject.id)


@settings(max_examples=60, deadline=None)
@given(LIST, SUBJECT, st.integers(0, 5), st.sampled_from([one.key for one in MANIPULATIONS]))
def test_another_record_or_kind_changes_no_other_test(
    subjects: list[Subject], extra: Subject, seed: int, kind: str
) -> None:
    """A test of a run stands in the larger run too, word for word."""
    plan = Plan(seed=seed, sample=100)
    everything = {(p.kind, p.target): p for p in probes_of(subjects, plan)}
    more = [one for one in subjects if one.id != extra.id] + [extra]
    larger = {(p.kind, p.target): p for p in probes_of(more, plan)}
    for key, probe in everything.items():
        if key[1] != extra.id:
            assert larger[key] == probe
    alone = probes_of(subjects, Plan(seed=seed, sample=100, kinds=(kind,)))
    assert alone == [probe for probe in everything.values() if probe.kind == kind]


@settings(max_examples=60, deadline=None)
@given(LIST, st.integers(1, 5), st.integers(0, 3))
def test_a_smaller_sample_is_the_beginning_of_a_larger_one(
    subjects: list[Subject], sample: int, seed: int
) -> None:
    """Kind by kind."""
    small = probes_of(subjects, Plan(seed=seed, sample=sample))
    large = probes_of(subjects, Plan(seed=seed, sample=100))
    for kind in manipulations():
        of_small = [probe for probe in small if probe.kind == kind.key]
        of_large = [probe for probe in large if probe.kind == kind.key]
        assert of_small == of_large[:sample]


@settings(max_examples=100, deadline=None)
@given(SUBJECT, st.integers(0, 50))
def test_every_test_asks_something_and_something_else(subject: Subject, seed: int) -> None:
    """A name that can be matched, and, beside controls, not the listed name itself."""
    for kind in MANIPULATIONS:
        probe = probe_of(kind, subject, Plan(seed=seed))
        if probe is None:
            continue
        [name] = probe.party.names
        assert is_matchable(name)
        assert name == " ".join(name.split())
        assert kind.is_control or kind.alters == "birth_date" or name != subject.name


@given(st.integers(0, 400), st.integers(0, 400))
def test_an_interval_holds_its_rate_and_narrows_with_more(n_hits: int, more: int) -> None:
    """Bounds lie in [0, 1] around the share; four times as many tests make it narrower."""
    n = n_hits + more
    found = rate(n_hits, n)
    assert 0 <= found.low <= found.share <= found.high <= 1 or n == 0
    if n:
        wider = rate(4 * n_hits, 4 * n)
        assert wider.high - wider.low < found.high - found.low


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30))
def test_recall_never_rises_with_the_threshold(scores: list[int]) -> None:
    """A higher threshold finds a subset."""
    outcomes = [
        Outcome("exact", str(at), "", "", score, 1, score) for at, score in enumerate(scores)
    ]
    found = [recall(outcomes, threshold).n_hits for threshold in range(4_000, 10_001, 500)]
    assert found == sorted(found, reverse=True)
