"""XML read strictly: a table says which elements and attributes are known, all else is reported.

Source: the namespaces are those of OFAC's files since 2024 and, in `LEGACY_NAMESPACES`, before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile, tidy
from interdict.lists.safe_xml import elements, line_of, parse_xml, text_of

if TYPE_CHECKING:
    from lxml import etree

Known = Mapping[str, frozenset[str]]
"""Element -> its known children, and its known attributes with a leading `@`."""

_SERVICE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
_LEGACY = {
    "sdnList": "http://tempuri.org/sdnList.xsd",
    "Sanctions": "http://www.un.org/sanctions/1.0",
}
NAMESPACES = {
    "sdnList": frozenset([f"{_SERVICE}XML", _LEGACY["sdnList"], ""]),
    "Sanctions": frozenset([f"{_SERVICE}ADVANCED_XML", _LEGACY["Sanctions"], ""]),
    "sanctionsData": frozenset([f"{_SERVICE}ENHANCED_XML", ""]),
}
"""Root element -> namespaces it is known to have."""

_ROOT = re.compile(rb"<(sdnList|Sanctions|sanctionsData)(?=[\s>])[^>]*>")
_NAMESPACE = re.compile(rb'\sxmlns="([^"]*)"')
_HEAD = 4096


def table(**known: str) -> dict[str, frozenset[str]]:
    """A table of known elements, written as words."""
    return {name: frozenset(words.split()) for name, words in known.items()}


def read_root(file: SourceFile) -> tuple[etree._Element, str]:
    """The root element, its tags without namespace; and the namespace that the file gives.

    Raises:
        ReadError: if it is none of the three formats, or broken (see `safe_xml.parse_xml`).
    """
    found = _ROOT.search(file.data[:_HEAD])
    if found is None:
        # Whatever is wrong (a web page, an empty file) is told in the parser's own words.
        parse_xml(file, root="sdnList")
        raise ReadError("none of OFAC's XML formats.", file=file.name)  # pragma: no cover
    declared = _NAMESPACE.search(found[0])
    data = file.data
    if declared is not None:
        # One namespace rules the file: without it the tags are plain names, at half the cost.
        start = found.start() + declared.start()
        data = data[:start] + data[found.start() + declared.end() :]
    root = parse_xml(SourceFile(file.name, data), root=found[1].decode())
    return root, declared[1].decode("utf-8", "replace") if declared else ""


def unknown(element: etree._Element, known: Known) -> Iterator[tuple[str, str, int]]:
    """(place, text, line) of each attribute and element below that the table does not name.

    What stands inside an unknown element is part of its text.
    """
    waiting = [element]
    while waiting:
        parent = waiting.pop()
        tag = str(parent.tag)
        names = known.get(tag, frozenset())
        for key, value in parent.items():
            if f"@{key!s}" not in names:
                yield f"{tag}/@{key!s}", f"{value!s}", line_of(parent)
        for child in elements(parent):
            name = str(child.tag)
            if name in names:
                waiting.append(child)
            else:
                text = text_of(child) or " ".join(str(value) for value in child.values())
                yield f"{tag}/{name}", text, line_of(child)


def text(element: etree._Element, path: str) -> str:
    """The text of the first descendant at that path, tidy; empty if there is none."""
    return tidy(element.findtext(path))


def number_of(element: etree._Element, number: str | None, file: SourceFile) -> str:
    """The number of an entry.

    Raises:
        ReadError: if it is not a number: nothing could be said about the entry.
    """
    number = tidy(number)
    if not (number.isascii() and number.isdigit()):
        raise ReadError(
            f"<{element.tag}> starts with its entry's number, not with {number[:40]!r}.",
            file=file.name,
            line=line_of(element),
        )
    return number
