"""A programme as data: who designates, how it comes into force, and what follows from it.

Everything here is read from `data/*.yml` (see `catalog`); no programme has code of its own.
The texts are reference, not legal advice: each carries its source and its grade of proof.

Grades of proof, as everywhere in the record: `A` a legal text or a copy of it, `B` a law
firm, a parliamentary report or a dataset's description, `C` press, `U` not checked against
any text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListTag:
    """How an official list marks a party under this programme.

    `absence_ends` is True where an edition that no longer holds a tag which was seen before
    is evidence, within the bounds of the editions, that the designation has ended.
    """

    dataset: str
    tag: str
    absence_ends: bool


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Which events begin, announce and end the force of a designation.

    Event names are those of `model.schema.EVENTS`. `starts` put it in force once confirmed;
    `announces` make it pending; `ends` end it. `by_act` is True where the issuer's own act
    puts it in force, False where publication does. `notice_days` is the number of days that
    must pass between notifying the legislature and publishing, None where there is no such
    window.
    """

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    announces: tuple[str, ...]
    by_act: bool
    notice_days: int | None = None


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
class Effect:
    """One legal consequence of a designation, for one class of people.

    `code` and `addressee` come from the closed lists of `vocabulary`. `starts_on` is the
    event with which it begins, `ends_on` the events with which it ends (as a rule those of
    the life cycle; empty where it starts on `listed` alone and ends with the tag).
    `licence_possible` is None where the sources do not say. `before_force` says what may apply
    before the designation is in force. `verified_on` is the day
    (`YYYY-MM-DD`) on which the source's text was read; None for grade `U`, and only then.
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
class Regime:
    """One programme of designation.

    `issuer` is an authority code (`US-STATE`), `authority` says in words who decides.
    `target_kinds` are FollowTheMoney schemata. `names` are the forms under which texts speak
    of the programme. `official_lists` are the datasets whose editions establish it;
    `journal` is the official journal that publishes it, None if it takes effect without.
    `data_hash` is the SHA-256 of the file it was read from, as hexadecimal text.
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
