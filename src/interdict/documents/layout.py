"""Passages found in the raw text are laid out as a document's text, with the way back.

A reader says which stretches of the raw text are to be read (`Passage`) and which are not
(`Noise`); `lay_out` joins the former with blank lines and keeps a segment for every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from interdict.documents.source import Source
from interdict.model.source import Block, Document, DocumentKind, Segment

Noise = tuple[int, int, str]
"""`[start, end)` of the raw text that is not read, and what it is."""

JOIN = "\n\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a passage that stand together in the raw text, from `raw_start`."""

    raw_start: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One block to be read: its kind (`model.source.Block`) and its runs, in order.

    Nearly always one run; more where the container escapes or folds the text.
    """

    kind: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, kind: str, raw: str, start: int, end: int) -> Passage:
        """The passage `raw[start:end]`, character by character."""
        return cls(kind, (Run(start, raw[start:end]),))

    @property
    def text(self) -> str:
        """What there is to read."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's text, the segments that lead back to raw, and its blocks."""

    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]


def lay_out(passages: Iterable[Passage]) -> Layout:
    """Joins passages with blank lines; a passage without characters is left out."""
    parts: list[str] = []
    segments: list[Segment] = []
    blocks: list[Block] = []
    at = 0
    for passage in passages:
        if not passage.text:
            continue
        if blocks:
            parts.append(JOIN)
            at += len(JOIN)
        start = at
        for run in passage.runs:
            if run.text:
                segments.append(Segment(at, run.raw_start, len(run.text)))
                parts.append(run.text)
                at += len(run.text)
        blocks.append(Block(passage.kind, start, at))
    return Layout("".join(parts), tuple(segments), tuple(blocks))


def carve(
    start: int, end: int, kind: str, out: Iterable[tuple[int, int, str | None]] = ()
) -> list[Noise]:
    """Noise over `[start, end)`, save the spans in `out`.

    A span in `out` becomes noise of its own kind; with None it is not noise at all.
    """
    noise: list[Noise] = []
    at = start
    for inner_start, inner_end, inner_kind in sorted(out, key=lambda span: span[:2]):
        if at < inner_start:
            noise.append((at, inner_start, kind))
        if inner_kind is not None:
            noise.append((inner_start, inner_end, inner_kind))
        at = max(at, inner_end)
    if at < end:
        noise.append((at, end, kind))
    return noise


def document(
    source: Source,
    *,
    container: str,
    kind: DocumentKind,
    passages: Sequence[Passage],
    noise: Iterable[Noise],
) -> Document:
    """A document without metadata; the reader adds what the container gives."""
    laid = lay_out(passages)
    return Document(
        sha256=source.sha256,
        file_name=source.file_name,
        container=container,
        kind=kind,
        raw=source.raw,
        text=laid.text,
        segments=laid.segments,
        blocks=laid.blocks,
        noise=tuple(sorted(noise)),
    )


def wrap(
    inner: Document,
    source: Source,
    *,
    container: str,
    body_start: int,
    lead: Sequence[Passage] = (),
    noise: Iterable[Noise] = (),
) -> Document:
    """The document of a container around a body that another reader has read.

    Args:
        inner: the body's document; its offsets count from the start of the body.
        source: the whole file.
        container: NAME of the wrapping container.
        body_start: where the body starts in the whole file.
        lead: passages of the wrapper, to be read before the body.
        noise: spans of the wrapper that are not read.

    Returns:
        The inner document with all offsets moved to the whole file. Where `lead` has a
        title, the body's own title becomes a heading.
    """
    laid = lay_out(lead)
    shift = len(laid.text) + len(JOIN) if laid.text and inner.text else len(laid.text)
    titled = any(passage.kind == "title" for passage in lead)
    blocks = tuple(
        Block("heading" if titled and b.kind == "title" else b.kind, b.start + shift, b.end + shift)
        for b in inner.blocks
    )
    segments = tuple(
        Segment(s.text_start + shift, s.raw_start + body_start, s.length) for s in inner.segments
    )
    moved = [(start + body_start, end + body_start, kind) for start, end, kind in inner.noise]
    return replace(
        inner,
        container=container,
        raw=source.raw,
        text=laid.text + (JOIN if laid.text and inner.text else "") + inner.text,
        segments=laid.segments + segments,
        blocks=laid.blocks + blocks,
        noise=tuple(sorted([*noise, *moved])),
    )


def dated(
    read: Document, published: str | None, origin: str, *, authors: tuple[str, ...] = ()
) -> Document:
    """The document with a date and where it was found; both None without a date."""
    return replace(
        read,
        published=published,
        published_from=origin if published else None,
        authors=authors or read.authors,
    )


def reprint(inner: Document, kind: DocumentKind) -> Document:
    """The same text, without what only its own publisher can give it; its numbers stay."""
    return replace(inner, kind=kind, publisher=None, publisher_from=None, citation=None)
