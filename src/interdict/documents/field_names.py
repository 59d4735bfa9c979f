"""Names under which site generators, news collections and feeds give a document's metadata.

Each tuple is in order of preference: the first field that is present with a value counts.
"""

from __future__ import annotations

import re

TITLE = ("title", "headline")
EXCERPT = ("excerpt", "description", "summary", "subtitle", "standfirst", "dek")
DATE = ("publication_date", "date", "published", "published_at", "date_published", "pubdate")
AUTHORS = ("author", "authors", "byline")
CATEGORIES = ("categories", "category", "tags", "tag", "keywords")
IMAGE = ("image", "thumbnail", "cover", "featured_image")
URL = ("url", "link", "canonical_url", "source_url", "original_url")
PUBLISHER = ("publisher", "site_name", "site", "outlet", "source")
LANGUAGE = ("lang", "language")

_LANGUAGE_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})*$")
_ENGLISH_NAMES = {
    "english": "en", "spanish": "es", "french": "fr", "portuguese": "pt", "german": "de",
    "russian": "ru", "ukrainian": "uk", "arabic": "ar", "chinese": "zh", "persian": "fa",
}  # fmt: skip


def language_code(text: str) -> str | None:
    """ISO 639-1 code of `en`, `en-US` or `English`; None for anything else."""
    text = text.strip().lower()
    found = _LANGUAGE_CODE.match(text)
    return found[1] if found else _ENGLISH_NAMES.get(text)
