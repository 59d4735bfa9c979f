"""How surely a claim is told: as a fact, as what somebody alleges, or unverified.

Who leads, backs or belongs to a group is alleged as soon as anybody is named, or known, to say so;
so is a toll that is laid at somebody's door.
"""

from __future__ import annotations

from itertools import pairwise

from interdict.claims.attribution import blames, hedged
from interdict.claims.doubtful_acts import designates, is_unsure
from interdict.claims.frames import Frame
from interdict.claims.tokens import Encoded
from interdict.claims.vocabulary import lexicon
from interdict.model.claim import Claim, Stance

ACCUSING = frozenset(
    {"leadership", "affiliation", "support", "allegation", "indictment", "location", "origin"}
)
"""Kinds that are an accusation as soon as somebody is named who says them."""
_KILLING = frozenset("killed killing kills murdered murdering massacred executed".split())
"""Verbs whose subject is whoever did it: a toll told with one is laid at somebody's door."""
_SOFT = frozenset("sort reportedly apparently supposedly".split())
_HELD_TO = frozenset("said thought believed".split())
_LAID = frozenset("attributed blamed atribuido atribuida atribuidos atribuidas".split())
_TO = frozenset("to on a al".split())


def accuses(claim: Claim, frame: Frame, encoded: Encoded) -> bool:
    """True for what is an accusation as soon as somebody says it."""
    counts = claim.kind.startswith("count.")
    killed = counts and any(token.norm in _KILLING for token in frame.tokens)
    always = claim.kind in ACCUSING or claim.kind == "count.attacks"
    return always or killed or _is_blamed(claim, frame, encoded)


def _is_blamed(claim: Claim, frame: Frame, encoded: Encoded) -> bool:
    """True for a toll behind a word of accusing: "they accuse it of killing 40"."""
    return claim.kind.startswith("count.") and blames(encoded, frame.start)


def is_laid(claim: Claim, frame: Frame) -> bool:
    """True for "an attack attributed to X": whoever names the attacker so does not vouch for it."""
    what_happened = claim.kind == "event.attack" or claim.kind.startswith("count.")
    pairs = pairwise(token.norm for token in frame.tokens)
    return what_happened and any(a in _LAID and b in _TO for a, b in pairs)


def stance_of(claim: Claim, frame: Frame, encoded: Encoded, *, said: bool, abroad: bool) -> Stance:
    """The stance of a claim whose rule gives one of its own.

    Args:
        encoded: its sentence.
        said: whether somebody is known to say it.
        abroad: whether it is in a language in which it is not told who speaks.
    """
    if claim.stance is not Stance.ASSERTED:
        return claim.stance
    if is_laid(claim, frame) or _is_blamed(claim, frame, encoded):
        return Stance.ALLEGED
    if claim.kind == "evidence_state":
        return Stance.ALLEGED if said else _or_unverified(claim, frame, encoded)
    if accuses(claim, frame, encoded) and (
        said
        or hedged(encoded, frame.start, frame.end)
        or (abroad and not encoded.words.isdisjoint(lexicon().classes["alleging_abroad"]))
    ):
        return Stance.ALLEGED
    return _or_unverified(claim, frame, encoded)


def _or_unverified(claim: Claim, frame: Frame, encoded: Encoded) -> Stance:
    unsure = designates(claim.kind) and is_unsure(frame, encoded.tokens)
    return Stance.UNVERIFIED if unsure or _is_soft(claim, frame) else Stance.ASSERTED


def _is_soft(claim: Claim, frame: Frame) -> bool:
    """True for "reportedly", and for a number that somebody "is said to have"."""
    words = [token.norm for token in frame.tokens]
    number = claim.kind.startswith("count.")
    held = any(a in _HELD_TO and b == "to" for a, b in pairwise(words))
    return not _SOFT.isdisjoint(words) or (number and held)
