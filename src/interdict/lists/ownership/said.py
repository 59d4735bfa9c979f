"""What an ownership file says, whatever its form: parties, and stakes between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate
from interdict.ownership.sizes import read_size
from interdict.ownership.stakes import KINDS


class BadRow(Exception):
    """A row that cannot be used; the text says why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class SaidParty:
    """A party as the file names it: by a key of the file's own, or by the record's id.

    `facts` are (property, value) pairs in FollowTheMoney's words; `schema` is None where the
    file does not say what kind of party it is. With `record_id` the party is one that the record
    holds from elsewhere: nothing is said of it here.
    """

    key: str = ""
    record_id: str = ""
    schema: str | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SaidStake:
    """One stake: `size` as the file writes it, `kind` one of `ownership.stakes.KINDS`.

    `means` says in words by what means a controlling owner controls.
    """

    line: int
    key: str
    owner: SaidParty
    asset: SaidParty
    kind: str = "shares"
    size: str = ""
    means: str = ""
    start: str = ""
    end: str = ""
    source: str = ""
    grade: str = ""
    notes: tuple[str, ...] = field(default=())

    def check(self) -> None:
        """Refuses what could not be computed with.

        Raises:
            BadRow: if the size is no share, a date no date, the end not after the start, or
                owner and asset are one.
        """
        assert self.kind in KINDS
        try:
            read_size(self.size)
            start = PartialDate.parse(self.start) if self.start else None
            end = PartialDate.parse(self.end) if self.end else None
        except (ValueError, InvalidInput) as error:
            raise BadRow(str(error)) from None
        if start is not None and end is not None and end.last <= start.first:
            raise BadRow(f"it ends ({end}) before it begins ({start})")
        if (self.owner.record_id or self.owner.key) == (self.asset.record_id or self.asset.key):
            raise BadRow("a party that owns itself")
