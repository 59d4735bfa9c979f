"""Questions about utterances: who said it, and whether its renderings say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interdict.model.claim import Claim, Utterance
from interdict.reconcile.asking import Shape
from interdict.reconcile.questions import Answer, Question
from interdict.reconcile.relations import Relation
from interdict.reconcile.speakers import Offices, same_name
from interdict.text.normalize import fold


def utterance_questions(
    utterance: Utterance,
    claims: Sequence[Claim],
    answers: Mapping[str, Answer],
    offices: Offices,
    n_sources: int,
) -> list[Question]:
    """Two questions about an utterance that several documents render.

    Args:
        utterance: what was said.
        claims: its renderings.
        answers: each rendering as an answer, by claim id.
        offices: who speaks for whom.
        n_sources: independent sources of the renderings.
    """
    name = "-".join(fold(utterance.text).split()[:6])
    speaker = fold(utterance.speaker or "?").replace(" ", "-")
    words = Question(
        key=f"utterance|{speaker}|{name}",
        entity_id=claims[0].subject_id or speaker,
        programme="",
        about="utterance",
        answers=tuple(answers.values()),
        relation=Relation.DRIFT if utterance.drift else _rendered(utterance),
        shape=Shape.SET,
        n_sources=n_sources,
        note=_note(utterance),
    )
    said_by: dict[str, list[Answer]] = {}
    for claim in claims:
        said_by.setdefault(claim.speaker or "not named", []).append(answers[claim.id])
    by = Question(
        key=f"utterance.speaker|{speaker}|{name}",
        entity_id=words.entity_id,
        programme="",
        about="utterance.speaker",
        answers=tuple(_joined(who, found) for who, found in sorted(said_by.items())),
        relation=_speakers([claim.speaker for claim in claims], offices),
        shape=Shape.FUNCTIONAL,
        n_sources=n_sources,
    )
    return [words, by]


def _rendered(utterance: Utterance) -> Relation:
    variants = {seen.variant for seen in utterance.appearances}
    if variants == {"exact"}:
        return Relation.AGREE
    return Relation.COMPATIBLE if "paraphrase" in variants else Relation.REFINES


def _speakers(names: Sequence[str | None], offices: Offices) -> Relation:
    """One name, a shorter form of it, one office's several voices, or a contradiction."""
    known = sorted({fold(name) for name in names if name})
    if len(known) <= 1:
        return Relation.AGREE if all(names) else Relation.REFINES
    pairs = [(left, right) for at, left in enumerate(known) for right in known[at + 1 :]]
    if all(same_name(left, right) for left, right in pairs):
        return Relation.REFINES
    together = all(offices.together(left, right) for left, right in pairs)
    return Relation.COMPATIBLE if together else Relation.CONFLICT


def _joined(who: str, found: Sequence[Answer]) -> Answer:
    return Answer(
        value=who,
        citations=tuple(c for answer in found for c in answer.citations),
        stances=tuple(s for answer in found for s in answer.stances),
        speakers=tuple(s for answer in found for s in answer.speakers),
        n_sources=max(answer.n_sources for answer in found),
        voices=tuple(v for answer in found for v in answer.voices),
    )


def _note(utterance: Utterance) -> str:
    counted: dict[str, int] = {}
    for seen in utterance.appearances:
        counted[seen.variant] = counted.get(seen.variant, 0) + 1
    text = ", ".join(f"{n} {variant}" for variant, n in sorted(counted.items()))
    drifting = [seen.quote for seen in utterance.appearances if seen.drift]
    return f"{text}; drifts: {len(drifting)}" if drifting else text
