"""An article whose header has lost its byline and line: ` date 2025-11-17 The lead goes on`."""

from __future__ import annotations

import re
from dataclasses import replace

from interdict.documents.body import Style, read_body
from interdict.documents.layout import carve, document
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import edtf
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

NAME = "header_glued"

_HEADER = re.compile(r"\s*date (?P<day>\d{4}-\d{2}-\d{2})[ \t]+(?=[^\s])")


def sniff(head: Head) -> float:
    """Below `header_line`: a header on a line of its own has this prefix too."""
    return 0.8 if _HEADER.match(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads the date from the prefix, and the article that it is glued to."""
    header = _HEADER.match(source.raw)
    if header is None:
        raise ReadError("no `date YYYY-MM-DD` before the lead.", file=source.file_name)
    published = edtf(header["day"])
    bad_day = [] if published else [(*header.span("day"), f"unknown_value:{header['day']}")]
    body = read_body(source.raw, header.end(), len(source.raw), Style.NEWS)
    read = document(
        source,
        container=NAME,
        kind=DocumentKind.NEWS,
        passages=body.passages,
        noise=[*carve(0, header.end(), "header", bad_day), *body.noise],
    )
    return replace(
        read,
        authors=body.authors,
        published=published,
        published_from="header" if published else None,
    )
