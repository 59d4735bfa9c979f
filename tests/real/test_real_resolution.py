"""Which entries of the real lists are one party, measured by the numbers that lists quote.

OFSI's list quotes the Security Council's reference numbers. They are the truth here, and are
taken away from the entries before the rules see them. A quoted number is sometimes that of
somebody else (an owner, or a slip of the pen); a label is held to be one only where the entry
shares a word of three letters with the names that the number stands for.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.times import now
from interdict.config import Config
from interdict.reconcile.resolution.party import ListedParty, listed_parties
from interdict.reconcile.resolution.resolve import JudgedPair, Resolution, resolve
from interdict.reconcile.resolution.rules import resolution_rules
from interdict.store.reading import Canon
from interdict.workspace import Workspace

_NUMBER = re.compile(r"[A-Z]{2}[ie]\.\d{3}")


@dataclass(frozen=True)
class Measured:
    """A run without reference numbers, and the entries as they are with them."""

    parties: dict[str, ListedParty]
    found: Resolution

    @property
    def canon(self) -> Canon:
        """The groups that the run makes."""
        return Canon(pair.judgement() for pair in self.found.joined)

    def truth(self) -> set[tuple[str, str]]:
        """Pairs of entries of two lists under one number, where the label can be believed."""
        under: dict[str, list[ListedParty]] = defaultdict(list)
        for party in self.parties.values():
            for number in party.references:
                under[number].append(party)
        return {
            (a.id, b.id)
            for parties in under.values()
            for a, b in combinations(parties, 2)
            if a.dataset != b.dataset and share_a_word(a, b)
        }


def share_a_word(left: ListedParty, right: ListedParty) -> bool:
    """Whether some word of more than two letters stands in a name of each."""
    words = [{w for n in party.names for w in n.words if len(w) > 2} for party in (left, right)]
    return bool(words[0] & words[1])


def measured(folder: Path) -> Measured:
    """Reads the entries of a record and resolves them without their reference numbers."""
    with Workspace(Config(folder), now) as ws:
        parties = listed_parties(ws.record.everything())
        blind = [replace(party, references=frozenset(), quotes=frozenset()) for party in parties]
        found = resolve(blind, [], resolution_rules())
    return Measured({party.id: party for party in parties}, found)


@pytest.fixture(scope="module")
def of_2020(shared: Path, sdn_of_july: Callable[[], Any]) -> Measured:
    """OFSI and the UN of 2020, OFAC of 2021."""
    command, data = sdn_of_july(), shared / "data"
    for words in (
        ("un_sc", data / "un" / "un_2020-11-30.xml"),
        ("uk_ofsi", data / "uk" / "ConList_2020-04-27.csv"),
    ):
        command.json("list", "load", *words)
    return measured(command.workspace)


def quotes_another(pair: Sequence[ListedParty], numbered: dict[str, ListedParty]) -> bool:
    """True if the numbers differ, and one is quoted for an entry that it cannot stand for.

    Such a number leads to no entry, or to one that has none of the quoting one's names.
    """
    left, right = pair
    if left.references & right.references:
        return False
    return any(
        number not in numbered or not share_a_name(party, numbered[number])
        for party in pair
        for number in party.references
    )


def share_a_name(left: ListedParty, right: ListedParty) -> bool:
    """Whether some whole name stands on both, in any order of its words."""
    return bool({n.words for n in left.names} & {n.words for n in right.names})


def test_precision_by_quoted_numbers(of_2020: Measured) -> None:
    """At least 995 of 1,000 joined pairs that numbers can judge are right.

    Numbers that the source quotes for an entry with none of its names are counted apart.
    """
    canon, parties = of_2020.canon, of_2020.parties
    numbered = {n: p for p in parties.values() if p.dataset == "un_sc" for n in p.references}
    groups: dict[str, list[ListedParty]] = {}
    for entity_id, party in parties.items():
        groups.setdefault(canon.of(entity_id), []).append(party)
    pairs = [
        pair
        for group in groups.values()
        for pair in combinations(group, 2)
        if all(party.references for party in pair)
    ]
    slips = [pair for pair in pairs if quotes_another(pair, numbered)]
    right = [pair for pair in pairs if pair[0].references & pair[1].references]
    wrong = [pair for pair in pairs if pair not in right and pair not in slips]
    assert len(right) > 240
    assert len(right) / (len(right) + len(wrong)) >= 0.995
    assert len(slips) <= 12


def test_recall_by_quoted_numbers(of_2020: Measured) -> None:
    """Most of what the numbers join is found without them; nearly all the rest is asked about."""
    truth, canon = of_2020.truth(), of_2020.canon
    found = [pair for pair in truth if canon.of(pair[0]) == canon.of(pair[1])]
    asked = {frozenset((p.left.id, p.right.id)) for p in of_2020.found.review}
    missed = [pair for pair in truth if canon.of(pair[0]) != canon.of(pair[1])]
    assert len(truth) > 280
    assert len(found) / len(truth) >= 0.88
    assert sum(frozenset(pair) in asked for pair in missed) >= len(missed) // 3


def test_no_group_holds_two_entries_of_one_list(of_2020: Measured) -> None:
    """Nor two whose birth dates contradict each other."""
    canon = of_2020.canon
    seen: set[tuple[str, str]] = set()
    for party in of_2020.parties.values():
        key = canon.of(party.id), party.dataset
        assert key not in seen, key
        seen.add(key)


def test_a_second_run_joins_nothing(of_2020: Measured) -> None:
    """On real lists, too."""
    blind = [
        replace(p, references=frozenset(), quotes=frozenset()) for p in of_2020.parties.values()
    ]
    judgements = [pair.judgement() for pair in of_2020.found.joined]
    again = resolve(blind, judgements, resolution_rules())
    assert again.joined == ()
    assert len(again.review) == pytest.approx(len(of_2020.found.review), abs=20)


def test_orders_of_entries_do_not_matter(of_2020: Measured) -> None:
    """Nothing but ids and evidence decides; a part of the lists is enough to see it."""
    some = [p for p in of_2020.parties.values() if p.dataset != "us_ofac_sdn"]

    def ids(pairs: Sequence[JudgedPair]) -> set[frozenset[str]]:
        return {frozenset((pair.left.id, pair.right.id)) for pair in pairs}

    forth, back = (resolve(order, [], resolution_rules()) for order in (some, some[::-1]))
    assert ids(forth.joined) == ids(back.joined)


def test_europe_by_the_numbers_of_a_third_party(
    shared: Path, tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """EU rows of a large table against the UN's list, without birth dates: none wrongly joined.

    The table gives an EU entry the Security Council's number in place of a programme.
    """
    with (shared / "data" / "multi_list" / "sanctions_2026-04-22.csv").open("r", -1, "utf-8") as f:
        head, *rows = csv.reader(f)
    path = tmp_path / "eu.csv"
    with path.open("w", -1, "utf-8", newline="") as file:
        csv.writer(file).writerows([head, *(row for row in rows if row[1] == "EU")])
    command = interdict(tmp_path / "record")
    command.json("list", "load", "own_list_eu", path, "--edition", "2026-04-22")
    command.json("list", "load", "un_sc", shared / "data" / "un" / "un_2026-02-27.xml")
    run = measured(tmp_path / "record")
    numbered = {n: p for p in run.parties.values() for n in p.references}
    labels = {
        (party.id, numbered[number].id)
        for party in run.parties.values()
        for tag in party.programmes
        for number in _NUMBER.findall(tag)
        if party.dataset == "own_list_eu" and number in numbered
        if share_a_word(party, numbered[number])
    }
    canon = run.canon
    joined = {canon.of(one): one for one in run.parties if one.startswith("un_sc-")}
    said = {eu: joined.get(canon.of(eu)) for eu, _ in labels}
    right = [pair for pair in labels if said[pair[0]] == pair[1]]
    wrong = [
        (eu, un)
        for eu, un in labels
        if said[eu] not in (None, un) and share_a_name(run.parties[eu], run.parties[un])
    ]
    assert len(labels) > 60
    assert len(right) >= 25
    assert wrong == []
