"""A programme as data: who designates, how it comes into force, and what follows from it.

Everything here is read from `data/*.yml` (see `catalog`); no programme has code of its own.
The texts are reference, not legal advice: each carries its source and its grade of proof.

Grades of proof, as everywhere in the record: `A` a legal text or a copy of it, `B` a law
firm, a parliamentary report or a dataset's description, `C` press, `U` not checked against
any text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ListTag:
    """How an official list marks a party under this programme.

    `absence_ends` is True where an edition that no longer holds a tag which was seen before
    is evidence, within the bounds of the editions, that the designation has ended. `announces`
    is True for a tag that marks what is still to come, not what is in force: a listing by the
    United Nations that the Union has not yet made its own.
    """

    dataset: str
    tag: str
    absence_ends: bool
    announces: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeEvent:
    """What became of the programme itself: `event` is one of `vocabulary.PROGRAMME_EVENTS`.

    `on` is an EDTF date. An end ends every designation under the programme, unless nobody has
    checked it (grade `C` or `U`): then it is only told.
    """

    event: str
    on: str
    text: str
    source: str
    grade: str
    verified_on: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Which events begin, announce and end the force of a designation.

    Event names are those of `model.schema.EVENTS`. `starts` put it in force once confirmed;
    `announces` make it pending; `ends` end it. `by_act` is True where the issuer's own act
    puts it in force, False where publication does. `notice_days` is the number of days that
    must pass between notifying the legislature and publishing, None where there is no such
    window. `programme` tells what became of the programme itself, in order of date.
    """

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    announces: tuple[str, ...]
    by_act: bool
    notice_days: int | None = None
    programme: tuple[ProgrammeEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a fact was read in; cited by `key` within the regime's file."""

    key: str
    title: str
    grade: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of procedure: criteria, notice, duration, review, revocation and the like.

    `topic` is one of `vocabulary.TOPICS`.
    """

    topic: str
    text: str
    legal_basis: tuple[str, ...]
    source: str
    grade: str
    verified_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a duty is to be done: after so many business days, or on a day of every year.

    `days` business days of `calendar` (see `calendars`) after the day of `counted_from`, which
    is words; or `yearly`, written `MM-DD`. Exactly one of the two is given.
    """

    what: str
    counted_from: str
    days: int | None = None
    calendar: str | None = None
    yearly: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One legal consequence of a designation, for one class of people.

    `code` and `addressee` come from the closed lists of `vocabulary`. `starts_on` is the
    event with which it begins, `ends_on` the events with which it ends (as a rule those of
    the life cycle; empty where it starts on `listed` alone and ends with the tag).
    `licence_possible` is None where the sources do not say. `before_force` says what may apply
    before the designation is in force, from the event `before_on` where one is named.
    `decided_on` is `act` where the state on the day of somebody's act decides, not that of the
    day on which it is asked. `verified_on` is the day (`YYYY-MM-DD`) on which it
    was last checked against the source's text or our notes of it; None for grade `U`, and only
    then.
    """

    code: str
    addressee: str
    title: str
    text: str
    starts_on: str
    ends_on: tuple[str, ...]
    legal_basis: tuple[str, ...]
    source: str
    grade: str
    consequence: str | None = None
    exceptions: tuple[str, ...] = ()
    licence_possible: bool | None = None
    before_force: str | None = None
    before_on: str | None = None
    decided_on: str = "day"
    deadlines: tuple[Deadline, ...] = ()
    verified_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotEffect:
    """Something that the designation does not do, though it is often said to."""

    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a contested question: who says what."""

    who: str
    says: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Contested:
    """A question on which sources differ. It is never an effect, whoever asserts it."""

    question: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class OwnershipThreshold:
    """A share from which a rule reaches owned entities, from a day on.

    `since` is a day, None where the threshold has no known beginning. `at_least` is True for
    "`percent` or more", False for "more than `percent`".
    """

    percent: int
    at_least: bool
    since: str | None = None


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """How effects on property reach entities that a designated party owns.

    `thresholds` are ordered by their day, the oldest first. `aggregate` says whether the
    shares of several designated owners are added, `control` whether control without the share
    suffices, `binding` whether it is law rather than practice; each is None where the sources
    do not say.
    """

    thresholds: tuple[OwnershipThreshold, ...]
    aggregate: bool | None
    control: bool | None
    binding: bool | None
    text: str
    legal_basis: tuple[str, ...]
    source: str
    grade: str
    verified_on: str | None = None
    note: str | None = None

    def threshold_on(self, day: date) -> OwnershipThreshold | None:
        """The threshold that applies on a day; None before the first."""
        begun = [t for t in self.thresholds if t.since is None or t.since <= day.isoformat()]
        return begun[-1] if begun else None


@dataclass(frozen=True, slots=True)
class Regime:
    """One programme of designation.

    `issuer` is an authority code (`US-STATE`), `authority` says in words who decides.
    `target_kinds` are FollowTheMoney schemata. `names` are the forms under which texts speak
    of the programme. `official_lists` are the datasets whose editions establish it;
    `journal` is the official journal that publishes it, None if it takes effect without.
    `ownership` is None where owned entities are not reached, or the sources do not say.
    `uses` names the shared files that were read into it. `data_hash` is the SHA-256 of the
    files it was read from, as hexadecimal text.
    """

    key: str
    title: str
    short: str
    issuer: str
    authority: str
    legal_basis: tuple[str, ...]
    target_kinds: tuple[str, ...]
    names: tuple[str, ...]
    lifecycle: Lifecycle
    official_lists: tuple[str, ...]
    journal: str | None
    list_tags: tuple[ListTag, ...]
    procedure: tuple[Provision, ...]
    effects: tuple[Effect, ...]
    does_not: tuple[NotEffect, ...]
    contested: tuple[Contested, ...]
    sources: tuple[Source, ...]
    opensanctions_id: str | None
    notes: tuple[str, ...]
    data_hash: str
    ownership: OwnershipRule | None = None
    uses: tuple[str, ...] = ()

    def source(self, key: str) -> Source:
        """The source under `key`.

        Raises:
            KeyError: if the regime cites no such source (the catalog rules that out for
                every key that the regime's own texts use).
        """
        for source in self.sources:
            if source.key == key:
                return source
        raise KeyError(key)
