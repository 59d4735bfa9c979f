"""When a document is known, and what makes one reading of it differ from another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import blake2b

from interdict.model.claim import Claim
from interdict.model.dates import end_of_day
from interdict.model.source import Block, Document, DocumentKind, Segment

_PASSAGE_WORDS = 8
"""From so many words on, what stands in the text is a passage of it rather than a name."""


def known_from(document: Document, recorded_at: datetime) -> datetime:
    """When the document could be known: the end of its day, or its recording if undated."""
    published = document.published_on
    return recorded_at if published is None else end_of_day(published.last)


def reading_digest(document: Document, claims: Sequence[Claim]) -> str:
    """Identifies what was read out of a document: its metadata and every claim.

    The same bytes read again with the same outcome add nothing; read with other metadata
    or by a better extractor they give a new reading, which takes the old one's place.
    """
    body = json.dumps([described(document), [claim.as_dict() for claim in claims]], sort_keys=True)
    return blake2b(body.encode(), digest_size=16).hexdigest()


def described(document: Document) -> dict[str, object]:
    """The document as plain data, without its raw text and what can be rebuilt from it."""
    fields = asdict(document)
    del fields["raw"], fields["text"]
    return fields


def rebuilt(fields: dict[str, object], raw: str | None, text: str | None) -> Document:
    """The document of `described` data; a shredded one has empty texts."""
    data: dict[str, object] = dict(fields)
    data["kind"] = DocumentKind(str(fields["kind"]))
    data["segments"] = tuple(Segment(**s) for s in fields["segments"])  # type: ignore[attr-defined]
    data["blocks"] = tuple(Block(**b) for b in fields["blocks"])  # type: ignore[attr-defined]
    for name in ("authors", "identifiers", "categories"):
        data[name] = tuple(fields[name])  # type: ignore[arg-type]
    data["noise"] = tuple(tuple(n) for n in fields["noise"])  # type: ignore[attr-defined]
    return Document(raw=raw or "", text=text or "", **data)  # type: ignore[arg-type]


def object_after_shredding(kind: str, quote: str, named: str | None) -> str | None:
    """What stays of a claim's object when its document is shredded: names do, the text does not.

    The object of a statement is what was said; of other claims it is whoever or whatever is
    named, unless it is a passage of the text.
    """
    if named is None or kind.startswith("statement"):
        return None
    passage = len(named.split()) >= _PASSAGE_WORDS and named in quote
    return None if passage else named
