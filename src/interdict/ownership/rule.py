"""What an authority's ownership rule asks for on a day: how much of a party, held by whom.

The rules themselves are the regimes' data (`regimes.regime.OwnershipRule`: text, dates, legal
basis, grade). Here they are put together by authority, as stakes under different programmes of
one authority add up, and turned into whole numbers for one day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interdict.errors import NotFound
from interdict.ownership.sizes import WHOLE
from interdict.regimes.regime import OwnershipRule, Regime

BLOCKING = "asset_freeze"
"""The effect (`regimes.vocabulary`) that reaches the property of owned entities."""

AREAS = {"GB": "UK"}
"""First word of a programme's key -> how the authority is called in questions and answers."""


class Counting(StrEnum):
    """Whose stakes add up.

    `all_listed`: the stakes of every listed person together, also under different programmes.
    `one_person`: only those of one listed person, held directly and through what it owns.
    `unsettled`: the sources do not say; one person's surely, those of several perhaps.
    """

    ALL_LISTED = "all_listed"
    ONE_PERSON = "one_person"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Measure:
    """What has to be met on one day.

    `threshold` is in millionths; `inclusive` says whether meeting it is enough (50 or more) or
    it has to be passed (more than 50). `control` says whether stated control alone is enough,
    None if the sources do not say: then it is perhaps. An indirect stake counts in full through
    an owner that meets the measure itself: status goes down the chain, percentages are not
    multiplied.
    """

    key: str
    threshold: int
    inclusive: bool
    counting: Counting
    control: bool | None

    def __post_init__(self) -> None:
        if not 0 < self.threshold <= WHOLE:
            raise ValueError(f"{self.key}: a threshold lies between 0 and 100 percent")

    @property
    def least(self) -> int:
        """The smallest sum, in millionths, that meets it."""
        return self.threshold if self.inclusive else self.threshold + 1


@dataclass(frozen=True, slots=True)
class Authority:
    """Programmes of one authority that share an ownership rule, so that their parties add up.

    `programmes` are regime keys, sorted; `lists` the datasets whose editions tell who is
    designated under them. `blocks` is False where the programmes restrict without blocking.
    """

    key: str
    programmes: tuple[str, ...]
    lists: tuple[str, ...]
    blocks: bool
    rule: OwnershipRule

    def measure_on(self, day: date) -> Measure | None:
        """What has to be met on a day; None where no rule is known for it."""
        threshold = self.rule.threshold_on(day)
        if threshold is None:
            return None
        if self.rule.aggregate is None:
            counting = Counting.UNSETTLED
        else:
            counting = Counting.ALL_LISTED if self.rule.aggregate else Counting.ONE_PERSON
        return Measure(
            key=self.key,
            threshold=threshold.percent * (WHOLE // 100),
            inclusive=threshold.at_least,
            counting=counting,
            control=self.rule.control,
        )


def authorities(regimes: Mapping[str, Regime]) -> tuple[Authority, ...]:
    """The authorities that have an ownership rule, by key; those that block come first.

    Programmes of one authority whose rules differ stand apart, each group after the first under
    the key of its first programme.
    """
    groups: dict[tuple[object, ...], list[Regime]] = {}
    for _, regime in sorted(regimes.items()):
        rule = regime.ownership
        if rule is None:
            continue
        blocks = any(effect.code == BLOCKING for effect in regime.effects)
        facts = (rule.thresholds, rule.aggregate, rule.control, rule.binding)
        groups.setdefault((_area(regime.key), blocks, *facts), []).append(regime)
    found: dict[str, Authority] = {}
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].key))
    for group in ordered:
        first, area = group[0], _area(group[0].key)
        assert first.ownership is not None
        blocks = any(effect.code == BLOCKING for effect in first.effects)
        key = area if blocks and area not in found else first.key
        programmes = tuple(sorted(r.key for r in group))
        found[key] = Authority(key, programmes, _lists(group), blocks, first.ownership)
    return tuple(sorted(found.values(), key=lambda a: (not a.blocks, a.key)))


def chosen(known: Iterable[Authority], key: str | None) -> tuple[Authority, ...]:
    """The authorities asked for: the one of that key, else all that block.

    Raises:
        NotFound: if there is none of that key.
    """
    every = tuple(known)
    if key is None:
        return tuple(authority for authority in every if authority.blocks)
    found = tuple(a for a in every if a.key.casefold() == key.strip().casefold())
    if not found:
        raise NotFound(f"no ownership rule {key!r}. Known are: {', '.join(a.key for a in every)}.")
    return found


def _area(key: str) -> str:
    area = key.partition("-")[0]
    return AREAS.get(area, area)


def _lists(group: Iterable[Regime]) -> tuple[str, ...]:
    """The lists without which nothing can be said: those that are named so, else all with tags."""
    named = {name for regime in group for name in regime.official_lists}
    tagged = {tag.dataset for regime in group for tag in regime.list_tags}
    return tuple(sorted(named or tagged))
