"""Lists in a workspace: load an edition, see what is held, compare two moments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from interdict.errors import InvalidInput, NotFound
from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.logs import log
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.schema import PARTY_SCHEMATA
from interdict.model.source import Dataset, Edition, EditionPart, Grade, Signal
from interdict.store.base import Added, HeldEdition, PartContent, View
from interdict.workspace.linking import link
from interdict.workspace.list_bounds import accepted, shrunk
from interdict.workspace.list_diff import ListDiff, list_diff
from interdict.workspace.list_files import read_files
from interdict.workspace.list_mappings import Mappings
from interdict.workspace.list_programmes import with_unknown_programmes
from interdict.workspace.renumbering import link_renumbered
from interdict.workspace.root import Times, Workspace


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: the edition with its parts and signals, and what it added.

    `n_linked` counts parties of documents that were joined to others of their name,
    `n_renumbered` entries that were joined to the number they had before.
    """

    edition: Edition
    added: Added
    n_linked: int
    seq: int
    n_renumbered: int = 0


@dataclass(frozen=True, slots=True)
class DatasetStatus:
    """What is held of one dataset at a date.

    `in_force` names for each part the edition that answers the date, with its file's counts.
    `programmes` counts the entries of each programme's tag by schema (empty if not asked for).
    """

    dataset: str
    title: str
    status: str
    edition: PartialDate | None
    age_days: int | None
    editions: tuple[HeldEdition, ...]
    in_force: Mapping[str, tuple[PartialDate, EditionPart]]
    programmes: Mapping[PartialDate, Mapping[str, Mapping[str, int]]]


