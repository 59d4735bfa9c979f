"""Official lists in a workspace: load an edition, see what is held, compare two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from interdict.errors import InvalidInput, ReadError
from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.logs import log
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.schema import PARTY_SCHEMATA
from interdict.model.source import Dataset, Edition, EditionPart, Grade, Signal
from interdict.model.statement import Statement
from interdict.store.base import Added, HeldEdition, PartContent, View
from interdict.workspace.linking import link
from interdict.workspace.root import Times, Workspace

MAX_FILE_BYTES = 1 << 30
"""A list file larger than this is refused: no publisher issues one."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: the edition with its parts and signals, and what it added."""

    edition: Edition
    added: Added
    n_linked: int
    seq: int


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


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about an entry that stands in both editions."""

    record_id: str
    caption: str
    began: tuple[Statement, ...]
    ended: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ListDiff:
    """Entries added, removed and changed between two dates; ids are the publisher's own."""

    dataset: str
    before: PartialDate | None
    after: PartialDate | None
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[Change, ...]


class Lists:
    """Lists of a workspace; `Workspace.lists` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def load(
        self,
        name: str,
        paths: Sequence[Path],
        *,
        published_at: datetime | None,
        progress: Callable[[str], None] = lambda _: None,
    ) -> LoadReport:
        """Parses files (or folders of files) and records them as one edition.

        Raises:
            NotFound: if there is no such list.
            InvalidInput: if nothing is given to load, or the edition has no date.
            ReadError: if a file is broken; nothing is written then.
        """
        dataset, _ = catalog.find(name)
        progress("reading")
        parsed = catalog.parse_files(dataset.name, self._files(dataset, paths))
        at = self._dated(dataset, parsed, published_at)
        edition = Edition(
            dataset.name, at, grade=Grade.COPY, primary=dataset.primary, own_dates=dataset.compiled
        )
        parts = self._checked(dataset, edition, parsed)
        progress("recording")
        store = self._workspace.store
        with store.write("list load", f"{dataset.name} {at.isoformat()}") as writer:
            added = writer.add_edition(edition, parts)
        log("list.loaded", dataset=dataset.name, edition=str(edition.published_on),
            statements=added.statements, already_held=added.already_held)  # fmt: skip
        progress("linking")
        # Also for what is held already: an earlier run may have ended before it got here.
        linked = link(self._workspace)
        held = replace(edition, parts=tuple(p.part for p in parts))
        return LoadReport(held, added, linked, len(store.transactions()))

    def _files(self, dataset: Dataset, paths: Sequence[Path]) -> list[SourceFile]:
        if not paths:
            if dataset.compiled:
                from interdict.lists.bundled.statements import bundled_files

                return list(bundled_files())
            raise InvalidInput(f"{dataset.name}: name the files of the edition, or their folder")
        return [_source(path) for path in _expanded(paths)]

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
        known = catalog.datasets()
        if name is not None:
            wanted = [catalog.find(name)[0].name]
        else:
            wanted = sorted(set(view.datasets()) | set(known))
        return [self._status(view, times, known[n], programmes) for n in wanted if n in known]

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

    def diff(self, name: str, before: date, after: date, times: Times) -> ListDiff:
        """What changed on a list between two dates, by the editions that answer them.

        Raises:
            NotFound: if there is no such list.
            InvalidInput: if no edition covers one of the dates.
        """
        dataset, _ = catalog.find(name)
        only = frozenset({dataset.name})
        views = [self._workspace.view(replace(times, as_of=day), only) for day in (before, after)]
        covers = [view.coverage(dataset.name) for view in views]
        for day, coverage in zip((before, after), covers, strict=True):
            if coverage.status != "covered":
                raise InvalidInput(
                    f"{dataset.name}: no edition on or before {day} is held "
                    f"({coverage.status.replace('_', ' ')}). See: interdict list status"
                )
        old, new = views
        began, ended = new.changes(old, dataset.name)
        return _diff(dataset.name, covers[0].edition, covers[1].edition, old, new, began, ended)


def _diff(
    dataset: str,
    on_old: PartialDate | None,
    on_new: PartialDate | None,
    old: View,
    new: View,
    began: Sequence[Statement],
    ended: Sequence[Statement],
) -> ListDiff:
    touched: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for at, statements in enumerate((began, ended)):
        for statement in statements:
            touched.setdefault(statement.record_id, ([], []))[at].append(statement)
    added, removed, changed = [], [], []
    for record_id, (begins, ends) in sorted(touched.items(), key=lambda kv: _numeric(kv[0])):
        party = f"{dataset}-{record_id}"
        was, now = old.entity(party), new.entity(party)
        if was is None and now is not None:
            added.append((record_id, now.caption))
        elif was is not None and now is None:
            removed.append((record_id, was.caption))
        elif now is not None:
            changed.append(Change(record_id, now.caption, tuple(begins), tuple(ends)))
    return ListDiff(dataset, on_old, on_new, tuple(added), tuple(removed), tuple(changed))


def _numeric(record_id: str) -> tuple[int, str]:
    return (int(record_id), "") if record_id.isdigit() else (1 << 62, record_id)


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


def _expanded(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and p.name[0] != ".")
            if not inside:
                raise InvalidInput(f"{path}: the folder is empty")
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise InvalidInput(f"{path}: there is no such file or folder")
    return found


def _source(path: Path) -> SourceFile:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise ReadError(f"{size:,} bytes are more than any list has", file=path.name)
        return SourceFile(path.name, path.read_bytes())
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", file=str(path)) from error
