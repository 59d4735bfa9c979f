"""What is alleged and what is denied: no allegation without who makes it and who denies it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from interdict.model.claim import Claim, Stance
from interdict.model.source import Citation
from interdict.reconcile.questions import Question
from interdict.reporting.sayings import Saying, Teller
from interdict.reporting.wording import day_in_words
from interdict.text.normalize import fold

ACCUSING = ("leadership", "affiliation", "support", "allegation", "indictment")
"""Kinds of claims that accuse somebody, whatever the voice in which they are made."""

CONTESTING = ("denial", "rebuttal")

_VERBS = {
    "leadership": "leads",
    "affiliation": "acts with",
    "support": "supports",
    "indictment": "is charged",
    "allegation": "is accused",
}


@dataclass(frozen=True, slots=True)
class Accusation:
    """An allegation with everybody who makes it and everybody who denies or rebuts it.

    `standing` says how the accused party itself is designated, since that does not follow
    from the allegation; None for the brief's own party, which stands above.
    """

    title: str
    sayings: tuple[Saying, ...]
    denials: tuple[Saying, ...]
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """How a party in a claim is called and keyed."""

    caption: Callable[[str], str]
    canonical: Callable[[str], str]

    def key(self, entity_id: str | None, surface: str | None) -> str:
        """The canonical id; the folded name of a party that has none."""
        return self.canonical(entity_id) if entity_id else fold(surface or "")

    def shown(self, entity_id: str | None, surface: str | None) -> str:
        """The party's name in the record; else the words of the claim."""
        return self.caption(self.canonical(entity_id)) if entity_id else surface or ""


def accusations(
    claims: Sequence[Claim],
    questions: Iterable[Question],
    *,
    about: str,
    teller: Teller,
    names: Names,
    standing: Callable[[str], str],
) -> tuple[tuple[Accusation, ...], tuple[Saying, ...]]:
    """Accusations that concern a party, and the denials that no one of them answers to.

    Args:
        claims: all claims that may matter, in document order.
        questions: questions about the party; their contests tell who denies what.
        about: the party's canonical id.
        teller: turns claims into sayings.
        names: how parties are called.
        standing: how the party of an id is designated, in a sentence.
    """
    by_span = {(c.document_id, c.start, c.end): c for c in claims if c.kind in CONTESTING}
    grouped: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind in ACCUSING and claim.polarity == "+":
            subject = names.key(claim.subject_id, claim.subject)
            target = names.key(claim.object_id, claim.object)
            if about in (subject, target):
                grouped.setdefault((claim.kind, subject, target), []).append(claim)
    contested = _contested(questions, by_span)
    found, answered = [], set()
    for (kind, subject, target), made in grouped.items():
        denials = [
            claim
            for claim in contested.get((kind, target), contested.get((kind, subject), []))
            if claim.id not in {c.id for c in made}
        ]
        answered |= {claim.id for claim in denials}
        first = made[0]
        accused = first.subject_id and names.canonical(first.subject_id)
        found.append(
            Accusation(
                title=_title(first, names),
                sayings=teller.sayings(made),
                denials=teller.sayings(denials),
                standing=standing(accused) if accused and accused != about else None,
            )
        )
    others = [
        claim
        for claim in by_span.values()
        if claim.id not in answered
        and about in (names.key(claim.subject_id, claim.subject),
                      names.key(claim.object_id, claim.object))
    ]  # fmt: skip
    return tuple(found), teller.sayings(others)


def _contested(
    questions: Iterable[Question], by_span: dict[tuple[str | None, int, int], Claim]
) -> dict[tuple[str, str], list[Claim]]:
    """The claims that contest what is asked, by (what it is about, party)."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for question in questions:
        for contest in question.contests:
            claim = by_span.get(_span(contest.citation))
            if claim is not None:
                found.setdefault((question.about, question.entity_id), []).append(claim)
    return found


def _span(citation: Citation) -> tuple[str | None, int, int]:
    return (citation.document_id, citation.start or 0, citation.end or 0)


def _title(claim: Claim, names: Names) -> str:
    subject = names.shown(claim.subject_id, claim.subject) or "Somebody"
    told = f"{subject} {_VERBS[claim.kind]}"
    target = names.shown(claim.object_id, claim.object)
    if target and claim.kind in ("leadership", "affiliation", "support"):
        told += f" {target}"
    if claim.kind == "indictment" and claim.date:
        told += f" ({day_in_words(claim.date)})"
    return told


def is_accusing(claim: Claim) -> bool:
    """Whether a claim belongs here, and is not to be shown as a plain fact."""
    return claim.kind in ACCUSING or claim.kind in CONTESTING or claim.stance is Stance.DENIED
