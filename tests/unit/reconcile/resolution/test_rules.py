"""The file of rules, and how one rule is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from interdict.errors import ConfigError
from interdict.reconcile.resolution.evidence import BIRTH_LEVELS, NAME_LEVELS, PairEvidence
from interdict.reconcile.resolution.rules import Decision, resolution_rules, rule_of

EVIDENCE = PairEvidence(
    kinds_fit=True, kind="person", name="exact", names=1, words=2, bits=20.0, crowd=1,
    only_weak=False, form="same", birth="day", country="unknown", theme="agrees", gender="unknown",
    number="unknown", reference="unknown", reasons=(),
)  # fmt: skip

LEVELS: dict[str, set[object]] = {
    "kinds_fit": {True, False},
    "only_weak": {True, False},
    "kind": {"person", "craft", "wallet", "other"},
    "name": set(NAME_LEVELS),
    "birth": set(BIRTH_LEVELS),
    "country": {"agrees", "differs", "unknown"},
    "theme": {"agrees", "differs", "unknown"},
    "gender": {"agrees", "differs", "unknown"},
    "context": {"agrees", "differs", "unknown"},
    "form": {"same", "one", "differs"},
    "number": {"same", "differs", "unknown"},
    "reference": {"same", "differs", "unknown"},
}


def test_every_rule_has_a_name_of_its_own_and_levels_that_exist() -> None:
    """A misspelt level would be a rule that never fits."""
    rules = resolution_rules().rules
    assert max(Counter(rule.name for rule in rules).values()) == 1
    for rule in rules:
        for field, levels in rule.accepts.items():
            assert levels <= LEVELS[field], (rule.name, field)


def test_no_rule_joins_by_a_name_alone() -> None:
    """Whatever joins asks for a number, a reference, a birth date or a context beside the name.

    The longest and rarest names are the exception, and even they only without a contradiction.
    """
    for rule in resolution_rules().rules:
        if rule.says is Decision.SAME and rule.name != "very-rare-name":
            assert {"number", "reference", "birth", "context", "theme"} & rule.accepts.keys()


def test_the_first_rule_that_fits_decides() -> None:
    """A gender that differs is looked at before a birthday that agrees."""
    rules = resolution_rules()
    decided = rules.decide(EVIDENCE)
    assert decided is not None and decided.says is Decision.SAME
    against = rules.decide(replace(EVIDENCE, gender="differs"))
    assert against is not None and against.says is Decision.DIFFERENT


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"name": ["exact"]}, True),
        ({"name": ["sound"]}, False),
        ({"bits_min": 20}, True),
        ({"bits_min": 20.5}, False),
        ({"crowd_max": 1}, True),
        ({"words_max": 1}, False),
        ({"context": ["agrees"]}, True),
    ],
)
def test_levels_and_bounds(when: dict[str, Any], fits: bool) -> None:
    """A list accepts levels, bounds are closed, context is country and theme together."""
    assert rule_of({"rule": "x", "says": "same", "when": when}).fits(EVIDENCE) is fits


@pytest.mark.parametrize(
    "data",
    [
        {"rule": "x", "says": "perhaps", "when": {}},
        {"rule": "x", "says": "same"},
        {"rule": "x", "says": "same", "when": {}, "note": "y"},
        {"rule": "x", "says": "same", "when": {"colour": ["red"]}},
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(data: dict[str, Any]) -> None:
    """An unknown decision, key or field is an error, never a rule that silently does nothing."""
    with pytest.raises(ConfigError, match=r"resolution\.yml"):
        rule_of(data)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SYRIA", "The Syria (Sanctions) (EU Exit) Regulations 2019"),
        ("SDGT", "ISIL (Da'esh) and Al-Qaida"),
        ("DPRK2", "Democratic People's Republic of Korea"),
        ("LIBYA3", "Libya"),
    ],
)
def test_programmes_of_one_cause_meet(left: str, right: str) -> None:
    """Tags of two publishers lead to one theme; an unknown tag to none."""
    rules = resolution_rules()
    assert rules.themes_of([left]) & rules.themes_of([right])
    assert rules.themes_of(["XYZZY"]) == frozenset()
