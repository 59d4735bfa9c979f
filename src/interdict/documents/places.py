"""Where the words of an entry stand in the file that holds it, escapes and all.

The raw text of an entry (of a feed, of a JSON record, of a mail) is its body as its field holds
it, so offsets count in that field. A reader of the file wants the place in the file: there a
newline may be written `\\n`, an apostrophe `&#8217;` or `=E2=80=99`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from interdict.documents.decoding import decode
from interdict.model.source import Document
from interdict.text.written_days import written_forms

_JSON_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|\\(?:u[0-9a-fA-F]{4}|.)")
_XML_ESCAPE = re.compile(r"<!\[CDATA\[(?:.*?)\]\]>|&#?\w{1,12};", re.DOTALL)
_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2})+|=[ \t]*\r?\n")
_FIELDS_WITHIN = 2_000
"""Characters around its body within which the other fields of an entry stand."""
_ENTRY_ENDS = ("</entry>", "</item>")
_ANCHOR = 60
"""Characters by which the body of an entry is found in its file."""


@dataclass(frozen=True, slots=True)
class _View:
    """A file with its escapes undone; `pieces` are (place here, place in the file, length there).

    Between two pieces the text is the file's, character by character.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int], ...]
    """(place in the file, length in the file; 0 where it is the file's own text)."""

    def in_file(self, at: int, *, last: bool) -> int:
        """Where a character stands in the file: its first place, or the place behind it."""
        index = bisect_right(self.starts, at) - 1
        place, length = self.pieces[index]
        if length:
            return place + length if last else place
        return place + at - self.starts[index] + last


@dataclass(frozen=True)
class FilePlaces:
    """Places in one file, for the documents that it holds."""

    data: bytes
    name: str
    _views: dict[str, _View] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)
    _bases: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _file(self) -> str:
        """The text of the file, decoded once for all its entries."""
        return decode(self.data, file_name=self.name)

    def spans(self, document: Document) -> Callable[[int, int], tuple[int, int]]:
        """A function from offsets in the document's raw text to offsets in the file.

        Offsets stay as they are where the raw text is the file's, or where the words cannot be
        found in it (a body in base64).
        """
        view = self._view(document.container)
        if view is None:
            return lambda start, end: (start, end)
        base = self._base(view, document)

        def place(start: int, end: int) -> tuple[int, int]:
            words = document.raw[start:end]
            at = base + start
            if not view.text.startswith(words, at):
                at = _nearest(view.text, words, base)
            if at < 0 or not words:
                return start, end
            first = view.in_file(at, last=False)
            return first, view.in_file(at + len(words) - 1, last=True)

        return place

    def text(self, start: int, end: int) -> str:
        """The words of the file at a place."""
        return self._file[start:end]

    def own_dates(self, document: Document) -> list[tuple[int, int]]:
        """Where in the file the fields of an entry give its date; nothing for other documents.

        That is the last place before its body, or else the first behind it, within reach. An
        entry of a feed has two such fields ("published", "updated"), which may both stand there.
        """
        known = document.published_on
        if document.container not in _UNDOING or known is None or not known.is_day:
            return []
        file, place = self._file, self.spans(document)
        size = len(document.raw)
        first, last = place(0, min(_ANCHOR, size))[0], place(max(0, size - _ANCHOR), size)[1]
        written = written_forms(known.first)
        before = list(written.finditer(file, max(0, first - _FIELDS_WITHIN), first))
        if before and document.container == "feed":
            other = max((file.rfind(tag, 0, first) for tag in _ENTRY_ENDS), default=-1)
            return [match.span() for match in before if match.start() > other]
        found = before[-1] if before else written.search(file, last, last + _FIELDS_WITHIN)
        return [] if found is None else [found.span()]

    def _base(self, view: _View, document: Document) -> int:
        """Where the body of an entry begins; entries are first asked for in the file's order."""
        known = self._bases.get(document.file_name)
        if known is not None:
            return known
        anchor, seen = document.raw[:_ANCHOR], self._seen.get(document.container, 0)
        base = view.text.find(anchor, seen)
        if base < 0:
            base = max(view.text.find(anchor), 0)
        self._seen[document.container] = self._bases[document.file_name] = base
        return base

    def _view(self, container: str) -> _View | None:
        undo = _UNDOING.get(container)
        if undo is None:
            return None
        if container not in self._views:
            self._views[container] = _undone(self._file, *undo)
        return self._views[container]


def _nearest(text: str, words: str, near: int) -> int:
    """The occurrence of some words that is nearest to a place, -1 if there is none."""
    before, after = text.rfind(words, 0, near + len(words)), text.find(words, near)
    if before < 0 or after < 0:
        return max(before, after)
    return before if near - before < after - near else after


def _undone(file: str, pattern: re.Pattern[str], undo: Callable[[str], str | None]) -> _View:
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int]] = []
    at = size = 0

    def add(text: str, place: int, length: int) -> None:
        nonlocal size
        if text:
            parts.append(text)
            starts.append(size)
            pieces.append((place, length))
            size += len(text)

    for match in pattern.finditer(file):
        plain = undo(match[0])
        if plain is None:
            continue
        add(file[at : match.start()], at, 0)
        for character in plain:
            add(character, match.start(), len(match[0]))
        at = match.end()
    add(file[at:], at, 0)
    return _View("".join(parts), tuple(starts), tuple(pieces))


def _json_escape(text: str) -> str | None:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return None


def _xml_escape(text: str) -> str | None:
    if text.startswith("<"):
        return None  # what stands in CDATA is its own text
    plain = unescape(text)
    return None if plain == text else plain


def _printable(text: str) -> str | None:
    if text.endswith("\n"):
        return ""
    return bytes.fromhex(text.replace("=", "")).decode("utf-8", "replace")


_UNDOING: dict[str, tuple[re.Pattern[str], Callable[[str], str | None]]] = {
    "json": (_JSON_ESCAPE, _json_escape),
    "jsonl": (_JSON_ESCAPE, _json_escape),
    "feed": (_XML_ESCAPE, _xml_escape),
    "mail": (_PRINTABLE, _printable),
}
