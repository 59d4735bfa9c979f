"""The brief: one event or party as it stood on a date, to be sent on.

Plain data; `rendering` makes HTML and Markdown of it. Every value refers by number to a source
and a place in it. Nothing is decided here: states come from the life cycle, differences and
their values from reconciliation, legal effects from the programmes' data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from interdict.model.claim import Claim
from interdict.model.designation import Designation, State
from interdict.model.entity import Entity
from interdict.model.source import Dataset
from interdict.reconcile.policies import Settled
from interdict.reconcile.questions import Question
from interdict.reconcile.rewards import reward_entries, stated_rewards
from interdict.reconcile.timeline import timeline
from interdict.regimes.effects import NOT_LEGAL_ADVICE, effects_of
from interdict.regimes.regime import Regime
from interdict.reporting.accusing import Accusation, Names, accusations, is_accusing
from interdict.reporting.differing import Difference, differences
from interdict.reporting.sayings import Saying, Teller, Topic
from interdict.reporting.sources import Source, Sources
from interdict.reporting.standing import (
    EffectRow,
    Limits,
    Moment,
    Standing,
    effect_rows,
    limits,
    moments,
    standings,
)
from interdict.reporting.unknown import unknowns
from interdict.reporting.wording import STATES
from interdict.store.base import Coverage, HeldDocument
from interdict.text.normalize import fold

_TELLING = ("designation.", "sanction.")
"""Kinds of claims by which a document is about a party's designation."""

_SPOKEN = ("statement.", "decision_state", "evidence_state", "count.", "event.", "deployment")
"""Kinds that tell of the event, of whomever they are; shown from documents about the party."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is made of, read from one view of the record.

    `claims` are all claims of the view; `documents` those that make them, with their texts;
    `questions` what is asked about the party, each with what a policy makes of it. `caption`
    and `canonical` tell the name and id of any party, `designated` its designations.
    """

    entity: Entity
    as_of: date
    known_at: datetime
    held_at: int
    designations: Sequence[tuple[Designation, State]]
    claims: Sequence[Claim]
    documents: Mapping[str, HeldDocument]
    questions: Sequence[tuple[Question, Settled]]
    coverage: Sequence[Coverage]
    regimes: Mapping[str, Regime]
    datasets: Mapping[str, Dataset]
    names: Names
    designated: Callable[[str], Sequence[tuple[Designation, State]]]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, in the order in which it is read."""

    caption: str
    schema: str
    ids: tuple[str, ...]
    other_names: tuple[str, ...]
    as_of: date
    known_at: datetime
    held_at: int
    standings: tuple[Standing, ...]
    timeline: tuple[Moment, ...]
    effects: tuple[EffectRow, ...]
    limits: tuple[Limits, ...]
    accusations: tuple[Accusation, ...]
    other_denials: tuple[Saying, ...]
    topics: tuple[Topic, ...]
    differences: tuple[Difference, ...]
    unknowns: tuple[str, ...]
    sources: tuple[Source, ...]
    note: str = NOT_LEGAL_ADVICE


def build_brief(material: Material) -> Brief:
    """The brief on a party."""
    entity, about = material.entity, material.entity.id
    sources = Sources(material.documents.values(), material.datasets)
    teller = Teller(material.documents, sources)
    own = _own(material)
    stands = standings(material.designations, material.regimes, sources)
    entries = timeline(
        [d for d, _ in material.designations],
        own,
        list(material.documents.values()),
        reward_entries(stated_rewards(entity)),
    )
    regimes = [
        (material.regimes[d.programme], state)
        for d, state in material.designations
        if d.programme in material.regimes
    ]
    line = moments(entries, sources, material.as_of)
    effects = effect_rows(e for r, state in regimes for e in effects_of(r, state, addressee=None))
    accused, others = accusations(
        material.claims,
        [question for question, _ in material.questions],
        about=about,
        teller=teller,
        names=material.names,
        standing=lambda party: _standing_of(party, material),
    )
    differing = differences(
        material.questions, sources, about=about, caption=material.names.caption
    )
    topics = teller.topics(_told(material, own))
    known = {d.programme for d, _ in material.designations} - set(material.regimes)
    return Brief(
        caption=entity.caption,
        schema=entity.schema,
        ids=entity.ids or (entity.id,),
        other_names=_other_names(entity),
        as_of=material.as_of,
        known_at=material.known_at,
        held_at=material.held_at,
        standings=stands,
        timeline=line,
        effects=effects,
        limits=limits(regime for regime, _ in regimes),
        accusations=accused,
        other_denials=others,
        topics=topics,
        differences=differing,
        unknowns=unknowns(
            stands,
            missing_effects=sorted(known),
            effects=effects,
            differing=differing,
            accused=accused,
            sources=sources.listed(),
            coverage=material.coverage,
        ),
        sources=sources.listed(),
    )


def _own(material: Material) -> list[Claim]:
    """Claims whose subject or object is the party."""
    about, canonical = material.entity.id, material.names.canonical
    return [
        claim
        for claim in material.claims
        if about in {canonical(i) for i in (claim.subject_id, claim.object_id) if i}
    ]


def _told(material: Material, own: Sequence[Claim]) -> list[Claim]:
    """What is said of the party, and of its event in documents about its designation."""
    telling = {c.document_id for c in own if c.kind.startswith(_TELLING)}
    kept = {c.id for c in own}
    return [
        claim
        for claim in material.claims
        if not is_accusing(claim)
        and (
            claim.id in kept
            or (claim.document_id in telling and claim.kind.startswith((*_SPOKEN, "legal_effect")))
        )
    ]


def _standing_of(party: str, material: Material) -> str:
    """How an accused party is itself designated: that does not follow from the allegation."""
    name = material.names.caption(party)
    found = [
        f"{d.programme} {STATES[state.name].lower()}" for d, state in material.designated(party)
    ]
    if not found:
        return f"No designation of {name} is known on this date in this record."
    return f"Designations of {name} on this date: {'; '.join(found)}."


def _other_names(entity: Entity) -> tuple[str, ...]:
    """Names beside the caption, once each, case and accents aside."""
    names = [n for prop in ("name", "alias", "previousName", "weakAlias") for n in entity.get(prop)]
    folded = {fold(name): name for name in reversed(names)}
    folded.pop(fold(entity.caption), None)
    return tuple(sorted(folded.values()))
