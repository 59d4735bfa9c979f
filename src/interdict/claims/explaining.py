"""Why a claim is there: its rule, the tokens that the rule saw, and what lowered its confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interdict.claims.clause_features import features, shown
from interdict.claims.clause_model import clause_model
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import Reading, read
from interdict.claims.rules_file import Rule, bundled_rules
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import RegimeNames, known_regimes
from interdict.model.claim import LIKELY_RULE, Claim
from interdict.model.source import Document


@dataclass(frozen=True, slots=True)
class SeenToken:
    """A token of the claim's words: its type, the words, and what they were taken to mean."""

    kind: str
    text: str
    meaning: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the rule that made it.

    `patterns` are the rule's patterns as they are written, empty for a quotation, which has
    no frame rule; `tokens` cover the claim's words; `reasons` say how its confidence came
    about, in order.
    """

    claim: Claim
    rule: str
    patterns: tuple[str, ...]
    tokens: tuple[SeenToken, ...]
    reasons: tuple[str, ...]


def explain(
    claim: Claim,
    doc: Document,
    *,
    gazetteer: Gazetteer | None = None,
    regimes: Sequence[RegimeNames] = (),
    rules: Sequence[Rule] | None = None,
) -> Explanation:
    """The explanation of a claim that was extracted from `doc` with the same arguments."""
    reading = read(doc, gazetteer=gazetteer or Gazetteer(), regimes=known_regimes(regimes))
    tokens = [
        token
        for sentence in reading.encoded
        for token in sentence.tokens
        if _inside(token, claim, doc)
    ]
    rule = next((r for r in rules or bundled_rules() if r.id == claim.rule), None)
    if claim.is_likely:
        reasons = _likeness(claim, reading, tokens)
    else:
        reasons = _reasons(claim, rule, tokens)
    return Explanation(
        claim=claim,
        rule=claim.rule,
        patterns=tuple(one.source for one in rule.patterns) if rule else (),
        tokens=tuple(_seen(token, doc) for token in tokens),
        reasons=tuple(reasons),
    )


def _inside(token: Token, claim: Claim, doc: Document) -> bool:
    start, end = doc.raw_span(token.start, token.end)
    return claim.start <= start and end <= claim.end


def _seen(token: Token, doc: Document) -> SeenToken:
    mention = token.mention
    meaning = None
    if mention is not None:
        meaning = mention.authority if mention.kind == "AUTHORITY" else mention.name
    kind = "word" if token.kind == "W" else token.kind
    return SeenToken(kind, doc.text[token.start : token.end], meaning or None)


def _likeness(claim: Claim, reading: Reading, tokens: Sequence[Token]) -> list[str]:
    """What in the words of a clause speaks most for its kind."""
    words = features(shown(tokens, reading.published), language=reading.language.code)
    kind = claim.rule.removeprefix(LIKELY_RULE)
    telling = ", ".join(
        f"{one!r} {weight:+.1f}" for one, weight in clause_model().telling(words, kind)
    )
    likely = f"by its words a claim of this family is likely: {claim.confidence:.2f}"
    return [
        f"no rule reads this clause; {likely}",
        f"most of all for {telling}",
        "no designation rests on it",
    ]


def _reasons(claim: Claim, rule: Rule | None, tokens: Sequence[Token]) -> list[str]:
    if rule is None:
        spoken = "its speaker is named" if claim.speaker else "its speaker is not known"
        return [f"a quotation; {spoken}: {claim.confidence:.2f}"]
    said = [f"rule {rule.id}: {rule.confidence:.2f}"]
    if claim.confidence < rule.confidence:
        refers = sorted({t.kind for t in tokens if t.kind in ("REF", "DESC", "IT", "PRONOUN")})
        if refers:
            said.append(f"it refers back ({', '.join(refers)}) to somebody named elsewhere")
        if rule.subject != "slot":
            said.append("its subject, programme or authority is that of the designation in focus")
        if len(said) == 1:
            said.append("a value is taken from another claim of the document")
        said.append(f"so {claim.confidence:.2f}")
    return said
