"""A body of text becomes passages: one per line, for no sentence crosses a line break here.

Headings and set-off quotations are told apart from paragraphs, and what is not part of the
text (`documents.noise`) is left out but remembered, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from interdict.documents import noise
from interdict.documents.layout import Noise, Passage


class Style(StrEnum):
    """What kind of text a body is; it decides what its capital lines are."""

    NEWS = "news"  # five or more words in capitals: a link to another article
    PLAIN = "plain"  # capitals: a heading, as in a release
    NOTICE = "notice"  # the same, and nothing in it can be noise


@dataclass(frozen=True, slots=True)
class Body:
    """What a body holds, in order; offsets count code points of the raw text."""

    passages: tuple[Passage, ...]
    noise: tuple[Noise, ...]
    authors: tuple[str, ...]
    """Names of a byline among the first lines; empty if there is none."""


_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_MARKDOWN_QUOTE = re.compile(r"(?:>[ \t]*)+(?=\S)")
_SENTENCE_BREAK = re.compile(r"[.!?][\"”’')\]]*\s+")
_STATEMENT = re.compile(
    r"\b(?:announc(?:e[sd]?|ing)|declar(?:e[sd]?|ing)|stat(?:ed|ing)|sa(?:y|ys|id|ying)"
    r"|writ(?:e|es|ing)|wrote|written|tell|tells|told|reads?|add(?:s|ed|ing)|noted|posted|tweeted"
    r"|explain(?:s|ed)|insist(?:s|ed)|confirm(?:s|ed)|conclude[sd]|warn(?:s|ed|ing)"
    r"|repl(?:ies|ied)|respond(?:s|ed)|according to|statement"
    # The noun is too common in this field ("member states") to take it for a verb anywhere.
    r"|(?:it|he|she|which|notice|text|order|release|letter|report|law|section|act) states)\b",
    re.IGNORECASE,
)
_OPENS_QUOTED = tuple("\"“„«‘'")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_MAX_HEADING_WORDS = 20
_BYLINE_WITHIN_LINES = 3
_MOSTLY_CAPITALS = 0.5


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and whether the last paragraph announces a quotation."""

    raw: str
    style: Style
    all_capitals: bool
    passages: list[Passage] = field(default_factory=list)
    noise: list[Noise] = field(default_factory=list)
    authors: tuple[str, ...] = ()
    announced: bool = False

    def add(self, kind: str, start: int, end: int) -> None:
        self.passages.append(Passage.of(kind, self.raw, start, end))
        self.announced = kind == "paragraph" and announces(self.raw[start:end])


def read_body(raw: str, start: int, end: int, style: Style) -> Body:
    """Reads `raw[start:end]`.

    Returns:
        Passages of kind heading, paragraph and blockquote. Every character of the body that
        is not blank lies in a passage or in the noise, and in one of them only.
    """
    lines = list(_lines(raw, start, end))
    in_capitals = sum(noise.in_capitals(raw[a:b]) for a, b in lines)
    # A text that is in capitals throughout has no headings to tell apart: it is a text.
    reading = _Reading(raw, style, in_capitals > _MOSTLY_CAPITALS * len(lines))
    for number, (a, b) in enumerate(lines):
        _read_line(reading, a, b, early=number < _BYLINE_WITHIN_LINES)
    return Body(tuple(reading.passages), tuple(reading.noise), reading.authors)


def announces(paragraph: str) -> bool:
    """True if the paragraph's last sentence ends in a colon and says that somebody says."""
    if not paragraph.endswith(":"):
        return False
    breaks = [found.end() for found in _SENTENCE_BREAK.finditer(paragraph)]
    return _STATEMENT.search(paragraph[breaks[-1] if breaks else 0 :]) is not None


def _lines(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not blank, without the blanks around them."""
    for found in _LINE.finditer(raw, start, end):
        line = found[0]
        left = len(line) - len(line.lstrip())
        if left < len(line):
            yield found.start() + left, found.start() + len(line.rstrip())


def _read_line(reading: _Reading, start: int, end: int, *, early: bool) -> None:
    line = reading.raw[start:end]
    if not any(character.isalnum() for character in line):
        reading.noise.append((start, end, "separator"))
        return
    if reading.style is not Style.NOTICE and _leave_out(reading, start, end, early=early):
        return
    heading = _MARKDOWN_HEADING.match(line)
    if heading is not None:
        reading.noise.append((start, start + heading.end(), "markup"))
        reading.add("heading", start + heading.end(), end)
        return
    quote = _MARKDOWN_QUOTE.match(line)
    if quote is not None:
        reading.noise.append((start, start + quote.end(), "markup"))
        reading.add("blockquote", start + quote.end(), end)
        return
    # Quotation marks already say that a paragraph is quoted; setting it off adds nothing.
    set_off = reading.announced and not line.startswith(_OPENS_QUOTED)
    if (
        noise.in_capitals(line)
        and not reading.all_capitals
        and _read_capitals(reading, start, end, set_off=set_off)
    ):
        return
    reading.add("blockquote" if set_off else "paragraph", start, end)


def _read_capitals(reading: _Reading, start: int, end: int, *, set_off: bool) -> bool:
    """Reads a line in capitals; False if it is a paragraph after all."""
    line = reading.raw[start:end]
    if set_off and _ENDS_SENTENCE.search(line):
        return False  # somebody is quoted shouting
    if line.startswith(_OPENS_QUOTED) and line[-1] in "\"”’'»":
        return False
    n_words = noise.n_words(line)
    if reading.style is Style.NEWS and n_words >= noise.PROMO_MIN_WORDS:
        reading.noise.append((start, end, "promo"))
        return True
    if n_words > _MAX_HEADING_WORDS:
        return False
    reading.add("heading", start, end)
    return True


def _leave_out(reading: _Reading, start: int, end: int, *, early: bool) -> bool:
    """Takes noise out of a line; True if nothing is left, or the rest has been read."""
    line = reading.raw[start:end]
    whole = noise.line_noise(line)
    if whole is not None:
        reading.noise.append((start, end, whole))
        return True
    authors = noise.byline_authors(line) if early and not reading.authors else ()
    if authors:
        reading.noise.append((start, end, "byline"))
        reading.authors = authors
        return True
    spans = noise.phrases(line)
    if not spans:
        return False
    at = 0
    for a, b, kind in [*spans, (len(line), len(line), "")]:
        rest = line[at:a]
        if rest.strip():
            left = start + at + len(rest) - len(rest.lstrip())
            _read_line(reading, left, start + at + len(rest.rstrip()), early=False)
        if kind:
            reading.noise.append((start + a, start + b, kind))
        at = b
    return True
