"""Of several readings of the same words only one is a claim.

Rules that know a sentence word by word and rules that find their parties around a verb meet on
the same clause, and may differ in whom they take for its subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.filling import Draft
from interdict.model.changing import changed
from interdict.model.claim import Claim

_ONE_TELLING = (
    "denial", "allegation", "admission", "rebuttal", "support", "location", "origin", "label",
    "comparison", "attribute", "other", "event.", "count.", "reward.", "indictment", "affiliation",
    "leadership", "alias", "designation.absence",
)  # fmt: skip
"""Kinds of which a stretch of words tells one, or a list."""
_DENIABLE = (
    "event.", "location", "origin", "support", "affiliation", "leadership", "allegation",
    "admission",
)  # fmt: skip
"""Kinds that a denial may hold as what is denied."""
_STEPS = frozenset({"procedure", "decision_state", "evidence_state"})
"""Kinds of which a clause tells one, by its best reading."""
_GO_ON = frozenset({"denial", "allegation", "admission"})
"""Kinds that a party goes on with in the same sentence: "rejected it and called it a lie"."""


def without_competitors(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that read the same words otherwise; one with a subject is kept.

    Of several with one the first given.
    """
    kept: dict[tuple[int, str], list[Draft]] = {}
    result: list[Draft] = []
    farthest: dict[tuple[int, str, int], int] = {}
    for draft in drafts:
        place = (draft.sentence, draft.claim.rule, draft.claim.end)
        farthest[place] = min(draft.claim.start, farthest.get(place, draft.claim.start))
    for draft in sorted(drafts, key=_vagueness):
        aside = draft.claim.start > farthest[draft.sentence, draft.claim.rule, draft.claim.end]
        if aside and draft.claim.kind.startswith((*_ONE_TELLING, "designation.prior")):
            continue  # its subject stands in an aside that the other reading left out
        if draft.claim.kind in _STEPS and _told_already(draft, result):
            continue
        if not draft.claim.kind.startswith(_ONE_TELLING):
            result.append(draft)
            continue
        others = kept.setdefault((draft.sentence, draft.claim.kind), [])
        if any(_competes(draft.claim, other.claim) for other in others):
            continue
        others.append(draft)
    for others in kept.values():
        result += _joined(others)
    return _without_denied(result)


def _without_denied(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what stands in a denial behind its party: it is what is denied.

    A court that dismisses a charge, or refuses an appeal, denies nothing.
    """
    steps = [draft for draft in drafts if draft.claim.kind in _STEPS]
    drafts = [
        draft
        for draft in drafts
        if draft.claim.kind != "denial"
        or not any(
            draft.sentence == step.sentence and _alike(draft.claim, step.claim) for step in steps
        )
    ]
    denials = [draft for draft in drafts if draft.claim.kind == "denial"]
    return [
        draft
        for draft in drafts
        if not draft.claim.kind.startswith(_DENIABLE)
        or not any(
            draft.sentence == other.sentence
            and other.claim.start < draft.claim.start
            and draft.claim.end <= other.claim.end
            for other in denials
        )
    ]


def _told_already(draft: Draft, others: Sequence[Draft]) -> bool:
    """True for a step told by another reading of its words, or nobody's in those of somebody's.

    A step that another clause goes on to tell stands inside the words of the first.
    """
    claim = draft.claim
    return any(
        other.kind == claim.kind
        and place == draft.sentence
        and _competes(claim, other)
        and (claim.subject is None or claim.start == other.start or _alike(claim, other))
        for other, place in ((each.claim, each.sentence) for each in others)
        if other.subject is not None or claim.subject is None
    )


def _alike(claim: Claim, other: Claim) -> bool:
    """True if two claims cite mostly the same words, and are not members of a list."""
    both = min(claim.end, other.end) - max(claim.start, other.start)
    return 2 * both > max(claim.end, other.end) - min(claim.start, other.start)


def _vagueness(draft: Draft) -> tuple[bool, bool, bool]:
    """Rewards with their sum and parties known by name first, then mere words, then nobody."""
    claim = draft.claim
    unpriced = claim.kind.startswith("reward") and claim.value is None
    return unpriced, claim.subject is None, claim.subject_schema is None


def _competes(claim: Claim, other: Claim) -> bool:
    if claim.rule == other.rule and (claim.start, claim.end) == (other.start, other.end):
        return claim.subject == other.subject  # members of a list
    if claim.value != other.value and claim.value is not None and other.value is not None:
        return False
    return claim.start < other.end and other.start < claim.end


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """What one party goes on with, as one claim over all of its words."""
    result: list[Draft] = []
    for draft in drafts:
        claim = draft.claim
        same = next(
            (
                at
                for at, other in enumerate(result)
                if claim.kind in _GO_ON
                and other.claim.subject == claim.subject
                and other.claim.speaker == claim.speaker
            ),
            None,
        )
        if same is None:
            result.append(draft)
            continue
        first = result[same].claim
        whole = changed(first, start=min(first.start, claim.start), end=max(first.end, claim.end))
        result[same] = changed(result[same], claim=whole)
    return result
