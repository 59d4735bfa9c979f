"""A web page: its text in blocks, with the frame around it and the tags taken off.

Offsets lead into the page's source. Title, date, authors, publisher and address are what the
page says of itself (`page_metadata`). A page is always somebody's rendering: whatever it
shows, it is `news` until somebody attests what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from interdict.documents.addresses import url_kind
from interdict.documents.body import Style, read_body
from interdict.documents.layout import Noise, Passage, document
from interdict.documents.page_blocks import PageBlock, is_heading, scan_page
from interdict.documents.page_content import content
from interdict.documents.page_metadata import page_metadata
from interdict.documents.source import Head, Source
from interdict.documents.traced import Traced, retraced, with_gaps
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

NAME = "html"

_BEFORE = r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*"
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    _BEFORE + r"<(?:p|div|article|section|main|h[1-6]|blockquote|ul|ol|table|figure|img|span|strong"
    r"|em|b|i|a|br|header)\b[^<>]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)
_MAX_MARKUP = 150_000
_SITE_SUFFIX = re.compile(r"\s+[|–—·-]\s+[^|–—·]{2,40}$")


def sniff(head: Head) -> float:
    """0.93 for a page; 0.6 for a fragment of one, as feeds and collections carry them."""
    if _PAGE.match(head.start):
        return 0.93
    return 0.6 if _FRAGMENT.match(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads the page's own text; a page without any gives a document without text.

    Raises:
        ReadError: if the page is a heap of tags that nobody wrote.
    """
    if source.raw.count("<") + source.raw.count("&") > _MAX_MARKUP:
        raise ReadError(
            f"a page of more than {_MAX_MARKUP:,} tags and character references.",
            file=source.file_name,
            hint="Save the text of the document and read that.",
        )
    page = scan_page(source.raw)
    said = page_metadata(page.tags, page.structured)
    kept = content(page.blocks)
    heading = _title_block(kept, said.title)
    if heading is None and kept and page.title is not None:
        kept, heading = [page.title, *kept], 0
    trace, starts = _made(kept)
    body = read_body(trace.text, 0, trace.length, Style.NEWS)
    passages = [replace(one, kind=_kind(one, kept, starts, heading)) for one in body.passages]
    made = Source(trace.text, source.file_name, source.sha256, within=NAME)
    inner = document(
        made, container=NAME, kind=DocumentKind.NEWS, passages=passages, noise=body.noise
    )
    moved = retraced(inner, trace, source, gap="markup")
    return replace(
        moved,
        noise=tuple(_with_frame(moved, page.blocks, kept)),
        title=said.title or (_own_title(kept[heading].text) if heading is not None else None),
        authors=said.authors or body.authors,
        published=said.published,
        published_from=said.published_from,
        publisher=said.publisher,
        publisher_from=said.publisher_from,
        url=said.url,
        url_kind=url_kind(said.url) if said.url else None,
        language=said.language,
        categories=said.categories,
        image=said.image,
    )


def _made(blocks: Sequence[PageBlock]) -> tuple[Traced, list[int]]:
    """The blocks' text, one line each, and where in it each block starts."""
    trace = Traced()
    starts = []
    for block in blocks:
        if trace.length:
            trace.put("\n")
        starts.append(trace.length)
        trace.extend(block.trace)
    return trace, starts


def _title_block(blocks: Sequence[PageBlock], title: str | None) -> int | None:
    """The first heading of the first order; of several, the one that is the page's title."""
    tops = [at for at, block in enumerate(blocks) if block.tag == "h1"]
    named = [at for at in tops if title and " ".join(blocks[at].text.split()) == title]
    return next(iter(named or tops), None)


def _kind(
    passage: Passage, blocks: Sequence[PageBlock], starts: Sequence[int], heading: int | None
) -> str:
    at = bisect_right(starts, passage.runs[0].raw_start) - 1
    if at == heading:
        return "title"
    if is_heading(blocks[at]):
        return "heading"
    return "blockquote" if blocks[at].quoted and passage.kind == "paragraph" else passage.kind


def _with_frame(
    moved: Document, blocks: Sequence[PageBlock], kept: Sequence[PageBlock]
) -> list[Noise]:
    """The noise, with the page's frame told apart from mere tags."""
    texts = {id(block) for block in kept}
    frame = [
        (*span, "boilerplate")
        for block in blocks
        if id(block) not in texts
        and (span := block.trace.raw_span(0, block.trace.length)) is not None
    ]
    named = [one for one in moved.noise if one[2] != "markup"]
    return with_gaps(moved.raw, moved.segments, [*named, *frame], "markup")


def _own_title(written: str) -> str:
    """The title, without the name of the site that may follow it."""
    return _SITE_SUFFIX.sub("", " ".join(written.split()))
