"""An article whose header has lost its byline and line: ` date 2025-11-17 The lead goes on`."""

from __future__ import annotations

import re

from interdict.documents.containers.header_line import under_header
from interdict.documents.source import Head, Source
from interdict.errors import ReadError
from interdict.model.source import Document

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
    return under_header(source, header, NAME, ())
