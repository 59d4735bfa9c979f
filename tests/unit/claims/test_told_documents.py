"""Whole documents of our own writing, by regime and language, and the claims they must give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from interdict.claims.extract import extract
from interdict.model.claim import Claim
from interdict.model.source import Block, Document, DocumentKind, Segment

FOLDER = Path(__file__).parent / "told"
TOLD = [
    row
    for path in sorted(FOLDER.glob("*.yml"))
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def document(row: dict[str, Any]) -> Document:
    """A document whose paragraphs are the lines of the text."""
    text = row["text"]
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document(
        sha256="0" * 64,
        file_name=f"{row['name']}.txt",
        container="bare",
        kind=DocumentKind(row.get("kind", "news")),
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=tuple(blocks),
        published=row["published"],
        language=row.get("language"),
    )


def meets(claim: Claim, wanted: dict[str, Any]) -> bool:
    """True if every field that is asked for is as wanted; `has` is part of the quote."""
    return all(
        value in claim.quote if field == "has" else getattr(claim, field) == value
        for field, value in wanted.items()
    )


def name(row: dict[str, Any]) -> str:
    """The document's name."""
    return str(row["name"])


@pytest.mark.parametrize("row", TOLD, ids=name)
def test_a_document_gives_the_claims_it_makes(row: dict[str, Any]) -> None:
    """Every claim asked for is there, with subject, authority, programme, date and stance."""
    claims = extract(document(row))
    missing = [w for w in row["expect"] if not any(meets(claim, w) for claim in claims)]
    assert not missing, [
        (c.kind, c.subject, c.authority, c.programme, c.date, c.quote) for c in claims
    ]


@pytest.mark.parametrize("row", TOLD, ids=name)
def test_a_document_designates_nobody_else(row: dict[str, Any]) -> None:
    """What a document forbids is not claimed, and designations are of the expected parties."""
    claims = extract(document(row))
    wrong = [c for w in row.get("never", ()) for c in claims if meets(c, w)]
    assert not wrong, [(c.kind, c.subject, c.quote) for c in wrong]


@pytest.mark.parametrize("row", TOLD, ids=name)
def test_every_claim_cites_its_own_words(row: dict[str, Any]) -> None:
    """The quote is the raw text at the span, in every language."""
    doc = document(row)
    for claim in extract(doc):
        assert doc.raw[claim.start : claim.end] == claim.quote
