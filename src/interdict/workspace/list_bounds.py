"""How much smaller an edition may be than the one before it, before somebody has to say so.

A download that broke off at a row's end, or a publisher's mistake, looks like a list from which
thousands were taken off. Recording it would end their designations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interdict.model.dates import PartialDate
from interdict.model.source import Edition, EditionPart
from interdict.store.base import HeldEdition

USUAL_SHARE = 0.30
"""An edition may have so much less (share of the entries) than the one before it."""

SHARES = {
    # Whoever keeps a list of their own may cut it as they like: only half of it asks back.
    "own_list": 0.50,
}
"""Dataset -> its own share, where the usual one does not fit; also for `own_list_NAME`."""

FEW = 20
"""A part of fewer entries than this is not measured: in a short list a share says nothing."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A part of an edition that has fewer entries than it may."""

    part: str
    n_before: int
    n_now: int
    before: PartialDate
    allowed: float

    def __str__(self) -> str:
        share = 1 - self.n_now / self.n_before
        return (
            f"{self.part} of {self.n_now:,} entries, where the edition of {self.before} has "
            f"{self.n_before:,} ({share:.0%} fewer; up to {self.allowed:.0%} are usual)"
        )


def shrunk(
    edition: Edition, parts: Iterable[EditionPart], held: Iterable[HeldEdition]
) -> list[Shrunk]:
    """The parts that are too small beside the latest ones published before the edition.

    None for a first edition, or where those parts were never held.

    Args:
        held: editions of the dataset, in order of publication.
    """
    allowed = share_of(edition.dataset)
    before: dict[str, tuple[PartialDate, int]] = {}
    for one in held:
        if one.edition.published_at < edition.published_at:
            on = PartialDate.of(one.edition.published_on)
            before.update({part.part: (on, part.n_records) for part in one.edition.parts})
    found = []
    for part in parts:
        if part.part not in before:
            continue
        on, n_before = before[part.part]
        if n_before >= FEW and part.n_records < n_before * (1 - allowed):
            found.append(Shrunk(part.part, n_before, part.n_records, on, allowed))
    return found


def share_of(dataset: str) -> float:
    """The share by which an edition of that dataset may shrink."""
    own = (s for name, s in SHARES.items() if f"{dataset}_".startswith(f"{name}_"))
    return next(own, USUAL_SHARE)
