"""The record in a workspace: parties, designations, timelines, conflicts, effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

from interdict.errors import InvalidInput, NotFound
from interdict.lists import catalog
from interdict.logs import log
from interdict.model.claim import Claim
from interdict.model.dates import Truth, span_of
from interdict.model.designation import Designation, State, StateName
from interdict.model.entity import Entity
from interdict.model.schema import (
    NAME_PROPERTIES,
    PARTY_SCHEMATA,
    compatible,
    most_specific,
)
from interdict.reconcile.designations import Designations
from interdict.reconcile.resolution.clusters import Verdicts
from interdict.reconcile.rewards import reward_entries, stated_rewards
from interdict.reconcile.timeline import Entry, timeline
from interdict.regimes.beside import Beside, beside
from interdict.regimes.effects import EffectStatus, effects_of
from interdict.regimes.tasks import Task, task_of
from interdict.regimes.vocabulary import ADDRESSEES
from interdict.store.base import Confirmation, Coverage, HeldDocument, Judgement, View
from interdict.text.normalize import fold
from interdict.workspace.confirming import check_confirmation
from interdict.workspace.reconciling import Compared, Reconciling
from interdict.workspace.root import Times, Workspace

_LINKING = ("holder", "subject", "object", "owner", "asset", "director", "organization")
"""Properties of links by which a party is found in them."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the record shows about one party at a moment."""

    entity: Entity
    designations: tuple[tuple[Designation, State], ...]
    claims: tuple[Claim, ...]
    documents: tuple[HeldDocument, ...]
    links: tuple[Entity, ...]
    coverage: tuple[Coverage, ...]
    joined: tuple[Judgement, ...] = ()
    """Judgements in force that make its ids one party."""
    beside: tuple[Beside, ...] = ()
    """Rewards, indictments and orders."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Legal effects of one designation on a date; `missing` if its regime is not data yet."""

    designation: Designation
    state: State
    effects: tuple[EffectStatus, ...]
    missing: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """A designation that is announced and not in force; `begins` compares its sources' dates."""

    entity: Entity
    designation: Designation
    state: State
    begins: Compared | None
    task: Task | None = None
    """What to look up, from the day on which it is due."""


