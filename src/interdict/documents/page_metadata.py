"""What a web page says of itself: JSON-LD of its article, meta elements, its time element.

Source: schema.org/NewsArticle; the Open Graph protocol (ogp.me); Dublin Core in HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interdict.documents.addresses import is_address
from interdict.documents.bylines import are_names, split_names
from interdict.documents.field_names import language_code
from interdict.documents.markup import Tag
from interdict.documents.written_dates import any_edtf

_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "citation_title")
_DATE = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "sailthru.date",
    "publish-date", "publication_date", "pubdate", "citation_publication_date", "date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "citation_author", "byl")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "publisher")
_URL = ("og:url", "parsely-link", "twitter:url")
_CATEGORIES = ("article:section", "article:tag", "keywords", "news_keywords")
_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting WebPage Report"
    " OpinionNewsArticle LiveBlogPosting".split()
)
_MAX_JSON = 200_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Each value as found; None or empty where the page does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    publisher: str | None = None
    publisher_from: str | None = None
    url: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    image: str | None = None


def page_metadata(tags: Sequence[Tag], structured: Sequence[str]) -> PageMetadata:
    """What the tags of a page and its JSON-LD say; JSON-LD first, it speaks of the article."""
    meta = _meta(tags)
    article = next(_articles(structured), {})
    dates = [(any_edtf(_text(article.get("datePublished"))), "json_ld")]
    dates += [(any_edtf(meta[name][0]), "html_meta") for name in _DATE if name in meta]
    dates += [(any_edtf(one), "html_time") for one in _times(tags)]
    published, origin = next(((day, where) for day, where in dates if day), (None, None))
    publishers = [(_text(article.get("publisher")), "json_ld")]
    publishers += [(meta[name][0], "html_meta") for name in _PUBLISHER if name in meta]
    publisher, publisher_from = next(
        ((name, where) for name, where in publishers if name and not is_address(name)),
        (None, None),
    )
    addresses = [_canonical(tags), *(meta[name][0] for name in _URL if name in meta)]
    language = language_code(_language(tags) or _text(article.get("inLanguage")) or "")
    return PageMetadata(
        title=_text(article.get("headline")) or _first(meta, _TITLE),
        authors=_authors(article, meta),
        published=published,
        published_from=origin,
        publisher=publisher,
        publisher_from=publisher_from,
        url=next((one for one in addresses if one and is_address(one)), None),
        language=language,
        categories=tuple(
            dict.fromkeys(
                one.strip()
                for name in _CATEGORIES
                for value in meta.get(name, ())
                for one in value.split(",")
                if one.strip()
            )
        ),
        image=_first(meta, ("og:image",)),
    )


def _meta(tags: Sequence[Tag]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in tags:
        if tag.name == "meta":
            named = tag.attributes
            name = named.get("property") or named.get("name") or named.get("itemprop") or ""
            if name and named.get("content"):
                found.setdefault(name.lower(), []).append(named["content"])
    return found


def _first(meta: Mapping[str, list[str]], names: Sequence[str]) -> str | None:
    return next((" ".join(meta[name][0].split()) for name in names if name in meta), None)


def _articles(structured: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Objects of JSON-LD that describe an article; the most specific type first."""
    found = []
    for written in structured:
        if len(written) > _MAX_JSON:
            continue
        try:
            data = json.loads(written)
        except (ValueError, RecursionError):
            continue
        roots = data if isinstance(data, list) else [data]
        for root in roots:
            if isinstance(root, dict):
                graph = root.get("@graph")
                found += [root, *(graph if isinstance(graph, list) else [])]
    articles = [one for one in found if isinstance(one, dict) and _ARTICLES & _types(one)]
    yield from sorted(articles, key=lambda one: "WebPage" in _types(one))


def _types(thing: Mapping[str, Any]) -> set[str]:
    written = thing.get("@type")
    return {str(one) for one in (written if isinstance(written, list) else [written])}


def _text(value: Any) -> str | None:
    """A text, or the name of a thing."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _authors(article: Mapping[str, Any], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    written = article.get("author")
    listed = written if isinstance(written, list) else [written]
    names = [name for one in listed if (name := _text(one))]
    if not names:
        names = next((meta[name] for name in _AUTHORS if name in meta), [])
    found = [one for name in names if are_names(name) for one in split_names(name)]
    return tuple(dict.fromkeys(found))


def _times(tags: Sequence[Tag]) -> list[str]:
    """`datetime` of the page's time elements, if they agree: a list of stories has many."""
    written = [tag.attributes for tag in tags if tag.name == "time"]
    marked = [
        one["datetime"]
        for one in written
        if one.get("datetime")
        and ("pubdate" in one or "published" in one.get("itemprop", "").lower())
    ]
    days = {day.partition("T")[0] for one in written if (day := any_edtf(one.get("datetime")))}
    every = [one["datetime"] for one in written if one.get("datetime")]
    return marked[:1] or (every[:1] if len(days) == 1 else [])


def _canonical(tags: Sequence[Tag]) -> str | None:
    links = [tag.attributes for tag in tags if tag.name == "link"]
    return next(
        (one.get("href") for one in links if one.get("rel", "").lower() == "canonical"), None
    )


def _language(tags: Sequence[Tag]) -> str | None:
    pages = [tag.attributes for tag in tags if tag.name == "html"]
    return next((one.get("lang") or one.get("xml:lang") for one in pages), None)
