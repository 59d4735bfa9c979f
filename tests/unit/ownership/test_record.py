"""Stakes read from links of the record: kinds, sources, and what cannot be read."""

from __future__ import annotations

from datetime import date

from interdict.model.entity import Entity, Held
from interdict.model.statement import Statement
from interdict.ownership.record import StatedStake, computed, stakes_in
from interdict.ownership.sizes import UNKNOWN, WHOLE, Size

DAY = date(2031, 5, 1)


class Links:
    """A view that holds some links, and joins `alias-X` to `X`."""

    def __init__(self, *links: Entity) -> None:
        self.links = links

    def referring(self, prop: str, entity_id: str) -> list[Entity]:
        """Links whose `prop` names the id."""
        return [one for one in self.links if entity_id in one.get(prop)]

    def canonical(self, entity_id: str) -> str:
        """The id without `alias-`."""
        return entity_id.removeprefix("alias-")


def link(key: str, *facts: tuple[str, str], schema: str = "Ownership", source: str = "") -> Entity:
    """A link with those facts."""
    held = (Held(Statement("ownership", key, schema, p, v, source=source)) for p, v in facts)
    return Entity(key, schema, tuple(held))


def stated(*links: Entity) -> tuple[StatedStake, ...]:
    """Stakes in A."""
    return stakes_in(Links(*links), "A", DAY).stakes


def test_a_link_of_several_owners_is_a_stake_of_each() -> None:
    """Other lists may write it so; nobody is dropped, and joined ids are one."""
    both = link("s", ("owner", "alias-X"), ("owner", "Y"), ("asset", "A"), ("percentage", "30"))
    assert [(s.owner, s.size.low) for s in stated(both)] == [("X", 300_000), ("Y", 300_000)]
    assert stated(link("u", ("subject", "X"), ("asset", "A"), schema="UnknownLink")) == ()


def test_two_sizes_of_one_link_are_its_bounds_and_an_unreadable_one_is_any() -> None:
    """Nothing is guessed from a text that is no share."""
    base = (("owner", "X"), ("asset", "A"))
    wide = link("s", *base, ("percentage", "30"), ("percentage", "45"))
    assert [(s.size, s.told) for s in stated(wide)] == [(Size(300_000, 450_000), "30 / 45")]
    assert stated(link("s", *base, ("percentage", "a third")))[0].size == UNKNOWN
    assert stated(link("s", *base))[0].size == UNKNOWN


def test_indirect_stakes_are_possible_and_come_on_top_of_direct_ones() -> None:
    """A source's own sum over a chain is never sure, and never lost."""
    base = (("owner", "X"), ("asset", "A"))
    direct = link("d", *base, ("percentage", "20"))
    through = link("i", *base, ("percentage", "40"), ("ownershipType", "indirect shares"))
    sizes = [stake.size for stake in computed(stated(direct, through))]
    assert sizes == [Size(200_000, 600_000), Size(0, 400_000)]
    whole = link("i", *base, ("percentage", "90"), ("ownershipType", "indirect shares"))
    assert computed(stated(direct, whole))[0].size.high == WHOLE


def test_dates_too_coarse_to_tell_are_doubtful() -> None:
    """Within the month of its beginning a stake may or may not be held."""
    base = (("owner", "X"), ("asset", "A"), ("percentage", "60"))
    assert not stated(link("s", *base, ("startDate", "2031-05")))[0].certain
    assert stated(link("s", *base, ("startDate", "2031-04")))[0].certain
    assert stated(link("s", *base, ("endDate", "2031-05-01"))) == ()
