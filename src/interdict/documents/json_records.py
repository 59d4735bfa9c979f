"""Articles as JSON objects: which field says what.

The forms of collections of news (`id, site, url, title, bylines, language, text`), of news
interfaces (`articles: [...]`), of JSON Feed (`items`, `content_html`) and of schema.org.
Source: jsonfeed.org, version 1.1; schema.org/NewsArticle.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from interdict.documents.addresses import is_address
from interdict.documents.bylines import are_names, split_names
from interdict.documents.entry import Entry
from interdict.documents.field_names import (
    AUTHORS,
    CATEGORIES,
    DATE,
    IMAGE,
    LANGUAGE,
    PUBLISHER,
    TITLE,
    URL,
    language_code,
)
from interdict.documents.written_dates import any_edtf

BODY = (
    "text body content content_text maintext full_text article_text articlebody article"
    " content_html html description summary abstract"
).split()
LISTS = "articles items entries documents results data stories posts".split()
"""Fields under which an object holds a list of articles."""

_DATE = (*DATE, "publish_date", "date_publish", "datepublished", "publishedat", "pub_date")
_AUTHORS = ("bylines", *AUTHORS, "creator")
_URL = (*URL, "external_url", "web_url")
_PUBLISHER = (*PUBLISHER, "site_title", "domain", "source_name")
_IGNORED = frozenset(
    "id _id guid uuid hash word_count n_words length crawled_at crawl_date date_crawl date_download"
    " date_modified datemodified updated updated_at modified version type @type @context".split()
)
_MAX_SAMPLE = 200


def is_record(value: object) -> bool:
    """True for an object with a field that can hold an article's text."""
    return isinstance(value, dict) and any(
        key.lower() in BODY and isinstance(value[key], str) for key in value
    )


def unwrapped(value: object) -> object:
    """The record inside an object that holds nothing else to read: `{"article": {...}}`.

    What the outer object says stays, where the record does not say it itself.
    """
    if not isinstance(value, dict) or is_record(value):
        return value
    inner = [one for one in value.values() if is_record(one)]
    if len(inner) != 1:
        return value
    around = {key: one for key, one in value.items() if one is not inner[0]}
    return around | inner[0]


def entry_of(record: Mapping[str, Any]) -> Entry:
    """What a record says; fields that are unknown, or not understood, are kept as such."""
    fields = _Fields(record)
    body = fields.text(BODY, strip=False) or ""
    return Entry(
        body=body,
        title=fields.text(TITLE),
        authors=fields.names(_AUTHORS),
        published=fields.parsed(_DATE, any_edtf),
        publisher=fields.parsed(_PUBLISHER, lambda name: None if is_address(name) else name),
        url=fields.parsed(_URL, lambda url: url if is_address(url) else None),
        language=fields.parsed(LANGUAGE, language_code),
        categories=fields.several(CATEGORIES),
        image=fields.text(IMAGE),
        fields=fields.unread(),
    )


class _Fields:
    """The fields of a record by lower-case name; those that were read are remembered."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._values = {str(key).lower(): value for key, value in reversed(list(record.items()))}
        self._read: set[str] = set()
        self._rejected: set[str] = set()

    def text(self, names: Sequence[str], *, strip: bool = True) -> str | None:
        """The first of the fields that holds text (or a thing with a name)."""
        for name in names:
            text = _text(self._values.get(name))
            if text is not None:
                self._read.add(name)
                return text.strip() if strip else text
        return None

    def parsed(self, names: Sequence[str], parse: Any) -> str | None:
        """The first of the fields whose text is understood."""
        for name in names:
            text = _text(self._values.get(name))
            if text is None:
                continue
            understood: str | None = parse(text.strip())
            if understood is not None:
                self._read.add(name)
                return understood
            self._rejected.add(name)
        return None

    def several(self, names: Sequence[str]) -> tuple[str, ...]:
        """The texts of all the fields, in order; commas part them in a single text."""
        found: list[str] = []
        for name in names:
            value = self._values.get(name)
            if value is not None:
                self._read.add(name)
                found += _listed(value)
        return tuple(dict.fromkeys(found))

    def names(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The people whom the first of the fields names."""
        for key in keys:
            value = self._values.get(key)
            texts = [_text(one) for one in (value if isinstance(value, list) else [value])]
            found = [
                name for text in texts if text and are_names(text) for name in split_names(text)
            ]
            if found:
                self._read.add(key)
                return tuple(dict.fromkeys(found))
            if any(texts):
                self._rejected.add(key)
        return ()

    def unread(self) -> dict[str, str]:
        """Fields that say something which was not taken, by kind of noise."""
        kept = {}
        for name, value in sorted(self._values.items()):
            if name in self._read or name in _IGNORED or value in (None, "", [], {}):
                continue
            kind = "unknown_value" if name in self._rejected else "unknown_field"
            kept[f"{kind}:{_plain(name)}"] = _plain(json.dumps(value, ensure_ascii=False))
        return kept


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "title", "id") if value.get(key)), None)
    if isinstance(value, list) and len(value) == 1:
        return _text(value[0]) if not isinstance(value[0], list) else None
    return value if isinstance(value, str) and value.strip() else None


def _listed(value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, list):
        return [text.strip() for one in value if (text := _text(one))]
    return []


def _plain(text: str) -> str:
    """On one line, and no longer than what tells what it is."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _MAX_SAMPLE else flat[:_MAX_SAMPLE] + "…"
