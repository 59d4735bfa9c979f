"""Everything dated about a party in one line of time, each entry with who says so."""

from __future__ import annotations

from datetime import UTC, datetime

from interdict.model.claim import Claim, Stance
from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, Event, Listing
from interdict.model.source import Citation, Document, DocumentKind, Grade
from interdict.model.statement import Presence
from interdict.reconcile.timeline import Entry, timeline
from interdict.store.base import HeldDocument

AT = datetime(2026, 1, 1, tzinfo=UTC)
PAPER = Document(
    "a" * 64, "paper.txt", "bare", DocumentKind.NEWS, "", "", (), (), published="2025-11-17T08:00"
)
HELD = HeldDocument(PAPER, 1, AT, AT)


def event(name: str, on: str | None, *, prior: bool = False, expected: str | None = None) -> Event:
    return Event(
        name, on, Grade.PRESS, Citation("paper.txt", Grade.PRESS), prior=prior, expected=expected
    )


def designation(*events: Event, listed: tuple[Listing, ...] = ()) -> Designation:
    return Designation("doc-x", "US-FTO", "US-STATE", events, listed)


def claim(kind: str, date: str | None, *, document: str = "a" * 64, at: int = 0) -> Claim:
    return Claim(
        "paper.txt", kind, at, at + 9, "he  leads\n it", "test", date=date,
        stance=Stance.ALLEGED, speaker="A minister", document_id=document,
    )  # fmt: skip


def line(entries: list[Entry]) -> list[tuple[str | None, str]]:
    return [(entry.on, entry.what) for entry in entries]


def test_entries_stand_in_order_of_time() -> None:
    """A range stands at its end, and what nobody dates comes last."""
    found = timeline(
        [
            designation(
                event("revoked", None),
                event("published", "2025-11-24"),
                event("in_force", "2025-11"),
                event("signed", "../2025-11-20"),
            )
        ],
        [claim("leadership", "2025-11-22")],
        [HELD],
    )
    assert line(found) == [
        ("../2025-11-20", "US-FTO signed"),
        ("2025-11-22", "leadership"),
        ("2025-11-24", "US-FTO published"),
        ("2025-11", "US-FTO in_force"),
        (None, "US-FTO revoked"),
    ]


def test_words_say_what_kind_of_event_it_is() -> None:
    """A report of an older act is called one, and an expected date is given."""
    found = timeline(
        [
            designation(
                event("in_force", "2025-07-25", prior=True),
                event("announced", "2025-11-16", expected="2025-11-24"),
            )
        ],
        [],
        [],
    )
    assert [entry.text for entry in found] == [
        "reported: in force",
        "announced, to take effect 2025-11-24",
    ]


def test_a_list_gives_bounds_and_not_dates() -> None:
    """First and last sight of a tag, each with the edition that does not hold it."""
    presence = Presence(
        edition=PartialDate(2025, 4, 19),
        holds=False,
        first_seen=PartialDate(2018, 1, 1),
        last_seen=PartialDate(2020, 11, 30),
        absent_before=PartialDate(2017, 1, 1),
        absent_after=PartialDate(2025, 4, 19),
    )
    listing = Listing("mylist", "TAG", presence, Citation("mylist", Grade.COPY))
    found = timeline([designation(listed=(listing,))], [], [])
    assert [(entry.on, entry.text) for entry in found] == [
        ("2018-01-01", "first seen with tag TAG on mylist, not in 2017-01-01"),
        ("2025-04-19", "last seen 2020-11-30, absent from 2025-04-19"),
    ]


def test_what_is_alleged_is_never_shown_as_fact() -> None:
    """A claim carries its stance, its speaker, its words and its place."""
    (entry,) = timeline([], [claim("leadership", None, at=5)], [HELD])
    assert (entry.stance, entry.speaker) == (Stance.ALLEGED, "A minister")
    assert entry.text == "he leads it"
    assert (entry.citation.start, entry.citation.document_id) == (5, "a" * 64)
    assert entry.on == "2025-11-17T08:00"


def test_claims_of_designations_are_told_by_their_events() -> None:
    """They are not told twice; nor is what no document at hand says, nor a mere count."""
    claims = [
        claim("designation.announced", "2025-11-16"),
        claim("count.killed", "2025-11-16"),
        claim("leadership", "2025-11-16", document="b" * 64),
    ]
    assert timeline([], claims, [HELD]) == []


def test_the_same_entry_stands_once() -> None:
    """Two equal events, or one claim twice, are one entry."""
    twice = [claim("leadership", "2025-11-16")] * 2
    same = event("announced", "2025-11-16")
    assert len(timeline([designation(same), designation(same)], twice, [HELD])) == 2
