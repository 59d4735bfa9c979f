"""What is told by following: "two judges followed on 5 June", "X joined them", "as was Y".

Such words name a party and a day only; what was done to it, under what and by whom is what was
told last of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.filling import Draft
from interdict.claims.gazetteer import fold
from interdict.model.changing import changed
from interdict.model.claim import Claim, Modality

_REACH = 3
"""Sentences over which an act may be followed."""
_ACTS = frozenset(
    """
    designation.announced designation.effective designation.prior designation.revoked
    sanction.prior
    """.split()
)
_PASSED_ON = frozenset({"designation.revoked", "sanction.prior"})
_NEWS = frozenset({"designation.announced"})
_STANDING = "lists.on-"
"""How the rules of what has long been on a list begin."""
_MADE = _ACTS - {"designation.revoked"}
"""Acts that may be ended."""
_HAPPENINGS = frozenset(
    """
    protests clashes strikes talks attacks elections arrests raids reprisals bombings riots more
    demonstrations sanctions others charges hearings trials violence unrest reports war peace
    """.split()
)
"""What follows a listing without being listed."""
_LENT_SHARE = 0.9


def followed(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that follow with the kind, programme and authority of what they follow.

    One that names nobody ("lifted those sanctions") is of all to whom that was done. One that
    follows nothing is dropped: its words then tell of something else.
    """
    result: list[Draft] = []
    for draft in drafts:
        if not draft.follows:
            result.append(draft)
            continue
        if fold(draft.claim.subject or "") in _HAPPENINGS:
            continue
        own = _own_programme(draft.claim, result)
        for source in _before(draft, result):
            made = _same(changed(draft.claim, programme=own) if own else draft.claim, source)
            if made.subject != source.subject or draft.claim.subject is None:
                result.append(changed(draft, claim=made, follows=False))
            if draft.claim.subject is not None:
                break
    return result


def _own_programme(claim: Claim, told: Sequence[Draft]) -> str | None:
    """The one programme under which its party was told of before: "X entered the list in 1997"."""
    named = {
        other.claim.programme
        for other in told
        if claim.subject is not None
        and other.claim.subject == claim.subject
        and other.claim.kind in _ACTS
        and other.claim.start < claim.start
    } - {None}
    return next(iter(named)) if len(named) == 1 and claim.programme is None else None


def _before(draft: Draft, told: Sequence[Draft]) -> list[Claim]:
    """The last act told before: a claim for each of the parties that it was done to."""
    ends = draft.claim.kind == "designation.revoked"
    acts = [
        other
        for other in told
        if other.claim.kind in (_MADE if ends else _ACTS)
        and other.claim.modality in (Modality.ACTUAL, draft.claim.modality)
        and other.claim.polarity == "+"
        and other.claim.subject is not None
        and other.claim.start < draft.claim.start
        and draft.sentence - other.sentence <= _REACH
    ]
    if not acts:
        return []
    # "They took effect at once" repeats an act: what follows is as new as the act itself.
    acts = [other for other in acts if other.claim.kind != "designation.effective"] or acts
    last = max(acts, key=lambda other: (other.claim.start, other.claim.programme is not None))
    once = {
        other.claim.subject: other.claim
        for other in acts
        if other.sentence == last.sentence
        and other.claim.kind == last.claim.kind
        and other.claim.authority == last.claim.authority
    }
    once[last.claim.subject] = last.claim
    return sorted(once.values(), key=lambda claim: claim.subject != last.claim.subject)


def _same(claim: Claim, source: Claim) -> Claim:
    """The claim, of the same act as another one."""
    ends = claim.kind == "designation.revoked"
    named = claim.subject is not None
    standing = claim.rule.startswith(_STANDING)  # "X has been on it for years" is no news
    same_day = claim.date is None and not ends and not standing  # "as was Y": the very act
    passed = (source.kind in _PASSED_ON and not ends) or (same_day and source.kind in _NEWS)
    return changed(
        claim,
        kind=source.kind if passed else claim.kind,
        date=source.date if same_day else claim.date,
        subject=claim.subject if named else source.subject,
        subject_id=claim.subject_id if named else source.subject_id,
        subject_schema=claim.subject_schema if named else source.subject_schema,
        programme=claim.programme or source.programme,
        authority=claim.authority or source.authority,
        confidence=round(min(claim.confidence, source.confidence) * _LENT_SHARE, 3),
    )


def ended(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; an end without a programme is of the one that its party was told to be under.

    Of the country that ends it, if one is named.
    """
    result: list[Draft] = []
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "designation.revoked" and claim.programme is None:
            country = claim.authority.partition("-")[0] if claim.authority else None
            own = {
                made.programme: made
                for made in _made_before(claim, drafts)
                if made.programme and country in (None, made.programme.partition("-")[0])
            }
            if len(own) == 1:
                (made,) = own.values()
                author = claim.authority or made.authority
                claim = changed(claim, programme=made.programme, authority=author)
                draft = changed(draft, claim=claim)
        result.append(draft)
    return result


def _made_before(claim: Claim, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """The designations of the subject of a claim that are told before it."""
    for other in drafts:
        made = other.claim.kind in _MADE and other.claim.subject == claim.subject
        if made and other.claim.start < claim.start:
            yield other.claim
