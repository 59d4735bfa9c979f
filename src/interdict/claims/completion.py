"""What drafts of one document lend to each other: subjects, programmes, announcement dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interdict.claims.competing import without_competitors
from interdict.claims.filling import Draft, is_day
from interdict.claims.following import ended, followed
from interdict.model.changing import changed
from interdict.model.claim import Claim

_LENT_SHARE = 0.9
"""What a value taken from elsewhere in the document leaves of the confidence."""
_FIGURE_REACH = 2
"""Sentences over which "the figure" means the number told before."""
_PASSED_ON = ("sanction.prior", "designation.revoked")
"""Kinds that "Canada had done the same" takes over from what it speaks of."""
_DESIGNATIONS = ("designation.announced", "designation.effective", "designation.prior")


def complete(drafts: Iterable[Draft]) -> list[Claim]:
    """The claims of a document, with what the drafts lend each other, without repetitions."""
    known = sorted(drafts, key=lambda draft: (draft.claim.start, draft.claim.kind))
    hints = [draft for draft in known if draft.hint == "announced_on"]
    figures = [draft for draft in known if draft.hint == "counted"]
    known = [draft for draft in known if draft.hint is None]
    known += _as_counted(figures, known)
    known = [d for d in known if not (_mixed(d.claim) or _counts_nothing(d.claim))]
    known = _under_one_name(known)
    known = _with_labels(known)
    known = [heir for draft in known for heir in _inherited(draft, known)]
    known = ended(followed(known))
    known = _with_announcement_dates(known, hints)
    known = _with_effective_dates(known)
    known = _with_rewarded(known)
    return _without_repetitions(known)


def _as_counted(figures: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """ "X puts the figure at 9" counts what was counted last; without that it says nothing."""
    counts = [draft for draft in drafts if _counts(draft.claim)]
    result = []
    for figure in figures:
        claim = figure.claim
        told = [
            other.claim
            for other in counts
            if other.claim.start < claim.start
            and 0 <= figure.sentence - other.sentence <= _FIGURE_REACH
        ]
        if told and claim.value is not None:
            last = max(told, key=lambda other: other.start)
            same = claim.speaker in (
                None,
                last.speaker,
            )  # "360 of them": who gave the whole says it
            claim = changed(
                claim,
                kind=last.kind,
                object=last.object,
                stance=last.stance if same else claim.stance,
                date=claim.date or last.date,
                confidence=_lent(claim),
            )
            result.append(changed(figure, claim=claim, hint=None))
    return result


def _counts(claim: Claim) -> bool:
    """True for a number of something, also for the size of a group."""
    return claim.kind.startswith("count.")


def _counts_nothing(claim: Claim) -> bool:
    """True for a count without a number: "the groups are under sanctions"."""
    return claim.kind.startswith("count.") and claim.value is None


def _mixed(claim: Claim) -> bool:
    """True for a person said to be another name of a group, or the other way round."""
    schemas = {claim.subject_schema, claim.object_schema}
    return claim.kind == "alias" and len(schemas - {None}) > 1


def _under_one_name(drafts: Sequence[Draft]) -> list[Draft]:
    """What is said about an alias is said about the name that the document gives it with."""
    names = {
        d.claim.object: d.claim
        for d in drafts
        if d.claim.kind == "alias" and d.claim.object and d.claim.subject
    }
    result = []
    for draft in drafts:
        claim = draft.claim
        if claim.kind != "alias" and claim.subject in names:
            named = names[claim.subject]
            claim = changed(claim, subject=named.subject, subject_id=named.subject_id)
        if claim.kind == "leadership" and claim.object in names:
            claim = changed(claim, object=names[claim.object].subject)
        result.append(draft if claim is draft.claim else changed(draft, claim=claim))
    return result


def _with_labels(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Will be designated a terrorist group" is the one programme announced for the subject."""
    named: dict[str | None, set[str]] = {}
    for draft in drafts:
        if draft.claim.kind == "designation.announced" and draft.claim.programme:
            named.setdefault(draft.claim.subject, set()).add(draft.claim.programme)
    result = []
    for draft in drafts:
        claim = draft.claim
        keys = {key for key in named.get(claim.subject, ()) if _own_programme(key, claim.authority)}
        if draft.labelled and claim.kind == "designation.announced" and len(keys) == 1:
            claim = changed(claim, programme=next(iter(keys)), confidence=_lent(claim))
        result.append(draft if claim is draft.claim else changed(draft, claim=claim))
    return result


def _lent(claim: Claim) -> float:
    return round(claim.confidence * _LENT_SHARE, 3)


