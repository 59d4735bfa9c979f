"""History as a check: every scenario of this folder, answer by answer.

The same table on a terminal: `interdict regime check tests/scenarios`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from interdict.regimes.catalog import load_regimes
from interdict.regimes.scenario import Check, Scenario, check
from interdict.regimes.scenario_file import parse_scenario

REGIMES = load_regimes()
FILES = sorted(Path(__file__).parent.glob("*.yml"))
SCENARIOS = {path.stem: parse_scenario(path.name, path.read_bytes()) for path in FILES}
CHECKS = [(name, one) for name, scenario in SCENARIOS.items() for one in check(scenario, REGIMES)]


def _named(case: tuple[str, Check]) -> str:
    name, one = case
    return f"{name}-{one.regime}-{one.as_of}-{one.known_on or 'all'}-{one.asked}"


@pytest.mark.parametrize("case", CHECKS, ids=_named)
def test_history_is_answered_as_it_was(case: tuple[str, Check]) -> None:
    """On that day, from what was known by then, the state or effect is the expected one."""
    _, one = case
    assert one.got == one.expected


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_rests_on_its_facts(name: str) -> None:
    """Without its events and tags some of its answers are wrong: it checks something."""
    scenario = SCENARIOS[name]
    empty = tuple(replace(row, told=(), tagged=()) for row in scenario.designations)
    bare = replace(scenario, designations=empty, rewards=())
    assert not all(one.holds for one in check(bare, REGIMES))


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_fact_of_a_scenario_matters(name: str) -> None:
    """It is graded, and cites a source that the file declares; what is unverified ends nothing."""
    for row in SCENARIOS[name].designations:
        assert row.regime in REGIMES
        for told in row.told:
            assert told.source
            if told.grade in "CU":
                assert not told.event.grade.confirms
    for offered in SCENARIOS[name].rewards:
        assert offered.source


def test_the_programmes_of_history_are_there() -> None:
    """Life cycles that differ are all checked: by act, publication, list, order and mark."""
    asked = {one.regime for _, one in CHECKS}
    assert {"US-FTO", "US-SDGT", "US-TCO", "UN-1267", "GB-PROSCRIBED", "EU-UNLI"} <= asked
    assert {
        "in_force",
        "pending",
        "due_unconfirmed",
        "ended",
        "reported",
        "none",
        "not_covered",
    } <= {one.expected.partition(",")[0] for _, one in CHECKS}


def _dropping(scenario: Scenario, event: str) -> Scenario:
    rows = tuple(
        replace(row, told=tuple(t for t in row.told if t.event.name != event))
        for row in scenario.designations
    )
    return replace(scenario, designations=rows)


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("hayat-tahrir-al-sham", "revoked"),
        ("the-resistance-front", "amended"),
        ("ansarallah", "licensed"),
        ("ansarallah", "reinstated"),
        ("palestine-action", "annulled_stayed"),
        ("cartel-de-los-soles", "published"),
        ("mek", "revoked"),
        ("withdrawn-announcement", "withdrawn"),
    ],
)
def test_a_forgotten_event_is_noticed(name: str, event: str) -> None:
    """The scenario fails if the act that makes its point is taken out."""
    assert not all(one.holds for one in check(_dropping(SCENARIOS[name], event), REGIMES))
