"""Rewards as objects of their own: offers, what they took the place of, and what they never do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.errors import InvalidInput
from interdict.regimes.catalog import load_regimes
from interdict.regimes.rewards import (
    chained,
    in_place_on,
    in_words,
    read_stated,
    reward_programmes,
    stated,
)
from interdict.regimes.vocabulary import EFFECTS

OFFERS = (
    "US-NRP up to 50000000 USD from 2025-08-07: arrest or conviction",
    "US-NRP up to 15000000 USD from 2020: arrest or conviction",
    "US-NRP up to 25000000 USD from 2025-01-10: arrest or conviction",
)


def test_the_programmes_stand_under_one_statute() -> None:
    """Three programmes, each with its paragraphs; none is a programme of designation."""
    found = reward_programmes()
    assert [p.key for p in found.programmes] == ["US-RFJ", "US-NRP", "US-TOCRP"]
    assert all(b.startswith("22 U.S.C. 2708(b)") for p in found.programmes for b in p.legal_basis)
    assert not {p.key for p in found.programmes} & set(load_regimes())
    assert "reward" not in EFFECTS
    assert (found.cap.amount, found.cap.currency) == (25_000_000, "USD")


def test_an_offer_comes_back_as_it_was_written() -> None:
    """With its qualifier: "up to" is an upper bound, its absence an exact amount."""
    for text in (*OFFERS, "US-RFJ 5000000 USD from 2021-03"):
        assert stated(read_stated(text)) == text
    assert read_stated(OFFERS[0]).amount.qualifier == "at_most"
    assert read_stated("US-RFJ 5000000 USD from 2021-03").amount.qualifier == "exact"


@pytest.mark.parametrize(
    ("day", "amount", "before"),
    [
        ("2019-12-31", None, None),
        ("2024-01-01", 15_000_000, None),
        ("2025-01-09", 15_000_000, None),
        ("2025-01-10", 25_000_000, "up to 15,000,000 USD of 2020"),
        ("2025-08-06", 25_000_000, "up to 15,000,000 USD of 2020"),
        ("2025-08-07", 50_000_000, "up to 25,000,000 USD of 2025-01-10"),
    ],
)
def test_a_reward_takes_the_place_of_the_one_before(
    day: str, amount: int | None, before: str | None
) -> None:
    """Fifteen, twenty-five, fifty: on each day one offer stands, and says what it superseded."""
    found = in_place_on(map(read_stated, OFFERS), day)
    assert [reward.amount.high for reward in found] == ([] if amount is None else [amount])
    for reward in found:
        words = in_words(reward)
        assert words.startswith(f"up to {amount:,} USD, for arrest or conviction")
        assert words.endswith(f"; in place of {before}") or before is None


def test_offers_of_two_programmes_do_not_displace_each_other() -> None:
    """A reward for terrorism and one for drugs stand beside each other."""
    other = read_stated("US-RFJ up to 10000000 USD from 2024-05-01")
    found = chained([*map(read_stated, OFFERS[1:]), other])
    assert {r.programme: r.supersedes for r in found if r.programme == "US-RFJ"} == {"US-RFJ": None}
    assert len(in_place_on([*map(read_stated, OFFERS), other], "2025-12-01")) == 2


@pytest.mark.parametrize(
    "text", ["US-NRP 50 million from 2025", "50000000 USD", "US-NRP 5 USD from x"]
)
def test_what_is_no_reward_is_refused_with_the_form(text: str) -> None:
    """So that a slip in a file is found where it stands."""
    with pytest.raises(InvalidInput):
        read_stated(text)


def test_the_record_shows_rewards_and_designates_nobody(
    tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """In the dossier, on the line of time, beside the effects and in the brief; by their day."""
    command = interdict(tmp_path)
    command.json("list", "load", "bundled")
    person = "Nicolás Maduro Moros"

    def rewards(day: str) -> list[tuple[float, str]]:
        shown = command.json("show", person, "--as-of", day)
        assert {d["programme"] for d in shown["designations"]} == {"US-IRAN", "US-VENEZUELA"}
        assert all(one["is_not"] for one in shown["beside"])
        return [(one["amount"]["high"], one["amount"]["qualifier"]) for one in shown["beside"]]

    assert rewards("2024-12-31") == [(15e6, "at_most")]
    assert rewards("2025-08-07") == [(15e6, "at_most"), (25e6, "at_most"), (50e6, "at_most")]
    words = "up to 50,000,000 USD, for information leading to arrest or conviction"
    before = "in place of up to 25,000,000 USD of 2025-01-10"
    for asked in (("effects", person), ("brief", person)):
        said = command(*asked, "--as-of", "2025-11-24").said
        assert words in said, asked
        assert before in said, asked
    told = [e["text"] for e in command.json("timeline", person)["entries"] if e["what"] == "reward"]
    assert [text.partition(", for")[0] for text in told] == [
        f"Narcotics Rewards Program: up to {amount},000,000 USD" for amount in (15, 25, 50)
    ]
    assert before in told[-1]
    assert "US-NRP" in command("regime", "rewards").said
