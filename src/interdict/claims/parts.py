"""A very long document as several: what is read of one part does not wait for the others.

Names, focus and repetitions are compared within a document, which takes time that grows with
its square. A document of many megabytes is therefore read in parts of bounded length, cut
between blocks where possible, else at white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interdict.model.source import Block, Document, Segment

MAX_CHARS = 60_000
"""Length of a part, in code points: a long judgment or report is still read as one."""


def parts(doc: Document) -> Iterator[Document]:
    """The document itself, or parts of it whose offsets lead to the same raw text."""
    if len(doc.text) <= MAX_CHARS:
        yield doc
        return
    blocks = [piece for block in doc.blocks or _whole(doc) for piece in _cut(doc.text, block)]
    group: list[Block] = []
    for block in blocks:
        if group and block.end - group[0].start > MAX_CHARS:
            yield _part(doc, group)
            group = []
        group.append(block)
    if group:
        yield _part(doc, group)


def _whole(doc: Document) -> tuple[Block, ...]:
    return (Block("paragraph", 0, len(doc.text)),)


def _cut(text: str, block: Block) -> Iterator[Block]:
    """The block, cut at white space where it is longer than a part may be."""
    start = block.start
    while block.end - start > MAX_CHARS:
        limit = start + MAX_CHARS
        space = text.rfind(" ", start + MAX_CHARS // 2, limit)
        stop = space + 1 if space > 0 else limit
        yield Block(block.kind, start, stop)
        start = stop
    if start < block.end:
        yield Block(block.kind, start, block.end)


def _part(doc: Document, blocks: list[Block]) -> Document:
    first, last = blocks[0].start, blocks[-1].end
    segments = tuple(
        Segment(
            max(segment.text_start, first) - first,
            segment.raw_start + max(first - segment.text_start, 0),
            min(segment.text_start + segment.length, last) - max(segment.text_start, first),
        )
        for segment in doc.segments
        if segment.text_start < last and segment.text_start + segment.length > first
    )
    moved = tuple(Block(block.kind, block.start - first, block.end - first) for block in blocks)
    return replace(doc, text=doc.text[first:last], blocks=moved, segments=segments)
