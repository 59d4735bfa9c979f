"""Everything dated about a party, in one line of time, each entry with who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from interdict.model.claim import Claim, Stance
from interdict.model.dates import span_of
from interdict.model.designation import Designation, Listing
from interdict.model.source import Citation
from interdict.reconcile.designations import DESIGNATION_KINDS
from interdict.reconcile.evidence import cite_claim, grade_of
from interdict.store.base import HeldDocument

_SAYINGS = frozenset(
    {"leadership", "indictment", "denial", "reward.offered", "reward.raised", "reward.prior",
     "alias", "allegation", "procedure", "characterisation", "sanction.prior"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the line of time: `on` is EDTF, None where nobody dates it.

    `what` names it (`US-FTO announced`, `leadership`), `text` says it in words; `stance` is
    the claim's, so that what is alleged is never shown as fact.
    """

    on: str | None
    what: str
    text: str
    citation: Citation
    stance: Stance = Stance.ASSERTED
    speaker: str | None = None


def timeline(
    designations: Iterable[Designation],
    claims: Iterable[Claim],
    documents: Iterable[HeldDocument],
    others: Iterable[Entry] = (),
) -> list[Entry]:
    """Entries by date; what has a range stands at its end, what nobody dates comes last.

    `others` are entries about the party that come from neither, such as rewards of the record.
    """
    by_hash = {held.document.sha256: held for held in documents}
    entries = [*others, *(entry for d in designations for entry in _of_designation(d))]
    for claim in claims:
        held = by_hash.get(claim.document_id or "")
        if held is not None and claim.kind in _SAYINGS and claim.kind not in DESIGNATION_KINDS:
            entries.append(_of_claim(claim, held))
    return sorted(dict.fromkeys(entries), key=_place)


def _of_designation(designation: Designation) -> Iterable[Entry]:
    for event in designation.events:
        text = event.name.replace("_", " ")
        if event.prior:
            text = f"reported: {text}"
        if event.expected:
            text += f", to take effect {event.expected}"
        if event.scope:
            adds = event.name not in ("licensed", "suspended")
            text += f": adds {event.scope}" if adds else f": {event.scope}"
        if event.until:
            text += f", until {event.until}"
        if event.note:
            text += f" ({event.note})"
        what = f"{designation.programme} {event.name}"
        yield Entry(event.on, what, text, event.citation, speaker=event.citation.by)
    for listing in designation.listed:
        yield from _of_listing(designation.programme, listing)


def _of_listing(programme: str, listing: Listing) -> Iterable[Entry]:
    presence = listing.presence
    after = f", not in {presence.absent_before}" if presence.absent_before else ""
    yield Entry(
        str(presence.first_seen),
        f"{programme} listed",
        f"first seen with tag {listing.tag} on {listing.dataset}{after}",
        listing.citation,
    )
    if presence.absent_after is not None:
        yield Entry(
            str(presence.absent_after),
            f"{programme} gone from the list",
            f"last seen {presence.last_seen}, absent from {presence.absent_after}",
            listing.citation,
        )


def _of_claim(claim: Claim, held: HeldDocument) -> Entry:
    return Entry(
        claim.date or held.document.published,
        claim.kind,
        " ".join(claim.quote.split()),
        cite_claim(claim, held, grade_of(held.document)),
        claim.stance,
        claim.speaker,
    )


def _place(entry: Entry) -> tuple[date, str, str, int]:
    span = span_of(entry.on.partition("T")[0] if entry.on else None)
    day = date.max if span is None or span.last is None else span.last
    return (day, entry.what, entry.citation.source, entry.citation.start or 0)
