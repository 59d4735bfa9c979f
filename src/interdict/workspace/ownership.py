"""Ownership in a workspace: who is above a party, and what follows under each authority's rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput, NotFound
from interdict.lists.bundled.statements import DATASETS as BUNDLED
from interdict.matching.base import FULL_SCORE
from interdict.model.entity import Entity
from interdict.model.match import Party
from interdict.model.schema import PARTY_SCHEMATA, most_specific
from interdict.ownership.chain import Chain, Person, chain_above
from interdict.ownership.identity import Identity, Recognised, identify
from interdict.ownership.outcome import Outcome, OwnedBy, outcome
from interdict.ownership.record import OWNERSHIP, stakes_in
from interdict.ownership.rule import Authority, authorities, chosen
from interdict.reconcile.designations import Designations
from interdict.store.base import Coverage, View
from interdict.text.normalize import fold
from interdict.workspace.index import Progress
from interdict.workspace.root import Times, Workspace

if TYPE_CHECKING:
    from interdict.matching.base import Matcher
    from interdict.regimes.known import Regimes

_SAME_NAME = FULL_SCORE * 8 // 10
_MOST_NAMESAKES = 50
"""So many parties of like names are looked at for one of exactly that name."""


@dataclass(frozen=True, slots=True)
class OwnershipAnswer:
    """What follows for a party on a day, under each authority asked for.

    `coverage` has what each list of these authorities can say about the day.
    """

    party: Person
    chain: Chain
    outcomes: tuple[Outcome, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """What is held about stakes on a day: counts, and owners whom nobody recognises for certain."""

    n_stakes: int
    n_parties: int
    datasets: tuple[str, ...]
    recognised: tuple[Person, ...]
    open: tuple[Person, ...]
    missing: tuple[str, ...]


class Reader:
    """Answers about ownership at one moment; what it reads twice it keeps.

    Args:
        view: the record at the moment.
        regimes: the programmes, with their ownership rules.
        matcher: finds parties by name, at the same moment.
        latest: gives one that finds them by all names known at the moment, for a day before the
            first file that names a party; None: only those of the day are found.
    """

    def __init__(
        self,
        view: View,
        regimes: Regimes,
        matcher: Matcher,
        latest: Callable[[], Matcher] | None = None,
    ) -> None:
        self._view = view
        self._matcher = matcher
        self._latest = latest
        self._designations = Designations(view, regimes)
        self.authorities = authorities(regimes)
        self._official = {
            name
            for regime in regimes.values()
            for name in (*regime.official_lists, *(tag.dataset for tag in regime.list_tags))
        } | {one.name for one in BUNDLED}  # compiled from official acts, each with its source
        self.person: Callable[[str], Person] = lru_cache(maxsize=65_536)(self._person)

    def of(self, entity_id: str, wanted: Sequence[Authority]) -> OwnershipAnswer:
        """What follows for the party under an id.

        Raises:
            InvalidInput: if too many parties stand above it (see `chain_above`).
        """
        day = self._view.moment.as_of
        chain = chain_above(entity_id, self.person, lambda asset: stakes_in(self._view, asset, day))
        names = sorted({name for authority in wanted for name in authority.lists})
        coverage = {name: self._view.coverage(name) for name in names}
        outcomes = tuple(
            outcome(
                chain,
                authority,
                day,
                covered=any(coverage[name].status == "covered" for name in authority.lists),
            )
            for authority in wanted
        )
        return OwnershipAnswer(
            chain.persons[chain.asked], chain, outcomes, tuple(coverage.values())
        )

    def owned(self, entity_id: str) -> OwnedBy:
        """What follows for a party under every authority whose programmes block."""
        found = self.of(entity_id, chosen(self.authorities, None))
        return OwnedBy(found.chain, found.outcomes)

    def find(self, reference: str) -> str:
        """The id of the party meant: an id, or exactly one of its names.

        A party of an ownership file and the designated one that it was recognised as are one.

        Raises:
            NotFound: if nobody answers to it.
            InvalidInput: if several parties do; their ids are listed.
        """
        entity = self._view.entity(reference)
        if entity is not None and entity.schema in PARTY_SCHEMATA:
            return entity.id
        if self._view.referring("asset", reference):
            return reference  # a party of which nothing but stakes is known
        named = self._named(reference)
        if not named and self._latest is not None:
            named = self._named(reference, self._latest())
        persons = {p.id: p for e in named for p in [self.person(e.id)]}
        if len(persons) > 1:
            raise InvalidInput(
                f"{len(persons)} parties are called {reference!r}: {', '.join(sorted(persons))}. "
                "Give one of these ids."
            )
        if not persons:
            raise NotFound(
                f"nobody of exactly that name is in the record on that date: {reference!r}. "
                f"For names like it: interdict screen {reference!r}"
            )
        return next(iter(persons))

    @property
    def view(self) -> View:
        """The record at the reader's moment."""
        return self._view

    def same_party(self, person: Person) -> list[str]:
        """Every id under which files speak of the party: also those of its exact name.

        Who is not certain to be the one is among them; the answer about what it holds says so.
        """
        meant = {person.id, *person.ids, *person.identity.same_as}
        named = [
            found.id
            for one in sorted(meant)
            if (entity := self._entity(one)) is not None
            for name in (*entity.get("name"), *entity.get("alias"))
            for found in self._named(name)
        ]
        alike = (one for one in dict.fromkeys(named) if one not in meant)
        same = [one for one in alike if meant & self._taken_for(one)]
        return [*sorted(meant), *same]

    def _taken_for(self, entity_id: str) -> set[str]:
        person = self.person(entity_id)
        return {person.id, *person.ids, *person.identity.same_as}

    def holding(self) -> Holding:
        """Every stake that is held, and whom its parties were recognised as.

        Reads all of them: minutes for a register of a country.
        """
        props = frozenset(("owner", "asset"))
        links: set[str] = set()
        named: dict[str, None] = {}
        datasets: set[str] = set()
        for held in self._view.held(props):
            statement = held.statement
            if statement.schema == OWNERSHIP:
                links.add(statement.entity_id)
                datasets.add(statement.dataset)
                named.setdefault(self._view.canonical(statement.value))
        persons = [self.person(entity_id) for entity_id in named]
        missing = tuple(i for i in named if self._view.entity(i) is None)
        sure = [p for p in persons if p.designations and p.identity.is_certain]
        doubtful = [p for p in persons if p.identity.same_as and not p.identity.is_certain]
        return Holding(
            len(links), len(named), tuple(sorted(datasets)), _by_id(sure), _by_id(doubtful), missing
        )

    def _person(self, entity_id: str) -> Person:
        entity = self._entity(entity_id)
        if entity is None:
            root = self._view.canonical(entity_id)
            return Person(root, root, "LegalEntity", (root,), Identity(root, Recognised.MISSING))
        identity = self._identity(entity)
        ids = (entity.id, *(identity.same_as if identity.is_certain else ()))
        listed = identity.same_as or (entity.id,)
        found = tuple(pair for one in listed for pair in self._designations.of(one))
        counted = ids[1] if len(ids) > 1 else entity.id
        return Person(counted, entity.caption, entity.schema, ids, identity, found)

    def _entity(self, entity_id: str) -> Entity | None:
        """A party as it stands on the day, else as the record knows it from other days."""
        entity = self._view.entity(entity_id)
        if entity is not None:
            return entity
        held = self._view.history(entity_id)
        schema = most_specific({one.statement.schema for one in held}) if held else ""
        root = self._view.canonical(entity_id)
        return Entity(root, schema, held, (root,)) if held else None

    def _identity(self, entity: Entity) -> Identity:
        """Who the party is; nobody is looked for by name who is on an official list by id."""
        if self._official & {s.dataset for s in entity} or self._designations.of(entity.id):
            return Identity(entity.id, Recognised.ITSELF)
        namesakes = {
            found.id: found
            for name in (*entity.get("name"), *entity.get("alias"))
            for found in self._named(name)
            if self._official & set(found.datasets) and self._designations.of(found.id)
        }
        return identify(entity, namesakes.values())

    def _named(self, name: str, matcher: Matcher | None = None) -> list[Entity]:
        """Parties of exactly that name, case and accents aside; weak aliases name nobody."""
        wanted = fold(name)
        if not wanted:
            return []
        found = (matcher or self._matcher).search(
            Party(names=(name,)), threshold=_SAME_NAME, limit=_MOST_NAMESAKES
        )
        entities = (self._entity(match.entity_id) for match in found)
        return [
            entity
            for entity in entities
            if entity is not None
            and any(
                fold(value) == wanted
                for prop in ("name", "alias", "previousName")
                for value in entity.get(prop)
            )
        ]


