"""An article with the rest of a feed's row below it.

    Last paragraph.
    , 2025-11-18 10:00:00,
    , Publisher, %%https://example.org/favicon.png, https://example.org/feed/, Jane Doe

The icon belongs to the site, not to the article, so it is not the document's image. The
body may have a header of its own and is sniffed again; the row's fields come first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from interdict.documents.addresses import is_address, url_kind
from interdict.documents.bylines import split_names
from interdict.documents.catalog import choose
from interdict.documents.layout import carve, wrap
from interdict.documents.source import TAIL_CHARS, Head, Source
from interdict.documents.written_dates import edtf
from interdict.errors import ReadError
from interdict.model.source import Document

NAME = "trailing_feed_row"

_ROW = re.compile(
    r"(?:^|(?<=[\r\n])),[ \t]{0,20}(?P<stamp>\d{4}-\d{2}-\d{2}[^\r\n,]{0,30}),[ \t]{0,20}"
    r"(?:\r\n|\r|\n)"
    r",[ \t]{0,20}(?P<publisher>[^\r\n]{0,200}?),[ \t]{0,20}%%?(?P<icon>[^\s,]*),"
    r"[ \t]{0,20}(?P<url>[^\s,]*)(?:,[ \t]{0,20}(?P<names>[^\r\n]{0,250}))?\s*\Z"
)
_NOT_WITHIN = frozenset(
    {NAME, "front_matter", "federal_register", "register_text", "mail", "json", "jsonl", "feed"}
)
"""A row below a notice or below front matter says that this is somebody's reprint."""


def sniff(head: Head) -> float:
    """Above the headers, which may stand at the other end of the same text."""
    return 0.92 if _ROW.search(head.end) else 0.0


def read(source: Source) -> Document:
    """Reads date, publisher, address and authors from the row, and the article above it."""
    offset = max(0, len(source.raw) - TAIL_CHARS)
    row = _ROW.search(source.raw, offset)
    if row is None:
        raise ReadError("no feed row at its end.", file=source.file_name)
    start = row.start()
    above = source.raw[:start]
    reader, _ = choose(Head.of(above), excluding=_NOT_WITHIN)
    inner = reader.read(Source(above, source.file_name, source.sha256, within=NAME))

    published = edtf(row["stamp"])
    url = row["url"] if is_address(row["url"]) else None
    unread = [(published, "stamp"), (url or not row["url"], "url")]
    bad = [
        (*row.span(field), f"unknown_value:{field}")
        for understood, field in unread
        if not understood
    ]
    read = wrap(
        inner,
        source,
        container=NAME,
        body_start=0,
        noise=carve(start, len(source.raw), "trailer", bad),
    )
    return replace(
        read,
        authors=split_names(row["names"] or "") or inner.authors,
        published=published or inner.published,
        published_from="trailer" if published else inner.published_from,
        publisher=row["publisher"].strip() or inner.publisher,
        publisher_from="trailer" if row["publisher"].strip() else inner.publisher_from,
        url=url or inner.url,
        url_kind=url_kind(url) if url else inner.url_kind,
    )
