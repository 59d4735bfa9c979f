"""Who says what: a claim with its words in their place, whoever says them, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interdict.model.claim import Claim, Stance
from interdict.model.source import Document
from interdict.reconcile.evidence import cite_claim, grade_of
from interdict.reporting.sources import Ref, Sources, voice_of
from interdict.reporting.wording import STANCES
from interdict.store.base import HeldDocument
from interdict.text.normalize import fold

AROUND = 110
"""Characters of the paragraph that are shown on either side of a quotation, at most."""

TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Designation and procedure", ("designation.", "sanction.", "procedure")),
    ("What a designation is said to do", ("legal_effect",)),
    ("Rewards and charges", ("reward.", "indictment")),
    ("Decisions and evidence", ("decision_state", "evidence_state")),
    ("Counts and events", ("count.", "event.", "deployment")),
    ("Names, places and descriptions", (
        "alias", "location", "origin", "characterisation", "label", "attribute", "comparison",
    )),
    ("In their words", ("statement.", "admission", "forecast/opinion")),
)  # fmt: skip
"""Headings under which claims are shown, by the beginnings of their kinds."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim, once for every source that makes it in the same words.

    `who` is the speaker, or whoever published the document where it speaks in its own voice
    (`own_voice`); `verb` stands before it (`alleged by`). `before` and `after` are the words of
    the paragraph around `quote`, empty where the text is not held.
    """

    kind: str
    stance: Stance
    verb: str
    who: str
    before: str
    quote: str
    after: str
    refs: tuple[Ref, ...]
    date: str | None = None
    own_voice: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """Sayings under one heading."""

    title: str
    sayings: tuple[Saying, ...]


class Teller:
    """Turns claims into sayings.

    Args:
        documents: the documents that make the claims, by hash, with their texts.
        sources: where their citations are gathered.
    """

    def __init__(self, documents: Mapping[str, HeldDocument], sources: Sources) -> None:
        self._documents = documents
        self._sources = sources

    def topics(self, claims: Iterable[Claim]) -> tuple[Topic, ...]:
        """Claims under their headings; those of no heading are left out, as are empty headings."""
        told = list(claims)
        found = []
        for title, kinds in TOPICS:
            sayings = self.sayings(claim for claim in told if claim.kind.startswith(kinds))
            if sayings:
                found.append(Topic(title, sayings))
        return tuple(found)

    def sayings(self, claims: Iterable[Claim]) -> tuple[Saying, ...]:
        """Claims as sayings, in the order given; the same words of one speaker stand once.

        Claims of documents that are not at hand are left out: they cannot be shown with a source.
        """
        same: dict[tuple[str, str, str, str], list[Claim]] = {}
        for claim in claims:
            if claim.document_id in self._documents:
                key = (claim.kind, claim.stance, fold(self._who(claim)), fold(claim.quote))
                same.setdefault(key, []).append(claim)
        return tuple(self._saying(group) for group in same.values())

    def _saying(self, claims: Sequence[Claim]) -> Saying:
        claim = claims[0]
        before, quote, after = in_place(claim, self._documents[claim.document_id or ""].document)
        citations = [
            cite_claim(c, held, grade_of(held.document))
            for c in claims
            for held in [self._documents[c.document_id or ""]]
        ]
        return Saying(
            kind=claim.kind,
            stance=claim.stance,
            verb=STANCES[claim.stance],
            who=self._who(claim),
            before=before,
            quote=quote,
            after=after,
            refs=self._sources.refer(citations),
            date=claim.date,
            own_voice=claim.speaker is None,
            negated=claim.polarity == "-" and claim.stance is not Stance.DENIED,
        )

    def _who(self, claim: Claim) -> str:
        if claim.speaker:
            return claim.speaker
        document = self._documents[claim.document_id or ""].document
        return voice_of(document)


def in_place(claim: Claim, document: Document) -> tuple[str, str, str]:
    """The words before a claim's quotation in its line, the quotation, and the words after it.

    White space is folded. Cut at words, with an ellipsis; the outer two are empty where the
    text has been taken away.
    """
    quote = " ".join(claim.quote.split())
    if document.raw[claim.start : claim.end] != claim.quote:
        return "", quote, ""
    head = document.raw[max(0, claim.start - AROUND - 1) : claim.start]
    tail = document.raw[claim.end : claim.end + AROUND + 1]
    return _last_line(head), quote, _first_line(tail)


def _last_line(text: str) -> str:
    line = text.rpartition("\n")[2]
    if line != text or len(text) <= AROUND:
        return " ".join(line.split()) + (" " if line[-1:].isspace() else "")
    words = line.partition(" ")[2]
    return "… " + " ".join(words.split()) + (" " if words[-1:].isspace() else "")


def _first_line(text: str) -> str:
    line = text.partition("\n")[0]
    if line != text or len(text) <= AROUND:
        return (" " if line[:1].isspace() else "") + " ".join(line.split())
    words = line.rpartition(" ")[0]
    return (" " if words[:1].isspace() else "") + " ".join(words.split()) + " …"