class Ownership:
    """Ownership in a workspace.

    Args:
        workspace: the record that is asked.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """Whose ownership rules are known, by key."""
        return authorities(self._workspace.regimes)

    def reader(self, times: Times, progress: Progress = lambda _: None) -> Reader:
        """A reader for one moment; the index is built first if the record has moved."""
        screening = self._workspace.screening
        matcher = screening.screener(times, progress=progress).matcher
        latest = replace(times, as_of=max(times.as_of, times.known_at.date()))
        return Reader(
            self._workspace.view(times),
            self._workspace.regimes,
            matcher,
            lambda: screening.screener(latest).matcher,
        )

    def of(
        self,
        reference: str,
        times: Times,
        *,
        rule: str | None = None,
        progress: Progress = lambda _: None,
    ) -> OwnershipAnswer:
        """What follows for a party, by its id or exact name, under one rule or all that block.

        Raises:
            NotFound: if there is no such party or rule.
            InvalidInput: if several parties have that name; their ids are listed.
        """
        wanted = chosen(self.authorities, rule)
        reader = self.reader(times, progress)
        return reader.of(reader.find(reference), wanted)

    def holding(self, times: Times, progress: Progress = lambda _: None) -> Holding:
        """What is held about stakes, and which owners nobody recognises."""
        return self.reader(times, progress).holding()


def _by_id(persons: Iterable[Person]) -> tuple[Person, ...]:
    found = {person.id: person for person in persons}
    return tuple(found[key] for key in sorted(found))
