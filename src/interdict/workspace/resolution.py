"""The same party on several lists, in a workspace: join, review, confirm, reject, undo.

Whatever is decided is a judgement, appended with who and why; taking one back appends another.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from interdict.errors import InvalidInput, NotFound
from interdict.logs import log
from interdict.model.schema import PARTY_SCHEMATA
from interdict.reconcile.resolution.clusters import Verdicts
from interdict.reconcile.resolution.party import listed_parties
from interdict.reconcile.resolution.resolve import Resolution, resolve
from interdict.reconcile.resolution.rules import resolution_rules
from interdict.store.base import PROVISIONAL, Judgement, View
from interdict.workspace.root import Workspace


@dataclass(frozen=True, slots=True)
class JoinedPair:
    """A judgement in force that joins two ids, with the names of both."""

    judgement: Judgement
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and the ids that are still one party through others."""

    taken_back: tuple[Judgement, ...]
    still_joined: tuple[str, ...]


class Parties:
    """Which entries of the lists of a workspace are one party.

    Args:
        workspace: the record.
        progress: is told each step, in a few words.
    """

    def __init__(
        self, workspace: Workspace, progress: Callable[[str], None] = lambda _: None
    ) -> None:
        self._workspace = workspace
        self._progress = progress

    def find(self, datasets: frozenset[str] | None = None) -> Resolution:
        """What could be joined, and what is to be reviewed; nothing is written.

        Raises:
            NotFound: if a dataset is named of which the record holds nothing.
        """
        view = self._view()
        held = set(view.datasets())
        if datasets is not None and datasets - held:
            raise NotFound(
                f"nothing is held of {', '.join(sorted(datasets - held))}. "
                f"Held are: {', '.join(sorted(held)) or 'no lists'}."
            )
        self._progress("reading the entries")
        parties = listed_parties(view, datasets)
        self._progress(f"comparing {len(parties):,} entries")
        return resolve(parties, view.judgements(), resolution_rules())

    def match(self, datasets: frozenset[str] | None = None) -> Resolution:
        """Joins what the rules are sure of, in one transaction; a second run adds nothing."""
        found = self.find(datasets)
        if found.joined:
            self._append((pair.judgement() for pair in found.joined), f"{len(found.joined)} joined")
        log("parties.matched", joined=len(found.joined), review=len(found.review))
        return found

    def judge(self, left: str, right: str, *, same: bool, by: str, reason: str) -> Judgement:
        """A reviewer's word on two entries.

        Raises:
            InvalidInput: if nobody signs for it, or the two are one id.
            NotFound: if the record does not know one of them.
        """
        _signed(by, reason)
        if left == right:
            raise InvalidInput(f"{left} is one entry: give the ids of two")
        view = self._view()
        for entity_id in (left, right):
            _known(entity_id, view)
        judgement = Judgement(left, right, same, by, reason)
        last = Verdicts(view.judgements()).of(left, right)
        if last is None or (last.same, last.by, last.reason) != (same, by, reason):
            self._append([judgement], f"{left} and {right}")
        return judgement

    def undo(self, left: str, right: str | None = None, *, by: str, reason: str) -> Undone:
        """Takes back the judgements that join an id with another one, or with any.

        Raises:
            InvalidInput: if nobody signs for it.
            NotFound: if no judgement in force joins them.
        """
        _signed(by, reason)
        wanted = {left} if right is None else {left, right}
        joining = Verdicts(self._view().judgements()).in_force()
        found = [j for j in joining if wanted <= {j.left, j.right}]
        if not found:
            pair = left if right is None else f"{left} and {right}"
            raise NotFound(
                f"no judgement in force joins {pair} directly. To see what does: "
                f"interdict parties joined {left}"
            )
        return self._undo(found, by, reason)

    def undo_run(self, transaction: int, *, by: str, reason: str) -> Undone:
        """Takes back every judgement of one transaction that is still in force.

        Raises:
            InvalidInput: if nobody signs for it.
            NotFound: if the transaction joined nothing that is in force.
        """
        _signed(by, reason)
        joining = Verdicts(self._view().judgements()).in_force()
        found = [j for j in joining if j.seq == transaction]
        if not found:
            raise NotFound(f"no judgement of transaction {transaction} is in force")
        return self._undo(found, by, reason)

    def joined(
        self, party: str | None = None, *, sample: int | None = None, seed: int = 0
    ) -> list[JoinedPair]:
        """Judgements between listed entries that are in force, in the order they were given.

        Args:
            party: an id; only judgements of the entries that are one party with it.
            sample: at most so many, drawn at random.
            seed: the same seed draws the same sample of the same record.
        """
        view = self._view()
        found = [j for j in Verdicts(view.judgements()).in_force() if _between_lists(j)]
        if party is not None:
            root = view.canonical(party)
            found = [j for j in found if view.canonical(j.left) == root]
        if sample is not None and sample < len(found):
            chosen = random.Random(seed).sample(range(len(found)), sample)
            found = [found[at] for at in sorted(chosen)]
        return [JoinedPair(j, _caption(j.left, view), _caption(j.right, view)) for j in found]

    def _undo(self, found: list[Judgement], by: str, reason: str) -> Undone:
        self._append((Judgement(j.left, j.right, False, by, reason) for j in found), "undone")
        view = self._view()
        still = {
            one for j in found for one in (j.left, j.right)
            if view.canonical(j.left) == view.canonical(j.right)
        }  # fmt: skip
        return Undone(tuple(found), tuple(sorted(still)))

    def _append(self, judgements: Iterable[Judgement], detail: str) -> None:
        with self._workspace.store.write("parties", detail) as writer:
            for judgement in judgements:
                writer.add_judgement(judgement)

    def _view(self) -> View:
        return self._workspace.record.everything()


def _signed(by: str, reason: str) -> None:
    if not by.strip() or not reason.strip():
        raise InvalidInput("a judgement needs a name (--by) and a reason (--reason)")


def _known(entity_id: str, view: View) -> None:
    history = view.history(entity_id)
    own = {held.statement.schema for held in history if held.statement.entity_id == entity_id}
    if not own & PARTY_SCHEMATA:
        raise NotFound(f"the record knows no party under the id {entity_id!r}")


def _between_lists(judgement: Judgement) -> bool:
    return not any(one.startswith(PROVISIONAL) for one in (judgement.left, judgement.right))


def _caption(entity_id: str, view: View) -> str:
    """The name that one source gives, not that of the party it is joined with."""
    names = {
        held.statement.prop: held.statement.value
        for held in reversed(view.history(entity_id))
        if held.statement.entity_id == entity_id
    }
    return next((names[prop] for prop in ("name", "alias") if prop in names), entity_id)
