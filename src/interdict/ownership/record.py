"""Stakes as the record states them: read from a view, each with where it stands.

`Ownership` links come from ownership files, and from any other list that has them. A stake holds
while the edition that answers the day holds it. A day before the first edition of its list is
answered by that edition as far as it dates its stakes; undated ones say nothing of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from interdict.errors import InvalidInput
from interdict.model.dates import Interval, PartialDate, Truth
from interdict.model.entity import Entity, Held
from interdict.model.statement import Statement
from interdict.ownership.sizes import UNKNOWN, WHOLE, Size, read_size
from interdict.ownership.stakes import KINDS, Stake

OWNERSHIP = "Ownership"

_INDIRECT = "indirect "


@dataclass(frozen=True, slots=True)
class StatedStake:
    """One stake as one source states it.

    `told` is its size in the source's words, `means` those of a control. `dataset`, `edition`,
    `file`, `line` say where it stands; `source` and `grade` are those that the file itself gives.
    `certain` is False where its dates leave open whether it holds on the day.
    """

    link_id: str
    owner: str
    asset: str
    kind: str
    told: str
    size: Size
    means: str
    period: Interval
    certain: bool
    dataset: str
    edition: str | None
    file: str | None
    line: int | None
    source: str
    grade: str
    notes: tuple[str, ...] = ()

    @property
    def as_stake(self) -> Stake:
        """What is computed with: an indirect stake is possible, never sure."""
        kind = self.kind.removeprefix(_INDIRECT)
        size = Size(0, self.size.high) if self.is_indirect else self.size
        return Stake(
            self.owner, self.asset, size, self.period, kind == "control", kind, self.dataset
        )

    @property
    def is_indirect(self) -> bool:
        """True for a source's own sum over a chain that it does not show."""
        return self.kind.startswith(_INDIRECT)


class Links(Protocol):
    """What is read of a view of the record."""

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Links whose `prop` names that id or one joined to it, with their history."""

    def canonical(self, entity_id: str) -> str:
        """The id under which the judgements in force join it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Stakes in one asset on a day, and how many undated ones only later editions tell of."""

    stakes: tuple[StatedStake, ...]
    n_undated: int = 0


def stakes_in(view: Links, asset_id: str, day: date) -> Stated:
    """What the record states on a day of the owners of one party, by link and owner."""
    found: list[StatedStake] = []
    undated = 0
    for link in view.referring("asset", asset_id):
        if link.schema != OWNERSHIP:
            continue
        for told in _variants(link):
            for stake in _stakes(view, link.id, told):
                holds = stake.period.holds(day)
                if holds is Truth.NO or stake.asset != view.canonical(asset_id):
                    continue
                if any(_is_before(held) for held in told) and stake.period.start is None:
                    undated += 1
                    continue
                found.append(replace(stake, certain=holds is Truth.YES))
    return Stated(tuple(sorted(found, key=lambda s: (s.link_id, s.owner, s.told))), undated)


def computed(stakes: Iterable[StatedStake]) -> list[Stake]:
    """Stakes to compute with. An indirect one widens the direct ones of its owner and asset.

    What somebody holds through others comes on top of what is held directly, as far as the
    chain is not shown.
    """
    stated = list(stakes)
    through: dict[tuple[str, str, str], int] = {}
    for one in stated:
        if one.is_indirect:
            key = (one.owner, one.asset, one.kind.removeprefix(_INDIRECT))
            through[key] = max(through.get(key, 0), one.size.high)
    made = []
    for one in stated:
        stake = one.as_stake
        more = 0 if one.is_indirect else through.get((one.owner, one.asset, one.kind), 0)
        if more:
            stake = stake._replace(size=Size(stake.size.low, min(stake.size.high + more, WHOLE)))
        made.append(stake)
    return made


def _variants(link: Entity) -> list[list[Held]]:
    """The statements of a link that count, apart for each source that the file gives for them."""
    held = [one for one in link.held if _counts(one)]
    sources = list(dict.fromkeys((h.statement.source, h.statement.grade) for h in held))
    return [
        [h for h in held if (h.statement.source, h.statement.grade) == source] for source in sources
    ]


def _counts(held: Held) -> bool:
    """Whether a statement holds on the day, or is of an edition later than it, the first."""
    presence = held.presence
    return presence is None or presence.holds or _is_before(held)


def _is_before(held: Held) -> bool:
    """True for a day before the first edition, and a statement that this edition holds."""
    presence = held.presence
    return presence is not None and presence.edition is None and presence.absent_before is None


def _stakes(view: Links, link_id: str, told: Sequence[Held]) -> list[StatedStake]:
    """The stakes that a source states in one link: one for each owner, as a rule one."""
    values: dict[str, list[str]] = {}
    for held in told:
        values.setdefault(held.statement.prop, []).append(held.statement.value)
    shown = next((h for h in told if h.statement.prop == "percentage"), told[0])
    statement, presence = shown.statement, shown.presence
    kind = _first(values, "ownershipType")
    edition = None if presence is None else presence.edition or presence.first_seen
    stake = StatedStake(
        link_id=link_id,
        owner="",
        asset="",
        kind=kind if kind in KINDS else "shares",
        told=" / ".join(values.get("percentage", [])),
        size=_size(values.get("percentage", [])),
        means=_first(values, "role"),
        period=Interval(_date(values, "startDate"), _date(values, "endDate")),
        certain=True,
        dataset=statement.dataset,
        edition=None if edition is None else str(edition),
        file=None if presence is None else presence.file,
        line=None if presence is None else presence.line,
        source=statement.source,
        grade=statement.grade,
        notes=_notes(told),
    )
    return [
        replace(stake, owner=view.canonical(owner), asset=view.canonical(asset))
        for owner in values.get("owner", [])
        for asset in values.get("asset", [])
    ]


def _first(values: dict[str, list[str]], prop: str) -> str:
    return values.get(prop, [""])[0]


def _notes(told: Iterable[Held]) -> tuple[str, ...]:
    statements: Iterable[Statement] = (held.statement for held in told)
    return tuple(s.value for s in statements if s.prop in ("description", "summary"))


def _size(told: Sequence[str]) -> Size:
    """The bounds of every size that is told; one that cannot be read may be any."""
    if not told:
        return UNKNOWN
    try:
        sizes = [read_size(text) for text in told]
    except ValueError:
        return UNKNOWN
    return Size(min(s.low for s in sizes), max(s.high for s in sizes))


def _date(values: dict[str, list[str]], prop: str) -> PartialDate | None:
    """A date of the link; one that cannot be read counts as not given."""
    try:
        return PartialDate.parse(values[prop][0]) if prop in values else None
    except InvalidInput:
        return None
