"""Entities: what a view of the record shows of one party."""

from __future__ import annotations

from interdict.model.entity import Entity, Held
from interdict.model.statement import Statement


def entity(*rows: tuple[str, str, str]) -> Entity:
    """An entity of (dataset, property, value), in that order."""
    return Entity(
        "mylist-1",
        "Organization",
        tuple(Held(Statement(d, "mylist-1", "Organization", p, v)) for d, p, v in rows),
    )


def test_values_come_in_order_and_once() -> None:
    """Two sources that say the same give one value."""
    party = entity(("b", "name", "Two"), ("a", "name", "One"), ("a", "name", "Two"))
    assert party.get("name") == ["Two", "One"]
    assert party.first("name") == "Two"
    assert party.get("alias") == []
    assert party.first("alias") is None


def test_iterates_over_its_statements() -> None:
    """An entity is its statements, in their order."""
    party = entity(("a", "alias", "One"), ("a", "name", "Two"))
    assert [s.value for s in party] == ["One", "Two"]


def test_the_caption_prefers_a_name() -> None:
    """A name, else an alias, else a weak alias, else the id: never nothing."""
    weak, alias, name = ("a", "weakAlias", "HF"), ("a", "alias", "The Front"), ("a", "name", "Foo")
    assert entity(weak, alias, name).caption == "Foo"
    assert entity(weak, alias).caption == "The Front"
    assert entity(weak).caption == "HF"
    assert entity(("a", "country", "xx")).caption == "mylist-1"


def test_datasets_are_sorted_and_named_once() -> None:
    """Who speaks of it, whatever the order of the statements."""
    party = entity(("b", "name", "1"), ("a", "name", "2"), ("b", "alias", "3"))
    assert party.datasets == ("a", "b")
