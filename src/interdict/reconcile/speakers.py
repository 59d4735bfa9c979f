"""Who speaks for whom: a person who announces an authority's acts speaks with its voice."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from interdict.model.claim import Claim, Mode
from interdict.model.source import Grade
from interdict.reconcile.evidence import authority_named
from interdict.text.normalize import fold

_UNNAMED = frozenset(
    "official officials source sources expert experts person people reporter reporters critics "
    "observers analysts unnamed speculation rumour aide aides".split()
)


class Voice(IntEnum):
    """In whose voice a value is given, the weightiest first."""

    OFFICIAL_TEXT = 0  # an official list, journal or release itself
    OFFICIAL_QUOTED = 1  # an authority's words, quoted by somebody else
    NAMED_SOURCE = 2  # somebody who is named
    REPORTER = 3  # the document's own voice
    UNNAMED_SOURCE = 4  # "officials", "sources"


class Offices:
    """For which authorities the speakers of some claims speak."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._held: dict[str, set[str]] = {}
        for claim in claims:
            # "US" alone is a country: many speak for it without being one another's voice.
            told = claim.kind.startswith(("designation.prior", "sanction", "indictment"))
            if claim.speaker and claim.authority and "-" in claim.authority and not told:
                self._held.setdefault(fold(claim.speaker), set()).add(claim.authority)

    def of(self, speaker: str | None) -> frozenset[str]:
        """Authorities for which a speaker speaks, himself one of them perhaps; empty if none."""
        if not speaker:
            return frozenset()
        named = authority_named(speaker)
        held = self._held.get(fold(speaker), set())
        return frozenset(held | ({named} if named else set()))

    def together(self, left: str | None, right: str | None) -> bool:
        """Whether two speakers can have said the same thing: one person, or one authority."""
        if not left or not right or same_name(left, right):
            return True
        return bool(self.of(left) & self.of(right))


def same_name(left: str, right: str) -> bool:
    """Whether two names can be one speaker's: equal, or one the end of the other."""
    one, other = fold(left).split(), fold(right).split()
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter


def voice_of(claim: Claim, grade: Grade, offices: Offices) -> Voice:
    """In whose voice a claim is made."""
    if grade.confirms:
        return Voice.OFFICIAL_TEXT
    if claim.speaker is None or claim.mode is Mode.AUTHOR:
        return Voice.REPORTER
    if _UNNAMED & set(fold(claim.speaker).split()):
        return Voice.UNNAMED_SOURCE
    official = bool(offices.of(claim.speaker)) and claim.mode is Mode.QUOTE
    return Voice.OFFICIAL_QUOTED if official else Voice.NAMED_SOURCE
