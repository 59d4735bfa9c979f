"""Addresses of documents: a page of its own, or the feed that it was found in."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*$", re.IGNORECASE)
_FEED = re.compile(
    r"(?:/(?:feed|feeds|rss|atom)/?|\.(?:rss|atom|rdf)|/(?:rss|feed|atom|index)\.xml)$",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """True for an absolute http or https address."""
    return _ADDRESS.match(text) is not None


def url_kind(url: str) -> str:
    """`feed` where the path ends like a feed's, else `article`."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    return "feed" if _FEED.search(path) else "article"
