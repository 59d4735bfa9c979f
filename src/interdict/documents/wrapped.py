"""Text that is wrapped at a fixed width, as mail and old printed notices are, made whole again.

Lines of one paragraph are joined; paragraphs are parted by blank lines or by an indented first
line. Every character keeps its place (`traced`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interdict.documents.traced import Traced

MAX_WIDTH = 100
"""Longer lines are not wrapped at all: each is a paragraph."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MIN_WIDTH = 50
_SHORT_BY = 0.7
"""A line this much shorter than the longest was ended by its writer."""

_OWN_LINE = re.compile(r"[ \t]*(?:[-*•>#|]|\(?[0-9a-zA-Z]{1,3}[.)][ \t])")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")

Line = tuple[int, str]
"""Where a line starts in the text, and the line without its end."""


def is_wrapped(text: str) -> bool:
    """True if the text has paragraphs of several lines of nearly one width."""
    lines = [line for _, line in _lines(text, 0, len(text)) if line.strip()]
    longest = max(map(len, lines), default=0)
    if not _MIN_WIDTH <= longest <= MAX_WIDTH:
        return False
    # In a wrapped text a line that goes on does not end a sentence.
    full = [line for line in lines if len(line) >= _SHORT_BY * longest]
    running = [line for line in full if not _SENTENCE_END.search(line.rstrip())]
    return len(full) >= 3 and len(running) > len(full) / 2


def unwrapped(text: str, start: int, end: int, *, indent_starts: bool = False) -> Traced:
    """`text[start:end]` with one line for each paragraph.

    Args:
        text: the raw text.
        start: of what is to be unwrapped.
        end: of it.
        indent_starts: whether an indented line starts a paragraph, as print has it.
    """
    trace = Traced()
    lines = list(_lines(text, start, end))
    width = max((len(line.rstrip()) for _, line in lines), default=0)
    for paragraph in _paragraphs(lines, width, indent_starts=indent_starts):
        if trace.length:
            trace.put("\n")
        for number, (at, line) in enumerate(paragraph):
            left = len(line) - len(line.lstrip())
            if number:
                trace.put(" ")
            trace.add(at + left, line.strip())
    return trace


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for found in _LINE.finditer(text, start, end):
        if found.end() > found.start():
            yield found.start(), found[0].rstrip("\r\n")


def _paragraphs(lines: Sequence[Line], width: int, *, indent_starts: bool) -> Iterator[list[Line]]:
    current: list[Line] = []
    for at, line in lines:
        if not line.strip():
            if current:
                yield current
            current = []
            continue
        indented = line[0] in " \t"
        before = current[-1][1].rstrip() if current else ""
        if current and (
            len(before) < _SHORT_BY * width
            or _OWN_LINE.match(line)
            or (indent_starts and indented and current[-1][1][0] not in " \t")
            or (indent_starts and indented and len(current) > 1)
        ):
            yield current
            current = []
        current.append((at, line))
    if current:
        yield current
