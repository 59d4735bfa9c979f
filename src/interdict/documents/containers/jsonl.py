"""Articles as JSON lines: one object a line, named by the file and the line.

A line that is broken is reported with its number, and harms no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.documents.containers.json import one_record, only, parsed
from interdict.documents.source import Head, Source
from interdict.errors import ReadError
from interdict.model.source import Document

NAME = "jsonl"

_TWO_LINES = re.compile(r'\s*\{[ \t]*"[^\r\n]*\}[ \t]*[\r\n]+\s*\{[ \t]*"')
_LONG_LINE = re.compile(r'\s*\{[ \t]*"[^\r\n]*\Z')


def sniff(head: Head) -> float:
    """An object a line, or one whose first line is longer than a head."""
    if _TWO_LINES.match(head.start):
        return 0.92
    long = not head.whole and _LONG_LINE.match(head.start) is not None
    return 0.91 if long and head.end.rstrip().endswith("}") else 0.0


def read(source: Source) -> Document:
    """Reads a file of one line."""
    return only(list(entries(source)), source)


def entries(source: Source) -> Iterator[Document | ReadError]:
    """The articles of the file, in order of lines."""
    for number, line in enumerate(_lines(source.raw), start=1):
        if not line.strip():
            continue
        try:
            record = parsed(line, file_name=source.file_name, first_line=number)
        except ReadError as error:
            yield error
        else:
            yield one_record(record, container=NAME, file_name=source.file_name, place=str(number))


def _lines(raw: str) -> Iterator[str]:
    """Lines as other tools count them: only LF, CRLF and CR end one."""
    return iter(re.split(r"\r\n|\n|\r", raw))
