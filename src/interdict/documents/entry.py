"""One document among several of a file, or inside a record of named fields.

Its raw text is its body as the field holds it, so that offsets count in that field; below
stand its other fields, one line each, so that nothing that it says is lost.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from interdict.documents.addresses import is_address, url_kind
from interdict.documents.catalog import choose
from interdict.documents.layout import Noise, Passage, document, reprint, wrap
from interdict.documents.source import Head, Source
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

_WRAPPERS = frozenset({"json", "jsonl", "feed", "mail", "register_text"})
"""What a body inside a record is never taken for."""

_TAGS = re.compile(r"</(?:p|b|i|a|em|strong|div|span|h[1-6]|li|ul|blockquote)>|<br ?/?>", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record says of a document; `fields` are the others, as they are to be kept.

    A field's name is a kind of noise (`title`, `unknown_field:mood`).
    """

    body: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    image: str | None = None
    identifiers: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def read_entry(entry: Entry, *, container: str, file_name: str, place: str | None) -> Document:
    """The document of an entry.

    Args:
        entry: what its record says.
        container: NAME of the reader.
        file_name: of the file that holds it.
        place: where in the file, appended to its name; None if it is all of the file.

    Raises:
        ReadError: if there is neither a body nor a title.
    """
    name = file_name if place is None else f"{file_name}#{place}"
    raw, spans = _raw_text(entry)
    source = Source(raw, name, hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest())
    title, noise = None, []
    for start, end, kind in spans:
        if kind == "title" and not entry.body.lstrip().startswith(entry.title or "\0"):
            title = Passage.of("title", raw, end - len(entry.title or ""), end)
            end -= len(entry.title or "")
        noise.append((start, end, kind))
    body = Source(entry.body, name, source.sha256, within=container)
    read = wrap(
        _read_body(body, container),
        source,
        container=container,
        body_start=0,
        lead=[title] if title else [],
        noise=noise,
    )
    if not read.text:
        raise ReadError("an entry without a text.", file=name)
    return _with_fields(read, entry, container)


def _raw_text(entry: Entry) -> tuple[str, list[Noise]]:
    """Body and fields, and where in it each field stands with its name."""
    raw = entry.body
    spans: list[Noise] = []
    told = {"title": entry.title} if entry.title else {}
    for kind, value in (told | dict(entry.fields)).items():
        raw += "\n" if spans else ("\n\n" if raw else "")
        start = len(raw)
        raw += f"{kind.partition(':')[2] or kind}: {value}"
        spans.append((start, len(raw), kind))
    return raw, spans


def _read_body(source: Source, container: str) -> Document:
    if not source.raw.strip():
        return document(source, container=container, kind=DocumentKind.NEWS, passages=[], noise=[])
    # Collections carry pages cut into pieces: such a piece may well start with a word.
    head = Head.of(f"<html>{source.raw}" if _TAGS.search(source.raw) else source.raw)
    reader, _ = choose(head, excluding=_WRAPPERS)
    inner = reader.read(source)
    return reprint(inner, DocumentKind.NEWS) if inner.kind is DocumentKind.FR_NOTICE else inner


def _with_fields(read: Document, entry: Entry, container: str) -> Document:
    url = entry.url if entry.url and is_address(entry.url) else None
    return replace(
        read,
        title=entry.title or read.title,
        authors=entry.authors or read.authors,
        published=entry.published or read.published,
        published_from=container if entry.published else read.published_from,
        publisher=entry.publisher or read.publisher,
        publisher_from=container if entry.publisher else read.publisher_from,
        url=url or read.url,
        url_kind=url_kind(url) if url else read.url_kind,
        language=entry.language or read.language,
        categories=entry.categories or read.categories,
        image=entry.image or read.image,
        identifiers=entry.identifiers or read.identifiers,
    )
