"""A network as lines of a tree, and in the DOT language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from interdict.model.claim import Stance
from interdict.model.designation import StateName
from interdict.model.source import Citation
from interdict.reporting.network import Edge, Network, Node, relations_of
from interdict.reporting.wording import STANCES, STATES, day_in_words

_SHOWN = (StateName.IN_FORCE, StateName.PENDING, StateName.DUE_UNCONFIRMED, StateName.REPORTED)
"""States that are shown beside a party's name."""

_LINE = 28
"""Characters of a line in a drawing."""

_PASSIVE = {
    "leads": "is led by",
    "acts with": "acts with",
    "supports": "is supported by",
    "is linked to": "is linked to",
    "linked to": "linked to",
    "owns": "is owned by",
    "directs": "is directed by",
    "is a member of": "has the member",
    "works for": "employs",
    "represents": "is represented by",
    "is a relative of": "is a relative of",
    "is an associate of": "is an associate of",
}
"""How the second party stands to the first."""


def tree_lines(network: Network) -> Iterator[str]:
    """The network as an indented tree; a party stands open at the first place it is reached.

    Under each relation stands who says so, how, when it was and when it was said.
    """
    nodes = {node.id: node for node in network.nodes}
    yield node_in_words(nodes[network.root])
    open_at = {network.root}
    yield from _branches(network, nodes, network.root, "", open_at)
    if network.n_beyond:
        yield f"({network.n_beyond} more parties are not shown: too many)"


def _branches(
    network: Network, nodes: dict[str, Node], party: str, indent: str, open_at: set[str]
) -> Iterator[str]:
    found = [
        (edge, other, away)
        for edge, other, away in relations_of(network, party)
        if nodes[other].steps >= nodes[party].steps
    ]
    for at, (edge, other, away) in enumerate(found):
        last = at == len(found) - 1
        stem, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        told = edge.told if away else _PASSIVE.get(edge.told, f"← {edge.told}")
        hedge = "" if edge.stance is Stance.ASSERTED else f" [{edge.stance}]"
        yield f"{indent}{stem}{told}{hedge} {node_in_words(nodes[other])}"
        for line in words_of(edge):
            yield f"{indent}{below}    {line}"
        if other not in open_at:
            open_at.add(other)
            yield from _branches(network, nodes, other, indent + below, open_at)


def node_in_words(node: Node) -> str:
    """A party's name, kind and what it is designated under."""
    return f"{node.caption} ({'; '.join([node.schema, *_stands(node)])})"


def _stands(node: Node) -> list[str]:
    return [f"{p}: {STATES[s.name].lower()}" for p, s in node.designations if s.name in _SHOWN]


def words_of(edge: Edge) -> Iterator[str]:
    """Who says a relation and who denies it, one line each, with the place."""
    for word in edge.words:
        parts = [f"{STANCES[word.stance]} {word.who}"]
        parts += [word.detail] if word.detail else []
        parts += [f"of {day_in_words(word.when)}"] if word.when else []
        parts += [f"published {day_in_words(word.published)}"] if word.published else ["not dated"]
        parts += [] if word.holds else ["no longer on the list"]
        yield f"{', '.join(parts)}: {_place(word.citation)}"
    for denial in edge.denials:
        yield f"denied by {denial.who}: {_place(denial.citation)}"


def _place(citation: Citation) -> str:
    if citation.document_id:
        return f"{citation.source} [{citation.start}:{citation.end}]"
    if citation.file and citation.line:
        return f"{citation.source} {citation.edition}, {citation.file} line {citation.line}"
    return citation.detail or citation.source


def to_dot(network: Network) -> str:
    """The network in DOT; what is only alleged is drawn dashed and says by whom.

    Labels are broken into lines, so that the drawing fits a page.

    Source: Graphviz, the DOT language (quoted identifiers: only the quotation mark and the
    backslash need escaping).
    """
    lines = [
        "digraph interdict {",
        "  rankdir=TB;",
        "  ranksep=0.8; nodesep=0.6;",
        '  node [shape=box, fontname="Georgia", fontsize=12, margin="0.15,0.1"];',
        '  edge [fontname="Georgia", fontsize=9];',
    ]
    for node in network.nodes:
        bold = ", style=bold" if node.id == network.root else ""
        label = "\n".join([*_wrapped(node.caption), node.schema, *_stands(node)])
        lines.append(f"  {_quoted(node.id)} [label={_quoted(label)}{bold}];")
    for edge in network.edges:
        dashed = "" if edge.stance is Stance.ASSERTED else ", style=dashed"
        by: dict[str, dict[str, None]] = {}
        for word in edge.words:
            by.setdefault(STANCES[word.stance], {})[word.who] = None
        for denial in edge.denials:
            by.setdefault(STANCES[Stance.DENIED], {})[denial.who] = None
        told = [f"{how} {', '.join(names)}" for how, names in by.items()]
        label = "\n".join([edge.told, *(line for text in told for line in _wrapped(text))])
        lines.append(
            f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(label)}{dashed}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def _wrapped(text: str) -> list[str]:
    """The text in lines that a drawing has room for."""
    return wrap(text, _LINE, break_long_words=False) or [text]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
