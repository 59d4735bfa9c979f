"""Ways to find candidates, on a list large enough that some words are frequent."""

from __future__ import annotations

import random
from unittest import mock

import pytest

from interdict.matching import Index, TokenMatcher
from interdict.matching import candidates as candidates_module
from interdict.matching import engine as engine_module
from interdict.matching import one_name as one_name_module
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Statement

GIVEN = "ivan iwan petar pedro mohamed muhammad karim kerim lena elena j m abd".split()
FAMILY = "ivanov petrow sharabi charabi moran morano vaskelis novak nowak al bin".split()


@pytest.fixture(scope="module")
def index() -> Index:
    """Names of two to four words out of few words, and every other one with a rare word."""
    rng = random.Random(7)
    rows = []
    for number in range(400):
        words = [rng.choice(GIVEN), rng.choice(FAMILY), rng.choice(FAMILY)][: rng.randint(2, 3)]
        if number % 2:
            words.insert(rng.randrange(len(words)), misspelt("quilmarth", rng) + "x" * (number % 5))
        rows.append((f"e-{number:03}", Held(said(f"e-{number:03}", " ".join(words)))))
    return Index.compile(rows)


def said(entity: str, name: str) -> Statement:
    """One name of one party."""
    return Statement("d", entity, "Person", "name", name)


def misspelt(word: str, rng: random.Random) -> str:
    """Another letter somewhere."""
    at = rng.randrange(len(word))
    return word[:at] + rng.choice("abcdefgh") + word[at + 1 :]


def asked(index: Index) -> list[Party]:
    """Listed names with a slip, with a word less, turned round and joined."""
    rng = random.Random(11)
    names = [index.name(number).value for number in range(0, index.n_names, 3)]
    changed = [misspelt(name, rng) for name in names]
    changed += [name.partition(" ")[2] for name in names]
    changed += [" ".join(reversed(name.split())) for name in names[::2]]
    changed += [name.replace(" ", "", 1) for name in names[::2]]
    return [Party((name,), schema="Person") for name in changed if len(name) > 3]


def answers(index: Index, *, frequent: int, few: int, threshold: int) -> list[list[Match]]:
    """What is found if words with more postings than `frequent` may be left out.

    `few` 0 asks in columns, more asks each name by itself.
    """
    with (
        mock.patch.object(candidates_module, "FREQUENT", frequent),
        mock.patch.object(one_name_module, "FREQUENT", frequent),
        mock.patch.object(engine_module, "FEW", few),
    ):
        matcher = TokenMatcher(index)
        parties = asked(index)
        if not few:
            return list(matcher.search_many(parties, threshold=threshold, limit=500))
        return [matcher.search(party, threshold=threshold, limit=500) for party in parties]


@pytest.mark.parametrize("threshold", [6_000, 7_000, 8_000])
def test_words_left_out_lose_nothing(index: Index, threshold: int) -> None:
    """Leaving frequent words out of the expansion changes no answer, in no way of asking."""
    everything = answers(index, frequent=10**9, few=0, threshold=threshold)
    assert sum(map(len, everything)) > len(everything) // 2
    assert answers(index, frequent=4, few=0, threshold=threshold) == everything
    assert answers(index, frequent=4, few=4, threshold=threshold) == everything
