"""A million stakes: what numbering them, one day's holdings and the spread of status cost.

Floor: reading the same stakes once, as Python tuples, into a dictionary of owners.
"""

from __future__ import annotations

from datetime import date
from random import Random

from bench.measure import in_child, table
from interdict.model.dates import Interval, PartialDate
from interdict.ownership.rule import Counting, Measure
from interdict.ownership.sizes import WHOLE, Size
from interdict.ownership.spread import NOT_REACHED, spread
from interdict.ownership.stakes import Register, Stake

STAKES = 1_000_000
PARTIES = 600_000
LISTED = 10_000
SEED = 7
DAY = date(2031, 5, 1)
MEASURE = Measure("T", WHOLE // 2, True, Counting.ALL_LISTED, False)


def stakes() -> list[Stake]:
    """Random stakes: one in ten of unknown size, one in five with a period, some long chains."""
    random = Random(SEED)
    made = []
    for number in range(STAKES):
        chain = number % 50 == 0
        owner = number % PARTIES if chain else random.randrange(PARTIES)
        asset = (owner + 1) % PARTIES if chain else random.randrange(PARTIES)
        share = 600_000 if chain else random.choice((50_000, 250_000, 500_000, 1_000_000))
        size = Size(0, WHOLE) if number % 10 == 3 else Size(share, share)
        period = Interval(PartialDate(2000 + number % 40), None) if number % 5 == 1 else Interval()
        made.append(Stake(f"p-{owner}", f"p-{asset}", size, period))
    return made


def floor() -> int:
    """The same stakes in a dictionary."""
    owners: dict[str, list[tuple[str, int]]] = {}
    for stake in stakes():
        owners.setdefault(stake.owner, []).append((stake.asset, stake.size.low))
    return len(owners)


def ours() -> tuple[int, int]:
    """Surely and perhaps reached."""
    register = Register(stakes())
    holdings = register.on(DAY)
    listed = [f"p-{n * (PARTIES // LISTED)}" for n in range(LISTED)]
    reach = spread(holdings, listed, MEASURE)
    return int((reach.surely != NOT_REACHED).sum()), int((reach.perhaps != NOT_REACHED).sum())


def run() -> None:
    """Prints both; each in a process of its own, the making of the stakes included in both."""
    rows = []
    base = in_child(floor)
    for name, figure in (("dictionary", base), ("register, day, spread", in_child(ours))):
        rows.append(
            (
                name, f"{figure.wall / base.wall:.1f}", f"{figure.wall:.1f}",
                f"{figure.cpu:.1f}", f"{figure.peak_mb:.0f}", figure.result,
            )
        )  # fmt: skip
    table(("", "x floor", "wall s", "CPU s", "peak MB", "result"), rows)
