"""Rewards that the record states of a party, and how they stand on its line of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from interdict.model.entity import Entity
from interdict.model.source import Citation
from interdict.reconcile.designations import cite_statement
from interdict.reconcile.timeline import Entry
from interdict.regimes.rewards import REWARD, chained, in_words, read_stated, reward_programmes

Stated = list[tuple[str, Citation]]
"""Rewards as the record's statements have them, each with where it stands."""


def stated_rewards(entity: Entity) -> Stated:
    """The rewards of a party, in the order of its statements."""
    return [
        (held.statement.value, cite_statement(held.statement, held.presence))
        for held in entity.held
        if held.statement.prop == REWARD
    ]


def reward_entries(stated: Iterable[tuple[str, Citation]]) -> list[Entry]:
    """Rewards on the line of time: each with its amount and the offer that it took the place of."""
    places = {read_stated(text): citation for text, citation in stated}
    programmes = reward_programmes() if places else None
    found = []
    for reward in chained(places):
        citation = places[replace(reward, supersedes=None)]
        title = "" if programmes is None else programmes.named(reward.programme or "").title
        found.append(Entry(reward.on, REWARD, f"{title}: {in_words(reward)}", citation))
    return found
