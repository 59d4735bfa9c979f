"""Files that were fetched, recorded as an edition of grade `official`.

The date of an edition is never guessed. It is what the files say; where they say the day only,
and the publisher changed them or they were fetched on that day, they were out by then. Files
without a date are dated by the publisher's Last-Modified, else by when they were fetched: so
much is certain, that the publisher gave them out at that time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from interdict.errors import InvalidInput
from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.logs import log
from interdict.model.dates import end_of_day
from interdict.model.source import Edition, Grade
from interdict.store.base import HeldEdition, PartContent
from interdict.workspace.linking import link
from interdict.workspace.list_bounds import accepted, shrunk
from interdict.workspace.list_programmes import with_unknown_programmes
from interdict.workspace.lists import LoadReport
from interdict.workspace.renumbering import link_renumbered
from interdict.workspace.root import Workspace

_INSTANT = timedelta(microseconds=1)
_LAST_ZONE = timezone(timedelta(hours=-12))
"""Where a day ends last on earth: a later instant of a civil day can be told on its clock."""

TOLERANCE = timedelta(days=1)
"""An edition may be dated so far ahead of the clock here: days begin earlier elsewhere."""


class HeldBack(InvalidInput):
    """An edition that is so much smaller than the one before that somebody has to accept it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """When an edition was out: as fetched, and as the publisher says that it was changed."""

    fetched_at: datetime
    last_modified: datetime | None


def held_officially(workspace: Workspace, dataset: str, hashes: Iterable[str]) -> bool:
    """Whether the latest edition held has exactly these files, as fetched from the publisher."""
    editions = _held(workspace, dataset)
    if not editions:
        return False
    latest = editions[-1].edition.published_at
    found = {
        part.sha256
        for held in editions
        for part in held.edition.parts
        if held.edition.published_at == latest and held.edition.grade is Grade.OFFICIAL
    }
    return found == set(hashes)


def latest_published(workspace: Workspace, dataset: str) -> datetime | None:
    """When the latest edition that is held was published; None if there is none."""
    editions = _held(workspace, dataset)
    return editions[-1].edition.published_at if editions else None


def record_fetched(
    workspace: Workspace,
    dataset_name: str,
    files: Sequence[SourceFile],
    seen: Seen,
    *,
    accept: bool,
) -> LoadReport:
    """Parses fetched files and records them as one edition, in one transaction.

    Args:
        accept: records the edition also if it has shrunk beyond its bounds.

    Raises:
        ReadError: if a file is broken; nothing is written then.
        InvalidInput: if the files lack the entries, or are dated in the future.
        HeldBack: if the edition is much smaller than the one before, and that is not accepted.
    """
    dataset, _ = catalog.find(dataset_name)
    parsed = catalog.parse_files(dataset.name, files)
    if not any(content.part.part == dataset.primary for content in parsed.parts):
        raise InvalidInput(f"{dataset.name}: what was fetched lacks the {dataset.primary}")
    held = _held(workspace, dataset.name)
    at = _free(_published_at(parsed, seen), parsed, held)
    edition = Edition(
        dataset.name, at, grade=Grade.OFFICIAL, primary=dataset.primary, own_dates=dataset.compiled
    )
    parts = _bounded(workspace, edition, parsed, accept)
    store = workspace.store
    with store.write("list fetch", f"{dataset.name} {at.isoformat()}") as writer:
        added = writer.add_edition(edition, parts)
    log("list.fetched", dataset=dataset.name, edition=str(edition.published_on),
        statements=added.statements, already_held=added.already_held)  # fmt: skip
    renumbered = 0 if dataset.compiled else link_renumbered(workspace, dataset.name, at)
    linked = link(workspace)
    recorded = replace(edition, parts=tuple(content.part for content in parts))
    return LoadReport(recorded, added, linked, len(store.transactions()), renumbered)


def _held(workspace: Workspace, dataset: str) -> list[HeldEdition]:
    return workspace.record.everything().editions(dataset)


def _published_at(parsed: ParsedEdition, seen: Seen) -> datetime:
    """When the edition was published, by the files first and the publisher's word next."""
    changed = seen.last_modified
    if changed is not None and changed > seen.fetched_at:
        changed = None  # a clock that is wrong, there or here
    told = parsed.published_at
    if told is None:
        return changed or seen.fetched_at
    if told.date() > (seen.fetched_at + TOLERANCE).date():
        raise InvalidInput(
            f"{parsed.dataset}: it says that it was published on {told.date()}, a day yet to come"
        )
    if told != end_of_day(told.date()):
        return told
    out = [moment for moment in (changed, seen.fetched_at) if moment is not None]
    return next((m for m in out if m.astimezone(UTC).date() == told.date()), told)


def _free(at: datetime, parsed: ParsedEdition, held: Sequence[HeldEdition]) -> datetime:
    """The edition's time, moved on within its day where something else is held there.

    Two cases: a list that was issued twice on a day that is all it says; and a file from disk
    (a `copy`, known to the end of its day), which has now come from the publisher itself.
    """
    hashes = {content.part.sha256 for content in parsed.parts}
    day = [one.edition for one in held if one.edition.published_on == at.date()]
    if not day:
        return at
    last = day[-1].published_at
    for edition in day:
        same = hashes <= {part.sha256 for part in edition.parts}
        if same and edition.grade is Grade.OFFICIAL and edition.published_at in (at, last):
            return edition.published_at  # all of it is held: nothing will be added
    end = end_of_day(at.date())
    later = [edition for edition in day if edition.published_at >= at]
    if all(e.grade is Grade.OFFICIAL and at < e.published_at < end for e in later):
        return at
    return _just_after(max(last, at))


def _just_after(moment: datetime) -> datetime:
    """The next instant, on a clock on which it is still the same day."""
    later = moment + _INSTANT
    if later.date() == moment.date():
        return later
    return (moment.astimezone(UTC) + _INSTANT).astimezone(_LAST_ZONE)


def _bounded(
    workspace: Workspace, edition: Edition, parsed: ParsedEdition, accept: bool
) -> list[PartContent]:
    """The parts, if they are of a size to be expected or accepted as they are.

    Raises:
        HeldBack: if one is much smaller than before, and that is not accepted.
    """
    parts = with_unknown_programmes(workspace.regimes, edition.dataset, parsed.parts)
    small = shrunk(workspace, edition, parts)
    if small and not accept:
        raise HeldBack(
            f"{'; '.join(map(str, small))}. Nothing was recorded, and what was in force stays so. "
            "If it is right: --accept"
        )
    return [accepted(content, small) for content in parts]
