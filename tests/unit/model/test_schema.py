"""Schemata: what kinds of things there are, and which could be one and the same."""

from __future__ import annotations

import pytest

from interdict.model.schema import (
    EVENT_PROPERTIES,
    EVENTS,
    PARENTS,
    PARTY_SCHEMATA,
    caption_of,
    compatible,
    is_a,
    most_specific,
)


@pytest.mark.parametrize(
    ("schema", "ancestor", "inherits"),
    [
        ("Company", "Organization", True),
        ("Company", "Thing", True),
        ("Person", "Person", True),
        ("Person", "Organization", False),
        ("Organization", "Company", False),
        ("Sanction", "Interval", True),
        ("Nonsense", "Thing", False),
    ],
)
def test_is_a(schema: str, ancestor: str, inherits: bool) -> None:
    """A schema is each of those it inherits from, and none that inherit from it."""
    assert is_a(schema, ancestor) is inherits


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("LegalEntity", "Person", True),
        ("Organization", "Company", True),
        ("Person", "Organization", False),
        ("Vessel", "Company", False),
        ("Company", "PublicBody", False),
        ("Vessel", "Vessel", True),
    ],
)
def test_compatible_in_both_directions(left: str, right: str, same: bool) -> None:
    """One party could be both only along a line of inheritance."""
    assert compatible(left, right) is same
    assert compatible(right, left) is same


@pytest.mark.parametrize(
    ("schemata", "expected"),
    [
        ({"LegalEntity", "Company", "Organization"}, "Company"),
        ({"Thing", "Vessel"}, "Vessel"),
        ({"Person", "Organization"}, "Organization"),
        ({"Unheard", "LegalEntity"}, "LegalEntity"),
        ({"Sanction"}, "Sanction"),
    ],
)
def test_most_specific(schemata: set[str], expected: str) -> None:
    """The deepest schema wins, and of equals always the same one."""
    assert most_specific(schemata) == expected
    assert most_specific(sorted(schemata, reverse=True)) == expected


def test_the_tree_is_closed() -> None:
    """Every parent and every party schema is itself a schema, and nothing inherits from itself."""
    assert {parent for parents in PARENTS.values() for parent in parents} <= set(PARENTS)
    assert set(PARENTS) >= PARTY_SCHEMATA
    assert not any(is_a(p, schema) for schema, parents in PARENTS.items() for p in parents)


def test_each_event_has_its_property() -> None:
    """An event and the property that dates it are named alike, one for one."""
    assert sorted(EVENT_PROPERTIES.values()) == sorted(EVENTS)
    assert len(set(EVENTS)) == len(EVENTS)
    assert EVENT_PROPERTIES["event:published"] == "published"


def test_caption_of_the_first_name_that_says_something() -> None:
    """Empty names are passed over; without any, the fallback is shown."""
    assert caption_of(["", "Harbour Front", "Other"], "id") == "Harbour Front"
    assert caption_of([], "id") == "id"
