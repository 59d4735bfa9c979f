"""What editions of official lists say of a day: the tag is there, it has gone, or it announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from interdict.model.designation import Listing, State, StateName


def listed_state(listings: Sequence[Listing], as_of: date, absence_ends: bool) -> State | None:
    """In force while a list's answering edition holds the tag, ended once it no longer does."""
    present = [entry for entry in listings if entry.presence.holds]
    gone = [
        entry
        for entry in listings
        if not entry.presence.holds
        and entry.presence.last_seen is not None
        and entry.presence.last_seen.first <= as_of
    ]
    if present:
        best = min(present, key=lambda entry: entry.presence.grade.rank)
        return _bounded(StateName.IN_FORCE, best, as_of, present)
    if gone and absence_ends:
        last = max(gone, key=lambda entry: _seen_last(entry))
        return _bounded(StateName.ENDED, last, as_of, gone)
    return None


def marked_state(marks: Sequence[Listing], as_of: date) -> State | None:
    """Pending while a list's answering edition marks the party as still to be designated here."""
    if not marks:
        return None
    best = min(marks, key=lambda entry: entry.presence.grade.rank)
    return replace(
        _bounded(StateName.PENDING, best, as_of, marks),
        notes=(f"marked {best.tag} on {best.dataset}: the act is still to be made",),
    )


def _bounded(name: StateName, entry: Listing, as_of: date, all_: Sequence[Listing]) -> State:
    presence = entry.presence
    return State(
        name,
        as_of,
        grade=presence.grade,
        ended_by="removed from the list" if name is StateName.ENDED else None,
        first_seen=presence.first_seen,
        absent_before=presence.absent_before,
        last_seen=presence.last_seen,
        absent_after=presence.absent_after,
        citations=tuple(dict.fromkeys(e.citation for e in all_)),
    )


def _seen_last(entry: Listing) -> date:
    last = entry.presence.last_seen
    return date.min if last is None else last.last
