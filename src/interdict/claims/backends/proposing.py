"""A document's claims by a language model, each verified; and how they join those of the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from interdict.claims.backends.prompt import Messages, messages_for
from interdict.claims.backends.reply import proposals_in
from interdict.claims.backends.settings import Proposal, Refusal
from interdict.claims.backends.verify import verified
from interdict.claims.gazetteer import Gazetteer, fold
from interdict.claims.parts import parts
from interdict.claims.reading import read
from interdict.claims.vocabulary import RegimeNames, known_regimes
from interdict.model.claim import Claim
from interdict.model.source import Document

Complete = Callable[[Messages], str]
"""Sends messages to a model and gives its reply's text."""

_AGREEING = 0.05
"""What it adds to a rule's confidence that a model found the same; it never becomes certainty."""

_SUREST = 0.98


@dataclass(slots=True)
class Proposed:
    """What a model proposed for one document: `claims` that the text bears out, and the rest."""

    claims: list[Claim] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merged:
    """Claims of the rules and of a model together: `agreed` and `added` are ids among them."""

    claims: tuple[Claim, ...]
    agreed: frozenset[str]
    added: frozenset[str]


def propose(
    doc: Document,
    complete: Complete,
    *,
    gazetteer: Gazetteer | None = None,
    regimes: Sequence[RegimeNames] = (),
) -> Proposed:
    """What a model finds in a document, verified against its text; offsets are of the raw text.

    Args:
        doc: the document; a very long one is sent in parts.
        complete: the model.
        gazetteer: names of the record's parties, as for the rules.
        regimes: names of the programmes, as for the rules.

    Raises:
        InvalidInput: if a reply is not of the form asked for; whatever `complete` raises.
    """
    known = known_regimes(regimes)
    found = Proposed()
    for part in parts(doc):
        if not part.text.strip():
            continue
        reading = read(part, gazetteer=gazetteer or Gazetteer(), regimes=known)
        for told in proposals_in(complete(messages_for(part))):
            made = verified(told, reading) if isinstance(told, Proposal) else told
            if isinstance(made, Refusal):
                found.refused.append(made)
            else:
                start, end = part.raw_span(made.start, made.end)
                claim = replace(
                    made, start=start, end=end, quote=part.raw[start:end], document_id=doc.sha256
                )
                if claim.id not in {one.id for one in found.claims}:
                    found.claims.append(claim)
    return found


def merged(rules: Sequence[Claim], proposed: Sequence[Claim]) -> Merged:
    """The claims of both: where they meet, the rule's stands, a little surer; else both stand.

    They meet if they are of one kind, their words overlap, and neither names another subject
    or programme than the other.
    """
    agreed: dict[str, Claim] = {}
    added = []
    for claim in proposed:
        same = [rule for rule in rules if _meets(rule, claim)]
        if same:
            surest = max(same, key=lambda rule: rule.confidence)
            agreed[surest.id] = surest
        else:
            added.append(claim)
    raised = [
        replace(rule, confidence=max(rule.confidence, min(_SUREST, rule.confidence + _AGREEING)))
        if rule.id in agreed
        else rule
        for rule in rules
    ]
    together = sorted([*raised, *added], key=lambda c: (c.start, c.kind, c.end, c.rule))
    return Merged(tuple(together), frozenset(agreed), frozenset(c.id for c in added))


def _meets(rule: Claim, claim: Claim) -> bool:
    return (
        rule.kind == claim.kind
        and rule.start < claim.end
        and claim.start < rule.end
        and _same(rule.subject, claim.subject)
        and (rule.programme or claim.programme) == (claim.programme or rule.programme)
    )


def _same(left: str | None, right: str | None) -> bool:
    """Whether two names can be one: one is missing, or its words are among the other's."""
    if not left or not right:
        return True
    one, other = set(fold(left).split()), set(fold(right).split())
    return one <= other or other <= one
