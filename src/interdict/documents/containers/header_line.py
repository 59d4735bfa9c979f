"""An article under a line of its own: ` date 2025-11-17 By Jane Doe and John Roe`."""

from __future__ import annotations

import re

from interdict.documents.body import Style, read_body
from interdict.documents.bylines import are_names, split_names
from interdict.documents.layout import carve, dated, document
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import edtf
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

NAME = "header_line"

_HEADER = re.compile(
    r"\s*date (?P<day>\d{4}-\d{2}-\d{2})(?: By (?P<names>[^\r\n]{1,250}?))?[ \t]{0,20}"
    r"(?:(?:\r\n|\r|\n)\s*|\Z)"
)


def sniff(head: Head) -> float:
    """Sure of the line, provided that what follows `By` can be names."""
    return 0.9 if _header(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads the authors and the date from the header, and the article below it."""
    header = _header(source.raw)
    if header is None:
        raise ReadError("no line `date YYYY-MM-DD By names` at its head.", file=source.file_name)
    names = header["names"]
    return under_header(source, header, NAME, split_names(names) if names else ())


def under_header(
    source: Source, header: re.Match[str], container: str, authors: tuple[str, ...]
) -> Document:
    """The article below a header whose group `day` is a date; a byline gives authors else."""
    published = edtf(header["day"])
    bad_day = [] if published else [(*header.span("day"), f"unknown_value:{header['day']}")]
    body = read_body(source.raw, header.end(), len(source.raw), Style.NEWS)
    read = document(
        source,
        container=container,
        kind=DocumentKind.NEWS,
        passages=body.passages,
        noise=[*carve(0, header.end(), "header", bad_day), *body.noise],
    )
    return dated(read, published, "header", authors=authors or body.authors)


def _header(text: str) -> re.Match[str] | None:
    found = _HEADER.match(text)
    if found is None or (found["names"] and not are_names(found["names"])):
        return None
    return found
