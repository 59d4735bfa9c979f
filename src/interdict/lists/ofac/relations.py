"""OFAC's kinds of relation as FollowTheMoney's edges, with their direction.

A relation reads *this entry is KIND that entry*. FollowTheMoney wants a person or an
organization at certain ends; where the listed ends do not fit, the edge is kept as an
`UnknownLink`, which fits all, instead of being turned round by guess.

Source: OFAC, reference values `RELATIONSHIP TYPE` (enhanced), `RelationType` (advanced);
FollowTheMoney 4, `Ownership`, `Directorship`, `Representation`, `Membership`, `Family`.
"""

from __future__ import annotations

from dataclasses import dataclass

from interdict.lists.ofac.entry import Relation
from interdict.lists.ofac.remarks import Fact
from interdict.lists.ofac.rules import slug
from interdict.model.schema import is_a


@dataclass(frozen=True, slots=True)
class Edge:
    """Schema of an edge, the properties for this and for that entry, and what they must be.

    `this_kind` and `that_kind` are schemata (None: any).
    """

    schema: str
    this: str
    that: str
    this_kind: str | None = None
    that_kind: str | None = None


UNKNOWN = Edge("UnknownLink", "subject", "object")

EDGES = {
    "associate of": UNKNOWN,
    "providing support to": UNKNOWN,
    "principal executive officer": UNKNOWN,  # of whom, the schema does not say
    "acting for or on behalf of": Edge("Representation", "agent", "client"),
    "owned or controlled by": Edge("Ownership", "asset", "owner", None, "LegalEntity"),
    "owns, controls, or operates": Edge("Ownership", "owner", "asset", "LegalEntity", None),
    "property in the interest of": Edge("Ownership", "asset", "owner", None, "LegalEntity"),
    "family member of": Edge("Family", "person", "relative", "Person", "Person"),
    "playing a significant role in": Edge(
        "Membership", "member", "organization", "LegalEntity", "Organization"
    ),
    "leader or official of": Edge(
        "Directorship", "director", "organization", "LegalEntity", "Organization"
    ),
}
"""Kind of relation, in lower case -> edge."""


def edge_of(kind: str, this_schema: str, that_schema: str | None) -> tuple[Edge, str]:
    """The edge for a relation, and what to report of it (empty if nothing).

    Args:
        this_schema: what kind of party this entry is.
        that_schema: the same of the other; None if it is no entry of the file.
    """
    edge = EDGES.get(kind.lower())
    if edge is None:
        return UNKNOWN, f"relation {kind}"
    fits = edge.this_kind is None or is_a(this_schema, edge.this_kind)
    fits &= edge.that_kind is None or that_schema is None or is_a(that_schema, edge.that_kind)
    return (edge, "") if fits else (UNKNOWN, f"relation {kind} between parties that do not fit")


def edge_tag(relation: Relation) -> str:
    """What makes the edge's id, together with this entry's: kind and the other's number."""
    return f"relation-{slug(relation.kind.lower())}-{slug(relation.other_number)}"


def edge_facts(relation: Relation, edge: Edge) -> list[Fact]:
    """What is said of the edge itself; `relationship` is a family's word for `role`."""
    facts = [
        Fact("relationship" if edge.schema == "Family" else "role", relation.kind),
        Fact("recordId", relation.other_number),
        Fact("summary", relation.comment),
    ]
    if relation.quality:
        facts.append(Fact("summary", f"Quality: {relation.quality}", "quality"))
    if relation.former:
        facts.append(Fact("status", "former"))
    return facts
