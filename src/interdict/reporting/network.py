"""Who stands to whom: parties and relations, each with who says so, how, when, and where.

A relation is never a fact of the record: it is what a list's entry or somebody's claim says.
What several sources say of the same two parties is one relation with several pieces of word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from interdict.errors import InvalidInput
from interdict.model.claim import Claim, Stance
from interdict.model.designation import Designation, State
from interdict.model.entity import Entity
from interdict.model.source import Citation
from interdict.reconcile.designations import cite_statement
from interdict.reconcile.evidence import cite_claim, grade_of
from interdict.reconcile.questions import Question
from interdict.reporting.sources import author_of
from interdict.store.base import HeldDocument, View
from interdict.text.normalize import fold

DEEPEST = 3
"""Steps from the party, at most."""

MOST_PARTIES = 500
"""Parties in a network, at most; what lies beyond is counted, not shown."""

TOLD = {"leadership": "leads", "affiliation": "acts with", "support": "supports"}
"""Kinds of claims that relate two parties, and how the first stands to the second."""

UNIDENTIFIED = "name:"
"""Ids of parties that a text names and nothing identifies start so; the rest is the folded name."""

LINKS: dict[str, tuple[str, str, str]] = {
    "UnknownLink": ("subject", "object", "is linked to"),
    "Ownership": ("owner", "asset", "owns"),
    "Directorship": ("director", "organization", "directs"),
    "Membership": ("member", "organization", "is a member of"),
    "Employment": ("employee", "employer", "works for"),
    "Representation": ("agent", "client", "represents"),
    "Family": ("person", "relative", "is a relative of"),
    "Associate": ("person", "associate", "is an associate of"),
}
"""Links of lists: property of the one side, of the other, and what the first is to the second.

