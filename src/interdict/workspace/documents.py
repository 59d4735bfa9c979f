"""Documents in a workspace: read them into claims, look at claims, take a document back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from interdict.claims.extract import extract
from interdict.claims.gazetteer import Gazetteer, GazetteerEntry
from interdict.claims.vocabulary import RegimeNames
from interdict.documents.catalog import read_document
from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.logs import log
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate
from interdict.model.source import Document, DocumentKind
from interdict.reconcile.ground import NameTable, ground
from interdict.store.base import HeldDocument, View
from interdict.workspace.linking import link
from interdict.workspace.root import Workspace

MAX_DOCUMENT_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Attested:
    """What the caller says of a document: it takes the place of what the document says.

    A release is the issuer's word only because somebody attests `kind` and `publisher`.
    """

    published: str | None = None
    publisher: str | None = None
    kind: DocumentKind | None = None

    def applied(self, document: Document) -> Document:
        """The document with what is attested; `published_from` then says `user`."""
        if self.published is not None:
            document = replace(document, published=self.published, published_from="user")
        if self.publisher is not None:
            document = replace(document, publisher=self.publisher, publisher_from="user")
        if self.kind is not None:
            document = replace(document, kind=self.kind)
        return document


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of one file: `added`, `already_held` or `failed` with the reason."""

    file: str
    outcome: str
    document: Document | None = None
    n_claims: int = 0
    error: str | None = None


class Documents:
    """Documents of a workspace; `Workspace.documents` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(self, paths: Sequence[Path], attested: Attested = Attested()) -> Iterator[ReadReport]:
        """Reads files (or folders of files) into the record, each in a transaction of its own.

        A file that cannot be read is reported and harms no other. Reading a file again adds
        nothing, unless other metadata are attested.

        Raises:
            InvalidInput: if a path does not exist, or an attested date is no date.
        """
        _checked(attested)
        for path in files_of(paths):
            yield self._read_one(path, attested)
        # Also when nothing was added: an earlier run may have ended before it got here.
        link(self._workspace)

    def _read_one(self, path: Path, attested: Attested) -> ReadReport:
        try:
            document = attested.applied(load(path))
            grounded = ground(document, self._extracted(document))
            with self._workspace.store.write("read", path.name) as writer:
                added = writer.add_document(document, grounded.claims, grounded.statements)
        except ReadError as error:
            log("document.failed", file=path.name, error=str(error))
            return ReadReport(path.name, "failed", error=str(error))
        outcome = "already_held" if added.already_held else "added"
        log("document.read", file=path.name, outcome=outcome, claims=len(grounded.claims))
        return ReadReport(path.name, outcome, document, len(grounded.claims))

    def claims(
        self, paths: Sequence[Path], attested: Attested = Attested()
    ) -> Iterator[tuple[Document, list[Claim]]]:
        """Extracts claims and leaves the record untouched.

        Raises:
            ReadError: at the first file that cannot be read.
        """
        _checked(attested)
        for path in files_of(paths):
            document = attested.applied(load(path))
            yield document, self._extracted(document)

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

    def _extracted(self, document: Document) -> list[Claim]:
        found = extract(document, gazetteer=self._gazetteer, regimes=self._regime_names)
        return [replace(claim, document_id=document.sha256) for claim in found]

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        """Names of the record's parties, as they stood when the first document was read.

        Fixed for a run, so that the order of the files does not change what is found.
        """
        if not self._workspace.config.database.exists():
            return Gazetteer()
        table = NameTable(self._everything)
        return Gazetteer(GazetteerEntry(name, e, schema) for name, e, schema in table.listed())

    @cached_property
    def _regime_names(self) -> list[RegimeNames]:
        return [
            RegimeNames(
                key=regime.key,
                authority=regime.issuer,
                names=tuple(name for name in regime.names if not name.isupper()),
                acronyms=tuple(name for name in regime.names if name.isupper()),
            )
            for regime in self._workspace.regimes.values()
        ]


def load(path: Path) -> Document:
    """Reads one file from disk.

    Raises:
        ReadError: if it cannot be read as a document.
    """
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise ReadError("more than 20 MB: not a single document", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", file=str(path)) from error
    return read_document(data, file_name=path.name)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named (not below them), without repeats.

    Raises:
        InvalidInput: if a path does not exist, or nothing is there to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update((p, None) for p in sorted(path.iterdir()) if p.is_file())
        elif path.exists():
            found[path] = None
        else:
            raise InvalidInput(f"{path}: there is no such file or folder")
    kept = [path for path in found if not path.name.startswith(".")]
    if not kept:
        raise InvalidInput("there is no file to read")
    return kept


def _checked(attested: Attested) -> None:
    if attested.published is not None:
        PartialDate.parse(attested.published)
