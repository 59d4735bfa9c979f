"""Claims in FollowTheMoney's terms: `Article`, `Documentation`, `Mention`, and the parties named.

A document is an `Article`; each claim ties it to a party by a `Documentation` whose `role` is the
kind of claim, whose `status` is the stance, and whose `summary` is the quotation. What the text
calls the party is a `Mention`. Nothing here says that a party *is* what is claimed of it: no
claim becomes a property of a party.

Source: FollowTheMoney 4, schemata Article, Documentation, Mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any

from interdict.lists.ftm.writing import exported_id
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate, resolved
from interdict.model.source import Document
from interdict.reporting.accusing import Names
from interdict.reporting.sources import author_of, web_address
from interdict.store.base import HeldDocument
from interdict.text.normalize import fold

Proxy = dict[str, Any]
"""An entity as a line of `entities.ftm.json`: `id`, `schema`, `properties` (lists of text)."""

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$")
_LONGEST_ID = 200

_LANGUAGES = {"en": "eng", "es": "spa", "fr": "fra", "pt": "por", "de": "deu"}


def claim_entities(
    claims: Iterable[Claim],
    documents: Mapping[str, HeldDocument],
    names: Names,
    schemata: Mapping[str, str],
) -> Iterator[Proxy]:
    """Entities for some claims: articles and parties when first used, then what ties them.

    Claims that name no identified party, or whose document is not at hand, are left out.

    Args:
        claims: in the order in which to write them.
        documents: by hash.
        names: how parties are called and joined.
        schemata: FollowTheMoney schema of each canonical id.
    """
    written: set[str] = set()

    def once(proxy: Proxy) -> Iterator[Proxy]:
        if proxy["id"] not in written:
            written.add(proxy["id"])
            yield proxy

    for claim in claims:
        held = documents.get(claim.document_id or "")
        ends = ((claim.subject_id, claim.subject), (claim.object_id, claim.object))
        for entity_id, surface in ends:
            if held is None or entity_id is None:
                continue
            party = names.canonical(entity_id)
            schema, shown = schemata.get(party, "LegalEntity"), exported_id(party)
            yield from once(_article(held.document))
            yield from once(_proxy(shown, schema, name=[names.caption(party)]))
            yield from once(_documentation(claim, shown, held.document))
            if surface:
                yield from once(_mention(held.document, shown, surface, schema))


def _article(document: Document) -> Proxy:
    return _proxy(
        _article_id(document),
        "Article",
        title=[document.title or document.file_name],
        fileName=[document.file_name],
        author=list(document.authors),
        publisher=[document.publisher] if document.publisher else [],
        publishedAt=_some(document.published if resolved(document.published) else None),
        sourceUrl=_some(web_address(document.url)),
        language=_some(_LANGUAGES.get(document.language or "")),
        keywords=list(document.categories),
        notes=[f"sha256 {document.sha256}", *_some(document.citation)],
    )


def _documentation(claim: Claim, party: str, document: Document) -> Proxy:
    who = claim.speaker or author_of(document)
    not_so = ", that it is not so" if claim.polarity == "-" else ""
    place = f"characters {claim.start} to {claim.end}; extracted by {claim.rule}"
    start, end = _dates(claim.date)
    return _proxy(
        f"interdict-{_digest(claim.id, party)}",
        "Documentation",
        document=[_article_id(document)],
        entity=[party],
        role=[claim.kind],
        status=[claim.stance.value],
        summary=[" ".join(claim.quote.split())],
        description=[f"{claim.stance.value} by {who}{not_so}; {place}"],
        date=_some(start if start == end else None),
        startDate=_some(start if start != end else None),
        endDate=_some(end if start != end else None),
        recordId=[claim.id],
        publisher=_some(document.publisher),
        sourceUrl=_some(web_address(document.url)),
    )


def _mention(document: Document, party: str, surface: str, schema: str) -> Proxy:
    name = " ".join(surface.split())
    return _proxy(
        f"interdict-{_digest(document.sha256, party, fold(name))}",
        "Mention",
        document=[_article_id(document)],
        name=[name],
        resolved=[party],
        detectedSchema=[schema],
    )


@cache
def _article_id(document: Document) -> str:
    return f"interdict-article-{document.sha256[:20]}"


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()


def _proxy(entity_id: str, schema: str, **properties: list[str]) -> Proxy:
    held = {key: values for key, values in sorted(properties.items()) if values}
    return {"id": entity_id, "schema": schema, "properties": held}


def _some(value: str | None) -> list[str]:
    return [value] if value else []


def _dates(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last date of an expression, as FollowTheMoney takes them; None for none."""
    if not edtf:
        return None, None
    low, slash, high = edtf.partition("/")
    start, end = (_plain(side) for side in (low, high if slash else low))
    return start, end


def _plain(side: str) -> str | None:
    found: PartialDate | None = resolved(side.strip("~?%"))
    return None if found is None else str(found)
