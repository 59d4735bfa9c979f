"""A text under YAML front matter, as site generators and the Register's exports write it.

    ---
    title: "A title"
    date: 2025-11-17T02:08:21
    ---

    First paragraph ...

Front matter is a wrapper: its body is sniffed again, and read by whichever reader fits.
Title and excerpt are read as text, from inside their quotes; other values are metadata. A
field that is not known, or has a value that is not understood, is kept as noise of its own
kind (`unknown_field:KEY`, `unknown_value:KEY`), so that nothing is lost unseen.

A Federal Register notice is recognised by the Register's own fields (`source: fr` with
document number, citation and publication date, consistent with one another). Under any
other front matter a notice is somebody's reprint, whatever its body looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from interdict.documents.addresses import is_address, url_kind
from interdict.documents.bylines import split_names
from interdict.documents.catalog import choose
from interdict.documents.containers import federal_register
from interdict.documents.field_names import (
    AUTHORS,
    CATEGORIES,
    DATE,
    EXCERPT,
    IMAGE,
    LANGUAGE,
    PUBLISHER,
    TITLE,
    URL,
    language_code,
)
from interdict.documents.layout import Passage, carve, reprint, wrap
from interdict.documents.register import PUBLISHER as JOURNAL
from interdict.documents.register import citation, document_number, public_notice, volume_year
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import edtf
from interdict.documents.yaml_fields import YamlField, yaml_fields
from interdict.errors import ReadError
from interdict.model.dates import PartialDate
from interdict.model.source import Document, DocumentKind

NAME = "front_matter"

_OPEN = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)")
_CLOSE = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:(?:\r\n|\r|\n)\s*|\Z)")
_FIRST_FIELD = re.compile(
    r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[\"']?[A-Za-z_][\w -]{0,40}[\"']?[ \t]*:(?=\s)"
)

_REGISTER = ("document_number", "fr_citation", "docket_ids", "identifier")
_IGNORED = (
    # How a generator shows the text; and what says nothing about the document's source.
    "layout permalink slug draft comments comment toc sidebar weight id type aliases share"
    " math pin hidden updated modified last_modified_at lastmod date_modified encoding charset"
    # Of the Register's: repeated by its citation, or in the text.
    " agency agencies document_type fr_volume fr_page start_page end_page"
).split()
_READ = frozenset().union(
    TITLE, EXCERPT, DATE, AUTHORS, CATEGORIES, IMAGE, URL, PUBLISHER, LANGUAGE, _REGISTER
)
_NOT_WITHIN = frozenset({NAME, "mail", "json", "jsonl", "feed"})
_FLAGS = frozenset({"true", "false", "yes", "no"})


@dataclass(slots=True)
class _Fields:
    """The fields by key; asking for a value that cannot be understood is remembered."""

    by_key: dict[str, YamlField]
    not_understood: set[str] = field(default_factory=set)

    def first(self, keys: Sequence[str]) -> YamlField | None:
        """The first of the keys that is present with a value."""
        for key in keys:
            found = self.by_key.get(key)
            if found is not None and found.values is None:
                self.not_understood.add(key)
            elif found is not None and found.values:
                return found
        return None

    def text(self, keys: Sequence[str]) -> str | None:
        """Its text, if it is a single value."""
        found = self.first(keys)
        if found is not None and found.is_list:
            self.not_understood.add(found.key)
        return found.text if found is not None else None

    def all(self, keys: Sequence[str]) -> list[str]:
        """The values of all of them, in the order of the keys."""
        found = [self.first([key]) for key in keys]
        return [value for one in found if one is not None for value in one.values or ()]

    def reject(self, keys: Sequence[str]) -> None:
        """Marks the first of the keys as not understood."""
        found = self.first(keys)
        if found is not None:
            self.not_understood.add(found.key)


def sniff(head: Head) -> float:
    """0.95 for `---`, a field, and a closing `---` (which may lie beyond the head)."""
    opening = _OPEN.match(head.start)
    if opening is None or not _FIRST_FIELD.match(head.start, opening.end()):
        return 0.0
    closed = _CLOSE.search(head.start, opening.end())
    return 0.95 if closed or not head.whole else 0.0


def read(source: Source) -> Document:
    """Reads the fields, and has the body read.

    Raises:
        ReadError: if the front matter does not end, is not valid YAML, or its Federal
            Register fields contradict one another or the body.
    """
    raw = source.raw
    opening = _OPEN.match(raw)
    closing = _CLOSE.search(raw, opening.end()) if opening else None
    if opening is None or closing is None:
        raise ReadError(
            "the front matter has no closing `---` line.", file=source.file_name, line=1
        )
    written = yaml_fields(raw, opening.end(), closing.start(), file_name=source.file_name)
    fields = _Fields({one.key: one for one in reversed(written)})
    is_register = _is_register(fields, source.file_name)
    inner = _read_body(source, closing.end(), fields, is_register=is_register)
    lead = _lead(fields)
    read = _with_fields(inner, fields)
    if not is_register:
        for key in (*_REGISTER, "source") if _says_register(fields) else _REGISTER:
            fields.reject([key])
    else:
        read = _with_register_fields(read, fields, source.file_name)
    spans = [(p.runs[0].raw_start, _last(p), None) for p in lead]
    noise = carve(0, closing.end(), "front_matter", [*spans, *_signals(written, fields)])
    return wrap(read, source, container=NAME, body_start=closing.end(), lead=lead, noise=noise)


def _read_body(source: Source, start: int, fields: _Fields, *, is_register: bool) -> Document:
    body = Source(source.raw[start:], source.file_name, source.sha256, within=NAME)
    if is_register:
        return federal_register.read(body)
    reader, _ = choose(Head.of(body.raw), excluding=_NOT_WITHIN)
    inner = reader.read(body)
    if _says_register(fields):  # but does not say which notice: no notice, nor an article
        return reprint(inner, DocumentKind.OTHER)
    return reprint(inner, DocumentKind.NEWS) if inner.kind is DocumentKind.FR_NOTICE else inner


def _lead(fields: _Fields) -> list[Passage]:
    found = (("title", fields.first(TITLE)), ("excerpt", fields.first(EXCERPT)))
    return [Passage(kind, one.runs) for kind, one in found if one is not None and one.runs]


def _last(passage: Passage) -> int:
    return passage.runs[-1].raw_start + len(passage.runs[-1].text)


def _with_fields(inner: Document, fields: _Fields) -> Document:
    """The inner document with what the front matter gives; what it leaves open stays."""
    published = _published(fields)
    publisher, url = _origin(fields)
    if url and not is_address(url):
        fields.reject(URL)
        url = None
    written_by = fields.first(AUTHORS)
    authors: tuple[str, ...] = ()
    if written_by is not None and written_by.values:
        authors = written_by.values if written_by.is_list else split_names(written_by.values[0])
    language = language_code(fields.text(LANGUAGE) or "")
    if language is None:
        fields.reject(LANGUAGE)
    return replace(
        inner,
        title=fields.text(TITLE) or inner.title,
        authors=authors or inner.authors,
        published=published or inner.published,
        published_from=NAME if published else inner.published_from,
        publisher=publisher or inner.publisher,
        publisher_from=NAME if publisher else inner.publisher_from,
        url=url or inner.url,
        url_kind=url_kind(url) if url else inner.url_kind,
        language=language or inner.language,
        categories=tuple(dict.fromkeys(fields.all(CATEGORIES))) or inner.categories,
        image=fields.text(IMAGE) or inner.image,
    )


def _published(fields: _Fields) -> str | None:
    """The first date key that holds a date; `published: true` is a generator's flag."""
    for key in DATE:
        written = fields.text([key])
        if written is None or (key == "published" and written.lower() in _FLAGS):
            continue
        understood = edtf(written)
        if understood is not None:
            return understood
        fields.reject([key])
    return None


