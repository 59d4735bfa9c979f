"""Texts of formats that no reader here understands: refused, rather than read as prose."""

from __future__ import annotations

import re

from interdict.documents.source import Head

_FORMS = (
    (re.compile(r"(?i)\s*<\?xml\b"), "XML of an unknown form"),
    (re.compile(r"\s*(?:\{\s*\"|\[\s*[{\"])"), "JSON of an unknown form"),
    (re.compile(r"\{\\rtf"), "rich text (RTF)"),
)


def foreign_format(head: Head) -> str | None:
    """What the text is (`rich text`), if it is of a known format that is not read."""
    return next((what for pattern, what in _FORMS if pattern.match(head.start)), None)
