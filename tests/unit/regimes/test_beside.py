"""Rewards, indictments and orders: shown apart, and never a designation."""

from __future__ import annotations

from datetime import date

from interdict.model.claim import Claim, Quantity
from interdict.model.designation import Designation, Event, StateName
from interdict.model.source import Citation, Grade
from interdict.regimes.beside import IS_NOT, beside
from interdict.regimes.catalog import load_regimes
from interdict.regimes.lifecycle import state_of

UP_TO = Quantity(None, 5_000_000, "USD", "at_most", 5_000_000)


def _claim(kind: str, on: str | None = None, at: int = 0) -> Claim:
    return Claim(
        doc="release.txt",
        kind=kind,
        start=at,
        end=at + 9,
        quote="a  reward",
        rule="test",
        authority="US-STATE",
        value=UP_TO if kind.startswith("reward") else None,
        date=on,
    )


ORDER = Designation(
    "mylist-1",
    "US-FTO",
    "US-STATE",
    (Event("directed", "2025-01-20", Grade.COPY, Citation("order.md", Grade.COPY)),),
)


def test_rewards_indictments_and_orders_are_objects_of_their_own() -> None:
    """By kind and date, with amount, who, and the words; other claims are none of them."""
    claims = [
        _claim("reward.raised", "2025-08", 20),
        _claim("reward.offered", "2020", 10),
        _claim("indictment"),
        _claim("designation.announced"),
        _claim("leadership"),
    ]
    found = beside(claims, [ORDER])
    assert [(one.kind, one.on) for one in found] == [
        ("indictment", None),
        ("order", "2025-01-20"),
        ("reward", "2020"),
        ("reward", "2025-08"),
    ]
    assert found[2].amount == UP_TO
    assert found[2].quote == "a reward"
    assert {one.kind for one in found} <= IS_NOT.keys()
    assert beside([], []) == ()


def test_none_of_them_is_an_event_that_puts_in_force() -> None:
    """No life cycle knows a reward or an indictment, and an order starts none."""
    for regime in load_regimes().values():
        life = regime.lifecycle
        words = {*life.starts, *life.announces, *life.ends}
        assert not {"reward", "indictment"} & words
        assert "directed" not in life.starts
    state = state_of(
        ORDER,
        load_regimes()["US-FTO"].lifecycle,
        as_of=date(2026, 1, 1),
        known_on=date(2026, 1, 1),
        covered=True,
    )
    assert state.name is StateName.PENDING
