"""Lists from their publishers: fetched, kept byte for byte, and recorded as they are published.

Each source stands for itself: whatever goes wrong with one is its outcome, told with its
cause, and neither the record nor another source is touched by it.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from interdict.errors import InterdictError, InvalidInput
from interdict.lists.parsing import SourceFile
from interdict.logs import log
from interdict.model.plain import plain
from interdict.workspace.fetching.archive import Archive
from interdict.workspace.fetching.book import FOLDER, Book, FetchedFile, SourceState
from interdict.workspace.fetching.content import check_form
from interdict.workspace.fetching.edition import (
    HeldBack,
    Seen,
    held_officially,
    latest_published,
    record_fetched,
)
from interdict.workspace.fetching.http import Download, FetchFailed, Validators, http_date
from interdict.workspace.fetching.network import Clock, Limits, Network
from interdict.workspace.fetching.partial import Partial
from interdict.workspace.fetching.sources import RemoteFile, Source
from interdict.workspace.root import Workspace

FETCHED = "fetched"
UNCHANGED = "unchanged"
DEFERRED = "deferred"
HELD_BACK = "held back"
FAILED = "failed"

TROUBLED = frozenset((HELD_BACK, FAILED))
"""Outcomes that somebody should look at."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    `status` is `fetched` (an edition was recorded), `unchanged` (the latest is held),
    `deferred` (the publisher asked to be left alone until later), `held back` (much smaller
    than before) or `failed`. `cause` says why, or what else is to be known; `n_bytes` counts
    what was transferred; `edition` and `statements_added` are of the edition, where there is one.
    """

    dataset: str
    format: str
    status: str
    cause: str = ""
    edition: date | None = None
    statements_added: int = 0
    n_bytes: int = 0
    held_at: int | None = None


class Fetching:
    """Fetches the lists of one workspace."""

    def __init__(
        self, workspace: Workspace, network: Network, clock: Clock, limits: Limits | None = None
    ) -> None:
        self._workspace = workspace
        self._network = network
        self._clock = clock
        self._limits = limits or Limits()
        self._folder = workspace.config.workspace / FOLDER
        self._archive = Archive(self._folder)
        self._book = Book(self._folder)

    def run(
        self,
        sources: Sequence[Source],
        *,
        accept: bool = False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> list[Outcome]:
        """Fetches the sources one after another; one outcome for each, in their order.

        Args:
            accept: records editions also if they have shrunk beyond their bounds.

        Raises:
            InvalidInput: if lists are being fetched into this workspace already.
        """
        with self._alone():
            return [self._one(source, accept, progress) for source in sources]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Only one process fetches into a workspace; the lock ends with its process."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InvalidInput(
                    f"{self._folder}: lists are being fetched here already; wait for it to end"
                ) from None
            yield

    def _one(self, source: Source, accept: bool, progress: Callable[[str], None]) -> Outcome:
        """One source: its outcome, its state and its line of the history, whatever happens."""
        now = self._clock.now()
        fetch = _Fetch(source, now)
        try:
            fetch.state = before = self._book.state(source.dataset, source.format)
            if before.retry_at is not None and now < before.retry_at:
                until = f"not to be asked again before {before.retry_at:%Y-%m-%d %H:%M} UTC"
                return self._noted(fetch, fetch.outcome(DEFERRED, until))
            outcome = self._fetched(fetch, accept, progress)
        except HeldBack as error:
            outcome = fetch.outcome(HELD_BACK, str(error))
        except FetchFailed as error:
            fetch.retry_at = error.retry_at
            outcome = fetch.outcome(FAILED, str(error))
        except InterdictError as error:
            outcome = fetch.outcome(FAILED, str(error))
        except Exception as error:
            # What others send may break a reader anywhere; it must not take the other lists along.
            outcome = fetch.outcome(FAILED, f"unexpected {type(error).__name__}: {error}")
        self._book.keep(_after(fetch, outcome))
        return self._noted(fetch, outcome)

    def _noted(self, fetch: _Fetch, outcome: Outcome) -> Outcome:
        """The outcome, written into the history."""
        log("list.fetch", dataset=outcome.dataset, status=outcome.status, cause=outcome.cause)
        self._book.note({"at": fetch.at, **plain(outcome), "files": fetch.answered})
        return outcome

    def _fetched(self, fetch: _Fetch, accept: bool, progress: Callable[[str], None]) -> Outcome:
        """Downloads what has changed of a source, and records it if the record lacks it."""
        source = fetch.source
        contents = []
        for file in source.files:
            progress(f"{source.dataset}: fetching {file.name}")
            kept, data = self._file(fetch, file)
            fetch.files.append(kept)
            contents.append(SourceFile(file.name, data))
        hashes = [file.sha256 for file in contents]
        before = [file.sha256 for file in fetch.state.files]
        # Else an earlier run may have ended between recording the edition and linking its parties.
        settled = sorted(before) == sorted(hashes) and fetch.state.status != HELD_BACK
        if settled and held_officially(self._workspace, source.dataset, hashes):
            latest = latest_published(self._workspace, source.dataset)
            return fetch.outcome(UNCHANGED, edition=None if latest is None else latest.date())
        progress(f"{source.dataset}: recording")
        return self._recorded(fetch, contents, accept)

    def _file(self, fetch: _Fetch, file: RemoteFile) -> tuple[FetchedFile, bytes]:
        """One file of a source: what is kept of it, and its bytes (from the archive if unchanged).

        Raises:
            FetchFailed: if it cannot be had.
            ReadError: if it is not of its form; nothing of it is kept.
        """
        known = fetch.state.file(file.name)
        if known is not None and not self._archive.has(known.sha256):
            known = None
        partial = Partial(self._folder / "partial" / f"{fetch.source.key}.{file.name}")
        download = Download(
            file, fetch.source.hosts, partial, self._network, self._limits, self._clock
        )
        try:
            answer = download.get(Validators() if known is None else known.validators)
        except FetchFailed as error:
            raise FetchFailed(f"{file.name}: {error}", error.retry_at) from None
        fetch.answered.append({"name": file.name, "status": answer.status, "url": answer.url,
                               "attempts": answer.attempts, "headers": answer.headers})  # fmt: skip
        if answer.data is None and known is not None:
            fetch.answered[-1]["sha256"] = known.sha256
            return known, self._archive.get(known.sha256)
        data = answer.data or b""
        fetch.n_bytes += len(data)
        check_form(data, file.form, file.name)
        digest = self._archive.put(data)
        fetch.answered[-1]["sha256"] = digest
        kept = FetchedFile(
            file.name, answer.url, digest, len(data), self._clock.now(), answer.headers
        )
        return kept, data

    def _recorded(self, fetch: _Fetch, files: Sequence[SourceFile], accept: bool) -> Outcome:
        dataset = fetch.source.dataset
        before = latest_published(self._workspace, dataset)
        changes = [http_date(file.headers.get("last-modified", "")) for file in fetch.files]
        seen = Seen(
            max(file.fetched_at for file in fetch.files),
            max((change for change in changes if change is not None), default=None),
        )
        report = record_fetched(self._workspace, dataset, files, seen, accept=accept)
        on = report.edition.published_on
        older = before is not None and report.edition.published_at < before
        cause = f"older than the edition of {before:%Y-%m-%d} that is held" if older else ""
        return replace(
            fetch.outcome(UNCHANGED if report.added.already_held else FETCHED, cause, on),
            statements_added=report.added.statements,
            held_at=report.seq,
        )


class _Fetch:
    """One source on its way: what came of it so far."""

    def __init__(self, source: Source, at: datetime) -> None:
        self.source = source
        self.state = SourceState(source.dataset, source.format)
        self.at = at
        self.retry_at: datetime | None = None
        self.n_bytes = 0
        self.files: list[FetchedFile] = []
        self.answered: list[dict[str, object]] = []

    def outcome(self, status: str, cause: str = "", edition: date | None = None) -> Outcome:
        """The outcome, with what is known of the source."""
        return Outcome(self.source.dataset, self.source.format, status, cause, edition,
                       n_bytes=self.n_bytes)  # fmt: skip


def _after(fetch: _Fetch, outcome: Outcome) -> SourceState:
    """The state of a source after an outcome.

    Files that came are kept also where another failed: next time only that one is fetched.
    """
    failed = outcome.status in TROUBLED
    came = {file.name: file for file in (*fetch.state.files, *fetch.files)}
    edition = fetch.state.edition if outcome.edition is None else str(outcome.edition)
    return replace(
        fetch.state,
        status=outcome.status,
        cause=outcome.cause,
        last_fetch=fetch.at,
        last_success=fetch.state.last_success if failed else fetch.at,
        n_failures=fetch.state.n_failures + 1 if failed else 0,
        retry_at=fetch.retry_at,
        edition=edition,
        files=tuple(came.values()),
    )


def states_of(workspace: Path) -> list[SourceState]:
    """How fetching has gone in a workspace, for every source that was ever fetched.

    Raises:
        InvalidInput: if the file of a state cannot be read.
    """
    return Book(workspace / FOLDER).states()
