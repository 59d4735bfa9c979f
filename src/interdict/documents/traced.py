"""Text made out of other text (tags off, references and line wraps undone), with its way back.

A container that writes its text in code of its own is read in two steps: the text is made,
with the place of every character (`Traced`), and an ordinary reader reads that; `retraced`
then moves the document onto the characters of the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from interdict.documents.layout import Noise, Passage, Run
from interdict.documents.source import Source
from interdict.model.source import Document, Segment


@dataclass(slots=True)
class Traced:
    """Made text, and the stretches of it that stand in the file character by character.

    Characters between the runs (line breaks put in, a blank for folded ones) have no place of
    their own. Runs are in the order of the text; their places in the file increase.
    """

    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0

    def add(self, raw_start: int, text: str) -> None:
        """Appends characters that stand in the file from `raw_start`."""
        if text:
            self.starts.append(self.length)
            self.runs.append(Run(raw_start, text))
            self.put(text)

    def put(self, text: str) -> None:
        """Appends characters that do not stand in the file."""
        self.parts.append(text)
        self.length += len(text)

    def extend(self, other: Traced) -> None:
        """Appends another made text."""
        self.starts += [self.length + start for start in other.starts]
        self.runs += other.runs
        self.put(other.text)

    @property
    def text(self) -> str:
        """All of it."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(place in the text, place in the file, length) of what stands in the file."""
        at = max(bisect_right(self.starts, start) - 1, 0)
        while at < len(self.runs) and self.starts[at] < end:
            first = max(start, self.starts[at])
            stop = min(end, self.starts[at] + len(self.runs[at].text))
            if first < stop:
                yield first, self.runs[at].raw_start + first - self.starts[at], stop - first
            at += 1

    def raw_span(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last character in the file; None if none stands there."""
        pieces = list(self.pieces(start, end))
        return (pieces[0][1], pieces[-1][1] + pieces[-1][2]) if pieces else None

    def passage(self, kind: str, start: int, end: int) -> Passage:
        """A stretch of the text as a passage of the file."""
        text = self.text
        pieces = self.pieces(start, end)
        return Passage(kind, tuple(Run(raw, text[at : at + n]) for at, raw, n in pieces))


def retraced(inner: Document, trace: Traced, source: Source, *, gap: str) -> Document:
    """A document of made text, moved onto the file that the text was made of.

    Args:
        inner: what was read of `trace.text`.
        trace: the made text.
        source: the file.
        gap: kind of noise for what was taken off (tags, the rest of an entity).
    """
    segments = tuple(
        Segment(segment.text_start + at - segment.raw_start, raw, length)
        for segment in inner.segments
        for at, raw, length in trace.pieces(segment.raw_start, segment.raw_start + segment.length)
    )
    noise = [
        (*span, kind)
        for start, end, kind in inner.noise
        if (span := trace.raw_span(start, end)) is not None
    ]
    return replace(
        inner,
        raw=source.raw,
        segments=segments,
        noise=tuple(with_gaps(source.raw, segments, noise, gap)),
    )


def with_gaps(
    raw: str, segments: Iterable[Segment], noise: Iterable[Noise], kind: str
) -> list[Noise]:
    """The noise, and what is neither read nor in it; blanks around a gap are left out.

    Noise that runs over characters that are read is cut there.
    """
    taken = sorted((s.raw_start, s.raw_start + s.length, "") for s in segments)
    found: list[Noise] = []
    marks = sorted([*taken, *noise], key=lambda span: (span[0], span[2] != ""))
    ends = iter([*(span[0] for span in taken), len(raw)])
    next_read = next(ends)
    at = 0
    for start, end, named in marks:
        _gap(raw, at, start, kind, found)
        start = max(start, at)
        while next_read < start:
            next_read = next(ends, len(raw))
        if named and start < end:
            end = min(end, next_read)
            if start < end:
                found.append((start, end, named))
        at = max(at, end)
    _gap(raw, at, len(raw), kind, found)
    return found


def _gap(raw: str, start: int, end: int, kind: str, found: list[Noise]) -> None:
    while start < end and raw[start].isspace():
        start += 1
    while start < end and raw[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end, kind))
