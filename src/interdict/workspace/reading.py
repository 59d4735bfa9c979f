"""One file on its way into the record: read, extracted, grounded. Pure but for opening it.

What happens here can happen in any process; only what comes out of it is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from interdict.claims.extract import extract
from interdict.claims.gazetteer import Gazetteer, GazetteerEntry
from interdict.claims.vocabulary import RegimeNames
from interdict.documents.catalog import Readings, read_documents
from interdict.errors import ReadError
from interdict.model.claim import Claim
from interdict.model.source import Document, DocumentKind
from interdict.reconcile.ground import Grounded, ground
from interdict.store.documents import described

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
class ReadDocument:
    """A document of a file as it is to be held; `grounded` is None if it is held already."""

    document: Document
    digest: str
    grounded: Grounded | None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What came of a file: its documents in order, and why others of it cannot be read."""

    name: str
    documents: tuple[ReadDocument, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extraction:
    """What reading needs to know; the same for every file of a run.

    `held` maps documents of the record (sha256) to the digest of their metadata: they are not
    extracted again. With `spans_only` nothing of a text is kept but what claims quote.
    """

    names: Sequence[GazetteerEntry] = ()
    regimes: Sequence[RegimeNames] = ()
    attested: Attested = Attested()
    spans_only: bool = False
    held: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Its names, as mentions of them are found."""
        return Gazetteer(self.names)

    def read(self, path: Path) -> ReadFile:
        """Everything that a file holds. Never raises: a broken file is reported."""
        try:
            found = load_all(path)
        except ReadError as error:
            return ReadFile(path.name, errors=(str(error),))
        except Exception as error:  # one file must not end the reading of ten thousand
            return ReadFile(path.name, errors=(_fault(path.name, error),))
        documents, errors = [], [str(error) for error in found.errors]
        for document in found.documents:
            try:
                documents.append(self._one(self.attested.applied(document)))
            except Exception as error:
                errors.append(_fault(document.file_name, error))
        return ReadFile(path.name, tuple(documents), tuple(errors))

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a document, tied to it."""
        found = extract(document, gazetteer=self.gazetteer, regimes=self.regimes)
        return [replace(claim, document_id=document.sha256) for claim in found]

    def _one(self, document: Document) -> ReadDocument:
        kept = without_text(document) if self.spans_only else document
        digest = metadata_digest(kept)
        if self.held.get(document.sha256) == digest:
            return ReadDocument(kept, digest, None)
        return ReadDocument(kept, digest, ground(document, self.claims(document)))


def metadata_digest(document: Document) -> str:
    """Identifies a reading of a document's bytes, whatever the file is called."""
    fields = described(document)
    del fields["file_name"]
    return blake2b(json.dumps(fields, sort_keys=True).encode(), digest_size=16).hexdigest()


def without_text(document: Document) -> Document:
    """The document as one is held of which only quoted spans are kept (record.md, 7)."""
    return replace(document, raw="", text="", title=None)


def load_all(path: Path) -> Readings:
    """Reads one file from disk, which may hold several documents.

    Raises:
        ReadError: if it cannot be opened, or not be read as documents.
    """
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise ReadError("more than 20 MB: not a single document", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", file=str(path)) from error
    return read_documents(data, file_name=path.name)


def loaded(path: Path) -> Iterator[Document]:
    """Every document of a file.

    Raises:
        ReadError: if the file, or one document of it, cannot be read.
    """
    found = load_all(path)
    yield from found.documents
    if found.errors:
        raise found.errors[0]


def _fault(name: str, error: Exception) -> str:
    return f"{name}: could not be read for a fault in Interdict ({type(error).__name__}: {error})"