def _origin(fields: _Fields) -> tuple[str | None, str | None]:
    """Publisher and address; `source` may hold either."""
    names = [key for key in PUBLISHER if key != "source" or not _says_register(fields)]
    publisher, url = fields.text(names), fields.text(URL)
    if publisher is not None and is_address(publisher):
        return None, url or publisher
    return publisher, url


def _says_register(fields: _Fields) -> bool:
    return (fields.text(["source"]) or "").lower() == "fr"


def _is_register(fields: _Fields, file_name: str) -> bool:
    """True if the fields name a notice of the Federal Register, completely.

    Raises:
        ReadError: if citation and publication date are of different years.
    """
    if not _says_register(fields):
        return False
    cited = citation(fields.text(["fr_citation"]) or "")
    number = document_number(fields.text(["document_number"]) or "")
    on = edtf(fields.text(["publication_date"]) or "")
    if cited is None or number is None or on is None or not PartialDate.parse(on).is_day:
        return False
    if PartialDate.parse(on).year != volume_year(cited):
        raise ReadError(
            f"publication date {on} and citation {cited} are of different years"
            f" (volume of {volume_year(cited)}).",
            file=file_name,
            hint="Check both against the Federal Register.",
        )
    return True


def _with_register_fields(read: Document, fields: _Fields, file_name: str) -> Document:
    cited = citation(fields.text(["fr_citation"]) or "")
    number = f"FR Doc. {document_number(fields.text(['document_number']) or '')}"
    printed = [one for one in read.identifiers if one.startswith("FR Doc. ")]
    if any(one != number for one in printed) or read.citation not in (None, cited):
        raise ReadError(
            f"the front matter names {number}, {cited}; the text is"
            f" {', '.join([*printed, read.citation or ''])}.",
            file=file_name,
            hint="Put each notice under its own front matter.",
        )
    others = fields.all(["docket_ids", "identifier"])
    numbers = [number, *(public_notice(other) or other for other in others), *read.identifiers]
    return replace(
        read,
        published=edtf(fields.text(["publication_date"]) or ""),
        published_from=NAME,
        publisher=JOURNAL,
        publisher_from=NAME,
        citation=cited,
        identifiers=tuple(dict.fromkeys(numbers)),
    )


def _signals(written: Sequence[YamlField], fields: _Fields) -> list[tuple[int, int, str | None]]:
    """Spans of fields that are unknown, repeated, or hold a value that is not understood."""
    signals: list[tuple[int, int, str | None]] = []
    for one in written:
        if one.key not in _READ and one.key not in _IGNORED:
            signals.append((one.start, one.end, f"unknown_field:{one.key}"))
        elif fields.by_key[one.key] is not one:
            signals.append((one.start, one.end, f"repeated_field:{one.key}"))
        elif one.key in fields.not_understood or (one.values is None and one.key in _READ):
            signals.append((one.start, one.end, f"unknown_value:{one.key}"))
    return signals
