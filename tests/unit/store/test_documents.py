"""Readings of documents: when they are known, and when two of them differ."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from interdict.model.claim import Claim
from interdict.model.source import Block, Document, DocumentKind, Segment
from interdict.store.documents import described, known_from, reading_digest, rebuilt

RECORDED = datetime(2026, 1, 1, 12, tzinfo=UTC)

DOCUMENT = Document(
    sha256="a" * 64,
    file_name="report.txt",
    container="front_matter",
    kind=DocumentKind.PRESS_RELEASE,
    raw="---\r\nHarbour “Front” 港\r\n",
    text="Harbour “Front” 港",
    segments=(Segment(0, 5, 17),),
    blocks=(Block("title", 0, 7), Block("paragraph", 8, 17)),
    title="Harbour",
    authors=("Ann", "Bob"),
    published="2025-11-17T02:08:21",
    publisher="Ministry",
    citation="90 FR 1",
    identifiers=("FR Doc. 1",),
    categories=("news",),
    noise=((0, 5, "header"),),
)
CLAIM = Claim("report.txt", "alias", 0, 7, "Harbour", "test", document_id="a" * 64)


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2025-11-17", "2025-11-17T23:59:59.999999"),
        ("2025-11-17T02:08:21", "2025-11-17T23:59:59.999999"),
        ("2025-11", "2025-11-30T23:59:59.999999"),
        ("2025", "2025-12-31T23:59:59.999999"),
        (None, "2026-01-01T12:00:00"),
    ],
)
def test_known_from(published: str | None, known: str) -> None:
    """The end of the last day it can be dated; an undated one, when it was recorded."""
    document = replace(DOCUMENT, published=published)
    assert known_from(document, RECORDED) == datetime.fromisoformat(known).replace(tzinfo=UTC)


def test_a_document_survives_being_stored() -> None:
    """Plain data and the two texts give back an equal document."""
    stored = json.loads(json.dumps(described(DOCUMENT)))
    assert rebuilt(stored, DOCUMENT.raw, DOCUMENT.text) == DOCUMENT


def test_a_shredded_document_has_empty_texts() -> None:
    """Everything but the texts is still there."""
    stored = json.loads(json.dumps(described(DOCUMENT)))
    assert rebuilt(stored, None, None) == replace(DOCUMENT, raw="", text="")


def test_the_description_holds_no_text() -> None:
    """So that shredding the texts shreds all of them."""
    assert not {"raw", "text"} & set(described(DOCUMENT))


class TestDigest:
    """The same bytes read with the same outcome are one reading."""

    def test_is_stable(self) -> None:
        """Equal documents and claims give the same digest."""
        assert reading_digest(DOCUMENT, [CLAIM]) == reading_digest(replace(DOCUMENT), [CLAIM])

    @pytest.mark.parametrize(
        "change",
        [{"published": None}, {"publisher": "Other"}, {"file_name": "b.txt"}, {"blocks": ()}],
        ids=lambda change: next(iter(change)),
    )
    def test_differs_with_the_metadata(self, change: dict[str, Any]) -> None:
        """Attesting a date or a publisher makes a new reading."""
        changed = replace(DOCUMENT, **change)
        assert reading_digest(changed, [CLAIM]) != reading_digest(DOCUMENT, [CLAIM])

    @pytest.mark.parametrize(
        "change",
        [{"subject_id": "doc-x"}, {"effective_on": "2025-11-24"}, {"confidence": 0.9}],
        ids=lambda change: next(iter(change)),
    )
    def test_differs_with_any_field_of_a_claim(self, change: dict[str, Any]) -> None:
        """A better extractor makes a new reading, even where the claims keep their ids."""
        better = replace(CLAIM, **change)
        assert better.id == CLAIM.id
        assert reading_digest(DOCUMENT, [better]) != reading_digest(DOCUMENT, [CLAIM])

    def test_differs_with_the_number_of_claims(self) -> None:
        """Finding more, or nothing, is another outcome."""
        digests = {reading_digest(DOCUMENT, claims) for claims in ([], [CLAIM], [CLAIM, CLAIM])}
        assert len(digests) == 3