class Record:
    """The record of a workspace; `Workspace.record` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def reconciling(self) -> Reconciling:
        """What sources say of the same question."""
        return Reconciling(self._workspace)

    def everything(self, datasets: frozenset[str] | None = None) -> View:
        """The record as far as it goes: every edition and document that is held.

        With `datasets` of the lists those alone.
        """
        last = datetime.max.replace(tzinfo=UTC)
        return self._workspace.store.view(as_of=date.max, known_at=last, datasets=datasets)

    def find(self, reference: str, view: View) -> Entity:
        """The party under an id, or of exactly that name (case and accents aside).

        An id is found also where its entry is not on its list on that date: then the presence
        of its statements says when it was.

        Raises:
            NotFound: if no party of the view answers.
            InvalidInput: if several parties have that name; their ids are listed.
        """
        entity = view.entity(reference)
        if entity is None:
            entity = _of_history(reference, view)
        if entity is not None and entity.schema in PARTY_SCHEMATA:
            return entity
        wanted = fold(reference)
        ids = {
            view.canonical(held.statement.entity_id)
            for held in view.held(frozenset(NAME_PROPERTIES))
            if fold(held.statement.value) == wanted
        }
        ids = {i for i in ids if (e := view.entity(i)) is not None and e.schema in PARTY_SCHEMATA}
        if len(ids) > 1:
            raise InvalidInput(
                f"{len(ids)} parties are called {reference!r}: {', '.join(sorted(ids))}. "
                "Give one of these ids."
            )
        found = view.entity(ids.pop()) if ids else None
        if found is None and not view.datasets() and not view.documents():
            raise NotFound(
                f"{reference!r} cannot be found: the record holds nothing that was published by "
                "then. Load a list (interdict list load bundled) or read documents (interdict "
                f"read), then: interdict screen {reference!r}"
            )
        if found is None:
            raise NotFound(
                f"nobody of exactly that name is in the record on that date: {reference!r}. "
                f"For names like it: interdict screen {reference!r}"
            )
        return found

    def designations(self, view: View) -> Designations:
        """Reads designations out of a view."""
        return Designations(view, self._workspace.regimes)

    def show(self, reference: str, times: Times) -> Dossier:
        """The dossier of a party."""
        view = self._workspace.view(times)
        entity = self.find(reference, view)
        claims = tuple(view.claims(entity.id))
        cited = {claim.document_id for claim in claims}
        cited |= {held.statement.document_id for held in entity.held}
        links = [link for prop in _LINKING for link in view.referring(prop, entity.id)]
        return Dossier(
            entity,
            tuple(self.designations(view).of(entity.id)),
            claims,
            tuple(d for d in view.documents() if d.document.sha256 in cited),
            tuple({link.id: link for link in links}.values()),
            tuple(self.coverage(view)),
            tuple(j for j in Verdicts(view.judgements()).in_force() if j.left in entity.ids),
            self.beside(entity, times),
        )

    def coverage(self, view: View) -> list[Coverage]:
        """What each dataset says about the date: those held, and those a regime rests on.

        A list that this version cannot load is not named: nobody could do anything about it.
        """
        named = self._workspace.regimes.official_lists & catalog.datasets().keys()
        return [view.coverage(name) for name in sorted(set(view.datasets()) | named)]

    def timeline(
        self, reference: str, times: Times, policy: str | None = None
    ) -> tuple[Entity, list[Entry], list[Compared]]:
        """Everything dated about a party, and the questions on which its sources differ."""
        view = self._workspace.view(times)
        entity = self.find(reference, view)
        designations = [d for d, _ in self.designations(view).of(entity.id)]
        entries = timeline(
            designations,
            view.claims(entity.id),
            view.documents(),
            reward_entries(stated_rewards(entity)),
        )
        return entity, entries, self.reconciling.compared(view, entity.id, policy=policy)

    def pending(self, times: Times, policy: str | None = None) -> list[Pending]:
        """Designations that are announced and not in force: pending, or due and unconfirmed."""
        view = self._workspace.view(times)
        open_states = (StateName.PENDING, StateName.DUE_UNCONFIRMED)
        begins = self.reconciling.beginnings(view, policy)
        found = []
        for designation, state in self.designations(view).announced():
            entity = view.entity(designation.entity_id)
            if state.name in open_states and entity is not None:
                regime = self._workspace.regimes.get(designation.programme)
                task = task_of(designation, state, regime)
                found.append(Pending(entity, designation, state, begins.get(designation.id), task))
        return found

    def conflicts(
        self,
        times: Times,
        reference: str | None = None,
        *,
        everything: bool = False,
        policy: str | None = None,
    ) -> list[Compared]:
        """Questions on which sources differ, with what a policy makes of them.

        With `everything`, also those on which they agree or refine each other.
        """
        view = self._workspace.view(times)
        party = None if reference is None else self.find(reference, view).id
        return self.reconciling.compared(view, party, everything=everything, policy=policy)

    def effects(
        self, reference: str, times: Times, addressee: str | None
    ) -> tuple[Entity, list[Effects]]:
        """What the designations of a party do, to whom, from when.

        Raises:
            InvalidInput: if there is no such addressee.
        """
        if addressee is not None and addressee not in ADDRESSEES:
            raise InvalidInput(
                f"{addressee!r} is not an addressee. Known are: {', '.join(ADDRESSEES)}."
            )
        view = self._workspace.view(times)
        entity = self.find(reference, view)
        found = []
        for designation, state in self.designations(view).of(entity.id):
            regime = self._workspace.regimes.get(designation.programme)
            statuses = [] if regime is None else effects_of(regime, state, addressee=addressee)
            found.append(Effects(designation, state, tuple(statuses), regime is None))
        return entity, found

    def beside(self, entity: Entity, times: Times) -> tuple[Beside, ...]:
        """Rewards, indictments and orders by a day: no designation, and no effect of one."""
        view = self._workspace.view(times)
        designations = [designation for designation, _ in self.designations(view).of(entity.id)]
        found = beside(view.claims(entity.id), designations, stated_rewards(entity))
        return tuple(one for one in found if not _is_later(one.on, times.as_of))

    def confirm(self, reference: str, confirmation: Confirmation) -> Confirmation:
        """Records a reviewer's word on a designation (`ENTITY:PROGRAMME`, or a party's name).

        Raises:
            NotFound: if there is no such party or programme.
            InvalidInput: if the event does not exist, or nobody signs for it.
        """
        name, _, programme = reference.rpartition(":")
        if not name:
            raise InvalidInput(
                f"{reference!r} is not a designation. Write PARTY:PROGRAMME, such as "
                "doc-example-front:US-FTO (see: interdict pending)"
            )
        regime = self._workspace.regimes.named(programme)
        check_confirmation(confirmation, regime)
        entity = self.find(name, self.everything())
        if not any(compatible(entity.schema, kind) for kind in regime.target_kinds):
            kinds = ", ".join(regime.target_kinds)
            raise InvalidInput(
                f"{entity.caption} is a {entity.schema}: {regime.key} designates only {kinds}"
            )
        signed = replace(confirmation, entity_id=entity.id, programme=regime.key)
        with self._workspace.store.write("confirm", f"{entity.id}:{regime.key}") as writer:
            writer.add_confirmation(signed)
        log("designation.confirmed", designation=f"{entity.id}:{regime.key}", act=signed.event,
            by=signed.by)  # fmt: skip
        return signed


def _is_later(on: str | None, as_of: date) -> bool:
    """True for what surely happens after a day."""
    span = span_of(on)
    return span is not None and span.reached(as_of) is Truth.NO


def _of_history(entity_id: str, view: View) -> Entity | None:
    """A party by its history, for an entry that its list does not hold on the date."""
    held = view.history(entity_id)
    if not held:
        return None
    schema = most_specific({one.statement.schema for one in held})
    return Entity(view.canonical(entity_id), schema, held, (entity_id,))
