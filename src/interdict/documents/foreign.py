"""Texts of formats that no reader here understands: refused, rather than read as prose."""

from __future__ import annotations

import re

from interdict.documents.source import Head

_MAIL_HEADER = re.compile(
    r"(?im)^(?:message-id|mime-version|received|return-path|content-type|delivered-to|from|to"
    r"|subject|date):[ \t]*\S"
)
_FORMS = (
    (re.compile(r"(?i)\s*(?:<!doctype html|<html\b)"), "an HTML page"),
    (re.compile(r"(?i)\s*(?:<\?xml\b|<rss\b|<feed\b)"), "XML or a feed"),
    (re.compile(r"\s*(?:\{\s*\"|\[\s*[{\"])"), "JSON"),
    (re.compile(r"\{\\rtf"), "rich text (RTF)"),
)
_MAIL_HEADERS_NEEDED = 3


def foreign_format(head: Head) -> str | None:
    """What the text is (`an HTML page`), if it is of a known format that is not read yet."""
    for pattern, what in _FORMS:
        if pattern.match(head.start):
            return what
    top = re.split(r"\r?\n\r?\n", head.start.lstrip(), maxsplit=1)[0]
    if re.match(r"[A-Za-z-]+:", top) and len(_MAIL_HEADER.findall(top)) >= _MAIL_HEADERS_NEEDED:
        return "a mail message"
    return None
