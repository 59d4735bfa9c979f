"""XML lists, parsed only when they are whole: a file cut off in transfer is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile
from interdict.lists.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml import etree

_CUT = "The download stopped before its end: fetch it again."


def parse_whole_xml(file: SourceFile, *, root: str) -> etree._Element:
    """The root element of a file that ends with its closing tag.

    Args:
        root: name of the root element, with its namespace in braces if it has one.

    Raises:
        ReadError: as `safe_xml.parse_xml`; if the file stops inside the root element, with
            the last line and what to do.
    """
    try:
        return parse_xml(file, root=root)
    except ReadError as error:
        name = root.rpartition("}")[2].encode()
        tail = file.data.rstrip()
        if b"<" + name not in tail[:4096] or tail.endswith((b"</" + name + b">", b"/>")):
            raise
        last = file.data.count(b"\n") + 1
        # A fault well before the end is the file's own; only one at the end is a cut.
        if error.line is not None and error.line < last:
            raise
        raise ReadError(
            f"the file is cut off before </{name.decode()}>.", file=file.name, line=last, hint=_CUT
        ) from None
