"""Which readers there are, and which of them reads a file."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import cast

from interdict.documents import containers
from interdict.documents.decoding import decode
from interdict.documents.foreign import foreign_format
from interdict.documents.language import guess_language
from interdict.documents.source import Head, Reader, Source
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


def read_document(data: bytes, *, file_name: str) -> Document:
    """Reads one file.

    Args:
        data: the file's bytes.
        file_name: its name, for the document and for messages.

    Returns:
        The document. What its container does not give is None or empty: nothing is guessed
        but the language.

    Raises:
        ReadError: if the file is empty, too large, binary, of a format that is not read yet,
            not what its container demands, or without any text to read.
    """
    raw = decode(data, file_name=file_name)
    head = Head.of(raw)
    reader, score = choose(head)
    foreign = foreign_format(head) if score <= FALLBACK_SCORE else None
    if foreign is not None:
        raise ReadError(
            f"this is {foreign}, which is not read yet.",
            file=file_name,
            hint="Save the text of the document and read that.",
        )
    source = Source(raw, file_name, hashlib.sha256(data).hexdigest())
    document = reader.read(source)
    if not document.text:
        raise ReadError(
            f"nothing to read: the file holds a {reader.NAME} container without a text.",
            file=file_name,
            hint="Check that the body was saved with it.",
        )
    if document.language is None:
        document = replace(document, language=guess_language(document.text))
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
