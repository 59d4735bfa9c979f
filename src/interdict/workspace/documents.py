"""Documents in a workspace: read them into claims, look at claims, take a document back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from interdict.claims.gazetteer import GazetteerEntry
from interdict.claims.vocabulary import RegimeNames
from interdict.documents.places import FilePlaces
from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.logs import log
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate
from interdict.model.source import Document
from interdict.reconcile.ground import NameTable
from interdict.store.base import HeldDocument, View
from interdict.workspace.linking import link
from interdict.workspace.parallel import read_files
from interdict.workspace.reading import (
    Attested,
    Extraction,
    ReadDocument,
    load_all,
    loaded,
    metadata_digest,
)
from interdict.workspace.root import Workspace

__all__ = ["Attested", "Documents", "HowToRead", "ReadReport", "files_of", "not_read"]


@dataclass(frozen=True, slots=True)
class HowToRead:
    """How files are read.

    `workers` processes read at once. Documents that are held (the same bytes, the same
    metadata) are left alone, but with `again`. `spans_only` keeps of a text nothing but what
    claims quote, from the start.
    """

    workers: int = 1
    again: bool = False
    spans_only: bool = False


_AS_IT_SAYS = Attested()
_PLAINLY = HowToRead()
_SHOWN = 3
"""So many folders are named in a message."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of one document: `added`, `already_held` or `failed` with the reason.

    `file` is its file, with its place there if the file holds several. `n_claims` is None
    where it was held and not extracted again.
    """

    file: str
    outcome: str
    document: Document | None = None
    n_claims: int | None = 0
    error: str | None = None


class Documents:
    """Documents of a workspace; `Workspace.documents` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(
        self,
        paths: Sequence[Path],
        attested: Attested = _AS_IT_SAYS,
        how: HowToRead = _PLAINLY,
    ) -> Iterator[ReadReport]:
        """Reads files (or folders of files) into the record, each document in a transaction.

        A file that cannot be read is reported and harms no other. Reading a file again adds
        nothing, unless other metadata are attested; a run that was broken off goes on where
        it ended. Reports come in the order of the files.

        Raises:
            InvalidInput: if a path does not exist, or an attested date is no date.
        """
        _checked(attested)
        files = files_of(paths)
        spans_only = how.spans_only or self._workspace.config.spans_only
        extraction = replace(
            self.extraction,
            attested=attested,
            spans_only=spans_only,
            held={} if how.again else self._held(),
        )
        written = dict(extraction.held)
        for read in read_files(files, extraction, workers=how.workers):
            for error in read.errors:
                log("document.failed", file=read.name, error=error)
                yield ReadReport(read.name, "failed", error=error)
            for one in read.documents:
                yield self._written(one, written)
        # Also when nothing was added: an earlier run may have ended before it got here.
        link(self._workspace, self.names)

    def _written(self, read: ReadDocument, written: dict[str, str]) -> ReadReport:
        document, grounded = read.document, read.grounded
        if grounded is None or written.get(document.sha256) == read.digest:
            log("document.read", file=document.file_name, outcome="already_held")
            return ReadReport(document.file_name, "already_held", document, None)
        with self._workspace.store.write("read", document.file_name) as writer:
            added = writer.add_document(document, grounded.claims, grounded.statements)
        written[document.sha256] = read.digest
        n_claims = len(grounded.claims)
        outcome = "already_held" if added.already_held else "added"
        log("document.read", file=document.file_name, outcome=outcome, claims=n_claims)
        return ReadReport(document.file_name, outcome, document, n_claims)

    def _held(self) -> dict[str, str]:
        """sha256 of every document that stands in the record -> digest of its metadata."""
        if not self._workspace.config.database.exists():
            return {}
        return {
            held.document.sha256: metadata_digest(held.document)
            for held in self._everything.documents()
            if held.withdrawn is None
        }

    def claims(
        self, paths: Sequence[Path], attested: Attested = _AS_IT_SAYS
    ) -> Iterator[tuple[Document, list[Claim]]]:
        """Extracts claims and leaves the record untouched.

        Raises:
            ReadError: at the first file that cannot be read.
        """
        _checked(attested)
        for path in files_of(paths):
            for document in loaded(path):
                read = attested.applied(document)
                yield read, self.extraction.claims(read)

    def claims_in_files(
        self, paths: Sequence[Path], attested: Attested = _AS_IT_SAYS
    ) -> Iterator[tuple[Document, list[Claim], FilePlaces] | ReadError]:
        """Extracts claims as `claims` does, each document with the places of its file.

        These lead from offsets in the document's raw text to offsets in the text of the file,
        which is another where the file holds several documents. In place of what cannot be
        read stands why: one broken document harms no other.
        """
        _checked(attested)
        for path in files_of(paths):
            try:
                found = load_all(path)
            except ReadError as error:
                yield error
                continue
            places = FilePlaces(path.read_bytes(), path.name)
            for document in found.documents:
                read = attested.applied(document)
                yield read, self.extraction.claims(read), places
            yield from found.errors

    def withdraw(self, reference: str, *, reason: str, by: str, shred: bool) -> HeldDocument:
        """Takes a document back, by file name, hash or the beginning of its hash.

        Raises:
            NotFound: if no document answers to the reference.
            InvalidInput: if several do.
        """
        held = self.find(reference)
        if held.withdrawn is not None and not shred:
            raise InvalidInput(f"{held.document.file_name} is withdrawn already: {held.withdrawn}")
        with self._workspace.store.write("withdraw", held.document.file_name) as writer:
            writer.withdraw(held.document.sha256, reason=reason, by=by, shred=shred)
        log("document.withdrawn", file=held.document.file_name, by=by, shredded=shred)
        return held

    def find(self, reference: str) -> HeldDocument:
        """The held document of that file name or hash (or the beginning of it).

        Raises:
            NotFound: if there is none.
            InvalidInput: if several answer.
        """
        found = [
            held
            for held in self._everything.documents()
            if reference in (held.document.file_name, held.document.sha256)
            or (len(reference) >= 8 and held.document.sha256.startswith(reference))
        ]
        if not found:
            raise NotFound(f"no document {reference!r} is held. Give its file name or its sha256.")
        if len(found) > 1:
            hashes = ", ".join(held.document.sha256[:12] for held in found)
            raise InvalidInput(f"{reference!r} names {len(found)} documents; give a hash: {hashes}")
        return found[0]

    @property
    def _everything(self) -> View:
        return self._workspace.record.everything()

    @cached_property
    def names(self) -> NameTable | None:
        """Names of the record's parties, as they stood when the first document was read.

        Fixed for a run, so that the order of the files does not change what is found.
        """
        return NameTable(self._everything) if self._workspace.config.database.exists() else None

    @cached_property
    def extraction(self) -> Extraction:
        """What documents are read with: the names of the record, and the programmes."""
        listed = () if self.names is None else self.names.listed()
        names = [GazetteerEntry(name, e, schema) for name, e, schema in listed]
        regimes = [
            RegimeNames(
                key=regime.key,
                authority=regime.issuer,
                names=tuple(name for name in regime.names if not name.isupper()),
                acronyms=tuple(name for name in regime.names if name.isupper()),
            )
            for regime in self._workspace.regimes.values()
        ]
        return Extraction(names, regimes)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named (not below them), without repeats.

    Raises:
        InvalidInput: if a path does not exist, or nothing is there to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            # A link that leads nowhere is no folder: it is reported when it is opened.
            found.update((p, None) for p in sorted(path.iterdir()) if not p.is_dir())
        elif path.exists():
            found[path] = None
        else:
            raise InvalidInput(f"{path}: there is no such file or folder")
    kept = [path for path in found if not path.name.startswith(".")]
    if not kept:
        raise InvalidInput("; ".join(filter(None, ["there is no file to read", not_read(paths)])))
    return kept


def folders_below(paths: Sequence[Path]) -> list[Path]:
    """The folders in the folders named, which are not read: they may hold anything."""
    return [
        below
        for path in paths
        if path.is_dir()
        for below in sorted(path.iterdir())
        if below.is_dir() and not below.name.startswith(".") and below not in paths
    ]


def not_read(paths: Sequence[Path]) -> str | None:
    """A word on folders below those named, None if there are none."""
    below = folders_below(paths)
    return f"folders below are not read, name them: {_few(below)}" if below else None


def _few(folders: Sequence[Path]) -> str:
    shown = ", ".join(str(folder) for folder in folders[:_SHOWN])
    more = len(folders) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _checked(attested: Attested) -> None:
    if attested.published is not None:
        PartialDate.parse(attested.published)
