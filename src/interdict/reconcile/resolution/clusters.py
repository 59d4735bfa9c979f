"""What joining several pairs adds up to, and what it must not.

Joining is transitive: A with B and B with C makes A one with C, though nobody has compared
them. So before two groups are joined, each entry of the one is held against each of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from interdict.reconcile.resolution.party import ListedParty
from interdict.store.base import Judgement

Contradiction = Callable[[ListedParty, ListedParty], str]
"""Why two entries cannot be one party, in words; empty if nothing speaks against it."""


class Verdicts:
    """The last word on each pair of ids that somebody has judged."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._last: dict[frozenset[str], Judgement] = {}
        for judgement in judgements:
            self._last[frozenset((judgement.left, judgement.right))] = judgement

    def of(self, left: str, right: str) -> Judgement | None:
        """The judgement that counts for a pair; None if nobody has judged it."""
        return self._last.get(frozenset((left, right)))

    def in_force(self) -> list[Judgement]:
        """The judgements that join two ids, in the order they were first given."""
        return [judgement for judgement in self._last.values() if judgement.same]

    def apart(self, left: str, right: str) -> Judgement | None:
        """The judgement that keeps two ids apart; None if there is none."""
        judgement = self.of(left, right)
        return None if judgement is None or judgement.same else judgement


class Clusters:
    """Groups of ids that are one party, and what may still be joined with them.

    Args:
        parties: the entries by id; ids that are joined and not among them are carried along.
        verdicts: what has been judged so far.
        contradiction: says why two entries cannot be one.
    """

    def __init__(
        self,
        parties: Mapping[str, ListedParty],
        verdicts: Verdicts,
        contradiction: Contradiction,
    ) -> None:
        self._parties = parties
        self._verdicts = verdicts
        self._contradiction = contradiction
        self._group: dict[str, list[str]] = {}
        for judgement in verdicts.in_force():
            self._merge(judgement.left, judgement.right)

    def together(self, left: str, right: str) -> bool:
        """True if the two are one party already."""
        return left == right or right in self.members(left)

    def members(self, entity_id: str) -> list[str]:
        """The ids that are one party with this one, itself among them."""
        return self._group.get(entity_id, [entity_id])

    def holds_entry_of(self, entity_id: str, dataset: str) -> bool:
        """True if the party has an entry on that list."""
        return any(
            self._parties[one].dataset == dataset
            for one in self.members(entity_id)
            if one in self._parties
        )

    def join(self, left: str, right: str) -> str:
        """Joins the groups of two ids, or says in words why it does not; empty if joined.

        Refused are two entries of one list, a pair that somebody keeps apart, and entries that
        contradict each other.
        """
        for one in self.members(left):
            for other in self.members(right):
                if refusal := self._refusal(one, other):
                    return refusal
        self._merge(left, right)
        return ""

    def _refusal(self, left: str, right: str) -> str:
        apart = self._verdicts.apart(left, right)
        if apart is not None:
            return f"{left} and {right} are kept apart by {apart.by}: {apart.reason}"
        a, b = self._parties.get(left), self._parties.get(right)
        if a is None or b is None:
            return ""
        if a.dataset == b.dataset:
            return f"it would join two entries of {a.dataset}: {left} and {right}"
        words = self._contradiction(a, b)
        return f"{left} and {right} contradict each other: {words}" if words else ""

    def _merge(self, left: str, right: str) -> None:
        if self.together(left, right):
            return
        group = self.members(left) + self.members(right)
        for one in group:
            self._group[one] = group
