"""Kinds of relation as edges."""

from __future__ import annotations

import pytest

from interdict.lists.ofac.entry import Relation
from interdict.lists.ofac.relations import EDGES, UNKNOWN, edge_facts, edge_of, edge_tag


@pytest.mark.parametrize(
    ("kind", "this", "that", "expected"),
    [
        ("Owned or Controlled By", "Vessel", "Organization", ("Ownership", "asset", "owner")),
        ("Owns, controls, or operates", "Person", "Vessel", ("Ownership", "owner", "asset")),
        ("Property in the interest of", "Airplane", "Person", ("Ownership", "asset", "owner")),
        ("Acting for or on behalf of", "Person", None, ("Representation", "agent", "client")),
        ("Leader or official of", "Person", None, ("Directorship", "director", "organization")),
        ("Family member of", "Person", "Person", ("Family", "person", "relative")),
        ("Associate Of", "Person", "Person", ("UnknownLink", "subject", "object")),
    ],
)
def test_a_relation_keeps_its_direction(
    kind: str, this: str, that: str | None, expected: tuple[str, str, str]
) -> None:
    """This entry first, the other second; nothing is reported."""
    edge, drift = edge_of(kind, this, that)
    assert (edge.schema, edge.this, edge.that) == expected
    assert drift == ""


@pytest.mark.parametrize(
    ("kind", "this", "that"),
    [
        ("Leader or official of", "Organization", "Person"),
        ("Family member of", "Person", "Organization"),
        ("Owned or Controlled By", "Organization", "Vessel"),
    ],
)
def test_ends_that_do_not_fit_are_not_turned_round(kind: str, this: str, that: str) -> None:
    """The edge becomes an unknown link in the listed direction, and is reported."""
    edge, drift = edge_of(kind, this, that)
    assert edge is UNKNOWN
    assert "do not fit" in drift


def test_an_unknown_kind_is_an_unknown_link() -> None:
    """Reported by its name."""
    assert edge_of("Rival of", "Person", "Person") == (UNKNOWN, "relation Rival of")


def test_an_edge_is_told_by_kind_and_number_alone() -> None:
    """Two editions, or two formats, give the same id; other kinds give others."""
    one = Relation("Owned or Controlled By", "302", "A", line=1)
    again = Relation("owned or controlled by", "302", "B", line=9, former=True)
    assert edge_tag(one) == edge_tag(again) == "relation-owned-or-controlled-by-302"
    assert len({edge_tag(Relation(kind, "302", "", 1)) for kind in EDGES}) == len(EDGES)


def test_what_is_said_of_an_edge() -> None:
    """Its kind as listed, the other's number, comment, quality, and that it is over."""
    relation = Relation("Associate Of", "302", "A", 1, quality="Low", former=True, comment="by sea")
    facts = [(fact.prop, fact.value) for fact in edge_facts(relation, UNKNOWN)]
    assert facts == [
        ("role", "Associate Of"),
        ("recordId", "302"),
        ("summary", "by sea"),
        ("summary", "Quality: Low"),
        ("status", "former"),
    ]
