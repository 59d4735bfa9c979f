"""Which entries are one party, held against the numbers by which lists quote each other.

The numbers are taken away from the entries before the rules see them: those of the Security
Council (its own, and as OFSI, the EU and others quote them), those of OFSI (in the UK Sanctions
List) and those of OFAC (in the bundled record). Then a run with everything, of which some joins
are printed to be read.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.lists.loading import load
from bench.lists.sets import LOADED
from interdict.cli.times import now
from interdict.config import Config
from interdict.reconcile.resolution.party import ListedParty, listed_parties
from interdict.reconcile.resolution.resolve import Resolution, resolve
from interdict.reconcile.resolution.rules import resolution_rules
from interdict.store.reading import Canon
from interdict.workspace import Workspace

SHOWN = 200

Label = tuple[str, str, str]
"""What kind of number joins two entries, and their ids."""


def run(data: Path, seed: int) -> None:
    """Loads every official list into one record and prints the figures, then the joins to read."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        load(workspace, ["bundled"])
        for issue in LOADED:
            if not issue.dataset.startswith("own_list"):
                load(workspace, issue.words(data))
        with Workspace(Config(workspace), now) as ws:
            parties = listed_parties(ws.record.everything())
    told(parties, seed)


def told(parties: Sequence[ListedParty], seed: int) -> None:
    """Figures by kind of label, and the joins that were drawn."""
    blind = [replace(p, references=frozenset(), quotes=frozenset()) for p in parties]
    found = resolve(blind, [], resolution_rules())
    canon = Canon(pair.judgement() for pair in found.joined)
    print(f"{found.n_parties:,} entries, {found.n_pairs:,} pairs compared, {len(found.joined):,} "
          f"joined, {len(found.review):,} for review")  # fmt: skip
    known = {party.id: party for party in parties}
    asked = {frozenset((p.left.id, p.right.id)) for p in found.review}
    labels = list(_labels(known))
    for kind in sorted({label[0] for label in labels}):
        _figures(kind, [label for label in labels if label[0] == kind], known, canon, asked)
    whole = resolve(parties, [], resolution_rules())
    print(f"\nwith the numbers: {len(whole.joined):,} joined, {len(whole.review):,} for review")
    print(dict(Counter(pair.rule for pair in whole.joined).most_common()))
    _show(whole, seed)


def _labels(known: dict[str, ListedParty]) -> Iterator[Label]:
    """Pairs of entries of two lists that a number joins."""
    bearers: dict[str, list[ListedParty]] = defaultdict(list)
    for party in known.values():
        for reference in party.references:
            bearers[reference].append(party)
        for quoted in party.quotes:
            if quoted in known:
                yield f"number on {known[quoted].dataset}", party.id, quoted
    for bearing in bearers.values():
        for left, right in combinations(bearing, 2):
            if left.dataset != right.dataset:
                yield "number of the Security Council", left.id, right.id


def _figures(
    kind: str,
    labels: Sequence[Label],
    known: dict[str, ListedParty],
    canon: Canon,
    asked: set[frozenset[str]],
) -> None:
    """Recall on the labelled pairs; precision on joined pairs of which both ends are labelled."""
    right = {(left, other) for _, left, other in labels}
    joined = {pair for pair in right if canon.of(pair[0]) == canon.of(pair[1])}
    review = sum(frozenset(pair) in asked for pair in right - joined)
    wrong = list(_wrong(right, known, canon))
    slips = [pair for pair in wrong if _one_name(known[pair[0]], known[pair[1]])]
    n_wrong = len({frozenset(pair[:2]) for pair in wrong if pair not in slips})
    precision = len(joined) / (len(joined) + n_wrong) if joined else 0
    print(f"\n{kind}: {len(right):,} pairs, {len(joined):,} joined "
          f"({len(joined) / len(right):.1%}), {review:,} more in the review; {n_wrong} joined "
          f"with another one: precision {precision:.4f}. {len(slips)} more have a whole name in "
          "common with what they are joined with, so that the number is the slip:")  # fmt: skip
    for left, other, expected in wrong:
        print(f"  {left} {known[left].caption!r} with {other} {known[other].caption!r}, "
              f"not with {expected} {known[expected].caption!r}")  # fmt: skip


def _one_name(left: ListedParty, right: ListedParty) -> bool:
    """Whether some whole name stands on both, in any order of its words."""
    return bool({name.words for name in left.names} & {name.words for name in right.names})


def _wrong(
    right: set[tuple[str, str]], known: dict[str, ListedParty], canon: Canon
) -> Iterator[tuple[str, str, str]]:
    """An entry that is joined with one of a list on which its number leads to another one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in known:
        groups[canon.of(one)].append(one)
    for left, other in sorted(right):
        if canon.of(left) == canon.of(other):
            continue
        for one, expected in ((left, other), (other, left)):
            for member in groups[canon.of(one)]:
                if known[member].dataset == known[expected].dataset:
                    yield one, member, expected


def _show(whole: Resolution, seed: int) -> None:
    drawn = random.Random(seed).sample(whole.joined, min(SHOWN, len(whole.joined)))
    print(f"\n{len(drawn)} of them, drawn at random")
    for at, pair in enumerate(drawn, 1):
        print(f"{at}. {pair.rule}: {_said(pair.left)} = {_said(pair.right)}\n   "
              f"{'; '.join(pair.reasons)}")  # fmt: skip


def _said(party: ListedParty) -> str:
    births = ", ".join(birth.text for birth in party.births[:2])
    countries = ",".join(sorted(party.countries))
    return f"{party.id} {party.caption!r} [{births}; {countries}]"
