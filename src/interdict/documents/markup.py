"""Tags, text and character references of HTML and XML, each with its place in the file.

A scanner, not a parser: it takes what browsers and feed readers take, never fails, expands no
entity that a file declares, and its time is proportional to the length of the text.
Source: HTML Living Standard, 13.2.5 (tokenization); XML 1.0, 2.7 (CDATA) and 4.1 (references).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from interdict.documents.traced import Traced

_MARKUP = re.compile(
    r"<(?:!--(?P<comment>.*?)(?:-->|\Z)"
    r"|!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|[!?][^>]*(?:>|\Z)"
    # Possessive and atomic: a tag that is never closed costs its own length, not its square.
    r"|(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*)"
    r"(?P<attributes>(?>[^<>\"'=]+|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+)>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/\"'<>]+)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    r"|(?P<bare>[^\s\"'>]++)))?+"
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TO_REPLACE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[ \t\r\n\f]{2,}|[\t\r\n\f]"
)
_MAX_ATTRIBUTES = 10_000
"""Characters of a tag that are looked at for attributes: an inlined image is longer."""


@dataclass(frozen=True)
class Tag:
    """A start or end tag, `raw[start:end]`; `name` in lower case, prefix included."""

    name: str
    closes: bool
    start: int
    end: int
    written: str

    @property
    def is_empty(self) -> bool:
        """True for `<name/>`."""
        return self.written.endswith("/")

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, character references resolved; the first one counts."""
        found: dict[str, str] = {}
        for one in _ATTRIBUTE.finditer(self.written[:_MAX_ATTRIBUTES]):
            value = one["double"] or one["single"] or one["bare"] or ""
            found.setdefault(one["name"].lower(), resolve(value).strip())
        return found


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, `raw[start:end]`; in CDATA they are not resolved."""

    start: int
    end: int
    literal: bool = False


def scan(raw: str, start: int = 0, end: int | None = None) -> Iterator[Tag | Text]:
    """Tags and texts in order; comments, declarations and instructions are passed over."""
    end = len(raw) if end is None else end
    at = start
    for found in _MARKUP.finditer(raw, start, end):
        if at < found.start():
            yield Text(at, found.start())
        at = found.end()
        if found["cdata"] is not None:
            yield Text(*found.span("cdata"), literal=True)
        elif found["name"] is not None:
            yield Tag(
                found["name"].lower(), bool(found["close"]), found.start(), at, found["attributes"]
            )
    if at < end:
        yield Text(at, end)


def resolve(text: str) -> str:
    """The text with character references resolved; those that are not known stay."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def flowed(raw: str, text: Text, out: Traced) -> None:
    """Appends a text as it flows in a page: references resolved, blanks folded into one."""
    at = text.start
    for found in _TO_REPLACE.finditer(raw, text.start, text.end):
        if found[0][0] == "&" and text.literal:
            continue
        out.add(at, raw[at : found.start()])
        at = found.end()
        if found[0][0] == "&":
            out.add(found.start(), _one_character(found[0]))
        else:
            out.put(" ")
    out.add(at, raw[at : text.end])


def _one_character(reference: str) -> str:
    """What the reference stands for, if that is one character that can be shown."""
    meant = html.unescape(reference)
    if meant == reference or len(meant) != 1:
        return reference
    return meant if meant.isprintable() or meant.isspace() else "\ufffd"
