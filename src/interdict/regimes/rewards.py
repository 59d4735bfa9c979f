"""Rewards as objects of their own: the programmes that offer them, and each offer with its chain.

A reward is not a sanction. No state and no effect is computed from one.
Source: 22 U.S.C. 2708 (one statute, several programmes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from interdict.errors import InvalidInput
from interdict.model.claim import Quantity
from interdict.model.dates import Span, span_of
from interdict.regimes.document import Node, parse_yaml
from interdict.regimes.regime import Source
from interdict.regimes.vocabulary import GRADES

REWARD = "reward"
"""Property of a party in the record: one reward, as `stated` writes it."""

_STATED = re.compile(
    r"(?P<programme>[A-Z0-9-]+) (?P<up_to>up to )?(?P<amount>\d+(?:\.\d+)?) (?P<currency>[A-Z]{3})"
    r" from (?P<on>[^:\s]+)(?:: (?P<purpose>.+))?$"
)


@dataclass(frozen=True, slots=True)
class RewardProgramme:
    """A programme that offers rewards: for what, under which provisions, how well proved."""

    key: str
    title: str
    issuer: str
    names: tuple[str, ...]
    purposes: tuple[str, ...]
    legal_basis: tuple[str, ...]
    source: str
    grade: str
    verified_on: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that the statute allows, with its exceptions in words."""

    amount: int
    currency: str
    text: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Rewards:
    """The programmes by key, and what holds for all of them."""

    programmes: tuple[RewardProgramme, ...]
    cap: Cap
    sources: tuple[Source, ...]

    def named(self, key: str) -> RewardProgramme:
        """The programme under a key.

        Raises:
            InvalidInput: if there is none.
        """
        for programme in self.programmes:
            if programme.key == key:
                return programme
        known = ", ".join(p.key for p in self.programmes)
        raise InvalidInput(f"no reward programme {key!r}. Known: {known}.")


@dataclass(frozen=True, slots=True)
class Reward:
    """One offer for one target. `amount` has its qualifier: "up to" is `at_most`.

    `on` is EDTF, the day from which it is offered; `supersedes` the offer that it took the place
    of, as `stated` writes it.
    """

    programme: str | None
    amount: Quantity
    on: str | None
    purpose: str | None = None
    supersedes: str | None = None


@cache
def reward_programmes() -> Rewards:
    """The programmes of this version.

    Raises:
        InvalidInput: if the file does not hold what it must.
    """
    name = "rewards.yml"
    root = parse_yaml(name, files("interdict.regimes").joinpath(name).read_bytes())
    root.only("programmes", "cap", "sources")
    sources = tuple(_source(node) for node in root.items("sources"))
    keys = [source.key for source in sources]
    cap = root.child("cap")
    amount = cap.optional_count("amount")
    if amount is None:
        raise cap.child("amount").error("missing: the statute's amount is needed")
    return Rewards(
        tuple(_programme(node, keys) for node in root.items("programmes")),
        Cap(
            amount,
            cap.text("currency"),
            cap.text("text"),
            cap.choice("source", keys, "the key of a source of this file"),
            cap.choice("grade", GRADES, "a grade"),
        ),
        sources,
    )


def _source(node: Node) -> Source:
    node.only("key", "title", "grade", "url")
    grade = node.choice("grade", GRADES, "a grade")
    return Source(node.text("key"), node.text("title"), grade, node.optional_text("url"))


def _programme(node: Node, sources: Sequence[str]) -> RewardProgramme:
    return RewardProgramme(
        key=node.text("key"),
        title=node.text("title"),
        issuer=node.text("issuer"),
        names=node.texts("names"),
        purposes=node.texts("purposes"),
        legal_basis=node.texts("legal_basis"),
        source=node.choice("source", sources, "the key of a source of this file"),
        grade=node.choice("grade", GRADES, "a grade"),
        verified_on=node.optional_day("verified_on"),
        note=node.optional_text("note"),
    )


