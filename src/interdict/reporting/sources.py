"""The numbered list of sources under a text: each once, every value refers to it by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from interdict.model.source import Citation, Dataset, Document
from interdict.reconcile.evidence import grade_of
from interdict.reporting.wording import GRADES
from interdict.store.base import HeldDocument

WEB = ("http", "https")
"""Schemes of addresses that may become a link: a document may name any address it likes."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a source: its number, and the place in it (characters, a line)."""

    number: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the list shows it; `grade` in words, `published` EDTF or None.

    `known_at` is the ISO time from which an undated document counts as known. `sha256` is
    that of the file, `edition` a list's edition; `url` only if it is one of the web.
    """

    number: int
    name: str
    title: str
    publisher: str | None
    kind: str
    grade: str
    published: str | None
    known_at: str | None = None
    citation: str | None = None
    url: str | None = None
    sha256: str | None = None
    edition: str | None = None


class Sources:
    """Gathers what is cited, in the order of first use."""

    def __init__(
        self, documents: Iterable[HeldDocument], datasets: Mapping[str, Dataset] | None = None
    ) -> None:
        self._documents = {held.document.sha256: held for held in documents}
        self._datasets = datasets or {}
        self._numbered: dict[tuple[str, ...], Source] = {}

    def refer(self, citations: Iterable[Citation]) -> tuple[Ref, ...]:
        """References to some citations, those to one source together, by number."""
        places: dict[int, list[str]] = {}
        for citation in citations:
            number = self._number(citation)
            place = _place(citation)
            held = places.setdefault(number, [])
            if place and place not in held:
                held.append(place)
        return tuple(Ref(number, ", ".join(found)) for number, found in sorted(places.items()))

    def author(self, citation: Citation) -> str:
        """Who speaks where the source speaks for itself: its publisher, authors, or name."""
        held = self._documents.get(citation.document_id or "")
        if held is not None:
            return voice_of(held.document)
        return citation.by or citation.source

    def listed(self) -> tuple[Source, ...]:
        """The sources referred to so far, by number."""
        return tuple(self._numbered.values())

    def _number(self, citation: Citation) -> int:
        key = _key(citation)
        if key not in self._numbered:
            self._numbered[key] = self._source(citation, len(self._numbered) + 1)
        return self._numbered[key].number

    def _source(self, citation: Citation, number: int) -> Source:
        held = self._documents.get(citation.document_id or "")
        if held is not None:
            return _of_document(held, number)
        dataset = self._datasets.get(citation.source)
        compiled = citation.fact_grade is not None
        title = citation.detail if compiled and citation.detail else None
        grade = GRADES[citation.grade]
        return Source(
            number=number,
            name=citation.source,
            title=title or (dataset.title if dataset else citation.detail) or citation.source,
            publisher=None if compiled or dataset is None else dataset.publisher,
            kind="compiled fact" if compiled else "list" if citation.edition else "reviewer",
            grade=f"grade of proof {citation.fact_grade}" if compiled else grade,
            published=citation.published,
            url=web_address(dataset.url) if dataset and not compiled else None,
            edition=citation.edition,
        )


def _of_document(held: HeldDocument, number: int) -> Source:
    document = held.document
    return Source(
        number=number,
        name=document.file_name,
        title=document.title or document.file_name,
        publisher=document.publisher or (", ".join(document.authors) or None),
        kind={"fr_notice": "official journal", "press_release": "release"}.get(
            document.kind.value, document.kind.value
        ),
        grade=GRADES[grade_of(document)],
        published=document.published,
        known_at=None if document.published else held.known_at.isoformat(timespec="seconds"),
        citation=document.citation,
        url=web_address(document.url),
        sha256=document.sha256,
    )


def author_of(document: Document) -> str:
    """Who speaks where a document speaks for itself: publisher, authors, or the file's name."""
    return document.publisher or ", ".join(document.authors) or document.file_name


def voice_of(document: Document) -> str:
    """The same in words for a reader: a file's name says nobody."""
    name = author_of(document)
    return f"an unsigned text ({name})" if name == document.file_name else name


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web; None for any other (`javascript:` is one)."""
    if not url:
        return None
    try:
        split = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if split.scheme.lower() in WEB and split.netloc else None


def _key(citation: Citation) -> tuple[str, ...]:
    if citation.document_id:
        return (citation.document_id,)
    if citation.fact_grade:
        return (citation.source, citation.detail or "", citation.fact_grade)
    return (citation.source, citation.edition or "", citation.detail or "")


def _place(citation: Citation) -> str:
    if citation.document_id:
        return "" if citation.start is None else f"{citation.start}–{citation.end}"
    if citation.file and citation.line:
        return f"{citation.file} line {citation.line}"
    return f"record {citation.record_id}" if citation.record_id else ""