class Lists:
    """Lists of a workspace; `Workspace.lists` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def mappings(self) -> Mappings:
        """How the columns of one's own lists are read, kept by name."""
        return Mappings(self._workspace.config.workspace)

    def load(
        self,
        name: str,
        paths: Sequence[Path],
        *,
        published_at: datetime | None,
        mapping: Mapping[str, str] | None = None,
        accept: bool = False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> LoadReport:
        """Parses files (or folders of files) and records them as one edition.

        Args:
            mapping: column title -> role or property, for a list of one's own.
            accept: records the edition also if it has shrunk beyond its bounds.

        Raises:
            NotFound: if there is no such list.
            InvalidInput: if nothing is given to load, the edition has no date, or it is much
                smaller than the one before it and that is not accepted.
            ReadError: if a file is broken; nothing is written then.
        """
        dataset, _ = catalog.find(name)
        progress("reading")
        parsed = catalog.parse_files(dataset.name, self._files(dataset, paths), mapping=mapping)
        at = self._dated(dataset, parsed, published_at)
        edition = Edition(
            dataset.name, at, grade=Grade.COPY, primary=dataset.primary, own_dates=dataset.compiled
        )
        checked = self._checked(dataset, edition, parsed)
        known = with_unknown_programmes(self._workspace.regimes, dataset.name, checked)
        parts = self._bounded(edition, known, accept)
        progress("recording")
        store = self._workspace.store
        with store.write("list load", f"{dataset.name} {at.isoformat()}") as writer:
            added = writer.add_edition(edition, parts)
        log("list.loaded", dataset=dataset.name, edition=str(edition.published_on),
            statements=added.statements, already_held=added.already_held)  # fmt: skip
        progress("linking")
        # Also for what is held already: an earlier run may have ended before it got here.
        renumbered = 0 if dataset.compiled else link_renumbered(self._workspace, dataset.name, at)
        linked = link(self._workspace)
        held = replace(edition, parts=tuple(p.part for p in parts))
        return LoadReport(held, added, linked, len(store.transactions()), renumbered)

    def columns(
        self, name: str, paths: Sequence[Path], mapping: Mapping[str, str]
    ) -> dict[str, str]:
        """How the columns of one's own list are read, as a mapping that says so of each.

        Raises:
            NotFound: if there is no such list.
            InvalidInput: if it is none of one's own, or there is not just one file.
            ReadError: if the file is broken, or lacks a column of the mapping.
        """
        from interdict.lists import own

        dataset, _ = catalog.find(name)
        if not dataset.name.startswith(own.DATASETS[0].name):
            raise InvalidInput(f"{dataset.name}: only the columns of your own list can be mapped")
        files = read_files(paths)
        if len(files) != 1:
            raise InvalidInput(f"{dataset.name}: one file is mapped at a time, not {len(files)}")
        return own.mapping_of(files[0], mapping)

    def _files(self, dataset: Dataset, paths: Sequence[Path]) -> list[SourceFile]:
        if not paths:
            if dataset.compiled:
                from interdict.lists.bundled.statements import bundled_files

                return list(bundled_files())
            raise InvalidInput(f"{dataset.name}: name the files of the edition, or their folder")
        return read_files(paths)

    def _bounded(
        self, edition: Edition, parts: list[PartContent], accept: bool
    ) -> list[PartContent]:
        """The parts, if they are of a size to be expected or accepted as they are.

        Raises:
            InvalidInput: if one is much smaller than before, and that is not accepted.
        """
        small = shrunk(self._workspace, edition, parts)
        if small and not accept:
            raise InvalidInput(
                f"{edition.dataset} of {edition.published_on} is held back: "
                f"{'; '.join(map(str, small))}. Nothing was recorded, and what was in force "
                "stays so. A broken download, another form of the file? If it is right: --accept"
            )
        return [accepted(content, small) for content in parts]

    def _dated(self, dataset: Dataset, parsed: ParsedEdition, given: datetime | None) -> datetime:
        """The edition's date: from the files, else as given; never guessed."""
        if parsed.published_at is None and given is None:
            raise InvalidInput(
                f"{dataset.name}: these files do not say when they were published, and a date "
                "is never guessed. Give it: --edition YYYY-MM-DD"
            )
        if parsed.published_at is None or given is None:
            return parsed.published_at or given  # type: ignore[return-value]
        if parsed.published_at.date() != given.date():
            raise InvalidInput(
                f"{dataset.name}: the file says that it was published on "
                f"{parsed.published_at.date()}, --edition says {given.date()}. "
                "Leave --edition out, or load the other file."
            )
        return parsed.published_at

    def _checked(
        self, dataset: Dataset, edition: Edition, parsed: ParsedEdition
    ) -> list[PartContent]:
        """The parts; where the entries are not among them, rows without entry are counted."""
        if any(content.part.part == dataset.primary for content in parsed.parts):
            return list(parsed.parts)
        view = self._workspace.view(
            Times(edition.published_on, end_of_day(edition.published_on)),
            frozenset({dataset.name}),
        )
        known = {h.statement.record_id for h in view.held(frozenset({"name"}))}
        return [_set_aside(content, known) for content in parsed.parts]

    def status(
        self, times: Times, name: str | None = None, *, programmes: bool = False
    ) -> list[DatasetStatus]:
        """What is held, by dataset; a dataset that is not loaded has no editions.

        Raises:
            NotFound: if a list is named that does not exist.
        """
        view = self._workspace.view(times)
        if name is not None:
            wanted = [catalog.find(name)[0]]
        else:
            wanted = _loadable({*view.datasets(), *catalog.datasets()})
        return [self._status(view, times, dataset, programmes) for dataset in wanted]

    def _status(
        self, view: View, times: Times, dataset: Dataset, programmes: bool
    ) -> DatasetStatus:
        coverage = view.coverage(dataset.name)
        editions = tuple(view.editions(dataset.name))
        in_force = {}
        for part, on in sorted((coverage.parts or {}).items()):
            held = [e for e in editions if PartialDate.of(e.edition.published_on) == on]
            described = [p for e in held for p in e.edition.parts if p.part == part]
            in_force[part] = (on, described[-1])
        edition = coverage.edition
        age = None if edition is None or dataset.compiled else (times.as_of - edition.first).days
        return DatasetStatus(
            dataset=dataset.name,
            title=dataset.title,
            status=coverage.status,
            edition=edition,
            age_days=age,
            editions=editions,
            in_force=in_force,
            programmes=self._programmes(editions, dataset, times) if programmes else {},
        )

    def _programmes(
        self, editions: Iterable[HeldEdition], dataset: Dataset, times: Times
    ) -> dict[PartialDate, dict[str, dict[str, int]]]:
        """Entries by programme tag and schema, for each edition that holds the entries."""
        found = {}
        for held in editions:
            edition = held.edition
            if not any(part.part == dataset.primary for part in edition.parts):
                continue
            view = self._workspace.view(
                replace(times, as_of=edition.published_on), frozenset({dataset.name})
            )
            counts: dict[str, Counter[str]] = {}
            seen = set()
            for entry in view.held(frozenset({"program"})):
                s = entry.statement
                key = (s.entity_id, s.value)
                if s.schema in PARTY_SCHEMATA and key not in seen:
                    seen.add(key)
                    counts.setdefault(s.value, Counter())[s.schema] += 1
            found[PartialDate.of(edition.published_on)] = {
                tag: {"entries": c.total(), **dict(sorted(c.items()))}
                for tag, c in sorted(counts.items())
            }
        return found

    def diff(
        self, name: str, before: date | datetime, after: date | datetime, times: Times
    ) -> ListDiff:
        """What changed on a list between two days or times, by the editions that answer them.

        A day is answered from the latest edition published on or before it; a time from the
        latest published by then, which tells two editions of one day apart.

        Raises:
            NotFound: if there is no such list.
            InvalidInput: if no edition covers one of the dates.
        """
        dataset, _ = catalog.find(name)
        only = frozenset({dataset.name})
        views = [self._workspace.view(_at(when, times), only) for when in (before, after)]
        for when, view in zip((before, after), views, strict=True):
            coverage = view.coverage(dataset.name)
            if coverage.status != "covered":
                raise InvalidInput(
                    f"{dataset.name}: no edition on or before {when} is held "
                    f"({coverage.status.replace('_', ' ')}). See: interdict list status"
                )
        return list_diff(dataset.name, *views)


def _at(when: date | datetime, times: Times) -> Times:
    """The times that ask about a day, or about what had been published by a time."""
    if not isinstance(when, datetime):
        return replace(times, as_of=when)
    # Somewhere it is the next day already: `known_at` alone draws the line.
    day = when.date() + timedelta(days=1)
    return replace(times, as_of=day, known_at=min(when, times.known_at))


def _loadable(names: Iterable[str]) -> list[Dataset]:
    """The datasets of those names that this version can load, by name."""
    found = []
    for name in sorted(names):
        try:
            found.append(catalog.find(name)[0])
        except NotFound:
            continue  # recorded by a plug-in that is not installed here
    return found


def _set_aside(content: PartContent, known: set[str]) -> PartContent:
    """Signals the rows whose entry no held edition of that date has."""
    orphans = [(s, line) for s, line in content.statements if s.record_id not in known]
    if not orphans:
        return content
    first, line = orphans[0]
    signal = Signal(
        "held_aside",
        "row without its entry",
        f"{first.record_id}: {first.value}",
        line or None,
        len({s.record_id for s, _ in orphans}),
    )
    part = replace(content.part, signals=(*content.part.signals, signal))
    return replace(content, part=part)
