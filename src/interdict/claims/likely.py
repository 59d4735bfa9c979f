"""Claims of clauses that no rule has read, or in part only, where a model says what they tell.

News is told in more ways than rules can list. A clause is judged by its words (`clause_model`);
where one kind of claim is likely enough and no rule has told it, it is made, with the parties that
stand there, at the confidence of the model. Such a claim is for readers and reviewers: no
designation rests on it (`reconcile.evidence`, `claims.designations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from interdict.claims.clause_chances import Clause, ClauseChances
from interdict.claims.clause_families import Family, families, is_judged
from interdict.claims.clause_features import senses_in, shown
from interdict.claims.clause_model import NOTHING
from interdict.claims.filling import fill
from interdict.claims.frames import Frame, frame_of, is_unreal
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.rules_file import Rule
from interdict.claims.stances import is_laid
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import lexicon
from interdict.model.changing import changed
from interdict.model.claim import LIKELY_RULE, Claim, Stance
from interdict.model.source import DocumentKind

_PLAIN = 0.85
"""The chance from which on a clause needs no word of the family: "it had been there since 1997"."""
_NOTHING = (NOTHING,)
_ROUNDING = 1e-6
"""More than sums of chances are off by."""
_SHORTEST = 12
"""Characters of a clause that is judged."""
_AIMS = frozenset({"to", "para"})
_ENDS_PART = ("BREAK", "COLON")
_CONDITIONS = frozenset("if unless si".split())
_WISHING = frozenset(
    """
    proposed proposes proposing recommended recommends recommending suggested insisted asked urged
    demanded demands propuso propone proponen pidio pide piden pedir exigio exige solicito solicita
    reclamo reclama recomendo recomienda sugirio sugiere estudia
    """.split()
)
_WISH_REACH = 8
"""Tokens before a clause among which the wish stands that governs it."""
_ISSUERS = ("AUTHORITY", "OFFICIAL", "PLACE", "SPEAKERS")
_ANNOUNCED, _PRIOR = "designation.announced", "designation.prior"
_TELLING = frozenset("said says told announced confirmed pledged vowed".split())
_WOULD = frozenset({"would"})
_SUPPOSED = frozenset("haya hayan hubiera hubieran hubiese hubiesen".split())
_FACTUAL = frozenset("despues luego tras desde aunque".split())
"""Words behind which a Spanish subjunctive tells what has happened."""
_OTHERWISE = frozenset("or nor o u ni".split())
"""Words with which a clause only goes on with the one before: "or controlled by the group"."""
_OPENING = 4
"""Tokens of a clause among which whoever does it stands, where no word says what is done."""
_LABELS = ("PROGRAMME", "LABEL")


def likely_claims(
    reading: Reading, told: Sequence[Claim], chances: ClauseChances
) -> Iterator[Claim]:
    """The claims of a document beside those that are told already; offsets as theirs.

    Notices and releases of issuers are read by their wording alone: none is made of them.
    """
    if not reading.tells_of_listing or not is_judged(reading):
        return
    known = [claim for claim in told if not claim.kind.startswith("statement.")]
    quoted = [(quote.start, quote.end) for quote in reading.quotes if quote.kind != "term"]
    for number in range(len(reading.encoded)):
        for clause in chances.of_sentence(number):
            family = _family(clause)
            if family is None or clause.end - clause.start < _SHORTEST:
                continue
            if any(low < clause.end and clause.start < high for low, high in quoted):
                continue
            beside = [c for c in known if c.start < clause.end and clause.start < c.end]
            made = list(_judged(reading, number, clause, family, beside))
            known += made  # what a clause tells is not told again of it with its aside
            yield from made


def _family(clause: Clause) -> Family | None:
    """The first family that the clause is likely enough to tell, None where it tells none."""
    if clause.chance_of(_NOTHING) > _tells_nothing():
        return None
    return next((one for one in families() if clause.chance_of(one.kinds) >= one.least), None)


@cache
def _tells_nothing() -> float:
    """The chance of nothing beside which no family reaches its least: all chances add up to 1."""
    return 1 - min(one.least for one in families()) + _ROUNDING


def _judged(
    reading: Reading, number: int, clause: Clause, family: Family, beside: Sequence[Claim]
) -> Iterator[Claim]:
    """The claim of one clause that likely tells a family, if its parties are there.

    Of a clause of which rules have made claims (`beside`) only where these are of other families
    and tell but a part of it: "Mara Quist, *alias Lark*, has led it since 2019".
    """
    if any(c.kind in family.kinds or clause.is_mostly(c.start, c.end) for c in beside):
        return
    kind = _kind(clause, family, reading)
    slots = _slots(clause, family)
    if kind is None or slots is None:
        return
    rule = _rule(kind, round(clause.chance_of(family.kinds), 2))
    frame = frame_of(rule, clause.sentence, clause.first, clause.stop, slots)
    frame = changed(frame, start=clause.start, end=clause.end)
    yield from (_as_told(draft.claim, frame) for draft in fill(frame, number, reading))


def _kind(clause: Clause, family: Family, reading: Reading) -> str | None:
    """What the clause tells of the family in its words, None where they tell nothing of it."""
    tokens = clause.tokens
    known = senses_in(shown(tokens, reading.published), reading.language.code)
    sure = clause.chance_of(family.kinds) >= _PLAIN
    if tokens[0].norm in _OTHERWISE or not (sure or _is_worded(tokens, family, known)):
        return None
    if not (family.real and _is_unreal(clause)):
        return _likeliest(clause, family, known)
    return _ANNOUNCED if _ANNOUNCED in family.kinds and _is_promised(tokens) else None


def _as_told(claim: Claim, frame: Frame) -> Claim:
    """The claim; what somebody is accused of is never more than alleged."""
    told = claim.kind == "leadership" and any(t.norm in _alleging() for t in frame.tokens)
    accuses = claim.kind == "allegation" or told or is_laid(claim, frame)
    alleged = accuses and claim.stance is Stance.ASSERTED
    return changed(claim, stance=Stance.ALLEGED) if alleged else claim


@cache
def _alleging() -> frozenset[str]:
    """Verbs by which somebody says what he need not prove: "cops claim X ran it"."""
    return frozenset(lexicon().classes["alleges"])


def _is_worded(tokens: Sequence[Token], family: Family, known: frozenset[str]) -> bool:
    """True for a clause that tells of the family in its words, or goes on with what was told."""
    if not family.senses or any(token.kind in _LABELS for token in tokens):
        return True
    opens = any(token.kind in _ISSUERS for token in tokens[:_OPENING])
    goes_on = opens and any(token.kind == "DATE" for token in tokens)
    return goes_on or not family.senses.isdisjoint(known)


def _likeliest(clause: Clause, family: Family, known: frozenset[str]) -> str:
    """The likeliest kind of the family that words of such senses can tell."""
    kinds = [
        kind
        for kind in family.kinds
        if kind not in family.only_with or not known.isdisjoint(family.only_with[kind])
    ]
    return max(kinds, key=lambda one: clause.chance_of((one,)))


def _is_unreal(clause: Clause) -> bool:
    """True for a wish, a condition, a possibility, and for an aim: "to have them listed"."""
    around = clause.sentence.tokens[max(0, clause.first - 1) : clause.stop]
    words = {token.norm for token in around}
    supposed = not _SUPPOSED.isdisjoint(words) and _FACTUAL.isdisjoint(words)
    if clause.tokens[0].norm in _AIMS or supposed or is_unreal(around):
        return True
    if any(token.kind == "HEDGE" and token.norm not in _CONDITIONS for token in clause.tokens):
        return True  # "effectively branded terrorists"
    return _is_governed(clause)


def _is_governed(clause: Clause) -> bool:
    """True behind "proposed that", and in a sentence that opens with its condition."""
    before = clause.sentence.tokens[: clause.first]
    breaks = [i for i, token in enumerate(before) if token.kind in _ENDS_PART]
    before = before[breaks[-1] + 1 if breaks else 0 :]
    if before and before[0].norm in _CONDITIONS and any(t.norm == "," for t in before):
        return True
    told = [*before[-1:], clause.tokens[0]]
    behind_that = any(token.norm in ("that", "que") for token in told)
    return behind_that and any(token.norm in _WISHING for token in before[-_WISH_REACH:])


def _is_promised(tokens: Sequence[Token]) -> bool:
    """True for "said that she would proscribe it": a plan that somebody has told."""
    told = next((at for at, token in enumerate(tokens) if token.norm in _TELLING), len(tokens))
    would = [token.norm in _WOULD for token in tokens[told:]]
    rest = [token for token in tokens if token.norm not in _WOULD]
    return any(would) and not is_unreal(rest)


def _slots(clause: Clause, family: Family) -> dict[str, tuple[Token, ...]] | None:
    """The parties of a clause, None where its subject is missing."""
    tokens, first, stop = clause.sentence.tokens, clause.first, clause.stop
    slots: dict[str, tuple[Token, ...]] = {}
    subject = _party(tokens, first, stop, family.subject)
    if subject is None and family.otherwise == "focus":
        at = tokens[first].start
        subject = Token("IT", at, at, "", Mention("IT", at, at, "it"))
    if subject is None and family.otherwise == "words":
        subject = _words(tokens, first, stop)
    if subject is None:
        return None
    slots["subject"] = (subject,)
    if family.object:
        thing = _party(tokens, first, stop, family.object, apart=subject)
        if thing is not None:
            slots["object"] = (thing,)
    for name, kinds in (("authority", _ISSUERS), ("programme", _LABELS), ("date", ("DATE",))):
        found = _inside(tokens[first:stop], kinds, apart=subject)
        if found is not None:
            slots[name] = (found,)
    return slots


def _party(
    tokens: Sequence[Token],
    first: int,
    stop: int,
    kinds: Sequence[str],
    apart: Token | None = None,
) -> Token | None:
    """The first mention of the types in the clause, else the last in the sentence before it."""
    inside = _inside(tokens[first:stop], kinds, apart=apart)
    return inside or _inside(tokens[:first][::-1], kinds, apart=apart)


def _inside(
    tokens: Sequence[Token], kinds: Sequence[str], apart: Token | None = None
) -> Token | None:
    """Of the mentions the one of the earliest type, and of these the first."""
    for kind in kinds:
        for token in tokens:
            if token.kind == kind and token.mention is not None and token is not apart:
                return token
    return None


def _words(tokens: Sequence[Token], first: int, stop: int) -> Token:
    """The clause itself in place of a party."""
    start, end = tokens[first].start, tokens[stop - 1].end
    return Token("ROLE", start, end, "", Mention("ROLE", start, end, ""))


@cache
def _rule(kind: str, confidence: float) -> Rule:
    """The rule of which such a claim speaks: its kind, and no pattern."""
    return Rule(
        id=LIKELY_RULE + kind,
        kind=kind,
        patterns=(),
        trigger=frozenset(),
        confidence=confidence,
        documents=frozenset(DocumentKind),
        examples=(),
        polarity="-" if kind == "designation.absence" else "+",
        act=kind == _PRIOR,  # which is news where it is dated so, or told in the lead
        anchored=True,
        whole=True,
        nominal=True,
    )
