"""How the rules do on documents: how often each speaks, agrees with others, and contradicts them.

Coverage, overlap and conflict are those of labelling functions (Ratner et al., "Snorkel",
2017), counted over the rules' own drafts, before one of several that say the same is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interdict.claims.extract import draft_claims, extract
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.rules_file import Rule, bundled_rules
from interdict.claims.vocabulary import RegimeNames, known_regimes
from interdict.model.claim import Claim
from interdict.model.source import Document


@dataclass(frozen=True, slots=True)
class RuleReport:
    """What one rule did on some documents; all counts are of drafts, `n_kept` of claims.

    `n_documents` is its coverage. `n_overlap` of its drafts stand over words of which another
    rule makes a claim of the same family, `n_conflict` of these disagree with it on the
    subject, the programme or the polarity.
    """

    rule: str
    kind: str
    language: str
    n_documents: int
    n_drafts: int
    n_kept: int
    n_overlap: int
    n_conflict: int


def diagnose(
    docs: Iterable[Document],
    *,
    gazetteer: Gazetteer | None = None,
    regimes: Sequence[RegimeNames] = (),
    rules: Sequence[Rule] | None = None,
) -> list[RuleReport]:
    """One report for each rule, in the order of the rules; a rule that never spoke has zeros."""
    used = bundled_rules() if rules is None else rules
    names, known = gazetteer or Gazetteer(), known_regimes(regimes)
    counts = {rule.id: Counter[str]() for rule in used}
    for doc in docs:
        reading = read(doc, gazetteer=names, regimes=known)
        drafts = [draft.claim for draft in draft_claims(reading, used) if draft.hint is None]
        for rule in {claim.rule for claim in drafts}:
            counts[rule]["documents"] += 1
        for claim in drafts:
            counts[claim.rule]["drafts"] += 1
            others = [o for o in drafts if o.rule != claim.rule and _same_matter(claim, o)]
            counts[claim.rule]["overlap"] += bool(others)
            counts[claim.rule]["conflict"] += any(_contradict(claim, other) for other in others)
        for claim in extract(doc, gazetteer=names, regimes=regimes, rules=used):
            if claim.rule in counts:
                counts[claim.rule]["kept"] += 1
    return [_report(rule, counts[rule.id]) for rule in used]


def _report(rule: Rule, count: Counter[str]) -> RuleReport:
    return RuleReport(
        rule=rule.id,
        kind=rule.kind or f"hint: {rule.hint}",
        language=rule.language,
        n_documents=count["documents"],
        n_drafts=count["drafts"],
        n_kept=count["kept"],
        n_overlap=count["overlap"],
        n_conflict=count["conflict"],
    )


def _same_matter(claim: Claim, other: Claim) -> bool:
    family = claim.kind.partition(".")[0] == other.kind.partition(".")[0]
    return family and claim.start < other.end and other.start < claim.end


def _contradict(claim: Claim, other: Claim) -> bool:
    """True if two readings of the same words cannot both be right; what one leaves open can."""

    def differ(left: object, right: object) -> bool:
        return left is not None and right is not None and left != right

    return (
        claim.polarity != other.polarity
        or differ(claim.subject, other.subject)
        or differ(claim.programme, other.programme)
    )
