"""What one document says. A claim is never a fact: somebody makes it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any


class Stance(StrEnum):
    """How the document, or the speaker in it, stands to what is said."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    OPINION = "opinion"
    UNVERIFIED = "unverified"
    HYPOTHETICAL = "hypothetical"


class Modality(StrEnum):
    """Whether what is said has happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


class Mode(StrEnum):
    """In whose voice it is said."""

    AUTHOR = "author"
    ATTRIBUTED = "attributed"
    INDIRECT = "indirect"
    QUOTE = "quote"


CLAIM_KINDS = frozenset(
    """
    designation.announced designation.effective designation.prior designation.amended
    designation.revoked designation.absence designation.lead_time
    sanction.prior alias reward.offered reward.raised
    reward.prior indictment leadership affiliation support location origin count.killed
    count.strikes count.hostages count.entities count.injured
    count.attacks count.cases count.members event.strike event.arrival event.attack
    event.start event.duration event.location event.timing event.arrest event.sentence
    event.extradition event.expulsion event.death event.execution
    event.agreement event.dissolution event.other
    deployment legal_effect procedure statement.direct statement.indirect denial allegation
    rebuttal admission decision_state evidence_state characterisation label attribute
    comparison forecast/opinion other
    """.split()
)
"""The closed list of what a claim can be about (docs/claims.md says what each means)."""


LIKELY_RULE = "likely."
"""How the rule of a claim begins that the words make likely and no rule tells (its kind follows):
it is for readers and reviewers, and nothing rests on it."""

MODEL_RULE = "model."
"""How the rule of a claim begins that only a language model found: reviewers are shown it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was said: an interval with a qualifier.

    `low` and `high` bound it (None is open); `stated` is the printed number; `qualifier`
    is one of exact, about, at_least, at_most, more_than, ordinal, vague.
    """

    low: float | None
    high: float | None
    unit: str
    qualifier: str = "exact"
    stated: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one document says, with the exact characters that say it.

    `subject`, `object` and `speaker` are surface text; `subject_id` and `object_id` name
    entities once grounded. `date` is EDTF, of what is claimed; `effective_on` the date
    that a designation is claimed to take effect. `start`, `end` count code points of the
    raw text, and `quote` is the raw text between them.
    """

    doc: str
    kind: str
    start: int
    end: int
    quote: str
    rule: str
    subject: str | None = None
    subject_id: str | None = None
    subject_schema: str | None = None
    object: str | None = None
    object_id: str | None = None
    object_schema: str | None = None
    authority: str | None = None
    programme: str | None = None
    value: Quantity | None = None
    date: str | None = None
    effective_on: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    stance: Stance = Stance.ASSERTED
    polarity: str = "+"
    modality: Modality = Modality.ACTUAL
    mode: Mode = Mode.AUTHOR
    depth: int = 0
    confidence: float = 0.5
    document_id: str | None = None
    """sha256 of the document; set when the claim enters the record."""

    @property
    def is_likely(self) -> bool:
        """True if only the likeness of its words tells it (`LIKELY_RULE`)."""
        return self.rule.startswith(LIKELY_RULE)

    @property
    def is_proposed(self) -> bool:
        """True if only a language model found it (`MODEL_RULE`)."""
        return self.rule.startswith(MODEL_RULE)

    @property
    def id(self) -> str:
        """Stable id: document, span, kind and what fills the roles (not the grounding)."""
        key = "\x1f".join(
            str(part)
            for part in (
                self.document_id or self.doc,
                self.start,
                self.end,
                self.kind,
                self.subject,
                self.object,
                self.programme,
                self.speaker,
                self.date,
            )
        )
        return blake2b(key.encode(), digest_size=8).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON, in the field names of the command line's contract."""
        return asdict(self) | {"id": self.id}


@dataclass(frozen=True, slots=True)
class Appearance:
    """One rendering of an utterance in one document."""

    document_id: str
    start: int
    end: int
    quote: str
    variant: str = "exact"
    """`exact`, `elided` (with gaps), `partial` (a piece of it) or `paraphrase` (not its words)."""
    speaker: str | None = None
    """Whom this rendering names as the speaker."""
    drift: bool = False
    """True if the rendering changes who or what the words are about."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said once, however many documents render it.

    `text` is its fullest rendering; `day` the day (EDTF) on which documents say it was said.
    """

    speaker: str | None
    text: str
    appearances: tuple[Appearance, ...]
    day: str | None = None

    @property
    def drift(self) -> bool:
        """True if some rendering changes what was said."""
        return any(appearance.drift for appearance in self.appearances)
