"""The candidate guarantee, counted: what scoring every listed name finds and the index does not.

The other way round is the naive one: every listed name is aligned with every asked one, words
compared letter by letter. What the guarantee leaves out in words (names that share nothing but
initials and light words) is left out here, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from unittest import mock

from bench.match.figures import Figure, Row
from bench.match.inputs import SEED, Inputs, Pairs, listed_names, misspelt, misspelt_everywhere
from interdict.matching import Index, TokenMatcher
from interdict.matching import engine as engine_module
from interdict.matching.align import align
from interdict.matching.base import FULL_SCORE
from interdict.matching.candidates import Pair
from interdict.matching.links import Words
from interdict.matching.lookup import Lookup, Question
from interdict.matching.similarity import INITIAL, asked_similarity
from interdict.model.match import Match, Party

THRESHOLDS = (5_000, 7_000)
SIZES = {"un": 16, "ofac": 4}
"""Queries of each kind: a naive search takes seconds on the longer list."""

ALL = 1_000_000

Alter = Callable[[str, random.Random], str]

KINDS: dict[str, Alter] = {
    "as listed": lambda name, rng: name,
    "1 edit in one word": misspelt,
    "1 edit in every word": misspelt_everywhere,
    "words joined": lambda name, rng: name.replace(" ", ""),
    "words dropped": lambda name, rng: " ".join(name.split()[:: max(1, len(name.split()) - 1)]),
}


def guarantee(inputs: Inputs) -> Row:
    """Matches that scoring every name finds, those lost by the index, and names aligned."""
    lost, reached = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    shares = []
    for name, size in SIZES.items():
        held = inputs.protocol_held(name)
        for kind, (n_reached, n_lost, share) in _counted(held, size).items():
            reached[kind] += n_reached
            lost[kind] += n_lost
            shares.append(share)
    found = sum(reached.values())
    figures = [
        Figure(
            f"lost, of {found:,} matches that scoring every name finds",
            sum(lost.values()),
            target=0,
            less=True,
        ),
        *(Figure(f"lost of {reached[kind]:,}: {kind}", lost[kind], less=True) for kind in KINDS),
        Figure("names aligned, of 1,000 listed", 1e3 * sum(shares) / len(shares), less=True),
    ]
    about = {
        "list": "UN and OFAC 2021-07",
        "queries": ", ".join(f"{n} of each kind ({name})" for name, n in SIZES.items()),
        "thresholds": list(THRESHOLDS),
        "seed": SEED,
        "note": "learned equivalents left out on both sides",
    }
    return Row(tuple(figures), about)


def _counted(held: Pairs, size: int) -> dict[str, tuple[int, int, float]]:
    """For each kind: matches of the naive search, those lost, share of names aligned."""
    index = Index.compile(held)
    matcher = TokenMatcher(index, equivalents=False)
    names = [name for name in listed_names(held) if len(name) > 3]
    found = {}
    for kind, alter in KINDS.items():
        rng = random.Random(f"{SEED}:{kind}")
        n_reached = n_lost = n_aligned = 0
        for name in names[:size]:
            party = Party((alter(name, rng),))
            everything = _naive(index, party, THRESHOLDS[0])
            for threshold in THRESHOLDS:
                quick = matcher.search(party, threshold=threshold, limit=ALL)
                all_of_it = [match for match in everything if match.score >= threshold]
                n_reached += len(all_of_it)
                n_lost += _lost(all_of_it, quick)
            n_aligned += matcher.n_candidates(party, threshold=THRESHOLDS[-1])
        found[kind] = n_reached, n_lost, n_aligned / (size * index.n_names)
    return found


def _lost(everything: Sequence[Match], quick: Sequence[Match]) -> int:
    """How many parties the index does not find, or at a lower score.

    A higher one is no loss: the naive search compares letters, and does not hear that words of
    another script sound alike.
    """
    found = {match.entity_id: match.score for match in quick}
    return sum(found.get(match.entity_id, -1) < match.score for match in everything)


def _naive(index: Index, party: Party, threshold: int) -> list[Match]:
    """The search with every listed name in place of the candidates."""
    matcher = TokenMatcher(index, equivalents=False)

    def everything(
        _: Index, lookup: Lookup, questions: Sequence[Question], slots: object, living: object
    ) -> list[list[Pair]]:
        return [
            [
                Pair(at, True, FULL_SCORE)
                for at in range(index.n_names)
                if _shares(lookup.weighted(question.name), index, at)
            ]
            for question in questions
        ]

    with (
        mock.patch.object(matcher._lookup, "similar", asked_similarity),
        mock.patch.object(engine_module, "candidates", everything),
        mock.patch.object(engine_module, "FEW", 0),
    ):
        return matcher.search(party, threshold=threshold, limit=ALL)


def _shares(asked: Words, index: Index, number: int) -> bool:
    """What the guarantee asks for: one link that is neither an initial nor light alone."""
    listed = index.name(number).side
    for link in align(asked, listed, asked_similarity).links:
        met = listed.tokens[link.listed[0] : sum(link.listed)]
        if link.similarity != INITIAL and not all(token.kind.is_light for token in met):
            return True
    return False