def stated(reward: Reward) -> str:
    """A reward as one text: `US-NRP up to 50000000 USD from 2025-08-07: arrest or conviction`."""
    figure = reward.amount.stated if reward.amount.stated is not None else reward.amount.high
    up_to = "up to " if reward.amount.qualifier == "at_most" else ""
    purpose = f": {reward.purpose}" if reward.purpose else ""
    amount = f"{figure:.0f}" if figure is not None else "?"
    return (
        f"{reward.programme or 'UNNAMED'} {up_to}{amount} {reward.amount.unit} "
        f"from {reward.on or 'XXXX'}{purpose}"
    )


def amount_in_words(amount: Quantity) -> str:
    """`up to 50,000,000 USD`."""
    figure = amount.stated if amount.stated is not None else amount.high
    words = {"at_most": "up to ", "at_least": "at least ", "about": "about "}
    number = "an amount not known" if figure is None else f"{figure:,.0f} {amount.unit}"
    return f"{words.get(amount.qualifier, '')}{number}"


def in_words(reward: Reward) -> str:
    """A reward with its purpose and the offer that it took the place of."""
    text = amount_in_words(reward.amount)
    if reward.purpose:
        text += f", for {reward.purpose}"
    return text + (
        f"; in place of {superseded_in_words(reward.supersedes)}" if reward.supersedes else ""
    )


def superseded_in_words(text: str) -> str:
    """The offer before, as `stated` wrote it: its amount and its day."""
    found = _STATED.match(text)
    if found is None:
        return text
    up_to = found["up_to"] or ""
    return f"{up_to}{float(found['amount']):,.0f} {found['currency']} of {found['on']}"


def read_stated(text: str) -> Reward:
    """The reward that a text of that form states.

    Raises:
        InvalidInput: if it is not of that form, or its date is none.
    """
    found = _STATED.match(text)
    if found is None:
        raise InvalidInput(
            f"{text!r} is no reward. Write: PROGRAMME [up to] AMOUNT CURRENCY from DATE[: purpose]"
            ", such as US-NRP up to 50000000 USD from 2025-08-07: arrest or conviction"
        )
    Span.parse(found["on"])
    amount = float(found["amount"])
    quantity = Quantity(
        0.0 if found["up_to"] else amount,
        amount,
        found["currency"],
        "at_most" if found["up_to"] else "exact",
        amount,
    )
    return Reward(found["programme"], quantity, found["on"], found["purpose"])


def chained(rewards: Iterable[Reward]) -> tuple[Reward, ...]:
    """Offers for one target by their dates, each with the one that it took the place of.

    An offer supersedes an earlier one of another amount under its own programme; one whose
    programme nobody names counts with every programme. Offers without a date supersede nothing.
    """
    ordered = sorted(set(rewards), key=lambda r: (_day(r), r.programme or "", r.amount.high or 0))
    return tuple(
        replace(reward, supersedes=_superseded(reward, ordered[:place]))
        for place, reward in enumerate(ordered)
    )


def in_place_on(rewards: Iterable[Reward], as_of: str) -> tuple[Reward, ...]:
    """The offers that stand on a day (ISO): made by then, and not superseded by then."""
    made = [r for r in chained(rewards) if r.on is not None and _day(r) <= as_of]
    gone = {reward.supersedes for reward in made}
    return tuple(reward for reward in made if stated(reward) not in gone)


def _superseded(reward: Reward, earlier: Sequence[Reward]) -> str | None:
    if reward.on is None:
        return None
    for before in reversed(earlier):
        same = before.programme == reward.programme or None in (before.programme, reward.programme)
        if same and before.on is not None and before.amount.high != reward.amount.high:
            return stated(replace(before, supersedes=None))
    return None


def _day(reward: Reward) -> str:
    """The last day of its date, for an order; undated ones come last."""
    span = span_of(reward.on)
    return "9999" if span is None or span.last is None else span.last.isoformat()
