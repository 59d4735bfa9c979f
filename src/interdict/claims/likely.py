"""Claims of clauses that no rule has read, where a model says what they tell.

News is told in more ways than rules can list. A clause of which nothing is claimed yet is
judged by its words (`clause_model`); where one kind of claim is likely enough it is made, with
the parties that stand there, at the confidence of the model. Such a claim is for readers and
reviewers: no designation rests on it (`reconcile.evidence`, `claims.designations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from interdict.claims.clause_features import features
from interdict.claims.clause_model import clause_model
from interdict.claims.filling import fill
from interdict.claims.frames import frame_of, is_unreal
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.rules_file import Rule
from interdict.claims.segments import segments
from interdict.claims.tokens import Encoded, Token
from interdict.claims.vocabulary import lexicon, words_of
from interdict.model.changing import changed
from interdict.model.claim import LIKELY_RULE, Claim
from interdict.model.source import DocumentKind

_SHORTEST = 15
"""Characters of a clause that is judged."""
_AIMS = frozenset({"to", "para"})
_ISSUERS = ("AUTHORITY", "OFFICIAL", "PLACE", "SPEAKERS")
_LABELS = ("PROGRAMME", "LABEL")


@dataclass(frozen=True, slots=True)
class _Family:
    """Kinds that are told alike; see `words/likely.yml`."""

    kinds: tuple[str, ...]
    least: float
    subject: tuple[str, ...]
    otherwise: str
    object: tuple[str, ...]
    real: bool


def likely_claims(reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a document beside those that are told already; offsets as theirs.

    Notices and releases of issuers are read by their wording alone: none is made of them.
    """
    if not reading.tells_of_listing or reading.doc.kind.is_official:
        return
    known = [(c.start, c.end) for c in told if not c.kind.startswith("statement.")]
    known += [(quote.start, quote.end) for quote in reading.quotes if quote.kind != "term"]
    for number, encoded in enumerate(reading.encoded):
        for first, stop in segments(encoded.tokens):
            start, end = encoded.tokens[first].start, encoded.tokens[stop - 1].end
            if end - start < _SHORTEST or any(low < end and start < high for low, high in known):
                continue
            yield from _judged(reading, number, encoded, first, stop)


def _judged(
    reading: Reading, number: int, encoded: Encoded, first: int, stop: int
) -> Iterator[Claim]:
    """The claim of one clause, if its kind is likely enough and its parties are there."""
    clause = encoded.tokens[first:stop]
    shown = features(clause, published=reading.published, language=reading.language.code)
    chances = clause_model().chances(shown)
    for family in _families():
        sure = sum(chances.get(kind, 0.0) for kind in family.kinds)
        if sure < family.least:
            continue
        kind = max(family.kinds, key=lambda one: chances.get(one, 0.0))
        if family.real and _is_unreal(encoded.tokens, first, stop):
            return
        slots = _slots(encoded.tokens, first, stop, family)
        if slots is None:
            return
        frame = frame_of(_rule(kind, round(sure, 2)), encoded, first, stop, slots)
        frame = changed(frame, start=clause[0].start, end=clause[-1].end)
        yield from (draft.claim for draft in fill(frame, number, reading))
        return


def _is_unreal(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """True for a wish, a condition, a possibility, and for an aim: "to have them listed"."""
    return tokens[first].norm in _AIMS or is_unreal(tokens[max(0, first - 1) : stop])


def _slots(
    tokens: Sequence[Token], first: int, stop: int, family: _Family
) -> dict[str, tuple[Token, ...]] | None:
    """The parties of a clause, None where its subject is missing."""
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
def _families() -> tuple[_Family, ...]:
    found = []
    for row in words_of("likely").values():
        subject, _, otherwise = row["subject"].partition(" else ")
        found.append(
            _Family(
                kinds=tuple(row["kinds"]),
                least=row["least"] / 100,
                subject=_types(subject),
                otherwise=otherwise,
                object=_types(row.get("object", "")),
                real=row.get("real", False),
            )
        )
    return tuple(found)


def _types(names: str) -> tuple[str, ...]:
    types = lexicon().types
    return tuple(base for name in names.split() for base in types.get(name, (name,)))


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
        anchored=True,
        whole=True,
        nominal=True,
    )
