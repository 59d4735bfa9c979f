"""Which readers there are, and which of them reads a file."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import cast

from interdict.documents import containers
from interdict.documents.decoding import decode
from interdict.documents.foreign import foreign_format
from interdict.documents.language import guess_language
from interdict.documents.source import Bundle, Head, Reader, Source
from interdict.errors import ConfigError, ReadError
from interdict.model.source import Document

ENTRY_POINT_GROUP = "interdict.readers"

FALLBACK_SCORE = 0.1
"""A reader that sniffs no higher than this knows only that the text is a text."""


@cache
def readers() -> MappingProxyType[str, Reader]:
    """Every reader by its NAME: the modules of `containers`, then entry points; sorted.

    Raises:
        ConfigError: if an entry point loads something that is not a reader, or whose NAME
            is taken.
    """
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(containers.__path__, f"{containers.__name__}."):
        _enter(found, importlib.import_module(module.name), module.name)
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name):
        _enter(found, point.load(), point.value)
    return MappingProxyType(dict(sorted(found.items())))


def choose(head: Head, *, excluding: Collection[str] = ()) -> tuple[Reader, float]:
    """The reader that sniffs highest, and its score; of equals the first by name."""
    scores = [
        (reader, reader.sniff(head)) for name, reader in readers().items() if name not in excluding
    ]
    return max(scores, key=lambda scored: scored[1])


@dataclass(frozen=True, slots=True)
class Readings:
    """What a file holds: its documents in order, and why others of it cannot be read."""

    documents: tuple[Document, ...]
    errors: tuple[ReadError, ...] = ()


def read_documents(data: bytes, *, file_name: str) -> Readings:
    """Reads one file, which may hold several documents (a feed, JSON lines).

    Args:
        data: the file's bytes.
        file_name: its name, for the documents and for messages.

    Returns:
        Its documents, at least one or an error. What a container does not give is None or
        empty: nothing is guessed but the language.

    Raises:
        ReadError: if the file is empty, too large, binary, of a format that is not read, or
            not what its container demands.
    """
    raw = decode(data, file_name=file_name)
    head = Head.of(raw)
    reader, score = choose(head)
    foreign = foreign_format(head) if score <= FALLBACK_SCORE else None
    if foreign is not None:
        raise ReadError(
            f"this is {foreign}, which is not read.",
            file=file_name,
            hint="Save the text of the document and read that.",
        )
    source = Source(raw, file_name, hashlib.sha256(data).hexdigest(), data=data)
    if not isinstance(reader, Bundle):
        return Readings((_finished(reader.read(source), reader.NAME, file_name),))
    found = list(reader.entries(source))
    return Readings(
        tuple(_finished(one, reader.NAME, file_name) for one in found if isinstance(one, Document)),
        tuple(one for one in found if isinstance(one, ReadError)),
    )


def read_document(data: bytes, *, file_name: str) -> Document:
    """Reads a file that holds one document.

    Raises:
        ReadError: as `read_documents`; also if the file holds several documents.
    """
    found = read_documents(data, file_name=file_name)
    if found.errors:
        raise found.errors[0]
    if len(found.documents) != 1:
        raise ReadError(
            f"the file holds {len(found.documents)} documents.",
            file=file_name,
            hint="Read it with `read_documents`.",
        )
    return found.documents[0]


def _finished(document: Document, container: str, file_name: str) -> Document:
    """The document, with its language guessed where nothing names it.

    Raises:
        ReadError: if there is no text in it.
    """
    if not document.text.strip():
        raise ReadError(
            f"nothing to read: the file holds a {container} container without a text.",
            file=file_name,
            hint="Check that the body was saved with it.",
        )
    if document.language is None:
        return replace(document, language=guess_language(document.text))
    return document


def _enter(found: dict[str, Reader], candidate: object, origin: str) -> None:
    name = getattr(candidate, "NAME", None)
    if not isinstance(name, str) or not all(
        callable(getattr(candidate, verb, None)) for verb in ("sniff", "read")
    ):
        raise ConfigError(f"{origin} is not a reader: it needs NAME, sniff(head) and read(source).")
    if name in found:
        raise ConfigError(f"{origin}: the reader name {name!r} is taken. Give it another NAME.")
    found[name] = cast(Reader, candidate)
