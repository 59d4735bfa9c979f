"""XML from elsewhere, parsed without trust: no document type, no entities, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile, tidy

if TYPE_CHECKING:
    from lxml import etree

_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*", re.S)
_AGAIN = "A publisher's error page or a broken download: fetch the file again."


def parse_xml(file: SourceFile, *, root: str) -> etree._Element:
    """The root element of a well-formed file.

    Raises:
        ReadError: if the file is empty, not UTF-8, not well-formed (with the line), declares a
            document type (where entity bombs live; no list needs one), or has another root.
    """
    from lxml import etree  # 30 ms that only reading such a file should cost

    data = file.data
    if not data.strip():
        raise ReadError("the file is empty.", file=file.name, hint="Fetch it again.")
    if b"\0" in data:
        raise ReadError("not UTF-8 text (it holds NUL bytes).", file=file.name)
    prolog = _PROLOG.match(data)
    start = data[prolog.end() : prolog.end() + 32].lower() if prolog else b""
    if start.startswith((b"<!doctype html", b"<html")):
        raise ReadError("a web page where XML was expected.", file=file.name, line=1, hint=_AGAIN)
    if start.startswith(b"<!"):
        line = data.count(b"\n", 0, prolog.end() if prolog else 0) + 1
        raise ReadError("it declares a document type, which is refused.", file=file.name, line=line)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = getattr(error, "lineno", None)
        what = re.sub(r", line \d+, column \d+.*", "", str(error))
        raise ReadError(f"not well-formed XML: {what}.", file=file.name, line=place) from None
    if element.getroottree().docinfo.internalDTD is not None:
        raise ReadError("it declares a document type, which is refused.", file=file.name)
    if element.tag != root:
        raise ReadError(f"<{element.tag}> where <{root}> was expected.", file=file.name, line=1)
    return element


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Child elements in order, without comments and processing instructions."""
    return (child for child in parent if isinstance(child.tag, str))


def text_of(element: etree._Element) -> str:
    """All text inside, with single spaces."""
    return tidy(" ".join(str(piece) for piece in element.itertext()))


def line_of(element: etree._Element) -> int:
    """The 1-based line of the start tag (0 where it is not known)."""
    return cast("int | None", element.sourceline) or 0
