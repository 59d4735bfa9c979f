"""RSS and Atom: every item is a document of its own, named by the file and its number.

An item's text is its content, or its description where there is none; a page or bare text is
read in it. No entity that the file declares is expanded.
Source: RSS 2.0; RSS 1.0 content module; Atom (RFC 4287).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from interdict.documents.addresses import is_address
from interdict.documents.bylines import are_names, split_names
from interdict.documents.containers.json import only
from interdict.documents.entry import Entry, read_entry
from interdict.documents.field_names import language_code
from interdict.documents.markup import Tag, resolve, scan
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import any_edtf
from interdict.errors import ReadError
from interdict.model.source import Document

NAME = "feed"

_FEED = re.compile(
    r"\s*(?:<\?[^>]{0,500}>\s*|<!--(?:(?!-->).){0,2000}-->\s*|<![^>]{0,500}>\s*|\]>\s*)*"
    r"<(?:rss|(?:atom:)?feed|rdf:rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = frozenset({"item", "entry", "atom:entry"})
_BODY = ("content:encoded", "content", "atom:content", "description", "summary", "itunes:summary")
_DATE = ("pubdate", "published", "dc:date", "dcterms:issued", "date", "updated")
_AUTHORS = ("dc:creator", "author", "itunes:author")
_READ = frozenset(
    (*_BODY, *_DATE, *_AUTHORS, "title", "link", "guid", "id", "category", "dc:language",
     "source", "media:thumbnail", "media:content", "enclosure")
)  # fmt: skip
_IGNORED = re.compile(
    r"(?:comments|slash:.*|wfw:.*|media:.*|itunes:.*|thr:.*|feedburner:.*|atom:link|dc:subject"
    r"|dcterms:modified|rights|dc:rights|contributor|sy:.*|post-id)$"
)
_MAIL_NAME = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)$")
_MAX_SAMPLE = 200


@dataclass(slots=True)
class _Item:
    """Elements of an item or of the feed itself: the first text of each name."""

    complete: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    links: list[dict[str, str]] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)

    def first(self, names: tuple[str, ...]) -> str | None:
        return next((self.texts[name] for name in names if self.texts.get(name)), None)


def sniff(head: Head) -> float:
    """0.95 for the root element of a feed."""
    return 0.95 if _FEED.match(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads a feed with one item."""
    return only(list(entries(source)), source)


def entries(source: Source) -> Iterator[Document | ReadError]:
    """The items of the feed, in order.

    Raises:
        ReadError: if it has none.
    """
    feed, items = _scanned(source.raw)
    if not items:
        raise ReadError("a feed without items.", file=source.file_name, hint="Nothing to read.")
    for number, item in enumerate(items, start=1):
        name = f"{source.file_name}#{number}"
        if not item.complete:
            yield ReadError("the item breaks off.", file=name, hint="Fetch the feed again.")
            continue
        try:
            yield read_entry(
                _entry(item, feed), container=NAME, file_name=source.file_name, place=str(number)
            )
        except ReadError as error:
            yield error


def _scanned(raw: str) -> tuple[_Item, list[_Item]]:
    """The feed's own elements, and its items."""
    feed, items = _Item(), []
    at: _Item = feed
    depth, inside = 0, ""
    # A tag `<link/>` or an element that never closes must not swallow what follows it.
    parts: list[str] = []
    start = 0
    xhtml = False
    for token in scan(raw):
        if not isinstance(token, Tag):
            if inside and not xhtml:
                text = raw[token.start : token.end]
                parts.append(text if token.literal else resolve(text))
            continue
        if token.name in _ITEMS:
            if token.closes:
                at.complete, at = True, feed
            else:
                at = _Item()
                items.append(at)
            inside = ""
        elif not inside:
            if not token.closes:
                _opened(at, token)
                if not token.is_empty and token.name not in ("channel", "rss", "feed", "rdf:rdf"):
                    inside, depth, parts, start = token.name, 0, [], token.end
                    xhtml = token.attributes.get("type", "") in ("xhtml", "application/xhtml+xml")
        elif token.name == inside:
            depth += -1 if token.closes else (0 if token.is_empty else 1)
            if depth < 0:
                text = raw[start : token.start] if xhtml else "".join(parts)
                _closed(at, inside, text)
                inside = ""
        elif inside == "author" and token.closes and token.name in ("email", "uri"):
            parts.clear()
        elif inside == "author" and token.closes and token.name == "name":
            at.authors.append("".join(parts).strip())
            parts.clear()
    return feed, items


def _opened(item: _Item, tag: Tag) -> None:
    if tag.name in ("link", "atom:link") and tag.attributes.get("href"):
        item.links.append(tag.attributes)
    if tag.name == "category" and tag.attributes.get("term"):
        item.categories.append(tag.attributes["term"])
    if tag.name in ("media:thumbnail", "media:content", "enclosure"):
        kind = tag.attributes.get("type") or tag.attributes.get("medium") or "image"
        if kind.startswith("image") and tag.attributes.get("url"):
            item.texts.setdefault("image", tag.attributes["url"])


def _closed(item: _Item, name: str, text: str) -> None:
    text = text.strip()
    if not text:
        return
    if name == "category":
        item.categories.append(text)
    elif name in _AUTHORS:
        if not (name == "author" and item.authors):
            item.authors.append(text)
    else:
        item.texts.setdefault(name, text)


def _entry(item: _Item, feed: _Item) -> Entry:
    title = item.texts.get("title")
    written = next((item.texts[name] for name in _DATE if name in item.texts), None)
    published = any_edtf(written)
    kept = {
        f"unknown_field:{name}": " ".join(text.split())[:_MAX_SAMPLE]
        for name, text in sorted(item.texts.items())
        if name not in _READ and name != "image" and not _IGNORED.match(name)
    }
    if written and published is None:
        kept["unknown_value:date"] = " ".join(written.split())[:_MAX_SAMPLE]
    publisher = item.texts.get("source") or feed.texts.get("title")
    return Entry(
        body=item.first(_BODY) or "",
        title=" ".join(resolve(title).split()) if title else None,
        authors=_authors(item.authors) or _authors(feed.authors),
        published=published,
        publisher=" ".join(resolve(publisher).split()) if publisher else None,
        url=_address(item),
        language=language_code(item.texts.get("dc:language") or feed.texts.get("language") or ""),
        categories=tuple(dict.fromkeys(item.categories)),
        image=item.texts.get("image"),
        fields=kept,
    )


def _authors(written: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for one in written:
        mail = _MAIL_NAME.match(one)
        text = mail["name"] if mail else one
        found += split_names(text) if are_names(text) else ()
    return tuple(dict.fromkeys(found))


def _address(item: _Item) -> str | None:
    linked = [link["href"] for link in item.links if link.get("rel", "alternate") == "alternate"]
    texts = [item.texts.get(name) for name in ("link", "guid", "id")]
    return next((one for one in [*linked, *texts] if one and is_address(one)), None)
