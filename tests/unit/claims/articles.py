"""Short articles for the tests of claims."""

from __future__ import annotations

from interdict.model.source import Block, Document, DocumentKind, Segment


def article(text: str, language: str = "en") -> Document:
    """A news text of one paragraph, published on 2024-05-10."""
    return Document(
        sha256="0" * 64,
        file_name="example.txt",
        container="plain",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published="2024-05-10",
        language=language,
    )