def _inherited(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft about "the designation" becomes one about each party of the one in focus."""
    if not draft.inherits:
        return [draft]
    effect = draft.claim.kind == "legal_effect"
    again = draft.claim.kind == "designation.prior"  # "the Council followed in October"
    kinds: tuple[str, ...] = _DESIGNATIONS if effect else ("designation.announced",)
    if again:
        kinds = (*_DESIGNATIONS, "sanction.prior", "designation.revoked")
    if draft.claim.kind == "designation.revoked":  # "the revocation takes effect on ..."
        kinds = ("designation.revoked",)
    own = [
        other
        for other in drafts
        if not other.inherits and other.claim.subject and other.claim.kind in kinds
    ]
    if effect:
        announced = [o for o in own if o.claim.kind == "designation.announced"]
        same = [o for o in own if o.claim.programme == draft.claim.programme is not None]
        own = [o for o in announced if o in same] or same or announced or own
    if not own and not effect:  # nothing announced: the act itself is what takes effect
        own = [
            other
            for other in drafts
            if not other.inherits and other.claim.subject and other.claim.kind in _DESIGNATIONS
        ]
    if not own:
        return [draft] if effect else []
    here = [other for other in own if other.sentence == draft.sentence]
    before = [other for other in own if other.sentence < draft.sentence]
    nearest = here or _last_sentence(before) or [own[0]]
    heirs: dict[tuple[str | None, str | None], Draft] = {}
    for other in nearest:
        key = (other.claim.subject, other.claim.programme)
        heirs.setdefault(key, _heir(draft, other.claim))
    if any(programme for _, programme in heirs):
        heirs = {key: heir for key, heir in heirs.items() if key[1]}
    found = list(heirs.values())
    return found[:1] if effect else found  # one designation of several parties has one effect


def _last_sentence(drafts: Sequence[Draft]) -> list[Draft]:
    if not drafts:
        return []
    last = max(draft.sentence for draft in drafts)
    return [draft for draft in drafts if draft.sentence == last]


def _heir(draft: Draft, source: Claim) -> Draft:
    claim = draft.claim
    authority = claim.authority
    if authority is None or (source.authority or "").startswith(authority):
        authority = source.authority or authority
    claim = changed(
        claim,
        kind=source.kind if source.kind in _PASSED_ON else claim.kind,
        subject=source.subject,
        subject_id=source.subject_id,
        subject_schema=source.subject_schema,
        programme=claim.programme or _own_programme(source.programme, authority),
        authority=authority,
        speaker=claim.speaker or (source.speaker if source.mode == claim.mode else None),
        confidence=round(min(claim.confidence, source.confidence) * _LENT_SHARE, 3),
    )
    return changed(draft, claim=claim)


def _own_programme(programme: str | None, authority: str | None) -> str | None:
    """The programme, unless it is one of another country ("Lithuania had done so")."""
    if programme is None or authority is None:
        return programme
    return programme if programme[:2] == authority[:2] else None


def _with_announcement_dates(drafts: Sequence[Draft], hints: Sequence[Draft]) -> list[Draft]:
    """An announcement without a date takes that of another about the same designation."""
    dates: dict[tuple[str | None, str | None], str] = {}
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "designation.announced" and claim.date and is_day(claim.date):
            dates.setdefault((claim.subject, claim.programme), claim.date)
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "designation.announced" and draft.narrated:
            dates.setdefault((claim.subject, claim.programme), draft.narrated)
    hinted = next((h.claim.date for h in hints if h.claim.date and is_day(h.claim.date)), None)
    result = []
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "designation.announced" and claim.date is None:
            found = dates.get((claim.subject, claim.programme), hinted)
            if found:
                claim = changed(claim, date=found, confidence=_lent(claim))
        result.append(draft if claim is draft.claim else changed(draft, claim=claim))
    return result


def _with_effective_dates(drafts: Sequence[Draft]) -> list[Draft]:
    """An announcement takes the effective date that its own sentence gives."""
    effective = [d for d in drafts if d.claim.kind == "designation.effective" and d.claim.date]
    effective.sort(key=lambda d: is_day(d.claim.date or ""))
    dates = {(d.sentence, d.claim.subject, d.claim.programme): d.claim.date for d in effective}
    result = []
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "designation.announced" and claim.effective_on is None:
            when = dates.get((draft.sentence, claim.subject, claim.programme))
            claim = changed(claim, effective_on=when) if when else claim
        result.append(draft if claim is draft.claim else changed(draft, claim=claim))
    return result


def _with_rewarded(drafts: Sequence[Draft]) -> list[Draft]:
    """An earlier reward is for whoever the reward beside it is for."""
    result = []
    for draft in drafts:
        claim = draft.claim
        if claim.kind == "reward.prior" and claim.subject is None:
            near = [
                o.claim
                for o in drafts
                if o.claim.kind in ("reward.raised", "reward.offered")
                and 0 <= draft.sentence - o.sentence <= 1
            ]
            if near:
                one = near[-1]
                claim = changed(
                    claim,
                    subject=one.subject,
                    subject_id=one.subject_id,
                    subject_schema=one.subject_schema,
                    authority=claim.authority or one.authority,
                    confidence=_lent(claim),
                )
        result.append(draft if claim is draft.claim else changed(draft, claim=claim))
    return result


def _without_repetitions(drafts: Sequence[Draft]) -> list[Claim]:
    """Of claims that say the same over the same words, the surest (then longest) is kept."""
    kept: list[Claim] = []
    about: dict[str | None, list[Claim]] = {}
    for draft in without_competitors(sorted(drafts, key=_preference)):
        claim = draft.claim
        same = about.setdefault(claim.subject, [])
        if not any(_repeats(claim, other) for other in same):
            kept.append(claim)
            same.append(claim)
    kept = [c for c in kept if not _of_an_alias(c, kept) and not _is_what_ended(c, kept)]
    kept = [c for c in kept if c.kind != "allegation" or not _told_better(c, kept)]
    telling = [claim for claim in kept if claim.kind != "statement.indirect"]
    return telling + [
        claim
        for claim in kept
        if claim.kind == "statement.indirect" and not any(_meets(claim, o) for o in telling)
    ]


def _of_an_alias(claim: Claim, others: Sequence[Claim]) -> bool:
    """True for the designation of a name that is added to somebody else's designation."""
    return claim.kind in (*_DESIGNATIONS, "sanction.prior") and any(
        other.kind == "designation.amended"
        and other.object is not None
        and other.object == claim.subject
        and _meets(claim, other)
        for other in others
    )


def _is_what_ended(claim: Claim, others: Sequence[Claim]) -> bool:
    """True for the designation named in "revoked X's designation in July": the day is the end's."""
    return claim.kind == "designation.prior" and any(
        other.kind == "designation.revoked"
        and other.subject == claim.subject
        and claim.date in (None, other.date)
        and other.start <= claim.start
        and claim.end <= other.end
        for other in others
    )


def _told_better(claim: Claim, others: Sequence[Claim]) -> bool:
    """True for an accusation that is one of a narrower kind: of leading or backing a group."""
    narrower = ("leadership", "affiliation", "support", "indictment", "admission")
    return any(other.kind in narrower and _shared(claim, other) >= 0.5 for other in others)


def _shared(claim: Claim, other: Claim) -> float:
    """What two claims have of their words in common: 1 where one holds the other's."""
    both = min(claim.end, other.end) - max(claim.start, other.start)
    if both <= 0:
        return 0.0
    if both == claim.end - claim.start:
        return 1.0
    return both / (max(claim.end, other.end) - min(claim.start, other.start))


def _meets(claim: Claim, other: Claim) -> bool:
    return claim.start < other.end and other.start < claim.end


def _preference(draft: Draft) -> tuple[object, ...]:
    """A named programme and a full date first, then confidence, then the longer span.

    Of two readings of who leads a group, the one that names who says so is right, then the
    one with fewer words between the two.
    """
    claim = draft.claim
    leads = claim.kind == "leadership"
    return (
        claim.kind.startswith(("designation", "sanction")) and claim.programme is None,
        claim.kind == "designation.effective" and not is_day(claim.date or ""),
        (leads or claim.kind == "designation.announced") and not draft.spoken,
        claim.end - claim.start if leads else 0,
        -claim.confidence,
        claim.start - claim.end,
        claim.start,
        claim.rule,
    )


def _repeats(claim: Claim, other: Claim) -> bool:
    """True for what is said already of the same subject (both claims are about one)."""
    if not _meets(claim, other):
        return False
    if claim.kind != other.kind and _family(claim) != _family(other):
        return False
    if _differ(claim.authority, other.authority):
        shared = (claim.rule, claim.start, claim.end) == (other.rule, other.start, other.end)
        if shared or _differ(claim.date, other.date):
            return False  # "X, which Canada listed in 2002, was banned by Norway in 2008"
    return claim.programme == other.programme or claim.programme is None


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _family(claim: Claim) -> str:
    """Kinds of which only one can be meant by the same words about the same party."""
    if claim.kind in ("designation.announced", "designation.prior", "sanction.prior"):
        return "designating"
    if claim.kind.startswith("reward") and claim.kind != "reward.prior":
        return "reward"
    return claim.kind
