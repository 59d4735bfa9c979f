"""All of it: from entries and judgements to what to join, and what to ask a reviewer.

A run decides only pairs that nobody has judged, and appends no judgement between entries that
are one party already. So a second run over the same record finds nothing to append.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from interdict.reconcile.ground import AUTOMATIC
from interdict.reconcile.resolution.candidates import candidate_pairs
from interdict.reconcile.resolution.clusters import Clusters, Verdicts
from interdict.reconcile.resolution.evidence import Comparison, PairEvidence, births_of
from interdict.reconcile.resolution.names import Rarity
from interdict.reconcile.resolution.party import ListedParty
from interdict.reconcile.resolution.rules import Decision, Rule, Rules
from interdict.store.base import Judgement


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair with what the rules say of it. `why` says why a reviewer is asked, if so.

    `rule` is the rule's name, `rank` its place among the rules; `reasons` are in words.
    """

    left: ListedParty
    right: ListedParty
    decision: Decision
    rule: str
    rank: int
    bits: float
    reasons: tuple[str, ...]
    why: str = ""

    def judgement(self) -> Judgement:
        """The judgement that joins the two."""
        words = f"{self.rule}: {'; '.join(self.reasons)}"
        return Judgement(self.left.id, self.right.id, True, AUTOMATIC, words)

    def asked(self, why: str) -> JudgedPair:
        """The same pair as a question to a reviewer."""
        return replace(self, why=why)

    def strength(self) -> tuple[int, float, str, str]:
        """Sorts the strongest pair first; the same order every time."""
        return self.rank, -self.bits, self.left.id, self.right.id


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a run found: pairs to join, and pairs to ask about, the strongest first."""

    joined: tuple[JudgedPair, ...]
    review: tuple[JudgedPair, ...]
    n_parties: int
    n_pairs: int


def resolve(
    parties: Sequence[ListedParty], judgements: Iterable[Judgement], rules: Rules
) -> Resolution:
    """Which entries of different lists are one party.

    Args:
        parties: the entries, ordered by id.
        judgements: those in the record, in the order they were given.
        rules: how a pair is decided.
    """
    verdicts = Verdicts(judgements)
    court = _Court(parties, rules)
    pairs = candidate_pairs(parties, court.rarity)
    decided = [
        pair
        for left, right in pairs
        if (pair := court.decide(parties[left], parties[right])) is not None
    ]
    clusters = Clusters({party.id: party for party in parties}, verdicts, court.contradiction)
    fresh = [pair for pair in decided if verdicts.of(pair.left.id, pair.right.id) is None]
    fresh.sort(key=JudgedPair.strength)
    joined, review = _join(fresh, clusters)
    review += _in_doubt(fresh, clusters)
    review += _contradicted(decided, verdicts)
    return Resolution(
        tuple(joined),
        tuple(_one_for_each_pair_of_parties(review, clusters)),
        len(parties),
        len(pairs),
    )


class _Court:
    """Compares and decides pairs of one gathering of entries."""

    def __init__(self, parties: Sequence[ListedParty], rules: Rules) -> None:
        self.rarity = Rarity((party.is_person, party.names) for party in parties)
        themes = {party.id: rules.themes_of(party.programmes) for party in parties}
        self._comparison = Comparison(self.rarity, _crowds(parties), themes)
        self._rules = rules

    def decide(self, left: ListedParty, right: ListedParty) -> JudgedPair | None:
        evidence, rule = self._ruled(left, right)
        if rule is None:
            return None
        rank, bits = self._rules.rank(rule), evidence.bits
        return JudgedPair(left, right, rule.says, rule.name, rank, bits, evidence.reasons)

    def contradiction(self, left: ListedParty, right: ListedParty) -> str:
        """Why the rules call two entries different; also where nothing but a birth date does."""
        evidence, rule = self._ruled(left, right)
        if evidence.birth == "differs" or (rule is not None and rule.says is Decision.DIFFERENT):
            return "; ".join(evidence.reasons) or (rule.name if rule else evidence.birth)
        return ""

    def _ruled(self, left: ListedParty, right: ListedParty) -> tuple[PairEvidence, Rule | None]:
        evidence = self._comparison.of(left, right)
        return evidence, self._rules.decide(evidence)


def _crowds(parties: Iterable[ListedParty]) -> dict[tuple[str, ...], int]:
    """The words of a name -> how many entries of one list bear it, where more than one does."""
    bearers: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for party in parties:
        for name in party.names:
            bearers[name.words][party.dataset] += 1
    most = {words: max(counts.values()) for words, counts in bearers.items()}
    return {words: n for words, n in most.items() if n > 1}


def _join(
    fresh: Sequence[JudgedPair], clusters: Clusters
) -> tuple[list[JudgedPair], list[JudgedPair]]:
    """Joins what the rules call the same, the strongest first; what is refused is asked about."""
    same = [pair for pair in fresh if pair.decision is Decision.SAME]
    rivals = _rivals(same)
    joined, asked = [], []
    for pair in same:
        if clusters.together(pair.left.id, pair.right.id):
            continue
        refusal = rivals.get((pair.left.id, pair.right.id))
        refusal = refusal or clusters.join(pair.left.id, pair.right.id)
        if refusal:
            asked.append(pair.asked(refusal))
        else:
            joined.append(pair)
    return joined, asked


def _rivals(same: Iterable[JudgedPair]) -> dict[tuple[str, str], str]:
    """Pairs beside which there is another one that cannot be true as well, and why.

    So it is where an entry fits two entries of one list, or two with different birth dates. The
    pair by the stronger rule stands; of equals neither does.
    """
    ends: dict[str, list[tuple[JudgedPair, ListedParty]]] = defaultdict(list)
    for pair in same:
        ends[pair.left.id].append((pair, pair.right))
        ends[pair.right.id].append((pair, pair.left))
    found: dict[tuple[str, str], str] = {}
    for neighbours in ends.values():
        for (pair, end), (other, rival) in permutations(neighbours, 2):
            if pair.rank >= other.rank and (
                end.dataset == rival.dataset or births_of(end, rival)[0] == "differs"
            ):
                found[pair.left.id, pair.right.id] = f"beside {end.id} there is {rival.id}"
    return found


def _in_doubt(fresh: Iterable[JudgedPair], clusters: Clusters) -> list[JudgedPair]:
    """Pairs in doubt, but for those whose party has its entry on that list already."""
    return [
        pair.asked("the rules are not sure")
        for pair in fresh
        if pair.decision is Decision.UNSURE
        and not clusters.together(pair.left.id, pair.right.id)
        and not clusters.holds_entry_of(pair.left.id, pair.right.dataset)
        and not clusters.holds_entry_of(pair.right.id, pair.left.dataset)
    ]


def _contradicted(decided: Iterable[JudgedPair], verdicts: Verdicts) -> list[JudgedPair]:
    """Pairs that a run has joined once, and that the rules call different today."""
    automatic = [
        (pair, judged)
        for pair in decided
        if pair.decision is Decision.DIFFERENT
        and (judged := verdicts.of(pair.left.id, pair.right.id)) is not None
        and (judged.same, judged.by) == (True, AUTOMATIC)
    ]
    return [
        pair.asked(f"joined in transaction {judged.seq}, and now differs")
        for pair, judged in automatic
    ]


def _one_for_each_pair_of_parties(
    review: Iterable[JudgedPair], clusters: Clusters
) -> list[JudgedPair]:
    """One question for two parties, however many lists each of them is on; the strongest.

    None is left of a pair that has become one party by way of others.
    """
    found: dict[tuple[str, str], JudgedPair] = {}
    for pair in sorted(review, key=JudgedPair.strength):
        first, second = sorted(min(clusters.members(one.id)) for one in (pair.left, pair.right))
        if first != second or pair.decision is Decision.DIFFERENT:
            found.setdefault((first, second), pair)
    return list(found.values())