Source: FollowTheMoney 4, the edges of its interest schemata.
"""


@dataclass(frozen=True, slots=True)
class Word:
    """One source's word for a relation.

    `who` says it, `stance` how; `when` is EDTF of the relation, `published` of the source.
    `holds` is False for a list entry that the answering edition no longer holds.
    """

    who: str
    stance: Stance
    when: str | None
    published: str | None
    citation: Citation
    holds: bool = True
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies or rebuts a relation, and where."""

    who: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Node:
    """A party of the network; `steps` away from the one asked about, with its designations.

    An `id` that starts with `name:` is that of a party that a text names and nothing identifies.
    """

    id: str
    caption: str
    schema: str
    steps: int
    designations: tuple[tuple[str, State], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` stands in a relation to `target`, by everybody's word; `told` is its verb."""

    source: str
    target: str
    kind: str
    told: str
    words: tuple[Word, ...]
    denials: tuple[Denial, ...] = ()

    @property
    def stance(self) -> Stance:
        """Asserted only if somebody asserts it and nobody denies it; else how it is first told."""
        if self.denials:
            return Stance.ALLEGED
        stances = [word.stance for word in self.words]
        return Stance.ASSERTED if Stance.ASSERTED in stances else stances[0]


@dataclass(frozen=True, slots=True)
class Network:
    """Parties by their distance from `root`, and relations in a stable order.

    `n_beyond` counts parties that were left out because there were too many.
    """

    root: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    n_beyond: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a network is read from: one view with its claims and documents.

    `designated` gives the designations of an id, `contested` are questions with contests.
    """

    view: View
    claims: Sequence[Claim]
    documents: Mapping[str, HeldDocument]
    designated: Callable[[str], Sequence[tuple[Designation, State]]]
    contested: Sequence[Question]


@dataclass(slots=True)
class _Found:
    """A relation while its words are collected."""

    words: list[Word] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)


def network_of(ground: Ground, root: str, depth: int) -> Network:
    """The network around a party.

    Args:
        ground: what to read.
        root: the party's canonical id.
        depth: steps from it, 1 to `DEEPEST`.

    Raises:
        InvalidInput: if the depth lies outside.
    """
    if not 1 <= depth <= DEEPEST:
        raise InvalidInput(f"--depth {depth}: a network reaches 1 to {DEEPEST} steps")
    reader = _Reader(ground)
    steps = {root: 0}
    edges: dict[_Key, _Found] = {}
    beyond: set[str] = set()
    frontier = [root]
    for step in range(1, depth + 1):
        reached: list[str] = []
        for party in frontier:
            for key, found in reader.around(party).items():
                other = key[1] if key[0] == party else key[0]
                if other not in steps and len(steps) >= MOST_PARTIES:
                    beyond.add(other)
                    continue
                edges.setdefault(key, found)
                if other not in steps:
                    steps[other] = step
                    reached.append(other)
        frontier = reached
    nodes = [reader.node(party, step) for party, step in steps.items()]
    return Network(
        root,
        tuple(sorted(nodes, key=lambda n: (n.steps, n.caption, n.id))),
        tuple(
            Edge(source, target, kind, told, tuple(found.words), tuple(found.denials))
            for (source, target, kind, told), found in sorted(edges.items())
        ),
        len(beyond),
    )


_Key = tuple[str, str, str, str]
"""Source, target, kind, verb."""


class _Reader:
    """Relations of parties out of a view; claims are sorted by party once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._names: dict[str, tuple[str, str]] = {}
        self._by_party: dict[str, list[Claim]] = {}
        self._denials: dict[tuple[str, str], list[Denial]] = {}
        for question in ground.contested:
            told = self._denials.setdefault((question.about, question.entity_id), [])
            told += [Denial(c.speaker or c.citation.by or c.citation.source, c.citation)
                     for c in question.contests]  # fmt: skip
        for claim in ground.claims:
            if claim.kind in TOLD and claim.polarity == "+":
                for party in dict.fromkeys(self._ends(claim)):
                    self._by_party.setdefault(party, []).append(claim)

    def around(self, party: str) -> dict[_Key, _Found]:
        """Relations of one party, by who stands to whom and how."""
        found: dict[_Key, _Found] = {}
        for claim in self._by_party.get(party, ()):
            source, target = self._ends(claim)
            held = self._ground.documents.get(claim.document_id or "")
            if source and target and source != target and held is not None:
                key = (source, target, claim.kind, TOLD[claim.kind])
                found.setdefault(key, _Found()).words.append(_word(claim, held))
        if not party.startswith(UNIDENTIFIED):
            for link in self._links(party):
                self._add_link(link, found)
        for (_, target, kind, _), one in found.items():
            one.denials += self._denials.get((kind, target), [])
        return found

    def node(self, party: str, steps: int) -> Node:
        """A party with its designations at the moment."""
        if party.startswith(UNIDENTIFIED):
            caption, schema = self._names[party]
            return Node(party, caption, schema, steps)
        entity = self._ground.view.entity(party)
        if entity is None:
            caption, schema = self._names.get(party, (party, "LegalEntity"))
            return Node(party, caption, schema, steps)
        states = tuple((d.programme, s) for d, s in self._ground.designated(party))
        return Node(party, entity.caption, entity.schema, steps, states)

    def _ends(self, claim: Claim) -> tuple[str, str]:
        return (
            self._end(claim.subject_id, claim.subject, claim.subject_schema),
            self._end(claim.object_id, claim.object, claim.object_schema),
        )

    def _end(self, entity_id: str | None, surface: str | None, schema: str | None) -> str:
        if entity_id:
            party = self._ground.view.canonical(entity_id)
        elif surface and fold(surface):
            party = UNIDENTIFIED + fold(surface)
        else:
            return ""
        self._names.setdefault(party, (surface or party, schema or "LegalEntity"))
        return party

    def _links(self, party: str) -> Iterator[Entity]:
        seen = set()
        for prop in dict.fromkeys(side for ends in LINKS.values() for side in ends[:2]):
            for link in self._ground.view.referring(prop, party):
                if link.schema in LINKS and link.id not in seen:
                    seen.add(link.id)
                    yield link

    def _add_link(self, link: Entity, into: dict[_Key, _Found]) -> None:
        """A link of a list; a side that the list only names stands under its name."""
        one, other, told = LINKS[link.schema]
        told = (link.first("role") or told).lower()
        canonical = self._ground.view.canonical
        named = [self._end(None, name, None) for name in link.get("namesMentioned")]
        for source in [canonical(party) for party in link.get(one)] or named:
            for target in [canonical(party) for party in link.get(other)] or named:
                if source and target and source != target:
                    key = (source, target, link.schema, told)
                    into.setdefault(key, _Found()).words.append(_listed(link, (one, other)))


def _word(claim: Claim, held: HeldDocument) -> Word:
    return Word(
        who=claim.speaker or author_of(held.document),
        stance=claim.stance,
        when=claim.date,
        published=held.document.published,
        citation=cite_claim(claim, held, grade_of(held.document)),
    )


def _listed(link: Entity, sides: tuple[str, str]) -> Word:
    """A list's word: the row that names a side, its span, and what else it says."""
    held = next(h for h in link.held if h.statement.prop in sides)
    citation = cite_statement(held.statement, held.presence)
    start, end = link.first("startDate"), link.first("endDate")
    when = f"{start or '..'}/{end or '..'}" if start or end else link.first("date")
    share = link.first("percentage")
    return Word(
        who=held.statement.dataset,
        stance=Stance.ASSERTED,
        when=when,
        published=citation.published,
        citation=citation,
        holds=held.presence is None or held.presence.holds,
        detail=f"{share} percent" if share else None,
    )


def relations_of(network: Network, party: str) -> Iterable[tuple[Edge, str, bool]]:
    """Relations of one party: the edge, the other party, and whether it points away from it."""
    for edge in network.edges:
        if edge.source == party:
            yield edge, edge.target, True
        elif edge.target == party:
            yield edge, edge.source, False
