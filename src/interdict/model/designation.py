"""A designation: target, programme and issuer with its events; and its state on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interdict.model.dates import PartialDate, Span, span_of
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence


@dataclass(frozen=True, slots=True)
class Event:
    """One life-cycle event, as one source gives it (`model.schema.EVENTS` lists the names).

    `on` is the event's own date as EDTF (`2025-07-25`, `2025-07`, `../2021-07-07` for "no later
    than", None where the source leaves it open); `expected` the date from which an announcement
    says it will have effect. `prior` marks a source that speaks of an older act (`reported`, not
    news). `published_at` is when the source said so. `until` is the day on which a licence or a
    suspension ends by its own terms. `scope` is the part of the designation that it is about: the
    name that an amendment adds, or what a licence allows; None where it is about all of it.
    """

    name: str
    on: str | None
    grade: Grade
    citation: Citation
    published_at: datetime | None = None
    expected: str | None = None
    prior: bool = False
    note: str | None = None
    until: str | None = None
    scope: str | None = None

    @property
    def span(self) -> Span | None:
        """The days on which it can have happened; None where nothing is said of them."""
        return span_of(self.on)


@dataclass(frozen=True, slots=True)
class Designation:
    """One row per (entity, programme, issuer), with every event any source gives.

    `listed` is what editions of official lists say: the programme's tag on the entry, with
    bounds. `programme` is a regime key (`US-FTO`); a tag without a regime of its own is kept
    as `DATASET:TAG`.
    """

    entity_id: str
    programme: str
    issuer: str
    events: tuple[Event, ...] = ()
    listed: tuple[Listing, ...] = ()

    @property
    def id(self) -> str:
        """`entity:programme`, as the command line takes it."""
        return f"{self.entity_id}:{self.programme}"


@dataclass(frozen=True, slots=True)
class Listing:
    """A programme's tag on an entry of an official list, within the bounds of the editions.

    `announces` is True for a tag that marks what is still to be made, not what is in force.
    """

    dataset: str
    tag: str
    presence: Presence
    citation: Citation
    announces: bool = False


class StateName(StrEnum):
    """States of a designation on a date (record.md, section 5): the only ones."""

    NONE = "none"
    NOT_COVERED = "not_covered"
    REPORTED = "reported"
    PENDING = "pending"
    DUE_UNCONFIRMED = "due_unconfirmed"
    IN_FORCE = "in_force"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class NameState:
    """Since when a name that an amendment added is part of the designation.

    The fields are those of `State`, for that name alone: it has the amendment's own day, and is
    in force no longer than the designation.
    """

    name: str
    state: StateName
    grade: Grade | None = None
    announced: str | None = None
    expected: str | None = None
    since: str | None = None
    ended: str | None = None
    ended_by: str | None = None
    certain: bool = True
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """State of one designation on (as_of, known_at), with what it rests on.

    `since` and `ended` are EDTF dates of the interval, where a source gives them; the bounds
    `first_seen`, `absent_before`, `last_seen`, `absent_after` are those that editions of lists
    give. `certain` is False where the answer rests on a date known only to the month, the year
    or a range. `flags`: `licensed`, `suspended`, `held_unlawful`. `names` are those that
    amendments added, each with a state of its own.
    """

    name: StateName
    as_of: date
    grade: Grade | None = None
    announced: str | None = None
    expected: str | None = None
    since: str | None = None
    ended: str | None = None
    ended_by: str | None = None
    first_seen: PartialDate | None = None
    absent_before: PartialDate | None = None
    last_seen: PartialDate | None = None
    absent_after: PartialDate | None = None
    flags: tuple[str, ...] = ()
    certain: bool = True
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    names: tuple[NameState, ...] = ()
